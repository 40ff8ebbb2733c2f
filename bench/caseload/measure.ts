/**
 * Asks two hubs for their caseloads as coaches do, over HTTP: one small, one large, in turn, so that whatever else the machine does
 * weighs on both alike. Each kind of page twice: **first looks**, of people whom the hub has not read since it started and whom the
 * organisation was never shown, and **seen before**, the same pages again. A small caseload fits into what a hub remembers and a
 * large one does not, so growth is compared look by look. Both files stand in the operating system's memory before it begins.
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

/** A hub on a caseload, and the way to it. */
interface Asked {
  readonly clients: number;
  readonly hub: Hub;
  readonly ask: Asking;
  readonly issuer: Issuer;
}

/** Requests of one kind, one after the other: the milliseconds of each. */
type Requests = AsyncGenerator<number, void>;

const lists = {
  cases: { query: caseList, field: 'cases' },
  clients: { query: clientList, field: 'clients' },
} as const;
type List = (typeof lists)[keyof typeof lists];

/** Requests of each kind; pages that are seen again. */
const most = 450;
const again = 40;
/** Its people are for the compiler to warm up on, and for nothing else. */
const warmUp = organisationOf(organisations - 1);

const kinds: Readonly<Record<string, (asked: Asked) => Requests>> = {
  'one case, first look': (asked) => casePages(asked, chosenCases(asked)),
  'one case, seen before': (asked) => casePages(asked, chosenCases(asked)),
  [`${rowsAPage} cases, first look`]: (asked) => firstLooks(asked, lists.cases),
  [`${rowsAPage} cases, seen before`]: (asked) => secondLooks(asked, lists.cases),
  [`${rowsAPage} clients, first look`]: (asked) => firstLooks(asked, lists.clients),
  [`${rowsAPage} clients, seen before`]: (asked) => secondLooks(asked, lists.clients),
  'eligibility, all programmes': checks,
};

export async function measureCaseloads(
  caseloads: readonly Caseload[],
  issuer: Issuer,
  say: (line: string) => void,
): Promise<readonly Measured[]> {
  const opened = [];
  try {
    for (const caseload of caseloads) opened.push(await open(caseload, issuer));
    for (const { asked } of opened) await warm(asked);
    const times = opened.map(() => new Map<string, number[]>());
    for (const [name, requests] of Object.entries(kinds)) {
      const found = await inTurn(opened.map(({ asked }) => requests(asked)));
      found.forEach((each, index) => times[index]?.set(name, each));
    }
    say(`\nresident memory of both hubs and their caller ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
    return opened.map(({ asked: { clients } }, index) => ({ clients, times: Object.fromEntries(times[index] ?? []) }));
  } finally {
    for (const { close } of opened) await close();
  }
}

async function open(caseload: Caseload, issuer: Issuer) {
  caseload.reset();
  await caseload.read();
  const hub = await buildHub(caseload.settings(issuer), {
    log: createLog('error'),
    now: Date.now,
    onCall: () => undefined,
  });
  const listening = await listen(hub, createMetrics());
  const pool = new Pool(listening.url, { connections: 1 });
  const asked: Asked = { clients: caseload.clients, hub, ask: asking(pool), issuer };
  return {
    asked,
    async close() {
      await pool.close();
      await listening.close();
    },
  };
}

/** One request of each, then the next of each, until `most` or until one has no more. */
async function inTurn(all: readonly Requests[]): Promise<readonly number[][]> {
  const found = all.map((): number[] => []);
  for (let turn = 0; turn < most; turn += 1) {
    const answers = [];
    for (const requests of all) answers.push(await requests.next());
    if (answers.some(({ done }) => done === true)) break;
    answers.forEach(({ value }, index) => typeof value === 'number' && found[index]?.push(value));
  }
  return found;
}

/** The compiler first: of the organisation that nobody measures. */
async function warm(asked: Asked): Promise<void> {
  const { clients } = asked;
  const numbers = Array.from({ length: 300 }, (_, turn) => (turn * organisations + organisations - 1) % clients);
  await inTurn([casePages(asked, numbers)]);
  await inTurn([checks(asked)]);
  for (const list of [lists.cases, lists.clients]) await inTurn([walk(asked, warmUp, list, 60)]);
}

async function* casePages({ clients, hub, ask, issuer }: Asked, numbers: readonly number[]): Requests {
  for (const number of numbers) {
    const organisation = organisationOf(clientOfCase(number, clients));
    const id = hub.services.pairwiseIds.encode(organisation, 'case', idOf('case', number));
    const { data, ms } = await ask(issuer.next(organisation), casePage, { id });
    if ((data as { case: { sessions: { edges: unknown[] } } }).case.sessions.edges.length === 0)
      throw new Error('no sessions');
    yield ms;
  }
}

/** Spread evenly over all. */
function chosenCases({ clients }: Asked): readonly number[] {
  const { cases } = caseloadOf(clients);
  const step = Math.floor(cases / (most * 1.2));
  return Array.from({ length: Math.floor(cases / step) }, (_, turn) => turn * step).filter(
    (number) => organisationOf(clientOfCase(number, clients)) !== warmUp,
  );
}

/** Out of as many organisations as have so many pages; of a large one, that is its whole list. */
async function* firstLooks(asked: Asked, list: List): Requests {
  for (let each = 0; each < organisations - 1; each += 1) yield* walk(asked, organisationOf(each), list, most);
}

async function* secondLooks(asked: Asked, list: List): Requests {
  // Once more before it counts: what a hub remembers of a large caseload has been pushed out since.
  for await (const _ms of walk(asked, organisationOf(0), list, again));
  for (let round = 0; round < 5; round += 1) yield* walk(asked, organisationOf(0), list, again);
}

async function* checks({ ask, issuer }: Asked): Requests {
  for (let turn = 0; turn < most; turn += 1) yield (await ask(issuer.next(organisationOf(0)), eligibility, {})).ms;
}
