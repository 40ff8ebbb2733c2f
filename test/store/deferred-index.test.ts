import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqlite, openReadOnly } from '../../src/store/sqlite.js';
import { startBackgroundWorker } from '../../src/store/sqlite-background.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { createEntryFile, entryTables } from '../../src/store/sqlite-entries.js';
import { filling, openEntries } from '../../src/store/sqlite-filling.js';
import { models } from '../../src/store/models/index.js';
import { startWorker } from '../../src/store/sqlite-writer.js';
import { RefusedQuery, StoreUnavailable, type Store } from '../../src/store/port.js';
import { client, ledgerRecord, newRecords } from './samples.js';
import { newDirectory } from './engines.js';

let place: ReturnType<typeof newDirectory>;
beforeEach(() => {
  place = newDirectory();
});
afterEach(() => place.remove());

const file = (name: string): string => join(place.dataDirectory, name);
const about = async (store: Store, whom: string): Promise<readonly number[]> => {
  const query = { index: 'clientId_at', where: { clientId: client(whom) }, limit: 1_000 } as const;
  return (await store.collection('ledger').find(query)).map(({ sequence }) => sequence);
};

test('whoever asks finds what was acknowledged before, however fast it was asked after', async () => {
  const store = await place.open();
  const ledger = store.collection('ledger');
  for (let sequence = 1; sequence <= 30; sequence += 1) {
    await ledger.insert(ledgerRecord('w', sequence, sequence % 3 === 0 ? 'b' : 'a'));
    expect((await about(store, 'a')).length + (await about(store, 'b')).length).toBe(sequence);
  }
  await ledger.insertMany(newRecords('many', 12_000, 'c'));
  expect(await ledger.countBy({ index: 'clientId_at', where: {} }, 'clientId')).toEqual(
    new Map([['a', 20], ['b', 10], ['c', 12_000]]), // prettier-ignore
  );
  await store.close();
});

test('an answer holds nothing that was stored after it was asked for', async () => {
  const store = await place.open();
  for (let turn = 1; turn <= 50; turn += 1) {
    const asked = about(store, 'a');
    await store.collection('ledger').insert(ledgerRecord('w', turn, 'a'));
    expect((await asked).length).toBe(turn - 1);
  }
  await store.close();
});

test('what an index is kept behind of is never replaced and never removed', async () => {
  const store = await place.open();
  const record = await store.collection('ledger').insert(ledgerRecord('w', 1, 'a'));
  await expect(store.collection('ledger').replace(record, 1)).rejects.toBeInstanceOf(RefusedQuery);
  await expect(store.collection('ledger').remove(record.id, 1)).rejects.toBeInstanceOf(RefusedQuery);
  await store.close();
});

test.each([
  ['was lost', (index: string) => rmSync(index)],
  ['is no database', (index: string) => writeFileSync(index, 'x'.repeat(10_000))],
  ['is empty', (index: string) => writeFileSync(index, '')],
])('an index file that %s is made again', async (_how, harm) => {
  const store = await place.open();
  await store.collection('ledger').insert(ledgerRecord('w', 1, 'a'));
  expect(await about(store, 'a')).toEqual([1]);
  await store.close();
  harm(file('hub-index.sqlite'));
  const again = await place.open();
  expect(await about(again, 'a')).toEqual([1]);
  await again.close();
});

test('an older copy of the store, put in its place, is told by what stands in the last row that was indexed', async () => {
  const store = await place.open();
  await store.collection('ledger').insert(ledgerRecord('w', 1, 'a'));
  await store.close();
  copyFileSync(file('hub.sqlite'), file('older'));
  const newer = await place.open();
  await newer.collection('ledger').insertMany([ledgerRecord('w', 2, 'a'), ledgerRecord('w', 3, 'a')]);
  expect(await about(newer, 'a')).toEqual([1, 2, 3]);
  await newer.close();
  for (const companion of ['hub.sqlite-wal', 'hub.sqlite-shm']) rmSync(file(companion), { force: true });
  copyFileSync(file('older'), file('hub.sqlite'));
  const restored = await place.open();
  // Other records in the rows of those that are gone: entries of before would be of nobody, or of somebody else.
  await restored.collection('ledger').insertMany([ledgerRecord('v', 1, 'b'), ledgerRecord('v', 2, 'a')]);
  expect(await restored.collection('ledger').countBy({ index: 'clientId_at', where: {} }, 'clientId')).toEqual(
    new Map([['a', 2], ['b', 1]]), // prettier-ignore
  );
  await restored.close();
});

/** As a hub leaves them that is killed in the middle of a filling. */
function fillInPart(commits: number): void {
  const tables = entryTables(Object.values(models));
  createEntryFile(file('hub-index.sqlite'), tables);
  const entries = openEntries(file('hub-index.sqlite'), file('hub.sqlite'), tables);
  const underWay = filling(entries, tables);
  for (let commit = 1; commit <= commits; commit += 1) expect(underWay.next().done).toBe(false);
  entries.close();
}
/** In a new file, as a restore in another process would: SQLite shares what it knows of a file within a process. */
function putBack(copy: string, name: string): void {
  for (const each of [name, `${name}-wal`, `${name}-shm`]) rmSync(file(each), { force: true });
  copyFileSync(file(copy), file(name));
}
const countsByClient = (store: Store): Promise<ReadonlyMap<unknown, number>> =>
  store.collection('ledger').countBy({ index: 'clientId_at', where: {} }, 'clientId');

test.each([1, 2, 5])(
  'a filling that ends behind its commit %i is gone on with, and nothing is there twice',
  async (commits) => {
    const store = await place.open();
    await store.collection('ledger').insertMany(newRecords('w', 1_000, 'a'));
    await store.close();
    rmSync(file('hub-index.sqlite'));
    fillInPart(commits);
    const again = await place.open();
    await again.collection('ledger').insertMany(newRecords('v', 10, 'b'));
    expect(await about(again, 'a')).toHaveLength(1_000);
    expect(await countsByClient(again)).toEqual(new Map([['a', 1_000], ['b', 10]])); // prettier-ignore
    await again.close();
  },
);

test('what an interrupted filling made of records that an older copy of the store does not hold is taken back', async () => {
  const store = await place.open();
  await store.collection('ledger').insertMany(newRecords('w', 10, 'a'));
  await store.close();
  copyFileSync(file('hub.sqlite'), file('older'));
  copyFileSync(file('hub-index.sqlite'), file('index'));
  const newer = await place.open();
  await newer.collection('ledger').insertMany(newRecords('v', 1_000, 'a'));
  await newer.close();
  putBack('index', 'hub-index.sqlite');
  fillInPart(2);
  putBack('older', 'hub.sqlite');
  const restored = await place.open();
  await restored.collection('ledger').insertMany(newRecords('u', 2_000, 'b'));
  expect(await countsByClient(restored)).toEqual(new Map([['a', 10], ['b', 2_000]])); // prettier-ignore
  await restored.close();
});

test('an index that an earlier hub kept in the table is dropped, and answered from the file', async () => {
  const store = await place.open();
  await store.collection('ledger').insert(ledgerRecord('w', 1, 'a'));
  await store.close();
  const connection = connect(file('hub.sqlite'));
  connection.exec('CREATE INDEX ledger_clientId_at ON ledger (clientId, at, id)');
  connection.close();
  const again = await place.open();
  expect(await about(again, 'a')).toEqual([1]);
  await again.close();
  const after = connect(file('hub.sqlite'));
  expect(after.all("SELECT name FROM sqlite_schema WHERE name = 'ledger_clientId_at'", [])).toEqual([]);
  after.close();
});

test('a reader beside the hub asks indexes of its own, as far as what is committed; and so does one without a hub', async () => {
  const store = await place.open();
  await store.collection('ledger').insert(ledgerRecord('w', 1, 'a'));
  const reader = await openReadOnly(place.dataDirectory);
  expect(await about(reader, 'a')).toEqual([1]);
  await store.collection('ledger').insert(ledgerRecord('w', 2, 'a'));
  expect(await about(reader, 'a')).toEqual([1, 2]);
  await reader.close();
  await store.close();
  const alone = await openReadOnly(place.dataDirectory);
  expect(await about(alone, 'a')).toEqual([1, 2]);
  expect(await alone.collection('ledger').countBy({ index: 'clientId_at', where: {} }, 'clientId')).toEqual(
    new Map([['a', 2]]),
  );
  await alone.close();
});

test('when the background worker dies, deferred indexes are refused, and all else goes on', async () => {
  let background: ReturnType<typeof startBackgroundWorker> | undefined;
  const store = await openSqlite(
    { dataDirectory: place.dataDirectory },
    { writing: startWorker, background: (settings) => (background = startBackgroundWorker(settings)) },
  );
  const ledger = store.collection('ledger');
  await ledger.insert(ledgerRecord('w', 1, 'a'));
  expect(await about(store, 'a')).toEqual([1]);
  await background?.terminate();
  await ledger.insert(ledgerRecord('w', 2, 'a'));
  await expect(about(store, 'a')).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await ledger.find({ index: 'writer_sequence', where: { writer: 'w' }, limit: 9 })).toHaveLength(2);
  await store.close();
});
