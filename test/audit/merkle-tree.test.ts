import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyTree, foldNodes, grow, leafHash, rootOf, type Subtree } from '../../src/audit/merkle-tree.js';

/** RFC 9162 2.1.1 as it is written there, recursive and over bytes. */
function merkleTreeHash(data: readonly Buffer[]): Buffer {
  const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (data.length === 0) return sha256();
  if (data.length === 1) return sha256(Buffer.of(0), data[0]!);
  let k = 1;
  while (2 * k < data.length) k *= 2;
  return sha256(Buffer.of(1), merkleTreeHash(data.slice(0, k)), merkleTreeHash(data.slice(k)));
}

const recordHash = (number: number): string => createHash('sha256').update(String(number)).digest('hex');
const hashes = (size: number): string[] => Array.from({ length: size }, (_, number) => recordHash(number));

test('the root of a growing tree is the Merkle Tree Hash of RFC 9162, in whatever pieces it grew', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 5 }), (pieces) => {
      const size = pieces.reduce((sum, piece) => sum + piece, 0);
      let tree = emptyTree;
      for (const piece of pieces)
        tree = grow(
          tree,
          hashes(size)
            .slice(tree.size, tree.size + piece)
            .map(leafHash),
        );
      const expected = merkleTreeHash(hashes(size).map((hash) => Buffer.from(hash, 'hex')));
      expect(rootOf(tree)).toBe(expected.toString('hex'));
    }),
  );
});

test('every perfect subtree is told once, when its last leaf comes', () => {
  const told: Subtree[] = [];
  const leaves = hashes(21).map(leafHash);
  const half = grow(emptyTree, leaves.slice(0, 7), (subtree) => told.push(subtree));
  grow(half, leaves.slice(7), (subtree) => told.push(subtree));
  const places = (height: number) => told.filter((each) => each.height === height).map(({ index }) => index);
  expect([1, 2, 3, 4, 5].map(places)).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 1, 2, 3, 4], [0, 1], [0], []]);
  expect(told.find(({ height, index }) => height === 3 && index === 1)?.root).toBe(foldNodes(leaves.slice(8, 16)));
});
