import type { ProgrammeDefinition } from '../programme/definition.js';
import type { CaseDocument, Snapshot } from '../support/case-document.js';

/** A rate of a programme, by one of its dated definitions. */
export type RateDefinition = ProgrammeDefinition['rates'][number];

/** What a rate is counted from. */
export type RatedCase = Pick<CaseDocument, 'entry' | 'snapshots'>;

/** A rate, counted: nobody leaves it without being in one of its numbers. */
export interface Rate {
  readonly definition: RateDefinition;
  /** Cases that belong. */
  readonly of: number;
  /** Of them, with somebody in paid work at a point that counts. */
  readonly reached: number;
  /** Of them, with nothing known of any such point: counted as not having reached it. */
  readonly notKnown: number;
  /** What was not recorded at entry decides whether they belong: in none of the other numbers. */
  readonly undecided: number;
}

export interface RateCount {
  add(found: RatedCase): void;
  result(): Rate;
}

/**
 * Counts one rate by one definition. Definitions move (from April 2024 the employment rate of IPS leaves out people who were in
 * work at entry): each is kept beside the earlier ones, and counts the same cases, so that last year's figure can be had again.
 */
export function countRate(definition: RateDefinition): RateCount {
  const counted = { of: 0, reached: 0, notKnown: 0, undecided: 0 };
  return {
    add(found) {
      const belongs = belongsTo(definition, found);
      if (belongs === false) return;
      if (belongs === undefined) {
        counted.undecided += 1;
        return;
      }
      counted.of += 1;
      const later = definition.inPaidWorkAt.map((point) => inPaidWork(found.snapshots, point));
      if (later.includes(true)) counted.reached += 1;
      else if (!later.includes(false)) counted.notKnown += 1;
    },
    result: () => ({ definition, ...counted }),
  };
}

function belongsTo({ leavesOut }: RateDefinition, { entry, snapshots }: RatedCase): boolean | undefined {
  if (leavesOut.includes('CAME_AGAIN') && entry === 'AGAIN') return false;
  if (!leavesOut.includes('IN_PAID_WORK_AT_ENTRY')) return true;
  const before = inPaidWork(snapshots, 'FIRST_APPOINTMENT');
  return before === undefined ? undefined : !before;
}

/** By the NHS Data Dictionary's EMPLOYMENT STATUS: 01 is employed, ZZ not stated. Undefined where nobody said. */
function inPaidWork(snapshots: readonly Snapshot[], at: Snapshot['point']): boolean | undefined {
  const status = snapshots.find(({ point }) => point === at)?.employmentStatus;
  return status === undefined || status === 'ZZ' ? undefined : status === '01';
}

/** Which definition of each rate held on a day. */
export const inForceOn = (day: string, all: readonly RateDefinition[]): ReadonlySet<RateDefinition> =>
  new Set(
    all.filter(
      ({ code, since }) =>
        since <= day && !all.some((other) => other.code === code && other.since > since && other.since <= day),
    ),
  );
