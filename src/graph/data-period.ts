import type { Period } from '../access/types.js';

/** Whether an item may be shown under a permit that holds only for data of these periods. */
export function isWithinPeriods(item: unknown, periods: readonly Period[]): boolean {
  const date = dateOf(item);
  // An undated item is outside every period.
  if (date === undefined) return false;
  // What is known to the month or the year only could be any day of it: all of them must be inside.
  const [earliest, latest] = daysOf(date);
  return periods.some(({ start, end }) => earliest >= start && (end === undefined || latest <= end));
}

/** The first and the last day that a FHIR date may mean: `2022`, `2022-06`, `2022-06-30` or an instant of it. */
function daysOf(date: string): readonly [string, string] {
  if (date.length >= 10) return [date.slice(0, 10), date.slice(0, 10)];
  const [year = '', month] = date.split('-');
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return [`${date}-01`, `${date}-${last}`];
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
