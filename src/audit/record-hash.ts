/**
 * The hash of a record. It knows no field by name but those that are open, so that a field that was added later changes it.
 *
 * **Format 3** has two parts. The *open* part is what the person concerned may hold as a receipt: which organisation, in what
 * part, why, when, what was shown. The *closed* part is all else: whose name was on the token, on whose behalf, which
 * operation. It can name third parties, so the open part holds only a commitment to it: `closed`, the SHA-256 of its
 * canonical JSON, which a random salt inside keeps from being guessed. The record's hash is that of the open part.
 *
 * **Format 2**, and the first, which has no `format`: the SHA-256 of the canonical JSON of the whole record.
 *
 * Canonical JSON: keys in order at every level, no space, absent fields left out (RFC 8785 for what a record holds: no
 * number in it is other than a safe integer).
 */
import { hash as digest } from 'node:crypto';
import type { LedgerDocument } from '../store/documents.js';
import { inSortedOrder, put, type Fields } from './canonical.js';

/** The newest format, in which records are written. */
export const newestFormat = 3 as const;

/** All of a record but its hash, and what the store itself gives or checks: `id` follows from its place, `version` is always 1. */
export type Covered = Omit<LedgerDocument, 'id' | 'version' | 'hash'>;

/** The hash that a stored record must have; undefined for a format that is not known here. */
export function hashOf(record: LedgerDocument): string | undefined {
  const covered = inSortedOrder(coveredBy(record));
  // What was read need not be what its type says.
  switch (record.format as number | undefined) {
    case undefined:
    case 2:
      return sha256(JSON.stringify(covered));
    case newestFormat:
      return hashed(covered);
    default:
      return undefined;
  }
}

/** The hash of a record of format 3 whose keys are in order. */
export function hashed(covered: Covered): string {
  return sha256(JSON.stringify(openPartOf(covered)));
}

/** What a receipt holds of a record: its bytes hash to the record's hash. Only for format 3. */
export function openText(record: LedgerDocument): string {
  return JSON.stringify(openPartOf(inSortedOrder(coveredBy(record))));
}

function coveredBy(record: LedgerDocument): Covered {
  const { id: _id, version: _version, hash: _hash, ...covered } = record;
  return covered;
}

const openFields: ReadonlySet<string> = new Set([
  'at',
  'clientId',
  'format',
  'policyVersion',
  'previousHash',
  'sequence',
  'writer',
]);
const openOfViewer: ReadonlySet<string> = new Set(['audience', 'organisation', 'purpose']);
const openOfLine: ReadonlySet<string> = new Set([
  'basis',
  'category',
  'consents',
  'outcome',
  'reason',
  'rule',
  'section',
  'sources',
]);

/** In the order of its keys. A field that nobody opened is closed. */
function openPartOf(covered: Covered): object {
  const closed: Fields = {};
  const { at, clientId, format, policyVersion, previousHash, sequence, writer } = covered;
  for (const field in covered) if (!openFields.has(field)) put(closed, field, covered[field as keyof Covered]);
  const viewer = parted(covered.viewer, openOfViewer);
  const lines = covered.lines.map((line) => parted(line, openOfLine));
  closed['viewer'] = viewer.closed;
  // Line for line, and left out where there is nothing in any.
  closed['lines'] = lines.some((line) => line.closed) ? lines.map((line) => line.closed ?? {}) : undefined;
  return {
    at,
    clientId,
    closed: sha256(JSON.stringify(closed)),
    format,
    lines: lines.map(({ open }) => open),
    policyVersion,
    previousHash,
    sequence,
    viewer: viewer.open,
    writer,
  };
}

interface Parted {
  readonly open: object;
  /** Absent where there is nothing in it. */
  readonly closed?: object;
}

function parted(value: object, openFields: ReadonlySet<string>): Parted {
  const open: Fields = {};
  let closed: Fields | undefined;
  for (const field in value) {
    put(openFields.has(field) ? open : (closed ??= {}), field, value[field as keyof typeof value]);
  }
  return closed ? { open, closed } : { open: value };
}

const sha256 = (text: string): string => digest('sha256', text, 'hex');
