/** A crash between any two steps of any mutation leaves nothing or all of it: a real process, killed under load, again and again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { personas } from '../../src/demo/personas.js';
import { openReadOnly } from '../../src/store/sqlite.js';
import type { Collection, CollectionName, Stored } from '../../src/store/port.js';
import { createCaller, type Caller } from '../acceptance/caller.js';
import type { Who } from '../acceptance/hub.js';
import { runToEnd } from '../acceptance/hub-process.js';
import { at, operationOf, programmesWithEverything, steps, type Known, type Step } from './every-mutation.js';

const begunAt = String(Date.now());
const kills = Number(process.env['KILL_ROUNDS'] ?? 5);
/** One at a time: who takes which task from a queue is not what is tried here. */
const journeys = 1;
const readers = 4;
const child = fileURLToPath(new URL('./mutating-hub.js', import.meta.url));
const verifyCommand = fileURLToPath(new URL('../../src/audit/verify-command.js', import.meta.url));
let dataDirectory: string;
let programmes: string;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'hub-killed-'));
  programmes = await programmesWithEverything();
});
/** Whatever a failed test left running ends with it. */
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const each of started) each.kill('SIGKILL');
  for (const folder of [dataDirectory, programmes]) await rm(folder, { recursive: true, force: true });
});

interface Running {
  readonly process: ChildProcess;
  readonly known: readonly Known[];
  as(who: Who): Caller;
}

async function start(): Promise<Running> {
  const running = spawn(process.execPath, [child, dataDirectory, programmes, String(journeys), begunAt], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(running);
  let printed = '';
  running.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes('\n')) {
    if (running.exitCode !== null) throw new Error(`it ended with ${running.exitCode}`);
    await pause(20);
  }
  const { url, issuer, audience, known } = JSON.parse(printed) as {
    readonly url: string;
    readonly issuer: string;
    readonly audience: string;
    readonly known: readonly Known[];
  };
  const jwk = JSON.parse(await readFile(join(dataDirectory, 'demo', 'issuer-key.json'), 'utf8')) as JsonWebKey;
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const token = (who: Who): Promise<string> => {
    const { subject, ...claims } =
      typeof who === 'object' ? { subject: String(who['sub']), ...who } : personas[who as never as 'clinician'].claims;
    // The hub lives in another year, and takes no token from its future.
    const seconds = Date.parse('2019-09-02T00:00:00Z') / 1_000;
    return new SignJWT({ iss: issuer, aud: audience, sub: subject, iat: seconds, exp: seconds + 48 * 3_600, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'demo', typ: 'at+jwt' })
      .sign(key);
  };
  return { process: running, known, as: (who) => createCaller(url, () => token(who)) };
}

/** One caller's way through every mutation, which knows how far it came and what it was told. */
interface Journey {
  readonly number: number;
  readonly known: Record<string, string>;
  readonly told: string[];
  /** The step whose answer is waited for. */
  next: number;
}
const keyOf = (journey: Journey, step: number): string => `killed-${journey.number}-${step}`;

async function ask(hub: Running, journey: Journey, number: number, step: Step): Promise<string> {
  const input = { idempotencyKey: keyOf(journey, number), ...step.input(journey.known) };
  const { status, body } = await hub.as(step.as).send(operationOf(step), { input });
  const { data } = JSON.parse(body) as {
    readonly data: Readonly<Record<string, { readonly __typename: string }>> | null;
  };
  const answer = data?.[step.mutation];
  if (status !== 200 || !answer || /Refused$|NotRead$/.test(answer.__typename))
    throw new Unexpected(`${step.mutation} ${number}: ${body}`);
  return JSON.stringify(answer);
}
class Unexpected extends Error {}

const keep = (journey: Journey, found: unknown, names: Readonly<Record<string, string>> = {}): boolean =>
  Object.entries(names).every(([name, path]) => {
    const value = at(found, path);
    if (typeof value !== 'string') return false;
    journey.known[name] = value;
    return true;
  });

/** Goes on where it stood, until the end or until the hub is gone. */
async function goOn(hub: Running, journey: Journey): Promise<void> {
  for (; journey.next < steps.length; journey.next += 1) {
    const step = steps[journey.next]!;
    for (const { as, query, variables, keep: names } of step.first ?? []) {
      while (!Object.keys(names).every((name) => name in journey.known)) {
        const { data } = await hub.as(as).query(query, variables?.(journey.known));
        if (!keep(journey, data, names)) await pause(50);
      }
    }
    const answer = await ask(hub, journey, journey.next, step);
    keep(journey, JSON.parse(answer), step.keep);
    journey.told[journey.next] = answer;
  }
}

/** Reads as other callers do meanwhile, so that the ledger is written all the time. */
async function readOn(hub: Running, known: Known): Promise<never> {
  for (;;) {
    await hub
      .as('clinician')
      .query(
        'query($n: NHSNumber!) { client(by: { nhsNumber: $n }) { support { __typename } conditions { __typename } } }',
        { n: known['nhsNumber'] },
      );
  }
}

const count = async (
  name: CollectionName,
  matches: (document: Record<string, unknown>) => boolean = () => true,
): Promise<number> => {
  const store = await openReadOnly(dataDirectory);
  try {
    const documents = await (store.collection(name) as unknown as Collection<Stored>).find({
      index: 'id',
      where: {},
      limit: 1_000,
    });
    return documents.filter((document) => matches(document as unknown as Record<string, unknown>)).length;
  } finally {
    await store.close();
  }
};

test('killed at any moment, each mutation happened whole or not at all, and its key finds what it did', async () => {
  const all: Journey[] = Array.from({ length: journeys }, (_, number) => ({ number, known: {}, told: [], next: 0 }));
  const cutAt: string[] = [];
  const perKill = Math.ceil(steps.length / (kills + 1));
  for (let round = 0; round <= kills; round += 1) {
    const hub = await start();
    for (const journey of all) Object.assign(journey.known, hub.known[journey.number]);
    // What was told before the kill is told again: nothing of it was lost, and nothing happens twice.
    for (const journey of all) {
      for (const [number, step] of steps.slice(0, journey.next).entries()) {
        expect(await ask(hub, journey, number, step)).toBe(journey.told[number]);
      }
    }
    const isLast = round === kills;
    const until = (round + 1) * perKill;
    const going = Promise.all(all.map((journey) => goOn(hub, journey)));
    let failed: unknown;
    going.catch((error: unknown) => (failed = error));
    const working = Promise.allSettled([
      going,
      ...(isLast ? [] : Array.from({ length: readers }, () => readOn(hub, all[0]!.known))),
    ]);
    if (!isLast) {
      while (all.every(({ next }) => next < until)) {
        if (failed instanceof Unexpected) throw failed;
        await pause(2);
      }
      await pause(Math.random() * 60);
      cutAt.push(...all.flatMap(({ next }) => steps[next]?.mutation ?? []));
      const closed = once(hub.process, 'close');
      hub.process.kill('SIGKILL');
      await closed;
    }
    const outcomes = await working;
    const unexpected = outcomes.flatMap((each) =>
      each.status === 'rejected' && (isLast || each.reason instanceof Unexpected) ? [String(each.reason)] : [],
    );
    expect(unexpected).toEqual([]);
    if (isLast) {
      const closed = once(hub.process, 'close');
      hub.process.kill('SIGKILL');
      await closed;
    }
  }
  expect(all.map(({ next }) => next)).toEqual(all.map(() => steps.length));
  expect(new Set(cutAt).size).toBeGreaterThan(2);
  const times = (...mutations: readonly string[]): number =>
    journeys * steps.filter(({ mutation }) => mutations.includes(mutation)).length;
  expect(await count('referrals')).toBe(times('submitReferral', 'referOnward'));
  expect(await count('consents', ({ consentVersion }) => consentVersion === 1)).toBe(
    times('recordConsent', 'importConsent'),
  );
  expect(await count('consents', ({ consentVersion }) => consentVersion === 2)).toBe(
    times('withdrawConsent', 'completeConsentRequest'),
  );
  expect(await count('cases')).toBe(times('openCase'));
  expect(await count('employerCases')).toBe(times('openEmployerCase'));
  expect(await count('employers')).toBe(times('recordEmployer'));
  expect(await count('emergencyGrants')).toBe(times('openEmergencyAccess'));
  expect(await count('representatives', ({ representativeVersion }) => representativeVersion === 1)).toBe(
    times('recordRepresentative'),
  );
  expect(await count('sessions')).toBe(times('bookSession', 'joinGroupSession'));
  expect(await count('unlinks')).toBe(times('unlink'));
  expect(await count('adjustments')).toBe(times('proposeAdjustment'));
  const { code, out, err } = await runToEnd(verifyCommand, { arguments: ['--data-dir', dataDirectory] });
  expect([code, out + err]).toEqual([0, expect.stringMatching(/^ledger: verified/)]);
}, 300_000);
