/** A store of an earlier hub is brought to this one's format: all of it or nothing, whatever stops it on the way. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ClientId } from '../../src/access/types.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { bringToFormat, StoreFormatFault, storeFormat } from '../../src/migration/store-format.js';
import type { Sealed } from '../../src/store/documents.js';
import { models } from '../../src/store/models/index.js';
import type { CollectionName, Store, Stored } from '../../src/store/port.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { databaseFile } from '../../src/store/sqlite-files.js';
import { sealedFields, withSealed } from '../../src/store/sealed-fields.js';
import { startHub } from '../acceptance/hub.js';
import { newDirectory } from '../store/engines.js';
import { caseOfSupport, consent, employerCase, ledgerRecord, referral, session } from '../store/samples.js';
import { Crash, crashing, crashPoints } from '../trust/crash-points.js';

const keyring = createKeyring({ '1': randomBytes(32).toString('base64') });
const now = (): number => Date.UTC(2026, 10, 26);
const words = 'I agree, says Amina, because of my back';
const likeSealed = '3.5';

let place: ReturnType<typeof newDirectory>;
let store: Store;
beforeEach(async () => {
  place = newDirectory();
  store = await place.open();
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

/** A sample as this hub writes it, everything that is sealed sealed for real. */
const insert = async (name: CollectionName, document: object): Promise<void> => {
  const fields = sealedFields(models[name].schema);
  await store.collection(name).insert(withSealed(document, fields, () => keyring.seal(words)) as never);
};

/** What an earlier hub wrote, whose declarations were others: past this hub's store. */
async function writeAsBefore(changes: readonly string[]): Promise<void> {
  await store.close();
  const connection = connect(databaseFile(place.dataDirectory));
  for (const sql of changes) connection.exec(sql);
  connection.close();
  store = await place.open();
}

/** The clear text is the one thing that the sealed fields of the two differ in. */
const format1 = [
  `UPDATE consents SET body = json_set(body, '$.evidence.wording', '${words}', '$.withdrawalReason', '${likeSealed}')`,
  `UPDATE cases SET body = json_remove(body, '$.entry', '$.nextLookOn', '$.ground')`,
  `UPDATE cases SET body = json_set(body, '$.interventions[0].provider', '${words}', '$.discharge.destination', '${words}',
    '$.managers[0].reason', '${words}')`,
  `UPDATE sessions SET body = json_set(body, '$.place', '${words}')`,
  `UPDATE referrals SET body = json_set(body, '$.clockHours', json('{"ACCEPTANCE": 48}'), '$.sharing.statement', '${words}',
    '$.streaming.overrideReason', '${words}')`,
];

async function fillAsFormat1(): Promise<void> {
  await insert('consents', consent('c', 1, 'a'));
  await insert('cases', { ...caseOfSupport('first'), openedAt: '2025-01-01T00:00:00Z' });
  await insert('cases', { ...caseOfSupport('again'), status: 'OPEN', slot: 'open:x' });
  await insert('cases', { ...caseOfSupport('other'), clientId: 'somebody else' as ClientId });
  await insert('sessions', session);
  await insert('referrals', referral('r', 'a'));
  await insert('ledger', ledgerRecord('w', 1, 'a'));
  await writeAsBefore(format1);
}

const all = async (name: CollectionName, of = store): Promise<readonly Stored[]> =>
  of.collection(name).find({ index: 'id', where: {}, limit: 100 } as never);

/** Every text that is kept sealed in a collection, opened. */
async function opened(name: CollectionName): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const document of await all(name)) {
    withSealed(document, sealedFields(models[name].schema), (text) => {
      texts.push(keyring.open(text as Sealed));
      return text as Sealed;
    });
  }
  return texts;
}

/** Documents as they lie in the file, without what the store itself says of them. */
async function bodies(): Promise<readonly unknown[]> {
  return Promise.all((['consents', 'cases', 'sessions', 'referrals', 'ledger'] as const).map((name) => all(name)));
}

async function requireFormat2(): Promise<void> {
  expect([...(await opened('consents'))].sort()).toEqual([likeSealed, words].sort());
  for (const name of ['cases', 'sessions', 'referrals'] as const) {
    const texts = await opened(name);
    expect(texts.length).toBeGreaterThan(0);
    expect(new Set(texts)).toEqual(new Set([words]));
  }
  const cases = await all('cases');
  expect(Object.fromEntries(cases.map((each) => [each.id, each]))).toMatchObject({
    first: { entry: 'FIRST', nextLookOn: '2025-01-01' },
    again: { entry: 'AGAIN', nextLookOn: '2026-01-01', ground: 'BEGIN_DUE' },
    other: { entry: 'FIRST' },
  });
  expect(cases.filter((each) => 'ground' in each).map(({ id }) => id)).toEqual(['again']);
  expect(await all('referrals')).not.toMatchObject([{ clockHours: expect.anything() }]);
  expect(JSON.stringify(await bodies())).not.toContain('Amina');
}

test('what stood in the clear is sealed, what was missing is there, and the ledger is as it was', async () => {
  await fillAsFormat1();
  const ledger = await all('ledger');
  expect(JSON.stringify(await bodies())).toContain('Amina');
  expect(await bringToFormat(store, keyring, now)).toEqual({ from: 1, changed: 6 });
  await requireFormat2();
  expect(await all('ledger')).toEqual(ledger);
  const before = await bodies();
  expect(await bringToFormat(store, keyring, now)).toBeUndefined();
  expect(await bodies()).toEqual(before);
});

test('a store in use is left as it is, and so is what is sealed under a key that the hub was not given', async () => {
  await insert('consents', consent('c', 1, 'a'));
  await insert('sessions', session);
  const before = await bodies();
  const other = createKeyring({ '1': randomBytes(32).toString('base64') });
  expect(await bringToFormat(store, other, now)).toBeUndefined();
  expect(await bodies()).toEqual(before);
  expect(await store.collection('storeFormats').get('store')).toMatchObject({ format: storeFormat });
});

test('cut at any write, the next start ends it', async () => {
  await fillAsFormat1();
  const counted = crashing(store);
  await bringToFormat(counted.store, keyring, now);
  const writes = counted.writes();
  expect(writes).toBe(7); // six documents and the format
  for (const at of crashPoints(writes)) {
    await writeAsBefore([...format1, 'DELETE FROM storeFormats']);
    await expect(bringToFormat(crashing(store, at).store, keyring, now)).rejects.toThrow(Crash);
    await bringToFormat(store, keyring, now);
    await requireFormat2();
  }
});

test('something that has no place any more stops it before anything is changed, by name and count', async () => {
  await fillAsFormat1();
  await insert('employerCases', employerCase);
  await writeAsBefore([
    `UPDATE employerCases SET body = json_remove(json_set(body, '$.entries', json('[]')), '$.changes')`,
  ]);
  const before = await bodies();
  const start = bringToFormat(store, keyring, now);
  await expect(start).rejects.toThrow(StoreFormatFault);
  await expect(start).rejects.toThrow('employerCases: changes: required (1 document)');
  expect(await bodies()).toEqual(before);
  expect(await all('storeFormats')).toEqual([]);
});

test('a store of a later hub is refused', async () => {
  await store.collection('storeFormats').insert({ id: 'store', format: 3, since: '2027-01-01T00:00:00Z' });
  await expect(bringToFormat(store, keyring, now)).rejects.toThrow('later hub: it has format 3, this hub 2');
});

test('a hub that starts says of its store which format it has', async () => {
  const hub = await startHub({ people: {} });
  try {
    expect(await hub.demo.hub.store.collection('storeFormats').get('store')).toMatchObject({ format: storeFormat });
  } finally {
    await hub.close();
  }
});
