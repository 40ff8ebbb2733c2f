import { randomBytes } from 'node:crypto';
import type { LedgerDocument } from '../store/documents.js';
import { inSortedOrder } from './canonical.js';
import { emptyTree, grow, leafHash, type GrowingTree, type Subtree } from './merkle-tree.js';
import { hashed, newestFormat } from './record-hash.js';

/** What a caller of the ledger says; the ledger adds its place in the chain and the time. */
export type LedgerEvent = Omit<
  LedgerDocument,
  'id' | 'version' | 'writer' | 'sequence' | 'previousHash' | 'hash' | 'at' | 'format' | 'salt'
>;
/** A record before the store gives it its version. */
export type LedgerRecord = Omit<LedgerDocument, 'version'>;
/** How far a writer has got: what the next record is chained to. */
export interface Tip {
  readonly writer: string;
  /** Of the last record; 0 before the first. */
  readonly sequence: number;
  /** SHA-256 of the last record, hex. */
  readonly hash: string;
  /** Over all records. */
  readonly tree: GrowingTree;
}

/** The tip of a writer that has written nothing. */
export function startOf(writer: string): Tip {
  return { writer, sequence: 0, hash: '0'.repeat(64), tree: emptyTree };
}

/** A record's id follows from its place, so that one place can never be taken twice. */
export function recordId(writer: string, sequence: number): string {
  return `${writer}:${String(sequence).padStart(12, '0')}`;
}

/** Records behind a tip. */
export interface Chained {
  readonly records: readonly LedgerRecord[];
  readonly tip: Tip;
  /** The perfect subtrees that the records completed. */
  readonly subtrees: readonly Subtree[];
}

/**
 * The records of `events`, chained behind `tip`, and the tip after them. Until the caller keeps the new tip, nothing has
 * happened. Pure but for the salts.
 */
export function chain(tip: Tip, events: readonly LedgerEvent[], at: string): Chained {
  const { writer } = tip;
  const salts = randomBytes(saltBytes * events.length).toString('hex');
  let { sequence, hash } = tip;
  const records = events.map((event, index) => {
    const salt = salts.slice(2 * saltBytes * index, 2 * saltBytes * (index + 1));
    sequence += 1;
    const covered = wellFormed(
      inSortedOrder({ ...event, at, format: newestFormat, previousHash: hash, salt, sequence, writer }),
    );
    hash = hashed(covered);
    return { ...covered, id: recordId(writer, sequence), hash };
  });
  const subtrees: Subtree[] = [];
  const leaves = records.map((record) => leafHash(record.hash));
  const tree = grow(tip.tree, leaves, (subtree) => subtrees.push(subtree));
  return { records, tip: { writer, sequence, hash, tree }, subtrees };
}

/** 128 bits: nobody finds what a commitment covers by trying. */
const saltBytes = 16;

/**
 * Half a surrogate pair, which a caller's token may hold, has no UTF-8: an engine would store U+FFFD, and the record would
 * read as edited. So it is replaced before it is hashed. `JSON.stringify` writes it as `\\udxxx`.
 */
function wellFormed<Covered extends object>(covered: Covered): Covered {
  const text = JSON.stringify(covered);
  if (!text.includes('\\ud')) return covered;
  return JSON.parse(text, (_field, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value).toString() : value,
  ) as Covered;
}
