import type { DemographicsQuery } from '../../../adapters/nhs-pds/loaders.js';
import type { SourceAnswer } from '../../../adapters/contract.js';
import type { DemographicsTrace } from '../../../adapters/records.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';
import type { Description } from './compare.js';

/** Searches PDS by a description; the operation of the `nhs-pds` adapter. */
export type SearchPds = (by: DemographicsQuery) => Promise<SourceAnswer<DemographicsTrace>>;

/**
 * The one person of PDS who fits, if there is one. The exact question first, in the fewest words; more words only where several fit,
 * likeness only where nobody does: what is asked of PDS is told to PDS, and what it answers is told to the hub.
 */
export async function searchFor(description: Description, search: SearchPds): Promise<DemographicsTrace | undefined> {
  const { familyName, givenName, birthDate, postcode, sex } = description;
  if (familyName === undefined || birthDate === undefined) return undefined;
  const least: DemographicsQuery = { family: familyName, birthDate };
  const named: DemographicsQuery = { ...least, ...(givenName !== undefined && { given: givenName }) };
  const gender = sex === undefined || sex === 'unknown' ? {} : { gender: sex };
  const placed = postcode === undefined ? {} : { postcode };
  const questions: readonly DemographicsQuery[] = [
    named,
    { ...named, ...gender, ...placed },
    // PDS wants a given name, or sex and postcode, before it looks for what is alike.
    ...(givenName !== undefined || (sex !== undefined && postcode !== undefined)
      ? [{ ...named, ...(givenName === undefined && { ...gender, ...placed }), fuzzy: true } as const]
      : []),
  ];
  let isAmbiguous = false;
  for (const [index, question] of questions.entries()) {
    // The second question only tells several apart.
    if (index === 1 && !isAmbiguous) continue;
    if (question.fuzzy === true && isAmbiguous) return undefined;
    try {
      const [found] = (await search(question)).items;
      if (found) return found;
      isAmbiguous = false;
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.code !== 'TOO_MANY_MATCHES') throw error;
      isAmbiguous = true;
    }
  }
  return undefined;
}
