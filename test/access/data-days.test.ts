/** Sets of days against a model that asks of each day by itself. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commonDays, daysWithout, everyDay, isEveryDay, joinedDays, noDay } from '../../src/access/data-days.js';
import type { DataDays } from '../../src/access/data-days.js';

/** Over the end of a February, and the ends of the calendar. */
const days = ['0001-01-01', '0001-01-02', ...Array.from({ length: 8 }, (_, index) => new Date(Date.UTC(2026, 1, 25 + index)).toISOString().slice(0, 10)), '9999-12-30', '9999-12-31']; // prettier-ignore
const holds = (set: DataDays, day: string): boolean =>
  set.some(({ start, end }) => start <= day && (end === undefined || day <= end));

const place = fc.nat({ max: days.length - 1 });
const aPeriod = fc.tuple(place, place, fc.boolean()).map(([one, other, isOpen]) => ({
  start: days[Math.min(one, other)]!,
  ...(!isOpen && { end: days[Math.max(one, other)]! }),
}));
/** What the hub's own operations make: disjoint and in order. */
const aSet: fc.Arbitrary<DataDays> = fc.oneof(
  fc.constant(everyDay),
  fc.constant(noDay),
  fc.array(aPeriod, { maxLength: 4 }).map((periods) => periods.reduce<DataDays>((all, period) => joinedDays(all, [period]), noDay)), // prettier-ignore
);
const isTidy = (set: DataDays): boolean =>
  set.every(({ start, end }, index) => (end === undefined || start <= end) && (index === 0 || (set[index - 1]?.end ?? '9999-12-31') < start)); // prettier-ignore

describe('of two sets of days', () => {
  const operations: readonly [string, (left: DataDays, right: DataDays) => DataDays, (inLeft: boolean, inRight: boolean) => boolean][] = [
    ['the days in both', commonDays, (inLeft, inRight) => inLeft && inRight],
    ['the days in either', joinedDays, (inLeft, inRight) => inLeft || inRight],
    ['the days of the one that are not in the other', daysWithout, (inLeft, inRight) => inLeft && !inRight],
  ]; // prettier-ignore
  test.each(operations)('%s are those days, whatever the sets', (_name, operation, isIn) => {
    fc.assert(
      fc.property(aSet, aSet, (left, right) => {
        const found = operation(left, right);
        for (const day of days) {
          expect([day, holds(found, day)]).toEqual([day, isIn(holds(left, day), holds(right, day))]);
        }
        expect(isTidy(found)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('periods that touch are one, so that a set that is every day says so', () => {
  expect(joinedDays([{ start: '2026-02-01', end: '2026-02-28' }], [{ start: '2026-03-01', end: '2026-03-31' }])).toEqual([{ start: '2026-02-01', end: '2026-03-31' }]); // prettier-ignore
  expect(joinedDays([{ start: '2026-02-01', end: '2026-02-27' }], [{ start: '2026-03-01' }])).toHaveLength(2);
  expect(isEveryDay(joinedDays([{ start: '0001-01-01', end: '2026-02-28' }], [{ start: '2026-03-01' }]))).toBe(true);
});

test.each<[DataDays, boolean]>([
  [everyDay, true],
  [[{ start: '0001-01-01' }], true],
  [noDay, false],
  [[{ start: '0001-01-02' }], false],
  [[{ start: '0001-01-01', end: '9999-12-31' }], false],
  [[{ start: '0001-01-01' }, { start: '2026-01-01' }], false],
])('%j is every day: %j', (set, expected) => {
  expect(isEveryDay(set)).toBe(expected);
});
