/**
 * What a caseload costs: `npm run bench:cases -- [--clients 250000] [--small 25000]`. Fills the embedded store with so many clients,
 * 1.2 times as many cases and 8 times as many sessions, and asks the hub for them over HTTP as a coach does: one case, an
 * organisation's lists page by page to their end, eligibility over all programmes. Twice, small and large, for the growth.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { parseSettings } from '../src/config.js';
import { buildHub, type Hub } from '../src/hub.js';
import { createLog } from '../src/log.js';
import { listen } from '../src/server/listen.js';
import { createMetrics } from '../src/server/metrics.js';
import { caseloadOf, clientOfCase, fill, idOf, organisationOf } from './caseload/fill.js';
import { caseList, casePage, clientList, eligibility } from './caseload/operations.js';
import { startIssuer, type Issuer } from './tokens.js';

const { values } = parseArgs({
  options: { clients: { type: 'string', default: '250000' }, small: { type: 'string', default: '25000' } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Milliseconds of one kind of request, sorted. */
type Times = Float64Array;
type Measured = Readonly<Record<string, Times>>;

const targets: Readonly<Record<string, number>> = {
  'one case': 30,
  'cases, any page': 50,
  'clients, any page': 50,
  'eligibility, all programmes': 5,
};

const issuer = await startIssuer();
try {
  const small = await measureWith(Number(values.small));
  const large = await measureWith(Number(values.clients));
  say(
    `\n${'milliseconds'.padEnd(30)}   p50    p95   p95 asked   growth of p50 (p95), ${values.small} to ${values.clients} clients`,
  );
  for (const [name, times] of Object.entries(large)) {
    const before = small[name] ?? times;
    const growth = [0.5, 0.95].map((share) => (at(times, share) / at(before, share)).toFixed(2));
    const asked = targets[name] ?? NaN;
    say(
      `${name.padEnd(30)} ${at(times, 0.5).toFixed(1).padStart(6)} ${at(times, 0.95).toFixed(1).padStart(6)} ${`< ${asked}`.padStart(8)} ${at(times, 0.95) < asked ? 'met    ' : 'NOT MET'}   ${growth[0]} (${growth[1]}), asked at most 1.3`,
    );
  }
} finally {
  issuer.close();
}

async function measureWith(clients: number): Promise<Measured> {
  const directory = mkdtempSync(join(process.cwd(), '.hub-bench-'));
  const hub = await buildHub(settingsIn(directory, issuer), {
    log: createLog('error'),
    now: Date.now,
    onCall: () => undefined,
  });
  const listening = await listen(hub, createMetrics());
  const pool = new Pool(listening.url, { connections: 1 });
  try {
    say(`\nfilling:`);
    const started = performance.now();
    await fill(hub.store, hub.keyring, clients, say);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    say(`  in ${seconds} s; ${(statSync(join(directory, 'hub.sqlite')).size / 1e9).toFixed(2)} GB`);
    const measured = await measure(hub, pool, clients);
    say(`  resident memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
    return measured;
  } finally {
    await pool.close();
    await listening.close();
    rmSync(directory, { recursive: true });
  }
}

async function measure(hub: Hub, pool: Pool, clients: number): Promise<Measured> {
  const { cases } = caseloadOf(clients);
  const ask = asker(pool);
  const onePage = async (number: number): Promise<number> => {
    const organisation = organisationOf(clientOfCase(number, clients));
    const id = hub.services.pairwiseIds.encode(organisation, 'case', idOf('case', number));
    const { data, ms } = await ask(issuer.next(organisation), casePage, { id });
    if ((data as { case: { sessions: { edges: unknown[] } } }).case.sessions.edges.length === 0)
      throw new Error('no sessions');
    return ms;
  };
  const checkOne = async (): Promise<number> => (await ask(issuer.next(organisationOf(0)), eligibility, {})).ms;
  // The compiler first.
  for (let number = 0; number < 300; number += 1) await onePage(number);
  for (let turn = 0; turn < 300; turn += 1) await checkOne();
  await walk(ask, caseList, 'cases', 20);
  await walk(ask, clientList, 'clients', 20);
  return {
    'one case': await times(1_000, () => onePage(Math.floor(Math.random() * cases))),
    'cases, any page': await walk(ask, caseList, 'cases', Infinity),
    'clients, any page': await walk(ask, clientList, 'clients', Infinity),
    'eligibility, all programmes': await times(1_000, checkOne),
  };
}

type Asking = (
  authorization: string,
  query: string,
  variables: object,
) => Promise<{ readonly data: unknown; readonly ms: number }>;

/** Over HTTP, one after the other, each answer looked at. */
function asker(pool: Pool): Asking {
  return async (authorization, query, variables) => {
    const body = JSON.stringify({ query, variables });
    const began = performance.now();
    const response = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization },
      body,
    });
    const answer = (await response.body.json()) as { data: unknown; errors?: unknown };
    const ms = performance.now() - began;
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors).slice(0, 400));
    return { data: answer.data, ms };
  };
}

/** An organisation's whole list, page by page. */
async function walk(ask: Asking, query: string, field: 'cases' | 'clients', most: number): Promise<Times> {
  const found: number[] = [];
  // A cursor is good for one caller only.
  const coach = issuer.next(organisationOf(0));
  for (let after: string | null = null; found.length < most;) {
    const { data, ms } = await ask(coach, query, { after });
    found.push(ms);
    const { edges, pageInfo } =
      (data as Record<string, { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } }>)[field] ??
      {};
    if (edges?.length !== 50 && pageInfo?.hasNextPage !== false) throw new Error(`a page of ${edges?.length ?? 0}`);
    if (pageInfo?.hasNextPage !== true) break;
    after = pageInfo.endCursor;
  }
  return Float64Array.from(found).sort();
}

async function times(count: number, once: () => Promise<number>): Promise<Times> {
  const found = new Float64Array(count);
  for (let turn = 0; turn < count; turn += 1) found[turn] = await once();
  return found.sort();
}

function at(sorted: Times, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function settingsIn(dataDirectory: string, { facts }: Issuer) {
  const { privateKey } = generateKeyPairSync('ed25519');
  return parseSettings({
    operator: 'BENCH',
    listen: { port: 0 },
    store: { dataDirectory },
    keys: { 1: randomBytes(32).toString('base64') },
    ledger: {
      headKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      heads: { file: join(dataDirectory, 'ledger-heads.jsonl') },
    },
    issuers: [
      {
        issuer: facts.name,
        audience: facts.audience,
        jwksUri: facts.jwksUri,
        algorithms: ['ES256'],
        mayVouchFor: ['WORK_AND_HEALTH_COACH'],
        // The benchmark's issuer knows one kind of caller; here it is a coach.
        roles: { CLINICIAN: 'WORK_AND_HEALTH_COACH' },
        purposes: { DIRECT_CARE: 'EMPLOYMENT_SUPPORT' },
      },
    ],
    sources: {},
    log: 'error',
  });
}
