import { derivedId } from '../support/derived-id.js';
import type { RequestContext } from './context.js';
import type { MoveReferralInput } from './generated.js';
import { noReferral, referralAnswer, referralRefusal } from './referral-answer.js';
import { findReferral } from './referral-file.js';
import { keepPlace } from './referral-places.js';

/** One move of a referral by this caller; accepted without a place it waits for one, on its target's word. */
export async function moveReferral(input: MoveReferralInput, context: RequestContext) {
  const { move, reason, note, idempotencyKey } = input;
  const waits = input.waitingList ?? false;
  if (move === 'ROUTE') return referralRefusal('INVALID_INPUT', 'move: a stream is chosen by routeReferral.');
  if (waits && move !== 'ACCEPT') return referralRefusal('INVALID_INPUT', 'waitingList is for ACCEPT.');
  const found = await findReferral(input.referral, context, 'Mutation.moveReferral');
  if (!found) return noReferral;
  const { services, viewer } = context;
  const isTarget = found.sides.includes('TARGET');
  if (isTarget && !waits && !(await keepPlace(found.document, move, context))) {
    return referralRefusal(
      'NO_PLACE',
      'The programme has no place left there: accept with waitingList, or reject with NO_CAPACITY.',
    );
  }
  const outcome = await services.referrals.move(viewer, found.document, idempotencyKey, {
    move,
    ...(reason != null && { reason }),
    ...(note != null && { note }),
  });
  if (!waits || outcome.kind === 'refused') return referralAnswer(outcome, 'ReferralMoved', context);
  // After the first: what a crash leaves accepted and not held, the same key makes good.
  const held = await services.referrals.move(viewer, outcome.document, derivedId('hold', idempotencyKey), {
    move: 'HOLD',
  });
  return referralAnswer(held, 'ReferralMoved', context);
}
