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
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function proofKeeper(store: Pick<Store, 'collection'>): ProofKeeper {
  const nodes = store.collection('ledgerNodes');
  const heads = store.collection('ledgerHeads');
  const underWay = new Set<Promise<unknown>>();
  const beside = (write: Promise<unknown>): void => {
    const settled = write.catch(() => undefined).finally(() => underWay.delete(settled));
    underWay.add(settled);
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
      if (kept.length > 0) beside(nodes.insertMany(kept));
    },
    keepHead: ({ writer, sequence, hash, root, at, closed, signature }) => {
      if (sequence === 0 || root === undefined) return;
      const id = `${writer}:${sequence}`;
      // A writer that closes publishes the same place twice; either vouches for it.
      beside(heads.insert({ id, writer, sequence, hash, root, at, closed, signature }));
    },
    idle: async () => {
      await Promise.all(underWay);
    },
  };
}
