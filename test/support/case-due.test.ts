import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packageRoot } from '../../src/package-root.js';
import { addDays } from '../../src/programme/calendar.js';
import { parseProgrammes } from '../../src/programme/load.js';
import { never } from '../../src/support/case-clock.js';
import { clocksOf, nextLookOn, type Watched } from '../../src/support/case-due.js';

const name = 'scotland-health-and-work-support.2018-06-01.yaml';
const text = readFileSync(new URL(`programmes/${name}`, packageRoot), 'utf8');
const scotland = parseProgrammes([{ name, text }]).versions('scotland-health-and-work-support')[0]!;
// 20 weeks, warned 4 weeks and 1 week before the end; twice 4 weeks more; seen at least every 4 weeks; everybody out by 31 August 2020.
const open: Watched = {
  status: 'OPEN',
  openedAt: '2019-03-04T09:00:00.000Z',
  plannedEndOn: '2019-07-22',
  extended: 0,
  lastContactOn: '2019-03-04',
};

describe('the clocks of a case', () => {
  test.each<[string, Partial<Watched>, readonly string[]]>([
    [
      'begin',
      {},
      ['ENDING_SOON 2019-06-24', 'EXTENSION_DUE 2019-07-15', 'PAST_END 2019-07-23', 'NO_CONTACT 2019-04-01'],
    ],
    ['count contact from the last session', { lastContactOn: '2019-06-30' }, ['NO_CONTACT 2019-07-28']],
    ['ask for no extension where none is left', { extended: 2 }, ['ENDING_SOON 2019-07-15']],
    [
      'ask for no extension beyond the programme’s own last day',
      { plannedEndOn: '2020-09-14' },
      ['ENDING_SOON 2020-08-24', 'PAST_END 2020-09-01'],
    ],
    ['have no end where there is none, but for the programme’s', { plannedEndOn: never }, ['PAST_END 2020-09-01']],
    ['are none once it is closed', { status: 'DISCHARGED' }, []],
  ])('%s', (_name, change, expected) => {
    const clocks = clocksOf({ ...open, ...change }, scotland).map(({ clock, on }) => `${clock} ${on}`);
    if (change.status === 'DISCHARGED') expect(clocks).toEqual([]);
    expect(clocks).toEqual(expect.arrayContaining([...expected]));
    if (expected.some((each) => each.startsWith('ENDING_SOON'))) {
      if (change.extended === 2 || change.plannedEndOn !== undefined)
        expect(clocks.join()).not.toContain('EXTENSION_DUE');
    }
  });

  test('an employer’s case has no clock of contact', () => {
    const { lastContactOn: _none, ...employer } = open;
    expect(clocksOf(employer, scotland).map(({ clock }) => clock)).not.toContain('NO_CONTACT');
  });

  test('somebody looks again on the day on which the next runs out, never today, and every day while the person stays away', () => {
    const clocks = clocksOf(open, scotland);
    expect(nextLookOn(clocks, '2019-03-04')).toBe('2019-04-01');
    expect(nextLookOn(clocks, '2019-04-01')).toBe('2019-04-02');
    expect(nextLookOn(clocks, '2019-03-31')).toBe('2019-04-01');
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), (from, sessionOn) => {
        const watched = { ...open, lastContactOn: addDays('2019-03-04', sessionOn) };
        const today = addDays('2019-03-04', from);
        const next = nextLookOn(clocksOf(watched, scotland), today);
        expect(next > today).toBe(true);
        // No clock runs out unseen between two looks.
        const between = clocksOf(watched, scotland).filter(({ on }) => on > today && on < next);
        expect(between).toEqual([]);
      }),
    );
  });
});
