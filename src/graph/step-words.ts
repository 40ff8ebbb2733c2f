import type { Step } from '../access/what-would-change.js';
import type { Purpose, WithheldReason } from '../access/types.js';

/** A step in plain words. */
export function stepSentence(step: Step): string {
  return step.kind === 'OTHER_PURPOSE'
    ? `Ask in order to ${purposeWords[step.purpose]}, if you do.`
    : sentences[step.kind];
}

const sentences: Record<Exclude<Step['kind'], 'OTHER_PURPOSE'>, string> = {
  RELATIONSHIP_BEGINS: 'The organisation begins to work with the client.',
  RELATIONSHIP_ENDS: 'The organisation no longer works with the client.',
  RESTRICTION_BEGINS: 'PDS restricts the person’s location.',
  RESTRICTION_ENDS: 'PDS no longer restricts the person’s location.',
  CLIENT_TAKES_BACK: 'The client takes back what they said.',
  CLIENT_CONSENTS: 'The client says yes to this organisation, for this category and purpose.',
  CLIENT_REFUSES: 'The client says no to this organisation, for this category and purpose.',
  EMERGENCY_ACCESS: 'The caller opens emergency access, with a reason; it ends by itself and is reviewed.',
};

const purposeWords: Record<Purpose, string> = {
  DIRECT_CARE: 'care for the client',
  EMPLOYMENT_SUPPORT: 'help the client with work',
  BENEFIT_ADMINISTRATION: 'decide or pay benefits',
  SERVICE_MANAGEMENT: 'run the service',
  COMMISSIONING: 'plan services',
  PRIVACY_AUDIT: 'check who looked',
  OWN_RECORD: 'read your own record',
};

/** What a caller can lawfully do after a refusal, where the policy's rule has no words of its own. */
export const nextStepAfter: Record<WithheldReason, string | null> = {
  NEVER_SHARED: 'Do without it: no consent opens it.',
  NO_RULE: 'Ask for the purpose that you have; for this one the policy shares nothing.',
  NO_CONSENT: 'Ask the client, and record what they say.',
  CONSENT_WITHDRAWN: 'Respect it. The client may agree again.',
  CONSENT_EXPIRED: 'Ask the client again, and record what they say.',
  CONSENT_SUPERSEDED: 'Ask the client again, and record what they say.',
  CONSENT_NOT_UNDERSTOOD: 'Ask the client again, in the words of today’s policy, and record what they say.',
  CONSENT_NOT_SPECIFIC: 'Ask the client for this one request, and record what it is for.',
  DENIED_BY_CLIENT: 'Respect it. Only the client can take it back.',
  LOCATION_RESTRICTED: 'Reach the client through their general practice.',
  NO_RELATIONSHIP: null,
  PROXY_OUT_OF_SCOPE: 'Ask the client themselves, or whoever may act in this.',
  PROXY_ENDED: 'Ask the client themselves, or have the authority renewed.',
  MISSING_ACTOR: 'Sign in as somebody.',
  MISSING_PURPOSE: 'Say what for.',
  MISSING_CATEGORY: 'Say which category.',
};
