import { inspect } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { dataverseSettings } from '../../../adapters/provider-dataverse/index.js';
import type { Fault } from '../../../adapters/sandbox/server.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';
import { openDesk, type Desk } from './desk.js';
import { contactId, provider, subject } from './people.js';

const held = [provider(contactId(1), { coachName: 'Secretname' })];
const read = () => desk.load().support(subject(contactId(1)));
const tooMany = JSON.stringify({
  error: {
    code: '0x80072322',
    message: 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
  },
});

let desk: Desk;
afterEach(() => desk.close());

const html = { headers: { 'content-type': 'text/html' }, body: '<html>Secretname</html>' };
const odataError = '{"error":{"code":"0x80040220","message":"Secretname lacks prvReadwh_supportcase"}}';
test.each<[string, Fault, Partial<UpstreamError>]>([
  ['a 503 with an HTML body', { kind: 'status', status: 503, ...html }, { reason: 'SERVER_ERROR', status: 503 }],
  ['a 200 with an HTML body', { kind: 'status', status: 200, ...html }, { reason: 'MALFORMED' }],
  ['a missing privilege', { kind: 'status', status: 403, body: odataError }, { reason: 'REFUSED', code: '0x80040220' }],
  ['a reset connection', { kind: 'reset' }, { reason: 'UNREACHABLE' }],
  ['a body cut in the middle', { kind: 'truncated' }, { reason: 'UNREACHABLE' }],
  ['a body that is no JSON', { kind: 'malformed' }, { reason: 'MALFORMED' }],
  ['a body without rows', { kind: 'status', status: 200, body: '{"odata":1}' }, { reason: 'MALFORMED' }],
  ['silence', { kind: 'slow', delayMs: 5_000 }, { reason: 'TIMEOUT' }],
])('%s is an UpstreamError that tells nothing', async (_, fault, expected) => {
  desk = await openDesk(held, { deadlineMs: 600 });
  desk.sandbox.fail({ ...fault, path: /wh_supportcases$/ });
  const error: unknown = await read().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UpstreamError);
  expect(error).toMatchObject({ source: 'provider-dataverse', ...expected });
  const { message, cause } = error as Error;
  expect(inspect([Object.entries(error as Error), message, cause])).not.toMatch(
    /secretname|http|html|127\.0|0a1b2c3d/i,
  );
});

test('a short Retry-After is waited for, and the call then succeeds', async () => {
  desk = await openDesk(held);
  const limited: Fault = { kind: 'status', status: 429, headers: { 'retry-after': '1' }, body: tooMany };
  desk.sandbox.fail({ ...limited, path: /wh_supportcases$/, times: 1 });
  const startedAt = Date.now();
  expect((await read()).items).toHaveLength(1);
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(990);
  expect(desk.queries()).toHaveLength(2);
});

test('a long Retry-After ends the call at once, with the code and the time for the caller', async () => {
  desk = await openDesk(held);
  const limited: Fault = { kind: 'status', status: 429, headers: { 'retry-after': '200' }, body: tooMany };
  desk.sandbox.fail({ ...limited, path: /wh_supportcases$/ });
  await expect(read()).rejects.toMatchObject({ reason: 'RATE_LIMITED', code: '0x80072322', retryAfterSeconds: 200 });
  expect(desk.queries()).toHaveLength(1);
});

test('the sandbox’s own service protection limit answers 429 with Retry-After', async () => {
  desk = await openDesk(held, {}, { limit: { requests: 2, windowMs: 300_000 } });
  await read();
  await read();
  await expect(read()).rejects.toMatchObject({ reason: 'RATE_LIMITED', code: '0x80072322', retryAfterSeconds: 300 });
});

test('a rate of our own keeps us below the limit', async () => {
  desk = await openDesk(held, { ratePerSecond: 5 });
  const startedAt = Date.now();
  await Promise.all(Array.from({ length: 7 }, read));
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(350);
});

test('a refused token is renewed once, and the call sent again', async () => {
  desk = await openDesk(held);
  await read();
  desk.sandbox.forget();
  desk.sandbox.fail({ kind: 'status', status: 401, path: /wh_supportcases$/, times: 1 });
  expect((await read()).items).toHaveLength(1);
  expect(desk.sandbox.requests.map(({ path }) => path.split('/').at(-1))).toEqual([
    'wh_supportcases',
    'token',
    'wh_supportcases',
  ]);
});

test.each([{ clientSecret: 'not-the-secret' }, { scope: 'https://elsewhere.example/.default' }])(
  'the token endpoint refuses %j',
  async (settings) => {
    desk = await openDesk(held, settings);
    await expect(read()).rejects.toMatchObject({ name: 'UpstreamError', reason: 'REFUSED' });
    expect(desk.queries()).toEqual([]);
  },
);

test('a failure is the same for every section of the request, and is asked for once', async () => {
  desk = await openDesk(held);
  desk.sandbox.fail({ kind: 'status', status: 500, path: /wh_supportcases$/ });
  const load = desk.load();
  const who = subject(contactId(1));
  const outcomes = await Promise.allSettled([load.support(who), load.employment(who), load.measures(who)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(desk.queries()).toHaveLength(1);
});

test('settings say what they lack', async () => {
  desk = await openDesk(held);
  const { settings } = desk.sandbox;
  expect(dataverseSettings.parse(settings)).toEqual(settings);
  expect(dataverseSettings.safeParse({ ...settings, scope: '' }).success).toBe(false);
  expect(dataverseSettings.safeParse({ ...settings, pageSize: 5_001 }).success).toBe(false);
  expect(dataverseSettings.safeParse({ ...settings, baseUrl: 'ftp://provider.example' }).success).toBe(false);
});
