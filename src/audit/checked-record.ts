import type { LedgerDocument } from '../store/documents.js';
import { recordId } from './record.js';
import { hashOf } from './record-hash.js';

/** What following a chain needs of a record: all but the links themselves is checked, in a worker where there are many. */
export interface CheckedRecord {
  readonly writer: string;
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  /** Whether the record has the hash that was taken of it. */
  readonly verdict: 'GENUINE' | 'EDITED' | 'UNKNOWN_FORMAT';
}

export function checkRecord(record: LedgerDocument): CheckedRecord {
  const { writer, sequence, previousHash, hash } = record;
  return { writer, sequence, previousHash, hash, verdict: verdictOn(record) };
}

function verdictOn(record: LedgerDocument): CheckedRecord['verdict'] {
  const expected = expectedHash(record);
  if (expected === undefined) return 'UNKNOWN_FORMAT';
  const inPlace = record.id === recordId(record.writer, record.sequence) && record.version === 1;
  return inPlace && expected === record.hash ? 'GENUINE' : 'EDITED';
}

/** What has not even the shape of a record was never hashed as it stands there. */
function expectedHash(record: LedgerDocument): string | undefined {
  try {
    return hashOf(record);
  } catch {
    return '';
  }
}
