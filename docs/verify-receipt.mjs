// Checks a receipt of the access history without the hub (RFC 9162 section 2.1.3.2):
//   node verify-receipt.mjs receipt.json heads.jsonl public-key.pem
// heads.jsonl is what the hub published outside its own control, one signed head a line.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [receiptFile, headsFile, keyFile] = process.argv.slice(2);
const read = (file) => readFileSync(file, 'utf8');
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const need = (holds, what) => {
  if (holds) return;
  console.log(`NOT VERIFIED: ${what}`);
  process.exit(1);
};

// A privacy officer's receipt has the record's hash, and not the record.
const { record, recordHash, leafIndex, path, head } = JSON.parse(read(receiptFile));
const { writer, sequence, at, viewer } = record === null ? { ...head, sequence: leafIndex + 1 } : JSON.parse(record);

// 1. The head is one that was published, and the hub's key signed it.
const { hash, root, closed, signature } = head;
const line = { writer: head.writer, sequence: head.sequence, hash, root, at: head.at, closed, signature };
need(read(headsFile).split('\n').includes(JSON.stringify(line)), 'the head was not published');
const signed = JSON.stringify([head.writer, head.sequence, hash, root, head.at, closed]);
const text = Buffer.from(`work-health-hub ledger head 2\n${signed}`);
const key = createPublicKey(read(keyFile));
need(verify(null, text, key, Buffer.from(signature, 'base64url')), 'the head is not signed with this key');

// 2. The path leads from the record, byte for byte, to the root of the tree that the head is of.
need(writer === head.writer && sequence === leafIndex + 1, 'the path is not that of this record');
let [node, last] = [leafIndex, head.sequence - 1];
let reached = sha256(Buffer.of(0), record === null ? Buffer.from(recordHash, 'hex') : sha256(Buffer.from(record)));
for (const sibling of path.map((hex) => Buffer.from(hex, 'hex'))) {
  need(last > 0, 'the path is too long');
  if (node % 2 === 1 || node === last) {
    reached = sha256(Buffer.of(1), sibling, reached);
    while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)];
  } else reached = sha256(Buffer.of(1), reached, sibling);
  [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
}
need(last === 0, 'the path is too short');
need(reached.toString('hex') === root, 'the record is not in the tree that was signed');
const what = viewer ? `${at}, ${viewer.audience} of ${viewer.organisation}` : `a record with the hash ${recordHash}`;
console.log(`verified: ${what}: record ${sequence} of writer ${writer}`);
