import type { Viewer } from '../access/types.js';
import { VersionConflict } from '../store/port.js';
import { instantOf, referralsOf, type DeskParts } from './desk-parts.js';
import type { ReferralDocument } from './document.js';
import { nextDelivery } from './outbox-schedule.js';
import type { OutboxEntry } from './outbox-entry.js';
import { noSuchReferral, refused, type ReferralOutcome } from './outcome.js';
import { sendingOf } from './partner-link/links.js';
import { mayTakePart } from './parts.js';
import { sidesOf } from './sides.js';

/**
 * Sends again what was given up, under the same ids, and what went by a link that opens nothing any more while nobody has answered,
 * by another link: by the requester or the gateway. Where there is neither it changes nothing.
 */
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
    const again = await idsToSendAgain(parts, current);
    if (again.size === 0) return { kind: 'stored', document: current };
    const { version, ...kept } = current;
    const at = instantOf(parts);
    const outbox = current.outbox.map((entry): OutboxEntry => {
      if (!again.has(entry.id)) return entry;
      const { deliveredAt: _at, ...sent } = entry;
      return { ...sent, state: 'WAITING', attempts: 0, dueAt: at, resentAt: at, resends: (entry.resends ?? 0) + 1 };
    });
    try {
      const document = await referrals.replace({ ...kept, outbox, nextDeliveryAt: nextDelivery(outbox) }, version);
      return { kind: 'stored', document };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}

async function idsToSendAgain({ links }: DeskParts, { state, outbox }: ReferralDocument): Promise<ReadonlySet<string>> {
  const dead = outbox.filter((entry) => entry.state === 'DEAD').map(({ id }) => id);
  const isUnanswered = state === 'REQUESTED' || state === 'ACKNOWLEDGED';
  const arrived = isUnanswered ? outbox.filter((entry) => entry.state === 'DELIVERED' && entry.kind === 'NEW') : [];
  const spent = await Promise.all(
    arrived.map(async ({ id, resends }) => ((await links.isSpent(sendingOf(id, resends ?? 0))) ? [id] : [])),
  );
  return new Set([...dead, ...spent.flat()]);
}
