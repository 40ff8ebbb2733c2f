import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './hub.js';
import { AMINA, BLANK } from './people.js';

let hub: TestHub;
const clientQuery = (fields: string): string => `query Look($by: ClientLookup!) { client(by: $by) { ${fields} } }`;
const by = (name: string) => ({ by: { nhsNumber: hub.nhsNumber(name) } });
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA }, BEN: { person: BLANK } } });
});
afterAll(() => hub.close());

test('the client reads in plain words who looked, and so does the privacy officer, who is recorded too', async () => {
  await hub.as('work-coach').query(clientQuery('fitNotes { __typename } benefits { __typename }'), by('BEN'));
  await hub.as('privacy-officer').query(clientQuery('accessHistory(first: 1) { edges { node { at } } }'), by('BEN'));
  const entry = '{ organisation audience purpose permitted refused bases sentence }';
  const history = clientQuery(`accessHistory(first: 2) { edges { node ${entry} } pageInfo { hasNextPage } }`);
  const { data } = await hub.as('client:BEN').query(history, by('BEN'));
  expect(data.client.accessHistory).toEqual({
    edges: [
      {
        node: {
          organisation: 'Y90001',
          audience: 'PRIVACY_OFFICER',
          purpose: 'PRIVACY_AUDIT',
          permitted: ['ACCESS_HISTORY'],
          refused: [],
          bases: ['STATUTE'],
          sentence:
            'A person who checks who looks at Riverside Medical Practice asked for your record to check who looked. They saw who looked at your record. The law lets them.',
        },
      },
      {
        node: {
          organisation: 'DWP-NORTHGATE',
          audience: 'WORK_COACH',
          purpose: 'EMPLOYMENT_SUPPORT',
          permitted: ['BENEFITS'],
          refused: ['FIT_NOTES'],
          bases: ['STATUTE'],
          sentence:
            'A work coach at Northgate Jobcentre Plus asked for your record to help you with work. They saw your money from the state. The law lets them. They were not shown your fit notes. You had not said yes.',
        },
      },
    ],
    pageInfo: { hasNextPage: false },
  });
});

test('the history can be paged to its end, newest first, each entry once', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  const page = `query($n: Int!, $after: String) { me { accessHistory(first: $n, after: $after) {
    edges { node { at sentence } } pageInfo { endCursor hasNextPage } } } }`;
  for (let looks = 0; looks < 10; looks += 1) await hub.as('clinician').query(clientQuery('id'), by('AMINA'));
  const total = (await hub.ledger()).filter(({ clientId }) => clientId !== undefined).length;
  for (let pages = 0; pages < 50; pages += 1) {
    const { data } = await hub.as('client:AMINA').query(page, { n: 3, after });
    const { edges, pageInfo } = data.me.accessHistory as {
      edges: { node: { at: string } }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    seen.push(...edges.map(({ node }) => node.at));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual([...seen].sort().reverse());
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.length).toBeLessThanOrEqual(total);
});

test.each([
  [
    '{ me { id } }',
    'client:AMINA',
    'You asked for your record to read what we hold on you. You read no more than your name.',
  ],
  [
    clientQuery('id'),
    'clinician',
    'A doctor or nurse at Riverside Medical Practice asked for your record to care for you. They read no more.',
  ],
  [
    '{ clients { edges { cursor } } }',
    'provider-manager',
    'A team boss at Pathways Employment Support asked for your record to run a service. They saw you on a list.',
  ],
] as const)('%s by a %s reads as words', async (operation, who, sentence) => {
  await hub.as(who).query(operation, by('AMINA'));
  const newest = clientQuery('accessHistory(first: 1) { edges { node { sentence } } }');
  const { data } = await hub.as('privacy-officer').query(newest, by('AMINA'));
  expect(data.client.accessHistory.edges).toEqual([{ node: { sentence } }]);
});
