import type { ReferralMove, ReferralReason, ReferralSide, ReferralState } from './words.js';

/** One kind of move, as data: from where, to where, by whom, and which coded reasons it needs. */
export interface MoveRule {
  readonly from: readonly ReferralState[];
  /** `SAME`: the state stays. `BEFORE`: back to where it was before it was held or asked to be cancelled. */
  readonly to: ReferralState | 'SAME' | 'BEFORE';
  readonly by: readonly ReferralSide[];
  /** The reasons of which one is required; absent where the move has none. */
  readonly reasons?: readonly ReferralReason[];
}

const unanswered = ['REQUESTED', 'ACKNOWLEDGED'] as const;
const underWay = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'] as const;

/**
 * The whole machine. Whoever takes the work answers for it (accept, progress, hold, fail, complete); whoever asked answers
 * for the asking (submit, cancel, entered in error); the gateway answers, refuses and closes where no target has taken it
 * over. An organisation that stands on two sides may do what either may.
 */
export const moveRules: Readonly<Record<ReferralMove, MoveRule>> = {
  SUBMIT: { from: ['DRAFT'], to: 'REQUESTED', by: ['REQUESTER'] },
  ACKNOWLEDGE: { from: ['REQUESTED'], to: 'ACKNOWLEDGED', by: ['GATEWAY', 'TARGET'] },
  ROUTE: { from: unanswered, to: 'SAME', by: ['GATEWAY'] },
  ACCEPT: { from: unanswered, to: 'ACCEPTED', by: ['TARGET'] },
  REJECT: {
    from: unanswered,
    to: 'REJECTED',
    by: ['GATEWAY', 'TARGET'],
    reasons: [
      'NOT_ELIGIBLE',
      'NO_CAPACITY',
      'OUT_OF_AREA',
      'ALREADY_SUPPORTED',
      'INSUFFICIENT_INFORMATION',
      'BETTER_MET_ELSEWHERE',
      'SERVICE_CLOSED',
      'DUPLICATE',
      'CLIENT_DECLINED',
    ],
  },
  RECORD_FIRST_CONTACT: { from: ['ACCEPTED'], to: 'IN_PROGRESS', by: ['TARGET'] },
  HOLD: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'ON_HOLD', by: ['TARGET'] },
  RESUME: { from: ['ON_HOLD'], to: 'BEFORE', by: ['TARGET'] },
  // An interim note does not close the loop (IHE 360X).
  UPDATE: { from: [...unanswered, ...underWay, 'CANCEL_PENDING'], to: 'SAME', by: ['REQUESTER', 'GATEWAY', 'TARGET'] },
  ASK_TO_CANCEL: {
    from: [...unanswered, ...underWay],
    to: 'CANCEL_PENDING',
    by: ['REQUESTER'],
    reasons: ['CLIENT_CHANGED_MIND', 'CIRCUMSTANCES_CHANGED', 'REFERRED_IN_ERROR', 'DUPLICATE', 'CLIENT_DIED'],
  },
  // A cancellation is not done until the other side confirms it (IHE 360X).
  CONFIRM_CANCEL: { from: ['CANCEL_PENDING'], to: 'CANCELLED', by: ['GATEWAY', 'TARGET'] },
  DECLINE_CANCEL: {
    from: ['CANCEL_PENDING'],
    to: 'BEFORE',
    by: ['GATEWAY', 'TARGET'],
    reasons: ['SUPPORT_HAS_BEGUN', 'CLIENT_WISHES_TO_CONTINUE'],
  },
  EXPIRE: {
    from: [...unanswered, 'ACCEPTED'],
    to: 'EXPIRED',
    by: ['GATEWAY'],
    reasons: ['NO_ANSWER_IN_TIME', 'CLIENT_NOT_REACHED'],
  },
  COMPLETE: { from: ['IN_PROGRESS'], to: 'COMPLETED', by: ['TARGET'] },
  FAIL: {
    from: underWay,
    to: 'FAILED',
    by: ['TARGET'],
    reasons: [
      'CLIENT_DISENGAGED',
      'CLIENT_DECLINED',
      'CLIENT_NOT_REACHED',
      'CLIENT_DIED',
      'NOT_ELIGIBLE',
      'BETTER_MET_ELSEWHERE',
      'SERVICE_CLOSED',
    ],
  },
  // A mistake, not a change of circumstances: the referral should never have been (BaRS keeps the two apart as well).
  MARK_ENTERED_IN_ERROR: {
    from: [
      'DRAFT',
      ...unanswered,
      ...underWay,
      'CANCEL_PENDING',
      'REJECTED',
      'CANCELLED',
      'EXPIRED',
      'COMPLETED',
      'FAILED',
    ],
    to: 'ENTERED_IN_ERROR',
    by: ['REQUESTER'],
    reasons: ['REFERRED_IN_ERROR', 'DUPLICATE'],
  },
};
