import { jaroWinkler } from './jaro-winkler.js';

/** What a person is compared by. */
export const matchFields = ['familyName', 'givenName', 'birthDate', 'postcode', 'sex'] as const;
export type MatchField = (typeof matchFields)[number];

/** How a field of two descriptions compares. MISSING where either lacks it. */
export const matchLevels = ['EXACT', 'CLOSE', 'DIFFERENT', 'MISSING'] as const;
export type MatchLevel = (typeof matchLevels)[number];

/** A person as somebody describes them. */
export type Description = Readonly<Partial<Record<MatchField, string>>>;

/** The level of one field. `closeFrom`: the similarity from which two names count as close. */
export function compareField(field: MatchField, one: Description, other: Description, closeFrom: number): MatchLevel {
  const [left, right] = [normal(field, one[field]), normal(field, other[field])];
  if (left === '' || right === '') return 'MISSING';
  if (left === right) return 'EXACT';
  switch (field) {
    case 'familyName':
    case 'givenName':
      return jaroWinkler(left, right) >= closeFrom ? 'CLOSE' : 'DIFFERENT';
    case 'birthDate':
      return isCloseDate(left, right) ? 'CLOSE' : 'DIFFERENT';
    case 'postcode':
      return sectorOf(left) === sectorOf(right) ? 'CLOSE' : 'DIFFERENT';
    case 'sex':
      return 'DIFFERENT';
  }
}

/** Letters only, without accents or case, so that O’Brien is Obrien and José is Jose; a sex that nobody knows is missing. */
function normal(field: MatchField, value: string | undefined): string {
  if (value === undefined) return '';
  switch (field) {
    case 'familyName':
    case 'givenName':
      return value
        .normalize('NFKD')
        .toUpperCase()
        .replaceAll(/[^\p{L}]/gu, '');
    case 'birthDate':
      // A date that is only a year says too little to be compared as a date.
      return /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
    case 'postcode': {
      const plain = value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
      // ZZ99 codes stand for no place (NHS Data Dictionary, POSTCODE): agreeing on one says nothing.
      return plain.startsWith('ZZ99') ? '' : plain;
    }
    case 'sex':
      return value === 'unknown' ? '' : value;
  }
}

const sectorOf = (postcode: string): string => postcode.slice(0, -2);

/** Day and month exchanged, one digit different, or two of day, month and year the same. */
function isCloseDate(one: string, other: string): boolean {
  const [year, month, day] = one.split('-');
  const [otherYear, otherMonth, otherDay] = other.split('-');
  if (year === otherYear && month === otherDay && day === otherMonth) return true;
  const digits = Array.from(one).filter((digit, index) => digit !== other[index]).length;
  if (digits === 1) return true;
  return [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length === 2;
}
