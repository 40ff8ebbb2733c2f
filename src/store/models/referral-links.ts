import { linkStates, type ReferralLinkDocument } from '../../referral/partner-link/document.js';
import { count, declareCollection, digest, index, instant, oneOf, required, text } from './declare.js';

/** Links by which organisations without a system see one referral. */
export const referralLinks = declareCollection<ReferralLinkDocument>()(
  'referralLinks',
  {
    referralId: text,
    organisation: text,
    createdAt: required(instant),
    expiresAt: required(instant),
    state: required(oneOf(linkStates)),
    codesSent: required(count),
    guesses: required(count),
    codeHash: digest,
    codeExpiresAt: instant,
    sessionHash: digest,
    sessionUntil: instant,
  },
  { referralId: index('referralId') },
);
