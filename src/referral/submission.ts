import type { ReferralContent, StatedBasis } from './document.js';
import type { HeardFrom, ReferralChannel } from './words.js';

/** What a referrer submits, once the graph has found out whom it is about. */
export interface Submission {
  readonly programme: string;
  readonly area: string;
  readonly channel: ReferralChannel;
  readonly heardFrom?: HeardFrom;
  readonly sharing: StatedBasis;
  readonly content: ReferralContent;
  /** Kept by the requester and not sent yet. */
  readonly draft: boolean;
}

const keyPattern = /^[A-Za-z0-9-]{8,64}$/;
const longestWords = 2_000;
const longestName = 200;
const mostAccessNeeds = 20;
const mostHealthItems = 10;

export const keyFault = (key: string): string | undefined =>
  keyPattern.test(key) ? undefined : 'idempotencyKey must be 8 to 64 letters, digits and hyphens.';

/** What is wrong with a submission, naming the field and repeating no value; undefined where nothing is. */
export function submissionFault({ channel, sharing, content }: Submission, today: string): string | undefined {
  const { person, reasonForReferral, workSituation, adjustments, health, accessNeeds, safeContact } = content;
  if (reasonForReferral.trim() === '' || reasonForReferral.length > longestWords) {
    return `reasonForReferral must be 1 to ${longestWords} characters.`;
  }
  const texts = { workSituation, adjustments, 'sharing.statement': sharing.statement };
  for (const [name, text] of Object.entries({ ...texts, 'safeContact.note': safeContact?.note })) {
    if (text !== undefined && (text.trim() === '' || text.length > longestWords)) {
      return `${name} must be 1 to ${longestWords} characters.`;
    }
  }
  if (health.length > mostHealthItems || health.some(({ text }) => text.trim() === '' || text.length > longestWords)) {
    return `health must be at most ${mostHealthItems} items, each 1 to ${longestWords} characters.`;
  }
  const names = { givenName: person.givenName, familyName: person.familyName, address: safeContact?.address };
  for (const [name, text] of Object.entries({ ...names, times: safeContact?.times })) {
    if (text !== undefined && (text.trim() === '' || text.length > longestName)) {
      return `${name} must be 1 to ${longestName} characters.`;
    }
  }
  if (person.birthDate !== undefined && person.birthDate > today) return 'birthDate must not be in the future.';
  if (
    accessNeeds.length > mostAccessNeeds ||
    accessNeeds.some((need) => need.trim() === '' || need.length > longestName)
  ) {
    return `accessNeeds must be at most ${mostAccessNeeds}, each 1 to ${longestName} characters.`;
  }
  if (safeContact && needsAddress(safeContact.method) && safeContact.address === undefined) {
    return 'safeContact.address is needed for this way of contact.';
  }
  // A hard wall: an employer neither tells nor is told of a diagnosis (reference/employment-support.md F 6).
  if (channel === 'EMPLOYER' && health.length > 0) return 'health must not be in a referral by an employer.';
  if (sharing.basis === 'CONSENT' && sharing.consent === undefined && sharing.statement === undefined) {
    return 'sharing: name the consent, or state how it was given.';
  }
  // Health data leaves the NHS for a support service only with the person's own word (reference/nhs-apis.md 7.2).
  if (health.length > 0 && sharing.basis === 'DIRECT_CARE') {
    return 'sharing.basis must be the consent or the request of the person, because the referral tells of their health.';
  }
  return undefined;
}

const needsAddress = (method: string): boolean => method !== 'NONE' && method !== 'THROUGH_REFERRER';
