/**
 * Goal row 24: edit, delete, truncate and reorder are all detected offline, from the store as from an export. Here over
 * more records than one worker takes at a time, so that the faults lie inside a stretch, on its border and across two.
 */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { exportRecords } from '../../src/audit/jsonl.js';
import { openLedger } from '../../src/audit/ledger.js';
import { checkExport, checkStore } from '../../src/audit/parallel-check.js';
import { scanLedger } from '../../src/audit/scan.js';
import type { SignedHead } from '../../src/audit/signed-head.js';
import { verifyChecked } from '../../src/audit/verify.js';
import type { LedgerDocument } from '../../src/store/documents.js';
import { openStore } from '../../src/store/open.js';
import { openReadOnly } from '../../src/store/sqlite.js';
import { connect, type Connection } from '../../src/store/sqlite-connection.js';
import { databaseFile } from '../../src/store/sqlite-files.js';
import { eventOf, keys, now } from '../audit/events.js';
import { freshDirectory } from '../audit/fresh-directory.js';

const total = 9_000;
const heads: SignedHead[] = [];
let directory: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ directory, remove } = await freshDirectory());
  heads.length = 0;
  const store = await openStore({ dataDirectory: directory });
  const publish = (head: SignedHead): Promise<void> => Promise.resolve(void heads.push(head));
  for (const [writer, count] of [
    ['W1', total],
    ['W2', 10],
  ] as const) {
    const ledger = await openLedger({ store, writer, headKey: keys.privateKey, publish, now });
    for (let at = 0; at < count; at += 500) {
      await ledger.append(Array.from({ length: Math.min(500, count) }, (_, index) => eventOf(`CLIENT-${at + index}`)));
    }
    await ledger.close();
  }
  await store.close();
});
afterEach(() => remove());

/** As somebody would who can write to the disk. */
function tamper(change: (file: Connection) => void): void {
  const file = connect(databaseFile(directory));
  change(file);
  file.close();
}

const idOf = (sequence: number): string => `W1:${String(sequence).padStart(12, '0')}`;
const bodyOf = (file: Connection, sequence: number): string =>
  String(file.first('SELECT body FROM ledger WHERE id = ?', [idOf(sequence)])?.[0]);
const rewrite = (file: Connection, sequence: number, body: string): number =>
  file.run('UPDATE ledger SET body = ? WHERE id = ?', [body, idOf(sequence)]);

async function verdicts() {
  const fromStore = await verifyChecked(checkStore(directory), heads, keys.publicKey);
  const path = join(directory, 'export.jsonl');
  const store = await openReadOnly(directory);
  await exportRecords(scanLedger(store), path);
  await store.close();
  return [fromStore, await verifyChecked(checkExport(path), heads, keys.publicKey)];
}

test('an untouched ledger of two writers passes, every record of it vouched for', async () => {
  const passed = { ok: true, records: total + 10, writers: 2, vouchedFor: total + 10 };
  expect(await verdicts()).toEqual([passed, passed]);
}, 120_000);

const cases: readonly [string, (file: Connection) => void, { kind: string; sequence: number }][] = [
  [
    'two edits: the first is named',
    (file) => {
      for (const at of [8_123, 4_567]) rewrite(file, at, bodyOf(file, at).replace('CLIENT-', 'CLIENT+'));
    },
    { kind: 'EDITED', sequence: 4_567 },
  ],
  [
    'a deletion on the border of two stretches',
    (file) => void file.run('DELETE FROM ledger WHERE id = ?', [idOf(4_001)]),
    { kind: 'MISSING', sequence: 4_001 },
  ],
  [
    'the deletion of a whole stretch',
    (file) => void file.run("DELETE FROM ledger WHERE writer = 'W1' AND sequence BETWEEN 4001 AND 8000", []),
    { kind: 'MISSING', sequence: 4_001 },
  ],
  [
    'a truncation',
    (file) => void file.run("DELETE FROM ledger WHERE writer = 'W1' AND sequence > 8900", []),
    { kind: 'TRUNCATED', sequence: 8_901 },
  ],
  [
    'a swap across two stretches',
    (file) => {
      const [one, other] = [bodyOf(file, 3_999), bodyOf(file, 4_002)];
      const placed = (body: string, sequence: number): string =>
        JSON.stringify({ ...(JSON.parse(body) as LedgerDocument), id: idOf(sequence), sequence });
      rewrite(file, 3_999, placed(other, 3_999));
      rewrite(file, 4_002, placed(one, 4_002));
    },
    { kind: 'EDITED', sequence: 3_999 },
  ],
  [
    'a record far behind the end',
    (file) => {
      const forged = { ...(JSON.parse(bodyOf(file, 9_000)) as LedgerDocument), id: 'W1:forged', sequence: 1e9 };
      file.run('INSERT INTO ledger (id, version, body) VALUES (?, 1, ?)', [forged.id, JSON.stringify(forged)]);
    },
    { kind: 'MISSING', sequence: 9_001 },
  ],
];

test.each(cases)(
  '%s',
  async (_what, change, fault) => {
    tamper(change);
    for (const report of await verdicts())
      expect(report).toMatchObject({ ok: false, fault: { writer: 'W1', ...fault } });
  },
  120_000,
);
