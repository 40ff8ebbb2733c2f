/** Goal row 62: a crash between a withdrawal and what follows from it leaves nothing undone and tells nobody twice. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { UpstreamSubject } from '../../adapters/contract.js';
import { parsePolicy } from '../../src/access/policy.js';
import type { ClientId, OrganisationId, Viewer } from '../../src/access/types.js';
import { createConsentDesk } from '../../src/consent/desk.js';
import { createWithdrawals } from '../../src/consent/withdrawals.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { packageRoot } from '../../src/package-root.js';
import type { Collection, Store, Stored } from '../../src/store/port.js';
import { createTaskDesk } from '../../src/task/desk.js';
import { newDirectory } from '../store/engines.js';
import { permitting } from './consent-samples.js';
import { Crash, crashing, crashPoints } from './crash-points.js';

const policy = parsePolicy(readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8'));
const keyring = createKeyring({ 1: randomBytes(32).toString('base64') });
const client = 'the-client' as ClientId;
const subject = { clientId: client } as UpstreamSubject;
const viewer = { subject: 'the-client', organisation: 'client' as OrganisationId, audience: 'CLIENT', purpose: 'OWN_RECORD', issuer: 'test' } satisfies Viewer; // prettier-ignore
const told = ['PATHWAYS' as OrganisationId, 'Y90001' as OrganisationId];
const start = Date.UTC(2026, 10, 26);
const minuteMs = 60_000;

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

/** One hub process on the store, with what it holds of the client between requests. */
function processOn(own: Store, clock: () => number) {
  const held = new Set(['dwp-citizen']);
  const tasks = createTaskDesk({ store: own, keyring, emit: () => Promise.resolve(), now: clock });
  const consents = createConsentDesk({ store: own, keyring, policyNow: () => policy, now: clock });
  const faults: unknown[] = [];
  const withdrawals = createWithdrawals({
    store: own,
    feeds: {
      end: (subjects) => {
        if (subjects.length > 0) held.clear();
        return [];
      },
    },
    tasks,
    subjectsOf: (id) => Promise.resolve(id === client ? [subject] : []),
    now: clock,
    report: (error) => faults.push(error),
  });
  return { held, consents, withdrawals, faults };
}
const all = <Document extends Stored>(name: 'tasks' | 'withdrawals' | 'consents') =>
  (store.collection(name) as unknown as Collection<Document>).find({ index: 'id', where: {}, limit: 100 });

async function given(): Promise<string> {
  const { consents } = processOn(store, () => start);
  const { id: _id, version: _version, status: _status, ...terms } = permitting({ recipients: told.map((organisation) => ({ kind: 'organisation', organisation })) }); // prettier-ignore
  const outcome = await consents.record(viewer, client, 'give-consent', {
    ...terms,
    evidence: { method: 'WRITTEN', wording: 'Yes.', language: 'en-GB', givenBy: 'CLIENT' },
  });
  if (outcome.kind !== 'stored') throw new Error(outcome.reason);
  return outcome.document.consentId;
}

async function withdraw({ consents, withdrawals }: ReturnType<typeof processOn>, consentId: string): Promise<void> {
  const document = (await consents.byId(consentId))!;
  const outcome = await consents.withdraw(viewer, document, 'withdraw-it', undefined);
  if (outcome.kind !== 'stored') throw new Error(outcome.reason);
  await withdrawals.follow(outcome.document, [subject]);
}
const status = async (consentId: string): Promise<string> =>
  (await processOn(store, () => start).consents.byId(consentId))!.consent.status;
const owners = async (): Promise<readonly string[]> =>
  (await all<Stored & { organisation: string }>('tasks')).map(({ organisation }) => organisation).sort();
const open = async (): Promise<readonly boolean[]> =>
  (await all<Stored & { open: boolean }>('withdrawals')).map((each) => each.open);

test('a process that dies at any write of a withdrawal leaves it undone, or whole once the hub has looked again', async () => {
  const counting = crashing(store);
  await withdraw(processOn(counting.store, () => start), await given()); // prettier-ignore
  expect(counting.writes()).toBe(5);
  for (const point of crashPoints(counting.writes())) {
    await store.close();
    await place.remove();
    place = newDirectory();
    store = await place.open();
    const consentId = await given();
    await expect(
      withdraw(
        processOn(crashing(store, point).store, () => start),
        consentId,
      ),
    ).rejects.toThrow(Crash);
    const isWithdrawn = (await status(consentId)) === 'WITHDRAWN';

    // Nobody who only restarted waits for the caller to ask again.
    const restarted = processOn(store, () => start + 2 * minuteMs);
    await restarted.withdrawals.sweep();
    expect([point, await owners()]).toEqual([point, isWithdrawn ? told : []]);
    expect([point, (await open()).includes(true)]).toEqual([point, false]);
    expect(await status(consentId)).toBe(isWithdrawn ? 'WITHDRAWN' : 'ACTIVE');

    // And whoever does ask again, with the same key, finishes it, and nobody is told twice.
    await withdraw(restarted, consentId);
    expect(await status(consentId)).toBe('WITHDRAWN');
    expect([point, await owners()]).toEqual([point, told]);
    expect([point, await open()]).toEqual([point, [false]]);
    expect(await all('consents')).toHaveLength(2);
  }
}, 120_000);

test('a withdrawal that is still under way is not raced by another process', async () => {
  const consentId = await given();
  const { consents } = processOn(store, () => start);
  await consents.withdraw(viewer, (await consents.byId(consentId))!, 'withdraw-it', undefined);
  await processOn(store, () => start + minuteMs / 2).withdrawals.sweep();
  expect(await owners()).toEqual([]);
});

test('another process drops what it holds of the client within a minute, and one that holds nothing of others keeps its own', async () => {
  let time = start;
  const other = processOn(store, () => time);
  await other.withdrawals.sweep();
  expect([...other.held]).toEqual(['dwp-citizen']);
  await withdraw(processOn(store, () => time), await given()); // prettier-ignore
  time += minuteMs;
  await other.withdrawals.sweep();
  expect([...other.held]).toEqual([]);
  expect(await owners()).toEqual(told);
});

test('two processes that find the same withdrawal open finish it once', async () => {
  const consentId = await given();
  const { consents } = processOn(store, () => start);
  await consents.withdraw(viewer, (await consents.byId(consentId))!, 'withdraw-it', undefined);
  const later = () => start + 2 * minuteMs;
  await Promise.all([processOn(store, later).withdrawals.sweep(), processOn(store, later).withdrawals.sweep()]);
  expect([await owners(), await open()]).toEqual([told, [false]]);
});
