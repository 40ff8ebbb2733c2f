import type { EmploymentSpell, WorkStatusStatement } from './records.js';

/** 01 employed; 02 to 08 not in paid work (07 is unpaid voluntary work); ZZ and others do not say (part B4). */
const paidByCode: Readonly<Record<string, boolean>> = {
  '01': true,
  '02': false,
  '03': false,
  '04': false,
  '05': false,
  '06': false,
  '07': false,
  '08': false,
};

/**
 * What a provider's employment record says about paid work on `today` (ISO date), in one statement: in work since the
 * first day of a current paid spell; not in work since the last day of the last one that ended. No spells, no statement.
 */
export function workStatusOf(spells: readonly EmploymentSpell[], today: string): readonly WorkStatusStatement[] {
  let current: EmploymentSpell | undefined;
  let currentPaid: boolean | null = null;
  let ended: EmploymentSpell | undefined;
  for (const spell of spells) {
    if (spell.startDate !== null && spell.startDate > today) continue;
    if (spell.endDate !== null && spell.endDate < today) {
      if (ended?.endDate == null || spell.endDate > ended.endDate) ended = spell;
      continue;
    }
    const paid = spell.employmentStatusCode === null ? true : (paidByCode[spell.employmentStatusCode] ?? null);
    if (!current || rank(paid) > rank(currentPaid)) [current, currentPaid] = [spell, paid];
  }
  const speaking = current ?? ended;
  if (!speaking) return [];
  const { startDate, endDate, provenance } = speaking;
  return [
    {
      inWork: current ? currentPaid : false,
      since: current ? (currentPaid === true ? startDate : null) : endDate,
      asOf: provenance.recordedAt,
      provenance,
    },
  ];
}

/** Paid speaks louder than unknown, and unknown than unpaid. */
const rank = (paid: boolean | null): number => (paid === true ? 2 : paid === null ? 1 : 0);
