import type { LedgerDocument } from '../store/documents.js';
import type { LedgerHeadDocument } from '../store/documents/ledger-proof.js';
import type { Store } from '../store/port.js';
import { consistencyPath, inclusionPath, rootFrom } from './merkle-proof.js';
import { leafHash } from './merkle-tree.js';
import { newestFormat, openText } from './record-hash.js';
import { storedTree } from './stored-tree.js';

/** Proof that a record is in the ledger, for whoever it is about to hold: checked without the hub by `docs/verify-receipt.mjs`. */
export interface Receipt {
  /** The open part of the record. Its SHA-256 is the record's hash, byte for byte. */
  readonly record: string;
  readonly recordHash: string;
  /** The record's place in its writer's tree: its sequence less one. */
  readonly leafIndex: number;
  /** Siblings on the way to the root, lowest first, hex. */
  readonly path: readonly string[];
  /** The first published head that covers it; its sequence is the size of the tree. */
  readonly head: Omit<LedgerHeadDocument, 'id' | 'version'>;
}

/** What receipts are made with. */
export interface Receipts {
  of(record: LedgerDocument): Promise<Receipt | undefined>;
  /** That the tree of `earlier` records of a writer is the beginning of that of a head. */
  consistency(head: Pick<Receipt['head'], 'writer' | 'sequence'>, earlier: number): Promise<readonly string[]>;
}

export function createReceipts(store: Pick<Store, 'collection'>): Receipts {
  return {
    of: (record) => receiptFor(store, record),
    consistency: ({ writer, sequence }, earlier) => consistencyPath(earlier, sequence, storedTree(store, writer)),
  };
}

/**
 * Undefined where there is no receipt: no head that covers the record has been published (it takes a second; for the last
 * second of a process that was killed there never is one), or an earlier hub wrote the record in another format.
 * @throws Error where the records do not lead to the root that was signed: the ledger was tampered with
 */
async function receiptFor(store: Pick<Store, 'collection'>, record: LedgerDocument): Promise<Receipt | undefined> {
  if (record.format !== newestFormat) return undefined;
  const { writer, sequence } = record;
  const where = { writer, sequence: { gte: sequence } };
  const [head] = await store.collection('ledgerHeads').find({ index: 'writer_sequence', where, limit: 1 });
  if (!head) return undefined;
  const leafIndex = sequence - 1;
  const path = await inclusionPath(leafIndex, head.sequence, storedTree(store, writer));
  if (rootFrom(leafHash(record.hash), leafIndex, head.sequence, path) !== head.root) {
    throw new Error(`ledger: record ${sequence} of writer ${writer} does not lead to the root of its head`);
  }
  const { id: _id, version: _version, ...published } = head;
  return { record: openText(record), recordHash: record.hash, leafIndex, path, head: published };
}
