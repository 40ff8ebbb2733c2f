/** Emergency access is one person's, in the part, for the purpose, under the issuer and for the colleague in whose name they opened it. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ClientId, OrganisationId, Viewer } from '../../src/access/types.js';
import { createEmergencyDesk, type EmergencyDesk } from '../../src/emergency/desk.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { createNotices } from '../../src/notice/notices.js';
import type { Store } from '../../src/store/port.js';
import { createTaskDesk } from '../../src/task/desk.js';
import { newDirectory } from '../store/engines.js';
import { policy } from '../trust/consent-samples.js';

const now = (): number => Date.UTC(2026, 10, 26, 12);
const amina = 'amina' as ClientId;
const doctor: Viewer = {
  subject: 'ward-system',
  organisation: 'RHOSP' as OrganisationId,
  audience: 'CLINICIAN',
  purpose: 'DIRECT_CARE',
  issuer: 'https://trust.example',
  onBehalfOf: 'dr-night',
};
const others: readonly [string, Viewer][] = [
  ['a colleague', { ...doctor, subject: 'other-system' }],
  ['the same name elsewhere', { ...doctor, organisation: 'RELSE' as OrganisationId }],
  ['the same person in another part', { ...doctor, audience: 'WORK_COACH' }],
  ['the same person for another purpose', { ...doctor, purpose: 'SERVICE_MANAGEMENT' }],
  ['the same name under another issuer', { ...doctor, issuer: 'https://other.example' }],
  ['another user of the same system', { ...doctor, onBehalfOf: 'dr-day' }],
];
// A policy under which all of them may open some: what tells them apart is the desk alone.
const callers = new Set(
  [doctor, ...others.map(([, viewer]) => viewer)].map((each) => `${each.audience} ${each.purpose}`),
);
const generous = { ...policy, emergency: { ...policy.emergency!, callers } };

let place: ReturnType<typeof newDirectory>;
let store: Store;
let desk: EmergencyDesk;
let grant: string;
beforeEach(async () => {
  place = newDirectory();
  store = await place.open();
  const keyring = createKeyring({ '1': randomBytes(32).toString('base64') });
  const emit = () => Promise.resolve();
  const tasks = createTaskDesk({ store, keyring, emit, now });
  desk = createEmergencyDesk({
    store,
    keyring,
    notices: createNotices(store, emit),
    tasks,
    policyNow: () => generous,
    now,
  });
  const opened = await desk.open(doctor, amina, 'emergency-1', { reason: 'CANNOT_BE_ASKED', note: 'Unconscious.' });
  if (opened.kind !== 'granted') throw new Error(opened.reason);
  grant = opened.grant.id;
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

test('whoever opened it has it, and may close it', async () => {
  expect([...(await desk.runningFor(doctor)).keys()]).toEqual([amina]);
  expect(await desk.close(doctor, grant)).toMatchObject({ kind: 'granted' });
  expect((await desk.runningFor(doctor)).size).toBe(0);
});

test.each(others)('%s has nothing by it, and cannot close it', async (_who, viewer) => {
  expect((await desk.runningFor(viewer)).size).toBe(0);
  expect(await desk.close(viewer, grant)).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
  expect((await desk.runningFor(doctor)).size).toBe(1);
});

test('neither the system that opened it nor the person in whose name it did reviews it', async () => {
  const [review] = await store.collection('tasks').find({ index: 'id', where: {}, limit: 2 });
  expect(review).toMatchObject({
    kind: 'EMERGENCY_ACCESS_REVIEW',
    excluded: [
      { organisation: 'RHOSP', subject: 'ward-system' },
      { organisation: 'RHOSP', subject: 'dr-night' },
    ],
  });
});
