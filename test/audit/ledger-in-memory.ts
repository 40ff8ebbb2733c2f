/** A store of the ledger alone, in memory, that fails on demand: for what no real engine does when asked. */
import type { LedgerDocument } from '../../src/store/documents.js';
import { InvalidDocument, type Collection, type ReadyDocuments, type Store } from '../../src/store/port.js';
import type { LedgerRecord } from '../../src/audit/record.js';

export type Failure = 'before it is stored' | 'after it was stored' | 'never answers' | 'hangs and is stored later';

export interface LedgerInMemory {
  readonly store: Store;
  readonly records: LedgerDocument[];
  /** How many commits were asked for. */
  commits: number;
  /** How the next commits fail. */
  readonly failures: Failure[];
  writable: boolean;
  /** Lets what hangs be stored. */
  release(): void;
}

interface Ready extends ReadyDocuments {
  readonly records: readonly LedgerRecord[];
}

export function ledgerInMemory(): LedgerInMemory {
  const hanging: (() => void)[] = [];
  const keep = (records: readonly LedgerRecord[]): void => {
    for (const record of records) memory.records.push({ ...structuredClone(record), version: 1 });
  };
  const ready = (records: readonly LedgerRecord[]): Ready => {
    if (records.some(({ policyVersion }) => policyVersion === '')) throw new InvalidDocument('policyVersion');
    return { count: records.length, records };
  };
  const insertReady = async (batch: readonly Ready[]): Promise<void> => {
    const records = batch.flatMap((each) => each.records);
    memory.commits += 1;
    await new Promise((resolve) => setImmediate(resolve));
    const failure = memory.writable ? memory.failures.shift() : 'before it is stored';
    if (failure === 'before it is stored') throw new Error('disk full');
    if (failure === 'never answers' || failure === 'hangs and is stored later') {
      if (failure === 'hangs and is stored later') hanging.push(() => keep(records));
      await new Promise(() => undefined);
    }
    keep(records);
    if (failure === 'after it was stored') throw new Error('connection lost');
  };
  const memory: LedgerInMemory = {
    store: {
      collection: (name) =>
        (name === 'ledger' ? { name, ready, insertReady } : { name, ...unkept }) as unknown as Collection<never>,
      check: () => (memory.writable ? Promise.resolve() : Promise.reject(new Error('disk full'))),
      close: () => Promise.resolve(),
    },
    records: [],
    commits: 0,
    failures: [],
    writable: true,
    release: () => hanging.splice(0).forEach((store) => store()),
  };
  return memory;
}

/** What stands beside the ledger, and is not looked at here. */
const unkept = { insert: () => Promise.resolve(), insertMany: () => Promise.resolve() };

/** In the order in which `scanLedger` reads. */
export async function* inOrder(records: readonly LedgerDocument[]): AsyncGenerator<LedgerDocument> {
  await Promise.resolve();
  yield* records.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
