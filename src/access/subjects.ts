/** A record that is about several people: every one of them must permit (`reference/consent-audit-referral.md` 1.12). */
import { commonDays, everyDay, isEveryDay } from './data-days.js';
import type { Decision } from './types.js';

/**
 * What the decisions about each subject of one record come to. Refused if any is; the refusal is the same whatever the order
 * of the subjects. Permitted only for data of the days that all of them permit.
 */
export function decideForEvery(decisions: readonly [Decision, ...Decision[]]): Decision {
  const [first, ...others] = decisions.toSorted(byText);
  if (first === undefined || others.length === 0) return decisions[0];
  const refusal = [first, ...others].find(({ permitted }) => !permitted);
  if (refusal) return refusal;
  const { dataPeriods: _own, ...shared } = first;
  const days = decisions.reduce((common, { dataPeriods }) => commonDays(common, dataPeriods ?? everyDay), everyDay);
  return {
    ...shared,
    consents: [...new Set(decisions.flatMap(({ consents }) => consents))].sort(),
    ...(!isEveryDay(days) && { dataPeriods: days }),
  };
}

const byText = (left: Decision, right: Decision): number => (textOf(left) < textOf(right) ? -1 : 1);
const textOf = ({ permitted, reason, rule, category, consents }: Decision): string =>
  JSON.stringify([permitted, reason, rule, category, consents]);
