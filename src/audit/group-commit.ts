/** One commit at a time, for everyone who waits for it. */
export interface GroupCommit<Item> {
  /** Resolves when the commit that held all of `items` has; rejects with its error. */
  add(items: readonly Item[]): Promise<void>;
  /** Resolves when nothing waits and no commit runs. */
  idle(): Promise<void>;
}

export interface Commits<Item, Ready extends object> {
  /** In front of each commit. Where it rejects, so does the `add` of everyone who was to be in it. */
  begin?(): Promise<void>;
  /**
   * Makes the items of one `add` ready to be committed behind `behind`, or, where that is undefined, behind all that is committed.
   * Changes nothing: what was made ready behind a commit that fails is thrown away, and made again. Where it throws, the `add` rejects,
   * and nobody else's.
   */
  prepare(items: readonly Item[], behind: Ready | undefined): Ready;
  /** Durable when it resolves. */
  commit(ready: readonly Ready[]): Promise<void>;
}

interface Waiting<Item, Ready> {
  readonly items: readonly Item[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  ready: Ready | undefined;
}

/** How many are made ready between two turns of the event loop: 2 ms of hashing for the ledger. */
const readyAtOnce = 64;

/**
 * Whatever arrives while a commit runs goes into the next one, up to `limit` items: the cost of a durable write is shared
 * by the requests that wait for it (9 to 60 times the records per second, `bench/ledger.ts`). While the disk is at one commit,
 * the next is made ready, and handed over when the one before it has succeeded. The items of one `add` are never parted, and they
 * keep the order of arrival. Nobody fails for what another sent.
 */
export function groupCommit<Item, Ready extends object>(
  commits: Commits<Item, Ready>,
  limit: number,
): GroupCommit<Item> {
  /** Those that are ready stand in front, each made ready behind the one before it. */
  const waiting: Waiting<Item, Ready>[] = [];
  let lastReady: Ready | undefined;
  let running: Promise<void> | undefined;
  let isCommitting = false;
  let preparing: NodeJS.Immediate | undefined;

  const take = (): Waiting<Item, Ready>[] => {
    let count = 0;
    const end = waiting.findIndex(({ items }, index) => (count += items.length) > limit && index > 0);
    return waiting.splice(0, end === -1 ? waiting.length : end);
  };
  const prepare = (one: Waiting<Item, Ready>): Ready | undefined => {
    try {
      one.ready ??= lastReady = commits.prepare(one.items, lastReady);
    } catch (error) {
      one.reject(error);
    }
    return one.ready;
  };
  const prepareAhead = (): void => {
    preparing ??= setImmediate(() => {
      preparing = undefined;
      const unready = isCommitting ? waiting.filter(({ ready }) => !ready).slice(0, readyAtOnce) : [];
      for (const one of unready) if (!prepare(one)) waiting.splice(waiting.indexOf(one), 1);
      if (unready.length === readyAtOnce) prepareAhead();
    });
  };
  const commit = async (batch: readonly Waiting<Item, Ready>[]): Promise<void> => {
    await commits.begin?.();
    const ready = batch.flatMap((one) => prepare(one) ?? []);
    if (ready.length === 0) return;
    const committing = commits.commit(ready);
    isCommitting = true;
    prepareAhead();
    try {
      await committing;
    } finally {
      isCommitting = false;
    }
  };
  const settle = async (batch: readonly Waiting<Item, Ready>[]): Promise<void> => {
    try {
      await commit(batch);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      lastReady = undefined;
      for (const one of waiting) one.ready = undefined;
      for (const { reject } of batch) reject(error);
    }
  };
  const run = async (): Promise<void> => {
    await Promise.resolve(); // what is added in the same turn of the event loop shares the first commit
    while (waiting.length > 0) await settle(take());
    running = undefined;
  };
  return {
    add: (items) =>
      new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject, ready: undefined });
        running ??= run();
        if (isCommitting) prepareAhead();
      }),
    idle: async () => running,
  };
}
