/**
 * The Merkle tree over one writer's records, hashed as RFC 9162 section 2.1.1 says (the tree of Certificate Transparency, RFC
 * 6962 before it). Leaf n is record n: its data are the 32 bytes of the record's hash. Hashes are hex, as in the records.
 */
import { hash as digest } from 'node:crypto';

/**
 * A tree that only grows: the roots of its largest perfect subtrees, from left to right, one for each bit of its size. It is
 * all that is needed to append and to take the root: 20 hashes for a million records.
 */
export interface GrowingTree {
  readonly size: number;
  readonly subtrees: readonly string[];
}

export const emptyTree: GrowingTree = { size: 0, subtrees: [] };

/** The root of a perfect subtree: 2 to the `height` leaves, the `index`-th such subtree from the left. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
  readonly root: string;
}

/** The tree with these leaves behind its own; `onSubtree` hears of each perfect subtree that they complete. */
export function grow(
  tree: GrowingTree,
  leaves: readonly string[],
  onSubtree?: (subtree: Subtree) => void,
): GrowingTree {
  const subtrees = [...tree.subtrees];
  let { size } = tree;
  for (const leaf of leaves) {
    let root = leaf;
    let height = 0;
    // Each one-bit at the end of the size is a subtree as high as the one that was just made: they become one.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      root = nodeHash(subtrees.pop() ?? '', root);
      height += 1;
      onSubtree?.({ height, index: (rest - 1) / 2, root });
    }
    subtrees.push(root);
    size += 1;
  }
  return { size, subtrees };
}

/** RFC 9162 2.1.1; of the empty tree the hash of nothing. */
export function rootOf({ subtrees }: GrowingTree): string {
  return subtrees.length === 0 ? digest('sha256', '', 'hex') : joinRightToLeft(subtrees);
}

/** The root over perfect subtrees that stand side by side, each lower than the one to its left. */
export function joinRightToLeft(subtrees: readonly string[]): string {
  return subtrees.reduceRight((right, left) => nodeHash(left, right));
}

/** The root of the perfect subtree over `nodes`, which are all of one height and 1, 2, 4, 8, … in number. */
export function foldNodes(nodes: readonly string[]): string {
  const { subtrees } = grow(emptyTree, nodes);
  const [root] = subtrees;
  if (root === undefined || subtrees.length > 1) throw new RangeError('a perfect subtree has 1, 2, 4, 8, … nodes');
  return root;
}

/** `SHA-256(0x00 || data)`; `recordHash` is 64 hex digits. */
export function leafHash(recordHash: string): string {
  leafBytes.write(recordHash, 1, 'hex');
  return digest('sha256', leafBytes, 'hex');
}

/** `SHA-256(0x01 || left || right)` */
export function nodeHash(left: string, right: string): string {
  nodeBytes.write(left, 1, 'hex');
  nodeBytes.write(right, 33, 'hex');
  return digest('sha256', nodeBytes, 'hex');
}

// Filled and hashed in one go, never seen by anyone else: half the time of a new buffer for each node.
const leafBytes = Buffer.alloc(33, 0x00);
const nodeBytes = Buffer.alloc(65, 0x01);
