/** NHS numbers for made-up people who came without one: the 999 test range, with the check digit of the standard. */
import { createHash } from 'node:crypto';
import { nhsNumberSystem } from '../mapper/codes.js';
import { objects, text, type Fhir } from '../../fhir.js';

/**
 * Gives each patient key one number: the same key the same number, whatever else was asked, unless its first choice is
 * taken already. Pass the numbers of everybody else as `taken`.
 */
export function createNhsNumberAssigner(taken: Iterable<string> = []): (patientKey: string) => string {
  const used = new Set(taken);
  const given = new Map<string, string>();
  return (patientKey) => {
    const known = given.get(patientKey);
    if (known !== undefined) return known;
    const start = createHash('sha256').update(patientKey).digest().readUInt32BE(0);
    for (let step = 0; step < 1_000_000; step += 1) {
      const number = withCheckDigit(`999${String((start + step) % 1_000_000).padStart(6, '0')}`);
      if (number === null || used.has(number)) continue;
      used.add(number);
      given.set(patientKey, number);
      return number;
    }
    throw new Error('the 999 test range has no NHS number left');
  };
}

/** Modulus 11 (NHS Data Dictionary, NHS NUMBER); null for the digits that have no check digit. */
function withCheckDigit(nine: string): string | null {
  const sum = Array.from(nine, Number).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${nine}${check}`;
}

/** The first NHS number among a Patient's identifiers. */
export const nhsNumberOf = (patient: Fhir): string | undefined =>
  objects(patient['identifier'])
    .filter((identifier) => identifier['system'] === nhsNumberSystem)
    .flatMap((identifier) => text(identifier['value']) ?? [])[0];

export const withNhsNumber = <Patient extends Fhir>(patient: Patient, nhsNumber: string): Patient => ({
  ...patient,
  identifier: [...objects(patient['identifier']), { system: nhsNumberSystem, value: nhsNumber }],
});
