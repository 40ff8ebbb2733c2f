import { afterEach, expect, test } from '@jest/globals';
import type { Fault } from '../../../adapters/sandbox/server.js';
import { near, openDesk, type Desk } from './desk.js';

let desk: Desk;
afterEach(() => desk.close());

test.each<[string, Fault, string]>([
  ['a page that breaks off', { kind: 'truncated' }, 'UNREACHABLE'],
  ['a page that is no JSON', { kind: 'malformed' }, 'MALFORMED'],
  ['a reset connection', { kind: 'reset' }, 'UNREACHABLE'],
  ['a failing server', { kind: 'status', status: 503 }, 'SERVER_ERROR'],
  ['a body of another shape', { kind: 'status', status: 200, body: '{"content":[]}' }, 'MALFORMED'],
  ['a throttle', { kind: 'status', status: 429, headers: { 'retry-after': '60' } }, 'RATE_LIMITED'],
])('%s is one typed error, and is not kept', async (_what, fault, reason) => {
  desk = await openDesk();
  desk.sandbox.fail(fault);
  const error: unknown = await desk
    .load()
    .servicesNear(near)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'UpstreamError', source: 'open-referral-uk', reason });
  expect(JSON.stringify(error)).not.toContain('NR1');
  desk.sandbox.heal();
  expect((await desk.load().servicesNear(near))?.items.length).toBeGreaterThan(5);
});

test('a feed that gives its first page for ever is found out', async () => {
  desk = await openDesk();
  const page = { total_items: 9, total_pages: 9, page_number: 1, last_page: false, contents: [{ id: 'one' }] };
  desk.sandbox.fail({ kind: 'status', status: 200, body: JSON.stringify(page) });
  await expect(desk.load().servicesNear(near)).rejects.toMatchObject({ reason: 'MALFORMED' });
});

test('one bad entry is left out, and the list says that it is short', async () => {
  desk = await openDesk();
  const service = { id: 's', name: 'Good', status: 'active' };
  const contents = [{ id: 'good', service }, { id: '../../etc', service }, { service }];
  desk.sandbox.fail({
    kind: 'status',
    status: 200,
    body: JSON.stringify({ page_number: 1, last_page: true, contents }),
  });
  expect(await desk.load().servicesNear(near)).toMatchObject({ items: [{ id: 'good' }], complete: false });
});

test('an entry that has gone is no error, and an id that is a path is refused before it is sent', async () => {
  desk = await openDesk();
  expect(await desk.load().serviceDetail('gone', 'NR1')).toBeUndefined();
  await expect(desk.load().serviceDetail('../services', 'NR1')).rejects.toMatchObject({ reason: 'REFUSED' });
  expect(desk.sandbox.requests.map(({ path }) => path)).toEqual(['/service_at_locations/gone']);
});
