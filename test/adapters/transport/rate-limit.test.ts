import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Deadline } from '../../../adapters/transport/deadline.js';
import { RateLimit } from '../../../adapters/transport/rate-limit.js';
import { aCall } from './harness.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const deadline = (ms = 60_000, signal?: AbortSignal): Deadline =>
  new Deadline(aCall(signal && { signal }), ms, Date.now);

/** Takes now or waits, as the transport does. */
const take = (limit: RateLimit, until: Deadline): ReturnType<RateLimit['take']> =>
  limit.tryTake() ? Promise.resolve('taken') : limit.take(until);

describe('the rate limit', () => {
  test('serves its burst at once and then as many a second as it allows, in order', async () => {
    const limit = new RateLimit({ perSecond: 5, burst: 2 }, Date.now);
    const servedAt: string[] = [];
    const start = Date.now();
    for (const name of ['a', 'b', 'c', 'd']) {
      void take(limit, deadline()).then(() => servedAt.push(`${name} ${Date.now() - start}`));
    }
    await jest.advanceTimersByTimeAsync(1_000);
    expect(servedAt).toEqual(['a 0', 'b 0', 'c 200', 'd 400']);
  });

  test('never lets more through in any second than the rate and the burst', async () => {
    const limit = new RateLimit({ perSecond: 5, burst: 1 }, Date.now);
    const served: number[] = [];
    for (let call = 0; call < 30; call += 1) void take(limit, deadline()).then(() => served.push(Date.now()));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(served).toHaveLength(30);
    for (const at of served)
      expect(served.filter((other) => other >= at && other < at + 1_000).length).toBeLessThanOrEqual(6);
  });

  test('refuses at once who cannot be served before their deadline, with the time that it would have taken', async () => {
    const limit = new RateLimit({ perSecond: 1, burst: 1 }, Date.now);
    limit.tryTake();
    const waiting = [limit.take(deadline()), limit.take(deadline())];
    await expect(limit.take(deadline(2_500))).resolves.toEqual({ tooLateBySeconds: 3 });
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(Promise.all(waiting)).resolves.toEqual(['taken', 'taken']);
  });

  test('gives the turn of a caller who left to the next', async () => {
    const limit = new RateLimit({ perSecond: 1, burst: 1 }, Date.now);
    limit.tryTake();
    const leaver = new AbortController();
    const left = limit.take(deadline(60_000, leaver.signal));
    const next = limit.take(deadline());
    leaver.abort();
    await expect(left).resolves.toBe('CANCELLED');
    await jest.advanceTimersByTimeAsync(1_000);
    await expect(Promise.race([next, Promise.resolve('still waiting')])).resolves.toBe('taken');
  });

  test('lets nobody overtake those who wait', async () => {
    const limit = new RateLimit({ perSecond: 1, burst: 1 }, Date.now);
    limit.tryTake();
    const first = limit.take(deadline());
    jest.setSystemTime(Date.now() + 1_000);
    expect(limit.tryTake()).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    await expect(first).resolves.toBe('taken');
  });
});
