import type { ReferralDocument } from './document.js';
import type { MoveFault } from './machine.js';

export type ReferralRefusal =
  | MoveFault
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'NO_SUCH_GATEWAY'
  | 'CHANNEL_CLOSED'
  | 'NO_SUCH_STREAM'
  | 'ALREADY_IDENTIFIED'
  | 'OVERRIDE_REASON_REQUIRED'
  | 'NO_PLACE'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_INPUT'
  | 'CHANGED_MEANWHILE';

/** Why nothing was done: a code, and the same in words that repeat no value. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: ReferralRefusal;
  readonly message: string;
}

export type ReferralOutcome = { readonly kind: 'stored'; readonly document: ReferralDocument } | Refused;

export const refused = (reason: ReferralRefusal, message: string): Refused => ({ kind: 'refused', reason, message });
export const noSuchReferral = refused('NOT_FOUND', 'No such referral for this caller.');
export const reused = refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
export const changedMeanwhile = refused('CHANGED_MEANWHILE', 'The referral was changed meanwhile: read it again.');
