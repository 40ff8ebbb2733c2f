import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { MockAgent } from 'undici';
import { Deadline } from '../../../adapters/transport/deadline.js';
import { exchange, failed } from '../../../adapters/transport/exchange.js';
import type { UpstreamError } from '../../../adapters/upstream-error.js';
import { createUpstream } from '../../../adapters/transport/upstream.js';
import { aCall, errorFrom, startBench, type Bench } from './harness.js';

let bench: Bench;
afterEach(() => bench.close());

const secret = '9000000009';

describe('an answer', () => {
  test('is parsed JSON with its status and headers, asked below the base', async () => {
    bench = await startBench({}, () => ({ status: 200, headers: { etag: 'W/"2"' }, body: { ok: true } }));
    const answer = await bench.get({ query: new URLSearchParams({ a: 'b' }), headers: { 'x-request-id': 'r1' } });
    expect(answer).toMatchObject({ status: 200, body: { ok: true }, headers: { etag: 'W/"2"' } });
    expect(bench.server.requests).toMatchObject([
      { method: 'GET', path: '/base/thing', headers: { 'x-request-id': 'r1' } },
    ]);
    expect(bench.server.requests[0]?.query.toString()).toBe('a=b');
    expect(bench.outcomes).toEqual(['200']);
  });

  test('without a body is undefined', async () => {
    bench = await startBench({}, () => ({ status: 204 }));
    expect(await bench.get()).toMatchObject({ status: 204, body: undefined });
  });

  test('keeps characters that were split between two chunks', async () => {
    const text = 'é’😀'.repeat(60_000);
    bench = await startBench({}, () => ({ status: 200, body: { text } }));
    expect((await bench.get()).body).toEqual({ text });
  });

  test('with a status that the adapter reads itself is handed over', async () => {
    bench = await startBench({}, () => ({ status: 404, body: { resourceType: 'OperationOutcome' } }));
    expect(await bench.get({ accept: [404] })).toMatchObject({
      status: 404,
      body: { resourceType: 'OperationOutcome' },
    });
  });
});

describe('an unusable answer', () => {
  test.each([
    ['an HTML page with status 200', { headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' }],
    ['JSON that calls itself HTML', { headers: { 'content-type': 'text/html' }, body: '{}' }],
    ['HTML that calls itself JSON', { body: '<html></html>' }],
    ['JSON that is cut short', { body: '{"a": [1, 2' }],
    ['null', { body: 'null' }],
    ['a bare string', { body: '"text"' }],
  ])('is MALFORMED: %s', async (_name, reply) => {
    bench = await startBench({}, () => ({ status: 200, ...reply }));
    expect(await errorFrom(bench.get())).toMatchObject({ reason: 'MALFORMED', status: 200 });
    expect(bench.server.requests).toHaveLength(1);
  });

  test('is MALFORMED where an accepted status carries HTML', async () => {
    bench = await startBench({}, () => ({ status: 404, headers: { 'content-type': 'text/html' }, body: '<html>' }));
    expect(await errorFrom(bench.get({ accept: [404] }))).toMatchObject({ reason: 'MALFORMED', status: 404 });
  });

  test('is a redirect, which is not followed', async () => {
    bench = await startBench({}, () => ({ status: 302, headers: { location: '/base/other' } }));
    expect(await errorFrom(bench.get())).toMatchObject({ reason: 'MALFORMED', status: 302 });
    expect(bench.server.requests).toHaveLength(1);
  });

  test('is TOO_LARGE where it announces more than the limit, and asked for once', async () => {
    bench = await startBench({ maxBodyBytes: 100 }, () => ({ status: 200, body: { text: 'x'.repeat(200) } }));
    expect(await errorFrom(bench.get())).toMatchObject({ reason: 'TOO_LARGE' });
    expect(bench.server.requests).toHaveLength(1);
  });

  test('is TOO_LARGE where it grows past the limit without announcing it', async () => {
    bench = await startBench();
    const error = await errorFromServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    expect(error.reason).toBe('TOO_LARGE');
  });

  test('is TOO_LARGE as soon as it announces more than the limit, before any of it has come', async () => {
    bench = await startBench();
    const error = await errorFromServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000_000 });
      response.flushHeaders();
    });
    expect(error.reason).toBe('TOO_LARGE');
  });

  test('is UNREACHABLE where the connection ends within the body, after all attempts', async () => {
    bench = await startBench();
    bench.server.fail({ kind: 'truncated' });
    expect(await errorFrom(bench.get())).toMatchObject({ reason: 'UNREACHABLE' });
    expect(bench.server.requests).toHaveLength(3);
  });
});

describe('an error status', () => {
  test.each([
    [400, 'REFUSED'],
    [401, 'REFUSED'],
    [403, 'REFUSED'],
    [408, 'TIMEOUT'],
    [422, 'REFUSED'],
    [429, 'RATE_LIMITED'],
    [500, 'SERVER_ERROR'],
    [503, 'SERVER_ERROR'],
  ])('%d is %s', async (status, reason) => {
    bench = await startBench({ retry: { attempts: 1 } }, () => ({ status, body: { text: secret } }));
    expect(await errorFrom(bench.get())).toMatchObject({ source: 'bench', reason, status });
  });

  test('carries the code and the time that the adapter reads in its body, and nothing else of it', async () => {
    bench = await startBench({ readError: () => ({ code: 'INVALID_VALUE', retryAt: Date.now() + 90_000 }) }, () => ({
      status: 429,
      body: { diagnostics: secret },
    }));
    const error = await errorFrom(bench.get());
    expect(error).toMatchObject({ reason: 'RATE_LIMITED', code: 'INVALID_VALUE', retryAfterSeconds: 90 });
  });
});

describe('an UpstreamError', () => {
  test.each([
    ['an error status', { status: 400, body: { diagnostics: secret } }],
    ['a broken body', { status: 200, body: `{"id": "${secret}"` }],
    ['an HTML page', { status: 200, headers: { 'content-type': 'text/html' }, body: `<html>${secret}</html>` }],
  ])('holds no URL, no body, no header and no identifier: %s', async (_name, reply) => {
    bench = await startBench({}, () => reply);
    const error = await errorFrom(
      bench.get({
        path: `/Patient/${secret}`,
        query: new URLSearchParams({ identifier: secret }),
        headers: { authorization: `Bearer ${secret}` },
      }),
    );
    expectNothingOf(error, [secret, '127.0.0.1', 'Patient']);
  });

  test('holds none of it where nothing answers', async () => {
    bench = await startBench();
    await bench.server.close();
    const error = await errorFrom(bench.get({ path: `/Patient/${secret}` }));
    expect(error.reason).toBe('UNREACHABLE');
    expectNothingOf(error, [secret, '127.0.0.1', 'Patient', 'ECONNREFUSED']);
  });

  test('is what a header that HTTP cannot carry ends in', async () => {
    bench = await startBench();
    const error = await errorFrom(bench.get({ headers: { 'x-name': `${secret}\n` } }));
    expect(error.reason).toBe('REFUSED');
    expectNothingOf(error, [secret]);
  });

  test('is what a pool that throws ends in', async () => {
    bench = await startBench();
    const deadline = new Deadline(aCall(), 1_000, Date.now);
    const pool = new MockAgent();
    pool.dispatch = () => {
      throw new Error(secret);
    };
    expect(await exchange(pool, { method: 'GET', path: '/' }, 1, deadline)).toEqual(failed('REFUSED'));
    deadline.release();
    await pool.close();
  });

  test('is what a path that leaves the base ends in, before anything is sent', async () => {
    bench = await startBench();
    expect(await errorFrom(bench.get({ path: '/a/../../admin' }))).toMatchObject({
      reason: 'REFUSED',
      code: 'INVALID_PATH',
    });
    expect(bench.server.requests).toEqual([]);
  });

  test('is what a call after closing ends in', async () => {
    bench = await startBench();
    await bench.upstream.close();
    expect((await errorFrom(bench.get({ call: aCall() }))).reason).toBe('CANCELLED');
  });
});

/** Looks at everything that a logger could reach, except the stack of this repository's own files. */
function expectNothingOf(error: Error, secrets: readonly string[]): void {
  const members = Object.getOwnPropertyNames(error)
    .filter((name) => name !== 'stack')
    .map((name) => [name, (error as unknown as Record<string, unknown>)[name]]);
  const told = `${JSON.stringify(members)} ${error.stack?.split('\n')[0] ?? ''}`;
  expect(error.cause).toBeUndefined();
  for (const secret of secrets) expect(told).not.toContain(secret);
}

/** What becomes of a call, with at most 100,000 bytes of body, to a server that answers in a way of its own. */
async function errorFromServer(answer: (response: ServerResponse) => void): Promise<UpstreamError> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const upstream = createUpstream({
    name: 'own-way',
    baseUrl: `http://127.0.0.1:${port}`,
    deadlineMs: 5_000,
    maxBodyBytes: 100_000,
    now: Date.now,
  });
  try {
    return await errorFrom(upstream.request({ method: 'GET', path: '/', call: aCall() }));
  } finally {
    await upstream.close();
    server.closeAllConnections();
    server.close();
  }
}
