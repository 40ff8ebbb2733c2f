import { addDays, addMonths } from './calendar.js';
import type { Duration } from './definition.js';

/** The day on which something that takes so long from a day is over. Hours are rounded up to whole days. */
export function addDuration(from: string, duration: Duration): string {
  if ('hours' in duration) return addDays(from, Math.ceil(duration.hours / 24));
  if ('days' in duration) return addDays(from, duration.days);
  if ('weeks' in duration) return addDays(from, duration.weeks * 7);
  if ('months' in duration) return addMonths(from, duration.months);
  return addWorkingDays(from, duration.workingDays);
}

/** The day so long before. */
export function beforeDuration(day: string, duration: Duration): string {
  if ('months' in duration) return addMonths(day, -duration.months);
  if ('weeks' in duration) return addDays(day, -duration.weeks * 7);
  if ('days' in duration) return addDays(day, -duration.days);
  if ('hours' in duration) return addDays(day, -Math.ceil(duration.hours / 24));
  return addWorkingDays(day, -duration.workingDays);
}

/** Mondays to Fridays; public holidays count, because the programmes' areas do not share them. */
function addWorkingDays(from: string, days: number): string {
  const step = Math.sign(days);
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
