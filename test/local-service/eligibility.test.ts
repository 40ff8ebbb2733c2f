import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createServiceCriteria } from '../../src/local-service/criteria.js';
import { checkService } from '../../src/local-service/eligibility.js';
import { localServiceSettings } from '../../src/local-service/settings.js';
import type { ServiceDetail } from '../../adapters/local-service.js';
import type { KnownFacts } from '../../src/programme/facts.js';

const city = 'https://directory.example.org/areas/city';
const unemployed = 'https://directory.example.org/circumstances#unemployed';
const settings = {
  areas: [{ uri: city, name: 'The city', postcodeDistricts: ['NR1', 'NR2'] }],
  terms: [{ uri: unemployed, rule: '!work.inPaidWork', met: 'Out of work.', notMet: 'In work.' }],
};
const criteria = createServiceCriteria(localServiceSettings.parse(settings));
const service = (facts: Partial<ServiceDetail> = {}): ServiceDetail => ({
  id: 'one',
  serviceId: 'service',
  name: 'A service',
  description: null,
  status: 'active',
  organisation: null,
  minimumAge: null,
  maximumAge: null,
  alert: null,
  url: null,
  email: null,
  assuredOn: null,
  placeName: null,
  placeType: null,
  distanceMetres: null,
  addressLines: [],
  postcode: null,
  accessibility: [],
  areas: [],
  terms: [],
  contacts: [],
  costs: [],
  opening: [],
  provenance: { source: 'open-referral-uk', retrievedAt: '2026-10-01T00:00:00.000Z', recordedAt: null },
  ...facts,
});
const check = (facts: Partial<ServiceDetail>, known: KnownFacts = {}, whole = true) =>
  checkService(criteria, service(facts), whole, known, '2026-10-01');
const term = { id: 't', name: 'Unemployed', taxonomy: null, uri: unemployed, linkType: null };
const inCity = [{ name: 'The city', uri: city }];

describe('what a service says of somebody', () => {
  test.each<[string, Partial<ServiceDetail>, KnownFacts, string]>([
    ['asks nothing', {}, {}, 'ELIGIBLE'],
    ['from 18, exactly 18', { minimumAge: 18 }, { 'person.age': 18 }, 'ELIGIBLE'],
    ['from 18, 17', { minimumAge: 18 }, { 'person.age': 17 }, 'NOT_ELIGIBLE'],
    ['to 24, exactly 24', { maximumAge: 24 }, { 'person.age': 24 }, 'ELIGIBLE'],
    ['to 24, 25', { maximumAge: 24 }, { 'person.age': 25 }, 'NOT_ELIGIBLE'],
    ['from 17 and a half, 17', { minimumAge: 17.5 }, { 'person.age': 17 }, 'NOT_ELIGIBLE'],
    ['from 0 to 200, nothing known', { minimumAge: 0, maximumAge: 200 }, {}, 'ELIGIBLE'],
    ['from 18, age not known', { minimumAge: 18 }, {}, 'CANNOT_SAY_YET'],
    [
      'from 30 to 20: a slip of the directory',
      { minimumAge: 30, maximumAge: 20 },
      { 'person.age': 25 },
      'CANNOT_SAY_YET',
    ],
    ['city, lives there', { areas: inCity }, { 'home.area': 'NR2' }, 'ELIGIBLE'],
    ['city, lives elsewhere', { areas: inCity }, { 'home.area': 'NR9' }, 'NOT_ELIGIBLE'],
    ['city, home not known', { areas: inCity }, {}, 'CANNOT_SAY_YET'],
    ['an area in words', { areas: [{ name: 'Our parish', uri: null }] }, { 'home.area': 'NR1' }, 'CANNOT_SAY_YET'],
    [
      'city or an area in words, lives elsewhere',
      { areas: [...inCity, { name: 'x', uri: null }] },
      { 'home.area': 'NR9' },
      'CANNOT_SAY_YET',
    ],
    [
      'an area in words, and too young',
      { minimumAge: 18, areas: [{ name: 'x', uri: null }] },
      { 'person.age': 9 },
      'NOT_ELIGIBLE',
    ],
    ['out of work, is', { terms: [term] }, { 'work.inPaidWork': false }, 'ELIGIBLE'],
    ['out of work, is not', { terms: [term] }, { 'work.inPaidWork': true }, 'NOT_ELIGIBLE'],
    ['out of work, not known', { terms: [term] }, {}, 'CANNOT_SAY_YET'],
    ['a term without a meaning gates nobody', { terms: [{ ...term, uri: 'https://x.example' }] }, {}, 'ELIGIBLE'],
    ['temporarily closed', { status: 'temporarily closed' }, {}, 'NOT_ELIGIBLE'],
    ['a status that the standard does not know', { status: 'paused' }, {}, 'CANNOT_SAY_YET'],
  ])('%s: %j with %j', (_what, facts, known, outcome) => {
    expect(check(facts, known).outcome).toBe(outcome);
  });

  test('an entry that could not be read whole is never a yes', () => {
    expect(check({ minimumAge: 18 }, { 'person.age': 40 }, false).outcome).toBe('CANNOT_SAY_YET');
    expect(check({ minimumAge: 18 }, { 'person.age': 10 }, false).outcome).toBe('NOT_ELIGIBLE');
  });

  test('says every criterion in words, and which facts would settle it', () => {
    expect(
      check({ minimumAge: 18, maximumAge: 66, areas: inCity, terms: [term] }, { 'work.inPaidWork': false }),
    ).toEqual({
      outcome: 'CANNOT_SAY_YET',
      reasons: [
        { criterion: 'AGE', state: 'NOT_KNOWN', says: 'Not known yet: For people of 18 to 66.' },
        { criterion: 'AREA', state: 'NOT_KNOWN', says: 'Not known yet: For people who live in: The city' },
        { criterion: 'TERM', state: 'MET', says: 'Out of work.' },
      ],
      missing: [
        { fact: 'person.age', couldMakeEligible: false, couldMakeNotEligible: true },
        { fact: 'home.area', couldMakeEligible: false, couldMakeNotEligible: true },
      ],
    });
  });
});

test('what is said before all is known is never taken back', () => {
  const facts = fc.record(
    {
      'person.age': fc.integer({ min: 0, max: 100 }),
      'home.area': fc.constantFrom('NR1', 'NR2', 'NR9'),
      'work.inPaidWork': fc.boolean(),
    },
    { requiredKeys: ['person.age', 'home.area', 'work.inPaidWork'] },
  );
  const services = fc.record({
    minimumAge: fc.option(fc.integer({ min: 0, max: 70 })),
    maximumAge: fc.option(fc.integer({ min: 0, max: 110 })),
    areas: fc.constantFrom([], inCity, [{ name: 'words', uri: null }]),
    terms: fc.constantFrom([], [term]),
    status: fc.constantFrom('active', 'temporarily closed', 'paused'),
  });
  const names = ['person.age', 'home.area', 'work.inPaidWork'] as const;
  fc.assert(
    fc.property(services, facts, fc.subarray([...names]), (asked, all, some) => {
      const part = Object.fromEntries(some.map((name) => [name, all[name]]));
      const early = check(asked, part);
      const late = check(asked, all);
      if (early.outcome !== 'CANNOT_SAY_YET') expect(late.outcome).toBe(early.outcome);
      // Knowing all that is missing settles it, but for what stands in words alone.
      expect(late.missing).toEqual([]);
      expect(early.missing.every(({ fact }) => !some.includes(fact as never))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a rule that cannot be used stops the hub at its start, and is named', () => {
  const bad = (rule: string) => () =>
    createServiceCriteria(localServiceSettings.parse({ terms: [{ uri: unemployed, rule, met: 'x', notMet: 'y' }] }));
  expect(bad('person.shoeSize > 3')).toThrow(/localServices\.terms: the rule "person\.shoeSize > 3" cannot be used/);
  expect(bad('home.area == "nowhere"')).toThrow(/cannot be used/);
});
