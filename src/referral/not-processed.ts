import { VersionConflict } from '../store/port.js';
import { instantOf, referralsOf, type DeskParts } from './desk-parts.js';
import type { ReferralDocument } from './document.js';
import type { OutboxEntry } from './outbox-entry.js';
import { nextDelivery } from './outbox-schedule.js';
import { noSuchReferral, type Refused } from './outcome.js';

/** Milliseconds after which a message that a receiver could not process in that moment is sent again. */
const againAfterMs = 300_000;

/**
 * A message that had arrived was not processed, as its receiver says later. One that it could not process at that moment is sent
 * again under the same ids; one that it never will is given up, and its task raised.
 */
export async function notProcessed(
  parts: DeskParts,
  { id }: ReferralDocument,
  messageId: string,
  fault: 'FATAL_ERROR' | 'TRANSIENT_ERROR',
): Promise<{ readonly kind: 'taken' | 'repeated' } | Refused> {
  const referrals = referralsOf(parts);
  for (;;) {
    const current = await referrals.get(id);
    const entry = current?.outbox.find((each) => each.id === messageId);
    if (!current || !entry) return noSuchReferral;
    if (entry.state !== 'DELIVERED') return { kind: 'repeated' };
    const { deliveredAt: _at, ...kept } = entry;
    if (fault === 'FATAL_ERROR') await parts.giveUp(current, entry, fault);
    const next: OutboxEntry =
      fault === 'FATAL_ERROR'
        ? { ...kept, state: 'DEAD', lastFault: fault }
        : {
            ...kept,
            state: 'WAITING',
            attempts: 0,
            lastFault: fault,
            dueAt: new Date(Date.parse(instantOf(parts)) + againAfterMs).toISOString(),
          };
    const outbox = current.outbox.map((each) => (each === entry ? next : each));
    const { version, ...referral } = current;
    try {
      await referrals.replace({ ...referral, outbox, nextDeliveryAt: nextDelivery(outbox) }, version);
      return { kind: 'taken' };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
