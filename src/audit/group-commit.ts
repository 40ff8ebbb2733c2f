/** One commit at a time, for everyone who waits for it. */
export interface GroupCommit<Item> {
  /** Resolves when the commit that held all of `items` has; rejects with its error. */
  add(items: readonly Item[]): Promise<void>;
  /** Resolves when nothing waits and no commit runs. */
  idle(): Promise<void>;
}

interface Waiting<Item> {
  readonly items: readonly Item[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Whatever arrives while a commit runs goes into the next one, up to `limit` items: the cost of a durable write is shared
 * by the requests that wait for it (16 to 27 times the records per second, `bench/ledger.ts`). The items of one `add`
 * are never parted, and they keep the order of arrival. Where a commit failed, storing nothing, for the sake of one of
 * them (`concernsOneOnly`), each is committed alone, so that nobody fails for what another sent.
 */
export function groupCommit<Item>(
  commit: (items: readonly Item[]) => Promise<void>,
  limit: number,
  concernsOneOnly: (error: unknown) => boolean,
): GroupCommit<Item> {
  let waiting: Waiting<Item>[] = [];
  let running: Promise<void> | undefined;

  const take = (): Waiting<Item>[] => {
    let count = 0;
    const end = waiting.findIndex(({ items }, index) => (count += items.length) > limit && index > 0);
    const batch = end === -1 ? waiting : waiting.slice(0, end);
    waiting = end === -1 ? [] : waiting.slice(end);
    return batch;
  };
  const settle = async (batch: readonly Waiting<Item>[]): Promise<void> => {
    try {
      await commit(batch.flatMap(({ items }) => items));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length > 1 && concernsOneOnly(error)) for (const one of batch) await settle([one]);
      else for (const { reject } of batch) reject(error);
    }
  };
  const run = async (): Promise<void> => {
    await Promise.resolve(); // what is added in the same turn of the event loop shares the first commit
    while (waiting.length > 0) {
      await settle(take());
    }
    running = undefined;
  };
  return {
    add: (items) =>
      new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        running ??= run();
      }),
    idle: async () => running,
  };
}
