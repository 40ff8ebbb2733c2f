import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyTree } from '../../src/audit/merkle-tree.js';
import { chain, startOf, type Tip } from '../../src/audit/record.js';
import { hashOf } from '../../src/audit/record-hash.js';
import { signHead, type SignedHead } from '../../src/audit/signed-head.js';
import { verifyLedger } from '../../src/audit/verify.js';
import type { LedgerDocument, LedgerLine } from '../../src/store/documents.js';
import { eventOf, keys } from './events.js';

const at = '2025-06-02T09:30:00.000Z';
const length = 12;

interface Written {
  readonly records: LedgerDocument[];
  readonly heads: readonly SignedHead[];
  /** After 0, 1, 2, … records. */
  readonly tips: readonly Tip[];
}

const onePerWriter = new Map<string, Written>();

/** Twelve records of one writer, and heads for the fourth and the last, after which the writer closed. */
function written(writer = 'W1'): Written {
  const known = onePerWriter.get(writer) ?? write(writer);
  onePerWriter.set(writer, known);
  return { ...known, records: [...known.records] };
}

function write(writer: string): Written {
  const records: LedgerDocument[] = [];
  const tips: Tip[] = [startOf(writer)];
  for (let index = 0; index < length; index += 1) {
    const next = chain(tips.at(-1)!, [eventOf(`CLIENT-${index}`)], at);
    records.push({ ...next.records[0]!, version: 1 });
    tips.push(next.tip);
  }
  const head = (sequence: number, closed: boolean) => signHead(tips[sequence]!, at, closed, keys.privateKey);
  return { records, heads: [head(0, false), head(4, false), head(length, true)], tips };
}

async function verdict(records: readonly LedgerDocument[], heads = written().heads, key = keys.publicKey) {
  const stream = async function* () {
    await Promise.resolve();
    yield* records;
  };
  return verifyLedger(stream(), heads, key);
}
fc.configureGlobal({ numRuns: 40 });
const index = fc.nat(length - 1);
const rehashed = (record: LedgerDocument): LedgerDocument => ({ ...record, hash: hashOf(record) ?? '' });

/** Ways to change one field of a record to something that it was not. */
const edits: readonly [string, (record: LedgerDocument) => LedgerDocument][] = [
  ['clientId', (record) => ({ ...record, clientId: 'SOMEONE-ELSE' as never })],
  ['clientId taken out', (record) => JSON.parse(JSON.stringify({ ...record, clientId: undefined })) as LedgerDocument],
  ['at', (record) => ({ ...record, at: '2025-06-03T09:30:00.000Z' })],
  ['viewer', (record) => ({ ...record, viewer: { ...record.viewer, subject: 'nobody' } })],
  ['onBehalfOf put in', (record) => ({ ...record, viewer: { ...record.viewer, onBehalfOf: 'nobody' } })],
  ['operation', (record) => ({ ...record, operation: { ...record.operation, name: 'Other' } })],
  ['correlationId', (record) => ({ ...record, correlationId: 'other' })],
  ['policyVersion', (record) => ({ ...record, policyVersion: 'other' })],
  ['a line taken out', (record) => ({ ...record, lines: record.lines.slice(1) })],
  [
    'outcome',
    (record) => ({ ...record, lines: record.lines.map((line) => ({ ...line, outcome: 'CHANGED' as const })) }),
  ],
  ['lines swapped', (record) => ({ ...record, lines: record.lines.toReversed() })],
  ['a field put in', (record) => ({ ...record, note: 'never happened' }) as LedgerDocument],
  [
    'a line’s field put in',
    (record) => ({ ...record, lines: record.lines.map((line) => ({ ...line, note: 'never' })) }),
  ],
  [
    'a field __proto__ put in',
    (record) => JSON.parse(`{"__proto__":1,${JSON.stringify(record).slice(1)}`) as LedgerDocument,
  ],
  ['salt', (record) => ({ ...record, salt: '0'.repeat(32) })],
  ['format taken out', ({ format: _format, ...record }) => record],
  ['previousHash', (record) => ({ ...record, previousHash: 'f'.repeat(64) })],
];

test('an untouched ledger passes, and every record of it is vouched for', async () => {
  expect(await verdict(written().records)).toEqual({ ok: true, records: length, writers: 1, vouchedFor: length });
});

test('the hash that the ledger takes is the one that a verifier, who knows no field by name, takes', () => {
  const record = written().records[3]!;
  expect(hashOf(record)).toBe(record.hash);
  expect(hashOf(withKeysReversed(record) as LedgerDocument)).toBe(record.hash);
});

test.each(edits)('an edited record is named, whichever it is: %s', async (_name, edit) => {
  await fc.assert(
    fc.asyncProperty(index, async (at) => {
      const { records } = written();
      records[at] = edit(records[at]!);
      expect((await verdict(records)).fault).toMatchObject({ kind: 'EDITED', writer: 'W1', sequence: at + 1 });
    }),
  );
});

test.each(edits)('an edited record that was given a new hash is named all the same: %s', async (_name, edit) => {
  await fc.assert(
    fc.asyncProperty(index, async (at) => {
      const { records } = written();
      records[at] = rehashed(edit(records[at]!));
      expect((await verdict(records)).fault).toMatchObject({ kind: 'REPLACED', writer: 'W1', sequence: at + 1 });
    }),
  );
});

test('a deleted record is named; the last ones are missed by the published head', async () => {
  await fc.assert(
    fc.asyncProperty(index, fc.integer({ min: 1, max: length }), async (at, count) => {
      const { records } = written();
      records.splice(at, count);
      const kind = at + count >= length ? 'TRUNCATED' : 'MISSING';
      expect((await verdict(records)).fault).toMatchObject({ kind, sequence: at + 1 });
    }),
  );
});

test('without its head a truncation would pass: that is what heads are for', async () => {
  const { records } = written();
  expect(await verdict(records.slice(0, 5), [])).toMatchObject({ ok: true, vouchedFor: 0 });
  expect(await verdict(records.slice(0, 5))).toMatchObject({ ok: false });
});

test('two records that changed places are found, moved whole or with their places written anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(index, { minLength: 2, maxLength: 2 }), fc.boolean(), async (pair, relabelled) => {
      const [left, right] = pair.toSorted((a, b) => a - b) as [number, number];
      const { records } = written();
      const [one, other] = [records[left]!, records[right]!];
      const placed = (record: LedgerDocument, { id, sequence, previousHash }: LedgerDocument): LedgerDocument =>
        relabelled ? rehashed({ ...record, id, sequence, previousHash }) : record;
      records[left] = placed(other, one);
      records[right] = placed(one, other);
      // Where neighbours changed places with new hashes, nothing but the second of them still tells what the first was.
      const named = relabelled && right === left + 1 ? [left + 1, left + 2] : [left + 1];
      expect(named).toContain((await verdict(records)).fault?.sequence);
    }),
  );
});

test('a record that was put in between is found, with or without room made for it', async () => {
  await fc.assert(
    fc.asyncProperty(index, async (at) => {
      const { records } = written();
      records.splice(at, 0, { ...records[at]!, clientId: 'FORGED' as never });
      expect(await verdict(records)).toMatchObject({ ok: false, fault: { kind: 'EDITED', sequence: at + 1 } });
    }),
  );
});

test('a chain that was written anew from some record on is found at the next head', async () => {
  await fc.assert(
    fc.asyncProperty(index, async (from) => {
      const { records, tips } = written();
      const before = tips[from]!;
      const anew = chain(
        before,
        Array.from({ length: length - from }, (_, n) => eventOf(`FORGED-${n}`)),
        at,
      ).records;
      const forged = [...records.slice(0, from), ...anew.map((record) => ({ ...record, version: 1 }))];
      expect((await verdict(forged)).fault).toMatchObject({ kind: 'REPLACED', sequence: from < 4 ? 4 : length });
    }),
  );
});

test('a record behind the last one of a closed writer, or of a writer that nobody knows, is a forgery', async () => {
  const { records, tips } = written();
  const more = chain(tips.at(-1)!, [eventOf('FORGED')], at).records.map((record) => ({ ...record, version: 1 }));
  expect((await verdict([...records, ...more])).fault).toMatchObject({ kind: 'AFTER_CLOSE', sequence: length + 1 });
  expect((await verdict([...records, ...written('W2').records])).fault).toMatchObject({
    kind: 'UNKNOWN_WRITER',
    writer: 'W2',
    sequence: 1,
  });
});

test('a head that another key signed, or that was changed, is refused', async () => {
  const { records, heads } = written();
  const other = generateKeyPairSync('ed25519').publicKey;
  expect((await verdict(records, heads, other)).fault).toMatchObject({ kind: 'FORGED_HEAD', sequence: 0 });
  const cut = { ...heads[2]!, sequence: 3 };
  expect((await verdict(records, [heads[0]!, cut])).fault).toMatchObject({ kind: 'FORGED_HEAD', sequence: 3 });
});

test('heads of an older key count where that key is given too', async () => {
  const { records, heads } = written();
  const newer = generateKeyPairSync('ed25519').publicKey;
  const stream = async function* () {
    await Promise.resolve();
    yield* records;
  };
  expect(await verifyLedger(stream(), heads, [newer, keys.publicKey])).toMatchObject({ ok: true });
});

test('what has no longer the shape of a record is named as edited, not thrown at whoever verifies', async () => {
  const { records } = written();
  records[4] = { ...records[4]!, viewer: null as never };
  expect((await verdict(records)).fault).toMatchObject({ kind: 'EDITED', sequence: 5 });
});

test('a record of a format that is not known here is named, not passed over', async () => {
  const { records } = written();
  records[4] = { ...records[4]!, format: 4 as never };
  expect((await verdict(records)).fault).toMatchObject({ kind: 'UNKNOWN_FORMAT', writer: 'W1', sequence: 5 });
});

test('a head whose tree does not begin with the tree of the head before it is named, though its last record is there', async () => {
  const { records, heads, tips } = written();
  const other = signHead(
    { ...tips[length]!, tree: { ...emptyTree, subtrees: ['ab'.repeat(32)] } },
    at,
    true,
    keys.privateKey,
  );
  expect((await verdict(records, [heads[0]!, heads[1]!, other])).fault).toMatchObject({
    kind: 'OTHER_ROOT',
    sequence: length,
  });
});

test('records and heads of the first format, as an earlier hub wrote them, still verify, and an edit of them is named', async () => {
  const { records, heads } = asFirstWritten();
  expect(await verdict(records, heads)).toEqual({ ok: true, records: 3, writers: 1, vouchedFor: 3 });
  records[1] = { ...records[1]!, correlationId: 'other' };
  expect((await verdict(records, heads)).fault).toMatchObject({ kind: 'EDITED', sequence: 2 });
});

/** What the first format was, written out: nothing of the product makes it any more. */
function asFirstWritten(): { records: LedgerDocument[]; heads: SignedHead[] } {
  const records: LedgerDocument[] = [];
  for (const [index, name] of ['A', 'B', 'C'].entries()) {
    const { viewer, lines, ...event } = eventOf(name);
    const previousHash = records.at(-1)?.hash ?? '0'.repeat(64);
    const { clientId, correlationId, operation, policyVersion } = event;
    const covered = {
      at,
      clientId,
      correlationId,
      lines: lines.map((line) => Object.fromEntries(Object.entries(line).sort()) as unknown as LedgerLine),
      operation: { digest: operation.digest, name: operation.name },
      policyVersion,
      previousHash,
      sequence: index + 1,
      viewer: {
        audience: viewer.audience,
        organisation: viewer.organisation,
        purpose: viewer.purpose,
        subject: viewer.subject,
      },
      writer: 'OLD',
    };
    const hash = createHash('sha256').update(JSON.stringify(covered)).digest('hex');
    records.push({ ...covered, id: `OLD:00000000000${index + 1}`, version: 1, hash } as LedgerDocument);
  }
  const head = { writer: 'OLD', sequence: 3, hash: records[2]!.hash, at, closed: true };
  const signed = `work-health-hub ledger head\n${JSON.stringify(['OLD', 3, head.hash, at, true])}`;
  const signature = sign(null, Buffer.from(signed), keys.privateKey).toString('base64url');
  return { records, heads: [{ ...head, signature }] };
}

/** The same document, as an engine that keeps keys in another order might give it back. */
function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, withKeysReversed(item)]));
}
