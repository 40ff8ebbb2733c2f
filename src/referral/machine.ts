import { moveRules } from './moves.js';
import { referralMoves } from './words.js';
import type { ReferralMove, ReferralReason, ReferralSide, ReferralState } from './words.js';

/** Where a referral stands, as far as the machine needs to know. */
export interface Standing {
  readonly state: ReferralState;
  /** Where it was before it was held, or before a cancellation was asked for; innermost last. */
  readonly before: readonly ReferralState[];
}

/** What somebody wants to do. */
export interface MoveRequest {
  readonly move: ReferralMove;
  /** The sides on which whoever asks stands; none where they take no part. */
  readonly sides: readonly ReferralSide[];
  readonly reason?: ReferralReason;
}

export type MoveFault = 'NOT_FROM_THIS_STATE' | 'NOT_FOR_THIS_SIDE' | 'REASON_REQUIRED' | 'REASON_NOT_OF_THIS_MOVE';

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly side: ReferralSide; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly fault: MoveFault };

/** Whether a move is legal, and where it leads. Pure; a refusal names the one thing that is wrong first. */
export function move({ state, before }: Standing, { move, sides, reason }: MoveRequest): MoveOutcome {
  const rule = moveRules[move];
  const side = rule.by.find((each) => sides.includes(each));
  if (side === undefined) return refused('NOT_FOR_THIS_SIDE');
  if (!rule.from.includes(state)) return refused('NOT_FROM_THIS_STATE');
  if (rule.reasons && reason === undefined) return refused('REASON_REQUIRED');
  if (reason !== undefined && rule.reasons?.includes(reason) !== true) return refused('REASON_NOT_OF_THIS_MOVE');
  if (rule.to === 'SAME') return { kind: 'moved', side, standing: { state, before } };
  if (rule.to === 'BEFORE') {
    const back = before.at(-1);
    // Nothing holds a referral that was nowhere before.
    if (back === undefined) return refused('NOT_FROM_THIS_STATE');
    return { kind: 'moved', side, standing: { state: back, before: before.slice(0, -1) } };
  }
  const returns = rule.to === 'ON_HOLD' || rule.to === 'CANCEL_PENDING';
  return { kind: 'moved', side, standing: { state: rule.to, before: returns ? [...before, state] : [] } };
}

/** The moves that are open to these sides now, each with the reasons that it needs one of. */
export function openMoves(
  standing: Standing,
  sides: readonly ReferralSide[],
): readonly { readonly move: ReferralMove; readonly reasons: readonly ReferralReason[] }[] {
  return referralMoves.flatMap((name) => {
    const reasons = moveRules[name].reasons ?? [];
    const [reason] = reasons;
    const outcome = move(standing, { move: name, sides, ...(reason !== undefined && { reason }) });
    return outcome.kind === 'moved' ? [{ move: name, reasons }] : [];
  });
}

const refused = (fault: MoveFault): MoveOutcome => ({ kind: 'refused', fault });
