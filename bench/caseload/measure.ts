/**
 * Asks one hub for its caseload as coaches do, over HTTP, one request after the other. Each kind of page twice: **first looks**,
 * of people whom this hub has not read since it started and this organisation was never shown, and **seen before**, the same pages again.
 * A small caseload fits into what a hub remembers and a large one does not, so growth is compared look by look.
 */
import { Pool } from 'undici';
import { buildHub, type Hub } from '../../src/hub.js';
import { createLog } from '../../src/log.js';
import { listen } from '../../src/server/listen.js';
import { createMetrics } from '../../src/server/metrics.js';
import type { Issuer } from '../tokens.js';
import { asking, rowsAPage, walk, type Asking } from './asking.js';
import { caseloadOf, clientOfCase, idOf, organisationOf, organisations } from './fill.js';
import type { Caseload } from './kept.js';
import { caseList, casePage, clientList, eligibility } from './operations.js';

/** Milliseconds of each request, by what was asked. */
export interface Measured {
  readonly clients: number;
  readonly times: Readonly<Record<string, readonly number[]>>;
}

const lists = {
  cases: { query: caseList, field: 'cases' },
  clients: { query: clientList, field: 'clients' },
} as const;
/** Pages of each list, and single requests of each other kind. */
const pages = 450;
const turns = 600;
const again = 40;
/** Its people are for the compiler to warm up on, and for nothing else. */
const warmUp = organisationOf(organisations - 1);

export async function measureCaseload(
  caseload: Caseload,
  issuer: Issuer,
  say: (line: string) => void,
): Promise<Measured> {
  caseload.reset();
  say(`\n${caseload.clients} clients, ${caseload.gigabytes.toFixed(2)} GB`);
  const hub = await buildHub(caseload.settings(issuer), {
    log: createLog('error'),
    now: Date.now,
    onCall: () => undefined,
  });
  const listening = await listen(hub, createMetrics());
  const pool = new Pool(listening.url, { connections: 1 });
  try {
    const times = await timesOf(hub, asking(pool), issuer, caseload.clients);
    say(`  resident memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
    return { clients: caseload.clients, times };
  } finally {
    await pool.close();
    await listening.close();
  }
}

async function timesOf(hub: Hub, ask: Asking, issuer: Issuer, clients: number): Promise<Measured['times']> {
  const { cases } = caseloadOf(clients);
  const onePage = async (number: number): Promise<number> => {
    const organisation = organisationOf(clientOfCase(number, clients));
    const id = hub.services.pairwiseIds.encode(organisation, 'case', idOf('case', number));
    const { data, ms } = await ask(issuer.next(organisation), casePage, { id });
    if ((data as { case: { sessions: { edges: unknown[] } } }).case.sessions.edges.length === 0)
      throw new Error('no sessions');
    return ms;
  };
  const checkOne = async (): Promise<number> => (await ask(issuer.next(organisationOf(0)), eligibility, {})).ms;
  /** As many first looks, out of as many organisations as have so many pages. */
  const firstLooks = async (list: (typeof lists)[keyof typeof lists]): Promise<readonly number[]> => {
    const found: number[] = [];
    for (let each = 0; each < organisations - 1 && found.length < pages; each += 1) {
      found.push(...(await walk(ask, issuer.next(organisationOf(each)), list, pages - found.length)));
    }
    return found;
  };
  const secondLooks = async (list: (typeof lists)[keyof typeof lists]): Promise<readonly number[]> => {
    await walk(ask, issuer.next(organisationOf(0)), list, again);
    const found: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      found.push(...(await walk(ask, issuer.next(organisationOf(0)), list, again)));
    }
    return found;
  };
  // The compiler first. Every tenth client is of the organisation that nobody measures.
  for (let turn = 0; turn < 300; turn += 1) await onePage((turn * organisations + organisations - 1) % clients);
  for (let turn = 0; turn < 300; turn += 1) await checkOne();
  await walk(ask, issuer.next(warmUp), lists.cases, 60);
  await walk(ask, issuer.next(warmUp), lists.clients, 60);

  // Spread evenly over all, and none of them looked at before.
  const step = Math.floor(cases / turns);
  const chosen = Array.from({ length: turns }, (_, turn) => turn * step).filter(
    (number) => organisationOf(clientOfCase(number, clients)) !== warmUp,
  );
  const inTurn = async (numbers: readonly number[]): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const number of numbers) found.push(await onePage(number));
    return found;
  };
  return {
    'one case, first look': await inTurn(chosen),
    'one case, seen before': await inTurn([...chosen.slice(0, 200), ...chosen.slice(0, 200)]).then((all) =>
      all.slice(200),
    ),
    [`${rowsAPage} cases, first look`]: await firstLooks(lists.cases),
    [`${rowsAPage} cases, seen before`]: await secondLooks(lists.cases),
    [`${rowsAPage} clients, first look`]: await firstLooks(lists.clients),
    [`${rowsAPage} clients, seen before`]: await secondLooks(lists.clients),
    'eligibility, all programmes': await inTurnOf(turns, checkOne),
  };
}

async function inTurnOf(count: number, once: () => Promise<number>): Promise<readonly number[]> {
  const found: number[] = [];
  for (let turn = 0; turn < count; turn += 1) found.push(await once());
  return found;
}
