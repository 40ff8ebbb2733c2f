/** Goal rows 57 and 58: what a consent would do, replayed over real history, before anybody signs; and consents compared by what they do. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import { effectChanges, sightBy } from '../../src/access/effects.js';
import { audiences, dataCategories, purposes } from '../../src/access/types.js';
import type { AccessRequest, Consent, OrganisationId, ProxyScope } from '../../src/access/types.js';
import { previewReads } from '../../src/consent/preview.js';
import { organisations } from '../../src/demo/organisations.js';
import type { LedgerDocument, LedgerLine } from '../../src/store/documents.js';
import { createClock, startHub, type Clock, type Enrolment, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, BLANK, nobodySpecial } from '../acceptance/people.js';
import { anyRequest, coachAsks as anyRead, permitting, policy, someConsents, today } from './consent-samples.js';

type Terms = NonNullable<Enrolment['consents']>[number];
const toProvider: Terms = {
  effect: 'PERMIT',
  categories: ['FIT_NOTES', 'APPOINTMENTS'],
  recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
};

let hub: TestHub;
let clock: Clock;
beforeAll(async () => {
  clock = createClock();
  hub = await startHub({
    clock,
    people: { AMINA: { person: AMINA, consents: [toProvider] }, BEN: { person: BLANK }, CLARA: { person: nobodySpecial(41) } },
  });
  const look = (who: Who, sections: string) =>
    hub.as(who).query(`query Look($by: ClientLookup!) { client(by: $by) { ${sections} } }`, {
      by: { nhsNumber: AMINA.nhsNumber },
    });
  // Long ago: no preview counts it.
  await look('work-and-health-coach', 'fitNotes { __typename }');
  clock.forward(91 * 24 * 3_600_000);
  for (let times = 0; times < 3; times += 1) await look('work-and-health-coach', 'fitNotes { __typename } measures { __typename }');
  for (let times = 0; times < 2; times += 1) await look('clinician', 'fitNotes { __typename }');
}, 60_000); // prettier-ignore
afterAll(() => hub.close());

const previewFields = `__typename ... on ConsentPreview { historyFrom asOf reads sentence
  changes { organisation category reads permittedNow lost gained changed }
  effects { organisation subject audience purpose category before { extent periods { from to } } after { extent periods { from to } } } }
  ... on ConsentRefused { reason message }`;
const preview = (who: Who, change: object) =>
  hub.as(who).query(`query Preview($change: ConsentChangeInput!) { previewConsent(change: $change) { ${previewFields} } }`, {
    change,
  }); // prettier-ignore
const client = () => hub.idFor('client', 'AMINA');
const evidence = { method: 'ELECTRONIC', wording: 'Yes.' };
const record = async (change: object = {}, id?: string) => ({
  record: {
    idempotencyKey: 'preview-key-1',
    client: id ?? (await client()),
    categories: ['MEASURES'],
    recipients: [{ audience: 'WORK_AND_HEALTH_COACH' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    evidence,
    ...change,
  },
});
const consentOf = async (who: Who = 'client:AMINA'): Promise<string> => {
  const { data } = await hub.as(who).query('query($by: ClientLookup!) { client(by: $by) { consents { id status } } }', {
    by: { nhsNumber: AMINA.nhsNumber },
  });
  return (data.client.consents as { id: string; status: string }[]).find(({ status }) => status === 'ACTIVE')!.id;
};
const nobodyElse = { organisation: null, subject: null, audience: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' }; // prettier-ignore

describe('a preview', () => {
  test('of a yes says what each organisation would gain, in reads of the last 90 days, and what anybody would from now on', async () => {
    const { data } = await preview('client:AMINA', await record());
    expect(data.previewConsent).toMatchObject({
      __typename: 'ConsentPreview',
      changes: [
        { organisation: 'PATHWAYS', category: 'MEASURES', reads: 3, permittedNow: 0, lost: 0, gained: 3, changed: 0 },
      ],
      effects: [{ ...nobodyElse, category: 'MEASURES', before: { extent: 'NOTHING' }, after: { extent: 'ALL' } }],
      sentence: 'Of the last 90 days: PATHWAYS loses 0 reads and gains 3.',
    });
    // To preview is to look: the next one counts this one.
    const next = await preview('client:AMINA', await record());
    expect(next.data.previewConsent.reads).toBeGreaterThan(data.previewConsent.reads as number);
  });

  test('of a withdrawal says what would be lost, the old read left out', async () => {
    const { data } = await preview('client:AMINA', {
      withdraw: { idempotencyKey: 'preview-key-2', consent: await consentOf() },
    });
    expect(data.previewConsent.changes).toEqual([
      { organisation: 'PATHWAYS', category: 'FIT_NOTES', reads: 3, permittedNow: 3, lost: 3, gained: 0, changed: 0 },
    ]);
    expect(data.previewConsent.sentence).toBe('Of the last 90 days: PATHWAYS loses 3 reads and gains 0.');
    const categories = (data.previewConsent.effects as { category: string; organisation: string }[]).map(
      ({ category, organisation }) => [organisation, category],
    );
    expect(new Set(categories.map(String))).toEqual(new Set(['PATHWAYS,FIT_NOTES', 'PATHWAYS,APPOINTMENTS']));
  });

  test('of a no reaches direct care, and one that narrows the data counts the reads that would show less', async () => {
    const no = await record({ effect: 'DENY', categories: ['FIT_NOTES'], recipients: [], purposes: [] });
    expect((await preview('client:AMINA', no)).data.previewConsent.changes).toEqual([
      expect.objectContaining({ organisation: 'PATHWAYS', category: 'FIT_NOTES', lost: 3 }),
      expect.objectContaining({ organisation: 'Y90001', category: 'FIT_NOTES', lost: 2 }),
    ]);
    const older = await record({
      effect: 'DENY',
      categories: ['FIT_NOTES'],
      recipients: [],
      purposes: [],
      dataTo: '2026-06-30',
    });
    expect((await preview('client:AMINA', older)).data.previewConsent.changes).toEqual([
      expect.objectContaining({ organisation: 'PATHWAYS', lost: 0, changed: 3 }),
      expect.objectContaining({ organisation: 'Y90001', lost: 0, changed: 2 }),
    ]);
  });

  test('of a consent that begins later is made for its first day', async () => {
    const first = new Date(clock.now() + 40 * 24 * 3_600_000).toISOString().slice(0, 10);
    const { data } = await preview('client:AMINA', await record({ validFrom: first }));
    expect(data.previewConsent).toMatchObject({ asOf: first, changes: [{ gained: 3 }] });
  });

  test('stores nothing, uses up no key, and is recorded as a read of what it tells', async () => {
    const { store } = hub.demo.hub;
    const stored = () => store.collection('consents').find({ index: 'id', where: {}, limit: 100 });
    const [consents, records] = [await stored(), (await hub.ledger()).length];
    await preview('client:AMINA', await record());
    expect(await stored()).toEqual(consents);
    const [own] = (await hub.ledger()).slice(records);
    expect(own?.lines.map(({ section, category, outcome }) => [section, category, outcome])).toEqual([
      ['Query.previewConsent', 'CONSENT_RECORDS', 'PERMITTED'],
      ['Query.previewConsent', 'ACCESS_HISTORY', 'PERMITTED'],
    ]);
  });

  test('is for the client and the privacy officer; to a partner it is refused, to a stranger there is nobody', async () => {
    const officer = await preview('privacy-officer', await record({}, await hub.idFor('practice', 'AMINA')));
    expect(officer.data.previewConsent).toMatchObject({ changes: [{ organisation: 'PATHWAYS', gained: 3 }] });
    const partner = await preview('clinician', await record({}, await hub.idFor('practice', 'AMINA')));
    expect(partner.data.previewConsent).toEqual({
      __typename: 'ConsentRefused',
      reason: 'NOT_PERMITTED',
      message: 'Only the client, whoever acts for them, and privacy officers may ask this.',
    });
    for (const id of [await client(), 'A'.repeat(32)]) {
      expect((await preview('client:CLARA', await record({}, id))).data.previewConsent).toMatchObject({
        reason: 'NOT_FOUND',
      });
    }
    const withdraw = { idempotencyKey: 'preview-key-3', consent: 'A'.repeat(32) };
    expect((await preview('client:AMINA', { withdraw })).data.previewConsent).toMatchObject({ reason: 'NOT_FOUND' });
  });

  test('is for whoever acts for them too, and tells them of what their authority reaches alone', async () => {
    const input = {
      idempotencyKey: 'represent-0001',
      client: await hub.idFor('practice', 'AMINA'),
      nhsNumber: hub.nhsNumber('BEN'),
      name: 'Ben Hussain',
      authority: 'NOMINATED_BY_CLIENT',
      acts: ['READ'],
      validTo: new Date(clock.now() + 20 * 24 * 3_600_000).toISOString().slice(0, 10),
      evidence: 'A letter',
    };
    const represent = (categories: readonly string[], key: string) =>
      hub.as('clinician').query(
        `mutation Represent($input: RecordRepresentativeInput!) { recordRepresentative(input: $input) { __typename
          ... on RepresentativeRecorded { representative { id } } ... on RepresentativeRefused { reason message } } }`,
        { input: { ...input, idempotencyKey: key, categories } },
      );
    const proposal = await record({
      effect: 'DENY',
      categories: ['FIT_NOTES', 'APPOINTMENTS'],
      recipients: [],
      purposes: [],
    });
    const { data } = await represent(['FIT_NOTES', 'CONSENT_RECORDS', 'ACCESS_HISTORY'], 'represent-0001');
    expect(data.recordRepresentative).toMatchObject({ __typename: 'RepresentativeRecorded' });
    const answer = (await preview('client:BEN', proposal)).data.previewConsent;
    expect(answer.changes).toContainEqual(expect.objectContaining({ category: 'FIT_NOTES', organisation: 'PATHWAYS' }));
    const categories = (answer.effects as { category: string }[]).map(({ category }) => category);
    expect(new Set(categories)).toEqual(new Set(['FIT_NOTES']));
    // The client themselves is told of the appointments too.
    const own = (await preview('client:AMINA', proposal)).data.previewConsent.effects as { category: string }[];
    expect(new Set(own.map(({ category }) => category))).toEqual(new Set(['APPOINTMENTS', 'FIT_NOTES']));
  });

  test('refuses what the mutation would refuse, in its words', async () => {
    const nameless = await record({ recipients: [] });
    expect((await preview('client:AMINA', nameless)).data.previewConsent).toEqual({
      __typename: 'ConsentRefused',
      reason: 'INVALID_INPUT',
      message: 'recipients must name at least one recipient.',
    });
  });
});

describe('a diff', () => {
  const diff = (who: Who, before: string | null, after: string | null) =>
    hub.as(who).query(
      `query Diff($input: ConsentDiffInput!) { consentDiff(input: $input) { __typename ... on ConsentDiff { effects {
        organisation subject audience purpose category before { extent } after { extent } } } ... on ConsentRefused { reason message } } }`,
      { input: { before, after } },
    );

  test('of a version with itself is empty; of two that differ in words alone too', async () => {
    const consent = await consentOf();
    expect((await diff('client:AMINA', consent, consent)).data.consentDiff).toEqual({ __typename: 'ConsentDiff', effects: [] }); // prettier-ignore
    const { data } = await hub.as('client:AMINA').record({
      client: await client(),
      categories: ['FIT_NOTES', 'APPOINTMENTS'],
      recipients: [{ organisation: 'PATHWAYS' }],
      purposes: ['EMPLOYMENT_SUPPORT'],
      evidence: { method: 'SPOKEN', wording: 'Other words.' },
    });
    const other = data.recordConsent.consent.id as string;
    expect((await diff('client:AMINA', consent, other)).data.consentDiff.effects).toEqual([]);
    // And taking it back changes nothing while the other one stands; nothing is lost but what only it gave.
    await hub.as('client:AMINA').withdraw(other);
    expect((await diff('client:AMINA', `${other}@1`, `${other}@2`)).data.consentDiff.effects).toEqual([]);
    expect((await diff('client:AMINA', other, consent)).data.consentDiff.effects).toContainEqual({
      ...nobodyElse,
      organisation: 'PATHWAYS',
      category: 'FIT_NOTES',
      before: { extent: 'NOTHING' },
      after: { extent: 'ALL' },
    });
  });

  test('against nothing says what one consent does; a partner is refused, a stranger finds nobody', async () => {
    const consent = await consentOf();
    const { data } = await diff('client:AMINA', null, `${consent}@1`);
    expect(new Set((data.consentDiff.effects as { category: string }[]).map(({ category }) => category))).toEqual(
      new Set(['FIT_NOTES', 'APPOINTMENTS']),
    );
    const asGiven = await consentOf('work-and-health-coach');
    expect((await diff('work-and-health-coach', null, asGiven)).data.consentDiff).toMatchObject({ reason: 'NOT_PERMITTED' }); // prettier-ignore
    for (const [before, after] of [[consent, `${consent}@9`], [null, 'A'.repeat(32)]] as const) {
      expect((await diff('client:AMINA', before, after)).data.consentDiff).toMatchObject({ reason: 'NOT_FOUND' });
    } // prettier-ignore
    expect((await diff('client:AMINA', null, null)).data.consentDiff).toMatchObject({ reason: 'INVALID_INPUT' });
    expect((await diff('client:CLARA', consent, consent)).data.consentDiff).toMatchObject({ reason: 'NOT_FOUND' });
  });
});

describe('whatever the consents', () => {
  const setting = { policy, locationRestricted: false, today, representatives: [] };
  const named = ['PATHWAYS', 'Y90001', 'SOMEWHERE'].map((name) => name as OrganisationId);

  test('a set of consents differs from itself in nothing, and the order of consents is no difference', () => {
    fc.assert(
      fc.property(someConsents, (consents) => {
        expect(effectChanges(setting, consents, consents)).toEqual([]);
        expect(effectChanges(setting, consents, consents.toReversed())).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('a diff agrees with deciding every actor, category and purpose twice', () => {
    fc.assert(
      fc.property(someConsents, someConsents, (before, after) => {
        const changes = effectChanges(setting, before, after);
        for (const audience of audiences)
          for (const purpose of purposes)
            for (const category of dataCategories)
              for (const organisation of named)
                for (const subject of ['coach-shah', 'dr-okafor', 'somebody-else']) {
                  const viewer = { subject, issuer: 'https://issuer.example', organisation, audience, purpose };
                  const request: AccessRequest = { viewer, category, related: true, locationRestricted: false, today };
                  const [was, is] = [before, after].map((consents) => sightBy(decide(policy, consents, request)));
                  const own = changes.filter(
                    ({ actor, purpose: what, category: which }) =>
                      actor.audience === audience && what === purpose && which === category &&
                      (actor.organisation === undefined || actor.organisation === organisation) &&
                      (actor.subject === undefined || actor.subject === subject),
                  ); // prettier-ignore
                  if (JSON.stringify(was) === JSON.stringify(is)) continue;
                  // What differs for somebody is said: of them, of their organisation, or of everybody.
                  expect(
                    own.some((change) => JSON.stringify([change.before, change.after]) === JSON.stringify([was, is])),
                  ).toBe(true);
                }
      }),
      { numRuns: 15 },
    );
  });

  const recordOf = (request: AccessRequest, index: number): LedgerDocument => {
    const { viewer, category, related, locationRestricted } = request;
    const line: LedgerLine = { section: 'Client', category, outcome: 'REFUSED', rule: 'x', basis: 'CONSENT', consents: [], sources: [] }; // prettier-ignore
    return {
      id: `W:${index}`, version: 1, writer: 'W', sequence: index, previousHash: '', hash: '', at: `${today}T00:00:00Z`, viewer, correlationId: 'c',
      operation: { name: 'o', digest: '' }, policyVersion: policy.version, lines: [line],
      inputs: { related, locationRestricted, today, consents: [] },
    }; // prettier-ignore
  };
  async function* each(requests: readonly AccessRequest[]): AsyncGenerator<LedgerDocument> {
    await Promise.resolve();
    yield* requests.map(recordOf);
  }

  test('emergency access is no read that a consent could lose or gain', async () => {
    const [record] = [anyRead()].map(recordOf);
    const lines = record!.lines.map((line): LedgerLine => ({ ...line, outcome: 'PERMITTED', basis: 'EMERGENCY' }));
    async function* emergency(): AsyncGenerator<LedgerDocument> {
      await Promise.resolve();
      yield { ...record!, lines };
    }
    expect(await previewReads(emergency(), setting, [], [permitting({ request: { what: 'x' } })])).toEqual([]);
    expect(await previewReads(each([anyRead()]), setting, [], [permitting()])).toMatchObject([{ reads: 1, gained: 1 }]);
  });

  test('a preview of the consents as they stand changes nothing, and every read is counted once', async () => {
    await fc.assert(
      fc.asyncProperty(someConsents, fc.array(anyRequest, { maxLength: 20 }), async (consents, requests) => {
        const again = consents.map((consent): Consent => ({ ...consent, id: `${consent.id}-again` }));
        const rows = await previewReads(each(requests), setting, consents, [...consents, ...again]);
        expect(rows.filter(({ lost, gained, changed }) => lost + gained + changed > 0)).toEqual([]);
        expect(rows.reduce((sum, { reads }) => sum + reads, 0)).toBe(requests.length);
      }),
      { numRuns: 50 },
    );
  });

  test('a preview counts what deciding each read twice counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        someConsents,
        someConsents,
        fc.array(anyRequest, { maxLength: 30 }),
        async (now, then, requests) => {
          const rows = await previewReads(each(requests), setting, now, then);
          for (const { organisation, category, lost, gained } of rows) {
            const own = requests.filter(
              (each) => each.viewer.organisation === organisation && each.category === category,
            );
            const open = (consents: readonly Consent[], request: AccessRequest): boolean =>
              decide(policy, consents, { ...request, locationRestricted: false }).permitted;
            expect(lost).toBe(own.filter((each) => open(now, each) && !open(then, each)).length);
            expect(gained).toBe(own.filter((each) => !open(now, each) && open(then, each)).length);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a no closes to whoever acts for the client what their authority reaches, and nothing to the client', () => {
    const scope: ProxyScope = {
      authority: 'PARENTAL_RESPONSIBILITY',
      representation: 'r1@1',
      categories: ['FIT_NOTES', 'SUPPORT'],
      period: { start: '2020-01-01' },
    };
    const denial = permitting({
      id: 'no',
      effect: 'DENY',
      categories: ['FIT_NOTES', 'BENEFITS'],
      recipients: [],
      purposes: [],
    });
    const changes = effectChanges({ ...setting, representatives: [{ id: 'r1', scope }] }, [], [denial]);
    expect(changes.filter(({ actor }) => actor.audience === 'CLIENT')).toEqual([
      {
        actor: { audience: 'CLIENT', representative: 'r1' },
        purpose: 'OWN_RECORD',
        category: 'FIT_NOTES',
        before: { kind: 'ALL' },
        after: { kind: 'NOTHING' },
      },
    ]);
    const over = { ...scope, period: { start: '2020-01-01', end: '2020-12-31' } };
    const later = effectChanges({ ...setting, representatives: [{ id: 'r1', scope: over }] }, [], [denial]);
    expect(later.filter(({ actor }) => actor.audience === 'CLIENT')).toEqual([]);
  });

  test('one more no never gains anybody a read', () => {
    const denial = permitting({ id: 'no', effect: 'DENY', categories: [], recipients: [], purposes: [] });
    fc.assert(
      fc.property(someConsents, (consents) => {
        for (const { after } of effectChanges(setting, consents, [...consents, denial])) expect(after.kind).toBe('NOTHING');
      }),
      { numRuns: 20 },
    );
  }); // prettier-ignore
});
