import type { Provenance } from '../../adapters/records.js';
import { daysBetween } from '../programme/calendar.js';

/** How old what a record says is, in classes that are the same for every source and section. */
export const ageClasses = ['WEEK', 'MONTH', 'HALF_YEAR', 'YEAR', 'OLDER', 'UNDATED'] as const;
export type AgeClass = (typeof ageClasses)[number];

/**
 * Most days of each class. Our own choice: no source gives one scale for clinical and employment records. They say how long ago,
 * and leave it to the reader whether that is too long for what they want to know.
 */
const mostDays = [
  ['WEEK', 7],
  ['MONTH', 31],
  ['HALF_YEAR', 183],
  ['YEAR', 366],
] as const;

/** Pure: how long before `today` (ISO day) the source recorded it. A year or month alone counts from its first day: not younger than it is. */
export function ageOf({ recordedAt }: Pick<Provenance, 'recordedAt'>, today: string): AgeClass {
  const recordedOn = recordedAt === null ? undefined : firstDayOf(recordedAt);
  if (recordedOn === undefined) return 'UNDATED';
  const days = daysBetween(recordedOn, today);
  return mostDays.find(([, most]) => days <= most)?.[0] ?? 'OLDER';
}

/** Since when what a record says has stood: when its source recorded it, or, where it says nothing of that, when it was asked. */
export const asOf = ({ recordedAt, retrievedAt }: Provenance): string => recordedAt ?? retrievedAt;

function firstDayOf(fhirDateTime: string): string | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(fhirDateTime);
  if (!found) return undefined;
  const [, year, month = '01', day = '01'] = found;
  const first = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10);
  // A day that is in no calendar would have become another.
  return first === `${year ?? ''}-${month}-${day}` ? first : undefined;
}
