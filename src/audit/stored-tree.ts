import type { Store } from '../store/port.js';
import type { SubtreeRoot } from './merkle-proof.js';
import { foldNodes, leafHash, nodeHash, type Subtree } from './merkle-tree.js';

/** A kept node stands for 256 of the level below it: a proof reads some hundred small documents, however long the chain. */
const levels = 8;

export const isKept = ({ height }: Subtree): boolean => height % levels === 0;

export const nodeId = (writer: string, height: number, number: number): string => `${writer}:${height}:${number}`;

/** The subtrees of one writer's records. A node that was never kept (the process was killed) is made from the records. */
export function storedTree(store: Pick<Store, 'collection'>, writer: string): SubtreeRoot {
  const rootOf: SubtreeRoot = async (height, number) => {
    const kept = height - (height % levels);
    const nodes = await nodesBelow(kept, number * 2 ** (height - kept), 2 ** (height - kept));
    if (nodes) return foldNodes(nodes);
    if (height === 0) throw new Error(`ledger: record ${number + 1} of writer ${writer} is missing`);
    return nodeHash(await rootOf(height - 1, 2 * number), await rootOf(height - 1, 2 * number + 1));
  };
  const nodesBelow = async (height: number, from: number, count: number): Promise<readonly string[] | undefined> => {
    const nodes = height === 0 ? await leaves(from, count) : await keptNodes(height, from, count);
    return nodes.length === count ? nodes : undefined;
  };
  const leaves = async (from: number, count: number): Promise<readonly string[]> => {
    const sequence = { gt: from, lte: from + count };
    const where = { writer, sequence };
    const records = await store.collection('ledger').find({ index: 'writer_sequence', where, limit: count });
    return records.map(({ hash }) => leafHash(hash));
  };
  const keptNodes = async (height: number, from: number, count: number): Promise<readonly string[]> => {
    const where = { writer, height, number: { gte: from, lt: from + count } };
    const nodes = await store.collection('ledgerNodes').find({ index: 'writer_height_number', where, limit: count });
    return nodes.map(({ root }) => root);
  };
  return rootOf;
}
