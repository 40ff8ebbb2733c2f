import type { Period } from '../access/types.js';

/** Whether an item may be shown under a permit that holds only for data of these periods. */
export function isWithinPeriods(item: unknown, periods: readonly Period[]): boolean {
  const date = dateOf(item);
  // An undated item is outside every period.
  if (date === undefined) return false;
  // What is known to the month only could be any day of it: all of them must be inside.
  const latest = date.length < 10 ? `${date}-99` : date.slice(0, 10);
  return periods.some(({ start, end }) => date >= start && (end === undefined || latest <= end));
}

/** The day that an item speaks of, by the first of these that it holds. */
const dateFields = [
  'recordedDate', 'onset', 'effective', 'issued', 'assessedAt', 'assessmentDate', 'periodStart', 'start', 'startDate', 'referredOn', 'startedOn', 'asOf', 'tracedAt',
] as const; // prettier-ignore

function dateOf(item: unknown): string | undefined {
  for (const name of dateFields) {
    const value = (item as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
