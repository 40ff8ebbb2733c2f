import type { Store } from '../store/port.js';
import type { Subtree } from './merkle-tree.js';
import type { SignedHead } from './signed-head.js';
import { isKept, nodeId } from './stored-tree.js';

/** Keeps what receipts are made of, beside the appends: nobody waits for it, and what is lost is made again or comes again. */
export interface ProofKeeper {
  /** Subtrees of records that are durable. */
  keepNodes(writer: string, subtrees: readonly Subtree[]): void;
  /** A head that was published. */
  keepHead(head: SignedHead): void;
  /** Writes what is to be kept. Call it right behind a write to the ledger: the store commits both at once. */
  flush(): void;
  /** Resolves when all is written, or could not be. */
  idle(): Promise<void>;
}

/** Where the ledger is not written to meanwhile, so many milliseconds after it was to be kept: several of its commits. */
const flushAfterMs = 50;

export function proofKeeper(store: Pick<Store, 'collection'>): ProofKeeper {
  const nodes = store.collection('ledgerNodes');
  const heads = store.collection('ledgerHeads');
  const underWay = new Set<Promise<unknown>>();
  const due: (() => Promise<unknown>)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const write of due.splice(0)) {
      const settled = write()
        .catch(() => undefined)
        .finally(() => underWay.delete(settled));
      underWay.add(settled);
    }
  };
  const keep = (write: () => Promise<unknown>): void => {
    due.push(write);
    timer ??= setTimeout(flush, flushAfterMs);
  };
  return {
    keepNodes: (writer, subtrees) => {
      const kept = subtrees.filter(isKept).map(({ height, index, root }) => ({
        id: nodeId(writer, height, index),
        writer,
        height,
        number: index,
        root,
      }));
      if (kept.length > 0) keep(() => nodes.insertMany(kept));
    },
    keepHead: ({ writer, sequence, hash, root, at, closed, signature }) => {
      if (sequence === 0 || root === undefined) return;
      const id = `${writer}:${sequence}`;
      // A writer that closes publishes the same place twice; either vouches for it.
      keep(() => heads.insert({ id, writer, sequence, hash, root, at, closed, signature }));
    },
    flush,
    idle: async () => {
      flush();
      await Promise.all(underWay);
    },
  };
}
