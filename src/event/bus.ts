import type { HubEvent } from '../store/documents/event-slot.js';
import { createFeed, type Feed, type FeedEnd } from './feed.js';

/** Carries what happened to whoever waits for it, in this process and, over a ring in the store, in the others. */
export interface EventBus {
  /**
   * Resolves when every process can learn of it. An event is a nudge: what it is about is stored already, so where it could
   * not be passed on that is reported, and whoever emitted it has not failed.
   */
  emit(event: HubEvent): Promise<void>;
  /** Everything that is emitted from now on and wanted. */
  feed(isWanted: (event: HubEvent) => boolean): Feed;
  /** How many feeds are open: what operators watch. */
  listeners(): number;
  /** Ends every feed; nothing more is taken. */
  close(): Promise<void>;
}

/** How events reach other processes, and theirs this one. */
export interface EventRing {
  publish(event: HubEvent): Promise<void>;
  /** Reads what the others wrote, without waiting for its time. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the ring: `deliver` is called for other processes' events, `onLost` where some were written over unread. */
export type OpenRing = (parts: {
  readonly deliver: (event: HubEvent) => void;
  readonly onLost: () => void;
}) => Promise<EventRing>;

/**
 * Events that one subscriber may be behind before it is ended. They are shared with the other feeds, so a slow reader costs
 * a list of references: 80 KB at most.
 */
const feedCapacity = 10_000;

/** @param openRing Absent where no other process shares the store. */
export async function openEventBus(report: (error: unknown) => void, openRing?: OpenRing): Promise<EventBus> {
  const feeds = new Map<Feed, (event: HubEvent) => boolean>();
  const deliver = (event: HubEvent): void => {
    for (const [feed, isWanted] of feeds) if (isWanted(event)) feed.offer(event);
  };
  const endAll = (reason: FeedEnd): void => {
    for (const feed of [...feeds.keys()]) feed.end(reason);
  };
  const ring = await openRing?.({ deliver, onLost: () => endAll('EVENTS_LOST') });
  let closed = false;
  return {
    async emit(event) {
      if (closed) return;
      deliver(event);
      await ring?.publish(event).catch(report);
    },
    feed(isWanted) {
      const feed: Feed = createFeed(feedCapacity, () => feeds.delete(feed));
      if (closed) feed.end('CLOSED');
      else feeds.set(feed, isWanted);
      return feed;
    },
    listeners: () => feeds.size,
    async close() {
      closed = true;
      endAll('CLOSED');
      await ring?.stop();
    },
  };
}
