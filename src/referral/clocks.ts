import type { Nation } from '../programme/bank-holidays.js';
import type { Duration } from '../programme/definition.js';
import { dueAfter } from '../programme/due.js';
import type { ProgrammeVersion } from '../programme/programme.js';
import { isOpen } from './words.js';
import type { ReferralClock, ReferralMove, ReferralState } from './words.js';

/** How long each event may take: the programme's own times, and the nation whose holidays count. An absent one has no clock. */
export interface ClockTimes {
  readonly nation: Nation;
  readonly of: Readonly<Partial<Record<ReferralClock, Duration>>>;
}

/** No clock at all. */
export const noClocks: ClockTimes = { nation: 'ENGLAND', of: {} };

/** The times of the version that a referral began under, in its area. */
export function clockTimes({ definition }: ProgrammeVersion, area: string): ClockTimes {
  const { acknowledge, accept, firstContact, achieve, update, expire } = definition.clocks;
  return {
    nation: definition.areas.find(({ code }) => code === area)?.nation ?? definition.nation,
    of: {
      ...(acknowledge && { ACKNOWLEDGEMENT: acknowledge }),
      ...(accept && { ACCEPTANCE: accept }),
      ...(firstContact && { FIRST_CONTACT: firstContact }),
      ...(achieve && { ACHIEVEMENT: achieve }),
      ...(update && { UPDATE: update }),
      ...(expire && { EXPIRY: expire }),
    },
  };
}

/** One clock of one referral. All ISO instants. */
export interface RunningClock {
  readonly clock: ReferralClock;
  readonly startedAt: string;
  readonly dueAt: string;
  /** The event came, or the referral ended without it. */
  readonly stoppedAt?: string;
  /** A task was raised that the event had not come by `dueAt`: once. */
  readonly breachedAt?: string;
}

/**
 * Acknowledged is not accepted, accepted is not first contact, first contact is not achieved: each is an event with a clock
 * of its own. By the move that starts a clock, and the moves that bring its event.
 */
const clockRules: Readonly<
  Record<ReferralClock, { readonly starts: readonly ReferralMove[]; readonly ends: readonly ReferralMove[] }>
> = {
  ACKNOWLEDGEMENT: { starts: ['SUBMIT'], ends: ['ACKNOWLEDGE', 'ACCEPT', 'REJECT'] },
  ACCEPTANCE: { starts: ['SUBMIT'], ends: ['ACCEPT', 'REJECT'] },
  FIRST_CONTACT: { starts: ['ACCEPT'], ends: ['RECORD_FIRST_CONTACT'] },
  ACHIEVEMENT: { starts: ['RECORD_FIRST_CONTACT'], ends: ['COMPLETE', 'FAIL'] },
  UPDATE: {
    starts: ['ACCEPT', 'RECORD_FIRST_CONTACT', 'UPDATE', 'RESUME'],
    ends: ['RECORD_FIRST_CONTACT', 'UPDATE', 'HOLD', 'RESUME'],
  },
  EXPIRY: { starts: ['SUBMIT'], ends: ['ACCEPT', 'REJECT'] },
};

/** The clocks after a move: stopped where it brings the event or ends the referral, started where it begins the wait. */
export function clocksAfter(
  clocks: readonly RunningClock[],
  {
    move,
    state,
    at,
    times,
    byReceiver,
  }: {
    move: ReferralMove;
    state: ReferralState;
    at: string;
    times: ClockTimes;
    /** Whether it is the gateway's or the target's word: it is theirs that the requester waits for. */
    byReceiver: boolean;
  },
): readonly RunningClock[] {
  const over = !isOpen(state);
  if (move === 'UPDATE' && !byReceiver) return clocks;
  const kept = clocks.map((each) =>
    each.stoppedAt === undefined && (over || clockRules[each.clock].ends.includes(move))
      ? { ...each, stoppedAt: at }
      : each,
  );
  if (over) return kept;
  // An update before the work was taken on starts no clock: there is nobody yet to report.
  const begun = (Object.entries(times.of) as [ReferralClock, Duration][]).filter(
    ([clock]) =>
      clockRules[clock].starts.includes(move) && (clock !== 'UPDATE' || ['ACCEPTED', 'IN_PROGRESS'].includes(state)),
  );
  return [
    // The latest round of a clock that starts again is the one that counts.
    ...kept.filter(({ clock }) => !begun.some(([started]) => started === clock)),
    ...begun.map(([clock, allowed]) => ({
      clock,
      startedAt: at,
      dueAt: dueAfter(at, allowed, times.nation),
    })),
  ];
}

/** Where no clock runs: later than any date, so that every referral stands in the index. */
export const never = '9999-12-31T00:00:00.000Z';

/** When the next clock runs out that nobody was told of yet. */
export function nextDue(clocks: readonly RunningClock[]): string {
  return clocks
    .filter(({ stoppedAt, breachedAt }) => stoppedAt === undefined && breachedAt === undefined)
    .reduce((first, { dueAt }) => (dueAt < first ? dueAt : first), never);
}

/** The clocks that have run out and that nobody was told of yet. */
export const overdue = (clocks: readonly RunningClock[], now: string): readonly RunningClock[] =>
  clocks.filter(
    ({ dueAt, stoppedAt, breachedAt }) => stoppedAt === undefined && breachedAt === undefined && dueAt <= now,
  );
