import type { KeyObject } from 'node:crypto';
import type { LedgerDocument } from '../store/documents.js';
import { checkRecord, type CheckedRecord } from './checked-record.js';
import { beginChain, endOfChain, nextInChain, type Chain, type LedgerFault } from './verify-chain.js';
import { headIsGenuine, type SignedHead } from './signed-head.js';

export interface VerifyReport {
  readonly ok: boolean;
  readonly records: number;
  readonly writers: number;
  /** Records that a signed head vouches for. A tail that was written since could be cut off unseen. */
  readonly vouchedFor: number;
  /** The first fault that was met; reading stopped there. */
  readonly fault?: LedgerFault;
}

/**
 * Reads a ledger and finds an edited, deleted, reordered, inserted or cut-off record. `records` come in order of sequence
 * within each writer; `heads` must have been read **before** the records, or a running hub's newest would be missed.
 * Without heads only the chains themselves are checked: a ledger that was cut short or written anew passes.
 */
export function verifyLedger(
  records: AsyncIterable<LedgerDocument>,
  heads: readonly SignedHead[],
  publicKey: KeyObject | readonly KeyObject[],
): Promise<VerifyReport> {
  return verifyChecked(checkOneByOne(records), heads, publicKey);
}

/** Checked where it is read. */
export async function* checkOneByOne(records: AsyncIterable<LedgerDocument>): AsyncGenerator<readonly CheckedRecord[]> {
  for await (const record of records) yield [checkRecord(record)];
}

/** The same for records that were checked already, a page at a time: in workers, see `parallel-check.ts`. */
export async function verifyChecked(
  pages: AsyncIterable<readonly CheckedRecord[]>,
  heads: readonly SignedHead[],
  publicKey: KeyObject | readonly KeyObject[],
): Promise<VerifyReport> {
  const chains = new Map<string, Chain>();
  let count = 0;
  const report = (fault?: LedgerFault): VerifyReport => ({
    ok: fault === undefined,
    records: count,
    writers: chains.size,
    vouchedFor: [...chains.values()].reduce((sum, chain) => sum + chain.vouchedFor, 0),
    ...(fault && { fault }),
  });

  const keys = [publicKey].flat();
  const forged = heads.find((head) => !keys.some((key) => headIsGenuine(head, key)));
  if (forged) return report(forgedHead(forged));
  for (const [writer, own] of byWriter(heads)) chains.set(writer, beginChain(writer, own));

  const follow = (record: CheckedRecord): LedgerFault | undefined => {
    count += 1;
    const known = chains.get(record.writer);
    if (!known && heads.length > 0) return unknownWriter(record);
    const chain = known ?? beginChain(record.writer, []);
    chains.set(record.writer, chain);
    return nextInChain(chain, record);
  };
  for await (const page of pages) {
    for (const record of page) {
      const fault = follow(record);
      if (fault) return report(fault);
    }
  }
  for (const chain of chains.values()) {
    const fault = endOfChain(chain);
    if (fault) return report(fault);
  }
  return report();
}

function byWriter(heads: readonly SignedHead[]): ReadonlyMap<string, readonly SignedHead[]> {
  const groups = new Map<string, SignedHead[]>();
  for (const head of heads) {
    const group = groups.get(head.writer);
    if (group) group.push(head);
    else groups.set(head.writer, [head]);
  }
  return groups;
}

const forgedHead = ({ writer, sequence }: SignedHead): LedgerFault => ({
  kind: 'FORGED_HEAD',
  writer,
  sequence,
  what: 'a published head does not bear the signature of this key',
});

const unknownWriter = ({ writer, sequence }: CheckedRecord): LedgerFault => ({
  kind: 'UNKNOWN_WRITER',
  writer,
  sequence,
  what: 'no published head names its writer: the record was inserted',
});
