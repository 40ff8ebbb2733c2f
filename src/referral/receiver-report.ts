import type { ReceiverReport, ReportedState } from '../../adapters/referral-delivery.js';
import type { Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import type { ReferralDesk } from './desk.js';
import type { ReferralDocument } from './document.js';
import { changedMeanwhile, type Refused } from './outcome.js';
import { isOpen, referralReasons, type ReferralMove, type ReferralReason, type ReferralState } from './words.js';

export type ReportTaken = { readonly kind: 'taken' } | { readonly kind: 'repeated' } | Refused;

/**
 * Takes in what a receiver says of a referral of its own: as the moves that its own people would have made here. A report that
 * says more than one move (finished, of what was never accepted) is each of them in turn, under keys that follow from the report, so
 * that one that a crash cut short goes on when it comes again, and only one that took effect whole is a repeat.
 */
export async function takeReport(
  desk: Pick<ReferralDesk, 'move' | 'notProcessed'>,
  viewer: Viewer,
  referral: ReferralDocument,
  report: ReceiverReport,
): Promise<ReportTaken> {
  const { reportId, messageId, what } = report;
  if (what === 'NOT_PROCESSED' || what === 'TRY_AGAIN') {
    return desk.notProcessed(referral, messageId, what === 'TRY_AGAIN' ? 'TRANSIENT_ERROR' : 'FATAL_ERROR');
  }
  const last = scopedKey(viewer, keyOf(reportId, 'end'));
  const reason = referralReasons.find((each) => each === report.reason);
  let current = referral;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (current.history.some(({ key }) => key === last)) {
      return { kind: current === referral ? 'repeated' : 'taken' };
    }
    const next = nextMove(current.state, what);
    const key = keyOf(reportId, next.last ? 'end' : next.move.toLowerCase().replaceAll('_', '-'));
    const outcome = await desk.move(viewer, current, key, { move: next.move, ...reasonFor(next.move, reason) });
    if (outcome.kind === 'refused') return outcome;
    current = outcome.document;
  }
  // Somebody here moves it the other way meanwhile.
  return changedMeanwhile;
}

/** No report needs more: three moves, and a look that the last is done. */
const mostSteps = 6;

const keyOf = (reportId: string, step: string): string => `bars-${reportId}-${step}`;

interface Next {
  readonly move: ReferralMove;
  readonly last: boolean;
}

const then = (move: ReferralMove): Next => ({ move, last: false });
const lastly = (move: ReferralMove): Next => ({ move, last: true });

/** The next move from a state to where the receiver says that the work stands. */
function nextMove(state: ReferralState, what: Exclude<ReportedState, 'NOT_PROCESSED' | 'TRY_AGAIN'>): Next {
  const isUnanswered = state === 'REQUESTED' || state === 'ACKNOWLEDGED';
  if (what === 'ENDED') {
    // It was asked to cancel: that it has ended confirms it.
    if (state === 'CANCEL_PENDING') return lastly('CONFIRM_CANCEL');
    return lastly(isUnanswered ? 'REJECT' : 'FAIL');
  }
  // That the work goes on is no answer to a cancellation, and nothing moves what has ended: the machine refuses that.
  if (state === 'CANCEL_PENDING' || !isOpen(state)) return lastly('UPDATE');
  switch (what) {
    case 'ACKNOWLEDGED':
      return lastly(state === 'REQUESTED' ? 'ACKNOWLEDGE' : 'UPDATE');
    case 'ACCEPTED':
      return lastly(isUnanswered ? 'ACCEPT' : state === 'ON_HOLD' ? 'RESUME' : 'UPDATE');
    case 'ON_HOLD':
      if (isUnanswered) return then('ACCEPT');
      return lastly(state === 'ON_HOLD' ? 'UPDATE' : 'HOLD');
    case 'STARTED':
      if (isUnanswered) return then('ACCEPT');
      if (state === 'ON_HOLD') return then('RESUME');
      return lastly(state === 'ACCEPTED' ? 'RECORD_FIRST_CONTACT' : 'UPDATE');
    case 'COMPLETED':
      if (isUnanswered) return then('ACCEPT');
      if (state === 'ON_HOLD') return then('RESUME');
      return state === 'ACCEPTED' ? then('RECORD_FIRST_CONTACT') : lastly('COMPLETE');
  }
}

const reasonFor = (move: ReferralMove, reason: ReferralReason | undefined): { readonly reason?: ReferralReason } =>
  reason !== undefined && (move === 'REJECT' || move === 'FAIL') ? { reason } : {};
