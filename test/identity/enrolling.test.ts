/** A number that a caller may name of anybody: the hub works as hard for one that it knew, and keeps nothing of that. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createEnrolling, type Enrolling } from '../../src/identity/enrolling.js';
import { createIdentifiers } from '../../src/identity/identifiers.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { testNHSNumber } from '../../src/identity/nhs-number.js';
import type { Store } from '../../src/store/port.js';
import { newDirectory } from '../store/engines.js';
import { Crash, crashing, crashPoints } from '../trust/crash-points.js';

const keyring = createKeyring({ 1: randomBytes(32).toString('base64') });
const person = { nhsNumber: testNHSNumber(901), externalIds: {}, enrolledAt: '2026-11-25T00:00:00.000Z' };
const enrollingOn = (own: Store): Enrolling =>
  createEnrolling({ store: own, keyring, identifiers: createIdentifiers({ store: own, keyring }) });

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
const held = async () =>
  Promise.all(
    (['clients', 'identifiers'] as const).map((name) =>
      store.collection(name).find({ index: 'id', where: {}, limit: 100 }),
    ),
  );

test('somebody new is enrolled once, and found by everybody', async () => {
  const enrolling = enrollingOn(store);
  const id = await enrolling.enrolUntold(person);
  expect(await enrolling.enrol(person)).toBe(id);
  const [clients, identifiers] = await held();
  expect([clients?.map((each) => each.id), identifiers?.length]).toEqual([[id], 1]);
  expect(clients?.[0]).toMatchObject({ traceDueAt: person.enrolledAt });
});

test('of somebody whom the hub knew nothing stays behind, and nothing of theirs changes', async () => {
  const enrolling = enrollingOn(store);
  const id = await enrolling.enrol(person);
  const before = await held();
  expect(await Promise.all([enrolling.enrolUntold(person), enrolling.enrolUntold(person)])).toEqual([id, id]);
  for (let tries = 0; tries < 200 && (await held()).some(({ length }) => length > 1); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await held()).toEqual(before);
});

test('a crash at any write leaves the number whose it was, and nobody to be asked for', async () => {
  const id = await enrollingOn(store).enrol(person);
  for (const point of crashPoints(4)) {
    const dying = crashing(store, point);
    // What is taken away is taken away behind the answer: a crash there is nobody's to see.
    await enrollingOn(dying.store).enrolUntold(person).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    }); // prettier-ignore
  }
  expect(await enrollingOn(store).enrolUntold(person)).toBe(id);
  const due = await store.collection('clients').find({ index: 'traceDueAt', where: { traceDueAt: { lte: '2999-01-01T00:00:00.000Z' } }, limit: 100 }); // prettier-ignore
  expect(due.map((each) => each.id)).toEqual([id]);
});
