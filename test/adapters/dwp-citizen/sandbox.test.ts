import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDwpSandbox, type DwpSandbox } from '../../../adapters/dwp-citizen/sandbox.js';
import { acceptedHeaders, askDirectly } from './desk.js';
import { person, universalCredit } from './people.js';

const amina = person({
  nino: 'ZZ123456C',
  familyName: 'Example',
  givenName: 'Amina',
  claims: [universalCredit(), { ...universalCredit(), benefitType: 'income_support', endDate: '2025-03-31' }],
});

let sandbox: DwpSandbox;
let headers: Record<string, string>;
beforeAll(async () => {
  sandbox = await startDwpSandbox({ people: [amina] });
  headers = await acceptedHeaders(sandbox);
});
afterAll(() => sandbox.close());

const match = (attributes: object, sent = headers) =>
  askDirectly(sandbox, {
    path: '/capi/v2/citizens/match',
    method: 'POST',
    headers: sent,
    body: JSON.stringify({ data: { type: 'Match', attributes } }),
  });
const guidOf = async (): Promise<string> => {
  const { body } = await match({ lastName: 'EXAMPLE', dateOfBirth: '1990-01-01', postcode: 'ls11ba' });
  return (body as { data: { id: string } }).data.id;
};
const read = (path: string) => askDirectly(sandbox, { path: `/capi/v2/citizens/${path}`, headers });

test.each(['correlation-id', 'context', 'policy-id', 'instigating-user-id', 'access-level'])(
  'a claims request without %s is a bad request',
  async (missing) => {
    const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== missing));
    const path = `/capi/v2/citizens/${await guidOf()}/claims`;
    expect((await askDirectly(sandbox, { path, headers: sent })).status).toBe(400);
    expect((await askDirectly(sandbox, { path, headers })).status).toBe(200);
  },
);

test('a request without a token, or with another, is unauthorised', async () => {
  expect((await match({}, { ...headers, authorization: '' })).status).toBe(401);
  expect((await match({}, { ...headers, authorization: 'Bearer of-bad-news' })).status).toBe(401);
});

test.each([
  ['no birth date', { lastName: 'Example' }],
  ['a name of 36 letters', { lastName: 'X'.repeat(36), dateOfBirth: '1990-01-01' }],
  ['a fragment with the suffix', { lastName: 'Example', dateOfBirth: '1990-01-01', ninoFragment: '456C' }],
])('a match with %s is a bad request', async (_, attributes) => {
  expect((await match(attributes)).status).toBe(400);
});

test('nobody who fits, or fits in all that is given, is a 404', async () => {
  expect((await match({ lastName: 'Example', dateOfBirth: '1990-01-01', ninoFragment: '9999' })).status).toBe(404);
});

test('without dates there are open claims only; an old GUID is nobody’s', async () => {
  const guid = await guidOf();
  const { body } = await read(`${guid}/claims`);
  const { data } = body as { data: { attributes: { benefitType: string; guid: string } }[] };
  expect(data.map(({ attributes }) => attributes.benefitType)).toEqual(['universal_credit']);
  expect((await read(`${guid}/claims`)).status).toBe(404);
  expect((await read(`${data[0]!.attributes.guid}/claims`)).status).toBe(200);
});

test('dates and types choose among all claims', async () => {
  const { body } = await read(`${await guidOf()}/claims?effectiveFromDate=2025-01-01&benefitType=income_support`);
  expect((body as { data: unknown[] }).data).toHaveLength(1);
  expect((await read(`${await guidOf()}/claims?benefitType=pensions_credit`)).status).toBe(404);
  expect((await read(`${await guidOf()}/claims?benefitType=Nonsense!`)).status).toBe(400);
});

test('a citizen read rotates the GUID as well', async () => {
  const guid = await guidOf();
  const { body } = await read(guid);
  const { attributes } = (body as { data: { attributes: { guid: string; nino: string } } }).data;
  expect(attributes.nino).toBe('ZZ123456C');
  expect((await read(guid)).status).toBe(404);
  expect((await read(attributes.guid)).status).toBe(200);
});
