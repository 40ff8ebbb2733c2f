/**
 * `npm run ledger:verify -- [--data-dir DIR] [--heads FILE] [--public-key FILE …] [--export FILE] [--records FILE]`
 *
 * Reads only, so it may run beside a hub. `--export` writes the records down and verifies what it wrote; `--records`
 * verifies such an export where there is no store. Exit code 0: nothing is wrong; 1: the ledger was tampered with;
 * 2: it could not be told.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Store } from '../store/port.js';
import { headKeyPaths } from './head-key.js';
import type { CheckedRecord } from './checked-record.js';
import { exportRecords, headsOf } from './jsonl.js';
import { openLedgerStore } from './open-store.js';
import { checkExport, checkStore } from './parallel-check.js';
import { scanLedger } from './scan.js';
import { checkOneByOne, verifyChecked, type VerifyReport } from './verify.js';

try {
  const { report, unreadableHeads } = await verify();
  process.stdout.write(`${describe(report)}${unreadableHeads > 0 ? `; ${unreadableHeads} unreadable heads` : ''}\n`);
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`ledger: could not be verified: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function verify(): Promise<{ report: VerifyReport; unreadableHeads: number }> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string', default: process.env['HUB_DATA_DIR'] ?? '.hub' },
      heads: { type: 'string' },
      'public-key': { type: 'string', multiple: true },
      export: { type: 'string' },
      records: { type: 'string' },
    },
  });
  const directory = values['data-dir'];
  const keys = await Promise.all((values['public-key'] ?? [headKeyPaths(directory).publicKeyPath]).map(publicKeyOf));
  const readHeads = () => headsOf(values.heads ?? join(directory, 'ledger-heads.jsonl'));

  const store = values.records === undefined ? await openLedgerStore(directory) : undefined;
  try {
    let { heads, unreadable } = await readHeads(); // before the records: what a head names is there by then
    const exported = store && values.export;
    if (exported) await exportRecords(scanLedger(store), exported);
    const file = values.records ?? exported;
    const read = () => (file === undefined && store ? checkedIn(store, directory) : checkExport(file ?? ''));
    let report = await verifyChecked(read(), heads, keys);
    if (report.fault?.kind === 'UNKNOWN_WRITER') {
      ({ heads, unreadable } = await readHeads()); // a hub that started meanwhile has published since
      report = await verifyChecked(read(), heads, keys);
    }
    return { report, unreadableHeads: unreadable };
  } finally {
    await store?.close();
  }
}

async function publicKeyOf(path: string): Promise<KeyObject> {
  return createPublicKey(await readFile(path));
}

/** An embedded store is read by several workers; of MongoDB's answers each has been parsed here already. */
function checkedIn(store: Store, dataDirectory: string): AsyncIterable<readonly CheckedRecord[]> {
  return process.env['MONGODB_URI'] === undefined ? checkStore(dataDirectory) : checkOneByOne(scanLedger(store));
}

function describe({ fault, records, writers, vouchedFor }: VerifyReport): string {
  if (fault) return `ledger: ${fault.kind} at record ${fault.sequence} of writer ${fault.writer}: ${fault.what}`;
  const rest = records - vouchedFor;
  const tail = rest === 0 ? '' : `, ${rest} written since the last head`;
  return `ledger: verified, ${records} records of ${writers} writers, ${vouchedFor} vouched for by signed heads${tail}`;
}
