import { daysBetween } from '../programme/calendar.js';
import { addDuration } from '../programme/duration.js';
import type { ProgrammeVersion } from '../programme/programme.js';
import type { CaseDocument } from './case-document.js';
import type { SessionDocument } from './session-document.js';

/** Whether somebody keeps coming: "weekly sessions helped to keep up momentum and customer progression" (WL-13). */
export interface Momentum {
  readonly attended: number;
  readonly missed: number;
  /** Sessions missed since the last that the person came to. */
  readonly missedInARow: number;
  /** ISO day; null before the first. */
  readonly lastAttendedOn: string | null;
  /** Days between two sessions that the person came to, and from the last of them to today while the case is open: the longest. */
  readonly longestGapDays: number;
  /** Days since the last, or since the opening; to the discharge where the case has ended. */
  readonly daysSinceLast: number;
  /** Longer than the programme lets a gap be (`clocks.contact`). Never for a closed case, or where the programme sets no limit. */
  readonly isFaltering: boolean;
}

/** Pure. @param sessions of the case, in any order */
export function momentumOf(
  { openedAt, discharge, status }: Pick<CaseDocument, 'openedAt' | 'discharge' | 'status'>,
  sessions: readonly Pick<SessionDocument, 'startsAt' | 'state'>[],
  { definition }: Pick<ProgrammeVersion, 'definition'>,
  today: string,
): Momentum {
  const held = [...sessions].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const attended = held.filter(({ state }) => state === 'ATTENDED').map(({ startsAt }) => startsAt.slice(0, 10));
  const missed = held.filter(({ state }) => state === 'NOT_ATTENDED').map(({ startsAt }) => startsAt.slice(0, 10));
  const begun = openedAt.slice(0, 10);
  const until = discharge?.on ?? today;
  const last = attended.at(-1);
  const days = [begun, ...attended, until];
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day));
  const { contact } = definition.clocks;
  return {
    attended: attended.length,
    missed: missed.length,
    missedInARow: missed.filter((day) => last === undefined || day > last).length,
    lastAttendedOn: last ?? null,
    longestGapDays: Math.max(0, ...gaps),
    daysSinceLast: Math.max(0, daysBetween(last ?? begun, until)),
    isFaltering: status === 'OPEN' && contact !== undefined && addDuration(last ?? begun, contact) <= today,
  };
}
