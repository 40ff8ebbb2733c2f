import type { Period } from '../access/types.js';
import type { ConsentTerms } from './desk.js';

const idempotencyKeyPattern = /^[A-Za-z0-9-]{8,64}$/;
const languagePattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const organisationPattern = /^[A-Za-z0-9-]{2,40}$/;
const longestWording = 2000;

/** What is wrong with an input, naming the field and repeating no value; undefined where nothing is. */
export function faultIn(key: string, terms?: ConsentTerms): string | undefined {
  if (!idempotencyKeyPattern.test(key)) return 'idempotencyKey must be 8 to 64 letters, digits and hyphens.';
  if (!terms) return undefined;
  if (terms.categories.length === 0) return 'categories must name at least one category.';
  if (terms.purposes.length === 0) return 'purposes must name at least one purpose.';
  // A permit that names nobody would permit everybody (IHE PCF, the empty actor trap).
  if (terms.recipients.length === 0) return 'recipients must name at least one recipient.';
  if (terms.recipients.some((r) => r.kind === 'organisation' && !organisationPattern.test(r.organisation))) {
    return 'recipients: organisation must be 2 to 40 letters, digits and hyphens.';
  }
  if (isBackwards(terms.period)) return 'validTo is before validFrom.';
  if (terms.dataPeriod && isBackwards(terms.dataPeriod)) return 'dataTo is before dataFrom.';
  const { wording, language } = terms.evidence;
  if (wording.trim() === '' || wording.length > longestWording) {
    return `evidence.wording must be 1 to ${longestWording} characters.`;
  }
  if (!languagePattern.test(language)) return 'evidence.language must be a BCP 47 tag.';
  return undefined;
}

const isBackwards = ({ start, end }: Period): boolean => end !== undefined && end < start;
