import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { policyVersion, startHub, type TestHub, type Who } from './hub.js';
import { AMINA } from './people.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      AMINA: {
        person: AMINA,
        consents: [
          {
            effect: 'PERMIT',
            categories: ['FIT_NOTES'],
            recipients: [{ kind: 'organisation', organisation: organisations.jobcentre.id }],
            purposes: ['EMPLOYMENT_SUPPORT'],
            period: { start: '2026-01-01' },
          },
        ],
      },
    },
  });
});
afterAll(() => hub.close());

const explain = (who: Who, client: string, category: string, as?: object) =>
  hub.as(who).query(
    `query Explain($client: ID!, $category: DataCategory!, $as: ViewerInput) {
      explainAccess(client: $client, category: $category, as: $as) {
        permitted category rule basis policyVersion reason consents nextStep } }`,
    { client, category, as },
  );
const consentId = async (who: Who): Promise<string> => {
  const { data } = await hub.as(who).query('query($by: ClientLookup!) { client(by: $by) { consents { id } } }', {
    by: { nhsNumber: AMINA.nhsNumber },
  });
  return (data.client.consents as { id: string }[])[0]!.id;
};
const permitted = (consent: string) => ({
  permitted: true,
  category: 'FIT_NOTES',
  rule: 'J-02',
  basis: 'CONSENT',
  policyVersion,
  reason: null,
  consents: [`${consent}@1`],
  nextStep: null,
});

test('a caller is told by which rule and which consent they would be shown a section, and no source is asked', async () => {
  const consent = await consentId('work-coach');
  hub.forget();
  expect(await explain('work-coach', await hub.idFor('jobcentre', 'AMINA'), 'FIT_NOTES')).toEqual({
    data: { explainAccess: permitted(consent) },
  });
  expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
});

test('and what they can lawfully do where they would not', async () => {
  expect(await explain('work-coach', await hub.idFor('jobcentre', 'AMINA'), 'SUPPORT')).toEqual({
    data: {
      explainAccess: {
        permitted: false,
        category: 'SUPPORT',
        rule: 'J-02',
        basis: 'CONSENT',
        policyVersion,
        reason: 'NO_CONSENT',
        consents: [],
        nextStep: 'Ask the client, explain what follows from sharing, and record their consent.',
      },
    },
  });
});

const workCoach = { organisation: 'DWP-NORTHGATE', audience: 'WORK_COACH', purpose: 'EMPLOYMENT_SUPPORT' };

test('a privacy officer asks for another, with the ids of their own organisation, and is recorded', async () => {
  const client = await hub.idFor('practice', 'AMINA');
  const answer = await explain('privacy-officer', client, 'FIT_NOTES', workCoach);
  expect(answer).toEqual({ data: { explainAccess: permitted(await consentId('privacy-officer')) } });
  const own = (await hub.ledger()).filter(({ viewer }) => viewer.audience === 'PRIVACY_OFFICER');
  expect(own.flatMap(({ lines }) => lines.map(({ section }) => section))).toEqual([
    'Query.explainAccess',
    'Client.consents',
  ]);
  const elsewhere = { ...workCoach, organisation: 'DWP-SOUTHBRIDGE' };
  const { data } = await explain('privacy-officer', client, 'FIT_NOTES', elsewhere);
  expect(data.explainAccess).toMatchObject({ permitted: false, reason: 'NO_RELATIONSHIP', consents: [] });
});

test('nobody else asks for another', async () => {
  expect(await explain('clinician', await hub.idFor('practice', 'AMINA'), 'FIT_NOTES', workCoach)).toMatchObject({
    data: null,
    errors: [
      {
        message: 'as: only a privacy officer may ask for another caller.',
        extensions: { code: 'NOT_ALLOWED', owner: 'SENDER' },
      },
    ],
  });
});

test('what is explained is what happens: every category, for every persona', async () => {
  const sections = { FIT_NOTES: 'fitNotes', SUPPORT: 'support', BENEFITS: 'benefits', CONTACT: 'contact' };
  const personas = { clinician: 'practice', 'work-coach': 'jobcentre', 'provider-manager': 'provider' } as const;
  for (const [who, partner] of Object.entries(personas) as [keyof typeof personas, (typeof personas)['clinician']][]) {
    const id = await hub.idFor(partner, 'AMINA');
    for (const [category, section] of Object.entries(sections)) {
      const explained = (await explain(who, id, category)).data.explainAccess as { permitted: boolean; rule: string };
      const { data } = await hub
        .as(who)
        .query(`query($by: ClientLookup!) { client(by: $by) { ${section} { __typename ... on Withheld { rule } } } }`, {
          by: { id },
        });
      const state = data.client[section] as { __typename: string; rule?: string };
      expect([who, category, explained.permitted]).toEqual([who, category, state.__typename !== 'Withheld']);
      if (!explained.permitted) expect(state.rule).toBe(explained.rule);
    }
  }
});
