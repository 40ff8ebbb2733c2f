/** Whose word a consent is: the client's, if they could decide; else that of somebody whose authority covers it. */
import type { Policy } from '../access/policy.js';
import { whyNotDone } from '../access/representation.js';
import type { RepresentationRefusal } from '../access/representation.js';
import type { Consent } from '../access/types.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import type { ConsentTerms } from './desk.js';

/** Why what was said cannot be recorded as it was given; undefined where it can. */
export function whyNotHeard(
  policy: Policy,
  { evidence: { givenBy, capacity = 'HAS_CAPACITY' }, categories, period }: ConsentTerms,
  representative: RepresentativeDocument | undefined,
  today: string,
): RepresentationRefusal | undefined {
  if (givenBy === 'CLIENT') return capacity === 'HAS_CAPACITY' ? undefined : 'CAPACITY';
  const deed = { act: 'RECORD_CONSENT', capacity, categories, lasts: period, today } as const;
  return whyNotDone(ruleOf(policy, representative), representative?.representation, deed);
}

/** Why a representative cannot take back what was said. */
export function whyNotWithdrawn(
  policy: Policy,
  { categories }: Consent,
  representative: RepresentativeDocument,
  today: string,
): RepresentationRefusal | undefined {
  const deed = { act: 'WITHDRAW_CONSENT', categories, today } as const;
  return whyNotDone(ruleOf(policy, representative), representative.representation, deed);
}

/** In words that repeat no identifier. */
export const unheardWords: Readonly<Record<RepresentationRefusal, string>> = {
  REPRESENTATIVE_UNKNOWN: 'representative must name somebody whom the hub knows to act for this client.',
  REPRESENTATIVE_ENDED: 'The representative’s authority does not cover the day, or the consent would outlast it.',
  REPRESENTATIVE_OUT_OF_SCOPE: 'The representative’s authority does not cover this.',
  CAPACITY: 'evidence.capacity: whoever said this could not decide it, the client being able to or not.',
};

const ruleOf = (policy: Policy, representative: RepresentativeDocument | undefined) =>
  representative && policy.representation.rules.get(representative.representation.authority);
