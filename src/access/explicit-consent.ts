/**
 * Universal Credit's consent is explicit and for one issue; it "usually lasts until either the specific request is completed
 * or the end of the assessment period after the one in which the consent was given" (`reference/employment-support.md` C4).
 * Which rules it binds, and by which clock, the policy says.
 */
import type { Consent } from './consent.js';

export const consentClocks = ['END_OF_NEXT_ASSESSMENT_PERIOD'] as const;

/** What a rule asks of a consent beyond its being in force. */
export interface ExplicitConsentRule {
  /** Whether the consent must name the one request that it is for. */
  readonly namesRequest: boolean;
  readonly lastsUntil: (typeof consentClocks)[number];
}

/** Whether a consent in force meets the rule, or what it lacks. */
export function explicitness(
  consent: Consent,
  rule: ExplicitConsentRule,
  today: string,
): 'MET' | 'CONSENT_NOT_SPECIFIC' | 'CONSENT_EXPIRED' {
  const { request } = consent;
  if (rule.namesRequest && request === undefined) return 'CONSENT_NOT_SPECIFIC';
  if (request?.completedOn !== undefined && request.completedOn <= today) return 'CONSENT_EXPIRED';
  return lastDayOf(consent) < today ? 'CONSENT_EXPIRED' : 'MET';
}

/** The last day of the assessment period after the one in which the consent was given. */
export function lastDayOf({ givenOn, period, request }: Consent): string {
  const given = givenOn ?? period.start;
  const from = request?.assessmentPeriodFrom;
  // Given on the last day of a period that nobody knows, the next one ends a month later: no sooner is possible.
  if (from === undefined || from > given) return monthsAfter(given, 1);
  // An assessment period is a month from the day of the claim.
  let months = monthsBetween(from, given);
  if (monthsAfter(from, months) > given) months -= 1;
  return dayBefore(monthsAfter(from, months + 2));
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

/** The same day of a later month, or its last day where the month is too short. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth)));
}

const dayBefore = (day: string): string => isoDay(Date.parse(day) - 86_400_000);
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
