/**
 * What the Citizen API is told about a person in order to match them, least first (data minimisation, UK GDPR article
 * 5(1)(c)): name and birth date, and more only when DWP names what it lacks.
 */
import { hash } from 'node:crypto';
import type { UpstreamSubject } from '../contract.js';
import { UpstreamError } from '../upstream-error.js';
import { source } from './mapper.js';

/** Attributes of `POST /capi/v2/citizens/match`. */
export interface MatchAttributes {
  readonly lastName: string;
  readonly dateOfBirth: string;
  readonly firstName?: string;
  readonly ninoFragment?: string;
  readonly postcode?: string;
}

const optionalAttributes = ['firstName', 'ninoFragment', 'postcode'] as const;
type OptionalAttribute = (typeof optionalAttributes)[number];

/** Longest values that the API takes (`reference/employment-support.md` C1). */
const longest = { lastName: 35, firstName: 70, postcode: 8 } as const;

/**
 * The first question.
 * @throws UpstreamError REFUSED `INSUFFICIENT_IDENTITY` without a family name that fits and a birth date.
 */
export function leastAttributes(subject: UpstreamSubject): MatchAttributes {
  const lastName = fitting(subject.familyName, longest.lastName);
  if (lastName === undefined || subject.birthDate === undefined) {
    throw new UpstreamError(source, 'REFUSED', { code: 'INSUFFICIENT_IDENTITY' });
  }
  const firstName = attributeOf(subject, 'firstName');
  return { lastName, dateOfBirth: subject.birthDate, ...(firstName !== undefined && { firstName }) };
}

/** `asked` with those of the `named` attributes that the subject has; undefined where that adds nothing. */
export function withFurtherDetails(
  asked: MatchAttributes,
  named: readonly string[],
  subject: UpstreamSubject,
): MatchAttributes | undefined {
  const further: Partial<Record<OptionalAttribute, string>> = {};
  let adds = false;
  for (const attribute of optionalAttributes) {
    if (!named.includes(attribute) || asked[attribute] !== undefined) continue;
    const value = attributeOf(subject, attribute);
    if (value === undefined) continue;
    further[attribute] = value;
    adds = true;
  }
  return adds ? { ...asked, ...further } : undefined;
}

/**
 * Who is asked about, in the words that matter to a match, so that a corrected birth date is not answered with the GUID of
 * the old one. A digest, because it outlives the call.
 */
export function personKey(subject: UpstreamSubject): string {
  const { clientId, familyName, birthDate, givenName, nino, postcode } = subject;
  const words = [clientId, familyName, birthDate, givenName, nino, postcode];
  return hash('sha256', words.join('\n'), 'base64');
}

function attributeOf(subject: UpstreamSubject, attribute: OptionalAttribute): string | undefined {
  switch (attribute) {
    case 'firstName':
      return fitting(subject.givenName, longest.firstName);
    case 'ninoFragment':
      // Digits 3 to 6 of the number, without the suffix letter.
      return /^[A-Z]{2}\d{2}(\d{4})[A-D ]?$/.exec(subject.nino?.toUpperCase() ?? '')?.[1];
    case 'postcode':
      return fitting(subject.postcode, longest.postcode);
  }
}

/** A value that is too long is left out, not cut: a cut name is somebody else's. */
function fitting(value: string | undefined, length: number): string | undefined {
  return value !== undefined && value !== '' && value.length <= length ? value : undefined;
}
