import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { post } from './caller.js';
import { startHub, type TestHub } from './hub.js';
import { AMINA } from './people.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA } } });
});
afterAll(() => hub.close());

/** As people type them: whole, in groups, with a wrong check digit, glued to other text. */
const identifiers = [
  '9990000018',
  '999 000 0018',
  '999-000-0018',
  'ZZ123456C',
  'ZZ 12 34 56 C',
  'a;ZZ 12 34 56 C',
  '"; ZZ 12 34 56 C',
  'Sam ZZ123456C Smith',
] as const;
const names = ['n9990000018', 'ZZ123456C', 'zz_12_34_56_c', 'n_999_000_0018'] as const;
/** What must not come back: any run of it that could be put together again. */
const traces = /9990000018|999.?000.?0018|ZZ.?12.?34.?56/i;

const literal = (text: string): string => JSON.stringify(text);
const record = 'mutation($input: RecordConsentInput!) { recordConsent(input: $input) { __typename } }';
const terms = {
  idempotencyKey: 'abcdefgh',
  client: 'x',
  categories: ['SUPPORT'],
  recipients: [{ organisation: 'Y90001' }],
  purposes: ['DIRECT_CARE'],
  evidence: { method: 'SPOKEN', wording: 'Yes.' },
};
const lookUp = 'query($n: NHSNumber!) { client(by: { nhsNumber: $n }) { id } }';

interface Request {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

const withText = (text: string): readonly Request[] => [
  { query: lookUp, variables: { n: text } },
  { query: lookUp, variables: { n: [text] } },
  { query: lookUp, variables: { n: { [text]: text } } },
  { query: lookUp, variables: { [text]: text } },
  { query: `{ client(by: { nhsNumber: ${literal(text)} }) { id } }` },
  { query: `{ client(by: { id: ${literal(text)} }) { id } }` },
  { query: `{ client(by: ${literal(text)}) { id } }` },
  { query: `{ client(by: [${literal(text)}]) { id } }` },
  { query: `{ clients(first: ${literal(text)}) { edges { cursor } } }` },
  { query: `{ clients(after: ${literal(text)}) { edges { cursor } } }` },
  { query: `{ clients(filter: { since: ${literal(text)} }) { edges { cursor } } }` },
  { query: `{ explainAccess(client: ${literal(text)}, category: ${literal(text)}) { rule } }` },
  { query: 'query($c: DataCategory!) { explainAccess(client: "x", category: $c) { rule } }', variables: { c: text } },
  { query: 'query($f: Int!) { clients(first: $f) { edges { cursor } } }', variables: { f: text } },
  { query: 'query($b: ClientLookup!) { client(by: $b) { id } }', variables: { b: { [text]: text } } },
  { query: 'query($b: ClientLookup!) { client(by: $b) { id } }', variables: { b: { id: text, nhsNumber: text } } },
  { query: 'query($b: ClientLookup!) { client(by: $b) { id } }', variables: { b: text } },
  { query: 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }', variables: { r: [text] } },
  {
    query: 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    variables: { r: [{ __typename: text, id: text }] },
  },
  { query: record, variables: { input: { ...terms, categories: [text] } } },
  { query: record, variables: { input: { ...terms, [text]: 1 } } },
  { query: record, variables: { input: { ...terms, validFrom: text } } },
  { query: record, variables: { input: { ...terms, idempotencyKey: text, client: text } } },
  { query: record, variables: { input: { ...terms, recipients: [{ organisation: text, audience: text }] } } },
  { query: record, variables: { input: { ...terms, evidence: { method: text, wording: text, [text]: text } } } },
  { query: '{ viewer { subject } }', operationName: text },
  { query: `{ viewer { ${literal(text)} } }` },
  { query: `${literal(text)} { viewer { subject } }` },
  { query: text },
  { query: `{ viewer(${text}) { subject } }` },
];

const withName = (name: string): readonly Request[] => [
  { query: `{ ${name} }` },
  { query: `{ viewer { ${name} } }` },
  { query: `{ viewer { subject(${name}: 1) } }` },
  { query: `{ client(by: { ${name}: "x" }) { id } }` },
  { query: `{ explainAccess(client: "x", category: ${name}) { rule } }` },
  { query: `{ viewer @${name} { subject } }` },
  { query: `{ ...${name} }` },
  { query: `fragment ${name} on ${name} { id } { ...${name} }` },
  { query: `{ viewer { ... on ${name} { subject } } }` },
  { query: `query($${name}: ${name}) { viewer { subject } }` },
  { query: `query($a: NHSNumber!) { client(by: { nhsNumber: $${name} }) { id } }` },
  { query: `query($${name}: NHSNumber!) { client(by: { nhsNumber: $${name} }) { id } }`, variables: {} },
  { query: `query ${name} { nothing }`, operationName: `${name}x` },
  { query: `${name} { viewer { subject } }` },
];

const send = async (request: Request): Promise<string> => {
  const authorization = `Bearer ${await hub.as('clinician').token()}`;
  return (await post(hub.url, JSON.stringify(request), { authorization })).body;
};

test.each(identifiers)('%s, put in any wrong place, is repeated in no error', async (text) => {
  const told = [];
  for (const request of withText(text)) {
    const body = await send(request);
    const { errors = [] } = JSON.parse(body) as { errors?: readonly object[] };
    if (traces.test(JSON.stringify(errors))) told.push({ request, errors });
  }
  expect(told).toEqual([]);
  expect(traces.test(JSON.stringify(hub.logged))).toBe(false);
});

test.each(names)('%s, used as a name, is repeated in no error', async (name) => {
  const told = [];
  for (const request of withName(name)) {
    const body = await send(request);
    if (traces.test(body)) told.push({ request, body });
    expect((JSON.parse(body) as { errors?: readonly object[] }).errors).toBeDefined();
  }
  expect(told).toEqual([]);
});

test('a whole identifier in the body of a request that is no JSON is not repeated', async () => {
  const authorization = `Bearer ${await hub.as('clinician').token()}`;
  for (const text of identifiers) {
    expect((await post(hub.url, text, { authorization })).body).not.toMatch(traces);
    expect((await post(hub.url, '{}', { authorization: `Bearer ${text}` })).body).not.toMatch(traces);
  }
});
