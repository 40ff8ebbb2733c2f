import { createHash } from 'node:crypto';
import { createRandom } from '../../src/demo/random.js';
import * as words from '../../src/demo/words.js';
import { testNHSNumber } from '../../src/identity/nhs-number.js';

/** One made-up client of the benchmark, with the ids that each system knows them by. */
export interface BenchPerson {
  readonly index: number;
  readonly nhsNumber: string;
  /** Id of the FHIR Patient. */
  readonly patientId: string;
  /** Dataverse contact GUID. */
  readonly contactId: string;
  readonly familyName: string;
  readonly givenName: string;
  /** ISO date; no two people share name and birth date, so that one match finds one person. */
  readonly birthDate: string;
  readonly sex: 'female' | 'male';
  readonly postcode: string;
}

export const peopleCount = 200;
/** Clients on one dashboard page. */
export const pageSize = 50;

/** Always the same 200. */
export function benchPeople(): readonly BenchPerson[] {
  const random = createRandom(20_261_123);
  return Array.from({ length: peopleCount }, (_, index) => {
    const sex = random.pick(['female', 'male'] as const);
    // One name in ten holds a character outside Latin-1, which makes a whole body a two-byte string.
    const familyName = `${random.pick(words.familyNames)}${index % 10 === 0 ? '-O’Brien' : ''}`;
    return {
      index,
      nhsNumber: testNHSNumber(index),
      patientId: `pat-${guidOf(`patient ${index}`)}`,
      contactId: guidOf(`contact ${index}`),
      familyName,
      givenName: random.pick(sex === 'female' ? words.femaleNames : words.maleNames),
      birthDate: new Date(Date.UTC(1960, 0, 1) + index * 50 * 86_400_000).toISOString().slice(0, 10),
      sex,
      postcode: 'NR1 1ZZ',
    };
  });
}

/** A GUID made of a name, always the same. */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
