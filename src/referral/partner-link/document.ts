import type { OrganisationId } from '../../access/types.js';
import type { Stored } from '../../store/port.js';

export const linkStates = ['OPEN', 'USED', 'LOCKED'] as const;

/**
 * A link by which an organisation without a system sees one referral, once. `id` is the SHA-256 of the token in it: what is
 * stored opens nothing.
 */
export interface ReferralLinkDocument extends Stored {
  readonly referralId: string;
  readonly organisation: OrganisationId;
  readonly createdAt: string;
  /** ISO instant from which it opens nothing. */
  readonly expiresAt: string;
  readonly state: (typeof linkStates)[number];
  readonly codesSent: number;
  readonly guesses: number;
  /** SHA-256 of the code that was texted last, with the link's id; absent before the first. */
  readonly codeHash?: string;
  readonly codeExpiresAt?: string;
  /** SHA-256 of the session that the code opened: it reads and answers until `sessionUntil`. */
  readonly sessionHash?: string;
  readonly sessionUntil?: string;
}
