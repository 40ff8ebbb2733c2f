import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scanLedger } from '../../src/audit/scan.js';
import { mintToken } from '../../src/demo/issuer.js';
import { personas } from '../../src/demo/personas.js';
import { createPopulation } from '../../src/demo/population.js';
import { openReadOnly } from '../../src/store/sqlite.js';
import { createCaller, type Caller } from './caller.js';
import { runToEnd, startProcess } from './hub-process.js';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 5);
const verifyCommand = fileURLToPath(new URL('../../src/audit/verify-command.js', import.meta.url));
const { claims } = personas['work-and-health-coach'];
let dataDirectory: string;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'hub-kill-'));
});
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

/** What the outside world knows: answers that arrived whole, and consents that it was told are stored. */
interface Known {
  readonly answers: string[];
  readonly acknowledged: { readonly key: string; readonly version: number }[];
  readonly unanswered: string[];
}
const known: Known = { answers: [], acknowledged: [], unanswered: [] };
const people = createPopulation();

const look = `query Look($n: NHSNumber!) { client(by: { nhsNumber: $n }) {
  demographics { __typename } support { __typename } conditions { __typename } } }`;
const terms = {
  categories: ['SUPPORT'],
  recipients: [{ organisation: claims.organisation }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  evidence: { method: 'SPOKEN', wording: 'Yes.' },
};
const record = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { ... on ConsentRecorded { consent { id version } } } }`;
const withdraw = `mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { ... on ConsentWithdrawn { consent { version } } } }`;

/** Reads and records until the connection breaks, as a caller that never tires. */
async function load(caller: Caller, ids: readonly string[], name: string): Promise<void> {
  const send = async (operation: string, variables: object) => {
    const { status, headers, body } = await caller.send(operation, variables);
    if (status !== 200) throw new Error(`answered ${status}: ${body}`);
    known.answers.push(headers['x-correlation-id'] ?? 'none');
    return JSON.parse(body) as { data: { recordConsent?: { consent: { id: string } } } };
  };
  const keep = async (key: string, version: number, mutation: () => Promise<unknown>) => {
    known.unanswered.push(key);
    await mutation();
    known.unanswered.splice(known.unanswered.indexOf(key), 1);
    known.acknowledged.push({ key, version });
  };
  for (let turn = 0; ; turn += 1) {
    await send(look, { n: people[(turn * 7) % people.length]?.nhsNumber });
    const key = `${name}-${String(turn).padStart(6, '0')}`;
    let consent = '';
    await keep(key, 1, async () => {
      const input = { idempotencyKey: key, client: ids[turn % ids.length], ...terms };
      consent = (await send(record, { input })).data.recordConsent?.consent.id ?? '';
    });
    if (turn % 3 === 0) {
      await keep(`${key}-w`, 2, () => send(withdraw, { input: { idempotencyKey: `${key}-w`, consent } }));
    }
  }
}

async function liveAndDie(round: number): Promise<void> {
  const hub = await startProcess({ HUB_DATA_DIR: dataDirectory, PORT: '0' });
  const token = await mintToken(dataDirectory, claims);
  const caller = createCaller(hub.url, () => Promise.resolve(token));
  const { data } = await caller.query('{ clients { edges { node { id } } } }');
  const ids = (data.clients.edges as { node: { id: string } }[]).map(({ node }) => node.id);
  const before = known.answers.length;
  const workers = Array.from({ length: 8 }, (_, worker) => load(caller, ids, `round${round}-${worker}`));
  // Not before there is load, and then at any moment.
  while (known.answers.length < before + 20) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
  const ended = hub.end('SIGKILL');
  const reasons = await Promise.allSettled(workers);
  expect(await ended).toBe('SIGKILL');
  // They stopped because the connection broke, and for no other reason.
  const others = reasons.filter((each) => each.status === 'rejected' && String(each.reason).includes('answered'));
  expect(others).toEqual([]);
}

async function lost(): Promise<{ readonly consents: readonly string[]; readonly answers: readonly string[] }> {
  const store = await openReadOnly(dataDirectory);
  try {
    const consents: string[] = [];
    const stored = async (key: string) =>
      store.collection('consents').find({
        index: 'idempotencyKey',
        where: { idempotencyKey: `${claims.organisation}:${claims.subject}:${key}` },
        limit: 10,
      });
    for (const { key, version } of known.acknowledged) {
      const found = await stored(key);
      if (found.length !== 1 || found[0]?.consentVersion !== version) consents.push(key);
    }
    // What was under way is there whole or not at all.
    for (const key of known.unanswered) if ((await stored(key)).length > 1) consents.push(key);
    const recorded = new Set<string>();
    for await (const { correlationId } of scanLedger(store)) recorded.add(correlationId);
    return { consents, answers: known.answers.filter((id) => !recorded.has(id)) };
  } finally {
    await store.close();
  }
}

test('killed at any moment under load, it loses no consent that it acknowledged and leaves no answer unrecorded', async () => {
  for (let round = 0; round < rounds; round += 1) {
    await liveAndDie(round);
    expect(await lost()).toEqual({ consents: [], answers: [] });
    const { code, out, err } = await runToEnd(verifyCommand, { arguments: ['--data-dir', dataDirectory] });
    expect([code, out + err]).toEqual([0, expect.stringMatching(/^ledger: verified, \d+ records of/)]);
  }
  expect(known.acknowledged.filter(({ version }) => version === 1).length).toBeGreaterThan(rounds * 5);
  expect(known.acknowledged.filter(({ version }) => version === 2).length).toBeGreaterThan(rounds);
  const hub = await startProcess({ HUB_DATA_DIR: dataDirectory, PORT: '0' });
  expect(await hub.end('SIGINT')).toBe(0);
}, 240_000);
