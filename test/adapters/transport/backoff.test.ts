import { describe, expect, test } from '@jest/globals';
import { backoffMs, retryAfterSeconds } from '../../../adapters/transport/backoff.js';
import { RetryBudget } from '../../../adapters/transport/retry-budget.js';

const now = Date.parse('2026-03-01T12:00:00Z');

describe('Retry-After', () => {
  test.each([
    ['seconds', '7', 7],
    ['an HTTP date', 'Sun, 01 Mar 2026 12:00:30 GMT', 30],
    ['an HTTP date that is over', 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['a day, which is capped at an hour', '86400', 3600],
    ['nonsense', 'soon', undefined],
    ['a negative number', '-5x', undefined],
    ['nothing', '', undefined],
    ['no header', undefined, undefined],
  ])('is read from %s', (_name, header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});

describe('the back-off', () => {
  test('doubles its ceiling with each attempt and draws from all of it', () => {
    expect([1, 2, 3].map((attempt) => backoffMs(attempt, 50, () => 1, undefined))).toEqual([50, 100, 200]);
    expect(backoffMs(3, 50, () => 0, undefined)).toBe(0);
  });

  test('never undercuts what the source asked for, and spreads those who were asked the same', () => {
    expect(backoffMs(1, 50, () => 0, 2)).toBe(2_000);
    expect(backoffMs(1, 50, () => 0.5, 2)).toBe(2_025);
  });
});

describe('the retry budget', () => {
  const spendAll = (budget: RetryBudget): number => {
    let spent = 0;
    while (spent < 100 && budget.spend()) spent += 1;
    return spent;
  };

  test('starts with ten retries and earns one for ten successes', () => {
    const budget = new RetryBudget(0.1);
    expect(spendAll(budget)).toBe(10);
    for (let success = 0; success < 10; success += 1) budget.earn();
    expect(spendAll(budget)).toBe(1);
  });

  test('does not save up more than it started with', () => {
    const budget = new RetryBudget(0.1);
    for (let success = 0; success < 1_000; success += 1) budget.earn();
    expect(spendAll(budget)).toBe(10);
  });
});
