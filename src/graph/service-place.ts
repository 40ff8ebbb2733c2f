import { inUse } from '../identity/trace.js';
import { postcodeDistrictOf } from '../programme/areas.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { HubError } from './errors.js';
import { withheld, type Unavailable, type Withheld } from './section-records.js';
import { tracedSection } from './traced-section.js';

/** Where to look for services, or why that cannot be said. */
export type ServicePlace =
  | { readonly kind: 'district'; readonly district: string }
  | { readonly kind: 'noAddress' }
  | { readonly kind: 'refused'; readonly answer: Withheld | Unavailable };

/** The district of a postcode or a district. @throws HubError BAD_INPUT, which repeats nothing of it */
export function districtGiven(near: string): string {
  const text = near.trim().toUpperCase();
  const district = /^[A-Z]{1,2}\d[A-Z\d]?$/.test(text) ? text : postcodeDistrictOf(text);
  if (district !== undefined) return district;
  throw new HubError('BAD_INPUT', 'near must be a postcode district such as LS1, or a postcode.');
}

/**
 * The district in which a client lives, decided on before it is looked up. A person whose location is restricted is never
 * looked for by where they live, not even for themselves: what leaves for a public directory cannot be called back.
 */
export async function districtOfHome(
  file: ClientFile,
  context: RequestContext,
  section: string,
): Promise<ServicePlace> {
  const decision = context.disclosures.decide(file, 'CONTACT', section);
  if (!decision.permitted) return { kind: 'refused', answer: { ...withheld(decision), nextStep: lookElsewhere } };
  const restricted = {
    kind: 'refused',
    answer: {
      __typename: 'Withheld',
      category: 'CONTACT',
      reason: 'LOCATION_RESTRICTED',
      rule: decision.rule,
      nextStep: lookElsewhere,
    },
  } as const;
  const found = await tracedSection(file, context, 'CONTACT', ({ trace }) => ({
    __typename: 'Home' as const,
    // As PDS says now, not as the hub had it when the file was opened.
    restricted: trace.restriction !== 'U',
    district: postcodeDistrictOf(inUse(trace.addresses, 'home', context.today)?.postcode ?? ''),
  }));
  if (found.__typename === 'Unavailable') return { kind: 'refused', answer: found };
  if (found.__typename === 'NoRecord') return { kind: 'noAddress' };
  if (found.restricted) return restricted;
  return found.district === undefined ? { kind: 'noAddress' } : { kind: 'district', district: found.district };
}

const lookElsewhere = 'Give a postcode district to look in (near).';
