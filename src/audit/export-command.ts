/**
 * `npm run -s ledger:export -- [--data-dir DIR] [--format record|auditevent|provenance] [--organisation CODE] [--from INSTANT] [--before INSTANT]`
 *
 * Writes the ledger to standard output, one JSON object a line. For the operator, who has the store: a privacy officer exports over
 * HTTP, where the reading is recorded. `record` without a filter is what `ledger:verify --records` verifies. Reads only, so it may run
 * beside a hub.
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { LedgerDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';
import { auditEventOf } from './fhir/audit-event.js';
import type { ExportNames } from './fhir/names.js';
import { provenanceOf } from './fhir/provenance.js';
import { openLedgerStore } from './open-store.js';
import { scanLedger } from './scan.js';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const settings = z.strictObject({
  'data-dir': z.string(),
  format: z.enum(['record', 'auditevent', 'provenance']),
  operator: z.string(),
  organisation: z.string().optional(),
  from: instant.optional(),
  before: instant.optional(),
});

try {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string', default: process.env['HUB_DATA_DIR'] ?? '.hub' },
      format: { type: 'string', default: 'record' },
      operator: { type: 'string', default: 'hub' },
      organisation: { type: 'string' },
      from: { type: 'string' },
      before: { type: 'string' },
    },
  });
  await exportLedger(settings.parse(values));
} catch (error) {
  process.stderr.write(`ledger: could not be exported: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function exportLedger({ format, operator, ...which }: z.infer<typeof settings>): Promise<void> {
  const store = await openLedgerStore(which['data-dir']);
  const textOf = operationTextsIn(store);
  try {
    for await (const record of scanLedger(store)) {
      if (!isWanted(record, which)) continue;
      const text = format === 'auditevent' ? await textOf(record.operation.digest) : undefined;
      const names: ExportNames = {
        operator,
        patient: (id) => id,
        consent: (version) => version,
        operation: () => text,
      };
      const resource = resourceOf(record, format, names);
      if (resource && !process.stdout.write(`${JSON.stringify(resource)}\n`)) await once(process.stdout, 'drain');
    }
  } finally {
    await store.close();
  }
}

/** A ledger names the same few again and again. */
function operationTextsIn(store: Store): (digest: string) => Promise<string | undefined> {
  const known = new Map<string, string | undefined>();
  return async (digest) => {
    if (!known.has(digest)) known.set(digest, (await store.collection('operations').get(digest))?.text);
    return known.get(digest);
  };
}

function resourceOf(record: LedgerDocument, format: z.infer<typeof settings>['format'], names: ExportNames) {
  if (format === 'auditevent') return auditEventOf(record, names);
  return format === 'provenance' ? provenanceOf(record, names) : record;
}

function isWanted(
  { at, viewer }: LedgerDocument,
  { organisation, from, before }: Pick<z.infer<typeof settings>, 'organisation' | 'from' | 'before'>,
): boolean {
  if (organisation !== undefined && viewer.organisation !== organisation) return false;
  return (from === undefined || at >= from) && (before === undefined || at < before);
}
