import type { LedgerDocument } from '../store/documents.js';
import { replay, type Replayed, type ReplayParts } from './replay.js';

export interface ReplayReport {
  readonly records: number;
  readonly same: number;
  /** Of records that were written before they said all that they rest on. */
  readonly asFarAsSaid: number;
  /** The first record that did not come out the same; reading stopped there. */
  readonly first?: {
    readonly id: string;
    readonly replayed: Exclude<Replayed, { kind: 'SAME' | 'SAME_AS_FAR_AS_SAID' }>;
  };
}

/** Decides a whole ledger once more, in the order in which it is given. */
export async function replayLedger(records: AsyncIterable<LedgerDocument>, parts: ReplayParts): Promise<ReplayReport> {
  const counts = { records: 0, same: 0, asFarAsSaid: 0 };
  for await (const record of records) {
    counts.records += 1;
    const replayed = await replay(record, parts);
    if (replayed.kind === 'SAME') counts.same += 1;
    else if (replayed.kind === 'SAME_AS_FAR_AS_SAID') counts.asFarAsSaid += 1;
    else return { ...counts, first: { id: record.id, replayed } };
  }
  return counts;
}
