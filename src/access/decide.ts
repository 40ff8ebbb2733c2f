import type { DataDays } from './data-days.js';
import { isEveryDay } from './data-days.js';
import { decideInEmergency } from './emergency.js';
import type { Policy, PolicyRule } from './policy.js';
import { isWithin } from './provision.js';
import type { AccessRequest, Consent, Decision, WithheldReason } from './types.js';
import { allowedDespite, deniesEverything, weigh } from './weigh.js';

/** Whether `request` may see its category of its client. Pure: same arguments, same decision, for ever. */
export function decide(policy: Policy, consents: readonly Consent[], request: AccessRequest): Decision {
  const usual = decideUsually(policy, consents, request);
  if (usual.permitted || !request.emergency) return usual;
  return decideInEmergency(policy, request, usual, (asked) => decideUsually(policy, consents, asked));
}

/** The decision without regard to emergency access. */
function decideUsually(policy: Policy, consents: readonly Consent[], request: AccessRequest): Decision {
  const { audience, purpose, application } = request.viewer;
  const rule = policy.ruleFor(audience, purpose, request.category, application) ?? noRule;
  const missing = whatIsMissing(request);
  if (missing) return refuse(policy, request, rule, missing, []);
  if (!request.related) return refuse(policy, request, rule, 'NO_RELATIONSHIP', []);
  if (rule === noRule) return refuse(policy, request, rule, 'NO_RULE', []);
  if (rule.basis === 'NEVER') return refuse(policy, request, rule, 'NEVER_SHARED', []);
  if (isOthersLocation(policy, request)) return refuse(policy, request, rule, 'LOCATION_RESTRICTED', []);
  const beyond = request.proxy && beyondAuthority(request.proxy, request);
  if (beyond) return refuse(policy, request, rule, beyond, []);
  const weighed = weigh(policy, consents, request, rule.explicitConsent);
  if (!isDeafToDenial(rule, request) && deniesEverything(weighed)) {
    return refuse(policy, request, rule, 'DENIED_BY_CLIENT', weighed.denials);
  }
  if (rule.basis !== 'CONSENT') {
    if (isDeafToDenial(rule, request)) return permit(policy, request, rule, []);
    return permit(policy, request, rule, weighed.denials, allowedDespite(weighed));
  }
  const { permits, permitted, denials, others, whyNot } = weighed;
  if (permitted.length > 0) return permit(policy, request, rule, [...permits, ...denials], permitted);
  // A no to some of the data only is a no all the same where nothing else permits the rest: no emergency lifts it.
  if (denials.length > 0) return refuse(policy, request, rule, 'DENIED_BY_CLIENT', denials);
  return refuse(policy, request, rule, whyNot, others);
}

const noRule: PolicyRule = { id: 'DEFAULT-DENY', basis: 'NEVER', because: 'What no rule permits is refused.' };

/** What is not there is never assumed: the types forbid it, and what was stored or sent may not know the types. */
function whatIsMissing({ viewer, category }: AccessRequest): WithheldReason | undefined {
  const { subject, organisation, audience, purpose } = viewer;
  if (![subject, organisation, audience].every(isThere)) return 'MISSING_ACTOR';
  if (!isThere(purpose)) return 'MISSING_PURPOSE';
  return isThere(category) ? undefined : 'MISSING_CATEGORY';
}

const isThere = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** A restricted person's location is closed to everyone but the person. */
function isOthersLocation(policy: Policy, request: AccessRequest): boolean {
  return (
    request.locationRestricted &&
    (request.viewer.audience !== 'CLIENT' || request.proxy !== undefined) &&
    policy.locationCategories.has(request.category)
  );
}

function beyondAuthority(
  { categories, period }: NonNullable<AccessRequest['proxy']>,
  { category, today }: AccessRequest,
): WithheldReason | undefined {
  if (!isWithin(period, today)) return 'PROXY_ENDED';
  return categories.includes(category) ? undefined : 'PROXY_OUT_OF_SCOPE';
}

/**
 * A client who says no is heard on every basis that a partner relies on, direct care included, and by whoever acts for
 * them; not against themselves, and against what an organisation may do by law only where its rule says so.
 */
const isDeafToDenial = ({ basis, objection }: PolicyRule, { proxy }: AccessRequest): boolean =>
  (basis === 'STATUTE' && objection?.heard !== true) || (basis === 'SUBJECT_ACCESS' && !proxy);

function permit(
  policy: Policy,
  request: AccessRequest,
  rule: PolicyRule,
  counted: readonly Consent[],
  days?: DataDays,
): Decision {
  return {
    permitted: true,
    category: request.category,
    rule: rule.id,
    basis: rule.basis,
    policyVersion: policy.version,
    consents: versionsOf(counted),
    ...(days && !isEveryDay(days) && { dataPeriods: days }),
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

const versionsOf = (consents: readonly Consent[]): readonly string[] => {
  if (consents.length === 0) return none;
  return [...new Set(consents.map((consent) => `${consent.id}@${consent.version}`))].sort();
};
const none: readonly string[] = [];
