/** Goal rows 28 and 29: a trace by demographics is a possible match, discloses nothing, and is decided by somebody else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NHSNumber, OrganisationId } from '../../src/access/types.js';
import { enrolRoster, parseRoster } from '../../src/identity/roster.js';
import type { Answer } from '../acceptance/caller.js';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';

let hub: TestHub;
const clock = createClock();
const { nhsNumber: _number, nino: _nino, provider: _provider, ...facts } = AMINA;
/** In PDS, and not in the hub. */
const stranger = (index: number, own: object = {}) => ({
  person: nobodySpecial(index, { ...facts, ...own }),
  enrolled: false as const,
});
const people = {
  RELATED: { person: nobodySpecial(80) },
  STRANGER: stranger(81, { familyName: 'Okonkwo', givenName: 'Grace' }),
  OTHER: stranger(82, { familyName: 'Whitfield', givenName: 'Dawn' }),
  LATE: stranger(83, { familyName: 'Brannigan', givenName: 'Niamh' }),
  RESTRICTED: stranger(84, { familyName: 'Zielinska', givenName: 'Ewa', restriction: 'R' }),
  TWIN_ONE: stranger(85, { familyName: 'Twinning', givenName: 'Isla' }),
  TWIN_TWO: stranger(86, { familyName: 'Twinning', givenName: 'Isla' }),
  DOWN: stranger(87, { familyName: 'Pemberton', givenName: 'Joanne' }),
  ROSTERED: stranger(89, { familyName: 'Adeyemi', givenName: 'Olivia' }),
  ELSEWHERE: {
    person: nobodySpecial(88, { ...facts, familyName: 'Lindqvist', givenName: 'Megan' }),
    with: ['jobcentre'] as const,
  },
};
beforeAll(async () => {
  hub = await startHub({ people, clock });
});
afterAll(() => hub.close());

const officer = { sub: 'officer-hub', organisation: 'QZZ', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
let keys = 0;
const newKey = (): string => `match-key-${(keys += 1)}`;
const describe_ = (name: keyof typeof people, own: object = {}) => {
  const { familyName, givenName, birthDate, postcode, sex } = people[name].person;
  return { familyName, givenName, birthDate, postcode, sex, ...own };
};
const ask = (input: object, who: Who = 'clinician') =>
  hub
    .as(who)
    .send(
      `mutation Ask($input: RequestTraceInput!) { requestTrace(input: $input) { __typename ... on TraceRequested { reference } ... on MatchRefused { reason message } } }`,
      { input: { idempotencyKey: newKey(), ...input } },
    );
const decide = (input: object, who: Who = officer): Promise<Answer> =>
  hub
    .as(who)
    .query(
      `mutation Decide($input: DecideMatchInput!) { decideMatch(input: $input) { __typename ... on MatchDecided { decision } ... on MatchRefused { reason message } } }`,
      { input: { idempotencyKey: newKey(), reason: 'I spoke with the practice.', ...input } },
    );
interface Review {
  readonly state: string;
  readonly outcome: string | null;
  readonly dueAt: string;
  readonly client: object | null;
  readonly details: {
    readonly match: string;
    readonly organisation: string;
    readonly requestedBy: string;
    readonly description: readonly { readonly field: string; readonly value: string }[];
    readonly waterfall: { readonly prior: number; readonly total: number; readonly steps: readonly object[] };
  };
}
const queue = async (who: Who = officer, completed = false): Promise<readonly Review[]> => {
  const { data } = await hub.as(who).query(
    `query Reviews($completed: Boolean!) { tasks(first: 50, filter: { kind: MATCH_REVIEW, completed: $completed }) { edges { node { state outcome dueAt client { id }
      details { __typename ... on MatchReview { match origin organisation requestedBy description { field value }
        waterfall { modelVersion prior total steps { field level weight } } } } } } } }`,
    { completed },
  );
  return (data.tasks.edges as { node: Review }[]).map(({ node }) => node);
};
const reviewOf = async (familyName: string, completed = false): Promise<Review | undefined> =>
  (await queue(officer, completed)).find(({ details }) => details.description[0]?.value === familyName);
const search = () => hub.demo.hub.matchWorker.workDue();
const open = (name: string, who: Who = 'clinician') =>
  hub.as(who).send('query($by: ClientLookup!) { client(by: $by) { id demographics { __typename } } }', {
    by: { nhsNumber: hub.nhsNumber(name) },
  });

test('asking says the same whether there is somebody, several, a restricted person or nobody, and asks no system', async () => {
  hub.forget();
  const answers = [
    await ask(describe_('STRANGER')),
    await ask(describe_('TWIN_ONE', { postcode: undefined, sex: undefined })),
    await ask(describe_('RESTRICTED')),
    await ask(describe_('RELATED')),
    await ask({ familyName: 'Nobodysname', birthDate: '1999-09-09' }),
  ];
  expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
  const shapes = answers.map(({ status, body, headers }) => [
    status,
    body.replace(/[\w-]{32}/, 'REFERENCE'),
    headers['content-length'],
  ]);
  expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
  expect(shapes[0]?.[1]).toBe('{"data":{"requestTrace":{"__typename":"TraceRequested","reference":"REFERENCE"}}}\n');
});

test('a possible match shows nothing: the person is nobody, byte for byte, and stands in no list', async () => {
  const nobody = await hub
    .as('clinician')
    .send('query($by: ClientLookup!) { client(by: $by) { id demographics { __typename } } }', {
      by: { nhsNumber: nobodySpecial(99).nhsNumber },
    });
  const list = '{ clients(first: 50) { edges { node { id } } pageInfo { hasNextPage } } }';
  const before = (await hub.as('clinician').send(list)).body;
  await search();
  expect(await reviewOf('Okonkwo')).toBeDefined();
  expect((await open('STRANGER')).body).toBe(nobody.body);
  expect((await hub.as('clinician').send(list)).body).toBe(before);
});

test('it raises a task of the body that runs the hub, with what was said and how it compares, and nothing that PDS said', async () => {
  const review = await reviewOf('Okonkwo');
  expect(review).toMatchObject({
    state: 'OPEN',
    client: null,
    details: {
      organisation: 'Y90001',
      requestedBy: 'dr-okafor',
      description: [
        { field: 'familyName', value: 'Okonkwo' },
        { field: 'givenName', value: 'Grace' },
        { field: 'birthDate', value: '1984-02-29' },
        { field: 'postcode', value: 'NR1 2ZZ' },
        { field: 'sex', value: 'female' },
      ],
      waterfall: {
        modelVersion: '2026-11-01',
        prior: -25.78,
        steps: [
          { field: 'familyName', level: 'EXACT', weight: 10.14 },
          { field: 'givenName', level: 'EXACT', weight: 7.23 },
          { field: 'birthDate', level: 'EXACT', weight: 15 },
          { field: 'postcode', level: 'EXACT', weight: 19.61 },
          { field: 'sex', level: 'EXACT', weight: 1.01 },
        ],
        total: 27.21,
      },
    },
  });
  for (const who of ['privacy-officer', 'clinician', 'client:RELATED'] as const) expect(await queue(who)).toEqual([]);
  expect(JSON.stringify(review)).not.toContain('Mill Lane');
});

test('a restricted person’s home counts for nothing, so that a description with it learns nothing', async () => {
  await ask(describe_('RESTRICTED', { postcode: 'LS1 1ZZ' }));
  await search();
  const reviews = (await queue()).filter(({ details }) => details.description[0]?.value === 'Zielinska');
  expect(reviews).toHaveLength(2);
  const [one, other] = reviews.map(({ details }) => details.waterfall);
  expect(one).toEqual(other);
  expect(one?.steps).toContainEqual({ field: 'postcode', level: 'MISSING', weight: 0 });
});

test.each([
  ['several fit', 'Twinning'],
  ['nobody fits', 'Nobodysname'],
])('where %s nothing is raised', async (_what, familyName) => {
  await search();
  expect(await reviewOf(familyName)).toBeUndefined();
});

test('several who fit the name are told apart by the rest', async () => {
  await ask(describe_('OTHER', { givenName: undefined }));
  await search();
  expect((await reviewOf('Whitfield'))?.details.waterfall.steps[1]).toEqual({
    field: 'givenName',
    level: 'MISSING',
    weight: 0,
  });
});

test('a mistake in the name is found by likeness, after the exact question found nobody', async () => {
  hub.forget();
  await ask(describe_('OTHER', { familyName: 'Whitfeild' }));
  await search();
  expect((await reviewOf('Whitfeild'))?.details.waterfall.steps[0]).toMatchObject({
    field: 'familyName',
    level: 'CLOSE',
  });
  const searches = hub.demo.sandboxes.pds.requests.filter(({ path }) => path.endsWith('/Patient'));
  expect(searches.map(({ query }) => query.get('_fuzzy-match'))).toEqual([null, 'true']);
});

describe('deciding', () => {
  test('is for a privacy officer of the body that runs the hub: for all others there is no such match', async () => {
    const review = await reviewOf('Okonkwo');
    const { data } = JSON.parse((await ask(describe_('STRANGER'))).body) as Answer;
    const notFound = {
      __typename: 'MatchRefused',
      reason: 'NOT_FOUND',
      message: 'No such possible match for this caller.',
    };
    for (const [who, match] of [
      ['clinician', data.requestTrace.reference],
      ['privacy-officer', data.requestTrace.reference],
      ['clinician', review?.details.match],
      [{ ...officer, role: 'COMMISSIONER', purpose: 'COMMISSIONING' }, review?.details.match],
      [officer, 'A'.repeat(32)],
    ] as [Who, string][]) {
      for (const rest of [
        { decision: 'LINK' },
        { decision: 'NOT_SAME' },
        { decision: 'LATER', dueAt: '2099-01-01T00:00:00Z' },
      ]) {
        expect((await decide({ match, ...rest }, who)).data.decideMatch).toEqual(notFound);
      }
    }
    expect(await reviewOf('Okonkwo')).toMatchObject({ state: 'OPEN' });
  });

  test('is not for whoever asked', async () => {
    const asker = { sub: 'officer-hub', organisation: 'QZZ', role: 'WORK_COACH', purpose: 'EMPLOYMENT_SUPPORT' };
    await ask(describe_('LATE'), asker);
    await search();
    const match = (await reviewOf('Brannigan'))?.details.match;
    expect((await decide({ match, decision: 'LINK' })).data.decideMatch).toMatchObject({ reason: 'NOT_PERMITTED' });
    const other = { ...officer, sub: 'officer-two' };
    expect((await decide({ match, decision: 'LATER', dueAt: '2030-01-01T00:00:00Z' }, other)).data.decideMatch).toEqual(
      {
        __typename: 'MatchDecided',
        decision: 'LATER',
      },
    );
    expect(await reviewOf('Brannigan')).toMatchObject({ state: 'OPEN', dueAt: '2030-01-01T00:00:00.000Z' });
  });

  test('that they are one enrols the person with whoever asked, and says so in the link’s history', async () => {
    const match = (await reviewOf('Okonkwo'))?.details.match;
    const input = { match, decision: 'LINK', idempotencyKey: newKey() };
    expect((await decide(input)).data.decideMatch).toEqual({ __typename: 'MatchDecided', decision: 'LINK' });
    expect((await decide(input)).data.decideMatch).toEqual({ __typename: 'MatchDecided', decision: 'LINK' });
    expect((await decide({ match, decision: 'NOT_SAME' })).data.decideMatch).toMatchObject({
      reason: 'ALREADY_DECIDED',
    });
    expect(JSON.parse((await open('STRANGER')).body)).toMatchObject({
      data: { client: { demographics: { __typename: 'Demographics' } } },
    });
    expect((await open('STRANGER', 'work-coach')).body).toBe('{"data":{"client":null}}\n');
    expect(await reviewOf('Okonkwo', true)).toMatchObject({ state: 'COMPLETED', outcome: 'LINKED' });
  });

  test('that they are two leaves no trace of the person, and the same description is not raised again', async () => {
    const match = (await reviewOf('Whitfeild'))?.details.match;
    expect((await decide({ match, decision: 'NOT_SAME' })).data.decideMatch).toEqual({
      __typename: 'MatchDecided',
      decision: 'NOT_SAME',
    });
    await ask(describe_('OTHER', { familyName: ' WHITFEILD' }));
    await search();
    expect(await reviewOf('Whitfeild')).toBeUndefined();
    expect((await open('OTHER')).body).toBe('{"data":{"client":null}}\n');
  });

  test('links to the record that the hub has, where it has one', async () => {
    await ask(describe_('ELSEWHERE'));
    await search();
    const before = await hub.clientId('ELSEWHERE');
    await decide({ match: (await reviewOf('Lindqvist'))?.details.match, decision: 'LINK' });
    expect(await hub.clientId('ELSEWHERE')).toBe(before);
    expect(JSON.parse((await open('ELSEWHERE')).body)).toMatchObject({
      data: { client: { id: await hub.idFor('practice', 'ELSEWHERE') } },
    });
  });
});

test('while PDS cannot answer the request waits, and is not lost', async () => {
  hub.fail('nhs-pds', { kind: 'status', path: /Patient/, status: 500 });
  await ask(describe_('DOWN'));
  await search();
  expect(await reviewOf('Pemberton')).toBeUndefined();
  hub.heal();
  clock.forward(11 * 60_000);
  await search();
  expect(await reviewOf('Pemberton')).toBeDefined();
});

test.each<[string, object, Who, string]>([
  ['no day of birth', { familyName: 'A', birthDate: '1990' }, 'clinician', 'BAD_INPUT'],
  ['a wildcard', { familyName: 'Ab*', birthDate: '1990-01-01' }, 'clinician', 'INVALID_INPUT'],
  ['an empty name', { familyName: ' ', birthDate: '1990-01-01' }, 'clinician', 'INVALID_INPUT'],
  [
    'a postcode that is none',
    { familyName: 'A', birthDate: '1990-01-01', postcode: 'nowhere' },
    'clinician',
    'BAD_INPUT',
  ],
  ['a client', { familyName: 'A', birthDate: '1990-01-01' }, 'client:RELATED', 'NOT_PERMITTED'],
  ['a commissioner', { familyName: 'A', birthDate: '1990-01-01' }, 'commissioner', 'NOT_PERMITTED'],
])('%s is refused', async (_what, input, who, reason) => {
  expect((await ask(input, who)).body).toContain(reason);
});

test('a roster’s people without a valid NHS number come to the same review, and get all their relationships', async () => {
  const { directory, matches } = hub.demo.hub.services;
  const relationships = [
    { organisation: 'PATHWAYS', kind: 'SUPPORT_PROVIDER', since: '2026-11-01T00:00:00Z' },
    { organisation: 'QZZ', kind: 'COMMISSIONER', since: '2026-11-01T00:00:00Z' },
  ];
  const roster = [
    {
      nhsNumber: '9990000019',
      description: describe_('ROSTERED'),
      externalIds: { 'provider-dataverse': 'a-contact' },
      relationships,
    },
    { nhsNumber: hub.nhsNumber('RELATED'), description: describe_('RELATED'), relationships },
  ];
  const people = parseRoster(roster.map((person) => JSON.stringify(person)).join('\n'));
  const enrol = () =>
    enrolRoster({ directory, matches }, people, { operator: 'QZZ' as OrganisationId, now: clock.now });
  expect(await enrol()).toEqual({ enrolled: 1, toMatch: 1 });
  expect(await enrol()).toEqual({ enrolled: 1, toMatch: 1 });
  await search();
  expect((await open('ROSTERED', 'commissioner')).body).toBe('{"data":{"client":null}}\n');
  await decide({ match: (await reviewOf('Adeyemi'))?.details.match, decision: 'LINK' });
  for (const who of ['commissioner', 'provider-manager'] as const)
    expect((await open('ROSTERED', who)).body).toContain('"id"');
  const client = await directory.byNHSNumber(hub.nhsNumber('ROSTERED') as NHSNumber);
  expect(client?.links).toMatchObject([{ kind: 'LINKED', system: 'provider-dataverse', evidence: 'REVIEWED_MATCH' }]);
  expect(client && directory.subjectOf(client).externalIds).toEqual({ 'provider-dataverse': 'a-contact' });
});

test('nothing of it stands in the clear: not in the store, not in a log', async () => {
  const matches = await hub.demo.hub.store.collection('matches').find({
    index: 'state_workDueAt',
    where: { state: 'LINKED' },
    limit: 100,
  });
  expect(matches.length).toBeGreaterThan(0);
  const text = JSON.stringify(matches) + JSON.stringify(hub.logged);
  for (const word of ['Okonkwo', '1984-02-29', hub.nhsNumber('STRANGER')]) expect(text).not.toContain(word);
});
