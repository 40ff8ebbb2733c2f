import type { Viewer } from '../access/types.js';
import { VersionConflict } from '../store/port.js';
import { instantOf, referralsOf, type DeskParts } from './desk-parts.js';
import type { ReferralDocument } from './document.js';
import { nextDelivery } from './outbox-schedule.js';
import { noSuchReferral, refused, type ReferralOutcome } from './outcome.js';
import { mayTakePart } from './parts.js';
import { sidesOf } from './sides.js';

/** Sends again what was given up, under the same ids: by the requester or the gateway. Nothing given up changes nothing. */
export async function resendReferral(
  parts: DeskParts,
  viewer: Viewer,
  referral: ReferralDocument,
): Promise<ReferralOutcome> {
  if (!sidesOf(referral, viewer).some((side) => side !== 'TARGET') || !mayTakePart(viewer.audience)) {
    return refused('NOT_FOR_THIS_SIDE', 'This is for the requester or the gateway to do.');
  }
  const referrals = referralsOf(parts);
  for (;;) {
    const current = await referrals.get(referral.id);
    if (!current) return noSuchReferral;
    const { version, ...kept } = current;
    if (!current.outbox.some(({ state }) => state === 'DEAD')) return { kind: 'stored', document: current };
    const at = instantOf(parts);
    const outbox = current.outbox.map((entry) =>
      entry.state === 'DEAD' ? { ...entry, state: 'WAITING' as const, attempts: 0, dueAt: at, resentAt: at } : entry,
    );
    try {
      const document = await referrals.replace({ ...kept, outbox, nextDeliveryAt: nextDelivery(outbox) }, version);
      return { kind: 'stored', document };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
