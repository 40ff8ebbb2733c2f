import { execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { scanLedger } from '../../src/audit/scan.js';
import { openReadOnly } from '../../src/store/sqlite.js';
import { freshDirectory } from './fresh-directory.js';

const here = dirname(fileURLToPath(import.meta.url));
const verifyCommand = join(here, '../../src/audit/verify-command.js');

/** Runs a hub that is killed with -9 some time after its first acknowledgement, and gives what it had acknowledged. */
async function runAndKill(directory: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(here, 'crashing-hub.js'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), randomInt(20, 120));
    output += String(chunk);
  }
  return output.split('\n').slice(0, -1); // what follows the last newline was cut by the kill
}

test('whatever was acknowledged before a kill -9 is in the ledger, and the chains of all the dead writers verify', async () => {
  const { directory, remove } = await freshDirectory();
  const acknowledged: string[] = [];
  for (let round = 0; round < 4; round += 1) acknowledged.push(...(await runAndKill(directory)));

  const store = await openReadOnly(directory);
  const stored = new Set<string>();
  for await (const record of scanLedger(store)) stored.add(record.clientId ?? '');
  await store.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(4); // how many more is the machine’s affair
  expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);

  const verified = await promisify(execFile)(process.execPath, [verifyCommand, '--data-dir', directory]);
  expect(verified.stdout).toMatch(new RegExp(`^ledger: verified, ${stored.size} records of 4 writers, `));
  await remove();
}, 60_000);
