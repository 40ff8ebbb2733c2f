import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from './caller.js';
import { partners, startHub, type Enrolment, type TestHub, type Who } from './hub.js';
import { AMINA, nobodySpecial, supportedBy } from './people.js';

const size = 53;
const { nhsNumber: _number, nino: _nino, ...facts } = AMINA;
/** Relationships begin a minute apart: person 0 first. */
const people: Readonly<Record<string, Enrolment>> = Object.fromEntries(
  Array.from({ length: size }, (_, index) => [
    `P${index}`,
    {
      person: nobodySpecial(100 + index, { ...facts, provider: supportedBy(100 + index) }),
      with: index === 7 ? ['jobcentre'] : partners,
    },
  ]),
);
/** Newest first, without the one whom the practice does not know. */
const expected = Object.keys(people)
  .filter((name) => name !== 'P7')
  .reverse();

let hub: TestHub;
const names = new Map<string, string>();
beforeAll(async () => {
  hub = await startHub({ people });
  for (const name of Object.keys(people)) names.set(await hub.idFor('practice', name), name);
});
afterAll(() => hub.close());

const list = `query List($first: Int! = 50, $after: String, $filter: ClientFilter) {
  clients(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const page = (variables: object = {}, who: Who = 'clinician'): Promise<Answer> => hub.as(who).query(list, variables);
const namesOn = ({ data }: Answer): readonly (string | undefined)[] =>
  (data.clients.edges as { node: { id: string } }[]).map(({ node }) => names.get(node.id));
const badCursor = {
  data: null,
  errors: [
    {
      message: 'after is not a cursor that this caller was given for this list.',
      locations: expect.any(Array) as unknown,
      path: ['clients'],
      extensions: { code: 'BAD_CURSOR', owner: 'SENDER' },
    },
  ],
};

test.each([1, 7, 50])('in pages of %i everyone comes once, newest first', async (first) => {
  const seen: (string | undefined)[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer = await page({ first, after });
    expect(answer.errors).toBeUndefined();
    seen.push(...namesOn(answer));
    const { edges, pageInfo } = answer.data.clients as {
      edges: { cursor: string }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
    expect(edges.length).toBeLessThanOrEqual(first);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual(expected);
});

test('any cursor of a page continues behind its own item', async () => {
  const { data } = await page({ first: 5 });
  const answer = await page({ first: 2, after: data.clients.edges[1].cursor as string });
  expect(namesOn(answer)).toEqual(expected.slice(2, 4));
});

test('a filter by when the work began bounds the list at both ends', async () => {
  // Minute 10 to minute 12 of 2026-01-01 are one day: the filter knows days.
  expect(namesOn(await page({ filter: { since: '2026-01-01', before: '2026-01-02' } }))).toEqual(expected.slice(0, 50));
  expect(namesOn(await page({ filter: { since: '2026-01-02' } }))).toEqual([]);
  expect(namesOn(await page({ filter: { before: '2026-01-01' } }))).toEqual([]);
});

test('a list whose whole page has ended goes on behind it', async () => {
  const { store } = hub.demo.hub;
  const relationships = store.collection('relationships');
  const ended = await Promise.all(
    expected.slice(0, 3).map(async (name) => (await relationships.get(`Y90001:${await hub.clientId(name)}`))!),
  );
  const now = [];
  for (const { version, ...rest } of ended) {
    now.push(await relationships.replace({ ...rest, until: '2026-11-01T00:00:00.000Z' }, version));
  }
  try {
    const empty = await page({ first: 3 });
    expect(namesOn(empty)).toEqual([]);
    expect(empty.data.clients.pageInfo).toMatchObject({ hasNextPage: true, endCursor: expect.any(String) });
    expect(namesOn(await page({ first: 3, after: empty.data.clients.pageInfo.endCursor as string }))).toEqual(
      expected.slice(3, 6),
    );
  } finally {
    for (const { version, until: _until, ...rest } of now) await relationships.replace(rest, version);
  }
});

describe('a cursor is good for the caller and the list that it was given for, and for nothing else', () => {
  const given = async (variables: object = {}): Promise<string> =>
    (await page({ first: 2, ...variables })).data.clients.pageInfo.endCursor as string;

  test('another caller of the organisation', async () => {
    const colleague = { sub: 'dr-else', organisation: 'Y90001', role: 'CLINICIAN', purpose: 'DIRECT_CARE' };
    expect(await page({ after: await given() }, colleague)).toEqual(badCursor);
  });
  test('the same person for another purpose', async () => {
    const self = { sub: 'dr-okafor', organisation: 'Y90001', role: 'CLINICIAN', purpose: 'SERVICE_MANAGEMENT' };
    expect(await page({ after: await given() }, self)).toEqual(badCursor);
  });
  test('another organisation', async () => {
    expect(await page({ after: await given() }, 'work-coach')).toEqual(badCursor);
  });
  test('another filter', async () => {
    expect(await page({ after: await given(), filter: { since: '2026-01-01' } })).toEqual(badCursor);
  });
  test('another list', async () => {
    const history = 'query($c: String) { me { accessHistory(first: 1, after: $c) { edges { cursor } } } }';
    await hub.as('client:P1').query('{ me { id } }');
    const { data } = await hub.as('client:P1').query(history);
    const cursor = data.me.accessHistory.edges[0].cursor as string;
    expect((await hub.as('client:P1').query(history, { c: cursor })).errors).toBeUndefined();
    expect(await page({ after: cursor }, 'client:P1')).toEqual(badCursor);
    const other = 'query($c: String) { me { accessHistory(first: 2, after: $c) { edges { cursor } } } }';
    expect((await hub.as('client:P2').query(other, { c: cursor })).errors).toMatchObject([
      { extensions: { code: 'BAD_CURSOR', owner: 'SENDER' } },
    ]);
  });
  test.each([
    ['altered', (cursor: string) => `${cursor.slice(0, 20)}${cursor[20] === 'A' ? 'B' : 'A'}${cursor.slice(21)}`],
    ['cut short', (cursor: string) => cursor.slice(0, -4)],
    ['forged', () => Buffer.from(JSON.stringify(['2026-01-01T00:00:00.000Z', 'x'])).toString('base64url')],
    ['empty', () => ''],
    ['no cursor at all', () => 'ZZ 12 34 56 C'],
  ])('%s', async (_what, change) => {
    expect(await page({ after: change(await given()) })).toEqual(badCursor);
  });
});

test.each([0, -1, 51, 2_147_483_647])('a page of %i is refused', async (first) => {
  expect(await page({ first })).toEqual({
    data: null,
    errors: [
      {
        message: 'first must be 1 to 50.',
        locations: expect.any(Array) as unknown,
        path: ['clients'],
        extensions: { code: 'BAD_INPUT', owner: 'SENDER' },
      },
    ],
  });
});

describe('a page of 50 costs the sources as few calls as they allow', () => {
  const dashboard = (sections: string): string => `{ clients(first: 50) { edges { node { ${sections} } } } }`;

  test('one search of the care record for each kind of resource, and the patients once', async () => {
    await hub.as('clinician').query(dashboard('conditions { __typename }'));
    hub.forget();
    const { data } = await hub.as('clinician').query(dashboard('conditions { __typename }'));
    expect(new Set((data.clients.edges as { node: object }[]).map(({ node }) => JSON.stringify(node)))).toEqual(
      new Set(['{"conditions":{"__typename":"Conditions"}}']),
    );
    expect(hub.asked()['nhs-care-record']).toBeLessThanOrEqual(2);
  });

  test('one query of the provider', async () => {
    hub.forget();
    const { data } = await hub
      .as('provider-manager')
      .query(dashboard('support { __typename } referrals { __typename } employment { __typename }'));
    expect(data.clients.edges).toHaveLength(50);
    expect(hub.asked()).toMatchObject({
      'provider-dataverse': 1,
      'nhs-care-record': 0,
      'nhs-pds': 0,
      'dwp-citizen': 0,
    });
  });

  test('no call to PDS for demographics that were traced', async () => {
    hub.forget();
    const { data } = await hub
      .as('clinician')
      .query(dashboard('demographics { ... on Demographics { ageDays name { family } } }'));
    expect(
      (data.clients.edges as { node: { demographics: { ageDays: number } } }[]).every(
        ({ node }) => node.demographics.ageDays === 0,
      ),
    ).toBe(true);
    expect(hub.asked()['nhs-pds']).toBe(0);
  });
});

test('each client of a page is decided and recorded on their own', async () => {
  const { headers } = await hub
    .as('clinician')
    .send('{ clients(first: 4) { edges { node { fitNotes { __typename } support { __typename } } } } }');
  const records = (await hub.ledger()).filter(({ correlationId }) => correlationId === headers['x-correlation-id']);
  const ids = await Promise.all(expected.slice(0, 4).map((name) => hub.clientId(name)));
  expect(records.map(({ clientId }) => clientId)).toEqual(ids);
  for (const { lines } of records) {
    expect(lines.map(({ section, outcome }) => `${section} ${outcome}`)).toEqual([
      'Client.fitNotes PERMITTED',
      'Client.support REFUSED',
    ]);
  }
});

test('a client, who works with nobody, has an empty list', async () => {
  expect(
    await hub.as('client:P1').query('{ clients { edges { cursor } pageInfo { hasNextPage endCursor } } }'),
  ).toEqual({
    data: { clients: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } },
  });
});
