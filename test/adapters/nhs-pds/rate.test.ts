import { afterEach, describe, expect, test } from '@jest/globals';
import { errorFrom } from '../transport/harness.js';
import { amina, startBench, subjectOf, type Bench } from './harness.js';

let bench: Bench;
afterEach(() => bench.close());

const apiRequests = (): Bench['sandbox']['requests'] =>
  bench.sandbox.requests.filter(({ path }) => path.startsWith('/personal-demographics/'));

describe('the rate of PDS', () => {
  test.each(['pds', 'e-rs', 'gateway'] as const)('ends a call as RATE_LIMITED, in the shape of %s', async (shape) => {
    bench = await startBench();
    bench.sandbox.limit(shape);
    const error = await errorFrom(bench.loaders().trace(subjectOf(amina.nhsNumber)));
    expect(error).toMatchObject({ reason: 'RATE_LIMITED', status: 429, code: 'TOO_MANY_REQUESTS' });
    if (shape === 'gateway') expect(error.retryAfterSeconds).toBeGreaterThan(55);
    else expect(error.retryAfterSeconds).toBeUndefined();
  });

  test('that says when it ends is not tried again before', async () => {
    bench = await startBench();
    bench.sandbox.limit('gateway');
    await errorFrom(bench.loaders().trace(subjectOf(amina.nhsNumber)));
    expect(apiRequests()).toHaveLength(1);
  });

  test('that passes is not noticed', async () => {
    bench = await startBench();
    bench.sandbox.limit('pds', 1);
    expect((await bench.loaders().trace(subjectOf(amina.nhsNumber))).items).toHaveLength(1);
  });

  test('is kept by the adapter itself, so that the sandbox never has to refuse', async () => {
    bench = await startBench({ ratePerSecond: 5 }, { ratePerSecond: 5, deadlineMs: 10_000 });
    const start = Date.now();
    await Promise.all(Array.from({ length: 8 }, () => bench.loaders().trace(subjectOf(amina.nhsNumber))));
    expect(Date.now() - start).toBeGreaterThan(1_100);
    expect(bench.events.every(({ outcome }) => outcome === '200')).toBe(true);
  });

  test('is refused beyond by the sandbox', async () => {
    bench = await startBench({ ratePerSecond: 1 });
    const calls = Array.from({ length: 10 }, () => bench.loaders().trace(subjectOf(amina.nhsNumber)));
    const settled = await Promise.allSettled(calls);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });
});

describe('the loaders', () => {
  test('end with the deadline', async () => {
    bench = await startBench({}, { deadlineMs: 200 });
    await bench.loaders().trace(subjectOf(amina.nhsNumber));
    bench.sandbox.fail({ kind: 'slow', delayMs: 2_000, path: /Patient/ });
    expect((await errorFrom(bench.loaders().trace(subjectOf(amina.nhsNumber)))).reason).toBe('TIMEOUT');
  });
});
