import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Fault } from '../../../adapters/sandbox/server.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';
import { openDesk, type Desk } from './desk.js';
import { person, subjectOf, universalCredit } from './people.js';

const amina = person({ nino: 'ZZ123456C', familyName: 'Secretname', claims: [universalCredit()] });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([amina], { deadlineMs: 600 });
});
beforeEach(() => {
  desk.sandbox.forget();
  desk.sandbox.heal();
});
afterAll(() => desk.close());

const html = { headers: { 'content-type': 'text/html' }, body: '<html>Secretname at https://localhost</html>' };
const faults: [string, Fault, Partial<UpstreamError>][] = [
  ['a 502 with an HTML body', { kind: 'status', status: 502, ...html }, { reason: 'SERVER_ERROR', status: 502 }],
  ['a 200 with an HTML body', { kind: 'status', status: 200, ...html }, { reason: 'MALFORMED' }],
  ['a 404 with an HTML body', { kind: 'status', status: 404, ...html }, { reason: 'MALFORMED' }],
  ['a 400', { kind: 'status', status: 400, body: '{"errors":[{"detail":"Secretname"}]}' }, { reason: 'REFUSED' }],
  ['a reset connection', { kind: 'reset' }, { reason: 'UNREACHABLE' }],
  ['a cut body', { kind: 'malformed' }, { reason: 'MALFORMED' }],
  ['silence', { kind: 'slow', delayMs: 5_000 }, { reason: 'TIMEOUT' }],
  ['an empty object', { kind: 'status', status: 200, body: '{}' }, { reason: 'MALFORMED' }],
  ['data of another shape', { kind: 'status', status: 200, body: '{"data":[7]}' }, { reason: 'MALFORMED' }],
  [
    'a rate limit of an hour',
    { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
    { reason: 'RATE_LIMITED', retryAfterSeconds: 3_600 },
  ],
];

for (const operation of ['match', 'claims']) {
  test.each(faults)(
    `%s in answer to ${operation} is an UpstreamError that tells nothing`,
    async (name, fault, expected) => {
      desk.sandbox.fail({ ...fault, path: new RegExp(`${operation}$`) });
      const subject = subjectOf(amina, { clientId: `${operation} ${name}` as never });
      const error: unknown = await desk
        .load()
        .claims(subject)
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UpstreamError);
      expect(error).toMatchObject({ source: 'dwp-citizen', ...expected });
      const { message, cause } = error as Error;
      const told = inspect([Object.entries(error as Error), message, cause]);
      expect(told).not.toMatch(/secretname|localhost|http|html|1990-01-01|3456|[0-9a-f]{8}-[0-9a-f]{4}/i);
    },
  );
}

test('a failure is the same for every section of the request, and is asked for once', async () => {
  desk.sandbox.fail({ kind: 'status', status: 500, path: /match$/ });
  const load = desk.load();
  const subject = subjectOf(amina, { clientId: 'once' as never });
  const outcomes = await Promise.allSettled([load.claims(subject), load.workStatus(subject)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(desk.asked()).toEqual(['match']);
});

test('the deadline is one for match and claims together', async () => {
  desk.sandbox.fail({ kind: 'slow', delayMs: 400, path: /(match|claims)$/ });
  // Either alone is within it: with a deadline each, both would be answered.
  const read = desk.load().claims(subjectOf(amina, { clientId: 'slow' as never }));
  await expect(read).rejects.toMatchObject({ reason: 'TIMEOUT' });
});

test('a caller who leaves is not waited for', async () => {
  const caller = new AbortController();
  desk.sandbox.fail({ kind: 'slow', delayMs: 5_000, path: /match$/ });
  const read = desk.load({ signal: caller.signal }).claims(subjectOf(amina, { clientId: 'left' as never }));
  caller.abort();
  await expect(read).rejects.toMatchObject({ reason: 'CANCELLED' });
});

test('wrong credentials are a refusal', async () => {
  const stranger = await openDesk([amina], { clientSecret: 'not-the-secret' });
  await expect(stranger.load().claims(subjectOf(amina))).rejects.toMatchObject({ reason: 'REFUSED', status: 401 });
  await stranger.close();
});

test('metrics hear of every exchange, and of nothing else', async () => {
  const heard = await openDesk([amina]);
  await heard.load().claims(subjectOf(amina));
  const outcomes = heard.events.map(({ upstream, outcome, ...rest }) => [upstream, outcome, Object.keys(rest)]);
  expect(outcomes).toEqual([1, 2, 3].map(() => ['dwp-citizen', '200', ['durationMs']]));
  await heard.close();
});
