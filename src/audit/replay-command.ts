/**
 * `npm run ledger:replay -- [--data-dir DIR] [--record ID]`
 *
 * Decides every record of a ledger (or one, by its id) once more under the policy and the consents that it names, and
 * compares the bytes. Reads only, so it may run beside a hub. Exit code 0: all came out the same; 1: one did not, and
 * which; 2: it could not be told.
 */
import { parseArgs } from 'node:util';
import { decide } from '../access/decide.js';
import type { LedgerDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';
import { keptVersions } from './kept-versions.js';
import { openLedgerStore } from './open-store.js';
import { replayLedger, type ReplayReport } from './replay-ledger.js';
import { scanLedger } from './scan.js';

try {
  const report = await replayAll();
  process.stdout.write(`${describe(report)}\n`);
  process.exitCode = report.first ? (report.first.replayed.kind === 'DIFFERENT' ? 1 : 2) : 0;
} catch (error) {
  process.stderr.write(`ledger: could not be replayed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function replayAll(): Promise<ReplayReport> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string', default: process.env['HUB_DATA_DIR'] ?? '.hub' },
      record: { type: 'string' },
    },
  });
  const store = await openLedgerStore(values['data-dir']);
  try {
    const records = values.record === undefined ? scanLedger(store) : oneRecord(store, values.record);
    return await replayLedger(records, { decide, ...keptVersions(store) });
  } finally {
    await store.close();
  }
}

async function* oneRecord(store: Store, id: string): AsyncGenerator<LedgerDocument> {
  const record = await store.collection('ledger').get(id);
  if (!record) throw new Error(`no record ${id}`);
  yield record;
}

function describe({ records, same, asFarAsSaid, first }: ReplayReport): string {
  if (first?.replayed.kind === 'CANNOT')
    return `ledger: record ${first.id} cannot be decided again: ${first.replayed.why}`;
  if (first?.replayed.kind === 'DIFFERENT') {
    const { section, recorded, replayed } = first.replayed;
    return `ledger: record ${first.id} comes out otherwise at ${section}\n  recorded: ${recorded}\n  replayed: ${replayed}`;
  }
  const older = asFarAsSaid === 0 ? '' : `, ${asFarAsSaid} older ones as far as they say what they rest on`;
  return `ledger: ${records} records decided again, ${same} to the same bytes${older}`;
}
