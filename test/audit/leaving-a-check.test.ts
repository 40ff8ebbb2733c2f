import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { openLedger } from '../../src/audit/ledger.js';
import { headKeyPaths, loadHeadKey } from '../../src/audit/head-key.js';
import { openStore } from '../../src/store/open.js';
import { eventOf, now } from './events.js';
import { freshDirectory } from './fresh-directory.js';

/** Leaves a check of a store after its first records, time after time, and says so at its end. */
const program = (directory: string): string => `
  import { checkStore } from ${JSON.stringify(new URL('../../src/audit/parallel-check.js', import.meta.url).href)};
  for (let time = 0; time < 10; time += 1) for await (const records of checkStore(${JSON.stringify(directory)})) break;
  console.log('left');
`;

// Workers that were ended while libsql read for them took the process down with SIGABRT: a verification that had found a
// fault ended with no word of it.
test('a verification that is left early ends its workers, and the process lives', async () => {
  const { directory, remove } = await freshDirectory();
  const store = await openStore({ dataDirectory: directory });
  const headKey = await loadHeadKey({ ...headKeyPaths(directory), mayGenerate: true });
  const ledger = await openLedger({ store, writer: 'W1', headKey, publish: () => Promise.resolve(), now });
  for (let batch = 0; batch < 10; batch += 1) {
    await ledger.append(Array.from({ length: 1_000 }, (_, index) => eventOf(`CLIENT-${batch}-${index}`)));
  }
  await ledger.close();
  await store.close();
  const ran = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program(directory)]);
  await expect(ran).resolves.toEqual({ stdout: 'left\n', stderr: '' });
  await remove();
});
