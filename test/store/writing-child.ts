/**
 * Writes without pause until it is killed, and says on standard output what has been acknowledged, one id a line:
 * single records, batches (`batch:` and their last id), and replacements (`version:` and the version).
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open.js';
import { ledgerRecord, relationship } from './samples.js';

const [dataDirectory = '', round = ''] = process.argv.slice(2);
const store = await openStore({ dataDirectory });
const acknowledge = (what: string) => writeSync(1, `${what}\n`);
acknowledge('ready');

async function single(writer: string): Promise<void> {
  for (let sequence = 1; ; sequence += 1) {
    const { id } = await store.collection('ledger').insert(ledgerRecord(writer, sequence, 'a'));
    acknowledge(id);
  }
}

async function batches(writer: string): Promise<void> {
  for (let last = 10; ; last += 10) {
    const records = Array.from({ length: 10 }, (_, at) => ledgerRecord(writer, last - 9 + at, 'b'));
    await store.collection('ledger').insertMany(records);
    acknowledge(`batch:${writer}:${last}`);
  }
}

async function replacements(name: string): Promise<void> {
  let current = await store.collection('relationships').insert(relationship(name, 'a'));
  while (true) {
    current = await store.collection('relationships').replace(current, current.version);
    acknowledge(`version:${name}:a:${current.version}`);
  }
}

await Promise.all([
  single(`single-1-${round}`),
  single(`single-2-${round}`),
  batches(`batch-${round}`),
  replacements(`replaced-${round}`),
]);
