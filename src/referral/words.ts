/**
 * The words of a referral: its states, its sides, its moves and its coded reasons. Lists that the store, the contract and
 * the rules share. States as FHIR Task has them and Gravity SDOH Clinical Care uses them, with 360X's cancellation in two
 * steps (`reference/consent-audit-referral.md` 4.1 and 4.2).
 */

export const referralStates = [
  'DRAFT',
  'REQUESTED',
  'ACKNOWLEDGED',
  'ACCEPTED',
  'REJECTED',
  'IN_PROGRESS',
  'ON_HOLD',
  'CANCEL_PENDING',
  'CANCELLED',
  'EXPIRED',
  'COMPLETED',
  'FAILED',
  'ENTERED_IN_ERROR',
] as const;
export type ReferralState = (typeof referralStates)[number];

/** The states in which the loop is open: somebody still has something to do. */
export const openStates = [
  'REQUESTED',
  'ACKNOWLEDGED',
  'ACCEPTED',
  'IN_PROGRESS',
  'ON_HOLD',
  'CANCEL_PENDING',
] as const satisfies readonly ReferralState[];

export const isOpen = (state: ReferralState): boolean => (openStates as readonly ReferralState[]).includes(state);

/** Where a place that was given with the acceptance is kept: until the end, but not for whom it was given up by waiting. */
export const keepsPlace = ({
  state,
  before,
}: {
  readonly state: ReferralState;
  readonly before: readonly ReferralState[];
}): boolean => {
  const stood = state === 'CANCEL_PENDING' ? before.at(-1) : state;
  return stood === 'ACCEPTED' || stood === 'IN_PROGRESS' || (stood === 'ON_HOLD' && before.includes('IN_PROGRESS'));
};

/** Who stands where: whoever asked, the gateway that every referral is addressed to, and whoever is to do the work. */
export const referralSides = ['REQUESTER', 'GATEWAY', 'TARGET'] as const;
export type ReferralSide = (typeof referralSides)[number];

export const referralMoves = [
  'SUBMIT',
  'ACKNOWLEDGE',
  'ROUTE',
  'ACCEPT',
  'REJECT',
  'RECORD_FIRST_CONTACT',
  'HOLD',
  'RESUME',
  'UPDATE',
  'ASK_TO_CANCEL',
  'CONFIRM_CANCEL',
  'DECLINE_CANCEL',
  'EXPIRE',
  'COMPLETE',
  'FAIL',
  'MARK_ENTERED_IN_ERROR',
] as const;
export type ReferralMove = (typeof referralMoves)[number];

/** Why. Free text may stand beside a code and never in place of one. */
export const referralReasons = [
  // For rejecting and failing; in a 211 study help failed mostly for want of funds or of eligibility (reference 4.4).
  'NOT_ELIGIBLE',
  'NO_CAPACITY',
  'OUT_OF_AREA',
  'ALREADY_SUPPORTED',
  'INSUFFICIENT_INFORMATION',
  'BETTER_MET_ELSEWHERE',
  'SERVICE_CLOSED',
  // For cancelling.
  'CLIENT_CHANGED_MIND',
  'CIRCUMSTANCES_CHANGED',
  'REFERRED_IN_ERROR',
  'DUPLICATE',
  'CLIENT_DIED',
  // For declining a cancellation.
  'SUPPORT_HAS_BEGUN',
  'CLIENT_WISHES_TO_CONTINUE',
  // For expiring.
  'NO_ANSWER_IN_TIME',
  'CLIENT_NOT_REACHED',
  // For failing.
  'CLIENT_DISENGAGED',
  'CLIENT_DECLINED',
] as const;
export type ReferralReason = (typeof referralReasons)[number];

/** By which way in a referral came: the list that programmes write their channels in. */
export { referralChannels, type ReferralChannel } from '../programme/words.js';

/** How the person heard of the service, which is another question than who referred them (WW-28). */
export const heardFromSources = [
  'GENERAL_PRACTICE',
  'OTHER_HEALTH_SERVICE',
  'JOBCENTRE',
  'EMPLOYER',
  'LOCAL_SERVICE',
  'FRIEND_OR_FAMILY',
  'ADVERTISEMENT',
  'INTERNET',
  'OUTREACH_EVENT',
  'OTHER',
] as const;
export type HeardFrom = (typeof heardFromSources)[number];

/** Four events with four clocks, one that each interim update starts again, and one that ends what nobody answers. */
export const referralClocks = [
  'ACKNOWLEDGEMENT',
  'ACCEPTANCE',
  'FIRST_CONTACT',
  'ACHIEVEMENT',
  'UPDATE',
  'EXPIRY',
] as const;
export type ReferralClock = (typeof referralClocks)[number];
