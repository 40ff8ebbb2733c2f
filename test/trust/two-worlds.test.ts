/**
 * Goal rows 16, 17 and 68: two hubs that differ in one hidden fact answer the same operations of the same callers alike, in bytes, order,
 * counts, cursors, headers, calls to every source, and reads and writes of the store (reference/consent-audit-referral.md 7.2).
 */
import { describe, expect, test } from '@jest/globals';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { Enrolment, Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial, supportedBy } from '../acceptance/people.js';
import { everything } from '../acceptance/sections.js';
import { comparedAfresh, createWorld, type Asked, type InBoth, type World } from './world.js';

type People = Readonly<Record<string, Enrolment>>;

interface TwoWorlds {
  readonly fact: string;
  readonly without: People;
  readonly withFact: People;
  /** Who must not learn it. */
  readonly callers: readonly Who[];
  readonly ask: (world: World, who: Who) => Promise<readonly Asked[]>;
}

const lookup =
  'query($by: ClientLookup!) { client(by: $by) { id demographics { __typename } conditions { __typename } } }';
const list = (first: number, more = ''): string =>
  `{ clients(first: ${first}${more}) { edges { cursor node { id demographics { __typename } conditions { __typename } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const explain = `query($client: ID!) { explainAccess(client: $client, category: CONDITIONS) { permitted rule basis reason consents nextStep } }`;
const record = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { __typename ... on ConsentRefused { reason message } } }`;
const trace = `mutation($input: RequestTraceInput!) { requestTrace(input: $input) { __typename ... on TraceRequested { reference } ... on MatchRefused { reason message } } }`;
const unlink = `mutation($input: UnlinkInput!) { unlink(input: $input) { __typename ... on LinkRefused { reason message } } }`;
const consentInput = (client: string) => ({
  idempotencyKey: 'two-worlds-1',
  client,
  categories: ['SUPPORT'],
  recipients: [{ audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  evidence: { method: 'SPOKEN', wording: 'Yes.' },
});

/** Every operation through which a person could be learned of, asked about one person. */
async function allAbout(world: World, who: Who, name: string, nhsNumber: string): Promise<readonly Asked[]> {
  const { hub } = world;
  const known = await hub.clientId(name).catch(() => undefined);
  const organisation = (await hub.as(who).query('{ viewer { organisation } }')).data.viewer.organisation as string;
  // Where the person is nobody, an id of the right shape that nobody has.
  const id = hub.demo.hub.services.directory.pairwiseId(
    organisation as never,
    known ?? ('00000000-0000-4000-8000-00000000ffff' as never),
  );
  const page = (await hub.as(who).query('{ clients(first: 1) { pageInfo { endCursor } } }')).data.clients.pageInfo
    .endCursor as string | null;
  return [
    { name: 'by NHS number', query: lookup, variables: { by: { nhsNumber } } },
    { name: 'by id', query: lookup, variables: { by: { id } } },
    { name: 'list', query: list(50) },
    { name: 'short list', query: list(1) },
    ...(page === null ? [] : [{ name: 'page 2', query: list(1, `, after: "${page}"`) }]),
    { name: 'filtered list', query: list(50, ', filter: { since: "2026-01-01", before: "2026-12-31" }') },
    { name: 'empty filter', query: list(50, ', filter: { since: "2027-01-01" }') },
    {
      name: 'entity',
      query: `query($r: [_Any!]!) { _entities(representations: $r) { ... on Client { id conditions { __typename } } } }`,
      variables: { r: [{ __typename: 'Client', id }] },
    },
    {
      name: 'several entities',
      query: `query($r: [_Any!]!) { _entities(representations: $r) { ... on Client { id } } }`,
      variables: { r: [id, id].map((each) => ({ __typename: 'Client', id: each })) },
    },
    { name: 'explainAccess', query: explain, variables: { client: id } },
    {
      name: 'two aliases',
      query: `query($by: ClientLookup!) { a: client(by: $by) { id } b: client(by: $by) { id } }`,
      variables: { by: { nhsNumber } },
    },
    {
      name: 'accessHistory',
      query:
        'query($by: ClientLookup!) { client(by: $by) { accessHistory(first: 5) { edges { node { at } } withheld { reason rule } } } }',
      variables: { by: { nhsNumber } },
    },
    {
      name: 'consents',
      query: 'query($by: ClientLookup!) { client(by: $by) { consents { id status categories } } }',
      variables: { by: { nhsNumber } },
    },
    {
      name: 'links',
      query: 'query($by: ClientLookup!) { client(by: $by) { links { key } } }',
      variables: { by: { nhsNumber } },
    },
    {
      name: 'tasks',
      query: '{ tasks(first: 50) { edges { node { kind state client { id } } } pageInfo { hasNextPage } } }',
    },
    { name: 'recordConsent', query: record, variables: { input: consentInput(id) } },
    {
      name: 'withdrawConsent',
      query:
        'mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename ... on ConsentRefused { reason message } } }',
      variables: { input: { idempotencyKey: 'two-worlds-2', consent: id } },
    },
    {
      name: 'unlink',
      query: unlink,
      variables: {
        input: { idempotencyKey: 'two-worlds-3', client: id, link: 'nino', reason: 'WRONG_PERSON', note: 'No.' },
      },
    },
    { name: 'bad NHS number', query: lookup, variables: { by: { nhsNumber: '1234567890' } } },
    { name: 'bad cursor', query: list(1, ', after: "nonsense"') },
  ];
}

/** What a caller who works with the person can ask about a section that is theirs, without what is withheld showing through. */
const sectionsAbout = (nhsNumber: string): readonly Asked[] => [
  { name: 'everything', query: everything, variables: { by: { nhsNumber } } },
  {
    name: 'conditions',
    query:
      'query($by: ClientLookup!) { client(by: $by) { conditions { __typename ... on Conditions { items(first: 5) { classification } withheld { category reason rule } sources { source outcome complete } } ... on NoRecord { sources { outcome } } } } }',
    variables: { by: { nhsNumber } },
  },
  { name: 'list of everything', query: list(50) },
];

const HIDDEN = nobodySpecial(120, { provider: supportedBy(120) });
const KNOWN = nobodySpecial(121);
const toCoach = (categories: readonly string[]) =>
  ({
    effect: 'PERMIT',
    categories,
    recipients: [{ kind: 'audience', audience: 'WORK_AND_HEALTH_COACH' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    period: { start: '2026-01-01' },
  }) as never;
const person = (facts: Partial<SandboxPerson>, consents: readonly object[] = []): People => ({
  KNOWN: { person: KNOWN },
  PERSON: { person: nobodySpecial(122, { provider: supportedBy(122), ...facts }), consents: consents as never },
});
const backPain = { code: '279039007', display: 'Low back pain', onset: '2024-03-01', status: 'active' } as const;
const alcoholism = { code: '7200002', display: 'Alcoholism', onset: '2019-01-01', status: 'resolved' } as const;
const pip = {
  benefitType: 'personal_independence_payment',
  status: 'in_payment',
  startDate: '2025-01-01',
  awards: [{ amountPence: 29_460, startDate: '2025-01-01', endDate: '2028-01-01', status: 'live' }],
};
const PERSON = nobodySpecial(122).nhsNumber;

const worlds: readonly TwoWorlds[] = [
  {
    fact: 'that another organisation works with somebody',
    without: { KNOWN: { person: KNOWN }, HIDDEN: { person: HIDDEN, enrolled: false } },
    withFact: { KNOWN: { person: KNOWN }, HIDDEN: { person: HIDDEN, with: ['jobcentre'] } },
    callers: ['clinician', 'work-and-health-coach', 'provider-manager', 'commissioner', 'privacy-officer'],
    ask: (world, who) => allAbout(world, who, 'HIDDEN', HIDDEN.nhsNumber),
  },
  {
    fact: 'that somebody whom another organisation works with has refused it something',
    without: { KNOWN: { person: KNOWN }, HIDDEN: { person: HIDDEN, with: ['jobcentre'] } },
    withFact: {
      KNOWN: { person: KNOWN },
      HIDDEN: {
        person: HIDDEN,
        with: ['jobcentre'],
        consents: [{ ...(toCoach(['SUPPORT']) as object), effect: 'DENY' } as never],
      },
    },
    callers: ['clinician', 'commissioner'],
    ask: (world, who) => allAbout(world, who, 'HIDDEN', HIDDEN.nhsNumber),
  },
  {
    fact: 'that two numbers of somebody else’s client are one person’s',
    without: { KNOWN: { person: KNOWN }, HIDDEN: { person: HIDDEN, with: ['jobcentre'] } },
    withFact: {
      KNOWN: { person: KNOWN },
      HIDDEN: { person: { ...HIDDEN, supersededBy: nobodySpecial(123).nhsNumber }, with: ['jobcentre'] },
    },
    callers: ['clinician', 'commissioner'],
    ask: (world, who) => allAbout(world, who, 'HIDDEN', HIDDEN.nhsNumber),
  },
  {
    fact: 'a condition of a kind that the caller may not see',
    without: person({ conditions: [backPain] }, [toCoach(['CONDITIONS'])]),
    withFact: person({ conditions: [backPain, alcoholism] }, [toCoach(['CONDITIONS'])]),
    callers: ['work-and-health-coach'],
    ask: () => Promise.resolve(sectionsAbout(PERSON)),
  },
  {
    fact: 'the only condition, of a kind that the caller may not see',
    without: person({ conditions: [] }, [toCoach(['CONDITIONS'])]),
    withFact: person({ conditions: [alcoholism] }, [toCoach(['CONDITIONS'])]),
    callers: ['work-and-health-coach'],
    ask: () => Promise.resolve(sectionsAbout(PERSON)),
  },
  {
    fact: 'all that the sources hold in sections that are withheld',
    without: person({}),
    withFact: person({
      conditions: AMINA.conditions,
      fitNotes: AMINA.fitNotes,
      measures: AMINA.measures,
      encounters: AMINA.encounters,
    }),
    callers: ['work-and-health-coach', 'work-coach', 'commissioner'],
    ask: () => Promise.resolve(sectionsAbout(PERSON)),
  },
  {
    fact: 'that somebody claims a benefit, for who may see whether they work',
    without: person({ claims: [] }),
    withFact: person({ claims: [pip] }),
    callers: ['clinician'],
    ask: () =>
      Promise.resolve([
        {
          name: 'work status',
          query:
            'query($by: ClientLookup!) { client(by: $by) { workStatus { __typename ... on WorkStatus { inWork since asOf statements { inWork provenance { source } } sources { source outcome complete } } ... on Withheld { reason } } } }',
          variables: { by: { nhsNumber: PERSON } },
        },
      ]),
  },
  {
    fact: 'where a restricted person lives',
    without: person({ restriction: 'R' }),
    withFact: person({
      restriction: 'R',
      addressLines: ['99 Hidden Street', 'Elsewhere'],
      postcode: 'LS1 1ZZ',
      phone: '01632 960999',
      generalPractice: 'Y99999',
    }),
    callers: ['clinician', 'work-coach', 'work-and-health-coach', 'commissioner'],
    ask: () => Promise.resolve(sectionsAbout(PERSON)),
  },
  {
    fact: 'that PDS knows somebody who fits a description',
    without: { KNOWN: { person: KNOWN } },
    withFact: { KNOWN: { person: KNOWN }, HIDDEN: { person: { ...HIDDEN, familyName: 'Okonkwo' }, enrolled: false } },
    callers: ['clinician', 'work-and-health-coach'],
    ask: async (world, who) => {
      const input = {
        idempotencyKey: 'two-worlds-4',
        familyName: 'Okonkwo',
        givenName: 'Sam',
        birthDate: HIDDEN.birthDate,
      };
      await world.hub.as(who).query(trace, { input });
      await world.hub.demo.hub.matchWorker.workDue();
      return [
        { name: 'asked again', query: trace, variables: { input: { ...input, idempotencyKey: 'two-worlds-5' } } },
        { name: 'by NHS number', query: lookup, variables: { by: { nhsNumber: HIDDEN.nhsNumber } } },
        { name: 'list', query: list(50) },
        { name: 'tasks', query: '{ tasks(first: 50) { edges { node { kind } } pageInfo { hasNextPage } } }' },
      ];
    },
  },
];

const compare = async ({ without, withFact, callers, ask }: (typeof worlds)[number]): Promise<InBoth> => {
  const both = await Promise.all([createWorld(without), createWorld(withFact)]);
  try {
    const seen: [object[], object[]] = [[], []];
    for (const who of callers) {
      for (const [index, world] of both.entries()) {
        const looks = await ask(world, who);
        expect(looks.length).toBeGreaterThan(0);
        for (const asked of looks) seen[index]?.push({ who, saw: await world.observe(who, asked) });
      }
    }
    return seen;
  } finally {
    await Promise.all(both.map((world) => world.close()));
  }
};

describe.each(worlds)('$fact', (world) => {
  test('shows in nothing that a caller can observe', async () => {
    const [without, withFact] = await comparedAfresh(() => compare(world));
    expect(withFact).toEqual(without);
  });
});

test('a difference that may be seen is seen: the comparison can fail', async () => {
  const [one, other] = await Promise.all([
    createWorld(person({ conditions: [backPain] })),
    createWorld(person({ conditions: [backPain, { ...backPain, display: 'Another' }] })),
  ]);
  try {
    const asked = sectionsAbout(PERSON)[1]!;
    const [left, right] = [await one.observe('clinician', asked), await other.observe('clinician', asked)];
    expect(left.body).not.toBe(right.body);
    expect(left.calls).toEqual(right.calls);
    expect(left.store).toEqual(right.store);
    expect(left.store.length).toBeGreaterThan(3);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});
