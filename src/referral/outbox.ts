import type { DeliveryOutcome } from '../../adapters/referral-delivery.js';
import { VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { ReferralDocument } from './document.js';
import type { OutboxEntry } from './outbox-entry.js';
import { dueEntry, nextDelivery } from './outbox-schedule.js';

/** How the outbox is worked, whoever works it. */
export interface OutboxRules {
  /** Milliseconds for which whoever claimed a message has it to themselves. Longer than an attempt may take. */
  readonly leaseMs: number;
  /** First back-off; doubles with full jitter. */
  readonly baseDelayMs: number;
  readonly longestDelayMs: number;
  /** Attempts after which a message is given up, and a task raised. */
  readonly mostAttempts: number;
}

export const outboxRules: OutboxRules = {
  leaseMs: 60_000,
  baseDelayMs: 5_000,
  longestDelayMs: 3_600_000,
  mostAttempts: 24,
};

export interface OutboxParts {
  readonly store: Store;
  /** Sends once. Must not reject for what a receiver did. */
  readonly send: (referral: ReferralDocument, entry: OutboxEntry) => Promise<DeliveryOutcome>;
  /** Raises the task of a message that is given up; once, however often it is called. */
  readonly giveUp: (referral: ReferralDocument, entry: OutboxEntry, fault: string) => Promise<void>;
  /** Names this process: a lease is somebody's. */
  readonly holder: string;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly rules?: OutboxRules;
  readonly report: (error: unknown) => void;
}

const batch = 100;
const atOnce = 16;

/**
 * Works the outboxes inside the referrals: claims what is due by an optimistic replacement, sends it, writes down what came
 * of it. Several processes may do so on one store. A process that dies anywhere leaves a message waiting, whose lease ends;
 * it is then sent again under the same ids, by which its receiver tells that it had it.
 */
export function createOutbox(parts: OutboxParts) {
  const { store, now, rules = outboxRules } = parts;
  const referrals = store.collection('referrals');
  const instant = (ms: number): string => new Date(ms).toISOString();

  /** Delivers what is due now. Resolves with how many messages it tried. */
  async function deliverDue(): Promise<number> {
    const due = await referrals.find({
      index: 'nextDeliveryAt',
      where: { nextDeliveryAt: { lte: instant(now()) } },
      limit: batch,
    });
    let tried = 0;
    const waiting = [...due];
    const work = async (): Promise<void> => {
      for (let referral = waiting.shift(); referral; referral = waiting.shift()) {
        // One that cannot be sent now (the ledger is away, say) holds up no other; its lease ends, and it comes again.
        const isTried = await deliverOne(referral).catch((error: unknown) => (parts.report(error), false));
        if (isTried) tried += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return tried;
  }

  async function deliverOne(referral: ReferralDocument): Promise<boolean> {
    const claimed = await claim(referral);
    if (!claimed) return false;
    const { entry } = claimed;
    const outcome = await parts.send(claimed.referral, entry);
    await settle(claimed.referral.id, entry, outcome);
    return true;
  }

  /** Takes the message that is due for the length of a lease; undefined where somebody else was quicker. */
  async function claim(
    referral: ReferralDocument,
  ): Promise<{ referral: ReferralDocument; entry: OutboxEntry } | undefined> {
    const due = dueEntry(referral.outbox, instant(now()));
    if (!due) return undefined;
    const entry = { ...due, attempts: due.attempts + 1, holder: parts.holder, dueAt: instant(now() + rules.leaseMs) };
    try {
      return { referral: await replaceEntry(referral, entry), entry };
    } catch (error) {
      if (error instanceof VersionConflict) return undefined;
      throw error;
    }
  }

  /** Writes down what came of an attempt. Whoever took the message over meanwhile is only overruled by its having arrived. */
  async function settle(id: string, tried: OutboxEntry, outcome: DeliveryOutcome): Promise<void> {
    for (;;) {
      const referral = await referrals.get(id);
      const current = referral?.outbox.find((entry) => entry.id === tried.id);
      if (!referral || current?.state !== 'WAITING') return;
      const isOurs = current.holder === parts.holder && current.attempts === tried.attempts;
      if (outcome.kind !== 'delivered' && !isOurs) return;
      const settled = await settledEntry(referral, current, outcome);
      try {
        await replaceEntry(referral, settled);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
      }
    }
  }

  async function settledEntry(
    referral: ReferralDocument,
    { holder: _holder, ...entry }: OutboxEntry,
    outcome: DeliveryOutcome,
  ): Promise<OutboxEntry> {
    const at = instant(now());
    if (outcome.kind === 'delivered') {
      const { lastFault: _fault, ...arrived } = entry;
      return { ...arrived, state: 'DELIVERED', deliveredAt: at };
    }
    const { fault } = outcome;
    if (outcome.kind === 'refused' || entry.attempts >= rules.mostAttempts) {
      // The task first: a message that is given up always has an owner, whenever the process dies.
      await parts.giveUp(referral, entry, fault);
      return { ...entry, state: 'DEAD', lastFault: fault };
    }
    return { ...entry, lastFault: fault, dueAt: instant(now() + delayMs(entry.attempts, outcome.afterSeconds)) };
  }

  /** Exponential with full jitter; what the receiver asked for is added to, never undercut. */
  function delayMs(attempts: number, afterSeconds = 0): number {
    const longest = Math.min(rules.longestDelayMs, rules.baseDelayMs * 2 ** (attempts - 1));
    return afterSeconds * 1_000 + Math.ceil(parts.random() * longest);
  }

  function replaceEntry({ version, ...referral }: ReferralDocument, entry: OutboxEntry): Promise<ReferralDocument> {
    const outbox = referral.outbox.map((each) => (each.id === entry.id ? entry : each));
    return referrals.replace({ ...referral, outbox, nextDeliveryAt: nextDelivery(outbox) }, version);
  }

  return { deliverDue };
}

export type Outbox = ReturnType<typeof createOutbox>;
