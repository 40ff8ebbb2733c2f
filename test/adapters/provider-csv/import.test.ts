import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { importFile, type ProviderCsvGround } from '../../../adapters/provider-csv/import.js';
import { csv, fixture, header, now, openGround, rowOf, settings, storedRows, type Ground } from './ground.js';

let ground: Ground;
beforeEach(async () => {
  ground = await openGround();
});
afterEach(() => ground.remove());

const take = (bytes: Buffer, on: ProviderCsvGround = ground) => importFile(bytes, settings, on, now);
const programmes = async () => (await storedRows(ground)).map((row) => `${row.provider_client_id} ${row.programme}`);

/** The same store, which dies at the `allowed`+1st write of a row. */
function dyingAfter(allowed: number): Ground {
  let left = allowed;
  const guard = <Value>(write: () => Promise<Value>): Promise<Value> =>
    left-- > 0 ? write() : Promise.reject(new Error('power cut'));
  const real = ground.store.collection('providerRows');
  const rows: typeof real = {
    ...real,
    insertMany: (documents) => guard(() => real.insertMany(documents)),
    replace: (document, version) => guard(() => real.replace(document, version)),
  };
  const collection = (name: 'providerFiles') => (name === rows.name ? rows : ground.store.collection(name));
  return { ...ground, store: { ...ground.store, collection: collection as Ground['store']['collection'] } };
}

test('an accepted file is recorded, and nothing in the store names the client', async () => {
  const { digest, ...imported } = await take(await fixture('clients.csv'));
  expect(imported).toEqual({ accepted: true, rows: 3, faults: [], known: false });
  expect(await ground.store.collection('providerFiles').get(`brightway:${digest}`)).toEqual({
    id: `brightway:${digest}`,
    version: 1,
    provider: 'brightway',
    accepted: true,
    rows: 3,
    faults: [],
    receivedAt: '2025-06-02T09:30:00.000Z',
  });
  const rows = await ground.store.collection('providerRows').find({ index: 'id', where: {}, limit: 10 });
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(/9434765919|C-1|Okafor|Harbour/);
});

test('a faulty file leaves no row behind, not even of its good rows', async () => {
  const imported = await take(await fixture('faulty.csv'));
  expect(imported).toMatchObject({ accepted: false, rows: 0 });
  expect(imported.faults).toHaveLength(14);
  expect(await storedRows(ground)).toEqual([]);
  expect(await ground.store.collection('providerFiles').get(`brightway:${imported.digest}`)).toMatchObject({
    accepted: false,
    faults: imported.faults,
  });
});

test('the same content is imported once, under whatever name it comes again', async () => {
  const bytes = await fixture('clients.csv');
  await take(bytes);
  const before = await ground.store.collection('providerRows').find({ index: 'id', where: {}, limit: 10 });
  expect(await take(bytes)).toMatchObject({ accepted: true, known: true, rows: 3 });
  expect(await ground.store.collection('providerRows').find({ index: 'id', where: {}, limit: 10 })).toEqual(before);
});

test('a faulty file that comes again is refused again, with its faults', async () => {
  const first = await take(await fixture('faulty.csv'));
  expect(await take(await fixture('faulty.csv'))).toEqual({ ...first, known: true });
});

test('a later file replaces the rows that it names and leaves the others', async () => {
  await take(csv(header, rowOf('C-1'), rowOf('C-2')));
  await take(csv(header, rowOf('C-2', 'Restart'), rowOf('C-3')));
  expect(await programmes()).toEqual(['C-1 Health Trainer', 'C-2 Restart', 'C-3 Health Trainer']);
});

test('a row that was given to the wrong person leaves that person when it is corrected', async () => {
  await take(csv(header, rowOf('C-1')));
  await take(csv(header, rowOf('C-1').replace('9434765919', '9434765870')));
  expect((await storedRows(ground)).map((row) => row.nhs_number)).toEqual(['9434765870']);
});

test.each([0, 1, 2, 3, 4, 5])(
  'an import that died at its write %i is finished by the next, as if it had not',
  async (writes) => {
    const many = (programme: string) => Array.from({ length: 1_000 }, (_, n) => rowOf(`C-${n}`, programme));
    await take(csv(header, ...['C-0', 'C-700'].map((id) => rowOf(id, 'Earlier'))));
    const bytes = csv(header, ...many('Later'));
    const dying = dyingAfter(writes);
    if (writes < 4) {
      await expect(take(bytes, dying)).rejects.toThrow('power cut');
      expect(await take(bytes)).toMatchObject({ accepted: true, known: false, rows: 1_000 });
    } else {
      expect(await take(bytes, dying)).toMatchObject({ accepted: true });
    }
    const rows = await storedRows(ground);
    expect(rows).toHaveLength(1_000);
    expect(rows.every((row) => row.programme === 'Later')).toBe(true);
  },
);

test('who a described client is is asked once for all their rows, and again by whoever finishes an import that was cut short', async () => {
  const bytes = csv(
    'record_id,provider_client_id,updated_on,programme,case_status,family_name,birth_date',
    '1,C-1,2025-06-01,Restart,open,Ray,1990-01-01',
    '2,C-1,2025-06-01,Restart,open,Ray,1990-01-01',
    '3,C-2,2025-06-01,Restart,open,Lee,1991-01-01',
  );
  await expect(take(bytes, { ...ground, askWho: () => Promise.reject(new Error('power cut')) })).rejects.toThrow(
    'power cut',
  );
  expect(await take(bytes)).toMatchObject({ accepted: true, known: false, rows: 3 });
  expect(ground.asked).toEqual([
    {
      organisation: 'BRIGHTWAY',
      describedId: expect.stringMatching(/^C-1#[0-9a-f]{16}$/),
      description: { familyName: 'Ray', birthDate: '1990-01-01' },
      since: '2025-06-02T09:30:00.000Z',
    },
    expect.objectContaining({ describedId: expect.stringMatching(/^C-2#/) }),
  ]);
  await take(bytes);
  expect(ground.asked).toHaveLength(2);
});

test('two hubs that import one file side by side end with its rows once', async () => {
  await take(csv(header, rowOf('C-1', 'Earlier')));
  const bytes = csv(header, rowOf('C-1', 'Later'), rowOf('C-2', 'Later'));
  const both = await Promise.all([take(bytes), take(bytes)]);
  expect(both.map(({ accepted }) => accepted)).toEqual([true, true]);
  expect(await programmes()).toEqual(['C-1 Later', 'C-2 Later']);
});
