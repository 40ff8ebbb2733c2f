import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openReadOnly } from '../../src/store/sqlite.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { newDirectory } from './engines.js';
import { ledgerRecord, relationship } from './samples.js';

let place: ReturnType<typeof newDirectory>;
beforeEach(() => {
  place = newDirectory();
});
afterEach(() => place.remove());

const open = new URL('../../src/store/open.js', import.meta.url).href;
/** Opens the directory in another process and says how that went. */
const openElsewhere = (dataDirectory: string): string =>
  spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { openStore } from ${JSON.stringify(open)};
     try { await (await openStore({ dataDirectory: ${JSON.stringify(dataDirectory)} })).close(); console.log('opened'); }
     catch (error) { console.log(error.name, error.message); }`,
  ]).stdout.toString().trim(); // prettier-ignore

test('a second process is refused while the first has it, and not afterwards', async () => {
  const store = await place.open();
  expect(openElsewhere(place.dataDirectory)).toBe(
    `StoreUnavailable Another hub has ${place.dataDirectory} open; one data directory serves one process`,
  );
  await expect(place.open()).rejects.toThrow('Another hub has');
  await store.close();
  expect(openElsewhere(place.dataDirectory)).toBe('opened');
});

test('only its owner may see the directory and the files, even where it was there before with other rights', async () => {
  mkdirSync(place.dataDirectory);
  chmodSync(place.dataDirectory, 0o755);
  const store = await place.open();
  await store.check();
  const modes = readdirSync(place.dataDirectory).map((file) => statSync(join(place.dataDirectory, file)).mode & 0o777);
  expect(statSync(place.dataDirectory).mode & 0o777).toBe(0o700);
  expect(modes.length).toBeGreaterThanOrEqual(4);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  await store.close();
});

test('closing leaves one file with everything in it', async () => {
  const store = await place.open();
  await store.collection('ledger').insert(ledgerRecord('w', 1));
  await store.close();
  const wal = join(place.dataDirectory, 'hub.sqlite-wal');
  expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
});

test('a reader beside the hub sees what is committed and can write nothing', async () => {
  const store = await place.open();
  await store.collection('ledger').insert(ledgerRecord('w', 1));
  const reader = await openReadOnly(place.dataDirectory);
  expect(await reader.collection('ledger').get('w:1')).toMatchObject({ sequence: 1 });
  await store.collection('ledger').insert(ledgerRecord('w', 2));
  const found = await reader.collection('ledger').find({ index: 'writer_sequence', where: { writer: 'w' }, limit: 9 });
  expect(found).toHaveLength(2);
  expect(await reader.collection('ledger').countBy({ index: 'writer_sequence', where: {} }, 'writer')).toEqual(
    new Map([['w', 2]]),
  );
  await expect(reader.collection('ledger').insert(ledgerRecord('w', 3))).rejects.toThrow('reading only');
  await expect(reader.check()).rejects.toThrow('reading only');
  await reader.close();
  await store.close();
  const after = await openReadOnly(place.dataDirectory);
  expect(await after.collection('ledger').get('w:2')).toMatchObject({ sequence: 2 });
  await after.close();
});

test('there is nothing to read where there is no store, and none is made', async () => {
  await expect(openReadOnly(place.dataDirectory)).rejects.toThrow('There is no store');
  expect(existsSync(place.dataDirectory)).toBe(false);
});

test('a file of a later format is refused', async () => {
  await (await place.open()).close();
  const connection = connect(join(place.dataDirectory, 'hub.sqlite'));
  connection.exec('PRAGMA user_version = 1000');
  connection.close();
  await expect(place.open()).rejects.toThrow('written by a later hub');
  connect(join(place.dataDirectory, 'hub.sqlite')).exec('PRAGMA user_version = 1');
  await (await place.open()).close();
});

test('a later declaration finds its index built over what is already stored', async () => {
  const store = await place.open();
  const { clientId, ...rest } = relationship('r', 'a');
  await store.collection('relationships').insert({ clientId, ...rest });
  await store.close();
  const connection = connect(join(place.dataDirectory, 'hub.sqlite'));
  for (const name of connection.all("SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'relationships%clientId%'", [])) connection.exec(`DROP INDEX ${String(name)}`); // prettier-ignore
  connection.exec('ALTER TABLE relationships DROP COLUMN clientId');
  connection.close();
  const again = await place.open();
  const found = again.collection('relationships').find({ index: 'clientId', where: { clientId }, limit: 1 });
  expect(await found).toHaveLength(1);
  await again.close();
});
