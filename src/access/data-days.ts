/** Sets of calendar days: which data, by its date, a decision speaks of. */
import type { Period } from './consent.js';

/** Disjoint, in order, both ends of each included. Empty: no day. */
export type DataDays = readonly Period[];

const first = '0001-01-01';
const last = '9999-12-31';
const dayMs = 86_400_000;

export const everyDay: DataDays = [{ start: first }];
export const noDay: DataDays = [];

export const isEveryDay = (days: DataDays): boolean =>
  days === everyDay || (days.length === 1 && days[0]?.start === first && days[0].end === undefined);

/** The days that are in both. */
export function commonDays(left: DataDays, right: DataDays): DataDays {
  if (isEveryDay(left)) return right;
  if (isEveryDay(right)) return left;
  return left.flatMap((one) => right.flatMap((other) => overlap(one, other)));
}

/** The days that are in either. */
export function joinedDays(left: DataDays, right: DataDays): DataDays {
  if (left.length === 0) return right;
  if (right.length === 0 || isEveryDay(left)) return left;
  const joined: Period[] = [];
  for (const next of [...left, ...right].toSorted((one, other) => (one.start < other.start ? -1 : 1))) {
    const before = joined.at(-1);
    if (!before) joined.push(next);
    else if (before.end === undefined || next.start <= dayAfter(before.end))
      joined[joined.length - 1] = span(before, next);
    else joined.push(next);
  }
  return joined;
}

/** The days of `from` that are not in `taken`. */
export function daysWithout(from: DataDays, taken: DataDays): DataDays {
  return taken.reduce<DataDays>((left, hole) => left.flatMap((period) => around(period, hole)), from);
}

function overlap(one: Period, other: Period): readonly Period[] {
  const start = one.start > other.start ? one.start : other.start;
  const end = earlier(one.end, other.end);
  return end !== undefined && end < start ? [] : [{ start, ...(end !== undefined && { end }) }];
}

function span(one: Period, other: Period): Period {
  if (one.end === undefined || other.end === undefined) return { start: one.start };
  return { start: one.start, end: one.end > other.end ? one.end : other.end };
}

function around(period: Period, hole: Period): readonly Period[] {
  const before = hole.start > first ? overlap(period, { start: first, end: dayBefore(hole.start) }) : [];
  const after = hole.end === undefined || hole.end >= last ? [] : overlap(period, { start: dayAfter(hole.end) });
  return [...before, ...after];
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** The calendar ends with the year 9999, as FHIR's does. */
const dayAfter = (day: string): string => (day >= last ? last : shifted(day, dayMs));
const dayBefore = (day: string): string => shifted(day, -dayMs);
const shifted = (day: string, ms: number): string => new Date(Date.parse(day) + ms).toISOString().slice(0, 10);
