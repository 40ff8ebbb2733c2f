import { factNames, factOf, type KnownFacts } from '../programme/facts.js';
import { HubError } from './errors.js';
import type { EligibilityFactsInput } from './generated.js';

/**
 * The facts that a caller gives, by their names in rules.
 * @throws HubError BAD_INPUT for a value that nobody can have; the message repeats no value
 */
export function givenFacts(input: EligibilityFactsInput, on: string): KnownFacts {
  const { age, employerHeadcount, lastJobEndedOn, homePostcodeDistrict, employerPostcodeDistrict } = input;
  if (age != null && (age < 0 || age > 130)) throw bad('age must be 0 to 130.');
  if (employerHeadcount != null && employerHeadcount < 0) throw bad('employerHeadcount must not be negative.');
  if (lastJobEndedOn != null && lastJobEndedOn > on) throw bad('lastJobEndedOn is after the day that is asked for.');
  checkDistrict('homePostcodeDistrict', homePostcodeDistrict);
  checkDistrict('employerPostcodeDistrict', employerPostcodeDistrict);
  const values = input as Readonly<Record<string, KnownFacts[keyof KnownFacts] | null>>;
  return Object.fromEntries(
    factNames.flatMap((name) => {
      const value = values[factOf(name).input];
      return value == null ? [] : [[name, value]];
    }),
  );
}

/** The outward half alone: a whole postcode would say where somebody lives. */
function checkDistrict(field: string, district: string | null | undefined): void {
  if (district != null && !/^[A-Z]{1,2}\d[A-Z\d]?$/i.test(district)) {
    throw bad(`${field} must be a postcode district such as DD1, without the rest of the postcode.`);
  }
}

const bad = (message: string): HubError => new HubError('BAD_INPUT', `input.facts.${message}`);
