import type { HubEvent } from '../store/documents/event-slot.js';

/** Why a feed gave no more, where that was not its reader's doing. */
export type FeedEnd = 'SLOW_READER' | 'EVENTS_LOST' | 'CLOSED';

/** Thrown to the reader of a feed that was ended for it. */
export class FeedEnded extends Error {
  override readonly name = 'FeedEnded';
  constructor(readonly reason: FeedEnd) {
    super(`the feed of events was ended: ${reason}`);
  }
}

/** The events that one subscriber waits for. It begins when it is made, not when it is first read: nothing falls between. */
export interface Feed extends AsyncIterableIterator<HubEvent> {
  /** Takes an event; ends itself where its reader is further behind than it holds. */
  offer(event: HubEvent): void;
  end(reason: FeedEnd): void;
  /** Also resolves a `next` that waits, which an async generator's `return` would not. */
  return(): Promise<IteratorResult<HubEvent>>;
}

interface Waiting {
  readonly resolve: (result: IteratorResult<HubEvent>) => void;
  readonly reject: (error: FeedEnded) => void;
}

const done: IteratorResult<HubEvent> = { done: true, value: undefined };

/** @param capacity Events that wait for a slow reader before it is given up: what it holds is bounded, and small. */
export function createFeed(capacity: number, onEnd: () => void): Feed {
  let held: HubEvent[] = [];
  let waiting: Waiting | undefined;
  let ended: FeedEnded | 'by its reader' | undefined;

  const finish = (how: FeedEnded | 'by its reader'): void => {
    if (ended) return;
    ended = how;
    held = [];
    onEnd();
    if (how === 'by its reader') waiting?.resolve(done);
    else waiting?.reject(how);
    waiting = undefined;
  };

  return {
    offer(event) {
      if (ended) return;
      if (waiting) {
        waiting.resolve({ done: false, value: event });
        waiting = undefined;
      } else if (held.length < capacity) held.push(event);
      else finish(new FeedEnded('SLOW_READER'));
    },
    end: (reason) => finish(new FeedEnded(reason)),
    next() {
      const event = held.shift();
      if (event) return Promise.resolve({ done: false, value: event });
      if (ended === undefined) return new Promise((resolve, reject) => (waiting = { resolve, reject }));
      return ended === 'by its reader' ? Promise.resolve(done) : Promise.reject(ended);
    },
    return() {
      finish('by its reader');
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
