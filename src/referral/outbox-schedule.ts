import { never } from './clocks.js';
import type { OutboxEntry } from './outbox-entry.js';

/** The next message to each organisation: a cancellation must not overtake what it cancels. A dead one holds up the rest. */
export function heads(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const seen = new Set<string>();
  return outbox.filter(({ to, state }) => {
    if (state === 'DELIVERED' || seen.has(to)) return false;
    seen.add(to);
    return state === 'WAITING';
  });
}

/** When the outbox needs somebody next; `never` where nothing waits. */
export const nextDelivery = (outbox: readonly OutboxEntry[]): string =>
  heads(outbox).reduce((first, { dueAt }) => (dueAt < first ? dueAt : first), never);

/** The message that is due: the one that waited longest. */
export const dueEntry = (outbox: readonly OutboxEntry[], now: string): OutboxEntry | undefined =>
  heads(outbox)
    .filter(({ dueAt }) => dueAt <= now)
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0];
