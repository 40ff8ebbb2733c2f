import type { ReferralOutcome, ReferralRefusal } from '../referral/outcome.js';
import type { RequestContext } from './context.js';
import { openReferrals } from './referral-file.js';

/** A refusal as data, with the code and its words. */
export const referralRefusal = (reason: ReferralRefusal, message: string) => ({
  __typename: 'ReferralRefused' as const,
  reason,
  message,
});
export const noReferral = referralRefusal('NOT_FOUND', 'No such referral for this caller.');

/** What a verb of the desk did, as its caller may see it. */
export async function referralAnswer<Name extends 'ReferralSubmitted' | 'ReferralMoved'>(
  outcome: ReferralOutcome,
  __typename: Name,
  context: RequestContext,
) {
  if (outcome.kind === 'refused') return referralRefusal(outcome.reason, outcome.message);
  const [referral] = await openReferrals([outcome.document], context);
  return referral ? { __typename, referral } : noReferral;
}
