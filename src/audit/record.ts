import { randomBytes } from 'node:crypto';
import type { LedgerDocument } from '../store/documents.js';
import { inSortedOrder } from './canonical.js';
import { emptyTree, grow, leafHash, type GrowingTree, type Subtree } from './merkle-tree.js';
import { hashOfText, newestFormat, textsOf, type Covered } from './record-hash.js';

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
  let { sequence, hash } = tip;
  const records = events.map((event) => {
    const salt = newSalt();
    sequence += 1;
    const covered = inSortedOrder(inWritingOrder(event, { at, previousHash: hash, salt, sequence, writer }));
    const sealed = sealedWellFormed(covered);
    hash = sealed.hash;
    // What is new stands in front: `{ ...covered, hash }` costs ten times as much, and garbage of the old generation (V8 of Node 20).
    return { id: recordId(writer, sequence), hash, ...sealed.covered };
  });
  const subtrees: Subtree[] = [];
  const leaves = records.map((record) => leafHash(record.hash));
  const tree = grow(tip.tree, leaves, (subtree) => subtrees.push(subtree));
  return { records, tip: { writer, sequence, hash, tree }, subtrees };
}

/** 128 bits: nobody finds what a commitment covers by trying. */
const saltBytes = 16;
/** Drawn so many at a time: each draw has a buffer of its own, which a collection must free by itself. */
const saltsAtOnce = 256;
let drawn = Buffer.alloc(0);

function newSalt(): string {
  if (drawn.length === 0) drawn = randomBytes(saltBytes * saltsAtOnce);
  const salt = drawn.toString('hex', 0, saltBytes);
  drawn = drawn.subarray(saltBytes);
  return salt;
}

type Place = Required<Pick<Covered, 'at' | 'previousHash' | 'salt' | 'sequence' | 'writer'>>;

/**
 * All of a record in the order of its keys: with it, a sort has nothing left to do, which is done once for each record on the way of
 * every answer. A field that is added to an event does not compile until it is named here.
 */
function inWritingOrder(event: LedgerEvent, place: Place): Covered {
  const {
    clientId,
    correlationId,
    decisions,
    firstByOrganisation,
    inputs,
    lines,
    operation,
    policyVersion,
    throughAnother,
    viewer,
    ...others
  } = event;
  return {
    at: place.at,
    ...(clientId !== undefined && { clientId }),
    correlationId,
    ...(decisions !== undefined && { decisions }),
    ...(firstByOrganisation && { firstByOrganisation }),
    format: newestFormat,
    ...(inputs && { inputs }),
    lines,
    operation,
    policyVersion,
    previousHash: place.previousHash,
    salt: place.salt,
    sequence: place.sequence,
    ...(throughAnother && { throughAnother }),
    viewer,
    writer: place.writer,
    ...(others satisfies Record<string, never>),
  };
}

/**
 * Half a surrogate pair, which a caller's token may hold, has no UTF-8: an engine would store U+FFFD, and the record would
 * read as edited. So it is replaced before it is hashed. `JSON.stringify` writes it as `\\udxxx`.
 */
function sealedWellFormed(covered: Covered): { readonly covered: Covered; readonly hash: string } {
  const texts = textsOf(covered);
  const malformed = texts.open.includes('\\ud') || texts.closed.includes('\\ud');
  if (!malformed) return { covered, hash: hashOfText(texts.open) };
  const mended = JSON.parse(JSON.stringify(covered), (_field, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value).toString() : value,
  ) as Covered;
  return { covered: mended, hash: hashOfText(textsOf(mended).open) };
}
