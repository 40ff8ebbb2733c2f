import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finalStates, moveAdjustment, type AdjustmentSide } from '../../src/employer/adjustment-machine.js';
import { publishedAsAt, publishedCount } from '../../src/report/published-count.js';
import { sizeBandOf } from '../../src/employer/size.js';
import { adjustmentEffects, adjustmentMoves, adjustmentStates, sizeBands } from '../../src/employer/words.js';

describe('the size of an employer', () => {
  test.each([
    [1, 'MICRO'],
    [9, 'MICRO'],
    [10, 'SMALL'],
    [49, 'SMALL'],
    [50, 'MEDIUM'],
    [249, 'MEDIUM'],
    [250, 'LARGE'],
    [251, 'LARGE'],
  ] as const)('of %i staff is %s', (headcount, band) => expect(sizeBandOf(headcount)).toBe(band));

  test('never falls as the headcount grows', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (one, more) => {
        expect(sizeBands.indexOf(sizeBandOf(one + more))).toBeGreaterThanOrEqual(sizeBands.indexOf(sizeBandOf(one)));
      }),
    );
  });
});

describe('a published count', () => {
  // reference/employment-support.md E1: 4 → *, 5 → 5, 7 → 5, 8 → 10, 12 → 10, 13 → 15; zero is hidden too.
  test.each([
    [0, undefined],
    [1, undefined],
    [4, undefined],
    [5, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15],
  ])('of %i is %s', (exact, told) => {
    expect(publishedCount(exact)).toEqual(
      told === undefined ? { kind: 'suppressed' } : { kind: 'rounded', count: told },
    );
  });

  test('is a multiple of five within two of the truth, or hidden', () => {
    fc.assert(
      fc.property(fc.nat(5_000), (exact) => {
        const told = publishedCount(exact);
        if (told.kind === 'suppressed') {
          expect(exact).toBeLessThan(5);
          return;
        }
        expect(told.count % 5).toBe(0);
        expect(Math.abs(told.count - exact)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('is as at the first of the month', () => {
    expect(publishedAsAt('2026-11-25')).toBe('2026-11-01');
    expect(publishedAsAt('2026-12-01')).toBe('2026-12-01');
  });
});

describe('an adjustment', () => {
  const to = (...[state, move, side, effect]: Parameters<typeof moveAdjustment>) => {
    const result = moveAdjustment(state, move, side, effect);
    return result.kind === 'moved' ? result.to : result.reason;
  };
  test.each<[...Parameters<typeof moveAdjustment>, string]>([
    ['PROPOSED', 'AGREE', 'EMPLOYER', undefined, 'AGREED'],
    ['PROPOSED', 'AGREE', 'PERSON', undefined, 'NOT_FOR_THIS_SIDE'],
    ['PROPOSED', 'PUT_IN_PLACE', 'EMPLOYER', undefined, 'NOT_IN_THIS_STATE'],
    ['AGREED', 'PUT_IN_PLACE', 'PERSON', undefined, 'IN_PLACE'],
    ['AGREED', 'DECLINE', 'EMPLOYER', undefined, 'DECLINED'],
    ['IN_PLACE', 'REVIEW', 'PERSON', 'HELPED', 'IN_PLACE'],
    ['IN_PLACE', 'REVIEW', 'EMPLOYER', 'HELPED', 'NOT_FOR_THIS_SIDE'],
    ['IN_PLACE', 'REVIEW', 'PERSON', undefined, 'INVALID_INPUT'],
    ['IN_PLACE', 'END', 'EMPLOYER', 'HELPED', 'INVALID_INPUT'],
    ['IN_PLACE', 'WITHDRAW', 'PERSON', undefined, 'NOT_IN_THIS_STATE'],
    ['ENDED', 'REVIEW', 'SERVICE', 'TOO_EARLY', 'ENDED'],
  ])('%s: %s by the %s with %s leads to %s', (state, move, side, effect, expected) => {
    expect(to(state, move, side, effect)).toBe(expected);
  });

  test('by any moves of anybody: is in place only after it was agreed, and what is final stays', () => {
    const step = fc.record({
      move: fc.constantFrom(...adjustmentMoves),
      side: fc.constantFrom<AdjustmentSide>('SERVICE', 'EMPLOYER', 'PERSON'),
      effect: fc.option(fc.constantFrom(...adjustmentEffects), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: (typeof adjustmentStates)[number] = 'PROPOSED';
        let agreed = false;
        for (const { move, side, effect } of steps) {
          const result = moveAdjustment(state, move, side, effect);
          if (result.kind === 'refused') continue;
          expect(finalStates).not.toContain(state);
          agreed ||= result.to === 'AGREED';
          if (result.to === 'IN_PLACE') expect(agreed).toBe(true);
          state = result.to;
        }
      }),
      { numRuns: 500 },
    );
  });
});
