/** A worker of a verification: reads or parses records, and takes their hashes. */
import { parentPort } from 'node:worker_threads';
import type { LedgerDocument } from '../store/documents.js';
import type { Key, Store } from '../store/port.js';
import { openReadOnly } from '../store/sqlite.js';
import { columnsOf } from './checked-columns.js';
import { checkRecord, type CheckedRecord } from './checked-record.js';
import type { CheckJob, CheckReply, StopJob, StretchJob } from './check-jobs.js';

const pageSize = 1_000;
const stores = new Map<string, Promise<Store>>();

// What comes in is of `parallel-check.ts`'s own making: this worker has no other caller.
let last = Promise.resolve();
parentPort?.on('message', (job: CheckJob | StopJob) => {
  last = last.then(async () => {
    if (job.kind === 'stop') return stop();
    parentPort?.postMessage(await answer(job));
  });
});

async function stop(): Promise<void> {
  for (const opened of stores.values()) await opened.then((store) => store.close()).catch(() => undefined);
  parentPort?.close();
}

async function answer(job: CheckJob): Promise<CheckReply> {
  try {
    const records = job.kind === 'stretch' ? await checkStretch(job) : checkLines(job.bytes);
    return { columns: columnsOf(records) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

async function checkStretch({ dataDirectory, writer, from, below }: StretchJob): Promise<readonly CheckedRecord[]> {
  const opened = stores.get(dataDirectory) ?? openReadOnly(dataDirectory);
  stores.set(dataDirectory, opened);
  const ledger = (await opened).collection('ledger');
  const sequence = { ...(from !== undefined && { gte: from }), ...(below !== undefined && { lt: below }) };
  const where = from === undefined && below === undefined ? { writer } : { writer, sequence };
  const records: CheckedRecord[] = [];
  // As many as there are: whoever tampered need not have kept to whole numbers.
  for (let after: readonly Key[] | undefined; ;) {
    const page = await ledger.find({ index: 'writer_sequence', where, limit: pageSize, ...(after && { after }) });
    for (const record of page) records.push(checkRecord(record));
    const last = page.at(-1);
    if (!last || page.length < pageSize) return records;
    after = [last.sequence, last.id];
  }
}

function checkLines(bytes: Uint8Array): readonly CheckedRecord[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').split('\n');
  // Their shape is whatever their hash says: what is no record has no hash.
  return lines.filter((line) => line !== '').map((line) => checkRecord(JSON.parse(line) as LedgerDocument));
}
