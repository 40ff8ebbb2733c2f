import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { headKeyPaths, loadHeadKey } from '../../src/audit/head-key.js';
import { fileHeadSink } from '../../src/audit/head-sink.js';
import { openLedger, type Ledger } from '../../src/audit/ledger.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';
import { eventOf, now } from './events.js';
import { freshDirectory } from './fresh-directory.js';

const command = join(dirname(fileURLToPath(import.meta.url)), '../../src/audit/verify-command.js');
let directory: string;
let remove: () => Promise<void>;
let store: Store;
let ledger: Ledger;

beforeEach(async () => {
  ({ directory, remove } = await freshDirectory());
  store = await openStore({ dataDirectory: directory });
  ledger = await openLedger({
    store,
    writer: 'W1',
    headKey: await loadHeadKey({ ...headKeyPaths(directory), mayGenerate: true }),
    publish: fileHeadSink(join(directory, 'ledger-heads.jsonl')),
    now,
    // A slow machine must not publish a head between the records and the command.
    headEveryMs: 1_000_000,
  });
  await ledger.append(['A', 'B', 'C'].map(eventOf));
});
afterEach(async () => {
  await ledger.close();
  await store.close();
  await remove();
});

function run(...options: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, '--data-dir', directory, ...options], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

test('it runs beside a hub that has the store open, and says how much is vouched for', async () => {
  expect(await run()).toEqual({
    code: 0,
    said: 'ledger: verified, 3 records of 1 writers, 0 vouched for by signed heads, 3 written since the last head\n',
  });
  await ledger.close();
  expect(await run()).toEqual({
    code: 0,
    said: 'ledger: verified, 3 records of 1 writers, 3 vouched for by signed heads\n',
  });
});

test('an export can be verified where there is no store, and an edit in it is named', async () => {
  await ledger.close();
  const file = join(directory, 'export.jsonl');
  expect(await run('--export', file)).toMatchObject({ code: 0 });
  expect(await run('--records', file)).toMatchObject({ code: 0 });
  const text = await readFile(file, 'utf8');
  expect(text.split('\n')).toHaveLength(4);
  await writeFile(file, text.replace('"clientId":"B"', '"clientId":"X"'));
  expect(await run('--records', file)).toEqual({
    code: 1,
    said: 'ledger: EDITED at record 2 of writer W1: it does not have the hash that was taken of it\n',
  });
  await writeFile(file, text.split('\n').slice(0, 1).join('\n'));
  expect(await run('--records', file)).toEqual({
    code: 1,
    said: 'ledger: TRUNCATED at record 2 of writer W1: the end was cut off: a published head names record 3\n',
  });
});

test('what the export command writes verifies, and is AuditEvents where they are asked for', async () => {
  await ledger.close();
  const exportCommand = join(dirname(command), 'export-command.js');
  const written = (...options: string[]): Promise<string> =>
    new Promise((resolve) => {
      execFile(process.execPath, [exportCommand, '--data-dir', directory, ...options], (_error, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
  const file = join(directory, 'export.jsonl');
  await writeFile(file, await written());
  expect(await run('--records', file)).toMatchObject({ code: 0, said: expect.stringContaining('verified, 3 records') });
  const events = (await written('--format', 'auditevent', '--organisation', 'A81001')).trimEnd().split('\n');
  expect(events.map((line) => (JSON.parse(line) as { resourceType: string }).resourceType)).toEqual(
    Array.from({ length: 3 }, () => 'AuditEvent'),
  );
  expect(await written('--organisation', 'NOBODY')).toBe('');
  expect(await written('--from', 'yesterday')).toContain('could not be exported');
});

test('a torn line among the heads is counted and passed over', async () => {
  const heads = join(directory, 'ledger-heads.jsonl');
  await writeFile(heads, `${await readFile(heads, 'utf8')}{"writer":"W1","sequ`);
  await ledger.close();
  expect(await run()).toEqual({
    code: 0,
    said: 'ledger: verified, 3 records of 1 writers, 3 vouched for by signed heads; 1 unreadable heads\n',
  });
});

test('what cannot be read is not called verified', async () => {
  expect(await run('--public-key', join(directory, 'none.pem'))).toMatchObject({ code: 2 });
  expect(await run('--data-dir', join(directory, 'none'))).toMatchObject({ code: 2 });
});
