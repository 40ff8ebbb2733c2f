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
      return hashOfText(JSON.stringify(covered));
    case newestFormat:
      return hashOfText(textsOf(covered).open);
    default:
      return undefined;
  }
}

/** What a receipt holds of a record: its bytes hash to the record's hash. Only for format 3. */
export function openText(record: LedgerDocument): string {
  return textsOf(inSortedOrder(coveredBy(record))).open;
}

/** The two parts of a record of format 3 whose keys are in order; between them they hold all of it. */
export interface RecordTexts {
  /** Its hash is the record's. */
  readonly open: string;
  readonly closed: string;
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

/** Each in the order of its keys. A field that nobody opened is closed. */
export function textsOf(covered: Covered): RecordTexts {
  const closed: Fields = {};
  const { at, clientId, format, policyVersion, previousHash, sequence, writer } = covered;
  for (const field in covered) if (!openFields.has(field)) put(closed, field, covered[field as keyof Covered]);
  const viewer = parted(covered.viewer, openOfViewer);
  const lines = covered.lines.map((line) => parted(line, openOfLine));
  closed['viewer'] = viewer.closed;
  // Line for line, and left out where there is nothing in any.
  closed['lines'] = lines.some((line) => line.closed) ? lines.map((line) => line.closed ?? {}) : undefined;
  const closedText = JSON.stringify(closed);
  const open = {
    at,
    clientId,
    closed: hashOfText(closedText),
    format,
    lines: lines.map(({ open }) => open),
    policyVersion,
    previousHash,
    sequence,
    viewer: viewer.open,
    writer,
  };
  return { open: JSON.stringify(open), closed: closedText };
}

interface Parted {
  readonly open: object;
  /** Absent where there is nothing in it. */
  readonly closed?: object;
}

function parted(value: object, openFields: ReadonlySet<string>): Parted {
  if (isAllOpen(value, openFields)) return { open: value };
  const open: Fields = {};
  const closed: Fields = {};
  for (const field in value) {
    put(openFields.has(field) ? open : closed, field, value[field as keyof typeof value]);
  }
  return { open, closed };
}

function isAllOpen(value: object, openFields: ReadonlySet<string>): boolean {
  for (const field in value) if (!openFields.has(field)) return false;
  return true;
}

/** SHA-256, hex. */
export const hashOfText = (text: string): string => digest('sha256', text, 'hex');
