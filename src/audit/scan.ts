import { setImmediate } from 'node:timers/promises';
import type { LedgerDocument } from '../store/documents.js';
import type { Key, Store } from '../store/port.js';

const page = 1_000;

/** Every record, by writer and sequence, a page at a time: the order in which `verifyLedger` and an export want them. */
export async function* scanLedger(store: Pick<Store, 'collection'>): AsyncGenerator<LedgerDocument> {
  const ledger = store.collection('ledger');
  let after: readonly Key[] | undefined;
  for (;;) {
    const records = await ledger.find({ index: 'writer_sequence', where: {}, limit: page, ...(after && { after }) });
    yield* records;
    await setImmediate(); // the embedded store reads without leaving the event loop
    const last = records.at(-1);
    if (!last || records.length < page) return;
    after = [last.writer, last.sequence, last.id];
  }
}
