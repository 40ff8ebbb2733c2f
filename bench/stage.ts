/** Everything that is measured, started and checked: the simulator, the programs, and the same answer from each. */
import { deepStrictEqual } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'undici';
import { askOnce, openPool, type Ask, type Expected, type Target } from './load.js';
import { clientView, page } from './operations.js';
import { startProgram, type Program } from './processes.js';
import { clinicOf, pages, practice } from './programs/enrol.js';
import type { Upstreams } from './upstream/simulator.js';
import { startIssuer, type Issuer } from './tokens.js';
import { benchPeople } from './upstream/people.js';

/** What a program is asked. */
export type Workload = 'client' | 'page';

export interface Contestant {
  readonly name: string;
  readonly program: Program;
  readonly pool: Pool;
  readonly targets: Readonly<Record<Workload, Target>>;
  readonly expected: Readonly<Record<Workload, Expected>>;
  /** Makes what the next requests need, while nothing is measured. */
  prepare(workload: Workload, requests: number): void;
}

export interface Stage {
  readonly simulator: Program;
  readonly contestants: readonly Contestant[];
  close(): void;
}

/** The cores: what is measured has one to itself. */
const measuredCore = 0;
const otherCore = 1;
/** As `npm start` sets it (package.json). The floors get it too; the plain stack is as it comes. */
const youngGeneration = '--max-semi-space-size=64';

const people = benchPeople();

/** @param names which contestants to start; `floor-whole` always, because it says what is right */
export async function setStage(names: readonly string[], hubFlags: readonly string[] = []): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const simulator = startProgram('simulator', 'simulator', otherCore, []);
  const issuer = await startIssuer();
  const upstreams = (await simulator.start(null)) as Upstreams;
  const told = { upstreams, issuer: issuer.facts, dataDirectory: directory };
  const contestants: Contestant[] = [];
  const add = async (
    name: string,
    program: Program,
    targetsAt: (pool: Pool) => Contestant['targets'],
    prepare: Contestant['prepare'],
  ) => {
    const pool = openPool((await program.start(told)) as string, 64);
    contestants.push({
      name,
      program,
      pool,
      targets: targetsAt(pool),
      expected: { client: new Map(), page: new Map() },
      prepare,
    });
  };
  const nothing = (): void => undefined;
  const floor = (args: readonly string[]): Program =>
    startProgram('floor', 'floor', measuredCore, [youngGeneration], args);
  await add('floor-whole', floor([]), floorTargets, nothing);
  if (names.includes('floor-trimmed')) await add('floor-trimmed', floor(['--trimmed']), floorTargets, nothing);
  if (names.includes('hub')) {
    const program = startProgram('hub', 'hub', measuredCore, [youngGeneration, ...hubFlags]);
    await add(
      'hub',
      program,
      () => hubTargets(issuer),
      (workload, requests) => stock(issuer, workload, requests),
    );
  }
  if (names.includes('plain')) {
    await add('plain', startProgram('plain', 'plain', measuredCore, []), plainTargets, nothing);
  }
  return {
    simulator,
    contestants,
    close() {
      for (const { program, pool } of contestants) {
        void pool.destroy();
        program.stop();
      }
      simulator.stop();
      issuer.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Asks every contestant for every client and page, one after the other, and compares what they say. What each then said,
 * byte for byte, is what it must say for ever after.
 */
export async function learnAnswers({ contestants }: Stage): Promise<void> {
  const right: Readonly<Record<Workload, Map<number, unknown>>> = { client: new Map(), page: new Map() };
  for (const { name, pool, targets, expected } of contestants) {
    for (const workload of ['client', 'page'] as const) {
      if (workload === 'page' && name === 'plain') continue;
      for (let turn = 0; turn < (workload === 'client' ? people.length : pages); turn += 1) {
        const ask = targets[workload].next(0, 1);
        const body = await askOnce(pool, ask);
        const said: unknown = JSON.parse(body.toString());
        if (name === 'floor-whole') right[workload].set(ask.key, said);
        deepStrictEqual(said, right[workload].get(ask.key), `${name}: another ${workload} ${ask.key} than the floor`);
        expected[workload].set(ask.key, body);
      }
    }
  }
}

function stock(issuer: Issuer, workload: Workload, requests: number): void {
  if (workload === 'client') issuer.stock(practice, requests);
  else for (let turn = 0; turn < pages; turn += 1) issuer.stock(clinicOf(turn), Math.ceil(requests / pages));
}

/** Keys in turn, for ever: a caller takes every so manieth. */
function turning(count: number, ask: (key: number) => Ask['options']): Target {
  const turns: number[] = [];
  return {
    next(caller, callers) {
      const turn = turns[caller] ?? 0;
      const key = caller + turn * callers;
      turns[caller] = key + callers < count ? turn + 1 : 0;
      return { key, options: ask(key) };
    },
  };
}

const floorTargets = (): Contestant['targets'] => ({
  client: turning(people.length, (key) => ({ method: 'GET', path: `/client/${people[key]!.nhsNumber}` })),
  page: turning(pages, (key) => ({ method: 'GET', path: `/page/${key}` })),
});

const clientBodies = people.map(({ nhsNumber }) => JSON.stringify({ query: clientView, variables: { nhsNumber } }));
const pageBody = JSON.stringify({ query: page });
const post = (body: string, authorization?: string): Ask['options'] => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
  body,
});

const plainTargets = (): Contestant['targets'] => ({
  client: turning(people.length, (key) => post(clientBodies[key]!)),
  page: turning(pages, () => post(pageBody)),
});

const hubTargets = (issuer: Issuer): Contestant['targets'] => ({
  client: turning(people.length, (key) => post(clientBodies[key]!, issuer.next(practice))),
  page: turning(pages, (key) => post(pageBody, issuer.next(clinicOf(key)))),
});
