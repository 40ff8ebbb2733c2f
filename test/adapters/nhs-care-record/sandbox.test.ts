/** The local care record behaves as a FHIR R4 server does. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startCareRecordSandbox, type CareRecordSandbox } from '../../../adapters/nhs-care-record/sandbox.js';
import { amina, crowd } from './connected-care-record.js';
import { at, list, type Json } from './outside-data.js';

let sandbox: CareRecordSandbox;
let token: string;
beforeEach(async () => {
  sandbox = await startCareRecordSandbox({ people: [amina, ...crowd(4)], databasePath: ':memory:' });
  token = await authorise();
});
afterEach(() => sandbox.close());

async function authorise(secret = sandbox.settings.clientSecret): Promise<string> {
  const { clientId, tokenUrl } = sandbox.settings;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret });
  const response = await fetch(tokenUrl, { method: 'POST', body });
  const answer = (await response.json()) as { access_token?: string; error?: string };
  return answer.access_token ?? answer.error ?? '';
}

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: Json }> {
  const url = path.startsWith('http') ? path : `${sandbox.settings.baseUrl}${path}`;
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(url, { ...init, headers });
  return { status: response.status, body: (await response.json()) as Json };
}

const resources = (bundle: Json): Json[] => list(bundle['entry']).map((entry) => entry['resource'] as Json);
const nextOf = (bundle: Json) =>
  list(bundle['link']).find(({ relation }) => relation === 'next')?.['url'] as string | undefined;

test('without a token it knows, it tells nothing but its capabilities', async () => {
  token = 'made-up';
  expect(await ask('/Condition')).toMatchObject({ status: 401, body: { resourceType: 'OperationOutcome' } });
  expect(await ask('/metadata')).toMatchObject({ status: 200, body: { fhirVersion: '4.0.1' } });
  expect(await authorise('wrong')).toBe('invalid_client');
});

test('a token runs out', async () => {
  let now = 0;
  await sandbox.close();
  sandbox = await startCareRecordSandbox({ people: [], databasePath: ':memory:', now: () => now });
  token = await authorise();
  now = 299_999;
  expect((await ask('/Condition')).status).toBe(200);
  now = 300_000;
  expect((await ask('/Condition')).status).toBe(401);
});

test('a search is paged to its end without loss or repetition, with one total', async () => {
  const ids: unknown[] = [];
  const totals = new Set<unknown>();
  for (let next: string | undefined = '/Condition?_count=3'; next !== undefined;) {
    const { body } = await ask(next);
    ids.push(...resources(body).map(({ id }) => id));
    totals.add(body['total']);
    next = nextOf(body);
  }
  expect([ids.length, new Set(ids).size, [...totals]]).toEqual([10, 10, [10]]);
});

test('what is added while a search is paged does not shift its pages', async () => {
  const { body } = await ask('/Condition?_count=9');
  sandbox.put({ resourceType: 'Condition', id: '0-first-by-name' });
  const rest = await ask(nextOf(body)!);
  const seen = [...resources(body), ...resources(rest.body)].map(({ id }) => id);
  expect(new Set(seen).size).toBe(seen.length);
});

test('an expired page is gone', async () => {
  const { body } = await ask('/Condition?_count=1');
  sandbox.expirePages();
  expect(await ask(nextOf(body)!)).toMatchObject({ status: 410, body: { resourceType: 'OperationOutcome' } });
});

test('patients are found by NHS number, alone and in a list, by GET and by POST', async () => {
  const [one, two] = crowd(2).map(({ nhsNumber }) => `https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`);
  const found = async (identifier: string) =>
    resources((await ask(`/Patient?identifier=${encodeURIComponent(identifier)}`)).body);
  expect(await found(one!)).toHaveLength(1);
  expect(await found(`${one!},${two!}`)).toHaveLength(2);
  expect(await found(`other|${crowd(1)[0]!.nhsNumber}`)).toHaveLength(0);
  const { body } = await ask('/Patient/_search', { method: 'POST', body: new URLSearchParams({ identifier: one! }) });
  expect(resources(body)).toHaveLength(1);
});

test('codes are found with and without their system, and in components by combo-code', async () => {
  const code = { coding: [{ system: 'http://loinc.org', code: '70274-6' }] };
  sandbox.put({ resourceType: 'Observation', id: 'component', component: [{ code }] });
  const count = async (query: string) => (await ask(`/Observation?${query}`)).body['total'];
  expect(await count('code=http%3A%2F%2Floinc.org%7C70274-6')).toBe(5);
  expect(await count('code=70274-6')).toBe(5);
  expect(await count('code=%7C70274-6')).toBe(0);
  expect(await count('combo-code=http%3A%2F%2Floinc.org%7C70274-6')).toBe(1);
});

test('_elements leaves the asked elements, choices by their base name, and tags the subset', async () => {
  const { body } = await ask('/Condition?_elements=onset,code&_count=1');
  const [condition] = resources(body);
  expect(Object.keys(condition!).sort()).toEqual(['code', 'id', 'meta', 'onsetDateTime', 'resourceType']);
  expect(at(condition, 'meta.tag.0.code')).toBe('SUBSETTED');
});

test('_lastUpdated and _id narrow a search', async () => {
  const condition = { resourceType: 'Condition', id: 'future', meta: { lastUpdated: '2999-01-01T00:00:00Z' } };
  sandbox.put(condition);
  expect(resources((await ask('/Condition?_lastUpdated=gt2998-01-01')).body).map(({ id }) => id)).toEqual(['future']);
  expect((await ask('/Condition?_lastUpdated=le2998-01-01')).body['total']).toBe(10);
  expect((await ask('/Condition?_id=future,none')).body['total']).toBe(1);
});

test('a resource is read by id, and an unknown one is not found', async () => {
  sandbox.put({ resourceType: 'Condition', id: 'one', recordedDate: '2020' });
  expect(await ask('/Condition/one')).toMatchObject({ status: 200, body: { recordedDate: '2020' } });
  expect(await ask('/Condition/none')).toMatchObject({ status: 404, body: { resourceType: 'OperationOutcome' } });
  expect((await ask('/Spaceship')).status).toBe(404);
});

test('a batch answers each of its entries on its own', async () => {
  sandbox.put({ resourceType: 'Condition', id: 'one' });
  const entry = ['Condition/one', 'Condition?_count=0', 'Condition/none'].map((url) => ({
    request: { method: 'GET', url },
  }));
  const { body } = await ask('/', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry }),
  });
  expect(body['type']).toBe('batch-response');
  expect(list(body['entry']).map((each) => at(each, 'response.status'))).toEqual(['200', '200', '404']);
  expect(at(body, 'entry.1.resource.total')).toBe(11);
});

test('an empty searchset has no entry element, and a page of none has no next link', async () => {
  expect((await ask('/Condition?patient=nobody')).body).not.toHaveProperty('entry');
  expect(nextOf((await ask('/Condition?_count=0')).body)).toBeUndefined();
});

test('an unknown parameter is ignored, and refused where strict handling is asked for', async () => {
  expect((await ask('/Condition?colour=red')).status).toBe(200);
  expect((await ask('/Condition?colour=red', { headers: { prefer: 'handling=strict' } })).status).toBe(400);
  expect((await ask('/Condition?_count=many')).status).toBe(400);
});

test('ids do not contain the NHS number that they stand for', async () => {
  const ids = resources((await ask('/Patient?_count=100')).body).map(({ id }) => String(id));
  expect(ids.filter((id) => id.includes('999'))).toEqual([]);
});
