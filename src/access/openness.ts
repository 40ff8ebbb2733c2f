import { decide } from './decide.js';
import type { Policy } from './policy.js';
import { supposedConsent } from './supposed.js';
import type { AccessRequest, Audience, Consent, DataCategory, OrganisationId, Purpose } from './types.js';

/** How far a policy opens something, from closed to open: what it takes from the client. */
export const opennessLevels = ['CLOSED', 'BY_EXPLICIT_CONSENT', 'BY_CONSENT', 'UNLESS_REFUSED', 'ALWAYS'] as const;
export type Openness = (typeof opennessLevels)[number];

/** The circumstances in which a policy is asked, besides what the client said. */
export const circumstances = ['USUAL', 'RESTRICTED_LOCATION', 'EMERGENCY', 'EMERGENCY_UNRELATED'] as const;
export type Circumstance = (typeof circumstances)[number];

/** What a policy rule speaks of. */
export interface Triple {
  readonly audience: Audience;
  readonly purpose: Purpose;
  readonly category: DataCategory;
}

const day = '2000-01-01';

/** How far `policy` opens `triple`: found by asking `decide()`, so that nothing that decides can be left out. */
export function opennessOf(policy: Policy, triple: Triple, circumstance: Circumstance): Openness {
  const request = requestFor(triple, circumstance);
  const permits = (...consents: readonly Consent[]): boolean => decide(policy, consents, request).permitted;
  if (permits(supposedConsent('DENY', request))) return 'ALWAYS';
  if (permits()) return 'UNLESS_REFUSED';
  if (permits(supposedConsent('PERMIT', request, { unspecific: true }))) return 'BY_CONSENT';
  return permits(supposedConsent('PERMIT', request)) ? 'BY_EXPLICIT_CONSENT' : 'CLOSED';
}

function requestFor({ audience, purpose, category }: Triple, circumstance: Circumstance): AccessRequest {
  const organisation = 'ANY' as OrganisationId;
  const viewer = { subject: 'anybody', organisation, audience, purpose, issuer: 'any' };
  const emergency = {
    grant: 'supposed',
    organisation,
    subject: viewer.subject,
    at: `${day}T00:00:00.000Z`,
    endsAt: `${day}T01:00:00.000Z`,
  };
  return {
    viewer,
    category,
    related: circumstance !== 'EMERGENCY_UNRELATED',
    locationRestricted: circumstance === 'RESTRICTED_LOCATION',
    today: day,
    ...((circumstance === 'EMERGENCY' || circumstance === 'EMERGENCY_UNRELATED') && { emergency }),
  };
}
