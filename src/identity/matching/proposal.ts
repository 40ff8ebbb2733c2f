import { z } from 'zod';
import type { DemographicsTrace } from '../../../adapters/records.js';
import type { OrganisationId } from '../../access/types.js';
import { inUse } from '../trace.js';
import { matchFields, type Description } from './compare.js';

/** What an organisation says of a person whose NHS number it lacks. */
export const matchProposal = z.strictObject({
  description: z.partialRecord(z.enum(matchFields), z.string().min(1)),
  nino: z.string().optional(),
  /** The person's ids in other systems, by source. */
  externalIds: z.record(z.string(), z.string().min(1)).default({}),
  /** Who is to work with the person once it is known who they are. */
  relationships: z.array(
    z.strictObject({
      organisation: z
        .string()
        .min(1)
        .transform((id) => id as OrganisationId),
      kind: z.enum(['REGISTERED_PRACTICE', 'JOBCENTRE', 'SUPPORT_PROVIDER', 'COMMISSIONER']),
      since: z.iso.datetime(),
    }),
  ),
});
export type MatchProposal = z.output<typeof matchProposal>;

/** What is wrong with a description: PDS cannot be searched without a family name and a whole birth date (reference/nhs-apis.md 1.8). */
export function faultIn({ familyName, birthDate, ...others }: Description): string | undefined {
  if (familyName === undefined || familyName.trim() === '') return 'familyName is needed.';
  if (birthDate === undefined || !/^\d{4}-\d\d-\d\d$/.test(birthDate))
    return 'birthDate is needed, year, month and day.';
  const all = Object.entries({ familyName, ...others });
  const tooLong = all.find(([, value]) => value.length > longest);
  if (tooLong) return `${tooLong[0]} must be at most ${longest} characters.`;
  return all.some(([, value]) => value.includes('*')) ? 'A name holds no wildcard.' : undefined;
}

const longest = 100;

/** What PDS says of somebody, as a description. */
export function descriptionOf(trace: DemographicsTrace, today: string): Description {
  const name = inUse(trace.names, 'usual', today);
  const home = inUse(trace.addresses, 'home', today);
  return {
    ...(name?.family != null && { familyName: name.family }),
    ...(name?.given[0] !== undefined && { givenName: name.given[0] }),
    ...(trace.birthDate !== null && { birthDate: trace.birthDate }),
    ...(home?.postcode != null && { postcode: home.postcode }),
    ...(trace.sex !== null && { sex: trace.sex }),
  };
}
