import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareField,
  matchFields,
  type Description,
  type MatchField,
} from '../../../src/identity/matching/compare.js';
import { jaroWinkler } from '../../../src/identity/matching/jaro-winkler.js';
import { MatchModelFault, parseMatchModel } from '../../../src/identity/matching/model.js';
import { packageRoot } from '../../../src/package-root.js';

const shipped = readFileSync(new URL('policies/matching.yaml', packageRoot), 'utf8');
const model = parseMatchModel(shipped);
const AMINA = {
  familyName: 'Hussain',
  givenName: 'Amina',
  birthDate: '1984-02-29',
  postcode: 'NR1 2ZZ',
  sex: 'female',
};

describe('Jaro-Winkler', () => {
  // Winkler's own table of examples.
  test.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.813],
    ['JONES', 'JOHNSON', 0.832],
    ['ABROMS', 'ABRAMS', 0.922],
    ['A', 'Z', 0],
    ['', '', 1],
    ['', 'A', 0],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 3);
    expect(jaroWinkler(other, one)).toBeCloseTo(expected, 3);
  });
});

describe('levels', () => {
  test.each<[MatchField, string | undefined, string | undefined, string]>([
    ['familyName', 'O’Brien', 'OBRIEN', 'EXACT'],
    ['familyName', 'Núñez', 'nunez', 'EXACT'],
    ['familyName', 'Hussain', 'Husain', 'CLOSE'],
    ['familyName', 'Hussain', 'Walsh', 'DIFFERENT'],
    ['familyName', 'Hussain', undefined, 'MISSING'],
    ['familyName', 'Hussain', ' - ', 'MISSING'],
    ['givenName', 'Amina', 'Aminah', 'CLOSE'],
    ['birthDate', '1984-03-05', '1984-05-03', 'CLOSE'],
    ['birthDate', '1984-03-05', '1985-03-05', 'CLOSE'],
    ['birthDate', '1984-03-05', '1948-03-05', 'CLOSE'],
    ['birthDate', '1984-03-05', '1991-11-05', 'DIFFERENT'],
    ['birthDate', '1984', '1984-03-05', 'MISSING'],
    ['postcode', 'nr12zz', 'NR1 2ZZ', 'EXACT'],
    ['postcode', 'NR1 2ZA', 'NR1 2ZZ', 'CLOSE'],
    ['postcode', 'NR1 3ZZ', 'NR1 2ZZ', 'DIFFERENT'],
    ['postcode', 'ZZ99 3VZ', 'ZZ99 3VZ', 'MISSING'],
    ['sex', 'female', 'male', 'DIFFERENT'],
    ['sex', 'unknown', 'unknown', 'MISSING'],
  ])('%s %p and %p: %s', (field, one, other, level) => {
    const described = (value: string | undefined): Description => (value === undefined ? {} : { [field]: value });
    expect(compareField(field, described(one), described(other), 0.92)).toBe(level);
    expect(compareField(field, described(other), described(one), 0.92)).toBe(level);
  });
});

describe('the waterfall', () => {
  test('says what each field adds, and adds up', () => {
    expect(model.compare(AMINA, { ...AMINA, familyName: 'Husain', postcode: 'LS1 1ZZ' })).toEqual({
      modelVersion: '2026-11-01',
      prior: -25.78,
      steps: [
        { field: 'familyName', level: 'CLOSE', weight: 1.04 },
        { field: 'givenName', level: 'EXACT', weight: 7.23 },
        { field: 'birthDate', level: 'EXACT', weight: 15 },
        { field: 'postcode', level: 'DIFFERENT', weight: -1.74 },
        { field: 'sex', level: 'EXACT', weight: 1.01 },
      ],
      total: -3.24,
    });
  });

  const description = fc.record({
    familyName: fc.option(fc.constantFrom('Hussain', 'Husain', 'Walsh'), { nil: undefined }),
    givenName: fc.option(fc.constantFrom('Amina', 'Aminah', 'Ben'), { nil: undefined }),
    birthDate: fc.option(fc.constantFrom('1984-03-05', '1984-05-03', '1990-01-01'), { nil: undefined }),
    postcode: fc.option(fc.constantFrom('NR1 2ZZ', 'NR1 2ZA', 'LS1 1ZZ'), { nil: undefined }),
    sex: fc.option(fc.constantFrom('female', 'male', 'unknown'), { nil: undefined }),
  }) as fc.Arbitrary<Description>;

  test('is the same from either side, and its total is the prior and its steps', () => {
    fc.assert(
      fc.property(description, description, (one, other) => {
        const waterfall = model.compare(one, other);
        expect(model.compare(other, one)).toEqual(waterfall);
        const sum = waterfall.steps.reduce((total, { weight }) => total + weight, waterfall.prior);
        expect(waterfall.total).toBeCloseTo(sum, 6);
        expect(waterfall.steps.map(({ field }) => field)).toEqual(matchFields);
      }),
    );
  });

  test('never weighs less for a field that agrees than for the same field that does not', () => {
    fc.assert(
      fc.property(description, description, fc.constantFrom(...matchFields), (one, other, field) => {
        const value = one[field];
        if (value === undefined || value === 'unknown') return;
        expect(model.compare(one, { ...other, [field]: value }).total).toBeGreaterThanOrEqual(
          model.compare(one, other).total - 1e-9,
        );
      }),
    );
  });

  test('of two people who agree on nothing but their sex is far from review, and of one person far above', () => {
    expect(
      model.compare(AMINA, {
        ...AMINA,
        familyName: 'Walsh',
        givenName: 'Ewa',
        birthDate: '1990-01-01',
        postcode: 'LS1 1ZZ',
      }).total,
    ).toBeLessThan(-20);
    expect(model.compare(AMINA, AMINA).total).toBeGreaterThan(model.reviewFrom + 20);
  });
});

describe('a matching policy that cannot be used is refused with its place', () => {
  test.each([
    ['a share over one', shipped.replace('m: 0.957', 'm: 1.957'), 'fields.familyName.levels.exact.m'],
    [
      'shares that do not add up',
      shipped.replace('u: 0.5038', 'u: 0.3'),
      'fields.sex.levels: u of all levels must add up to 1',
    ],
    ['a level that is not known', shipped.replace('different: { m: 0.0033', 'other: { m: 0.0033'), 'fields.sex.levels'],
    ['no source', shipped.replace(", source: 'even odds; a person decides' }", ' }'), 'reviewFrom.source'],
    ['text that is no YAML', 'version: [', 'Flow'],
  ])('%s', (_what, text, place) => {
    let fault: unknown;
    try {
      parseMatchModel(text);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(MatchModelFault);
    expect((fault as MatchModelFault).message).toContain(place);
  });
});
