import { addDays } from './calendar.js';

/** The nations whose public holidays differ; Wales has England's. */
export const nations = ['ENGLAND', 'WALES', 'SCOTLAND', 'NORTHERN_IRELAND'] as const;
export type Nation = (typeof nations)[number];

/**
 * The bank holidays of a year: Banking and Financial Dealings Act 1971, schedule 1, with what is added to it by proclamation
 * (https://www.gov.uk/bank-holidays). By rule, so that no list runs out; what no rule says is in `proclaimed`.
 */
export function bankHolidays(year: number, nation: Nation): ReadonlySet<string> {
  const easter = easterSunday(year);
  const goodFriday = addDays(easter, -2);
  const movable =
    nation === 'SCOTLAND'
      ? [goodFriday, monday(year, 5, 'first'), monday(year, 5, 'last'), monday(year, 8, 'first')]
      : [goodFriday, addDays(easter, 1), monday(year, 5, 'first'), monday(year, 5, 'last'), monday(year, 8, 'last')];
  const days = new Set(movable);
  for (const fixed of fixedDays[nation](year)) {
    let day = `${year}-${fixed}`;
    // One that falls on a weekend, or on another's substitute, is kept on the next working day.
    while (isWeekend(day) || days.has(day)) day = addDays(day, 1);
    days.add(day);
  }
  const special = proclaimed[nation][year];
  for (const day of special?.moved ?? []) days.delete(day);
  for (const day of special?.added ?? []) days.add(day);
  return days;
}

interface Days {
  readonly added: readonly string[];
  readonly moved: readonly string[];
}

const england: Readonly<Record<number, Days>> = {
  2011: { added: ['2011-04-29'], moved: [] },
  2012: { added: ['2012-06-04', '2012-06-05'], moved: ['2012-05-28'] },
  2020: { added: ['2020-05-08'], moved: ['2020-05-04'] },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], moved: ['2022-05-30'] },
  2023: { added: ['2023-05-08'], moved: [] },
};

/** One-off days: weddings, jubilees, a funeral, a coronation, and what they took the place of. */
const proclaimed: Readonly<Record<Nation, Readonly<Record<number, Days>>>> = {
  ENGLAND: england,
  WALES: england,
  NORTHERN_IRELAND: england,
  // Its own one-off: 15 June 2026, for the football World Cup.
  SCOTLAND: { ...england, 2026: { added: ['2026-06-15'], moved: [] } },
};

const fixedDays: Readonly<Record<Nation, (year: number) => readonly string[]>> = {
  ENGLAND: () => ['01-01', '12-25', '12-26'],
  WALES: () => ['01-01', '12-25', '12-26'],
  NORTHERN_IRELAND: () => ['01-01', '03-17', '07-12', '12-25', '12-26'],
  // St Andrew's Day since the Act of the Scottish Parliament of 2007.
  SCOTLAND: (year) => ['01-01', '01-02', ...(year >= 2007 ? ['11-30'] : []), '12-25', '12-26'],
};

/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

function monday(year: number, month: number, which: 'first' | 'last'): string {
  const from = which === 'first' ? new Date(Date.UTC(year, month - 1, 1)) : new Date(Date.UTC(year, month, -6));
  return addDays(from.toISOString().slice(0, 10), (8 - from.getUTCDay()) % 7);
}

/** By the Gregorian rule, in the form that J. Meeus gives it (Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)).toISOString().slice(0, 10);
}
