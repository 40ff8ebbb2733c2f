import type { Period } from '../access/types.js';

/**
 * What of an item may be shown under a permit that holds only for data of these periods: nothing of one that is dated
 * outside, and of one that is dated inside only those of its parts that are inside too (a case that began in the period
 * goes on after it).
 */
export function withinPeriods<Item>(item: Item, periods: readonly Period[]): Item | undefined {
  if (!isWithinPeriods(item, periods)) return undefined;
  let narrowed = item;
  for (const [name, date] of datedParts) {
    const parts: unknown = (item as Readonly<Record<string, unknown>>)[name];
    if (!Array.isArray(parts)) continue;
    const inside = parts.filter((part: Readonly<Record<string, unknown>>) => {
      const day = part[date];
      return typeof day === 'string' && contain(periods, day);
    });
    if (inside.length < parts.length) narrowed = { ...narrowed, [name]: inside };
  }
  return narrowed;
}

/** Lists inside an item whose parts have a day of their own, and the field that holds it. */
const datedParts = [
  ['sessions', 'heldAt'],
  ['awards', 'startDate'],
] as const;

/** Whether an item may be shown under a permit that holds only for data of these periods. */
export function isWithinPeriods(item: unknown, periods: readonly Period[]): boolean {
  const date = dateOf(item);
  // An undated item is outside every period.
  return date !== undefined && contain(periods, date);
}

function contain(periods: readonly Period[], date: string): boolean {
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
