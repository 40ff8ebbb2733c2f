import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { parseProgrammes, ProgrammeFault, type ProgrammeFile } from '../../src/programme/load.js';

const folder = new URL('programmes/', packageRoot);
const shipped = (id: string): ProgrammeFile => {
  const name = readdirSync(folder).find((file) => file.startsWith(`${id}.`)) ?? '';
  return { name, text: readFileSync(new URL(name, folder), 'utf8') };
};
const healthTrainers = shipped('health-trainers');

/** Every fault as `line: message`; the line is looked up by the text that stands there. */
function faultsOf(...files: ProgrammeFile[]): readonly string[] {
  try {
    parseProgrammes(files);
    return [];
  } catch (error) {
    if (!(error instanceof ProgrammeFault)) throw error;
    return error.faults.map(({ line, message }) => `${line}: ${message}`);
  }
}
const changed = (file: ProgrammeFile, ...changes: readonly (readonly [string, string])[]): ProgrammeFile => ({
  name: file.name,
  text: changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the file has no ${from}`);
    return text.replace(from, to);
  }, file.text),
});
const lineOf = ({ text }: ProgrammeFile, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

test('the five shipped programmes load', () => {
  const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
  expect(
    parseProgrammes(files)
      .inForce('2024-10-01')
      .map(({ id }) => id),
  ).toEqual(
    [
      'health-trainers',
      'individual-placement-and-support',
      'scotland-health-and-work-support',
      'workwell',
      'working-links-health-wellbeing',
    ].sort(),
  );
});

describe('a fault names its file and its line', () => {
  const poorHealth = 'rule: health.inPoorHealth';
  test.each([
    [
      'a fact that there is none of',
      poorHealth,
      'rule: health.inBadHealth',
      'there is no fact inBadHealth: perhaps health.inPoorHealth or work.lostThroughHealth',
    ],
    [
      'a name that is nothing',
      poorHealth,
      'rule: wealth',
      'there is no fact wealth: docs/guides/programmes.md lists them all',
    ],
    [
      'a wrong type',
      poorHealth,
      'rule: health.inPoorHealth < 3',
      'health.inPoorHealth is yes or no: it stands alone, or with ! before it (no such overload: bool < int)',
    ],
    [
      'a rule that is no yes or no',
      poorHealth,
      'rule: person.age',
      'a rule answers yes or no, and this is of type int',
    ],
    ['one = too few', poorHealth, 'rule: home.area = "SEFTON"', 'a single = compares nothing: write =='],
    [
      'a day that is compared as a number',
      poorHealth,
      'rule: work.sinceLastJob < 6',
      'work.sinceLastJob is a day that has passed: compare its .wholeMonths or its .days with a whole number',
    ],
    [
      'a rule that YAML reads otherwise',
      poorHealth,
      'rule: !health.inPoorHealth',
      'is empty: a rule that begins with !',
    ],
    [
      'a list that is none',
      'sessionKinds: [INDIVIDUAL, GROUP]',
      'sessionKinds: INDIVIDUAL',
      'sessionKinds: must be a list: [ … ]',
    ],
    [
      'parts that are none',
      'brand: { name: Health Trainers }',
      'brand: Health Trainers',
      'brand: must be parts with a name each',
    ],
    ['a rule that is no rule', poorHealth, 'rule: health.inPoorHealth &&', 'Unexpected token: EOF'],
    [
      'a rule that is always yes',
      poorHealth,
      'rule: health.inPoorHealth || !health.inPoorHealth',
      'is yes for everybody',
    ],
    ['a rule that nobody meets', poorHealth, 'rule: person.age < 16 && person.age > 65', 'is no for everybody'],
    [
      'two facts compared',
      poorHealth,
      'rule: person.age < employer.headcount',
      'a rule compares one fact at a time with what stands in the rule (==, !=, <, <=, >, >=, in), joined by &&, || and !',
    ],
    [
      'arithmetic',
      poorHealth,
      'rule: person.age * 2 < 50',
      'a rule compares one fact at a time with what stands in the rule (==, !=, <, <=, >, >=, in), joined by &&, || and !',
    ],
    [
      'an area that the file has not',
      poorHealth,
      'rule: home.area == "SEFTN"',
      'home.area is never "SEFTN": it is one of SEFTON, BARROW, WORKINGTON, NONE',
    ],
    [
      'a word that the fact has not',
      poorHealth,
      'rule: work.attendance == "AWAY"',
      'work.attendance is never "AWAY": it is one of PRESENT, ABSENT',
    ],
    [
      'readiness',
      poorHealth,
      'rule: person.readiness == "READY"',
      'readiness is no fact, on purpose: nothing gates a person by how ready they seem',
    ],
    [
      'an area of a stream that is not there',
      'areas: [SEFTON, BARROW, WORKINGTON]',
      'areas: [SEFTON, WIRRAL]',
      'there is no area WIRRAL',
    ],
    [
      'a district in two areas',
      'postcodeDistricts: [CA14]',
      'postcodeDistricts: [CA14, L21]',
      'postcodeDistricts L21 is in an earlier area too',
    ],
    ['a code that stands twice', 'code: EXERCISE, name: Exercise', 'code: DIET, name: Exercise', 'DIET stands twice'],
    [
      'a rate of a point that is not kept',
      'snapshots: [FIRST_APPOINTMENT, DISCHARGE, MONTHS_3, MONTHS_6]',
      'rates: [{ code: A, name: A, since: 2008-07-01, says: A, inPaidWorkAt: [MONTHS_6] }]\nsnapshots: [DISCHARGE]',
      'needs work status at MONTHS_6, which is not among the snapshots',
    ],
    [
      'a rate that is defined twice from one day',
      'dischargeReasons:',
      'rates: [&rate { code: A, name: A, since: 2008-07-01, says: A, inPaidWorkAt: [DISCHARGE] }, *rate]\ndischargeReasons:',
      'A since 2008-07-01 stands twice',
    ],
    ['an unknown setting', 'summary: A health trainer for', 'sumary: A health trainer for', 'there is no sumary here'],
    [
      'a channel that is none',
      'type: OUTREACH',
      'type: CARRIER_PIGEON',
      'channels.2.type: must be one of GENERAL_PRACTICE, ',
    ],
    [
      'a duration of no unit',
      'plannedEnd: [{ after: { months: 12 } }]',
      'plannedEnd: [{ after: { fortnights: 12 } }]',
      'clocks.plannedEnd.0.after: must be one of hours, days, workingDays, weeks, months: { weeks: 20 }',
    ],
    [
      'dates out of order',
      'plannedEnd: 2009-06-30',
      'plannedEnd: 2007-06-30',
      'plannedEnd 2007-06-30 is before 2008-07-01',
    ],
    [
      'a file of another name',
      'id: health-trainers',
      'id: health-helpers',
      'this file must be named health-helpers.2008-07-01.yaml',
    ],
  ])('%s', (_, from, to, message) => {
    const file = changed(healthTrainers, [from, to]);
    const faults = faultsOf(file);
    expect(faults.find((fault) => fault.startsWith(`${lineOf(file, to)}: ${message}`)) ?? faults).toEqual(
      expect.stringContaining(message),
    );
  });

  test('inside a rule of several lines it is the line of the rule that is wrong', () => {
    const text = 'rule: |\n          health.inPoorHealth &&\n          health.isTall &&\n          person.age > 15';
    const file = changed(healthTrainers, [poorHealth, text]);
    expect(faultsOf(file)).toEqual([
      `${lineOf(file, 'health.isTall')}: there is no fact isTall: perhaps health.hasCondition or health.inPoorHealth or health.severeMentalIllness or health.learningDisability`,
    ]);
  });

  test('and no YAML at all', () => {
    const file = changed(healthTrainers, ['sessionKinds: [INDIVIDUAL, GROUP]', 'sessionKinds: [INDIVIDUAL, GROUP']);
    expect(faultsOf(file)[0]).toMatch(new RegExp(`^${lineOf(file, 'contactModes:')}: `));
  });
});

test('all faults of all files are told at once: of shape, of rules, and between files', () => {
  const trainers = changed(
    healthTrainers,
    ['summary: A health trainer', 'sumary: A health trainer'],
    ['rule: health.inPoorHealth', 'rule: health.inBadHealth'],
  );
  const placement = changed(
    shipped('individual-placement-and-support'),
    ['to: workwell', 'to: workbad'],
    ['rule: person.wantsToWork', 'rule: person.wants'],
  );
  expect(faultsOf(trainers, placement)).toEqual([
    `1: summary: is missing: text`.replace('1', String(lineOf(trainers, 'id: health'))),
    `${lineOf(trainers, 'sumary')}: there is no sumary here`,
    `${lineOf(trainers, 'health.inBadHealth')}: there is no fact inBadHealth: perhaps health.inPoorHealth or work.lostThroughHealth`,
    // The rule is written once and used in both streams.
    ...[1, 2].map(() =>
      expect.stringMatching(/there is no fact wants: perhaps person.wantsToWork or employer.wantsAdvice$/),
    ),
    `${lineOf(placement, 'workbad')}: no programme has the id workbad`,
  ]);
});

describe('zero exclusion (IPS-10)', () => {
  const placement = changed(shipped('individual-placement-and-support'), [
    'to: workwell',
    'to: individual-placement-and-support',
  ]);
  const gate = 'rule: person.age >= 18';

  test('a gate cannot ask how ready somebody is, because there is no such fact', () => {
    const file = changed(placement, [gate, 'rule: person.age >= 18 && person.jobReadiness > 3']);
    expect(faultsOf(file)).toEqual([
      `${lineOf(file, 'person.jobReadiness')}: jobReadiness is no fact, on purpose: nothing gates a person by how ready they seem`,
    ]);
  });
  test.each(['work.inPaidWork', 'health.inPoorHealth', 'health.hasCondition', 'work.struggling'])(
    'nor by %s',
    (fact) => {
      const file = changed(placement, [gate, `rule: person.age >= 18 && ${fact}`]);
      expect(faultsOf(file)).toEqual([
        expect.stringMatching(new RegExp(`^${lineOf(file, `&& ${fact}`)}: reads ${fact}`)),
      ]);
    },
  );
});

test('a programme that benefits never gate cannot read a benefit (WW-08)', () => {
  const file = changed(shipped('workwell'), [
    'rule: person.age >= 16',
    'rule: person.age >= 16 || benefits.universalCredit',
  ]);
  expect(faultsOf(file)).toEqual([
    `${lineOf(file, '|| benefits')}: reads benefits.universalCredit, and neverGatedBy says that BENEFITS gates nobody here`,
  ]);
});

test('the programme that the guide writes from nothing loads as it stands there', () => {
  const guide = readFileSync(new URL('docs/guides/programmes.md', packageRoot), 'utf8');
  const [, text = ''] = /```yaml\n(id: back-to-work\n[^]*?)```/.exec(guide) ?? [];
  const programmes = parseProgrammes([{ name: 'back-to-work.2026-01-01.yaml', text }]);
  expect(programmes.versions('back-to-work')[0]?.streams).toHaveLength(1);
});

test('two files cannot be the same version', () => {
  expect(faultsOf(healthTrainers, healthTrainers)).toEqual([
    `${lineOf(healthTrainers, 'effectiveFrom')}: another file is health-trainers from 2008-07-01 too`,
  ]);
});

test('the version that holds on a day is the newest that has begun', () => {
  const later = changed({ ...healthTrainers, name: 'health-trainers.2009-01-01.yaml' }, [
    'effectiveFrom: 2008-07-01',
    'effectiveFrom: 2009-01-01',
  ]);
  const programmes = parseProgrammes([later, healthTrainers]);
  const on = (day: string): string | undefined => programmes.current('health-trainers', day)?.effectiveFrom;
  expect([on('2008-06-30'), on('2008-07-01'), on('2008-12-31'), on('2009-01-01')]).toEqual([
    undefined,
    '2008-07-01',
    '2008-07-01',
    '2009-01-01',
  ]);
});
