import type { DataCategory, Viewer } from '../access/types.js';

/** One subscription that runs in this process: whose, and which kinds of data each of its events can show. */
export interface OpenSubscription {
  readonly viewer: Viewer;
  readonly categories: ReadonlySet<DataCategory>;
}

/** The subscriptions that run in this process. */
export interface OpenSubscriptions {
  /** Until the returned function is called. */
  add(subscription: OpenSubscription): () => void;
  all(): readonly OpenSubscription[];
}

export function createOpenSubscriptions(): OpenSubscriptions {
  const open = new Set<OpenSubscription>();
  return {
    add(subscription) {
      open.add(subscription);
      return () => void open.delete(subscription);
    },
    all: () => [...open],
  };
}
