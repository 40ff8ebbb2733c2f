import type { Viewer } from '../access/types.js';
import type { NotFoundRule } from '../audit/lines.js';
import type { LedgerDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';

/** How many times a caller may ask by number for somebody who is not theirs, and in how long. */
export interface MissLimits {
  readonly misses: number;
  readonly minutes: number;
}

/** Who asked for whom is what a miss is counted by. */
type Caller = Pick<Viewer, 'organisation' | 'subject'>;

/**
 * Callers who try numbers. A miss tells them nothing by itself (nobody and nobody-of-yours are one answer), but many, from a list of people
 * whom they know, tell whom the hub's partners help. Counted from the ledger, where each miss is already: so a restart forgets
 * nothing, and every process of the hub counts the same.
 */
export interface Misses {
  /** Whether the caller may not look anybody up by number for now. Looks at nothing but memory. */
  isSpent(caller: Caller): boolean;
  /** Counts again, behind the answer, after one more. */
  missed(caller: Caller): void;
  /** Resolves when nothing is being counted. */
  counted(): Promise<void>;
}

/** Records of a caller that are looked through: the newest. Who asks more than this in the time is counted by these. */
export const mostRecords = 1_000;
/** Privacy officers have three days, as for any look at what somebody did. */
const answerWithinMs = 3 * 86_400_000;

export function createMisses({
  store,
  tasks,
  limits,
  now,
  report,
}: {
  store: Pick<Store, 'collection'>;
  tasks: Pick<TaskDesk, 'raise'>;
  limits: MissLimits;
  now: () => number;
  report: (error: unknown) => void;
}): Misses {
  const ledger = store.collection('ledger');
  const windowMs = limits.minutes * 60_000;
  /** Until when, epoch ms; by caller. */
  const spent = new Map<string, number>();
  const counting = new Map<string, Promise<void>>();
  const again = new Set<string>();

  async function count(caller: Caller, key: string): Promise<void> {
    const { organisation, subject } = caller;
    const where = {
      'viewer.organisation': organisation,
      'viewer.subject': subject,
      at: { gte: new Date(now() - windowMs).toISOString() },
    };
    const index = 'viewer.organisation_viewer.subject_at';
    const records = await ledger.find({ index, where, order: 'descending', limit: mostRecords });
    const misses = records.filter(isMiss);
    const last = misses[limits.misses - 1];
    if (!last) return;
    // When the one that filled the measure is so old that it counts no more.
    spent.set(key, Date.parse(last.at) + windowMs);
    await tasks.raise({
      kind: 'PROBING_SUSPECTED',
      // Once in the time, however often it goes on.
      dedupeKey: `${key} ${Math.floor(now() / windowMs)}`,
      owner: { organisation, audience: 'PRIVACY_OFFICER' },
      dueAt: new Date(now() + answerWithinMs).toISOString(),
      details: { subject, misses: misses.length, minutes: limits.minutes },
      excluded: [caller],
    });
  }

  function start(caller: Caller, key: string): void {
    const done = count(caller, key)
      .catch(report)
      .finally(() => {
        counting.delete(key);
        if (again.delete(key)) start(caller, key);
      });
    counting.set(key, done);
  }

  return {
    isSpent(caller) {
      if (spent.size === 0) return false;
      const key = keyOf(caller);
      const until = spent.get(key);
      if (until === undefined) return false;
      if (until > now()) return true;
      spent.delete(key);
      return false;
    },
    missed(caller) {
      const key = keyOf(caller);
      // One count at a time of each; what came meanwhile is in the next.
      if (counting.has(key)) again.add(key);
      else start(caller, key);
    },
    async counted() {
      while (counting.size > 0) await Promise.all(counting.values());
    },
  };
}

/** By an id of the hub nobody can be guessed, and whether there is one to be had can hang on what its caller may be told of. */
const isMiss = ({ lines }: LedgerDocument): boolean => lines.some(({ rule }) => rule === byNumber);
const byNumber: NotFoundRule = 'RELATIONSHIP_BY_NUMBER';

/** Encoded, so that no two callers' names can run together into one. */
const keyOf = ({ organisation, subject }: Caller): string =>
  `${encodeURIComponent(organisation)} ${encodeURIComponent(subject)}`;
