/** Goal row 3: the application that a caller uses is part of who asks, and alone can turn the decision. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parsePolicy, PolicyFault } from '../../src/access/policy.js';
import type { HubSettingsInput } from '../../src/config.js';
import { packageRoot } from '../../src/package-root.js';
import { startHub, type Claims, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';

const shipped = readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8');
const walled = `${shipped}
applications:
  - id: A-01
    applications: [waiting-room-board]
    categories: [APPOINTMENTS, CONDITIONS]
    because: Whoever waits can read it.
`;
const withWall =
  (required: boolean) =>
  (settings: HubSettingsInput): HubSettingsInput => {
    if (!('dataDirectory' in settings.store)) throw new Error('a test keeps its store in a directory');
    const file = join(settings.store.dataDirectory, 'sharing.yaml');
    writeFileSync(file, walled);
    const issuers = settings.issuers.map((issuer) => ({ ...issuer, applicationRequired: required }));
    return { ...settings, policies: { ...settings.policies, sharing: file }, issuers };
  };
const gp = { sub: 'dr-okafor', organisation: 'Y90001', role: 'CLINICIAN', purpose: 'DIRECT_CARE' };
const using = (application: string): Claims => ({ ...gp, client_id: application });
const by = { by: { nhsNumber: AMINA.nhsNumber } };
const look = `query Look($by: ClientLookup!) { client(by: $by) {
  appointments { __typename ... on Withheld { reason rule } } fitNotes { __typename } } }`;
const refused = { __typename: 'Withheld', reason: 'NEVER_SHARED', rule: 'A-01' };

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA } }, change: withWall(false) });
});
afterAll(() => hub.close());

const seenBy = async (who: Claims): Promise<unknown> => {
  const { data, errors } = await hub.as(who).query(look, by);
  expect(errors).toBeUndefined();
  return data.client.appointments;
};

test('the same person for the same purpose is refused in the application that the policy names, and in no other', async () => {
  expect(await seenBy(gp)).toEqual({ __typename: 'Appointments' });
  expect(await seenBy(using('consulting-room'))).toEqual({ __typename: 'Appointments' });
  hub.forget();
  expect(await seenBy(using('waiting-room-board'))).toEqual(refused);
});

test('a refusal by the application asks no source', async () => {
  hub.forget();
  const text =
    'query Look($by: ClientLookup!) { client(by: $by) { conditions { __typename ... on Withheld { rule } } } }';
  const { data } = await hub.as(using('waiting-room-board')).query(text, by);
  expect(data.client.conditions).toEqual({ __typename: 'Withheld', rule: 'A-01' });
  expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
});

test('no consent opens it, and what would change it names nothing that the client could do', async () => {
  await hub.as('client:AMINA').record({
    client: await hub.idFor('client', 'AMINA'),
    categories: ['APPOINTMENTS'],
    recipients: [{ organisation: gp.organisation }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'ELECTRONIC', wording: 'Yes.' },
  });
  expect(await seenBy(using('waiting-room-board'))).toEqual(refused);
  const text = `query Why($client: ID!) { explainAccess(client: $client, category: APPOINTMENTS) { permitted rule because changes { steps { kind } } } }`;
  const { data } = await hub
    .as(using('waiting-room-board'))
    .query(text, { client: await hub.idFor('practice', 'AMINA') });
  expect(data.explainAccess).toEqual({
    permitted: false,
    rule: 'A-01',
    because: 'Whoever waits can read it.',
    changes: [],
  });
});

test('a privacy officer can ask what an application would be shown', async () => {
  const text = `query Would($client: ID!, $as: ViewerInput) { explainAccess(client: $client, category: APPOINTMENTS, as: $as) { permitted rule } }`;
  const would = async (application?: string): Promise<unknown> => {
    const as = { organisation: gp.organisation, audience: 'CLINICIAN', purpose: 'DIRECT_CARE', application };
    const client = await hub.idFor('practice', 'AMINA');
    return (await hub.as('privacy-officer').query(text, { client, as })).data.explainAccess;
  };
  expect(await would('waiting-room-board')).toEqual({ permitted: false, rule: 'A-01' });
  expect(await would('consulting-room')).toMatchObject({ permitted: true });
  expect(await would()).toMatchObject({ permitted: true });
});

test('a caller sees which application the hub takes them to use; the ledger keeps it, and its FHIR export tells it', async () => {
  const { data } = await hub.as(using('waiting-room-board')).query('{ viewer { application } }');
  expect(data.viewer).toEqual({ application: 'waiting-room-board' });
  await seenBy(using('waiting-room-board'));
  const record = (await hub.ledger()).at(-1)!;
  expect(record.viewer.application).toBe('waiting-room-board');
  const officer = hub.as('privacy-officer');
  const { data: read } = await officer.query(
    '{ disclosures(first: 1, filter: { subject: "dr-okafor" }) { edges { node { application auditEvent } } } }',
  );
  const [{ node }] = read.disclosures.edges as [{ node: { application: string; auditEvent: string } }];
  expect(node.application).toBe('waiting-room-board');
  expect((JSON.parse(node.auditEvent) as { agent: object[] }).agent).toContainEqual({
    type: { coding: [expect.objectContaining({ code: 'APPLICATION' })] },
    who: { identifier: { system: expect.stringMatching(/:application$/), value: 'waiting-room-board' } },
    requestor: false,
  });
  // Decided once more when the hub of this file closes (`startHub`): by what the record says, and to the same bytes.
});

test('where an issuer’s tokens must name an application, one that does not is refused', async () => {
  const strict = await startHub({ people: { AMINA: { person: AMINA } }, change: withWall(true) });
  expect(await strict.as(gp).query(look, by)).toMatchObject({
    errors: [{ message: 'The access token has no claim client_id.', extensions: { code: 'UNAUTHENTICATED' } }],
  });
  const { data } = await strict.as(using('waiting-room-board')).query(look, by);
  expect(data.client.appointments).toEqual(refused);
  await strict.close();
});

describe('a policy', () => {
  test('whose wall has the id of a rule cannot be used', () => {
    expect(() => parsePolicy(walled.replace('id: A-01', 'id: W-01'))).toThrow(PolicyFault);
    expect(() => parsePolicy(walled.replace('id: A-01', 'id: W-01'))).toThrow('applications: the id W-01 stands twice');
  });
  test('whose wall names no application cannot be used', () => {
    expect(() => parsePolicy(walled.replace('[waiting-room-board]', '[]'))).toThrow('applications.0.applications');
  });
});
