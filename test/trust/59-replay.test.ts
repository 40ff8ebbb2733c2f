/** Goal row 59: any past decision re-runs to the same bytes, under the versions that its record names. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import { canonicalJson } from '../../src/audit/canonical.js';
import { keptVersions } from '../../src/audit/kept-versions.js';
import { digestOfDecisions } from '../../src/audit/lines.js';
import { replay, type ReplayParts } from '../../src/audit/replay.js';
import { replayLedger } from '../../src/audit/replay-ledger.js';
import { scanLedger } from '../../src/audit/scan.js';
import { organisations } from '../../src/demo/organisations.js';
import type { LedgerDocument } from '../../src/store/documents.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { policyVersion, startHub, type Enrolment, type TestHub } from '../acceptance/hub.js';
import { AMINA, BLANK, nobodySpecial } from '../acceptance/people.js';
import { everyState } from '../acceptance/sections.js';
import { anyRequest, policy, someConsents } from './consent-samples.js';

type Terms = NonNullable<Enrolment['consents']>[number];
const toCoach = (terms: Partial<Terms>): Terms => ({
  effect: 'PERMIT',
  categories: ['FIT_NOTES'],
  recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  ...terms,
});

let dataDirectory: string;
let hub: TestHub;
let recorded: readonly LedgerDocument[];
let kept: ReplayParts;

/** Everything that a record can say: permits and refusals of every reason, nobody found, a change in the middle of a request. */
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'hub-replay-'));
  hub = await startHub({
    dataDirectory,
    altersHistory: true,
    people: {
      AMINA: {
        person: AMINA,
        consents: [
          toCoach({ dataPeriod: { start: '2026-08-01' } }),
          toCoach({ dataPeriod: { start: '2025-01-01', end: '2025-12-31' } }),
          toCoach({ categories: ['BENEFITS'], period: { start: '2026-01-01', end: '2026-02-01' } }),
          toCoach({ categories: ['MEASURES', 'APPOINTMENTS'] }),
          toCoach({ categories: ['MEASURES'], effect: 'DENY' }),
        ],
      },
      BEN: { person: { ...BLANK, restriction: 'R' } },
      ELSEWHERE: { person: nobodySpecial(20), with: ['jobcentre'] },
    },
    latency: { 'nhs-care-record': 300 },
  });
  const consentOf = async (category: string): Promise<string> => {
    const { data } = await hub.as('client:AMINA').query('{ me { consents { id categories } } }');
    const found = (data.me.consents as { id: string; categories: string[] }[]).find(({ categories }) =>
      categories.includes(category),
    );
    return found!.id;
  };
  for (const who of ['clinician', 'work-coach', 'work-and-health-coach', 'provider-manager', 'commissioner', 'privacy-officer'] as const) {
    for (const name of ['AMINA', 'BEN', 'ELSEWHERE']) {
      await hub.as(who).query(everyState(), { by: { nhsNumber: hub.nhsNumber(name) } });
    }
  } // prettier-ignore
  await hub.as('clinician').query('{ clients { edges { node { id } } } }');
  await hub.as('client:AMINA').query(everyState(), { by: { nhsNumber: AMINA.nhsNumber } });
  const withdrawn = await consentOf('APPOINTMENTS');
  hub.forget();
  const answer = hub
    .as('work-and-health-coach')
    .query(everyState(['appointments']), { by: { nhsNumber: AMINA.nhsNumber } });
  while (hub.asked()['nhs-care-record'] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await hub.as('client:AMINA').withdraw(withdrawn);
  await answer;
  recorded = await hub.ledger();
  kept = { decide, ...keptVersions(hub.demo.hub.store) };
});
afterAll(async () => {
  await hub.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

const replayAll = (parts: ReplayParts) => replayLedger(scanLedger(hub.demo.hub.store), parts);

test('every record of a ledger in which everything happened is decided again to the same bytes', async () => {
  const lines = recorded.flatMap(({ lines }) => lines);
  expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(
    new Set(['PERMITTED', 'REFUSED', 'NOT_FOUND', 'CHANGED']),
  );
  const reasons = ['NO_CONSENT', 'CONSENT_EXPIRED', 'DENIED_BY_CLIENT', 'NEVER_SHARED', 'LOCATION_RESTRICTED', 'NO_RELATIONSHIP']; // prettier-ignore
  expect([...new Set(lines.map(({ reason }) => reason))]).toEqual(expect.arrayContaining(reasons));
  expect(await replayAll(kept)).toEqual({ records: recorded.length, same: recorded.length, asFarAsSaid: 0 });
});

test('a record names every consent that was looked at, not only those that counted, and the day and the relation', () => {
  const record = recorded.find(
    ({ viewer, lines }) => viewer.audience === 'WORK_COACH' && lines.some(({ category }) => category === 'FIT_NOTES'),
  );
  expect(record?.lines.every(({ consents }) => consents.length === 0)).toBe(true);
  expect(record).toMatchObject({
    format: 3,
    policyVersion,
    inputs: {
      today: record!.at.slice(0, 10),
      related: true,
      locationRestricted: false,
      consents: { length: 5 },
    },
  });
});

test('the digest of decisions is that of their canonical JSON, though its order is written out by hand', () => {
  fc.assert(
    fc.property(someConsents, anyRequest, (consents, request) => {
      const decisions = [decide(policy, consents, request), decide(policy, [], request)];
      const expected = createHash('sha256').update(canonicalJson(decisions)).digest('hex');
      expect(digestOfDecisions(decisions)).toBe(expected);
    }),
  );
});

describe('what was altered since is found, and the first record that it concerns is named', () => {
  const firstWith = (fits: (record: LedgerDocument) => boolean): string => recorded.find(fits)!.id;

  test('a decision that permits what was refused', async () => {
    const lenient: typeof decide = (policy, consents, request) => {
      const { reason, ...decision } = decide(policy, consents, request);
      if (reason !== 'DENIED_BY_CLIENT') return { ...decision, ...(reason && { reason }) };
      return { ...decision, permitted: true };
    };
    const { first } = await replayAll({ ...kept, decide: lenient });
    expect(first).toMatchObject({
      id: firstWith(({ lines }) => lines.some(({ reason }) => reason === 'DENIED_BY_CLIENT')),
      replayed: { kind: 'DIFFERENT', section: 'Client.measures' },
    });
  });

  test('a decision that only forgets to which periods a permit is limited', async () => {
    const forgetful: typeof decide = (...given) => {
      const { dataPeriods: _forgotten, ...decision } = decide(...given);
      return decision;
    };
    const { first } = await replayAll({ ...kept, decide: forgetful });
    expect(first?.replayed).toMatchObject({ section: 'the data periods or the next step of a decision' });
  });

  test('a policy whose kept text was changed under its version', async () => {
    const { store } = hub.demo.hub;
    const { version, ...document } = (await store.collection('policies').get(policyVersion))!;
    const changed = document.text.replace('"basis":"DIRECT_CARE"', '"basis":"CONSENT"');
    await store.collection('policies').replace({ ...document, text: changed }, version);
    try {
      const { first } = await replayAll({ decide, ...keptVersions(store) });
      expect(first).toMatchObject({
        id: firstWith(({ lines }) => lines.some(({ basis }) => basis === 'DIRECT_CARE')),
        replayed: { kind: 'DIFFERENT' },
      });
    } finally {
      await store.collection('policies').replace(document, version + 1);
    }
  });

  test('a consent that did not count, made to count', async () => {
    const { store } = hub.demo.hub;
    const all = await store.collection('consents').find({ index: 'id', where: {}, limit: 100 });
    const { version, ...expired } = all.find(({ consent }) => consent.categories.includes('BENEFITS'))!;
    const { period, ...terms } = expired.consent;
    const longer = { ...terms, period: { start: period.start } };
    await store.collection('consents').replace({ ...expired, consent: longer }, version);
    try {
      const { first } = await replayAll({ decide, ...keptVersions(store) });
      expect(first?.replayed).toMatchObject({ kind: 'DIFFERENT', section: 'Client.benefits' });
    } finally {
      await store.collection('consents').replace(expired, version + 1);
    }
  });

  test('a policy or a consent that is gone', async () => {
    expect(await replay(recorded[0]!, { ...kept, policyOf: () => Promise.resolve(undefined) })).toEqual({
      kind: 'CANNOT',
      why: `policy version ${policyVersion} is not kept`,
    });
    const named = recorded.find(({ inputs }) => inputs!.consents.length > 0)!;
    expect(await replay(named, { ...kept, consentsOf: () => Promise.resolve(new Map()) })).toMatchObject({
      kind: 'CANNOT',
    });
  });

  test('a record that says that somebody was found who had nothing to do with the caller', async () => {
    const found = recorded.find(({ lines }) => lines[0]?.section === 'Query.clients')!;
    const unrelated = { ...found, inputs: { ...found.inputs!, related: false } };
    expect(await replay(unrelated, kept)).toMatchObject({ kind: 'DIFFERENT', section: 'Query.clients' });
  });
});

test('a record from before records said all of it is decided again as far as it says, and a change to it is still found', async () => {
  for (const { format: _format, inputs: _inputs, decisions: _decisions, ...older } of recorded) {
    expect(await replay(older, kept)).toEqual({ kind: 'SAME_AS_FAR_AS_SAID' });
    const line = older.lines.find(({ reason }) => reason === 'NEVER_SHARED');
    if (!line) continue;
    const { reason: _reason, ...open } = { ...line, outcome: 'PERMITTED' as const };
    expect(await replay({ ...older, lines: [open] }, kept)).toMatchObject({ kind: 'DIFFERENT' });
  }
});

describe('npm run ledger:replay', () => {
  const command = fileURLToPath(new URL('../../src/audit/replay-command.js', import.meta.url));
  const run = (...more: readonly string[]): Promise<{ code: number; said: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [command, '--data-dir', dataDirectory, ...more], (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
      );
    });

  test('beside a running hub, the whole of it and one record', async () => {
    const all = `ledger: ${recorded.length} records decided again, ${recorded.length} to the same bytes\n`;
    expect(await run()).toEqual({ code: 0, said: all });
    expect(await run('--record', recorded[0]!.id)).toEqual({
      code: 0,
      said: 'ledger: 1 records decided again, 1 to the same bytes\n',
    });
    expect(await run('--record', 'W:1')).toEqual({ code: 2, said: 'ledger: could not be replayed: no record W:1\n' });
  });

  test('names the first record that comes out otherwise', async () => {
    const connection = connect(join(dataDirectory, 'hub.sqlite'));
    const put = (from: string, to: string): void => {
      connection.run(`UPDATE policies SET body = replace(body, ?, ?)`, [from, to]);
    };
    const [from, to] = ['\\"basis\\":\\"DIRECT_CARE\\"', '\\"basis\\":\\"STATUTE\\"'];
    put(from, to);
    try {
      const { code, said } = await run();
      expect(code).toBe(1);
      expect(said).toMatch(
        /^ledger: record \S+ comes out otherwise at Client\.\w+\n {2}recorded: .*\n {2}replayed: .*\n$/,
      );
    } finally {
      put(to, from);
      connection.close();
    }
  });
});
