import { isWeekend } from './bank-holidays.js';
import { addDays, addMonths } from './calendar.js';
import type { Duration } from './definition.js';

/**
 * The day on which something that takes so long from a day is over. Hours are rounded up to whole days.
 * @param isHoliday which days besides weekends are no working days; default: none, for what runs over areas that do not share theirs
 */
export function addDuration(from: string, duration: Duration, isHoliday: (day: string) => boolean = never): string {
  if ('hours' in duration) return addDays(from, Math.ceil(duration.hours / 24));
  if ('days' in duration) return addDays(from, duration.days);
  if ('weeks' in duration) return addDays(from, duration.weeks * 7);
  if ('months' in duration) return addMonths(from, duration.months);
  return addWorkingDays(from, duration.workingDays, isHoliday);
}

/** The day so long before. */
export function beforeDuration(day: string, duration: Duration): string {
  if ('months' in duration) return addMonths(day, -duration.months);
  if ('weeks' in duration) return addDays(day, -duration.weeks * 7);
  if ('days' in duration) return addDays(day, -duration.days);
  if ('hours' in duration) return addDays(day, -Math.ceil(duration.hours / 24));
  return addWorkingDays(day, -duration.workingDays, never);
}

const never = (): boolean => false;

/** Mondays to Fridays that are no holidays. */
function addWorkingDays(from: string, days: number, isHoliday: (day: string) => boolean): string {
  const step = Math.sign(days);
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    if (!isWeekend(day) && !isHoliday(day)) left -= 1;
  }
  return day;
}
