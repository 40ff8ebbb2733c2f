import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClock, startHub, type TestHub, type Who } from './hub.js';
import { nobodySpecial, supportedBy } from './people.js';

const yes = {
  effect: 'PERMIT',
  categories: ['CONTACT', 'WORK_STATUS'],
  recipients: [{ kind: 'audience', audience: 'WORK_AND_HEALTH_COACH' }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
} as const;
const outOfWork = (index: number) =>
  supportedBy(index, {
    employment: [
      {
        employerName: 'Harbour Hotels',
        jobTitle: 'Porter',
        hoursPerWeek: 30,
        startDate: '2024-01-01',
        endDate: '2026-03-31',
        workplace: 'Quayside',
      },
    ],
  });
/** 36 years old, lives in NR2. */
const lives = (index: number, facts: Parameters<typeof nobodySpecial>[1] = {}) =>
  nobodySpecial(index, { postcode: 'NR2 4QZ', provider: outOfWork(index), ...facts });

const clock = createClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      OPEN: { person: lives(7), consents: [yes] },
      SILENT: { person: lives(8) },
      HIDDEN: { person: lives(9, { restriction: 'R' }), consents: [yes] },
      STRANGER: { person: lives(10), with: ['jobcentre'], consents: [yes] },
      HOMELESS: { person: lives(11, { postcode: '' }), consents: [yes] },
      FAR: { person: lives(12, { postcode: 'M5 4WT' }), consents: [yes] },
    },
    directory: true,
    clock,
  });
});
afterAll(() => hub.close());
beforeEach(() => {
  // What the directory said is kept for five minutes: each test asks it anew.
  clock.forward(600_000);
  directory().heal();
  directory().forget();
});
const directory = () => hub.demo.sandboxes.directory;

const query = `query Near($near: String, $client: ID, $facts: EligibilityFactsInput! = {}, $within: Int! = 20000, $search: String, $term: ID, $first: Int! = 25, $after: String) {
  servicesNear(near: $near, client: $client, facts: $facts, withinMetres: $within, search: $search, taxonomyTerm: $term, first: $first, after: $after) { __typename
    ... on ServicesNear { district read { category facts } withheld { category reason } sources { source outcome complete cause }
      pageInfo { hasNextPage hasPreviousPage endCursor }
      edges { cursor node { id name status organisation distanceMetres alert assuredOn assuranceStale entryIncomplete opening
        terms { id name } place { name type addressLines postcode accessibility } contact { url email people { name title } }
        costs { option amount per } provenance { source recordedAt }
        eligibility { outcome reasons { criterion state says } missing { fact input couldMakeEligible } } } } }
    ... on NoServices { why sources { source outcome } }
    ... on DirectoryUnavailable { cause retryAfterSeconds sources { source outcome cause } }
    ... on Withheld { category reason rule nextStep }
    ... on Unavailable { category cause } } }`;
const coach: Who = 'work-and-health-coach';
interface Node {
  readonly id: string;
  readonly name: string;
  readonly distanceMetres: number | null;
  readonly eligibility: { readonly outcome: string; readonly reasons: readonly { says: string }[] };
}
interface Near {
  readonly __typename: string;
  readonly read: readonly unknown[];
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}
const near = async (variables: object, who: Who = coach): Promise<Near> => {
  const { data, errors } = await hub.as(who).query(query, variables);
  expect(errors).toBeUndefined();
  return data.servicesNear as Near;
};
const nodes = ({ edges }: Pick<Near, 'edges'>): readonly Node[] => edges.map(({ node }) => node);
const named = (answer: Near, name: string): Node => nodes(answer).find((node) => node.name === name)!;
const idOf = (name: string): Promise<string> => hub.idFor('provider', name);

describe('a caller who gives a district and no client', () => {
  test('sees what is near, nearest first, with what, for whom, how to reach it and where it came from', async () => {
    const answer = await near({ near: 'NR1', facts: { age: 36, homePostcodeDistrict: 'NR1', inPaidWork: false } });
    expect(answer).toMatchObject({
      __typename: 'ServicesNear',
      district: 'NR1',
      read: [],
      withheld: [],
      sources: [{ source: 'open-referral-uk', outcome: 'ANSWERED', complete: true, cause: null }],
    });
    const distances = nodes(answer).map(({ distanceMetres }) => distanceMetres ?? Infinity);
    expect(distances).toEqual([...distances].sort((one, other) => one - other));
    const physiotherapy = named(answer, 'Back to Movement physiotherapy');
    expect(physiotherapy).toMatchObject({
      status: 'active',
      organisation: 'Northgate Community Health',
      assuranceStale: false,
      entryIncomplete: false,
      opening: ['MO,WE, 09:30 to 16:00'],
      terms: [{ name: 'Physiotherapy' }],
      place: { type: 'physical', accessibility: ['Step-free entrance and an induction loop.'] },
      contact: { email: 'hello@directory.example.org', people: [{ name: 'Reception', title: 'Front desk' }] },
      provenance: { source: 'open-referral-uk' },
      eligibility: {
        outcome: 'ELIGIBLE',
        reasons: [
          { criterion: 'AGE', state: 'MET', says: 'For people of 16 and over.' },
          { criterion: 'AREA', state: 'MET', says: 'For people who live in: Northgate city' },
        ],
        missing: [],
      },
    });
    expect(named(answer, 'Job Club')).toMatchObject({ assuranceStale: true, eligibility: { outcome: 'ELIGIBLE' } });
    expect(named(answer, 'Young Minds at Work').eligibility).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      reasons: [{ criterion: 'AGE', state: 'NOT_MET', says: 'For people of 16 to 24.' }],
    });
    expect(named(answer, 'Mindful Mondays').eligibility).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      reasons: [{ criterion: 'STATUS', says: 'The directory says that the service is temporarily closed.' }],
    });
    expect(named(answer, 'Parish Befriending').eligibility.outcome).toBe('CANNOT_SAY_YET');
    expect(nodes(answer).map(({ name }) => name)).not.toContain('Northgate Skills Exchange');
  });

  test('learns which facts would settle it', async () => {
    expect(named(await near({ near: 'NR1' }), 'Job Club').eligibility).toMatchObject({
      outcome: 'CANNOT_SAY_YET',
      missing: [
        { fact: 'person.age', input: 'age', couldMakeEligible: false },
        { fact: 'home.area', input: 'homePostcodeDistrict', couldMakeEligible: false },
        { fact: 'work.inPaidWork', input: 'inPaidWork', couldMakeEligible: false },
      ],
    });
  });

  test('who gives a whole postcode has only its district used, and the directory never sees the rest', async () => {
    await near({ near: 'nr3 7ab' });
    const asked = directory().requests.map(({ query: sent, path }) => `${path}?${sent.toString()}`);
    expect(asked[0]).toContain('postcode=NR3+9ZZ');
    expect(asked.join()).not.toMatch(/7ab/i);
  });

  test('pages through all of them once, in one order', async () => {
    const whole = nodes(await near({ near: 'NR1' })).map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await near({ near: 'NR1', first: 4, after });
      seen.push(...nodes(page).map(({ id }) => id));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen.slice(0, whole.length)).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test.each<[string, object, Who]>([
    ['another caller', {}, 'clinician'],
    ['another district', { near: 'NR2' }, coach],
    ['another distance', { within: 9_000 }, coach],
  ])('a cursor is of no use to %s', async (_what, change, who) => {
    const { pageInfo } = await near({ near: 'NR1', first: 2 });
    const variables = { near: 'NR1', first: 2, after: pageInfo.endCursor, ...change };
    const { errors } = await hub.as(who).query(query, variables);
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  });

  test.each<[object, RegExp]>([
    [{}, /Give near, client, or both/],
    [{ near: 'Northgate' }, /near must be a postcode district/],
    [{ near: 'NR1', within: 50 }, /withinMetres/],
    [{ near: 'NR1', first: 26 }, /first must be 1 to 25/],
    [{ near: 'NR1', search: '9990000018' }, /words, not numbers/],
    [{ near: 'NR1', term: 'a b' }, /taxonomyTerm/],
  ])('%j is refused before anything is asked', async (variables, message) => {
    const { errors } = await hub.as(coach).query(query, variables);
    expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_INPUT' } });
    expect(errors?.[0]?.message).not.toContain('9990000018');
    expect(directory().requests).toHaveLength(0);
  });
});

describe('for a client', () => {
  test('looks where they live, and decides from what the caller may see', async () => {
    const answer = await near({ client: await idOf('OPEN') });
    // The district is the client's, and is not repeated.
    expect(answer).toMatchObject({ __typename: 'ServicesNear', district: null, withheld: [] });
    expect(answer.read).toEqual([
      { category: 'DEMOGRAPHICS', facts: ['person.age'] },
      { category: 'CONTACT', facts: ['home.area'] },
      { category: 'WORK_STATUS', facts: ['work.inPaidWork'] },
    ]);
    expect(named(answer, 'Job Club').eligibility.outcome).toBe('ELIGIBLE');
    expect(named(answer, 'Over Fifties Employment Coaching').eligibility.outcome).toBe('NOT_ELIGIBLE');
    expect(directory().requests[0]?.query.get('postcode')).toBe('NR2 9ZZ');
    const sent = JSON.stringify(directory().requests);
    for (const told of ['4QZ', hub.nhsNumber('OPEN'), '1990']) expect(sent).not.toContain(told);
  });

  test('every category that was used stands in the ledger under this query', async () => {
    const before = (await hub.ledger()).length;
    await near({ client: await idOf('OPEN') });
    const written = (await hub.ledger()).slice(before).flatMap(({ lines: each }) => each);
    const lines = written.map(({ category, section, outcome }) => [category, section, outcome]);
    expect(lines).toEqual(
      ['CONTACT', 'DEMOGRAPHICS', 'WORK_STATUS'].map((category) => [category, 'Query.servicesNear', 'PERMITTED']),
    );
  });

  test('without consent to CONTACT the home is withheld, and the directory is not asked', async () => {
    expect(await near({ client: await idOf('SILENT') })).toEqual({
      __typename: 'Withheld',
      category: 'CONTACT',
      reason: 'NO_CONSENT',
      rule: 'P-02',
      nextStep: 'Give a postcode district to look in (near).',
    });
    expect(directory().requests).toHaveLength(0);
  });

  test('with a district besides, the rest is decided from what may be seen', async () => {
    const answer = await near({ client: await idOf('SILENT'), near: 'NR1' });
    expect(answer).toMatchObject({
      __typename: 'ServicesNear',
      read: [{ category: 'DEMOGRAPHICS', facts: ['person.age'] }],
      withheld: [
        { category: 'CONTACT', reason: 'NO_CONSENT' },
        { category: 'WORK_STATUS', reason: 'NO_CONSENT' },
      ],
    });
    expect(named(answer, 'Job Club').eligibility.outcome).toBe('CANNOT_SAY_YET');
    expect(named(answer, 'Young Minds at Work').eligibility.outcome).toBe('NOT_ELIGIBLE');
  });

  test.each(['coach', 'client'])(
    'whose location is restricted the home never leaves the hub, not for the %s either; a given district works',
    async (who) => {
      const client = who === 'client' ? await hub.idFor('client', 'HIDDEN') : await idOf('HIDDEN');
      const as: Who = who === 'client' ? 'client:HIDDEN' : coach;
      expect(await near({ client }, as)).toMatchObject({ __typename: 'Withheld', reason: 'LOCATION_RESTRICTED' });
      expect(directory().requests).toHaveLength(0);
      const answer = await near({ client, near: 'NR7' }, as);
      expect(answer.__typename).toBe('ServicesNear');
      expect(JSON.stringify(directory().requests)).not.toContain('NR2');
    },
  );

  test('whom the caller does not work with, there is nobody', async () => {
    expect(await near({ client: await idOf('STRANGER'), near: 'NR1' })).toBeNull();
    expect(directory().requests).toHaveLength(0);
  });

  test('without an address, or in a district that the hub has no place in, it says so', async () => {
    expect(await near({ client: await idOf('HOMELESS') })).toEqual({
      __typename: 'NoServices',
      why: 'NO_ADDRESS',
      sources: [],
    });
    const uncovered = { __typename: 'NoServices', why: 'DISTRICT_NOT_COVERED', sources: [] };
    expect(await near({ client: await idOf('FAR') })).toEqual(uncovered);
    expect(await near({ near: 'M5' })).toEqual(uncovered);
    expect(directory().requests).toHaveLength(0);
  });
});

describe('the directory', () => {
  test('that lists nothing near is an answer', async () => {
    expect(await near({ near: 'NR1', search: 'trombone' })).toEqual({
      __typename: 'NoServices',
      why: 'NOTHING_NEAR',
      sources: [{ source: 'open-referral-uk', outcome: 'NO_RECORD' }],
    });
  });

  test('that fails is unavailable, with its cause', async () => {
    directory().fail({ kind: 'status', status: 429, headers: { 'retry-after': '60' } });
    expect(await near({ near: 'NR1' })).toEqual({
      __typename: 'DirectoryUnavailable',
      cause: 'RATE_LIMITED',
      retryAfterSeconds: 60,
      sources: [{ source: 'open-referral-uk', outcome: 'UNAVAILABLE', cause: 'RATE_LIMITED' }],
    });
  });

  test('that lists a service and cannot give its entry costs a sure answer, and nothing else', async () => {
    directory().fail({ kind: 'status', status: 404, path: /service_at_locations\/./ });
    const answer = await near({ near: 'NR1', facts: { age: 36 } });
    expect(named(answer, 'Talk It Through counselling')).toMatchObject({
      entryIncomplete: true,
      eligibility: { outcome: 'CANNOT_SAY_YET' },
    });
    expect(named(answer, 'Young Minds at Work').eligibility.outcome).toBe('NOT_ELIGIBLE');
  });
});

test('a hub without a directory says that none is connected', async () => {
  const without = await startHub({ people: { ANY: { person: nobodySpecial(3) } } });
  try {
    const { data } = await without.as(coach).query(query, { near: 'NR1' });
    expect(data.servicesNear).toMatchObject({ __typename: 'DirectoryUnavailable', cause: 'NOT_CONNECTED' });
  } finally {
    await without.close();
  }
});
