import { decideInEmergency } from './emergency.js';
import type { AccessRequest, Consent, Decision, Period, Recipient, WithheldReason } from './types.js';
import type { Policy, PolicyRule } from './policy.js';

/** Whether `request` may see its category of its client. Pure: same arguments, same decision, for ever. */
export function decide(policy: Policy, consents: readonly Consent[], request: AccessRequest): Decision {
  const usual = decideUsually(policy, consents, request);
  if (usual.permitted || !request.emergency) return usual;
  return decideInEmergency(policy, request, usual, (asked) => decideUsually(policy, consents, asked));
}

/** The decision without regard to emergency access. */
function decideUsually(policy: Policy, consents: readonly Consent[], request: AccessRequest): Decision {
  const { audience, purpose } = request.viewer;
  const rule = policy.ruleFor(audience, purpose, request.category) ?? noRule;
  if (!request.related) return refuse(policy, request, rule, 'NO_RELATIONSHIP', []);
  if (rule === noRule) return refuse(policy, request, rule, 'NO_RULE', []);
  if (rule.basis === 'NEVER') return refuse(policy, request, rule, 'NEVER_SHARED', []);
  if (isOthersLocation(policy, request)) return refuse(policy, request, rule, 'LOCATION_RESTRICTED', []);
  // A client who says no is heard on every basis that a partner relies on, direct care included.
  const relevant = consents.filter((consent) => speaksOf(consent, request));
  const denials = relevant.filter((consent) => consent.effect === 'DENY' && isInForce(consent, request.today));
  if (denials.length > 0 && rule.basis !== 'SUBJECT_ACCESS' && rule.basis !== 'STATUTE') {
    return refuse(policy, request, rule, 'DENIED_BY_CLIENT', denials);
  }
  if (rule.basis !== 'CONSENT') return permit(policy, request, rule, []);
  const permits = relevant.filter((consent) => consent.effect === 'PERMIT');
  const inForce = permits.filter((consent) => isInForce(consent, request.today));
  if (inForce.length > 0) return permit(policy, request, rule, inForce);
  return refuse(policy, request, rule, whyNoneHolds(permits), permits);
}

const noRule: PolicyRule = { id: 'DEFAULT-DENY', basis: 'NEVER', because: 'What no rule permits is refused.' };

/** A restricted person's location is closed to everyone but the person. */
function isOthersLocation(policy: Policy, request: AccessRequest): boolean {
  return (
    request.locationRestricted &&
    request.viewer.audience !== 'CLIENT' &&
    policy.locationCategories.has(request.category)
  );
}

function speaksOf(consent: Consent, request: AccessRequest): boolean {
  return (
    consent.categories.includes(request.category) &&
    consent.purposes.includes(request.viewer.purpose) &&
    consent.recipients.some((recipient) => names(recipient, request))
  );
}

function names(recipient: Recipient, { viewer }: AccessRequest): boolean {
  return recipient.kind === 'organisation'
    ? recipient.organisation === viewer.organisation
    : recipient.audience === viewer.audience;
}

/** Status and period are two checks: an active consent may be past its end (reference/nhs-apis.md 0.5). */
function isInForce(consent: Consent, today: string): boolean {
  return consent.status === 'ACTIVE' && hasBegun(consent, today) && !hasEnded(consent, today);
}

const hasBegun = (consent: Consent, today: string): boolean => consent.period.start <= today;
const hasEnded = (consent: Consent, today: string): boolean =>
  consent.period.end !== undefined && consent.period.end < today;

function whyNoneHolds(permits: readonly Consent[]): WithheldReason {
  if (permits.some((consent) => consent.status === 'ACTIVE')) return 'CONSENT_EXPIRED';
  if (permits.some((consent) => consent.status === 'WITHDRAWN')) return 'CONSENT_WITHDRAWN';
  return 'NO_CONSENT';
}

function permit(policy: Policy, request: AccessRequest, rule: PolicyRule, counted: readonly Consent[]): Decision {
  const dataPeriods = counted.flatMap((consent) => consent.dataPeriod ?? []).sort(byStart);
  const limited = counted.length > 0 && dataPeriods.length === counted.length;
  return {
    permitted: true,
    category: request.category,
    rule: rule.id,
    basis: rule.basis,
    policyVersion: policy.version,
    consents: versionsOf(counted),
    ...(limited && { dataPeriods }),
  };
}

function refuse(
  policy: Policy,
  request: AccessRequest,
  rule: PolicyRule,
  reason: WithheldReason,
  counted: readonly Consent[],
): Decision {
  return {
    permitted: false,
    category: request.category,
    rule: rule.id,
    basis: rule.basis,
    policyVersion: policy.version,
    consents: versionsOf(counted),
    reason,
    ...(rule.nextStep !== undefined && { nextStep: rule.nextStep }),
  };
}

/** The order of consents never changes a decision, and so not the order of what they limit it to. */
const byStart = (left: Period, right: Period): number =>
  `${left.start} ${left.end ?? '~'}` < `${right.start} ${right.end ?? '~'}` ? -1 : 1;

const versionsOf = (consents: readonly Consent[]): string[] =>
  consents.map((consent) => `${consent.id}@${consent.version}`).sort();
