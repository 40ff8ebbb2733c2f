import type { AdjustmentEffect, AdjustmentMove, AdjustmentState } from './words.js';

/** Who moves an adjustment: the service, the employer, or the person whose it is. */
export type AdjustmentSide = 'SERVICE' | 'EMPLOYER' | 'PERSON';

interface Rule {
  readonly from: readonly AdjustmentState[];
  readonly to?: AdjustmentState;
  readonly by: readonly AdjustmentSide[];
}

/** From which state a move leads where, and whose it is. A review changes the effect and not the state. */
const machine: Readonly<Record<AdjustmentMove, Rule>> = {
  AGREE: { from: ['PROPOSED'], to: 'AGREED', by: ['SERVICE', 'EMPLOYER'] },
  DECLINE: { from: ['PROPOSED', 'AGREED'], to: 'DECLINED', by: ['SERVICE', 'EMPLOYER'] },
  PUT_IN_PLACE: { from: ['AGREED'], to: 'IN_PLACE', by: ['SERVICE', 'EMPLOYER', 'PERSON'] },
  // Whether it helps is for the person to say, or for the service that asks them; never for the employer.
  REVIEW: { from: ['IN_PLACE', 'ENDED'], by: ['SERVICE', 'PERSON'] },
  WITHDRAW: { from: ['PROPOSED', 'AGREED'], to: 'WITHDRAWN', by: ['SERVICE', 'PERSON'] },
  END: { from: ['IN_PLACE'], to: 'ENDED', by: ['SERVICE', 'EMPLOYER', 'PERSON'] },
};

export type MoveResult =
  | { readonly kind: 'moved'; readonly to: AdjustmentState }
  | { readonly kind: 'refused'; readonly reason: 'NOT_IN_THIS_STATE' | 'NOT_FOR_THIS_SIDE' | 'INVALID_INPUT' };

/** Pure: where a move leads. */
export function moveAdjustment(
  state: AdjustmentState,
  move: AdjustmentMove,
  side: AdjustmentSide,
  effect: AdjustmentEffect | undefined,
): MoveResult {
  const { from, to = state, by } = machine[move];
  if (!by.includes(side)) return { kind: 'refused', reason: 'NOT_FOR_THIS_SIDE' };
  if ((move === 'REVIEW') !== (effect !== undefined)) return { kind: 'refused', reason: 'INVALID_INPUT' };
  return from.includes(state) ? { kind: 'moved', to } : { kind: 'refused', reason: 'NOT_IN_THIS_STATE' };
}

/** Every state from which no move leads on. */
export const finalStates: readonly AdjustmentState[] = ['DECLINED', 'WITHDRAWN'];
