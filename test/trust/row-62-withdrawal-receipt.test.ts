/** Goal rows 10 and 62: what a withdrawal ends, whom it tells, and what remains (DWP's memo 08: feed ended, recipients told, residue listed). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type Enrolment, type TestHub } from '../acceptance/hub.js';
import type { Answer } from '../acceptance/caller.js';
import { AMINA } from '../acceptance/people.js';
import { newKey } from './emergency.js';

let hub: TestHub;
const toPractice: NonNullable<Enrolment['consents']>[number] = {
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
        feeds { source what because } remaining { organisation audience purpose category basis rule } } } } }`,
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
  expect(feeds).toEqual({ 'dwp-citizen': 'ENDED', 'nhs-care-record': 'ENDED', 'nhs-pds': 'KEPT' });

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
