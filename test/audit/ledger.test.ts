import { expect, test } from '@jest/globals';
import { openLedger, type Ledger, type LedgerOptions } from '../../src/audit/ledger.js';
import type { SignedHead } from '../../src/audit/signed-head.js';
import { verifyLedger } from '../../src/audit/verify.js';
import { eventOf, keys, now } from './events.js';
import { inOrder, ledgerInMemory, type LedgerInMemory } from './ledger-in-memory.js';

interface Opened {
  readonly memory: LedgerInMemory;
  readonly ledger: Ledger;
  readonly heads: SignedHead[];
}

async function opened(options: Partial<LedgerOptions> = {}, memory = ledgerInMemory()): Promise<Opened> {
  const heads: SignedHead[] = [];
  const publish = (head: SignedHead): Promise<void> => Promise.resolve(void heads.push(head));
  const ledger = await openLedger({ store: memory.store, headKey: keys.privateKey, publish, now, ...options });
  return { memory, ledger, heads };
}

const verified = ({ memory, heads }: Opened) => verifyLedger(inOrder(memory.records), heads, keys.publicKey);
const clients = ({ memory }: Opened) => memory.records.map(({ clientId }) => clientId);

test('a record says who saw what of whom, and stands behind the one before it', async () => {
  const hub = await opened({ writer: 'W1' });
  await hub.ledger.append([eventOf('AMINA'), eventOf('BEN')]);
  const [first, second] = hub.memory.records;
  expect(first).toEqual({
    ...eventOf('AMINA'),
    id: 'W1:000000000001',
    version: 1,
    writer: 'W1',
    sequence: 1,
    at: '2025-06-02T09:30:00.000Z',
    previousHash: '0'.repeat(64),
    format: 3,
    salt: expect.stringMatching(/^[0-9a-f]{32}$/),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(second).toMatchObject({ sequence: 2, previousHash: first!.hash });
});

test('no two records have a salt in common, however many are drawn at a time', async () => {
  const hub = await opened();
  for (let round = 0; round < 5; round += 1) {
    await hub.ledger.append(Array.from({ length: 211 }, () => eventOf('AMINA')));
  }
  const salts = hub.memory.records.map(({ salt }) => salt);
  expect(new Set(salts).size).toBe(5 * 211);
  expect(salts.filter((salt) => !/^[0-9a-f]{32}$/.test(salt ?? ''))).toEqual([]);
});

test('a thousand requests that arrive together share a few commits, and none is lost or swapped', async () => {
  const hub = await opened();
  const names = Array.from({ length: 1_000 }, (_, index) => `CLIENT-${index}`);
  await Promise.all(names.map((name) => hub.ledger.append([eventOf(name)])));
  expect(hub.memory.commits).toBe(2);
  expect(clients(hub)).toEqual(names);
  expect(await verified(hub)).toMatchObject({ ok: true, records: 1_000 });
});

test('the events of one request are never parted, however many they are', async () => {
  const hub = await opened({ batchLimit: 2 });
  await Promise.all([
    hub.ledger.append([eventOf('A')]),
    hub.ledger.append(['B', 'C', 'D'].map(eventOf)),
    hub.ledger.append([eventOf('E')]),
  ]);
  expect(hub.memory.commits).toBe(3);
  expect(clients(hub)).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('an append is refused when its commit failed, and so is what comes after until the store can write', async () => {
  const hub = await opened();
  await hub.ledger.append([eventOf('A')]);
  hub.memory.writable = false;
  await expect(hub.ledger.append([eventOf('B')])).rejects.toMatchObject({ why: 'COMMIT_FAILED' });
  await expect(hub.ledger.append([eventOf('C')])).rejects.toMatchObject({ why: 'STORE_CANNOT_WRITE' });
  await expect(hub.ledger.check()).rejects.toMatchObject({ why: 'STORE_CANNOT_WRITE' });
  expect(hub.ledger.state()).toMatchObject({ healthy: false });
  hub.memory.writable = true;
  await hub.ledger.check();
  expect(hub.ledger.state()).toMatchObject({ healthy: true });
  await hub.ledger.append([eventOf('D')]);
  await hub.ledger.close();
  expect(clients(hub)).toEqual(['A', 'D']);
  expect(await verified(hub)).toMatchObject({ ok: true, records: 2, writers: 2, vouchedFor: 2 });
});

test('a waiting request is not lost with the failed commit of another: the ledger mends itself in front of it', async () => {
  const hub = await opened({ batchLimit: 1 });
  hub.memory.failures.push('before it is stored');
  const answers = await Promise.allSettled(['A', 'B'].map((name) => hub.ledger.append([eventOf(name)])));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(clients(hub)).toEqual(['B']);
});

test('an event that the store finds invalid fails alone, not the requests that shared its commit', async () => {
  const hub = await opened({ writer: 'W1' });
  const events = [eventOf('A'), { ...eventOf('B'), policyVersion: '' }, eventOf('C')];
  const answers = await Promise.allSettled(events.map((event) => hub.ledger.append([event])));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(clients(hub)).toEqual(['A', 'C']);
  expect(hub.ledger.state()).toMatchObject({ writer: 'W1', healthy: true });
  expect(await verified(hub)).toMatchObject({ ok: true });
});

test.each(['after it was stored', 'hangs and is stored later', 'never answers'] as const)(
  'a commit whose outcome is unknown (%s) is refused, and leaves no hole in any chain',
  async (failure) => {
    const hub = await opened({ commitDeadlineMs: 20 });
    await hub.ledger.append([eventOf('A')]);
    hub.memory.failures.push(failure);
    await expect(hub.ledger.append([eventOf('B')])).rejects.toThrow('the ledger cannot write');
    await hub.ledger.append([eventOf('C')]);
    hub.memory.release();
    await hub.ledger.append([eventOf('D')]);
    await hub.ledger.close();
    expect(clients(hub)).toEqual(expect.arrayContaining(['A', 'C', 'D']));
    expect(await verified(hub)).toMatchObject({ ok: true, writers: 2, vouchedFor: 3 });
  },
);

test.each(['before it is stored', 'after it was stored', 'hangs and is stored later', 'never answers'] as const)(
  'what was chained behind a commit that fails (%s) while it ran begins a new chain, and none has a hole',
  async (failure) => {
    const hub = await opened({ writer: 'W1', commitDeadlineMs: 20, batchLimit: 2 });
    await hub.ledger.append([eventOf('A')]);
    hub.memory.failures.push(failure);
    const answers = ['B', 'C', 'D', 'E'].map((name) => hub.ledger.append([eventOf(name)]));
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual([
      ...['rejected', 'rejected'],
      ...['fulfilled', 'fulfilled'],
    ]);
    hub.memory.release();
    await hub.ledger.close();
    expect(hub.memory.records.filter(({ writer }) => writer !== 'W1').map(({ clientId }) => clientId)).toEqual([
      'D',
      'E',
    ]);
    expect(await verified(hub)).toMatchObject({ ok: true, writers: 2, vouchedFor: 3 });
  },
);

test('after the close nothing is taken any more, and the last head says that the chain ends there', async () => {
  const hub = await opened({ writer: 'W1' });
  const last = hub.ledger.append([eventOf('A')]);
  await hub.ledger.close();
  await last;
  await expect(hub.ledger.append([eventOf('B')])).rejects.toMatchObject({ why: 'CLOSED' });
  expect(hub.heads.map(({ sequence, closed }) => [sequence, closed])).toEqual([
    [0, false],
    [1, false],
    [1, true],
  ]);
});

test('a head is published whenever so many records have been written', async () => {
  const hub = await opened({ headEveryRecords: 10, headEveryMs: 1_000_000 });
  for (let index = 0; index < 25; index += 1) await hub.ledger.append([eventOf('A')]);
  expect(hub.heads.map(({ sequence }) => sequence)).toEqual([0, 10, 20]);
});

test('a sink that is down stops no disclosure, is seen in the state, and gets its head when it is up again', async () => {
  const heads: SignedHead[] = [];
  let up = true;
  const publish = (head: SignedHead): Promise<void> =>
    up ? Promise.resolve(void heads.push(head)) : Promise.reject(new Error('down'));
  const hub = await opened({ publish, headEveryRecords: 1, headEveryMs: 5 });
  up = false;
  await hub.ledger.append([eventOf('A')]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(hub.ledger.state()).toMatchObject({ healthy: true, sequence: 1 });
  expect(hub.ledger.state().headFailures).toBeGreaterThan(0);
  up = true;
  await hub.ledger.close();
  expect(heads.at(-1)).toMatchObject({ sequence: 1, closed: true });
});

test('a ledger whose first head cannot be published does not open', async () => {
  await expect(opened({ publish: () => Promise.reject(new Error('no such bucket')) })).rejects.toThrow(
    'no such bucket',
  );
});

test('two writers side by side keep a chain each', async () => {
  const memory = ledgerInMemory();
  const hubs = [await opened({}, memory), await opened({}, memory)] as const;
  await Promise.all(
    Array.from({ length: 100 }, (_, index) => hubs[index % 2]!.ledger.append([eventOf(`CLIENT-${index}`)])),
  );
  await Promise.all(hubs.map(({ ledger }) => ledger.close()));
  const heads = hubs.flatMap((hub) => hub.heads);
  expect(await verifyLedger(inOrder(memory.records), heads, keys.publicKey)).toEqual({
    ok: true,
    records: 100,
    writers: 2,
    vouchedFor: 100,
  });
});

test('half a surrogate pair in a token does not make the record read as edited', async () => {
  const hub = await opened();
  const event = eventOf('A');
  await hub.ledger.append([{ ...event, viewer: { ...event.viewer, subject: 'dr-\ud800' } }]);
  expect(hub.memory.records[0]!.viewer.subject).toBe('dr-\ufffd');
  expect(await verified(hub)).toMatchObject({ ok: true });
});
