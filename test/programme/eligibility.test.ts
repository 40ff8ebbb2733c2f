import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packageRoot } from '../../src/package-root.js';
import { checkProgramme, type StreamEligibility } from '../../src/programme/eligibility.js';
import { factNames, factOf, type FactName, type KnownFacts } from '../../src/programme/facts.js';
import { loadProgrammes } from '../../src/programme/load.js';

const programmes = loadProgrammes(fileURLToPath(new URL('programmes/', packageRoot)));

function check(id: string, known: KnownFacts, today: string): readonly StreamEligibility[] {
  const programme = programmes.current(id, today);
  if (!programme) throw new Error(`no ${id} on ${today}`);
  return checkProgramme(programme, known, today);
}
const outcomes = (found: readonly StreamEligibility[]): Readonly<Record<string, string>> =>
  Object.fromEntries(found.map(({ stream, outcome }) => [stream.definition.code, outcome]));

describe('Health and Work Support', () => {
  const on = '2019-02-28';
  const hws = (known: KnownFacts, today = on) => outcomes(check('scotland-health-and-work-support', known, today));
  const employed: KnownFacts = {
    'work.inPaidWork': true,
    'work.struggling': true,
    'health.hasCondition': true,
    'home.area': 'DD1',
  };
  const unemployed: KnownFacts = { 'work.inPaidWork': false, 'work.lostThroughHealth': true, 'home.area': 'KY1' };

  test.each([
    [249, 'ELIGIBLE', 'NOT_ELIGIBLE'],
    [250, 'NOT_ELIGIBLE', 'ELIGIBLE'],
    [251, 'NOT_ELIGIBLE', 'ELIGIBLE'],
  ])('with %i staff: small and medium %s, large %s', (headcount, small, large) => {
    for (const attendance of ['PRESENT', 'ABSENT']) {
      expect(hws({ ...employed, 'employer.headcount': headcount, 'work.attendance': attendance })).toMatchObject({
        WORKING_HEALTH_SERVICES: small,
        LARGE_EMPLOYER: large,
      });
    }
  });

  test.each([
    ['2018-09-01', '2019-02-28', 'ELIGIBLE'],
    ['2018-08-31', '2019-02-27', 'ELIGIBLE'],
    ['2018-08-31', '2019-02-28', 'NOT_ELIGIBLE'],
    ['2018-08-15', '2019-02-14', 'ELIGIBLE'],
    ['2018-08-15', '2019-02-15', 'NOT_ELIGIBLE'],
    ['2019-08-31', '2020-02-28', 'ELIGIBLE'],
    ['2019-08-31', '2020-02-29', 'NOT_ELIGIBLE'],
  ])('unemployed since %s, on %s: %s', (lastJobEnded, today, outcome) => {
    expect(hws({ ...unemployed, 'work.sinceLastJob': lastJobEnded }, today)).toMatchObject({
      EMPLOYABILITY_AND_HEALTH: outcome,
    });
  });

  test('the area counts by the home or the employer for people in work, and by the employer for employers', () => {
    const small = { ...employed, 'employer.headcount': 10 };
    expect(hws({ ...small, 'home.area': 'EH1', 'employer.area': 'KY2' })['WORKING_HEALTH_SERVICES']).toBe('ELIGIBLE');
    expect(hws({ ...small, 'home.area': 'EH1', 'employer.area': 'EH2' })['WORKING_HEALTH_SERVICES']).toBe(
      'NOT_ELIGIBLE',
    );
    expect(hws({ ...small, 'home.area': 'EH1' })['WORKING_HEALTH_SERVICES']).toBe('CANNOT_SAY_YET');
    expect(hws({ 'employer.wantsAdvice': true, 'employer.area': 'DD2' })['HEALTHY_WORKING_LIVES']).toBe('ELIGIBLE');
    expect(hws({ 'employer.wantsAdvice': true, 'employer.area': 'AB1' })['HEALTHY_WORKING_LIVES']).toBe('NOT_ELIGIBLE');
  });

  test('who is not eligible hears why, and of the light touch', () => {
    const [small] = check('scotland-health-and-work-support', { ...employed, 'employer.headcount': 250 }, on);
    expect(small?.reasons.filter(({ state }) => state === 'NOT_MET')).toEqual([
      {
        criterion: 'SMALL_OR_MEDIUM',
        state: 'NOT_MET',
        says: 'The employer has 250 employees or more, which another stream serves.',
      },
    ]);
    expect(small?.alternatives.map(({ kind }) => kind)).toEqual(['OTHER_STREAM', 'LIGHT_TOUCH']);
  });

  test.each([
    ['2020-03-31', 'ELIGIBLE'],
    ['2020-04-01', 'NOT_ELIGIBLE'],
  ])('enrolment on %s: %s', (today, outcome) => {
    const [small] = check('scotland-health-and-work-support', { ...employed, 'employer.headcount': 10 }, today);
    expect(small?.outcome).toBe(outcome);
    expect(small?.reasons.some(({ criterion }) => criterion === 'ENROLMENT')).toBe(outcome === 'NOT_ELIGIBLE');
  });
});

describe('WorkWell', () => {
  const today = '2025-01-15';
  const workwell = (known: KnownFacts) => outcomes(check('workwell', known, today));
  const person: KnownFacts = {
    'health.hasCondition': true,
    'work.inPaidWork': false,
    'person.age': 40,
    'person.mayWorkInUK': true,
  };

  test.each([
    ['home', { 'home.area': 'N15' }, 'NORTH_CENTRAL_LONDON'],
    ['GP', { 'home.area': 'E17', 'practice.area': 'Y90777' }, 'NORTH_CENTRAL_LONDON'],
    ['home', { 'home.area': 'OL9' }, 'GREATER_MANCHESTER'],
    ['GP', { 'home.area': 'LS1', 'practice.area': 'Y90001' }, 'GREATER_MANCHESTER'],
    [
      'jobcentre',
      { 'home.area': 'LS1', 'practice.area': 'Y99999', 'jobcentre.area': 'DWP-NORTHGATE' },
      'GREATER_MANCHESTER',
    ],
  ])('the area counts by %s: %j is in %s', (_, area, stream) => {
    expect(workwell({ ...person, ...area })[stream]).toBe('ELIGIBLE');
  });

  test('a jobcentre does not count in North Central London, nor a GP in Blackburn', () => {
    expect(
      workwell({ ...person, 'home.area': 'E17', 'practice.area': 'Y1', 'jobcentre.area': 'JCP-WOOD-GREEN' })[
        'NORTH_CENTRAL_LONDON'
      ],
    ).toBe('NOT_ELIGIBLE');
    expect(
      workwell({ ...person, 'work.sinceLastJob': today, 'home.area': 'PR1', 'practice.area': 'Y90555' })['BLACKBURN'],
    ).toBe('NOT_ELIGIBLE');
  });

  test.each([
    ['2024-10-23', 'ELIGIBLE'],
    ['2024-10-22', 'NOT_ELIGIBLE'],
  ])('Blackburn helps within twelve weeks: out of work since %s, %s', (lastJobEnded, outcome) => {
    expect(workwell({ ...person, 'home.area': 'BB2', 'work.sinceLastJob': lastJobEnded })['BLACKBURN']).toBe(outcome);
  });

  test.each([
    [15, 'NOT_ELIGIBLE'],
    [16, 'ELIGIBLE'],
  ])('Greater Manchester at %i: %s', (age, outcome) => {
    expect(workwell({ ...person, 'home.area': 'M1', 'person.age': age })['GREATER_MANCHESTER']).toBe(outcome);
  });

  test('nothing about benefits ever changes any answer', () => {
    const benefits = factNames.filter((name) => factOf(name).group === 'BENEFITS');
    expect(benefits).not.toHaveLength(0);
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...benefits), fc.boolean(), (known, benefit, value) => {
        const { [benefit]: _unused, ...without } = known;
        expect(check('workwell', { ...known, [benefit]: value }, today)).toEqual(check('workwell', without, today));
        expect(check('workwell', { ...known, [benefit]: !value }, today)).toEqual(check('workwell', without, today));
      }),
    );
  });
});

test('IPS is open to whoever wants to work, whatever their work, employer, benefits and health otherwise', () => {
  const cohort = factNames.filter((name) => factOf(name).zeroExclusion === true);
  fc.assert(
    fc.property(anyFacts, anyFacts, (known, other) => {
      const mixed = Object.fromEntries([
        ...Object.entries(other),
        ...cohort.map((name) => [name, known[name]] as const),
      ]);
      expect(outcomes(check('individual-placement-and-support', mixed, '2017-01-01'))).toEqual(
        outcomes(check('individual-placement-and-support', known, '2017-01-01')),
      );
    }),
  );
  expect(cohort.filter((name) => /ready|readiness|motivat/i.test(name))).toEqual([]);
});

test.each(['SEFTON', 'BARROW', 'WORKINGTON'])(
  'a health trainer in %s sees somebody who is both unemployed and in poor health',
  (site) => {
    const districts = { SEFTON: 'L21', BARROW: 'LA14', WORKINGTON: 'CA14' } as Record<string, string>;
    const trainer = (known: KnownFacts) =>
      outcomes(check('health-trainers', { 'home.area': districts[site] ?? '', ...known }, '2008-09-01'));
    expect(trainer({ 'work.inPaidWork': false, 'health.inPoorHealth': true })).toEqual({ HEALTH_TRAINER: 'ELIGIBLE' });
    expect(trainer({ 'work.inPaidWork': true, 'health.inPoorHealth': true })).toEqual({
      HEALTH_TRAINER: 'NOT_ELIGIBLE',
    });
    expect(trainer({ 'work.inPaidWork': false, 'health.inPoorHealth': false })).toEqual({
      HEALTH_TRAINER: 'NOT_ELIGIBLE',
    });
  },
);

const anyFacts = fc.record(Object.fromEntries(factNames.map((name) => [name, valueOf(name)])), {
  requiredKeys: [],
}) as fc.Arbitrary<KnownFacts>;

function valueOf(name: FactName): fc.Arbitrary<boolean | number | string> {
  switch (factOf(name).kind) {
    case 'truth':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...(factOf(name).choices ?? []));
    case 'number':
      return fc.nat(300);
    case 'area':
      return fc.constantFrom('N15', 'M1', 'BB1', 'E1', 'Y90777', 'Y91001', 'DWP-NORTHGATE', 'ZZ1');
    case 'since':
      return fc.nat(300).map((days) => new Date(Date.UTC(2025, 0, 15) - days * 86_400_000).toISOString().slice(0, 10));
  }
}
