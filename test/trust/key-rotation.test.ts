/** Identifiers at rest: what is sealed is sealed again, what is looked up by hash is found again, whatever stops it. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallContext, UpstreamSubject } from '../../adapters/contract.js';
import { createProviderCsvLoaders } from '../../adapters/provider-csv/loaders.js';
import { describedIdOf } from '../../adapters/provider-csv/whose-row.js';
import { importFile } from '../../adapters/provider-csv/import.js';
import { columns } from '../../adapters/provider-csv/column-specification.js';
import type { ClientId, NHSNumber, OrganisationId, Viewer } from '../../src/access/types.js';
import { createDirectory } from '../../src/identity/directory.js';
import { createIdentifiers } from '../../src/identity/identifiers.js';
import { createKeyring, type Keyring } from '../../src/identity/keyring.js';
import { createLinks } from '../../src/identity/links.js';
import { createMatchDesk } from '../../src/identity/matching/desk.js';
import { testNHSNumber } from '../../src/identity/nhs-number.js';
import { createPairwiseIds } from '../../src/identity/pairwise-id.js';
import { rotateKeys } from '../../src/identity/rotate.js';
import { createRepresentationDesk } from '../../src/representation/desk.js';
import { collectionNames, models } from '../../src/store/models/index.js';
import { sealedFields } from '../../src/store/sealed-fields.js';
import type { Collection, Store, Stored } from '../../src/store/port.js';
import { engines, type Place } from '../store/engines.js';
import { policy } from './consent-samples.js';
import { Crash, crashing, crashPoints, type CrashPoint } from './crash-points.js';

const [first, second] = [randomBytes(32), randomBytes(32)].map((secret) => secret.toString('base64')) as [
  string,
  string,
];
const now = (): number => Date.UTC(2026, 10, 25);
const operator = 'O' as OrganisationId;
const representative = testNHSNumber(760);
const recorder: Viewer = {
  subject: 's',
  organisation: operator,
  audience: 'CLINICIAN',
  purpose: 'DIRECT_CARE',
  issuer: 'test',
};
const numbers = Array.from({ length: 12 }, (_, index) => testNHSNumber(700 + index));

describe.each(engines)('$engine', ({ newPlace }) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = newPlace();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const roomsOf = (keyring: Keyring, own = store) => {
    const directory = createDirectory({ store: own, keyring, pairwiseIds: createPairwiseIds(Buffer.alloc(32)) });
    return {
      directory,
      identifiers: createIdentifiers({ store: own, keyring }),
      links: createLinks({ store: own, keyring, subjectOf: directory.subjectOf, now }),
    };
  };
  const deskOf = (keyring: Keyring, own = store) =>
    createRepresentationDesk({ store: own, keyring, policyNow: () => policy, now });
  const matchesOf = (keyring: Keyring) =>
    createMatchDesk({ store, keyring, tasks: {} as never, model: {} as never, link: {} as never, operator, now });
  const describe_ = (keyring: Keyring) =>
    matchesOf(keyring).request({ subject: 'coach', organisation: operator }, 'STAFF', {
      description: { familyName: 'Okonkwo', birthDate: '1984-02-29' },
      externalIds: {},
      relationships: [],
    });
  const represent = (keyring: Keyring, client: ClientId) =>
    deskOf(keyring).record(recorder, client, 'represent-1', {
      nhsNumber: representative,
      name: 'A Parent',
      evidence: 'Birth certificate',
      authority: 'PARENTAL_RESPONSIBILITY',
      categories: ['SUPPORT'],
      acts: ['READ'],
      period: { start: '2026-01-01', end: '2027-01-01' },
    });
  const rotate = async (keyring: Keyring, own = store): Promise<number> => {
    const { directory, identifiers } = roomsOf(keyring, own);
    let changed = 0;
    for await (const { resealed, rekeyed } of rotateKeys({
      store: own,
      keyring,
      identifiers,
      subjectOf: directory.subjectOf,
    })) {
      changed += resealed + rekeyed;
    }
    return changed;
  };
  const csvOf = (rows: readonly string[][]): Buffer =>
    Buffer.from(
      [
        [
          ...['provider_client_id', 'nhs_number', 'updated_on'],
          ...['programme', 'case_status', 'family_name', 'birth_date'],
        ],
        ...rows,
      ]
        .map((row) => row.join(','))
        .join('\n'),
    );
  const numberedRows = (updated: string): string[][] =>
    numbers.slice(0, 3).map((number, index) => [`C-${index}`, number, updated, 'WorkWell', 'open', '', '']);
  const describedRow = ['C-9', '', '2026-11-01', 'WorkWell', 'open', 'Okonkwo', '1984-02-29'];
  const describedId = describedIdOf('C-9', { familyName: 'Okonkwo', birthDate: '1984-02-29' });
  const importRows = (keyring: Keyring, updated = '2026-11-01', rows = numberedRows(updated)) =>
    importFile(
      csvOf(rows),
      { organisation: 'PATHWAYS', provider: 'PATHWAYS', maxRows: 100 },
      { store, keyring, askWho: () => Promise.resolve() },
      now,
    );
  const fill = async (keyring: Keyring): Promise<void> => {
    const { directory, links } = roomsOf(keyring);
    for (const [index, nhsNumber] of numbers.entries()) {
      const id = await directory.enrol({
        nhsNumber,
        nino: `ZZ${200_000 + index}A`,
        externalIds: {},
        enrolledAt: '2026-01-01T00:00:00Z',
      });
      await links.link(
        id,
        { system: 'provider-dataverse', value: `contact-${index}` },
        {
          evidence: 'ROSTER',
          by: { subject: 's', organisation: 'O' as OrganisationId, audience: 'HUB' },
        },
      );
    }
    expect((await importRows(keyring)).accepted).toBe(true);
    expect((await importRows(keyring, '2026-11-01', [describedRow])).accepted).toBe(true);
    await describe_(keyring);
    const client = (await roomsOf(keyring).directory.byNHSNumber(numbers[0]!))!;
    expect(await represent(keyring, client.id)).toMatchObject({ kind: 'stored' });
  };
  /** Everything that was stored is found, and can be read. */
  const expectAllThere = async (keyring: Keyring): Promise<void> => {
    await expectAllFound(keyring);
    expect(await allOf('providerRows')).toHaveLength(4);
    expect(await allOf('clients')).toHaveLength(numbers.length);
    expect(await allOf('identifiers')).toHaveLength(numbers.length);
  };
  const expectAllFound = async (keyring: Keyring): Promise<void> => {
    const { directory } = roomsOf(keyring);
    for (const [index, nhsNumber] of numbers.entries()) {
      const client = await directory.byNHSNumber(nhsNumber);
      expect(client && directory.subjectOf(client)).toMatchObject({
        nhsNumber,
        nino: `ZZ${200_000 + index}A`,
        externalIds: { 'provider-dataverse': `contact-${index}` },
      });
      expect(keyring.open(client!.links![0]!.identifier!)).toBe(`contact-${index}`);
    }
    const rows = await allOf('providerRows');
    for (const { row } of rows as unknown as { row: Parameters<Keyring['open']>[0] }[])
      expect(keyring.open(row)).toContain('WorkWell');
    // By the keys that a request, a sign-in or a repeated question would look them up by.
    const call = { signal: new AbortController().signal } as CallContext;
    const ground = { store, keyring, askWho: () => Promise.resolve() };
    const { support } = createProviderCsvLoaders({ provider: 'PATHWAYS', ground, now }, call);
    const person = (nhsNumber: NHSNumber, id?: string): UpstreamSubject => ({
      clientId: 'C' as ClientId,
      nhsNumber,
      externalIds: id === undefined ? {} : { 'provider-csv': id },
    });
    expect((await support(person(numbers[1]!))).items).toHaveLength(1);
    expect((await support(person(numbers[5]!, describedId))).items).toHaveLength(1);
    const client = (await directory.byNHSNumber(numbers[0]!))!;
    expect(await deskOf(keyring).of(representative, [client.id])).toBeDefined();
    // The lowest key stays where calls are to be known again: what is derived from it never moves.
    if (keyring !== after) expect(await represent(keyring, client.id)).toMatchObject({ kind: 'stored' });
    await describe_(keyring);
    for (const name of ['matches', 'representatives'] as const) expect(await allOf(name)).toHaveLength(1);
  };
  const allOf = (name: (typeof collectionNames)[number]): Promise<readonly Stored[]> =>
    (store.collection(name) as unknown as Collection<Stored>).find({ index: 'id', where: {}, limit: 1000 });

  const before = createKeyring({ 1: first });
  const during = createKeyring({ 1: first, 2: second }, 2);
  const after = createKeyring({ 2: second });

  test('with both keys all is found before, while and after it is rotated, and then with the new one alone', async () => {
    await fill(before);
    await expectAllThere(during);
    expect(await rotate(during)).toBeGreaterThan(0);
    await expectAllThere(during);
    await expectAllThere(after);
    expect(await rotate(during)).toBe(0);
    // Not one text or hash is left that the old key could be used on.
    for (const name of collectionNames) expect(JSON.stringify(await allOf(name))).not.toMatch(/"1\.[\w-]{20}/);
    const { directory } = roomsOf(before);
    for (const number of numbers) expect(await directory.byNHSNumber(number)).toBeUndefined();
  });

  test('the sealing key rotates alone, and lookups stay where they are', async () => {
    await fill(before);
    const sealing = createKeyring({ 1: first, 2: second });
    const ids = (await allOf('identifiers')).map(({ id }) => id);
    await rotate(sealing);
    expect((await allOf('identifiers')).map(({ id }) => id)).toEqual(ids);
    await expectAllThere(sealing);
  });

  test('cut at any write, the next run goes through what is left, and at no moment is anybody lost', async () => {
    await fill(before);
    const { store: counted, writes } = crashing(store);
    await rotate(during, counted);
    const every = writes();
    // A new key each time, so that there is work each time.
    const secrets: Record<number, string> = { 1: first, 2: second };
    for (const [index, point] of spread(crashPoints(every), 24).entries()) {
      secrets[index + 3] = randomBytes(32).toString('base64');
      const ring = createKeyring(secrets, index + 3);
      await expect(rotate(ring, crashing(store, point).store)).rejects.toBeInstanceOf(Crash);
      await expectAllFound(ring);
      await rotate(ring);
      await expectAllThere(ring);
      expect(await rotate(ring)).toBe(0);
    }
  });

  test('a row that a provider sends again while lookups move takes the place of the one under the old key', async () => {
    await fill(before);
    await importRows(during, '2026-11-02');
    await expectAllThere(during);
  });

  test('two hubs of which one writes under the new key make one client of one number', async () => {
    const olds = createKeyring({ 1: first, 2: second }, 1);
    const number = testNHSNumber(799);
    const enrol = (keyring: Keyring): Promise<ClientId> =>
      roomsOf(keyring).directory.enrol({
        nhsNumber: number,
        externalIds: {},
        enrolledAt: '2026-01-01T00:00:00Z',
      });
    const ids = await Promise.all([enrol(olds), enrol(during), enrol(olds), enrol(during)]);
    const found = await Promise.all(
      [olds, during].map(async (keyring) => (await roomsOf(keyring).directory.byNHSNumber(number))?.id),
    );
    expect(new Set(found).size).toBe(1);
    expect(found).toContain(ids[0]);
  });
});

test('every sealed field of every collection is known to the rotation', () => {
  const names = Object.fromEntries(
    collectionNames.map((name) => [name, sealedFields(models[name].schema).map((field) => field.name)]),
  );
  expect(names).toMatchObject({
    clients: ['subject', 'trace', 'links'],
    providerRows: ['row'],
    matches: ['proposal', 'candidate', 'reason'],
    representatives: ['person', 'name', 'evidence'],
    unlinks: ['identifier', 'note'],
    ledger: [],
  });
  expect(columns.length).toBeGreaterThan(0);
});

function spread(points: readonly CrashPoint[], most: number): readonly CrashPoint[] {
  const step = Math.max(1, Math.floor(points.length / most));
  return points.filter((_point, index) => index % step === 0);
}
