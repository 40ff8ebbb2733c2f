import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../src/store/port.js';
import { post, type Response } from './caller.js';
import { startHub, type TestHub } from './hub.js';
import { AMINA } from './people.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA } } });
});
afterAll(() => hub.close());

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const faultsOf = ({ status, headers, body }: Response): unknown => {
  expect(headers['x-correlation-id']).toMatch(uuid);
  expect(headers['content-type']).toMatch(/^application\/json/);
  const { data, errors } = JSON.parse(body) as { data?: object; errors: { message: string; extensions: object }[] };
  expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
  return { status, errors: errors.map(({ message, extensions }) => ({ message, ...extensions })) };
};
const sender = (status: number, code: string, message: unknown) => ({
  status,
  errors: [{ message, code, owner: 'SENDER' }],
});
const ask = (query: string, variables?: object) => hub.as('clinician').send(query, variables);
const raw = async (body: string, headers: Readonly<Record<string, string>> = {}) =>
  post(hub.url, body, { authorization: `Bearer ${await hub.as('clinician').token()}`, ...headers });

describe('what is no GraphQL request', () => {
  test.each([
    ['malformed JSON', '{"query":', {}, sender(400, 'BAD_REQUEST', 'The request body is not JSON.')],
    ['an empty body', '', {}, sender(400, 'BAD_REQUEST', 'The request body is not JSON.')],
    [
      'a batch',
      '[{"query":"{ viewer { subject } }"}]',
      {},
      sender(400, 'BAD_REQUEST', 'Batched operations are not accepted: send one operation a request.'),
    ],
    [
      'no query',
      '{"variables":{}}',
      {},
      sender(400, 'BAD_REQUEST', 'The request body is not a GraphQL request: query is missing or of the wrong type.'),
    ],
    [
      'fields of the wrong type',
      '{"query":1,"variables":"x","operationName":[]}',
      {},
      sender(
        400,
        'BAD_REQUEST',
        'The request body is not a GraphQL request: query, operationName, variables is missing or of the wrong type.',
      ),
    ],
    [
      'a form',
      'query=%7Bviewer%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      sender(415, 'UNSUPPORTED', 'Send the operation as application/json.'),
    ],
    [
      'a media type wanted that no answer has',
      '{"query":"{ viewer { subject } }"}',
      { accept: 'text/html' },
      sender(
        406,
        'NOT_ACCEPTABLE',
        'The accept header allows neither application/json nor application/graphql-response+json.',
      ),
    ],
    [
      'plain text',
      '{"query":"{ viewer { subject } }"}',
      { 'content-type': 'text/plain' },
      sender(415, 'UNSUPPORTED', 'Send the operation as application/json.'),
    ],
    [
      'a body that is too long',
      JSON.stringify({ query: `{ viewer { subject } } #${'x'.repeat(3_000_000)}` }),
      {},
      sender(413, 'TOO_LARGE', 'The request body has more than 100000 bytes.'),
    ],
  ])('%s', async (_what, body, headers, expected) => {
    expect(faultsOf(await raw(body, headers))).toEqual(expected);
  });

  test('a GET', async () => {
    const response = await fetch(`${hub.url}/graphql?query=%7Bviewer%7Bsubject%7D%7D`);
    const headers = Object.fromEntries(response.headers);
    expect(headers['allow']).toBe('POST');
    expect(faultsOf({ status: response.status, headers, body: await response.text() })).toEqual(
      sender(405, 'METHOD_NOT_ALLOWED', 'Send operations by POST.'),
    );
  });
});

const client = (selection: string): string => `{ client(by: { id: "x" }) { ${selection} } }`;
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('an operation that asks too much', () => {
  test.each([
    [
      'too deep',
      `{ __schema { types { fields { type { ${'ofType { '.repeat(12)} name ${'} '.repeat(12)} } } } } }`,
      'more than 16 levels',
    ],
    [
      'too many directives, spread over fragments',
      `query Q { ${many(5, (n) => `c${n}: client(by: { id: "x" }) { ...F }`)} } fragment F on Client { ${many(5, () => 'id @include(if: true)')} }`,
      'more than 20 directives',
    ],
    [
      'too many fields',
      `query Q { ${many(5, (n) => `c${n}: client(by: { id: "x" }) { ${many(5, () => 'employment { ...G }')} }`)} } fragment G on Employment { ${many(5, () => 'spells { jobTitle hoursPerWeek startDate endDate employerName workplace employmentStatusCode locationWithheld __typename }')} }`,
      'more than 1000 fields',
    ],
    ['too many aliases', client(many(31, (n) => `a${n}: id`)), 'more than 30 aliases'],
    ['one field repeated', client(many(6, () => 'id')), 'one field more than 5 times'],
    ['too many directives', client(`id ${'@include(if: true) '.repeat(21)}`), 'more than 20 directives'],
    [
      'too many clients',
      `{ ${many(6, (n) => `a${n}: client(by: { id: "x" }) { id }`)} }`,
      'more than 5 fields that open a client',
    ],
    [
      'too many people, by a field that is on no list',
      `mutation { ${many(6, (n) => `a${n}: requestTrace(input: {}) { __typename }`)} }`,
      'more than 5 fields that open a client',
    ],
  ])('%s', async (_what, query, fault) => {
    const { errors } = faultsOf(await ask(query)) as { errors: { code: string; message: string }[] };
    // Of its size alone: whatever else may be wrong with it costs too much to look for.
    expect(errors).toEqual([{ message: `The operation has ${fault}.`, code: 'TOO_COMPLEX', owner: 'SENDER' }]);
  });

  test('too many tokens', async () => {
    expect(faultsOf(await ask(`{ ${'viewer { subject } '.repeat(1_100)} }`))).toEqual(
      sender(400, 'TOO_COMPLEX', 'The operation has more tokens than this hub reads.'),
    );
  });

  test('fragments that double each other forty times, with no field in them, are refused at once', async () => {
    const doubling = many(40, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
    const began = performance.now();
    const { errors } = faultsOf(await ask(`{ ...F0 } ${doubling} fragment F40 on Query { ...Nowhere }`)) as {
      errors: { code: string }[];
    };
    expect(errors.map(({ code }) => code)).toContain('TOO_COMPLEX');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('fragments in a circle', async () => {
    expect(
      faultsOf(await ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A viewer { subject } }')),
    ).toEqual(sender(400, 'INVALID_OPERATION', 'Cannot spread fragment "A" within itself via "B".'));
  });
});

describe('an operation that the contract does not know', () => {
  test.each([
    ['{ nothing }', 'Cannot query field "nothing" on type "Query".'],
    ['{ viewer { subject(x: 1) } }', 'Unknown argument "x" on field "Viewer.subject".'],
    ['{ viewer }', 'Field "viewer" of type "Viewer!" must have a selection of subfields.'],
    ['{ client { id } }', 'Field "client" argument "by" of type "ClientLookup!" is required, but it was not provided.'],
    [
      'subscription { viewer { subject } }',
      'Subscriptions go over a WebSocket (graphql-transport-ws), or by POST with accept: text/event-stream.',
    ],
    ['{ viewer { subject } ', 'Syntax Error: Expected Name.'],
    ['', expect.any(String)],
    ['{ client(by: {}) { id } }', 'OneOf Input Object "ClientLookup" must specify exactly one key.'],
    [
      '{ client(by: { id: "x", nhsNumber: "9990000018" }) { id } }',
      'OneOf Input Object "ClientLookup" must specify exactly one key.',
    ],
    ['{ client(by: { nhsNumber: 9990000018 }) { id } }', 'NHSNumber must be ten digits'],
    ['{ client(by: { nhsNumber: "999 000 0018" }) { id } }', 'NHSNumber must be ten digits'],
    [
      '{ clients(filter: { since: "yesterday" }) { edges { cursor } } }',
      'Date must be an ISO 8601 calendar date (2026-03-31)',
    ],
  ])('%s', async (query, message) => {
    const { status, errors } = faultsOf(await ask(query)) as { status: number; errors: { message: string }[] };
    expect([status, errors[0]]).toEqual([
      400,
      { message, code: expect.stringMatching(/^(INVALID_OPERATION|BAD_REQUEST)$/), owner: 'SENDER' },
    ]);
  });
});

test('an NHS number with a wrong check digit is refused before anybody is looked for', async () => {
  expect(
    faultsOf(await ask('query($n: NHSNumber!) { client(by: { nhsNumber: $n }) { id } }', { n: '9990000019' })),
  ).toEqual({
    ...sender(200, 'BAD_INPUT', 'by.nhsNumber is not a valid NHS number: its check digit is wrong.'),
  });
});

test.each([{}, { n: null }])(
  'an argument that rests on a variable that was left out is the caller’s fault (%j)',
  async (variables) => {
    expect(faultsOf(await ask('query($n: ID) { client(by: { id: $n }) { id } }', variables))).toEqual(
      sender(200, 'BAD_INPUT', 'Argument "by" is missing or invalid.'),
    );
  },
);

test('what nobody foresaw is told in fixed words, and found in the log under the correlation id', async () => {
  const { directory } = hub.demo.hub.services;
  const { byNHSNumber } = directory;
  const lookUp = 'query($n: NHSNumber!) { client(by: { nhsNumber: $n }) { id } }';
  try {
    Object.assign(directory, { byNHSNumber: () => Promise.reject(new Error(`no such row: ${AMINA.nhsNumber}`)) });
    const response = await ask(lookUp, { n: AMINA.nhsNumber });
    expect(faultsOf(response)).toEqual({
      status: 200,
      errors: [
        {
          message: 'Unexpected error. The correlation id finds it in the hub’s log.',
          code: 'UNEXPECTED',
          owner: 'HUB',
        },
      ],
    });
    const line = hub.logged.find(({ correlationId }) => correlationId === response.headers['x-correlation-id']);
    expect(line).toMatchObject({ what: 'a resolver', fault: { name: 'Error' } });
    expect(JSON.stringify(hub.logged)).not.toContain(AMINA.nhsNumber);
    Object.assign(directory, { byNHSNumber: () => Promise.reject(new StoreUnavailable('no')) });
    expect(faultsOf(await ask(lookUp, { n: AMINA.nhsNumber }))).toMatchObject({
      errors: [{ code: 'STORE_UNAVAILABLE', owner: 'HUB' }],
    });
  } finally {
    Object.assign(directory, { byNHSNumber });
  }
});

test('a caller’s own correlation id is kept where it is a UUID, and replaced where it is not', async () => {
  const own = '0b6f9d0e-6c1c-4d6e-9f0a-1f2e3d4c5b6a';
  const keep = await hub.as('clinician').send('{ viewer { subject } }', undefined, { 'x-correlation-id': own });
  expect(keep.headers['x-correlation-id']).toBe(own);
  const other = await hub
    .as('clinician')
    .send('{ viewer { subject } }', undefined, { 'x-correlation-id': '9990000018' });
  expect(other.headers['x-correlation-id']).toMatch(uuid);
  expect(other.headers['x-correlation-id']).not.toContain('9990000018');
});
