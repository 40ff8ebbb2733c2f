/**
 * Proofs about a Merkle tree that somebody else can check: that a record is in it, and that an earlier tree is the beginning
 * of it. The algorithms are those of RFC 9162, whose sections stand beside them; `docs/verify-receipt.mjs` and `docs/verify-heads.mjs` check without any of this.
 */
import { nodeHash } from './merkle-tree.js';

/** The root of the perfect subtree of 2 to the `height` leaves that is the `number`-th from the left. */
export type SubtreeRoot = (height: number, number: number) => Promise<string>;

/** RFC 9162 2.1.3.1: the hashes that lead from leaf `index` to the root of the tree of `size` leaves, lowest first. */
export function inclusionPath(index: number, size: number, root: SubtreeRoot): Promise<readonly string[]> {
  return pathWithin(index, 0, size, root);
}

/** RFC 9162 2.1.4.1: the hashes that show that the tree of `earlier` leaves is the beginning of that of `size`. */
export async function consistencyPath(earlier: number, size: number, root: SubtreeRoot): Promise<readonly string[]> {
  return earlier === 0 || earlier === size ? [] : subproof(earlier, 0, size, true, root);
}

async function pathWithin(index: number, from: number, size: number, root: SubtreeRoot): Promise<readonly string[]> {
  if (size === 1) return [];
  const left = largestPowerBelow(size);
  return index < left
    ? [...(await pathWithin(index, from, left, root)), await rootOver(from + left, size - left, root)]
    : [...(await pathWithin(index - left, from + left, size - left, root)), await rootOver(from, left, root)];
}

async function subproof(
  earlier: number,
  from: number,
  size: number,
  whole: boolean,
  root: SubtreeRoot,
): Promise<readonly string[]> {
  if (earlier === size) return whole ? [] : [await rootOver(from, size, root)];
  const left = largestPowerBelow(size);
  return earlier <= left
    ? [...(await subproof(earlier, from, left, whole, root)), await rootOver(from + left, size - left, root)]
    : [...(await subproof(earlier - left, from + left, size - left, false, root)), await rootOver(from, left, root)];
}

/** MTH(D[from : from + size]) of RFC 9162 2.1.1. */
async function rootOver(from: number, size: number, root: SubtreeRoot): Promise<string> {
  const height = Math.log2(size);
  if (Number.isInteger(height)) return root(height, from / size);
  const left = largestPowerBelow(size);
  return nodeHash(await rootOver(from, left, root), await rootOver(from + left, size - left, root));
}

function largestPowerBelow(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1);
}

/** RFC 9162 2.1.3.2: the root that a leaf and its path lead to; undefined where the path is not one of such a tree. */
export function rootFrom(leaf: string, index: number, size: number, path: readonly string[]): string | undefined {
  let node = index;
  let last = size - 1;
  let root = leaf;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else root = nodeHash(root, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}
