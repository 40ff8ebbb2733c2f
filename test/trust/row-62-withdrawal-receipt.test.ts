/** Goal rows 10 and 62: what a withdrawal ends, whom it tells, and what remains (DWP's memo 08: feed ended, recipients told, residue listed). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataCategory } from '../../src/access/types.js';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type Enrolment, type TestHub, type Who } from '../acceptance/hub.js';
import type { Answer } from '../acceptance/caller.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';
import { subscribe, transports } from '../event/subscriber.js';
import { newKey } from './emergency.js';

let hub: TestHub;
type Terms = NonNullable<Enrolment['consents']>[number];
const toPractice: Terms = {
  effect: 'PERMIT',
  categories: ['WORK_STATUS', 'CONTACT', 'FIT_NOTES', 'SUPPORT'],
  recipients: [{ kind: 'organisation', organisation: organisations.practice.id }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
};
beforeAll(async () => {
  hub = await startHub({
    people: { AMINA: { person: AMINA, consents: [toPractice, { ...toPractice, categories: ['SUPPORT'] }] } },
  });
});
afterAll(() => hub.close());

const withdraw = (input: object): Promise<Answer> =>
  hub.as('client:AMINA').query(
    `mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename
      ... on ConsentRefused { reason }
      ... on ConsentWithdrawn { consent { id status } receipt { withdrawnAt told
        stopped { organisation audience purpose category before { extent } after { extent } }
        subscriptions feeds { source what because } remaining { organisation audience purpose category basis rule } } } } }`,
    { input },
  );
const workStatus = 'query($by: ClientLookup!) { client(by: $by) { workStatus { __typename } } }';
const by = () => ({ by: { nhsNumber: hub.nhsNumber('AMINA') } });
const matches = (): number => hub.demo.sandboxes.dwp.requests.filter(({ path }) => path.includes('match')).length;

test('a withdrawal ends the feed of earnings, tells the recipient, and lists what remains and on what basis', async () => {
  // The hub knows her at DWP by now: another look needs no match.
  const first = await hub.as('clinician').query(workStatus, by());
  expect(first.data.client.workStatus.__typename).toBe('WorkStatus');
  hub.forget();
  await hub.as('work-coach').query(workStatus, by());
  expect(matches()).toBe(0);

  const { data: me } = await hub.as('client:AMINA').query('{ me { consents { id categories } } }');
  const { id } = (me.me.consents as { id: string; categories: string[] }[]).find(({ categories }) => categories.length === 4)!; // prettier-ignore
  const input = { idempotencyKey: newKey(), consent: id };
  const { data, errors } = await withdraw(input);
  expect(errors).toBeUndefined();
  const { receipt } = data.withdrawConsent;
  const practice = organisations.practice.id;
  const doctor = { organisation: practice, audience: 'CLINICIAN', purpose: 'DIRECT_CARE' };
  expect(receipt.stopped).toEqual([
    { ...doctor, category: 'WORK_STATUS', before: { extent: 'ALL' }, after: { extent: 'NOTHING' } },
  ]);
  // The care record never needed it, and another consent still opens the support.
  expect(receipt.remaining).toEqual([
    { ...doctor, category: 'CONTACT', basis: 'DIRECT_CARE', rule: 'H-01' },
    { ...doctor, category: 'FIT_NOTES', basis: 'DIRECT_CARE', rule: 'H-01' },
    { ...doctor, category: 'SUPPORT', basis: 'CONSENT', rule: 'H-02' },
  ]);
  expect(receipt.told).toEqual([practice]);
  const feeds = Object.fromEntries((receipt.feeds as { source: string; what: string }[]).map(({ source, what }) => [source, what])); // prettier-ignore
  // Every source of what it spoke of is accounted for, those too of which the hub keeps nothing.
  expect(feeds).toEqual({ 'dwp-citizen': 'ENDED', 'nhs-care-record': 'ENDED', 'nhs-pds': 'KEPT', 'provider-dataverse': 'NOTHING_KEPT' }); // prettier-ignore
  expect(receipt.subscriptions).toBe(0);

  // The feed has ended: DWP must be asked who she is anew, and only for somebody who may see the answer.
  hub.forget();
  expect((await hub.as('clinician').query(workStatus, by())).data.client.workStatus.__typename).toBe('Withheld');
  expect(hub.asked()['dwp-citizen']).toBe(0);
  await hub.as('work-coach').query(workStatus, by());
  expect(matches()).toBe(1);

  // Asked again with its key, it is the same receipt, and nobody is told twice.
  expect((await withdraw(input)).data).toEqual(data);
  const officer = { sub: 'o', organisation: practice, role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
  const queue = await hub
    .as(officer)
    .query('{ tasks { edges { node { kind details { ... on WithdrawnConsent { categories purposes } } } } } }');
  expect(queue.data.tasks.edges).toEqual([
    {
      node: {
        kind: 'CONSENT_WITHDRAWN',
        details: { categories: [...toPractice.categories], purposes: ['DIRECT_CARE'] },
      },
    },
  ]);
});

test('who withdraws for a client is told what concerns their own organisation only', async () => {
  const recorded = await hub.as('work-and-health-coach').record({
    client: await hub.idFor('provider', 'AMINA'),
    categories: ['SUPPORT'],
    recipients: [{ organisation: organisations.practice.id }, { organisation: organisations.provider.id }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'SPOKEN', wording: 'Yes.' },
  });
  const { data } = await hub.as('work-and-health-coach').query(
    `mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
      ... on ConsentWithdrawn { receipt { told stopped { organisation } remaining { organisation } } } } }`,
    { input: { idempotencyKey: newKey(), consent: recorded.data.recordConsent.consent.id as string } },
  );
  const { told, stopped, remaining } = data.withdrawConsent.receipt;
  expect(told).toEqual([organisations.provider.id, organisations.practice.id].sort());
  for (const { organisation } of [...stopped, ...remaining] as { organisation: string }[]) {
    expect(organisation).toBe(organisations.provider.id);
  }
});

describe('the subscriptions that run', () => {
  const toProvider = (...categories: DataCategory[]): Terms => ({
    ...toPractice,
    categories,
    recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
    purposes: ['EMPLOYMENT_SUPPORT'],
  });
  const showing = (section: string) => `subscription { taskRaised { client { ${section} { __typename } } } }`;
  let own: TestHub;
  beforeAll(async () => {
    own = await startHub({
      people: {
        AMINA: { person: AMINA, consents: [toProvider('FIT_NOTES'), toProvider('MENTAL_HEALTH_CONDITIONS')] },
        BEN: { person: nobodySpecial(70), with: ['practice'], consents: [toProvider('FIT_NOTES')] },
      },
    });
  });
  afterAll(() => own.close());
  const takeBack = async (name: string, category: string, who: Who = `client:${name}`): Promise<number> => {
    const { data: me } = await own.as(`client:${name}`).query('{ me { consents { id categories status } } }');
    const consents = me.me.consents as { id: string; categories: string[]; status: string }[];
    const { id } = consents.find(({ categories, status }) => categories.includes(category) && status === 'ACTIVE')!;
    const { data } = await own.as(who).query(
      `mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename
        ... on ConsentWithdrawn { receipt { subscriptions } } } }`,
      { input: { idempotencyKey: newKey(), consent: id } },
    );
    return data.withdrawConsent.receipt.subscriptions as number;
  };

  test.each(transports)('over %s: of those who lose by it, what they listen to and whom they work with', async (transport) => {
    const coach = 'work-and-health-coach';
    const open = await Promise.all([
      subscribe(own, transport, coach, showing('fitNotes')),
      subscribe(own, transport, coach, showing('fitNotes')),
      // These can show nothing of what is taken back.
      subscribe(own, transport, coach, showing('support')),
      subscribe(own, transport, 'clinician', showing('fitNotes')),
    ]);
    // The provider does not work with him, so no event could have shown it.
    expect(await takeBack('BEN', 'FIT_NOTES')).toBe(0);
    expect(await takeBack('AMINA', 'FIT_NOTES')).toBe(2);
    await Promise.all(open.map((each) => each.end()));
    for (const name of ['AMINA', 'BEN'])
      await own.as(`client:${name}`).record({ client: await own.idFor('client', name), categories: ['FIT_NOTES'], recipients: [{ organisation: organisations.provider.id }], purposes: ['EMPLOYMENT_SUPPORT'], evidence: { method: 'ELECTRONIC', wording: 'Yes.' } });
  }); // prettier-ignore

  test('a kind of condition is shown by whoever listens to conditions, and one that has ended is not counted', async () => {
    const listening = await subscribe(own, 'WebSocket', 'work-and-health-coach', showing('conditions'));
    const ended = await subscribe(own, 'WebSocket', 'work-and-health-coach', showing('conditions'));
    await ended.end();
    while (own.demo.hub.services.openSubscriptions.all().length > 1) await new Promise((done) => setTimeout(done, 5));
    expect(await takeBack('AMINA', 'MENTAL_HEALTH_CONDITIONS')).toBe(1);
    await listening.end();
  });
});
