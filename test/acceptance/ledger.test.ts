import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../src/store/port.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { policyVersion, startHub, type TestHub } from './hub.js';
import { AMINA, BLANK } from './people.js';
import { everyState } from './sections.js';

let hub: TestHub;
const clientQuery = (fields: string): string => `query Look($by: ClientLookup!) { client(by: $by) { ${fields} } }`;
const by = (name: string) => ({ by: { nhsNumber: hub.nhsNumber(name) } });
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA }, BEN: { person: BLANK } } });
});
afterAll(() => hub.close());

/** What was recorded of one answer. */
async function recordsOf(headers: Readonly<Record<string, string>>) {
  return (await hub.ledger()).filter(({ correlationId }) => correlationId === headers['x-correlation-id']);
}

test('one record for each client, one line for each section, refusals included', async () => {
  const { headers } = await hub.as('clinician').send(everyState(['fitNotes', 'support', 'demographics']), by('AMINA'));
  const [record, ...others] = await recordsOf(headers);
  expect(others).toEqual([]);
  expect(record).toMatchObject({
    clientId: await hub.clientId('AMINA'),
    viewer: { subject: 'dr-okafor', organisation: 'Y90001', audience: 'CLINICIAN', purpose: 'DIRECT_CARE' },
    operation: { name: 'States', digest: expect.stringMatching(/^[\da-f]{64}$/) },
    policyVersion,
  });
  const line = { consents: [] };
  expect(record!.lines).toEqual([
    {
      ...line,
      section: 'Client.fitNotes',
      category: 'FIT_NOTES',
      outcome: 'PERMITTED',
      rule: 'H-01',
      basis: 'DIRECT_CARE',
      sources: ['nhs-care-record'],
    },
    {
      ...line,
      section: 'Client.support',
      category: 'SUPPORT',
      outcome: 'REFUSED',
      reason: 'NO_CONSENT',
      rule: 'H-02',
      basis: 'CONSENT',
      sources: [],
    },
    {
      ...line,
      section: 'Client.demographics',
      category: 'DEMOGRAPHICS',
      outcome: 'PERMITTED',
      rule: 'H-01',
      basis: 'DIRECT_CARE',
      sources: ['nhs-pds'],
    },
  ]);
});

test('two clients in one request are two records', async () => {
  const two = `{ ${['AMINA', 'BEN'].map((name) => `${name}: client(by: { nhsNumber: "${hub.nhsNumber(name)}" }) { fitNotes { __typename } }`).join(' ')} }`;
  const records = await recordsOf((await hub.as('clinician').send(two)).headers);
  const ids = [await hub.clientId('AMINA'), await hub.clientId('BEN')];
  expect(records.map(({ clientId }) => clientId).sort()).toEqual(ids.sort());
});

describe('that somebody is a client is told, and so recorded, even where nothing of them is asked', () => {
  test.each([
    ['Query.client', 'clinician', () => [clientQuery('__typename'), by('AMINA')] as const],
    ['Query.clients', 'clinician', () => ['{ clients(first: 1) { edges { node { id } } } }', {}] as const],
    ['Query.me', 'client:AMINA', () => ['{ me { id } }', {}] as const],
  ] as const)('%s', async (section, who, ask) => {
    const [operation, variables] = ask();
    const records = await recordsOf((await hub.as(who).send(operation, variables)).headers);
    const basis = who === 'clinician' ? 'STATUTE' : 'SUBJECT_ACCESS';
    expect(records.map(({ lines }) => lines)).toEqual([
      [{ section, outcome: 'PERMITTED', rule: 'RELATIONSHIP', basis, consents: [], sources: [] }],
    ]);
  });

  test('Query.explainAccess, Query._entities and both mutations', async () => {
    const client = await hub.idFor('practice', 'AMINA');
    const count = (await hub.ledger()).length;
    const clinician = hub.as('clinician');
    await clinician.query('query($c: ID!) { explainAccess(client: $c, category: SUPPORT) { rule } }', { c: client });
    await clinician.query('query($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
      r: [{ __typename: 'Client', id: client }],
    });
    const { data } = await clinician.record({
      client,
      categories: ['SUPPORT'],
      recipients: [{ organisation: 'Y90001' }],
      purposes: ['DIRECT_CARE'],
      evidence: { method: 'SPOKEN', wording: 'Yes.' },
    });
    await clinician.withdraw(data.recordConsent.consent.id as string);
    expect((await hub.ledger()).slice(count).flatMap(({ lines }) => lines.map(({ section }) => section))).toEqual([
      'Query.explainAccess',
      'Query._entities',
      'Mutation.recordConsent',
      'Mutation.withdrawConsent',
    ]);
  });
});

test('nothing leaves when the ledger cannot write, and the hub says that it is not ready', async () => {
  const { store } = hub.demo.hub;
  const ledger = store.collection('ledger');
  const [insertReady, check] = [ledger.insertReady, store.check];
  const full = () => Promise.reject(new StoreUnavailable('no space'));
  try {
    Object.assign(ledger, { insertReady: full });
    Object.assign(store, { check: full });
    const { status, body } = await hub.as('clinician').send(clientQuery('demographics { __typename }'), by('AMINA'));
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({
      status: 503,
      body: {
        data: null,
        errors: [
          {
            message: 'The disclosure ledger cannot be written, so nothing is shown.',
            extensions: { code: 'LEDGER_UNAVAILABLE', owner: 'HUB' },
          },
        ],
      },
    });
    const ready = await fetch(`${hub.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, store: false, ledger: false }]);
  } finally {
    Object.assign(ledger, { insertReady });
    Object.assign(store, { check });
  }
  const ready = await fetch(`${hub.url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, store: true, ledger: true }]);
  const { data } = await hub.as('clinician').query(clientQuery('demographics { __typename }'), by('AMINA'));
  expect(data.client.demographics).toEqual({ __typename: 'Demographics' });
});

describe('what was done to the ledger of a hub afterwards is found', () => {
  const command = fileURLToPath(new URL('../../src/audit/verify-command.js', import.meta.url));
  const verify = (directory: string): Promise<{ code: number; said: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [command, '--data-dir', directory], (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
      );
    });
  let finished: string;
  beforeAll(async () => {
    finished = await mkdtemp(join(tmpdir(), 'hub-ledger-'));
    const own = await startHub({ people: { AMINA: { person: AMINA } }, dataDirectory: finished });
    for (let looks = 0; looks < 5; looks += 1) {
      await own.as('clinician').query(everyState(), { by: { nhsNumber: AMINA.nhsNumber } });
    }
    await own.close();
  });
  afterAll(() => rm(finished, { recursive: true, force: true }));

  test('nothing, where nothing was done', async () => {
    expect(await verify(finished)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^ledger: verified, 5 records of 1 writers, 5 vouched for by signed heads\n$/),
    });
  });

  test.each([
    [
      'an edit',
      `UPDATE ledger SET body = replace(body, '"DIRECT_CARE"', '"PRIVACY_AUDIT"') WHERE id LIKE '%3'`,
      /EDITED at record 3/,
    ],
    ['a deletion', `DELETE FROM ledger WHERE id LIKE '%3'`, /MISSING at record 3/],
    ['a truncation', `DELETE FROM ledger WHERE id LIKE '%4' OR id LIKE '%5'`, /TRUNCATED at record 4/],
  ] as const)('%s', async (_what, statement, said) => {
    const copy = `${finished}-copy`;
    // A closed store has everything in its main file; what stands beside it can vanish while it is being copied.
    await cp(finished, copy, { recursive: true, filter: (path) => !/-(shm|wal|journal)$/.test(path) });
    try {
      const connection = connect(join(copy, 'hub.sqlite'));
      connection.run(statement, []);
      connection.close();
      expect(await verify(copy)).toEqual({ code: 1, said: expect.stringMatching(said) });
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });
});
