import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'undici';
import { startDataverseSandbox, type DataverseSandbox } from '../../../adapters/provider-dataverse/sandbox.js';
import { contactId, person, provider } from './people.js';

let sandbox: DataverseSandbox;
let authorization: string;
beforeAll(async () => {
  const people = [1, 2, 3].map((number) => person(provider(contactId(number))));
  sandbox = await startDataverseSandbox({ people });
  const { clientId, clientSecret, scope, tokenUrl } = sandbox.settings;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  const answer = await request(tokenUrl, { method: 'POST', body: new URLSearchParams(form).toString() });
  authorization = `Bearer ${((await answer.body.json()) as { access_token: string }).access_token}`;
});
afterAll(() => sandbox.close());

interface Page {
  value: Record<string, unknown>[];
  '@odata.nextLink'?: string;
  error?: { code: string; message: string };
}
async function ask(query: string, headers: Record<string, string> = {}): Promise<{ status: number; body: Page }> {
  const url = query.startsWith('http') ? query : `${sandbox.url}/api/data/v9.2/wh_supportcases?${query}`;
  const answer = await request(url, { headers: { authorization, 'odata-version': '4.0', ...headers } });
  const text = await answer.body.text();
  return { status: answer.statusCode, body: (text === '' ? {} : JSON.parse(text)) as Page };
}
const one = `$filter=_wh_contactid_value eq ${contactId(1)}`;
const all = `$filter=Microsoft.Dynamics.CRM.In(PropertyName='wh_contactid',PropertyValues=['${contactId(1)}','${contactId(2)}',"${contactId(3)}"])`;

test('a row carries its etag and key, and only the columns that were selected', async () => {
  const { body } = await ask(`$select=wh_status&${one}`);
  expect(body.value.map((row) => Object.keys(row))).toEqual([['@odata.etag', 'wh_supportcaseid', 'wh_status']]);
  expect((await ask(one)).body.value[0]).toHaveProperty('wh_internalnotes');
});

test('display texts come only where they are asked for', async () => {
  const prefer = 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"';
  const { body } = await ask(`$select=wh_status&${one}`, { prefer });
  expect(body.value[0]).toMatchObject({ 'wh_status@OData.Community.Display.V1.FormattedValue': 'Open' });
});

test('next links lead through all rows, once each', async () => {
  const prefer = 'odata.maxpagesize=2';
  const first = await ask(`$select=wh_plan&${all}`, { prefer });
  const second = await ask(first.body['@odata.nextLink'] ?? '', { prefer });
  const ids = [...first.body.value, ...second.body.value].map((row) => row['wh_supportcaseid']);
  expect([first.body.value.length, new Set(ids).size, second.body['@odata.nextLink']]).toEqual([2, 3, undefined]);
});

test.each([
  ['$skip', `${one}&$skip=1`],
  ['$top, which it does not know', `${one}&$top=1`],
  ['a column that is not there', `$select=wh_secret&${one}`],
  ['a relationship that is not there', `$expand=wh_secrets&${one}`],
  ['a column of a relationship that is not there', `$expand=wh_supportcase_goals($select=wh_secret)&${one}`],
  ['a nested $expand', `$expand=wh_supportcase_goals($expand=x)&${one}`],
  ['no filter', '$select=wh_plan'],
  ['a filter by another column', "$filter=wh_plan eq 'x'"],
  ['a paging cookie of its own making', `${one}&$skiptoken=2`],
])('%s is refused', async (_, query) => {
  const { status, body } = await ask(query);
  expect([status, body.error?.code]).toEqual([400, '0x80060888']);
});

test('another table, another token and another OData version are refused', async () => {
  expect((await ask(`${sandbox.url}/api/data/v9.2/contacts`)).status).toBe(404);
  expect((await ask(one, { authorization: 'Bearer of-bad-news' })).status).toBe(401);
  expect((await ask(one, { 'odata-version': '3.0' })).status).toBe(400);
});
