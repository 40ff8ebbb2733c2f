/** Goal row 13: whoever acts for a client does so within a scope and to an end, and both stand in the ledger. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePolicy, PolicyFault } from '../../src/access/policy.js';
import {
  authorities,
  capacities,
  representativeActs,
  whyNotDone,
  type Deed,
  type Representation,
} from '../../src/access/representation.js';
import { dataCategories } from '../../src/access/types.js';
import { replay } from '../../src/audit/replay.js';
import { keptVersions } from '../../src/audit/kept-versions.js';
import { decide } from '../../src/access/decide.js';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';
import { closeAccess, nightDoctor, openAccess } from './emergency.js';
import { policy, today } from './consent-samples.js';

const held = (change: Partial<Representation> = {}): Representation => ({
  id: 'r1',
  version: 1,
  status: 'ACTIVE',
  authority: 'PARENTAL_RESPONSIBILITY',
  categories: ['FIT_NOTES', 'SUPPORT'],
  acts: ['READ', 'RECORD_CONSENT'],
  period: { start: '2026-01-01', end: '2027-01-01' },
  ...change,
});
const deed = (change: Partial<Deed> = {}): Deed => ({
  act: 'RECORD_CONSENT',
  capacity: 'CHILD',
  categories: ['FIT_NOTES'],
  lasts: { end: '2026-12-31' },
  today,
  ...change,
});
const ruleOf = (authority: Representation['authority']) => policy.representation.rules.get(authority);

const cases: readonly [string, Partial<Representation>, Partial<Deed>, string | undefined][] = [
  ['may do what it covers', {}, {}, undefined],
  ['may not do it after its last day', {}, { today: '2027-01-02' }, 'REPRESENTATIVE_ENDED'],
  ['may do it on its last day', {}, { today: '2027-01-01', lasts: { end: '2027-01-01' } }, undefined],
  ['may not do it before its first day', {}, { today: '2025-12-31' }, 'REPRESENTATIVE_ENDED'],
  ['may not do it once ended', { status: 'ENDED' }, {}, 'REPRESENTATIVE_ENDED'],
  ['may not do what outlasts it', {}, { lasts: { end: '2027-01-02' } }, 'REPRESENTATIVE_ENDED'],
  ['may not do what has no end', {}, { lasts: {} }, 'REPRESENTATIVE_ENDED'],
  ['may not speak of another category', {}, { categories: ['FIT_NOTES', 'BENEFITS'] }, 'REPRESENTATIVE_OUT_OF_SCOPE'],
  ['may not speak of everything', {}, { categories: [] }, 'REPRESENTATIVE_OUT_OF_SCOPE'],
  ['may not do another act', {}, { act: 'WITHDRAW_CONSENT' }, 'REPRESENTATIVE_OUT_OF_SCOPE'],
  ['may not speak for a child who can decide', {}, { capacity: 'HAS_CAPACITY' }, 'CAPACITY'],
  ['of an attorney for health counts while capacity is lacking', { authority: 'HEALTH_AND_WELFARE_ATTORNEY' }, { capacity: 'LACKS_CAPACITY' }, undefined],
  ['of an attorney for health does not while it is there', { authority: 'HEALTH_AND_WELFARE_ATTORNEY' }, { capacity: 'HAS_CAPACITY' }, 'CAPACITY'],
  ['of an attorney for money never reaches health', { authority: 'PROPERTY_AND_AFFAIRS_ATTORNEY' }, { capacity: 'LACKS_CAPACITY' }, 'REPRESENTATIVE_OUT_OF_SCOPE'],
  ['of a nominee is for reading', { authority: 'NOMINATED_BY_CLIENT' }, { capacity: 'HAS_CAPACITY' }, 'REPRESENTATIVE_OUT_OF_SCOPE'],
]; // prettier-ignore
test.each(cases)('row 13: an authority %s', (_what, representation, change, expected) => {
  const whole = held(representation);
  expect(whyNotDone(ruleOf(whole.authority), whole, deed(change))).toBe(expected);
});

test('row 13: whatever is recorded, nobody does more than the policy lets their authority reach, nor outside of its days', () => {
  const day = fc.constantFrom('2025-06-01', '2026-01-01', today, '2027-06-01');
  fc.assert(
    fc.property(
      fc.record({
        authority: fc.constantFrom(...authorities),
        categories: fc.subarray([...dataCategories]),
        acts: fc.subarray([...representativeActs]),
        status: fc.constantFrom('ACTIVE' as const, 'ENDED' as const),
      }),
      fc.record({
        act: fc.constantFrom(...representativeActs),
        capacity: fc.constantFrom(...capacities),
        categories: fc.subarray([...dataCategories], { maxLength: 2 }),
        today: day,
      }),
      (representation, done) => {
        const rule = ruleOf(representation.authority)!;
        if (whyNotDone(rule, held(representation), { ...done, lasts: { end: '2026-12-31' } }) !== undefined) return;
        expect(representation.status).toBe('ACTIVE');
        expect(done.today >= '2026-01-01' && done.today <= '2027-01-01').toBe(true);
        expect(rule.acts).toContain(done.act);
        expect(rule.whereClient).toContain(done.capacity);
        expect(rule.categories).toEqual(expect.arrayContaining(done.categories));
        expect(representation.categories).toEqual(expect.arrayContaining(done.categories));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('row 13: there is no act of approving: neither emergency access nor an authority, and no policy can let clients record one', () => {
  expect(representativeActs).toEqual(['READ', 'RECORD_CONSENT', 'WITHDRAW_CONSENT']);
  expect(policy.representation.recorders.has('CLIENT')).toBe(false);
  const { representation, ...terms } = policy.terms;
  const text = JSON.stringify({ ...terms, representation: { ...representation, recorders: ['CLIENT'] } });
  expect(() => parsePolicy(text)).toThrow(PolicyFault);
});

describe('row 13: a mother who acts for her daughter', () => {
  let hub: TestHub;
  const clock = createClock();
  const day = (offset: number): string => new Date(clock.now() + offset * 86_400_000).toISOString().slice(0, 10);
  let representative: string;
  let keys = 0;
  const record = `mutation Represent($input: RecordRepresentativeInput!) { recordRepresentative(input: $input) { __typename
    ... on RepresentativeRecorded { representative { id version name authority categories acts validFrom validTo ended evidence } }
    ... on RepresentativeRefused { reason message } } }`;
  const end = `mutation End($input: EndRepresentativeInput!) { endRepresentative(input: $input) { __typename
    ... on RepresentativeEnded { representative { version ended } } ... on RepresentativeRefused { reason } } }`;
  const look = `query Look($by: ClientLookup!) { client(by: $by) { id
    fitNotes { __typename ... on Withheld { reason } } benefits { __typename ... on Withheld { reason } } consents { id } } }`;
  interface Recorded {
    readonly reason?: string;
    readonly representative: { readonly id: string };
  }
  const newKey = () => `represent-${String((keys += 1)).padStart(4, '0')}`;
  const authority = async (change: object = {}) => ({
    idempotencyKey: newKey(),
    client: await hub.idFor('practice', 'DAUGHTER'),
    nhsNumber: hub.nhsNumber('MOTHER'),
    name: 'Rosa Hussain',
    authority: 'PARENTAL_RESPONSIBILITY',
    categories: ['FIT_NOTES', 'SUPPORT', 'CONSENT_RECORDS'],
    acts: ['READ', 'RECORD_CONSENT'],
    validTo: day(30),
    evidence: 'Birth certificate',
    ...change,
  });
  const represent = async (who: Who, change: object = {}): Promise<Recorded> =>
    (await hub.as(who).query(record, { input: await authority(change) })).data.recordRepresentative as Recorded;
  const daughter = () => ({ by: { nhsNumber: hub.nhsNumber('DAUGHTER') } });
  const agree = async (change: object = {}, evidence: object = {}) => ({
    client: await hub.idFor('client', 'DAUGHTER'),
    categories: ['FIT_NOTES'],
    recipients: [{ audience: 'WORK_AND_HEALTH_COACH' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    validTo: day(20),
    evidence: { method: 'ELECTRONIC', wording: 'Yes.', capacity: 'CHILD', ...evidence },
    ...change,
  });

  beforeAll(async () => {
    hub = await startHub({
      clock,
      people: { DAUGHTER: { person: AMINA }, MOTHER: { person: nobodySpecial(50) }, OTHER: { person: nobodySpecial(51) } },
    }); // prettier-ignore
  });
  afterAll(() => hub.close());

  test('is nobody’s business until somebody with the right to has recorded it', async () => {
    expect((await hub.as('client:MOTHER').query(look, daughter())).data.client).toBeNull();
    expect(await represent('client:MOTHER')).toMatchObject({ reason: 'NOT_FOUND' });
    expect(await represent('client:MOTHER', { client: await hub.idFor('client', 'MOTHER'), nhsNumber: hub.nhsNumber('OTHER') })).toMatchObject({ reason: 'NOT_PERMITTED' }); // prettier-ignore
    const atProvider = { client: await hub.idFor('provider', 'DAUGHTER') };
    expect(await represent('work-and-health-coach', atProvider)).toMatchObject({ reason: 'NOT_PERMITTED' });
  });

  test('is recorded once, within what the policy lets a parent reach', async () => {
    expect(await represent('clinician', { categories: ['RESTRICTED_CONDITIONS'] })).toMatchObject({
      reason: 'INVALID_INPUT',
      message: 'categories: must name some, and only those that this authority can reach.',
    });
    expect(await represent('clinician', { validTo: null })).toMatchObject({
      message: 'validTo: this authority must have a last day.',
    });
    expect(await represent('clinician', { nhsNumber: hub.nhsNumber('DAUGHTER') })).toMatchObject({
      message: 'nhsNumber is the client’s own.',
    });
    const again = { idempotencyKey: newKey() };
    const first = await represent('clinician', again);
    expect(first).toMatchObject({
      __typename: 'RepresentativeRecorded',
      representative: { version: 1, name: 'Rosa Hussain', authority: 'PARENTAL_RESPONSIBILITY', ended: false, validTo: day(30) },
    }); // prettier-ignore
    expect(await represent('clinician', again)).toEqual(first);
    expect(await represent('clinician', { ...again, name: 'Other' })).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' }); // prettier-ignore
    representative = first.representative.id;
    const stored = JSON.stringify(await hub.demo.hub.store.collection('representatives').find({ index: 'id', where: {}, limit: 9 })); // prettier-ignore
    expect(stored).not.toContain('Rosa');
    expect(stored).not.toContain(hub.nhsNumber('MOTHER'));
  });

  test('opens what it covers and nothing else, and nobody’s record but hers', async () => {
    expect((await hub.as('client:MOTHER').query(look, daughter())).data.client).toMatchObject({
      fitNotes: { __typename: 'FitNotes' },
      benefits: { __typename: 'Withheld', reason: 'PROXY_OUT_OF_SCOPE' },
      consents: [],
    });
    expect((await hub.as('client:OTHER').query(look, daughter())).data.client).toBeNull();
    const mother = { by: { nhsNumber: hub.nhsNumber('MOTHER') } };
    expect((await hub.as('client:DAUGHTER').query(look, mother)).data.client).toBeNull();
  });

  const actsFor = async (who: Who): Promise<readonly { client: string; representative: string }[]> =>
    (
      await hub
        .as(who)
        .query('{ viewer { actsFor { client representative authority categories acts validFrom validTo } } }')
    ).data.viewer.actsFor as { client: string; representative: string }[];

  test('is listed to her as hers, and to nobody else; that she asked stands in her daughter’s record', async () => {
    const listed = await actsFor('client:MOTHER');
    expect(listed).toEqual([
      {
        client: await hub.idFor('client', 'DAUGHTER'),
        representative: expect.any(String),
        authority: 'PARENTAL_RESPONSIBILITY',
        categories: ['CONSENT_RECORDS', 'FIT_NOTES', 'SUPPORT'],
        acts: ['READ', 'RECORD_CONSENT'],
        validFrom: day(0),
        validTo: day(30),
      },
    ]);
    for (const other of ['client:DAUGHTER', 'client:OTHER', 'clinician', 'privacy-officer'] as const) {
      expect(await actsFor(other)).toEqual([]);
    }
    const record = (await hub.ledger()).findLast(({ lines }) => lines.some(({ section }) => section === 'Viewer.actsFor')); // prettier-ignore
    expect(record).toMatchObject({
      clientId: await hub.clientId('DAUGHTER'),
      inputs: { proxy: { authority: 'PARENTAL_RESPONSIBILITY' } },
    });
    const { client } = listed[0]!;
    expect((await hub.as('client:MOTHER').query(look, { by: { id: client } })).data.client.fitNotes.__typename).toBe('FitNotes'); // prettier-ignore
  });

  test('opens no emergency access: there is nobody whom she could ask to approve it, herself least of all', async () => {
    const asked = async (who: Who) => {
      const { data } = await openAccess(hub, who, 'DAUGHTER');
      return data.openEmergencyAccess as { reason?: string };
    };
    expect(await asked('client:MOTHER')).toMatchObject({ __typename: 'EmergencyAccessRefused', reason: 'NOT_PERMITTED' }); // prettier-ignore
    expect(await asked('privacy-officer')).toMatchObject({ __typename: 'EmergencyAccessRefused', reason: 'NOT_PERMITTED' }); // prettier-ignore
    expect(await hub.demo.hub.store.collection('emergencyGrants').find({ index: 'id', where: {}, limit: 9 })).toEqual([]); // prettier-ignore
    // Nor may she close or review anybody else's.
    const { data } = await openAccess(hub, nightDoctor, 'DAUGHTER');
    const id = data.openEmergencyAccess.emergencyAccess.id as string;
    expect((await closeAccess(hub, 'client:MOTHER', id)).data.closeEmergencyAccess).toMatchObject({ __typename: 'EmergencyAccessRefused' }); // prettier-ignore
    await closeAccess(hub, nightDoctor, id);
  });

  test('stands in the ledger with its scope and end, under the record’s hash, and is decided again to the same', async () => {
    const record = (await hub.ledger()).findLast(({ inputs }) => inputs?.proxy !== undefined)!;
    expect(record.inputs!.proxy).toEqual({
      authority: 'PARENTAL_RESPONSIBILITY',
      representation: expect.stringMatching(/@1$/),
      categories: ['CONSENT_RECORDS', 'FIT_NOTES', 'SUPPORT'],
      period: { start: day(0), end: day(30) },
    });
    const kept = { decide, ...keptVersions(hub.demo.hub.store) };
    expect(await replay(record, kept)).toEqual({ kind: 'SAME' });
    const { proxy: _gone, ...inputs } = record.inputs!;
    expect(await replay({ ...record, inputs }, kept)).toMatchObject({ kind: 'DIFFERENT' });
  });

  test('shows in her daughter’s history', async () => {
    const { data } = await hub
      .as('client:DAUGHTER')
      .query('{ me { accessHistory(first: 20) { edges { node { sentence actingFor { authority categories validTo } } } } } }'); // prettier-ignore
    const seen = (data.me.accessHistory.edges as { node: { actingFor: object | null; sentence: string } }[]).find(({ node }) => node.actingFor); // prettier-ignore
    expect(seen?.node).toEqual({
      sentence: expect.stringMatching(
        new RegExp(`^Your mum or dad .*They may act for you up to ${day(30)}\\. They saw .*They were not shown`),
      ),
      actingFor: {
        authority: 'PARENTAL_RESPONSIBILITY',
        categories: ['CONSENT_RECORDS', 'FIT_NOTES', 'SUPPORT'],
        validTo: day(30),
      },
    });
  });

  test('lets her agree for her daughter, as herself and no longer than she may act', async () => {
    const { data } = await hub.as('client:MOTHER').record(await agree());
    expect(data.recordConsent.consent.evidence).toEqual({
      method: 'ELECTRONIC',
      wording: 'Yes.',
      language: 'en-GB',
      givenBy: 'REPRESENTATIVE',
      capacity: 'CHILD',
      representative: { authority: 'PARENTAL_RESPONSIBILITY', until: day(30) },
    });
    const refusals: readonly [object, object, string][] = [
      [{ validTo: day(31) }, {}, 'REPRESENTATIVE_ENDED'],
      [{ validTo: null }, {}, 'REPRESENTATIVE_ENDED'],
      [{ categories: ['FIT_NOTES', 'BENEFITS'] }, {}, 'REPRESENTATIVE_OUT_OF_SCOPE'],
      [{ effect: 'DENY', categories: [] }, {}, 'REPRESENTATIVE_OUT_OF_SCOPE'],
      [{}, { capacity: 'HAS_CAPACITY' }, 'CAPACITY'],
      [{}, { givenBy: 'CLIENT', capacity: null }, 'CAPACITY'],
    ];
    for (const [change, evidence, reason] of refusals) {
      const { data: refused } = await hub.as('client:MOTHER').record(await agree(change, evidence));
      expect([reason, refused.recordConsent]).toMatchObject([reason, { __typename: 'ConsentRefused', reason }]);
    }
    const { data: withdrawn } = await hub.as('client:MOTHER').withdraw(data.recordConsent.consent.id as string);
    expect(withdrawn.withdrawConsent).toMatchObject({ reason: 'REPRESENTATIVE_OUT_OF_SCOPE' });
  });

  test('lets staff record her word, and not that of a client who could not give it', async () => {
    const client = await hub.idFor('practice', 'DAUGHTER');
    const staff = async (evidence: object): Promise<object> =>
      (await hub.as('clinician').record(await agree({ client }, evidence))).data.recordConsent as object;
    expect(await staff({ givenBy: 'REPRESENTATIVE', representative })).toMatchObject({
      __typename: 'ConsentRecorded',
      consent: { evidence: { givenBy: 'REPRESENTATIVE', representative: { until: day(30) } } },
    });
    expect(await staff({ givenBy: 'REPRESENTATIVE' })).toMatchObject({ reason: 'REPRESENTATIVE_UNKNOWN' });
    expect(await staff({ givenBy: 'CLIENT' })).toMatchObject({ reason: 'CAPACITY' });
  });

  test('lets staff record what she takes back, by name, and only what her authority reaches', async () => {
    const client = await hub.idFor('practice', 'DAUGHTER');
    const who = await represent('clinician', { acts: ['WITHDRAW_CONSENT'], nhsNumber: hub.nhsNumber('OTHER'), name: 'Ada' });
    const other = who.representative.id;
    const consentTo = async (...categories: string[]): Promise<string> => {
      const given = { method: 'SPOKEN', wording: 'Yes.', language: 'en-GB', givenBy: 'CLIENT', capacity: 'HAS_CAPACITY' };
      const { data } = await hub.as('clinician').record({ ...(await agree({ client, categories })), evidence: given });
      return data.recordConsent.consent.id as string;
    };
    const takeBack = async (consent: string, input: object, by: Who = 'clinician') =>
      (await hub.as(by).withdraw(consent, input)).data.withdrawConsent as object;
    const sickness = await consentTo('FIT_NOTES');
    expect(await takeBack(sickness, { representative: 'nobody' })).toMatchObject({ reason: 'REPRESENTATIVE_UNKNOWN' });
    expect(await takeBack(sickness, { representative })).toMatchObject({ reason: 'REPRESENTATIVE_OUT_OF_SCOPE' });
    expect(await takeBack(await consentTo('BENEFITS'), { representative: other })).toMatchObject({ reason: 'REPRESENTATIVE_OUT_OF_SCOPE' });
    const again = { idempotencyKey: newKey(), representative: other };
    const first = await takeBack(sickness, again);
    expect(first).toMatchObject({
      __typename: 'ConsentWithdrawn',
      consent: { version: 2, status: 'WITHDRAWN', withdrawnFor: { authority: 'PARENTAL_RESPONSIBILITY', until: day(30) } },
    });
    expect(await takeBack(sickness, again)).toEqual(first);
    expect(await takeBack(sickness, { idempotencyKey: again.idempotencyKey })).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });
    const named = (await actsFor('client:OTHER'))[0]!;
    expect(await takeBack((await hub.as('client:DAUGHTER').query('{ me { consents { id } } }')).data.me.consents[0].id as string, { representative: named.representative }, 'client:DAUGHTER'))
      .toMatchObject({ reason: 'INVALID_INPUT', message: 'representative: only staff name one.' });
  }); // prettier-ignore

  test('can be given up by whoever holds it, and by nobody else who only has their id', async () => {
    const held = (await actsFor('client:OTHER'))[0]!.representative;
    const give = async (who: Who, input: object) =>
      (await hub.as(who).query(end, { input: { representative: held, ...input } })).data.endRepresentative as object;
    const key = { idempotencyKey: newKey() };
    expect(await give('client:MOTHER', { idempotencyKey: newKey() })).toMatchObject({ reason: 'NOT_FOUND' });
    expect(await give('client:OTHER', key)).toMatchObject({ representative: { version: 2, ended: true } });
    expect(await give('client:OTHER', key)).toMatchObject({ representative: { version: 2, ended: true } });
    expect(await give('client:OTHER', { idempotencyKey: newKey() })).toMatchObject({ reason: 'ALREADY_ENDED' });
    expect(await actsFor('client:OTHER')).toEqual([]);
    const { data } = await hub.as('client:DAUGHTER').query('{ me { representatives { name ended } } }');
    expect(data.me.representatives).toContainEqual({ name: 'Ada', ended: true });
  });

  test('opens nobody’s authority, her own least of all', async () => {
    const client = await hub.idFor('client', 'DAUGHTER');
    expect(await represent('client:MOTHER', { client })).toMatchObject({ reason: 'NOT_FOUND' });
    const { data } = await hub.as('client:MOTHER').query(end, { input: { idempotencyKey: newKey(), representative } });
    expect(data.endRepresentative).toMatchObject({ reason: 'NOT_FOUND' });
  });

  test('ends with the client’s word, for an answer under way too', async () => {
    const { data } = await hub.as('client:DAUGHTER').query('{ me { representatives { id ended } } }');
    const { id } = (data.me.representatives as { id: string; ended: boolean }[]).find(({ ended }) => !ended)!;
    hub.fail('nhs-care-record', { kind: 'slow', delayMs: 500 });
    hub.forget();
    const answer = hub.as('client:MOTHER').query(look, daughter());
    while (hub.asked()['nhs-care-record'] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const ended = await hub.as('client:DAUGHTER').query(end, { input: { idempotencyKey: newKey(), representative: id } });
    expect(ended.data.endRepresentative).toMatchObject({ representative: { version: 2, ended: true } });
    expect(await answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'CONSENT_CHANGED' } }] });
    hub.heal();
    expect((await hub.as('client:MOTHER').query(look, daughter())).data.client).toBeNull();
    const changed = (await hub.ledger()).findLast(({ lines }) => lines.some(({ outcome }) => outcome === 'CHANGED'))!;
    expect(changed.lines).toMatchObject([{ rule: 'AUTHORITY_ENDED' }]);
    expect(await replay(changed, { decide, ...keptVersions(hub.demo.hub.store) })).toEqual({ kind: 'SAME' });
  }); // prettier-ignore

  test('ends by itself the day after its last', async () => {
    await represent('clinician', { validTo: day(2) });
    expect((await hub.as('client:MOTHER').query(look, daughter())).data.client.fitNotes.__typename).toBe('FitNotes');
    clock.forward(3 * 86_400_000);
    expect((await hub.as('client:MOTHER').query(look, daughter())).data.client).toMatchObject({
      fitNotes: { __typename: 'Withheld', reason: 'PROXY_ENDED' },
      consents: [],
    });
  });
});
