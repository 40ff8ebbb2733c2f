import type { Policy } from './policy.js';
import type { AccessRequest, Decision, WithheldReason } from './types.js';

/** What the policy says of emergency access. */
export interface EmergencyRule {
  readonly id: string;
  readonly hours: number;
  readonly reviewWithinDays: number;
  /** Which callers can open it: `<audience> <purpose>`. */
  readonly callers: ReadonlySet<string>;
  /** The refusals that it lifts. */
  readonly lifts: ReadonlySet<WithheldReason>;
  /** Categories that it never opens, for anybody. */
  readonly closed: ReadonlySet<Decision['category']>;
}

/** The refusals that a policy may say emergency access lifts: never a wall, never a restricted location, never a missing fact. */
export const liftable = [
  'NO_RELATIONSHIP',
  'NO_CONSENT',
  'CONSENT_WITHDRAWN',
  'CONSENT_EXPIRED',
  'CONSENT_SUPERSEDED',
  'CONSENT_NOT_SPECIFIC',
  'DENIED_BY_CLIENT',
] as const satisfies readonly WithheldReason[];

/**
 * What a grant of emergency access makes of a refusal: `usual` itself unless the grant is this caller's, still runs, and the
 * policy lets it lift every reason that stands in the way. Pure.
 * @param decideUsually the decision without any grant
 */
export function decideInEmergency(
  policy: Policy,
  request: AccessRequest,
  usual: Decision,
  decideUsually: (request: AccessRequest) => Decision,
): Decision {
  const { emergency, viewer, category } = request;
  const rule = policy.emergency;
  if (!emergency || !rule || usual.permitted) return usual;
  if (emergency.organisation !== viewer.organisation || emergency.subject !== viewer.subject) return usual;
  if (emergency.at >= emergency.endsAt) return usual;
  if (!rule.callers.has(`${viewer.audience} ${viewer.purpose}`) || rule.closed.has(category)) return usual;
  const related = usual.reason === 'NO_RELATIONSHIP' && rule.lifts.has('NO_RELATIONSHIP');
  const rest = related ? decideUsually({ ...request, related }) : usual;
  if (!rest.permitted && !(rest.reason && rule.lifts.has(rest.reason))) return rest;
  return {
    permitted: true,
    category,
    rule: rule.id,
    basis: 'EMERGENCY',
    policyVersion: policy.version,
    consents: rest.consents,
    emergency: emergency.grant,
    ...(rest.permitted && rest.dataPeriods && { dataPeriods: rest.dataPeriods }),
  };
}
