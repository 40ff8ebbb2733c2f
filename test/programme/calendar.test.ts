import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, wholeMonthsBetween } from '../../src/programme/calendar.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));

describe('whole calendar months', () => {
  test.each([
    ['2018-08-15', '2019-02-14', 5, 'one day short of six months'],
    ['2018-08-15', '2019-02-15', 6, 'six months to the day'],
    ['2018-08-31', '2019-02-27', 5, 'one day before the last of February'],
    ['2018-08-31', '2019-02-28', 6, 'the last of February stands for the 31st'],
    ['2019-08-31', '2020-02-28', 5, 'in a leap year the 28th is not the last'],
    ['2019-08-31', '2020-02-29', 6, 'and the 29th is'],
    ['2018-12-31', '2019-06-30', 6, 'the 30th stands for the 31st'],
    ['2018-02-28', '2018-08-28', 6, 'from a short month to the same number, not to the end'],
    ['2019-01-01', '2019-01-01', 0, 'no time at all'],
    ['2019-05-01', '2019-01-01', 0, 'a day to come'],
  ])('%s to %s is %i: %s', (from, to, months) => {
    expect(wholeMonthsBetween(from, to)).toBe(months);
  });

  test('n months from a day are n whole months, and the day before they are not', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, months) => {
        const end = addMonths(from, months);
        expect(wholeMonthsBetween(from, end)).toBe(months);
        expect(wholeMonthsBetween(from, addDays(end, -1))).toBe(months - 1);
      }),
    );
  });
});

test('days are counted across the change of the clocks', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 2_000 }),
      (from, days) => daysBetween(from, addDays(from, days)) === days,
    ),
  );
});
