import { afterEach, describe, expect, test } from '@jest/globals';
import { errorFrom, startBench, type Bench } from './harness.js';

let bench: Bench;
afterEach(() => bench.close());

describe('a call that failed in passing', () => {
  test.each([429, 502, 503, 504])('with %d is made again, with the same headers', async (status) => {
    bench = await startBench();
    bench.server.fail({ kind: 'status', status, times: 2 });
    expect((await bench.get({ headers: { 'x-request-id': 'same' } })).status).toBe(200);
    expect(bench.server.requests.map(({ headers }) => headers['x-request-id'])).toEqual(['same', 'same', 'same']);
    expect(bench.outcomes).toEqual([String(status), String(status), '200']);
  });

  test('by a reset is made again', async () => {
    bench = await startBench();
    bench.server.fail({ kind: 'reset', times: 1 });
    expect((await bench.get()).status).toBe(200);
    expect(bench.outcomes).toEqual(['UNREACHABLE', '200']);
  });

  test('is made three times at most', async () => {
    bench = await startBench();
    bench.server.fail({ kind: 'status', status: 503 });
    expect(await errorFrom(bench.get())).toMatchObject({ reason: 'SERVER_ERROR', status: 503 });
    expect(bench.server.requests).toHaveLength(3);
  });

  test('by POST is made again only where the adapter says that it may', async () => {
    bench = await startBench();
    bench.server.fail({ kind: 'status', status: 503 });
    await errorFrom(bench.get({ method: 'POST', body: '{}' }));
    expect(bench.server.requests).toHaveLength(1);
    await errorFrom(bench.get({ method: 'POST', body: '{}', idempotent: true }));
    expect(bench.server.requests).toHaveLength(4);
  });

  test('by GET is made once where the adapter says that it may not be repeated', async () => {
    bench = await startBench();
    bench.server.fail({ kind: 'status', status: 503 });
    await errorFrom(bench.get({ idempotent: false }));
    expect(bench.server.requests).toHaveLength(1);
  });

  test.each([400, 404, 408, 500, 501])('is not made again on %d', async (status) => {
    bench = await startBench();
    bench.server.fail({ kind: 'status', status });
    await errorFrom(bench.get());
    expect(bench.server.requests).toHaveLength(1);
  });

  test('is no longer made again when the budget is spent, so that retries do not multiply an outage', async () => {
    bench = await startBench({ breaker: { minimumCalls: 1_000 } });
    bench.server.fail({ kind: 'status', status: 503 });
    for (let call = 0; call < 20; call += 1) await errorFrom(bench.get());
    expect(bench.server.requests).toHaveLength(20 + 10);
  });
});

test('a call that opened the breaker ends with its own error, without another attempt', async () => {
  bench = await startBench({ breaker: { minimumCalls: 1 } });
  bench.server.fail({ kind: 'status', status: 503 });
  expect(await errorFrom(bench.get())).toMatchObject({ reason: 'SERVER_ERROR', status: 503 });
  expect(bench.server.requests).toHaveLength(1);
});

describe('Retry-After', () => {
  test('is waited for', async () => {
    bench = await startBench();
    bench.server.fail({ kind: 'status', status: 429, headers: { 'retry-after': '1' }, times: 1 });
    const start = Date.now();
    expect((await bench.get()).status).toBe(200);
    expect(Date.now() - start).toBeGreaterThanOrEqual(990);
  });

  test.each(['60', new Date(Date.now() + 60_000).toUTCString()])(
    'that is longer than the cap ends the call at once and is passed on: %s',
    async (header) => {
      bench = await startBench();
      bench.server.fail({ kind: 'status', status: 429, headers: { 'retry-after': header } });
      const error = await errorFrom(bench.get());
      expect(error).toMatchObject({ reason: 'RATE_LIMITED', status: 429 });
      expect(error.retryAfterSeconds).toBeGreaterThan(50);
      expect(error.retryAfterSeconds).toBeLessThanOrEqual(60);
      expect(bench.server.requests).toHaveLength(1);
    },
  );

  test('that is longer than the cap is not waited for, however much time there is', async () => {
    bench = await startBench({ deadlineMs: 60_000 });
    bench.server.fail({ kind: 'status', status: 429, headers: { 'retry-after': '3' } });
    expect(await errorFrom(bench.get())).toMatchObject({ reason: 'RATE_LIMITED', retryAfterSeconds: 3 });
    expect(bench.server.requests).toHaveLength(1);
  });

  test('that ends after the deadline ends the call at once, as what it is', async () => {
    bench = await startBench({ deadlineMs: 950 });
    bench.server.fail({ kind: 'status', status: 429, headers: { 'retry-after': '1' } });
    const start = Date.now();
    expect((await errorFrom(bench.get())).reason).toBe('RATE_LIMITED');
    expect(Date.now() - start).toBeLessThan(950);
  });
});
