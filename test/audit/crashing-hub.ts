/**
 * A process that appends as fast as it can and prints each number once its append has been acknowledged, until it is
 * killed. Arguments: data directory.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { headKeyPaths, loadHeadKey } from '../../src/audit/head-key.js';
import { fileHeadSink } from '../../src/audit/head-sink.js';
import { openLedger } from '../../src/audit/ledger.js';
import { openStore } from '../../src/store/open.js';
import { eventOf } from './events.js';

const directory = process.argv[2] ?? '';
const store = await openStore({ dataDirectory: directory });
const ledger = await openLedger({
  store,
  headKey: await loadHeadKey({ ...headKeyPaths(directory), mayGenerate: true }),
  publish: fileHeadSink(join(directory, 'ledger-heads.jsonl')),
  now: Date.now,
  headEveryMs: 20,
});
const { writer } = ledger.state();
for (let number = 0; ; number += 1) {
  const appended = ledger.append([eventOf(`${writer}-${number}`)]);
  void appended.then(() => writeSync(1, `${writer}-${number}\n`));
  if (number % 32 === 0) await appended; // many at a time, so that the kill falls into commits of several requests
}
