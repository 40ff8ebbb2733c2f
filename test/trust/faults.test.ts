/** A clock that jumps, a store that stops, a disk that is full, a policy that cannot be used: the hub refuses, says which, and loses nothing. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { StoreUnavailable } from '../../src/store/port.js';
import { createClock, startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';

let hub: TestHub | undefined;
afterEach(async () => {
  await hub?.close();
  hub = undefined;
});

const dayMs = 86_400_000;
const permit = {
  effect: 'PERMIT',
  categories: ['SUPPORT', 'EMPLOYMENT_STATUS'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01', end: '2027-06-30' },
} as const;
const people = { AMINA: { person: AMINA, consents: [permit] } };
const look = (of: TestHub) =>
  of
    .as('clinician')
    .query(
      'query($by: ClientLookup!) { client(by: $by) { demographics { __typename ... on Demographics { ageDays } } support { __typename } } }',
      {
        by: { nhsNumber: AMINA.nhsNumber },
      },
    );
const record = async (of: TestHub, key: string) =>
  of.as('work-and-health-coach').record({
    idempotencyKey: key,
    client: await of.idFor('provider', 'AMINA'),
    categories: ['SUPPORT'],
    recipients: [{ audience: 'CLINICIAN' }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'SPOKEN', wording: 'Yes.' },
  });

/** Far enough from the policy's first day for a clock to jump back without leaving it. */
const laterClock = () => {
  const clock = createClock();
  clock.forward(30 * dayMs);
  return clock;
};

describe('a clock that jumps', () => {
  test('forward ends what has ended by then, and back again nothing is lost, no age is negative, and the ledger stays whole', async () => {
    const clock = laterClock();
    hub = await startHub({ people, clock });
    expect((await look(hub)).data.client.support.__typename).toBe('Support');
    clock.forward(400 * dayMs);
    expect((await look(hub)).data.client.support.__typename).toBe('Withheld');
    clock.forward(-410 * dayMs);
    const early = await look(hub);
    expect(early.data.client.support.__typename).toBe('Support');
    expect(early.data.client.demographics.ageDays).toBeGreaterThanOrEqual(0);
    // Before any policy was in effect nothing can be decided, so nothing is shown.
    clock.forward(-390 * dayMs);
    expect(await look(hub)).toMatchObject({ data: null, errors: [{ extensions: { owner: 'HUB' } }] });
    clock.forward(400 * dayMs);
    expect((await look(hub)).data.client.support.__typename).toBe('Support');
    const records = await hub.ledger();
    expect(new Set(records.map(({ sequence, writer }) => `${writer} ${sequence}`)).size).toBe(records.length);
    expect(records.length).toBeGreaterThanOrEqual(4);
  });

  test('during a mutation leaves one consent for one key', async () => {
    const clock = laterClock();
    hub = await startHub({ people, clock });
    const first = await record(hub, 'jump-key-1');
    clock.forward(-2 * dayMs);
    const second = await record(hub, 'jump-key-1');
    expect(second.data.recordConsent.consent?.id ?? second).toBe(first.data.recordConsent.consent.id);
  });
});

describe('a store that cannot write', () => {
  test.each(['SQLITE_FULL', 'SQLITE_IOERR'])(
    '(%s) shows nothing to anybody, says that it is the hub’s fault, and goes on when it can write again',
    async (code) => {
      hub = await startHub({ people });
      const { store } = hub.demo.hub;
      const ledger = store.collection('ledger');
      const { insertReady } = ledger;
      const { check } = store;
      const before = await hub.ledger();
      Object.assign(ledger, {
        insertReady: () => Promise.reject(new StoreUnavailable(`the store could not write (${code})`)),
      });
      Object.assign(store, { check: () => Promise.reject(new StoreUnavailable(code)) });
      for (let turn = 0; turn < 3; turn += 1) {
        expect(await look(hub)).toMatchObject({
          data: null,
          errors: [{ extensions: { code: 'LEDGER_UNAVAILABLE', owner: 'HUB' } }],
        });
      }
      expect((await fetch(`${hub.url}/health/ready`)).status).toBe(503);
      expect(await hub.ledger()).toEqual(before);
      Object.assign(ledger, { insertReady });
      Object.assign(store, { check });
      expect((await look(hub)).data.client.support.__typename).toBe('Support');
      expect((await hub.ledger()).slice(0, before.length)).toEqual(before);
    },
  );

  test('refuses a mutation whole, and the same key does it once the store can write', async () => {
    hub = await startHub({ people });
    const consents = hub.demo.hub.store.collection('consents');
    const { insert } = consents;
    Object.assign(consents, { insert: () => Promise.reject(new StoreUnavailable('SQLITE_FULL')) });
    const refused = await record(hub, 'full-disk-1');
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'STORE_UNAVAILABLE', owner: 'HUB' });
    Object.assign(consents, { insert });
    const done = await record(hub, 'full-disk-1');
    expect(done.data.recordConsent.__typename).toBe('ConsentRecorded');
    expect(await record(hub, 'full-disk-1')).toEqual(done);
  });

  test('that stops under a running hub leaves no answer with data, and what was acknowledged is there at the next start', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'hub-faults-'));
    try {
      hub = await startHub({ people, dataDirectory });
      const done = await record(hub, 'stopped-store-1');
      const seen = (await hub.ledger()).length;
      await hub.demo.hub.store.close();
      const { body } = await hub
        .as('clinician')
        .send('query($by: ClientLookup!) { client(by: $by) { support { __typename } } }', {
          by: { nhsNumber: AMINA.nhsNumber },
        });
      expect(body).toMatch(/STORE_UNAVAILABLE|LEDGER_UNAVAILABLE/);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { owner: 'HUB' } }] });
      expect(body).not.toContain('Support');
      await hub.close().catch(() => undefined);
      hub = await startHub({ people, dataDirectory });
      expect((await hub.ledger()).length).toBeGreaterThanOrEqual(seen);
      expect((await record(hub, 'stopped-store-1')).data.recordConsent.consent.id).toBe(
        done.data.recordConsent.consent.id,
      );
    } finally {
      await hub?.close();
      hub = undefined;
      await rm(dataDirectory, { recursive: true, force: true });
    }
  });
});

describe('a policy that cannot be used keeps the hub from starting, and is named', () => {
  const shipped = (name: string): Promise<string> => readFile(new URL(`policies/${name}.yaml`, packageRoot), 'utf8');
  const startWith = async (
    name: 'sharing' | 'classification' | 'matching',
    text: string | undefined,
  ): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-policy-'));
    const path = join(folder, `${name}.yaml`);
    try {
      if (text !== undefined) await writeFile(path, text);
      hub = await startHub({
        people,
        change: (settings) => ({ ...settings, policies: { ...settings.policies, [name]: path } }),
      });
      return 'started';
    } catch (error) {
      return error instanceof Error ? error.message : 'no error';
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  test.each(['sharing', 'classification', 'matching'] as const)('%s: not there', async (name) => {
    expect(await startWith(name, undefined)).toMatch(new RegExp(`policies\\.${name}`));
  });
  test.each(['sharing', 'classification', 'matching'] as const)('%s: not YAML', async (name) => {
    expect(await startWith(name, 'version: [')).toMatch(/polic|classification/i);
  });
  test('sharing: two rules of one name', async () => {
    const text = await shipped('sharing');
    const ids = [...text.matchAll(/id: ([A-Z]-\d+)/g)].map(([, id]) => id);
    expect(await startWith('sharing', text.replace(`id: ${ids[1] ?? ''}`, `id: ${ids[0] ?? ''}`))).toMatch(/policy/i);
  });
  test('matching: shares that contradict each other', async () => {
    expect(await startWith('matching', (await shipped('matching')).replace('u: 0.5038', 'u: 0.1'))).toMatch(
      /fields\.sex/,
    );
  });
  test('the shipped ones start', async () => {
    for (const name of ['sharing', 'classification', 'matching'] as const) {
      expect([name, await startWith(name, await shipped(name))]).toEqual([name, 'started']);
      await hub?.close();
      hub = undefined;
    }
  });
});
