import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consistencyPath, inclusionPath, rootFrom, type SubtreeRoot } from '../../src/audit/merkle-proof.js';
import { emptyTree, foldNodes, grow, leafHash, nodeHash, rootOf } from '../../src/audit/merkle-tree.js';

const leaves = Array.from({ length: 300 }, (_, number) =>
  leafHash(createHash('sha256').update(String(number)).digest('hex')),
);
const root: SubtreeRoot = (height, number) =>
  Promise.resolve(foldNodes(leaves.slice(number * 2 ** height, (number + 1) * 2 ** height)));
const rootOfFirst = (size: number): string => rootOf(grow(emptyTree, leaves.slice(0, size)));

test('every leaf of every tree has a path to its root, and to no other', async () => {
  const place = fc.integer({ min: 1, max: 300 }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(place, fc.nat(), async ([index, size], other) => {
      const path = await inclusionPath(index, size, root);
      expect(rootFrom(leaves[index]!, index, size, path)).toBe(rootOfFirst(size));
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      const wrong = other % size;
      if (wrong !== index) expect(rootFrom(leaves[wrong]!, index, size, path)).not.toBe(rootOfFirst(size));
      expect(rootFrom(leaves[index]!, index, size, [...path, leaves[0]!])).not.toBe(rootOfFirst(size));
      // Short of the root it leads to the root of a part, which is no root of this tree: no answer, and not another one.
      if (path.length > 0) expect(rootFrom(leaves[index]!, index, size, path.slice(0, -1))).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

/** RFC 9162 2.1.4.2 as it is written there. */
function isBeginning(first: number, second: number, proof: readonly string[]): boolean {
  if (first === second) return proof.length === 0;
  const path = Number.isInteger(Math.log2(first)) ? [rootOfFirst(first), ...proof] : [...proof];
  let [fn, sn] = [first - 1, second - 1];
  while (fn & 1) [fn, sn] = [fn >> 1, sn >> 1];
  let [fr, sr] = [path[0]!, path[0]!];
  for (const c of path.slice(1)) {
    if (sn === 0) return false;
    if (fn & 1 || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      while (!(fn & 1) && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else sr = nodeHash(sr, c);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return fr === rootOfFirst(first) && sr === rootOfFirst(second) && sn === 0;
}

test('every earlier tree is shown to be the beginning of every later one', async () => {
  const sizes = fc
    .integer({ min: 1, max: 300 })
    .chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(sizes, async ([earlier, size]) => {
      const proof = await consistencyPath(earlier, size, root);
      expect(isBeginning(earlier, size, proof)).toBe(true);
      if (earlier < size) expect(isBeginning(earlier, size, [...proof.slice(0, -1), leaves[7]!])).toBe(false);
    }),
    { numRuns: 300 },
  );
});
