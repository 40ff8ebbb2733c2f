import type { CheckedColumns } from './check-jobs.js';
import type { CheckedRecord } from './checked-record.js';

const verdicts = ['GENUINE', 'EDITED', 'UNKNOWN_FORMAT'] as const satisfies readonly CheckedRecord['verdict'][];
const width = 64;

export function columnsOf(records: readonly CheckedRecord[]): CheckedColumns {
  return {
    writers: records.map(({ writer }) => writer),
    sequences: records.map(({ sequence }) => sequence),
    previousHashes: records.map(({ previousHash }) => fitted(previousHash)).join(''),
    hashes: records.map(({ hash }) => fitted(hash)).join(''),
    verdicts: records.map(({ verdict }) => verdicts.indexOf(verdict)),
  };
}

export function recordsFrom({ writers, sequences, verdicts: numbers, ...hashes }: CheckedColumns): CheckedRecord[] {
  return writers.map((writer, at) => ({
    writer,
    sequence: sequences[at] ?? 0,
    previousHash: hashes.previousHashes.slice(at * width, (at + 1) * width),
    hash: hashes.hashes.slice(at * width, (at + 1) * width),
    verdict: verdicts[numbers[at] ?? -1] ?? 'EDITED',
  }));
}

/** Whatever else stands there is no hash of anything, and must not move its neighbours. */
const fitted = (hash: unknown): string =>
  typeof hash === 'string' && hash.length === width ? hash : '-'.repeat(width);
