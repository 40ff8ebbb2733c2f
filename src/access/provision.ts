/** What one consent says to one request, its exceptions included: nesting decides inside one document. */
import { opposite } from './consent.js';
import type { Consent, ConsentEffect, ConsentException, Constraints, Period, Recipient } from './consent.js';
import { commonDays, daysWithout, everyDay, joinedDays, noDay } from './data-days.js';
import type { DataDays } from './data-days.js';
import type { AccessRequest } from './types.js';

/** Of which data, by its date, a consent says yes, and of which it says no: a day that is in both is denied. */
export interface Verdict {
  readonly permits: DataDays;
  readonly denies: DataDays;
}

const silent: Verdict = { permits: noDay, denies: noDay };
const yes: Verdict = { permits: everyDay, denies: noDay };
const no: Verdict = { permits: noDay, denies: everyDay };

/** Whether the base of a consent speaks of the request at all; its own status and period are for the caller to check. */
export function speaksOf(consent: Consent, request: AccessRequest): boolean {
  return (
    holds(consent.categories, consent.effect, request.category) &&
    holds(consent.purposes, consent.effect, request.viewer.purpose) &&
    (consent.recipients.length === 0
      ? consent.effect === 'DENY'
      : consent.recipients.some((recipient) => names(recipient, request)))
  );
}

/** A permit that names nothing is a fault that nobody may profit from; a denial that names nothing denies all. */
const holds = <Name>(named: readonly Name[], effect: ConsentEffect, name: Name): boolean =>
  named.length === 0 ? effect === 'DENY' : named.includes(name);

/** What a consent whose base speaks of the request says to it. */
export function verdictOf(consent: Consent, request: AccessRequest): Verdict {
  const days = consent.dataPeriod ? [consent.dataPeriod] : everyDay;
  if (consent.exceptions) return withExceptions(consent.effect, consent.exceptions, days, request);
  if (!consent.dataPeriod) return consent.effect === 'PERMIT' ? yes : no;
  return saying(consent.effect, days);
}

/** The exceptions of one provision stand side by side: where two of them disagree, the denial holds, whatever their order. */
function withExceptions(
  effect: ConsentEffect,
  exceptions: readonly ConsentException[],
  days: DataDays,
  request: AccessRequest,
): Verdict {
  let permits = noDay;
  let denies = noDay;
  for (const exception of exceptions) {
    if (!isMet(exception, request)) continue;
    const own = exception.dataPeriod ? commonDays(days, [exception.dataPeriod]) : days;
    const said = withExceptions(opposite(effect), exception.exceptions ?? [], own, request);
    permits = joinedDays(permits, said.permits);
    denies = joinedDays(denies, said.denies);
  }
  const rest = saying(effect, daysWithout(days, joinedDays(permits, denies)));
  return { permits: joinedDays(rest.permits, permits), denies: joinedDays(rest.denies, denies) };
}

const saying = (effect: ConsentEffect, days: DataDays): Verdict =>
  effect === 'PERMIT' ? { ...silent, permits: days } : { ...silent, denies: days };

/** An absent element is no constraint; an empty one can be met by nobody. */
function isMet({ categories, recipients, purposes, period }: Constraints, request: AccessRequest): boolean {
  return (
    (categories?.includes(request.category) ?? true) &&
    (purposes?.includes(request.viewer.purpose) ?? true) &&
    (recipients?.some((recipient) => names(recipient, request)) ?? true) &&
    (period === undefined || isWithin(period, request.today))
  );
}

function names(recipient: Recipient, { viewer }: AccessRequest): boolean {
  switch (recipient.kind) {
    case 'organisation':
      return recipient.organisation === viewer.organisation;
    case 'audience':
      return recipient.audience === viewer.audience;
    case 'person':
      return (
        recipient.organisation === viewer.organisation &&
        recipient.subject === viewer.subject &&
        (recipient.issuer === undefined || recipient.issuer === viewer.issuer)
      );
  }
}

/** Both ends included. */
export const isWithin = ({ start, end }: Period, day: string): boolean =>
  start <= day && (end === undefined || day <= end);
