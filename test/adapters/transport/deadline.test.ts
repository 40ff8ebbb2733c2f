import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Deadline } from '../../../adapters/transport/deadline.js';
import { aCall, errorFrom, startBench, type Bench } from './harness.js';

let bench: Bench;
afterEach(() => bench.close());

const timed = async (work: Promise<unknown>): Promise<number> => {
  const start = Date.now();
  await work.catch(() => undefined);
  return Date.now() - start;
};

describe('the deadline of a call', () => {
  test('is the upstream’s own', async () => {
    bench = await startBench({ deadlineMs: 100 });
    bench.server.fail({ kind: 'slow', delayMs: 2_000 });
    const call = bench.get();
    expect(await timed(call)).toBeLessThan(1_000);
    expect((await errorFrom(call)).reason).toBe('TIMEOUT');
    expect(bench.outcomes).toEqual(['TIMEOUT']);
  });

  test('is cut by what is left of the request’s own', async () => {
    bench = await startBench({ deadlineMs: 5_000 });
    bench.server.fail({ kind: 'slow', delayMs: 2_000 });
    const call = bench.get({ call: aCall({ deadline: Date.now() + 100 }) });
    expect(await timed(call)).toBeLessThan(1_000);
    expect((await errorFrom(call)).reason).toBe('TIMEOUT');
  });

  test('covers all attempts together', async () => {
    bench = await startBench({ deadlineMs: 300 });
    bench.server.fail({ kind: 'status', status: 503, times: 1 });
    bench.server.fail({ kind: 'slow', delayMs: 2_000 });
    expect(await timed(bench.get())).toBeLessThan(1_000);
  });

  test('sends nothing once it has passed', async () => {
    bench = await startBench();
    expect((await errorFrom(bench.get({ call: aCall({ deadline: Date.now() - 1 }) }))).reason).toBe('TIMEOUT');
    expect(bench.server.requests).toEqual([]);
    expect(bench.outcomes).toEqual([]);
  });

  test('ends a wait for a place', async () => {
    bench = await startBench({ concurrency: 1, deadlineMs: 5_000 });
    bench.server.fail({ kind: 'slow', delayMs: 600 });
    const first = bench.get();
    const second = bench.get({ call: aCall({ deadline: Date.now() + 100 }) });
    expect((await errorFrom(second)).reason).toBe('TIMEOUT');
    expect((await first).status).toBe(200);
    expect(bench.server.requests).toHaveLength(1);
  });

  test('ends a wait for a token', async () => {
    bench = await startBench({ deadlineMs: 100, authorise: () => new Promise(() => undefined) });
    expect((await errorFrom(bench.get())).reason).toBe('TIMEOUT');
    expect(bench.server.requests).toEqual([]);
  });
});

describe('a caller who leaves', () => {
  test('ends the call at once', async () => {
    bench = await startBench();
    bench.server.fail({ kind: 'slow', delayMs: 2_000 });
    const caller = new AbortController();
    const call = bench.get({ call: aCall({ signal: caller.signal }) });
    setTimeout(() => caller.abort(), 50);
    expect(await timed(call)).toBeLessThan(1_000);
    expect((await errorFrom(call)).reason).toBe('CANCELLED');
  });

  test('gives the socket up', async () => {
    const closed = jest.fn();
    const server = createServer(({ socket }) => socket.once('close', closed));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    bench = await startBench({ baseUrl: `http://127.0.0.1:${port}` });
    await errorFrom(bench.get({ call: aCall({ deadline: Date.now() + 100 }) }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const timesClosed = closed.mock.calls.length;
    server.closeAllConnections();
    server.close();
    expect(timesClosed).toBe(1);
  });

  test('is not sent any more where no socket was free yet', async () => {
    bench = await startBench({ connections: 1 });
    bench.server.fail({ kind: 'slow', delayMs: 300, times: 1 });
    const first = bench.get();
    expect((await errorFrom(bench.get({ call: aCall({ deadline: Date.now() + 100 }) }))).reason).toBe('TIMEOUT');
    await first;
    expect((await bench.get()).status).toBe(200);
    expect(bench.server.requests).toHaveLength(2);
  });

  test('is not asked for after having left', async () => {
    bench = await startBench();
    expect((await errorFrom(bench.get({ call: aCall({ signal: AbortSignal.abort() }) }))).reason).toBe('CANCELLED');
    expect(bench.server.requests).toEqual([]);
  });

  test('does not open the breaker', async () => {
    bench = await startBench({ breaker: { minimumCalls: 2 } });
    bench.server.fail({ kind: 'slow', delayMs: 300, times: 5 });
    for (let call = 0; call < 5; call += 1) {
      const caller = new AbortController();
      setTimeout(() => caller.abort(), 20);
      await errorFrom(bench.get({ call: aCall({ signal: caller.signal }) }));
    }
    expect((await bench.get()).status).toBe(200);
  });

  test('leaves no listener behind on a signal that many calls share', async () => {
    bench = await startBench();
    const { signal } = new AbortController();
    const add = jest.spyOn(signal, 'addEventListener');
    const remove = jest.spyOn(signal, 'removeEventListener');
    await Promise.all(Array.from({ length: 5 }, () => bench.get({ call: aCall({ signal }) })));
    // They share listeners, and the last one takes the listener away.
    expect(add).toHaveBeenCalled();
    expect(remove.mock.calls).toEqual(add.mock.calls);
  });
});

describe('an upstream that keeps failing', () => {
  test('is left alone, then asked once, then used again', async () => {
    let now = 0;
    bench = await startBench({ now: () => now, breaker: { minimumCalls: 3, sleepMs: 5_000 }, retry: { attempts: 1 } });
    bench.server.fail({ kind: 'status', status: 500, times: 3 });
    const call = aCall();
    for (let attempt = 0; attempt < 3; attempt += 1) await errorFrom(bench.get({ call }));
    expect((await errorFrom(bench.get({ call }))).reason).toBe('CIRCUIT_OPEN');
    expect(bench.server.requests).toHaveLength(3);
    now += 5_000;
    bench.server.fail({ kind: 'slow', delayMs: 100 });
    const probe = bench.get({ call });
    expect((await errorFrom(bench.get({ call }))).reason).toBe('CIRCUIT_OPEN');
    expect((await probe).status).toBe(200);
    expect((await bench.get({ call })).status).toBe(200);
    expect(bench.server.requests).toHaveLength(5);
  });

  test.each([
    ['times out', { kind: 'slow', delayMs: 1_000 } as const],
    ['resets', { kind: 'reset' } as const],
  ])('counts as failing when it %s', async (_name, fault) => {
    bench = await startBench({ deadlineMs: 50, breaker: { minimumCalls: 2 }, retry: { attempts: 1 } });
    bench.server.fail(fault);
    await errorFrom(bench.get());
    await errorFrom(bench.get());
    expect((await errorFrom(bench.get())).reason).toBe('CIRCUIT_OPEN');
  });

  test('is not blamed for calls that came with hardly any time left', async () => {
    bench = await startBench({ breaker: { minimumCalls: 2 } });
    bench.server.fail({ kind: 'slow', delayMs: 300, times: 3 });
    for (let call = 0; call < 3; call += 1) {
      await errorFrom(bench.get({ call: aCall({ deadline: Date.now() + 30 }) }));
    }
    expect((await bench.get()).status).toBe(200);
  });

  test('is not waited for in the queue of its rate', async () => {
    bench = await startBench({
      rate: { perSecond: 1, burst: 2 },
      breaker: { minimumCalls: 2 },
      retry: { attempts: 1 },
    });
    bench.server.fail({ kind: 'status', status: 500 });
    await errorFrom(bench.get());
    await errorFrom(bench.get());
    const refused = bench.get();
    expect(await timed(refused)).toBeLessThan(500);
    expect((await errorFrom(refused)).reason).toBe('CIRCUIT_OPEN');
  });

  test('is not blamed for refusing what was asked', async () => {
    bench = await startBench({ breaker: { minimumCalls: 2 } });
    bench.server.fail({ kind: 'status', status: 400, times: 10 });
    for (let call = 0; call < 10; call += 1) await errorFrom(bench.get());
    expect((await bench.get()).status).toBe(200);
  });
});

describe('the end of a wait', () => {
  test.each([
    ['CANCELLED', 'before the request’s own deadline', 99],
    ['TIMEOUT', 'at the request’s own deadline', 100],
  ])('is %s where the signal is aborted %s', async (ended, _when, abortedAt) => {
    bench = await startBench();
    let now = 0;
    const caller = new AbortController();
    const deadline = new Deadline({ signal: caller.signal, deadline: 100 }, 5_000, () => now);
    const stop = jest.fn();
    const wait = deadline.wait(() => stop);
    now = abortedAt;
    caller.abort();
    expect(await wait).toBe(ended);
    expect(stop).toHaveBeenCalledTimes(1);
    deadline.release();
  });
});

test('calls in flight never exceed the concurrency of the upstream', async () => {
  let flying = 0;
  let most = 0;
  bench = await startBench({ concurrency: 3 }, async () => {
    most = Math.max(most, (flying += 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    flying -= 1;
    return { status: 200, body: {} };
  });
  await Promise.all(Array.from({ length: 12 }, () => bench.get()));
  expect(most).toBe(3);
});

test('calls of a rate-limited upstream beyond their deadline fail as RATE_LIMITED without being sent', async () => {
  bench = await startBench({ rate: { perSecond: 1, burst: 2 }, deadlineMs: 500 });
  const calls = [bench.get(), bench.get(), errorFrom(bench.get())] as const;
  expect((await calls[0]).status).toBe(200);
  expect((await calls[1]).status).toBe(200);
  expect(await calls[2]).toMatchObject({ reason: 'RATE_LIMITED', retryAfterSeconds: 1 });
  expect(bench.server.requests).toHaveLength(2);
});
