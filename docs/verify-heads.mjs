// Checks without the hub that nothing but appending happened between two heads of one writer (RFC 9162 section 2.1.4.2):
//   node verify-heads.mjs older-receipt.json newer-receipt.json
// Both were checked by verify-receipt.mjs; the newer one was asked for with `consistency(treeSize: …)`, the size of the older.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [older, newer] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const bytes = (hex) => Buffer.from(hex, 'hex');
const join = (left, right) =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), left, right]))
    .digest();
const need = (holds, what) => {
  if (holds) return;
  console.log(`NOT VERIFIED: ${what}`);
  process.exit(1);
};

need(older.head.writer === newer.head.writer, 'the heads are of two writers');
const [earlier, later] = [older.head.sequence, newer.head.sequence];
need(earlier <= later, 'the older head is the newer one');
if (earlier === later) need(older.head.root === newer.head.root, 'one tree has two roots');
else {
  let [node, last] = [earlier - 1, later - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  // A size of 1, 2, 4, 8, … is one perfect subtree, whose root the older head says itself.
  const [start, ...path] = (node === 0 ? [older.head.root] : []).concat(newer.consistency).map(bytes);
  need(start, 'there is no proof');
  let [first, second] = [start, start];
  for (const sibling of path) {
    need(last > 0, 'the proof is too long');
    if (node % 2 === 1 || node === last) {
      [first, second] = [join(sibling, first), join(sibling, second)];
      while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else second = join(second, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  need(last === 0, 'the proof is too short');
  need(first.equals(bytes(older.head.root)), 'the proof does not begin with the older tree');
  need(second.equals(bytes(newer.head.root)), 'the older tree is not the beginning of the newer one');
}
console.log(`verified: records 1 to ${earlier} of writer ${newer.head.writer} stand in the newer tree as they stood`);
