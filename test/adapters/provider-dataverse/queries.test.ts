import { afterEach, expect, test } from '@jest/globals';
import { startSandboxServer } from '../../../adapters/sandbox/server.js';
import { openDesk, type Desk } from './desk.js';
import { callOf, contactId, job, provider, subject } from './people.js';

let desk: Desk;
afterEach(() => desk.close());

const fifty = Array.from({ length: 50 }, (_, index) => provider(contactId(index), { employment: [job()] }));

test('fifty clients and all five sections cost one call', async () => {
  desk = await openDesk(fifty);
  const load = desk.load();
  const answers = await Promise.all(
    fifty.flatMap((held) => {
      const who = subject(held.contactId);
      return [load.employment(who), load.workStatus(who), load.referrals(who), load.support(who), load.measures(who)];
    }),
  );
  expect(desk.queries()).toHaveLength(1);
  expect(answers.filter(({ items }) => items.length === 1)).toHaveLength(200);
});

test('more than fifty go in several calls', async () => {
  desk = await openDesk(fifty);
  const load = desk.load();
  await Promise.all(Array.from({ length: 51 }, (_, index) => load.support(subject(contactId(index)))));
  expect(desk.queries()).toHaveLength(2);
});

test('a section that is asked for later costs no further call, another request does', async () => {
  desk = await openDesk(fifty);
  const load = desk.load();
  await load.support(subject(contactId(1)));
  await new Promise((resolve) => setImmediate(resolve));
  await load.measures(subject(contactId(1)));
  expect(desk.queries()).toHaveLength(1);
  await desk.load().measures(subject(contactId(1)));
  expect(desk.queries()).toHaveLength(2);
});

test('a client whom the provider does not know has no record, without a call', async () => {
  desk = await openDesk(fifty);
  expect(await desk.load().support(subject())).toEqual({
    items: [],
    retrievedAt: expect.any(String),
    complete: true,
  });
  expect(desk.sandbox.requests).toEqual([]);
});

test('a contact without cases has no record', async () => {
  desk = await openDesk(fifty);
  expect((await desk.load().support(subject(contactId(77)))).items).toEqual([]);
});

test('a contact id in capitals is the same contact', async () => {
  desk = await openDesk(fifty);
  expect((await desk.load().support(subject(contactId(1).toUpperCase()))).items).toHaveLength(1);
});

test('a contact id that is no GUID never reaches a filter', async () => {
  desk = await openDesk(fifty);
  const injected = subject("x','y']) or true or Microsoft.Dynamics.CRM.In(PropertyName='a',PropertyValues=['");
  await expect(desk.load().support(injected)).rejects.toMatchObject({ reason: 'REFUSED', code: 'INVALID_ID' });
  expect(desk.sandbox.requests).toEqual([]);
});

test('the query names its columns, asks by the In function, and says the OData version, page size and annotations', async () => {
  desk = await openDesk(fifty, { pageSize: 250 });
  const correlationId = '550e8400-e29b-41d4-a716-446655440000';
  await desk.load({ correlationId }).support(subject(contactId(1)));
  const [{ query, headers } = { query: new URLSearchParams(), headers: {} }] = desk.queries();
  expect(query.get('$filter')).toBe(
    `Microsoft.Dynamics.CRM.In(PropertyName='wh_contactid',PropertyValues=['${contactId(1)}'])`,
  );
  expect(query.get('$select')).not.toMatch(/notes|\*/);
  expect(query.get('$expand')?.match(/\(\$select=/g)).toHaveLength(4);
  expect([...query.values()].join('')).not.toContain(' ');
  expect(headers).toMatchObject({
    'odata-version': '4.0',
    'odata-maxversion': '4.0',
    'x-ms-client-request-id': correlationId,
    prefer: 'odata.maxpagesize=250,odata.include-annotations="OData.Community.Display.V1.FormattedValue"',
    authorization: expect.stringMatching(/^Bearer .+/),
  });
});

test('pages are followed by their next link to the end, and never by $skip', async () => {
  desk = await openDesk(fifty, { pageSize: 20 });
  const load = desk.load();
  const answers = await Promise.all(fifty.map((held) => load.support(subject(held.contactId))));
  expect(answers.every(({ items, complete }) => items.length === 1 && complete)).toBe(true);
  expect(desk.queries()).toHaveLength(3);
  expect(desk.queries().map(({ query }) => query.has('$skiptoken'))).toEqual([false, true, true]);
  expect(new Set(desk.queries().map(({ headers }) => headers['prefer'])).size).toBe(1);
});

test('a list that a page cap cuts says that it is short', async () => {
  desk = await openDesk(fifty, { pageSize: 1 });
  const load = desk.load();
  const answers = await Promise.all(fifty.map((held) => load.support(subject(held.contactId))));
  expect(desk.queries()).toHaveLength(20);
  expect(answers.some(({ complete }) => complete)).toBe(false);
  expect(answers.filter(({ items }) => items.length === 1)).toHaveLength(20);
});

test('a case that is not whole makes its client’s lists short, and nobody else’s', async () => {
  desk = await openDesk(fifty);
  const row = (number: number, more: object = {}) => ({
    wh_supportcaseid: contactId(900 + number),
    _wh_contactid_value: contactId(number),
    ...more,
  });
  const unnamed = { wh_supportcase_measures: [{ wh_instrument: 100000042 }] };
  const body = JSON.stringify({ value: [row(1, unnamed), row(1), row(2)] });
  desk.sandbox.fail({ kind: 'status', status: 200, path: /wh_supportcases$/, body });
  const load = desk.load();
  const answers = await Promise.all([1, 2].map((number) => load.support(subject(contactId(number)))));
  expect(answers.map(({ items, complete }) => [items.length, complete])).toEqual([
    [2, false],
    [1, true],
  ]);
});

test('a page that has expired cuts the list, and the list says so', async () => {
  desk = await openDesk(fifty, { pageSize: 30 });
  const next = `${desk.sandbox.url}/api/data/v9.2/wh_supportcases?$skiptoken=stale`;
  const body = JSON.stringify({ value: [], '@odata.nextLink': next });
  desk.sandbox.fail({ kind: 'status', status: 200, path: /wh_supportcases$/, times: 1, body });
  expect(await desk.load().support(subject(contactId(1)))).toMatchObject({ items: [], complete: false });
});

test('a next link to another host is not followed, and the token stays here', async () => {
  desk = await openDesk(fifty);
  const thief = await startSandboxServer({ answer: () => ({ status: 200, body: { value: [] } }) });
  const next = `${thief.url}/api/data/v9.2/wh_supportcases?$skiptoken=x`;
  const body = JSON.stringify({ value: [], '@odata.nextLink': next });
  desk.sandbox.fail({ kind: 'status', status: 200, path: /wh_supportcases$/, body });
  await expect(desk.load().support(subject(contactId(1)))).rejects.toMatchObject({ reason: 'MALFORMED' });
  expect(thief.requests).toEqual([]);
  await thief.close();
});

test('an answer about somebody who was not asked about is not believed', async () => {
  desk = await openDesk(fifty);
  await desk.load().support(subject(contactId(1)));
  const row = { wh_supportcaseid: contactId(900), _wh_contactid_value: contactId(2) };
  const body = JSON.stringify({ value: [row] });
  desk.sandbox.fail({ kind: 'status', status: 200, path: /wh_supportcases$/, body });
  await expect(desk.load().support(subject(contactId(1)))).rejects.toMatchObject({ reason: 'MALFORMED' });
});

test('the deadline is one for all pages', async () => {
  desk = await openDesk(fifty, { pageSize: 10, deadlineMs: 500 });
  await desk.load().support(subject(contactId(1)));
  desk.sandbox.fail({ kind: 'slow', delayMs: 200 });
  const load = desk.load(callOf());
  // Any one page is within it: with a deadline each, all would be answered.
  const reads = await Promise.allSettled(fifty.map((held) => load.support(subject(held.contactId))));
  expect(reads.map((read) => read.status === 'rejected' && (read.reason as { reason: string }).reason)).toEqual(
    fifty.map(() => 'TIMEOUT'),
  );
});
