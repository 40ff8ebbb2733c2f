import { afterEach, describe, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { createClock, startHub, type Enrolment, type HubOptions, type TestHub } from './hub.js';
import { AMINA } from './people.js';
import { everyState } from './sections.js';

let hub: TestHub;
afterEach(() => hub.close());

type Terms = NonNullable<Enrolment['consents']>[number];
const permit: Terms = {
  effect: 'PERMIT',
  categories: ['BENEFITS', 'FIT_NOTES', 'CONDITIONS', 'MENTAL_HEALTH_CONDITIONS', 'WORK_STATUS'],
  recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  request: { what: 'A better-off calculation' },
};
const start = async (consents: readonly Terms[], options: Partial<HubOptions> = {}): Promise<TestHub> =>
  (hub = await startHub({ people: { AMINA: { person: AMINA, consents } }, ...options }));
const by = () => ({ by: { nhsNumber: hub.nhsNumber('AMINA') } });
const consentIds = async (): Promise<readonly string[]> => {
  const { data } = await hub.as('client:AMINA').query('{ me { consents { id } } }');
  return (data.me.consents as { id: string }[]).map(({ id }) => id);
};
const coachAsks = (operation: string) => hub.as('work-and-health-coach').query(operation, by());
const fitNotes =
  'query Notes($by: ClientLookup!) { client(by: $by) { fitNotes { __typename ... on FitNotes { items { assessmentDate } sources { outcome } } ... on Withheld { reason } } } }';
const changed = {
  data: null,
  errors: [
    {
      message: 'A consent that this answer rested on changed meanwhile: nothing is shown. Ask again.',
      extensions: { code: 'CONSENT_CHANGED', owner: 'HUB' },
    },
  ],
};

/** Resolves once a source has been asked, so that what comes next happens in the middle of the request. */
async function untilAsked(source: 'nhs-care-record'): Promise<void> {
  while (hub.asked()[source] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a withdrawal during the request leaves nothing of it in the answer, and the ledger says so', async () => {
  await start([permit], { latency: { 'nhs-care-record': 1_000 } });
  const [consent = ''] = await consentIds();
  const answer = coachAsks(fitNotes);
  await untilAsked('nhs-care-record');
  const { data } = await hub.as('client:AMINA').withdraw(consent);
  expect(data.withdrawConsent).toMatchObject({
    __typename: 'ConsentWithdrawn',
    consent: { id: consent, version: 2, status: 'WITHDRAWN' },
  });
  expect(await answer).toEqual(changed);
  const record = (await hub.ledger()).find(({ lines }) => lines.some(({ outcome }) => outcome === 'CHANGED'));
  expect(record).toMatchObject({ viewer: { subject: 'coach-shah' }, operation: { name: 'Notes' } });
});

test('a refusal that is recorded during the request stops even what needed no consent', async () => {
  await start([], { latency: { 'nhs-care-record': 1_000 } });
  const answer = hub.as('clinician').query(fitNotes, by());
  await untilAsked('nhs-care-record');
  await hub.as('client:AMINA').record({
    client: await hub.idFor('client', 'AMINA'),
    effect: 'DENY',
    categories: ['FIT_NOTES'],
    recipients: [{ audience: 'CLINICIAN' }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'ELECTRONIC', wording: 'No.' },
  });
  expect(await answer).toEqual(changed);
});

test('a change that takes nothing of the answer away lets it leave', async () => {
  const other: Terms = { ...permit, categories: ['BENEFITS'] };
  await start([other, { ...permit, categories: ['FIT_NOTES'] }], { latency: { 'nhs-care-record': 500 } });
  const { data } = await hub.as('client:AMINA').query('{ me { consents { id categories } } }');
  const consents = data.me.consents as { id: string; categories: string[] }[];
  const benefits = consents.find(({ categories }) => categories.includes('BENEFITS'))!;
  const answer = coachAsks(fitNotes);
  await untilAsked('nhs-care-record');
  await hub.as('client:AMINA').withdraw(benefits.id);
  expect((await answer).data.client.fitNotes.items).toHaveLength(2);
});

test('after a withdrawal the next request is refused, and no source is asked', async () => {
  await start([permit]);
  const states = everyState(['benefits', 'fitNotes']);
  expect((await coachAsks(states)).data.client.fitNotes).toEqual({ __typename: 'FitNotes' });
  const [consent = ''] = await consentIds();
  await hub.as('client:AMINA').withdraw(consent);
  hub.forget();
  const withheld = (category: string, rule: string) => ({
    __typename: 'Withheld',
    category,
    reason: 'CONSENT_WITHDRAWN',
    rule,
    nextStep: expect.stringMatching(/^Ask the client.*record their consent/),
  });
  expect(await coachAsks(states)).toEqual({
    data: { client: { benefits: withheld('BENEFITS', 'P-04'), fitNotes: withheld('FIT_NOTES', 'P-02') } },
  });
  expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
});

describe('a no overrides every yes', () => {
  const deny: Terms = { ...permit, effect: 'DENY' };
  test.each([
    ['after the yes', [permit, deny]],
    ['before the yes', [deny, permit]],
    ['between two', [permit, deny, permit]],
  ] as const)('%s', async (_when, consents) => {
    await start(consents);
    expect((await coachAsks(fitNotes)).data.client.fitNotes).toEqual({
      __typename: 'Withheld',
      reason: 'DENIED_BY_CLIENT',
    });
  });

  test('until it is withdrawn itself', async () => {
    await start([deny, permit]);
    const { data } = await hub.as('client:AMINA').query('{ me { consents { id effect } } }');
    const no = (data.me.consents as { id: string; effect: string }[]).find(({ effect }) => effect === 'DENY')!;
    await hub.as('client:AMINA').withdraw(no.id);
    expect((await coachAsks(fitNotes)).data.client.fitNotes.__typename).toBe('FitNotes');
  });
});

test('a consent holds through its last day and not the day after', async () => {
  const clock = createClock();
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  await start([{ ...permit, period: { start: '2026-01-01', end: today } }], { clock });
  expect((await coachAsks(fitNotes)).data.client.fitNotes.__typename).toBe('FitNotes');
  clock.forward(24 * 3_600_000);
  const expired = { __typename: 'Withheld', reason: 'CONSENT_EXPIRED' };
  expect((await coachAsks(fitNotes)).data.client.fitNotes).toEqual(expired);
});

test('a consent that has not begun permits nothing until its first day', async () => {
  const clock = createClock();
  const tomorrow = new Date(clock.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  await start([{ ...permit, period: { start: tomorrow } }], { clock });
  const early = { __typename: 'Withheld', reason: 'CONSENT_EXPIRED' };
  expect((await coachAsks(fitNotes)).data.client.fitNotes).toEqual(early);
  clock.forward(24 * 3_600_000);
  expect((await coachAsks(fitNotes)).data.client.fitNotes.__typename).toBe('FitNotes');
});

describe('a consent to data of a period', () => {
  const since = (start: string): Terms => ({ ...permit, dataPeriod: { start } });

  test('shows what is dated inside it, and nothing older', async () => {
    await start([since('2026-08-01')]);
    expect((await coachAsks(fitNotes)).data.client.fitNotes).toEqual({
      __typename: 'FitNotes',
      items: [{ assessmentDate: '2026-09-01' }],
      sources: [{ outcome: 'ANSWERED' }],
    });
  });

  test('knows a note without a day of assessment by the first day for which it holds', async () => {
    await start([since('2026-04-01')]);
    expect((await coachAsks(fitNotes)).data.client.fitNotes.items).toEqual([
      { assessmentDate: '2026-09-01' },
      { assessmentDate: null },
    ]);
  });

  test('does not tell that there is something older', async () => {
    await start([since('2026-11-01')]);
    const { data } = await coachAsks(everyState(['fitNotes', 'appointments']));
    expect(data.client.fitNotes).toEqual({
      __typename: 'NoRecord',
      category: 'FIT_NOTES',
      sources: [{ source: 'nhs-care-record', outcome: 'NO_RECORD', cause: null, complete: true }],
    });
  });

  test('narrows each kind of condition by its own consent', async () => {
    await start([
      { ...permit, categories: ['CONDITIONS'] },
      { ...since('2026-09-01'), categories: ['MENTAL_HEALTH_CONDITIONS'] },
    ]);
    const conditions =
      'query($by: ClientLookup!) { client(by: $by) { conditions { ... on Conditions { items { classification onset } } } } }';
    expect((await coachAsks(conditions)).data.client.conditions).toEqual({
      items: [{ classification: 'CONDITIONS', onset: '2024-03-01' }],
    });
  });

  test('leaves out the sessions of a case that were held after it', async () => {
    const [session] = AMINA.provider?.sessions ?? [];
    if (!AMINA.provider || !session) throw new Error('Amina has had no session');
    const sessions = [session, { ...session, heldAt: '2026-07-15T10:00:00Z' }];
    const person = { ...AMINA, provider: { ...AMINA.provider, sessions } };
    const consent: Terms = {
      ...permit,
      categories: ['SUPPORT'],
      recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
      purposes: ['DIRECT_CARE'],
    };
    const held = async (consents: readonly Terms[]): Promise<unknown> => {
      hub = await startHub({ people: { AMINA: { person, consents } } });
      const { data } = await hub
        .as('clinician')
        .query(
          'query($by: ClientLookup!) { client(by: $by) { support { ... on Support { cases { sessions { heldAt } } } } } }',
          by(),
        );
      return data.client.support.cases[0].sessions as unknown;
    };
    expect(await held([consent])).toEqual(sessions.map(({ heldAt }) => ({ heldAt })));
    await hub.close();
    const dataPeriod = { start: '2020-01-01', end: '2026-07-14' };
    expect(await held([{ ...consent, dataPeriod }])).toEqual([{ heldAt: session.heldAt }]);
  });

  test('speaks of statements by the day that they are as of', async () => {
    await start([since('2099-01-01')]);
    const { data } = await coachAsks(
      'query($by: ClientLookup!) { client(by: $by) { workStatus { __typename ... on WorkStatus { inWork statements { inWork } } } } }',
    );
    expect(data.client.workStatus).toEqual({ __typename: 'NoRecord' });
  });
});
