import { bankHolidays, type Nation } from './bank-holidays.js';
import { addDays } from './calendar.js';
import type { Duration } from './definition.js';
import { addDuration } from './duration.js';

/**
 * The instant at which something is overdue that began at an instant: hours to the minute; days, weeks and months at the end of
 * their last day; working days without the weekends and the bank holidays of the nation. Days are those of the United Kingdom:
 * what is sent at half past midnight in summer is not of the day before.
 */
export function dueAfter(startedAt: string, duration: Duration, nation: Nation): string {
  if ('hours' in duration) return new Date(Date.parse(startedAt) + duration.hours * hourMs).toISOString();
  const last = addDuration(ukDay(startedAt), duration, holidaysOf(nation));
  return ukMidnight(addDays(last, 1));
}

const hourMs = 3_600_000;

/** Whether a day is a holiday there; each year is worked out once. */
function holidaysOf(nation: Nation): (day: string) => boolean {
  const years = new Map<number, ReadonlySet<string>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    const known = years.get(year) ?? bankHolidays(year, nation);
    years.set(year, known);
    return known.has(day);
  };
}

const inLondon = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in the United Kingdom, ISO. */
export const ukDay = (instant: string): string => inLondon.format(Date.parse(instant));

/** When a day begins in the United Kingdom: at midnight of the meridian, or an hour before it in summer. */
function ukMidnight(day: string): string {
  const inSummer = new Date(Date.parse(day) - hourMs).toISOString();
  return ukDay(inSummer) === day ? inSummer : new Date(day).toISOString();
}
