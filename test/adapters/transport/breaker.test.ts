import { beforeEach, describe, expect, test } from '@jest/globals';
import { CircuitBreaker, type AttemptResult } from '../../../adapters/transport/breaker.js';

let now = 0;
let breaker: CircuitBreaker;

beforeEach(() => {
  now = 1_000_000;
  breaker = new CircuitBreaker({
    minimumCalls: 4,
    failureRatio: 0.5,
    windowMs: 10_000,
    sleepMs: 5_000,
    now: () => now,
  });
});

const attempt = (result: AttemptResult): void => breaker.leave(breaker.enter()!, result);
const fail = (times: number): void => {
  for (let time = 0; time < times; time += 1) attempt('failure');
};

describe('the circuit breaker', () => {
  test('stays closed below its minimum of calls, however many of them failed', () => {
    fail(3);
    expect(breaker.refuses).toBe(false);
  });

  test('opens when the share of failures is reached at the minimum of calls', () => {
    attempt('success');
    attempt('success');
    fail(1);
    expect(breaker.refuses).toBe(false);
    fail(1);
    expect(breaker.refuses).toBe(true);
    expect(breaker.enter()).toBeUndefined();
  });

  test('does not count a caller who left', () => {
    fail(3);
    for (let time = 0; time < 10; time += 1) attempt('neutral');
    expect(breaker.refuses).toBe(false);
    fail(1);
    expect(breaker.refuses).toBe(true);
  });

  test('forgets failures that are older than its window', () => {
    fail(3);
    now += 11_000;
    fail(1);
    expect(breaker.refuses).toBe(false);
  });

  test('counts failures across its window, not only in its newest part', () => {
    fail(2);
    now += 6_000;
    fail(2);
    expect(breaker.refuses).toBe(true);
  });

  test('lets exactly one probe through after its sleep', () => {
    fail(4);
    now += 4_999;
    expect(breaker.enter()).toBeUndefined();
    now += 1;
    expect(breaker.enter()).toBe('probe');
    expect(breaker.enter()).toBeUndefined();
  });

  test('closes on a probe that succeeds and starts counting afresh', () => {
    fail(4);
    now += 5_000;
    attempt('success');
    fail(3);
    expect(breaker.refuses).toBe(false);
  });

  test('sleeps again on a probe that fails', () => {
    fail(4);
    now += 5_000;
    attempt('failure');
    now += 4_999;
    expect(breaker.refuses).toBe(true);
    now += 1;
    expect(breaker.refuses).toBe(false);
  });

  test('probes again at once when the caller of a probe left', () => {
    fail(4);
    now += 5_000;
    attempt('neutral');
    expect(breaker.enter()).toBe('probe');
  });

  test('is not closed by a call that had begun before it opened', () => {
    const old = breaker.enter()!;
    fail(4);
    breaker.leave(old, 'success');
    expect(breaker.refuses).toBe(true);
  });

  test('does not sleep longer for a call that had begun before it opened', () => {
    const old = breaker.enter()!;
    fail(4);
    now += 3_000;
    breaker.leave(old, 'failure');
    now += 2_000;
    expect(breaker.enter()).toBe('probe');
  });
});
