/**
 * What the benchmark's figures rest on, as counts: they hold on any machine, however busy. The hub runs whole, against the
 * benchmark's simulator, as it does under `npm run bench`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientView, clientViewCalls, page, pageCalls } from '../../bench/operations.js';
import { clinicOf, enrolBenchPeople, practice } from '../../bench/programs/enrol.js';
import { hubSettings } from '../../bench/programs/hub-settings.js';
import { startIssuer, type Issuer } from '../../bench/tokens.js';
import { benchPeople } from '../../bench/upstream/people.js';
import { startSimulator, type Simulator } from '../../bench/upstream/simulator.js';
import type { OrganisationId } from '../../src/access/types.js';
import type { HubSettings } from '../../src/config.js';
import { buildHub, type Hub } from '../../src/hub.js';
import { createLog } from '../../src/log.js';
import { listen, type Listening } from '../../src/server/listen.js';
import { createMetrics } from '../../src/server/metrics.js';
import { countCalls, type CallCounts } from './call-counts.js';

const people = benchPeople();
/** How many wait for one commit: enough that each having one of its own would be seen. */
const waiting = 30;
/** Milliseconds: a deadline that a busy machine does not reach. */
const patienceMs = 50_000;
const directory = mkdtempSync(join(tmpdir(), 'hub-guard-rails-'));
let simulator: Simulator;
let issuer: Issuer;
let hub: Hub;
let listening: Listening;
let counts: CallCounts;

beforeAll(async () => {
  simulator = await startSimulator();
  issuer = await startIssuer();
  const metrics = createMetrics();
  const settings = hubSettings({ upstreams: simulator.upstreams, issuer: issuer.facts, dataDirectory: directory });
  hub = await buildHub(patient(settings), { log: createLog('silent'), now: Date.now, onCall: metrics.onCall });
  await enrolBenchPeople(hub, people);
  listening = await listen(hub, metrics);
  counts = await countCalls();
});

afterAll(async () => {
  await counts.stop();
  await listening.close();
  issuer.close();
  simulator.close();
  rmSync(directory, { recursive: true, force: true });
});

/** The benchmark's settings, for a machine that is busy with others. */
const patient = (settings: HubSettings): HubSettings => ({
  ...settings,
  requestDeadlineMs: patienceMs,
  sources: Object.fromEntries(
    Object.entries(settings.sources).map(([name, source]) => [name, { ...source, deadlineMs: patienceMs }]),
  ),
});

/** Asks as somebody whom the hub has never seen. */
async function ask(organisation: OrganisationId, query: string, variables: object = {}): Promise<{ data: unknown }> {
  const response = await fetch(`${listening.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: issuer.next(organisation) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data: unknown; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  return answer;
}

const askForClient = (index: number) => ask(practice, clientView, { nhsNumber: people[index]?.nhsNumber });

test('one client of about forty fields costs six upstream calls', async () => {
  await askForClient(0); // DWP is asked who this is the first time
  simulator.callers.take();
  await askForClient(0);
  expect(simulator.callers.take()).toEqual({ hub: clientViewCalls });
});

test('a page of fifty costs one call to each system that has a bulk call, and one for each client to DWP', async () => {
  await ask(clinicOf(1), page);
  simulator.callers.take();
  const { data } = await ask(clinicOf(1), page);
  expect(simulator.callers.take()).toEqual({ hub: pageCalls });
  expect((data as { clients: { edges: unknown[] } }).clients.edges).toHaveLength(50);
});

test('an operation is parsed and validated once, whoever asks', async () => {
  const operation = clientView.replace('ClientView', 'AskedOften');
  const parsed = (): Promise<number> => counts.take(/graphql\/language\/parser\.m?js$/, 'parse');
  const validated = (): Promise<number> => counts.take(/graphql\/validation\/validate\.m?js$/, 'validate');
  await parsed();
  await ask(practice, operation, { nhsNumber: people[2]?.nhsNumber });
  expect(await parsed()).toBe(1);
  await ask(practice, operation.replace('AskedOften', 'AskedOftenToo'), { nhsNumber: people[2]?.nhsNumber });
  // By its size, and then by all other rules.
  expect(await validated()).toBe(2);
  for (let index = 3; index < 13; index += 1) await ask(practice, operation, { nhsNumber: people[index]?.nhsNumber });
  expect(await parsed()).toBe(0);
  for (let index = 3; index < 13; index += 1) await ask(practice, operation, { nhsNumber: people[index]?.nhsNumber });
  expect(await validated()).toBe(0);
});

/** Sees every commit of the ledger, and may hold it up. */
function watchCommits(hold: () => Promise<void>): { readonly sizes: readonly number[]; stop(): void } {
  const ledger = hub.store.collection('ledger');
  const { insertReady } = ledger;
  const sizes: number[] = [];
  Object.assign(ledger, {
    insertReady: async (ready: Parameters<typeof insertReady>[0]) => {
      sizes.push(ready.reduce((sum, { count }) => sum + count, 0));
      await hold();
      return insertReady.call(ledger, ready);
    },
  });
  return { sizes, stop: () => void Object.assign(ledger, { insertReady }) };
}

test('requests that wait while the disk is busy share the next commit', async () => {
  let calls = 0;
  const allAsked = async (): Promise<void> => {
    while (calls < waiting * 6) {
      for (const count of Object.values(simulator.callers.take()['hub'] ?? {})) calls += count;
      await wait(5);
    }
  };
  await Promise.all(people.slice(0, waiting).map((_person, index) => askForClient(index)));
  simulator.callers.take();
  const commits = watchCommits(allAsked);
  await Promise.all(people.slice(0, waiting).map((_person, index) => askForClient(index)));
  commits.stop();
  expect(commits.sizes.reduce((sum, size) => sum + size, 0)).toBe(waiting);
  // The one that was under way, and one or two for all who waited for it.
  expect(commits.sizes.length).toBeLessThanOrEqual(3);
});

test('a page of fifty writes its fifty records in one commit', async () => {
  const commits = watchCommits(() => Promise.resolve());
  await ask(clinicOf(2), page);
  commits.stop();
  expect(commits.sizes).toEqual([50]);
});
