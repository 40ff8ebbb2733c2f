import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { groupCommit } from '../audit/group-commit.js';
import type { EventSlotDocument, HubEvent } from '../store/documents/event-slot.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { OpenRing } from './bus.js';

/** Slots of the ring: a process may be this many commits behind the others before it must say that it lost some. */
const defaultSlots = 4_096;
const mostEventsInSlot = 200;
const readAtOnce = 200;

/**
 * A ring of events in the store. Its order is total and has no gap: number n+1 is only written by whoever has seen n, and of
 * two who write it one loses and takes the next. So a reader that asks for what is behind the last number that it read
 * misses nothing, whatever the clocks say.
 * @param pollMs Between two looks: what another process's event costs in time.
 */
export function openEventRing({
  store,
  pollMs,
  slots = defaultSlots,
  report,
}: {
  store: Store;
  pollMs: number;
  slots?: number;
  report: (error: unknown) => void;
}): OpenRing {
  return async ({ deliver, onLost }) => {
    const collection = store.collection('eventSlots');
    const writer = randomUUID();
    const stopping = new AbortController();

    const newest = async (): Promise<number> => {
      const [slot] = await collection.find({ index: 'sequence', where: {}, order: 'descending', limit: 1 });
      return slot?.sequence ?? 0;
    };

    /** Writes into the next slot, whoever else writes meanwhile. One document holds them all: they are stored whole or not. */
    async function write(events: readonly HubEvent[]): Promise<void> {
      for (;;) {
        const sequence = (await newest()) + 1;
        const slot = { id: `slot-${sequence % slots}`, sequence, writer, events };
        const before = await collection.get(slot.id);
        // Somebody took it between the two looks.
        if (before && before.sequence >= sequence) continue;
        try {
          await (before ? collection.replace(slot, before.version) : collection.insert(slot));
          return;
        } catch (error) {
          if (!(error instanceof DuplicateKey || error instanceof VersionConflict)) throw error;
        }
      }
    }
    const group = groupCommit(
      { prepare: (events: readonly HubEvent[]) => events, commit: (batch) => write(batch.flat()) },
      mostEventsInSlot,
    );

    let read = await newest();
    async function readOn(): Promise<void> {
      for (;;) {
        const found = await collection.find({
          index: 'sequence',
          where: { sequence: { gt: read } },
          limit: readAtOnce,
        });
        for (const slot of found) {
          if (slot.sequence !== read + 1) onLost();
          read = slot.sequence;
          deliverOthers(slot);
        }
        if (found.length < readAtOnce) return;
      }
    }
    /** Its own were delivered when they were emitted. */
    const deliverOthers = (slot: EventSlotDocument): void => {
      if (slot.writer !== writer) slot.events.forEach(deliver);
    };

    async function poll(): Promise<void> {
      while (!stopping.signal.aborted) {
        await wait(pollMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
        await readOn().catch(report);
      }
    }
    const polling = poll();

    return {
      publish: (event) => group.add([event]),
      look: readOn,
      async stop() {
        stopping.abort();
        await Promise.all([polling, group.idle()]);
      },
    };
  };
}
