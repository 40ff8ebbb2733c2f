import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays, isWeekend, nations, type Nation } from '../../src/programme/bank-holidays.js';
import type { Duration } from '../../src/programme/definition.js';
import { dueAfter, ukDay } from '../../src/programme/due.js';

/** As https://www.gov.uk/bank-holidays lists them. */
const listed: readonly (readonly [Nation, number, readonly string[]])[] = [
  ['ENGLAND', 2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
  ['WALES', 2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
  ['ENGLAND', 2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
  ['ENGLAND', 2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
  ['SCOTLAND', 2018, ['01-01', '01-02', '03-30', '05-07', '05-28', '08-06', '11-30', '12-25', '12-26']],
  ['SCOTLAND', 2022, ['01-03', '01-04', '04-15', '05-02', '06-02', '06-03', '08-01', '09-19', '11-30', '12-26', '12-27']],
  ['SCOTLAND', 2027, ['01-01', '01-04', '03-26', '05-03', '05-31', '08-02', '11-30', '12-27', '12-28']],
  ['NORTHERN_IRELAND', 2025, ['01-01', '03-17', '04-18', '04-21', '05-05', '05-26', '07-14', '08-25', '12-25', '12-26']],
]; // prettier-ignore

test.each(listed)('the bank holidays of %s in %i are those that are published', (nation, year, days) => {
  expect([...bankHolidays(year, nation)].sort()).toEqual(days.map((day) => `${year}-${day}`));
});

test.each<[string, string, Duration, Nation, string]>([
  ['hours to the minute', '2026-12-31T16:20:00.000Z', { hours: 48 }, 'SCOTLAND', '2027-01-02T16:20:00.000Z'],
  ['New Year in England', '2026-12-31T16:20:00.000Z', { workingDays: 2 }, 'ENGLAND', '2027-01-06T00:00:00.000Z'],
  ['and the day after it in Scotland', '2026-12-31T16:20:00.000Z', { workingDays: 2 }, 'SCOTLAND', '2027-01-07T00:00:00.000Z'],
  ['Easter Monday in Wales', '2026-04-02T09:00:00.000Z', { workingDays: 1 }, 'WALES', '2026-04-07T23:00:00.000Z'],
  ['which Scotland works', '2026-04-02T09:00:00.000Z', { workingDays: 1 }, 'SCOTLAND', '2026-04-06T23:00:00.000Z'],
  ['half past midnight in summer is the new day', '2026-06-30T23:30:00.000Z', { workingDays: 1 }, 'ENGLAND', '2026-07-02T23:00:00.000Z'],
  ['over the change of the clocks', '2026-10-20T09:00:00.000Z', { weeks: 4 }, 'ENGLAND', '2026-11-18T00:00:00.000Z'],
  ['a month to its last day', '2026-01-31T09:00:00.000Z', { months: 1 }, 'ENGLAND', '2026-03-01T00:00:00.000Z'],
])('%s', (_name, from, duration, nation, due) => {
  expect(dueAfter(from, duration, nation)).toBe(due);
}); // prettier-ignore

test('working days end on a working day, and there are as many as were allowed', () => {
  const instants = fc.date({ min: new Date('2010-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 30 }), fc.constantFrom(...nations), (from, days, nation) => {
      const isWorking = (day: string): boolean =>
        !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4)), nation).has(day);
      const due = dueAfter(from.toISOString(), { workingDays: days }, nation);
      const last = ukDay(new Date(Date.parse(due) - 1).toISOString());
      expect(isWorking(last)).toBe(true);
      let count = 0;
      for (let at = from.getTime() + 86_400_000; ukDay(new Date(at).toISOString()) <= last; at += 86_400_000) {
        if (isWorking(ukDay(new Date(at).toISOString()))) count += 1;
      }
      expect(count).toBe(days);
    }),
  );
});
