/** All consents of a client against one request. Deny overrides across consents, whatever their order. */
import type { Consent } from './consent.js';
import { commonDays, daysWithout, everyDay, isEveryDay, joinedDays, noDay } from './data-days.js';
import type { DataDays } from './data-days.js';
import { explicitness } from './explicit-consent.js';
import type { ExplicitConsentRule } from './explicit-consent.js';
import type { Policy } from './policy.js';
import { isWithin, speaksOf, verdictOf } from './provision.js';
import type { AccessRequest, WithheldReason } from './types.js';

/** What the consents come to. */
export interface Weighed {
  /** Data of these days is denied by a consent in force. */
  readonly denied: DataDays;
  readonly denials: readonly Consent[];
  /** Data of these days is permitted by a consent in force, and denied by none. */
  readonly permitted: DataDays;
  readonly permits: readonly Consent[];
  /** Permits that would hold, were it not for `whyNot`. */
  readonly others: readonly Consent[];
  /** Why none of the others holds: the reason that is the nearest to holding. */
  readonly whyNot: WithheldReason;
}

/** From the nearest to holding to the farthest. */
const nearness = [
  'CONSENT_EXPIRED',
  'CONSENT_NOT_SPECIFIC',
  'CONSENT_NOT_UNDERSTOOD',
  'CONSENT_WITHDRAWN',
  'CONSENT_SUPERSEDED',
  'NO_CONSENT',
] as const satisfies readonly WithheldReason[];
type WhyNot = (typeof nearness)[number];

export function weigh(
  policy: Policy,
  consents: readonly Consent[],
  request: AccessRequest,
  explicit: ExplicitConsentRule | undefined,
): Weighed {
  const superseded = supersededIn(consents, request.today);
  const denials: Consent[] = [];
  const permits: Consent[] = [];
  const others: Consent[] = [];
  let denied = noDay;
  let permitted = noDay;
  let whyNot: WhyNot = 'NO_CONSENT';
  for (const each of consents) {
    const isKnown = policy.understands(each);
    const consent = isKnown ? each : policy.asFarAsUnderstood(each);
    if (!speaksOf(consent, request)) continue;
    const verdict = verdictOf(consent, request);
    const inForce = whatHinders(consent, superseded, request.today);
    if (inForce === 'NOTHING' && verdict.denies.length > 0) {
      denied = joinedDays(denied, verdict.denies);
      denials.push(consent);
    }
    if (verdict.permits.length === 0) continue;
    const hindrance = inForce === 'NOTHING' ? whatIsWanting(consent, isKnown, explicit, request.today) : inForce;
    if (hindrance === 'NOTHING') {
      permitted = joinedDays(permitted, verdict.permits);
      permits.push(consent);
    } else {
      others.push(consent);
      if (nearness.indexOf(hindrance) < nearness.indexOf(whyNot)) whyNot = hindrance;
    }
  }
  return { denied, denials, permitted: daysWithout(permitted, denied), permits, others, whyNot };
}

/** Whether a denial leaves nothing: then it is the answer, even where no consent was needed. */
export const deniesEverything = ({ denied }: Weighed): boolean => isEveryDay(denied);

/** The days to which a disclosure that rests on something else than consent is limited; undefined where it is not. */
export const allowedDespite = ({ denied }: Weighed): DataDays | undefined =>
  denied.length === 0 ? undefined : commonDays(everyDay, daysWithout(everyDay, denied));

/** Status, supersession and rule period are checks of their own: an active consent may be past its end (IHE PCF). */
function whatHinders(consent: Consent, superseded: ReadonlySet<string> | undefined, today: string): WhyNot | 'NOTHING' {
  if (consent.status !== 'ACTIVE') return 'CONSENT_WITHDRAWN';
  if (superseded?.has(consent.id) === true) return 'CONSENT_SUPERSEDED';
  return isWithin(consent.period, today) ? 'NOTHING' : 'CONSENT_EXPIRED';
}

function whatIsWanting(
  consent: Consent,
  isKnown: boolean,
  explicit: ExplicitConsentRule | undefined,
  today: string,
): WhyNot | 'NOTHING' {
  if (!isKnown) return 'CONSENT_NOT_UNDERSTOOD';
  if (!explicit) return 'NOTHING';
  const met = explicitness(consent, explicit, today);
  return met === 'MET' ? 'NOTHING' : met;
}

/** Only an explicit link supersedes, from the first day of the consent that holds it, and for good. */
function supersededIn(consents: readonly Consent[], today: string): ReadonlySet<string> | undefined {
  let ids: Set<string> | undefined;
  for (const { supersedes, period } of consents) {
    if (!supersedes || period.start > today) continue;
    ids ??= new Set();
    for (const id of supersedes) ids.add(id);
  }
  return ids;
}
