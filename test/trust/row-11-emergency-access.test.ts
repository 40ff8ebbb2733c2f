/** Goal row 11: reason, clock, one person, and a class that never opens. It ends by itself; CLOSED stays closed for every role. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide } from '../../src/access/decide.js';
import { keptVersions } from '../../src/audit/kept-versions.js';
import { replay } from '../../src/audit/replay.js';
import { createClock, startHub, type Claims, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';
import { closeAccess, look, newKey, nightDoctor, openAccess, sections } from './emergency.js';

const hourMs = 3_600_000;
const clock = createClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: {
      AMINA: { person: AMINA },
      RESTRICTED: { person: nobodySpecial(2, { ...AMINA, nhsNumber: nobodySpecial(2).nhsNumber, restriction: 'R' }) },
      REFUSER: {
        person: nobodySpecial(3, { fitNotes: AMINA.fitNotes }),
        consents: [
          {
            effect: 'DENY',
            categories: ['FIT_NOTES'],
            recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
            purposes: ['DIRECT_CARE'],
            period: { start: '2026-01-01' },
          },
        ],
      },
    },
  });
});
afterAll(() => hub.close());

const refused = (reason: string, message: unknown = expect.any(String)) => ({
  data: { openEmergencyAccess: { __typename: 'EmergencyAccessRefused', reason, message } },
});

test('a doctor who does not work with the client sees the care record, but not the closed class, for three hours', async () => {
  expect((await look(hub, nightDoctor, 'AMINA')).data).toEqual({ client: null });
  const before = clock.now();
  const { data } = await openAccess(hub, nightDoctor, 'AMINA');
  const { emergencyAccess } = data.openEmergencyAccess;
  expect(Date.parse(emergencyAccess.endsAt as string) - Date.parse(emergencyAccess.openedAt as string)).toBe(
    3 * hourMs,
  );
  expect(Date.parse(emergencyAccess.openedAt as string)).toBeGreaterThanOrEqual(before);
  expect(emergencyAccess.neverOpened).toEqual(
    expect.arrayContaining(['RESTRICTED_CONDITIONS', 'CONDITIONALITY', 'CONSENT_RECORDS', 'ACCESS_HISTORY']),
  );
  const seen = await look(hub, nightDoctor, 'AMINA');
  expect(seen.errors).toBeUndefined();
  expect(seen.data.client).toMatchObject({
    fitNotes: { __typename: 'FitNotes' },
    conditions: {
      __typename: 'Conditions',
      withheld: [{ category: 'RESTRICTED_CONDITIONS', reason: 'NO_RELATIONSHIP' }],
    },
    support: { __typename: 'Support' },
    benefits: { __typename: 'Withheld', reason: 'NO_RELATIONSHIP' },
    contact: { __typename: 'Contact' },
  });

  clock.forward(3 * hourMs);
  expect((await look(hub, nightDoctor, 'AMINA')).data).toEqual({ client: null });
});

test('every disclosure of it is in the ledger under the grant, and replays to the same bytes', async () => {
  const { data } = await openAccess(hub, nightDoctor, 'AMINA');
  const id = hub.demo.hub.services.pairwiseIds.decode(
    'RHOSP' as never,
    'emergency',
    data.openEmergencyAccess.emergencyAccess.id as string,
  );
  const from = (await hub.ledger()).length;
  await look(hub, nightDoctor, 'AMINA');
  await look(hub, nightDoctor, 'AMINA', ''); // found, and nothing read
  await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
  const records = (await hub.ledger()).slice(from);
  expect(records).toHaveLength(2);
  for (const { clientId, inputs, viewer } of records) {
    expect({ clientId, related: inputs?.related, grant: inputs?.emergency?.grant, subject: viewer.subject }).toEqual({
      clientId: await hub.clientId('AMINA'),
      related: false,
      grant: id,
      subject: 'dr-night',
    });
  }
  const bases = new Set(records[0]!.lines.filter(({ outcome }) => outcome === 'PERMITTED').map(({ basis, rule }) => `${rule} ${basis}`)); // prettier-ignore
  expect(bases).toEqual(new Set(['E-01 EMERGENCY']));
  expect(records[1]!.lines).toMatchObject([{ section: 'Query.client', rule: 'EMERGENCY', basis: 'EMERGENCY' }]);
  const kept = { decide, ...keptVersions(hub.demo.hub.store) };
  for (const record of records) expect(await replay(record, kept)).toEqual({ kind: 'SAME' });
});

describe('it is one person’s', () => {
  const others: readonly [string, Claims][] = [
    ['a colleague', { ...nightDoctor, sub: 'dr-day' }],
    ['the same name elsewhere', { ...nightDoctor, organisation: 'RELSE' }],
    ['the same person for another purpose', { ...nightDoctor, purpose: 'SERVICE_MANAGEMENT' }],
    ['another user of the same system', { ...nightDoctor, on_behalf_of: 'nurse-2' }],
  ];
  test.each(others)('%s sees nothing by it', async (_who, claims) => {
    const { data } = await openAccess(hub, nightDoctor, 'AMINA');
    expect((await look(hub, claims, 'AMINA')).data).toEqual({ client: null });
    const id = data.openEmergencyAccess.emergencyAccess.id as string;
    expect((await closeAccess(hub, claims, id)).data.closeEmergencyAccess.reason).toBe('NOT_FOUND');
    expect((await look(hub, nightDoctor, 'AMINA')).data.client).not.toBeNull();
    await closeAccess(hub, nightDoctor, id);
    expect((await look(hub, nightDoctor, 'AMINA')).data).toEqual({ client: null });
  });

  test('and it opens one client only', async () => {
    const { data } = await openAccess(hub, nightDoctor, 'AMINA');
    expect((await look(hub, nightDoctor, 'RESTRICTED')).data).toEqual({ client: null });
    await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
  });
});

test.each<[string, Who]>([
  ['a work coach', 'work-coach'],
  ['a provider’s coach', 'work-and-health-coach'],
  ['a commissioner', 'commissioner'],
  ['a privacy officer', 'privacy-officer'],
  ['a client', 'client:AMINA'],
  ['a clinician who manages a service', { ...nightDoctor, purpose: 'SERVICE_MANAGEMENT' }],
])('%s cannot open it: the policy does not name them', async (_who, who) => {
  expect(await openAccess(hub, who, 'AMINA')).toEqual(
    refused('NOT_PERMITTED', 'This caller may not open emergency access.'),
  );
});

test('it lifts the want of a consent for the client’s own practice, and not the closed class for them either', async () => {
  const before = await look(hub, 'clinician', 'AMINA');
  expect(before.data.client.support).toMatchObject({ __typename: 'Withheld', reason: 'NO_CONSENT' });
  const { data } = await openAccess(hub, 'clinician', 'AMINA');
  const during = await look(hub, 'clinician', 'AMINA');
  expect(during.data.client.support.__typename).toBe('Support');
  expect(during.data.client.benefits).toMatchObject({ __typename: 'Withheld', reason: 'NO_CONSENT' });
  await closeAccess(hub, 'clinician', data.openEmergencyAccess.emergencyAccess.id as string);
});

test('a client’s no is heard in an emergency too', async () => {
  const { data } = await openAccess(hub, nightDoctor, 'REFUSER');
  expect((await look(hub, nightDoctor, 'REFUSER')).data.client.fitNotes).toMatchObject({
    __typename: 'Withheld',
    reason: 'DENIED_BY_CLIENT',
  });
  await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
});

test('the location of a restricted person stays in, on every path', async () => {
  const { data } = await openAccess(hub, nightDoctor, 'RESTRICTED');
  const { client } = (await look(hub, nightDoctor, 'RESTRICTED')).data;
  expect(client.contact).toMatchObject({ __typename: 'Withheld', reason: 'LOCATION_RESTRICTED' });
  expect(client.appointments.items.length).toBeGreaterThan(0);
  for (const { location } of client.appointments.items as { location: string | null }[]) expect(location).toBeNull();
  await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
});

test('nothing can be written for the client on it', async () => {
  const { data } = await openAccess(hub, nightDoctor, 'AMINA');
  const { id } = (await look(hub, nightDoctor, 'AMINA')).data.client as { id: string };
  const consent = {
    client: id,
    categories: ['SUPPORT'],
    recipients: [{ organisation: 'RHOSP' }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'SPOKEN', wording: 'Yes.' },
  };
  expect((await hub.as(nightDoctor).record(consent)).data.recordConsent.reason).toBe('NOT_FOUND');
  await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
});

test('one that ends while an answer is made leaves nothing in it, and the ledger says so', async () => {
  const { data } = await openAccess(hub, nightDoctor, 'AMINA');
  hub.fail('nhs-care-record', { kind: 'slow', delayMs: 1_000 });
  hub.forget();
  const answer = look(hub, nightDoctor, 'AMINA', 'fitNotes { __typename }');
  while (hub.asked()['nhs-care-record'] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
  expect(await answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'EMERGENCY_ENDED' } }] });
  hub.heal();
  const record = (await hub.ledger()).find(({ lines }) => lines.some(({ rule }) => rule === 'EMERGENCY_ENDED'))!;
  expect(record.lines).toMatchObject([{ outcome: 'CHANGED', category: 'FIT_NOTES', basis: 'EMERGENCY' }]);
  expect(await replay(record, { decide, ...keptVersions(hub.demo.hub.store) })).toEqual({ kind: 'SAME' });
});

describe('opening it', () => {
  test('with one key is once: one access, one notice, one review, also ten times at once', async () => {
    const idempotencyKey = newKey();
    const store = hub.demo.hub.store.collection('tasks');
    const count = async () => (await store.countBy({ index: 'organisation_audience_open_dueAt', where: { organisation: 'RHOSP', audience: 'PRIVACY_OFFICER' } }, 'open')).get(true) ?? 0; // prettier-ignore
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => openAccess(hub, nightDoctor, 'AMINA', { idempotencyKey })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count()).toBe(before + 1);
    expect(await openAccess(hub, nightDoctor, 'AMINA', { idempotencyKey, note: 'Another.' })).toEqual(
      refused('IDEMPOTENCY_KEY_REUSED'),
    );
    await closeAccess(hub, nightDoctor, answers[0]!.data.openEmergencyAccess.emergencyAccess.id as string);
  });

  test('that a crash cut short opens nothing until it is asked again, and is then done once', async () => {
    const { store, services } = hub.demo.hub;
    const idempotencyKey = newKey();
    const { data } = await openAccess(hub, nightDoctor, 'AMINA', { idempotencyKey });
    const id = services.pairwiseIds.decode('RHOSP' as never, 'emergency', data.openEmergencyAccess.emergencyAccess.id as string)!; // prettier-ignore
    // As the store is when the process dies before the last step.
    const { version, ...grant } = (await store.collection('emergencyGrants').get(id))!;
    await store.collection('emergencyGrants').replace({ ...grant, state: 'OPENING' }, version);
    expect((await look(hub, nightDoctor, 'AMINA')).data).toEqual({ client: null });
    expect(await openAccess(hub, nightDoctor, 'AMINA', { idempotencyKey })).toEqual({ data });
    expect((await look(hub, nightDoctor, 'AMINA')).data.client).not.toBeNull();
    await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
  });

  test('without a note, with a bad key, or for somebody whom the hub does not know, stores nothing', async () => {
    expect(await openAccess(hub, nightDoctor, 'AMINA', { note: ' ' })).toEqual(refused('INVALID_INPUT'));
    expect(await openAccess(hub, nightDoctor, 'AMINA', { note: 'x'.repeat(1_001) })).toEqual(refused('INVALID_INPUT'));
    expect(await openAccess(hub, nightDoctor, 'AMINA', { idempotencyKey: 'short' })).toEqual(refused('INVALID_INPUT'));
    const client = { nhsNumber: nobodySpecial(77).nhsNumber };
    expect(await openAccess(hub, nightDoctor, 'AMINA', { client })).toEqual(refused('NOT_FOUND', 'No such client.'));
    expect((await hub.ledger()).at(-1)).toMatchObject({ lines: [{ outcome: 'NOT_FOUND' }] });
    expect((await look(hub, nightDoctor, 'AMINA')).data).toEqual({ client: null });
  });

  test('keeps the note nowhere in the clear', async () => {
    const note = 'A very particular note.';
    const { data } = await openAccess(hub, nightDoctor, 'AMINA', { note });
    const { store } = hub.demo.hub;
    const grants = await store.collection('emergencyGrants').find({ index: 'id', where: {}, limit: 1000 });
    const tasks = await store.collection('tasks').find({ index: 'id', where: {}, limit: 1000 });
    expect(JSON.stringify([grants, tasks, await hub.ledger(), hub.logged])).not.toContain(note);
    await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
  });
});

test('by reference, as a federation router asks, it is the same', async () => {
  const { data } = await openAccess(hub, nightDoctor, 'AMINA');
  const { id } = (await look(hub, nightDoctor, 'AMINA', '')).data.client as { id: string };
  const entity = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Client { ${sections} } } }`;
  const asked = () => hub.as(nightDoctor).query(entity, { r: [{ __typename: 'Client', id }] });
  expect((await asked()).data._entities[0].fitNotes.__typename).toBe('FitNotes');
  await closeAccess(hub, nightDoctor, data.openEmergencyAccess.emergencyAccess.id as string);
  expect((await asked()).data._entities).toEqual([null]);
});
