import { describe, expect, test } from '@jest/globals';
import type { ProgrammeVersion } from '../../src/programme/programme.js';
import { momentumOf } from '../../src/support/momentum.js';
import type { SessionState } from '../../src/support/session-document.js';

const twoWeeks = { definition: { clocks: { contact: { weeks: 2 } } } } as unknown as Pick<
  ProgrammeVersion,
  'definition'
>;
const noLimit = { definition: { clocks: {} } } as unknown as Pick<ProgrammeVersion, 'definition'>;
const open = { status: 'OPEN', openedAt: '2016-05-04T09:00:00Z' } as const;
const weekly = (...states: readonly SessionState[]) =>
  states.map((state, week) => ({ state, startsAt: new Date(Date.UTC(2016, 4, 11 + 7 * week, 13)).toISOString() }));

describe('momentum', () => {
  test('is kept by coming every week', () => {
    expect(momentumOf(open, weekly('ATTENDED', 'ATTENDED', 'ATTENDED'), twoWeeks, '2016-05-27')).toEqual({
      attended: 3,
      missed: 0,
      missedInARow: 0,
      lastAttendedOn: '2016-05-25',
      longestGapDays: 7,
      daysSinceLast: 2,
      isFaltering: false,
    });
  });

  test('falters after the gap that the programme lets be, to the day, and not where it sets none', () => {
    const held = weekly('ATTENDED', 'NOT_ATTENDED', 'NOT_ATTENDED');
    expect(momentumOf(open, held, twoWeeks, '2016-05-24')).toMatchObject({ isFaltering: false, daysSinceLast: 13 });
    expect(momentumOf(open, held, twoWeeks, '2016-05-25')).toMatchObject({
      isFaltering: true,
      daysSinceLast: 14,
      missed: 2,
      missedInARow: 2,
      longestGapDays: 14,
    });
    expect(momentumOf(open, held, noLimit, '2016-12-01').isFaltering).toBe(false);
  });

  test('counts missed sessions anew once the person comes again, and cancelled ones not at all', () => {
    const held = weekly('NOT_ATTENDED', 'ATTENDED', 'CANCELLED', 'NOT_ATTENDED').toReversed();
    expect(momentumOf(open, held, twoWeeks, '2016-06-02')).toMatchObject({ missed: 2, missedInARow: 1, attended: 1 });
  });

  test('of a closed case ends with it', () => {
    const closed = { ...open, status: 'DISCHARGED', discharge: { on: '2016-05-31', reason: 'COMPLETED' } } as const;
    expect(momentumOf(closed, weekly('ATTENDED'), twoWeeks, '2020-01-01')).toMatchObject({
      daysSinceLast: 20,
      isFaltering: false,
    });
  });
});
