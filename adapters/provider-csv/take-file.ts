import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Taken } from './drop-folder.js';
import type { Fault } from './fault.js';
import { importFile, type ImportedFile, type ProviderCsvGround } from './import.js';
import type { ProviderCsvSettings } from './settings.js';

/** Imports one file of the drop folder. Rejects where it changed while it was read, or the store cannot write. */
export async function takeFile(
  path: string,
  settings: ProviderCsvSettings,
  ground: ProviderCsvGround,
  now: () => number,
): Promise<Taken> {
  const before = await stat(path);
  if (before.size > settings.maxBytes) {
    const fault = { row: 0, column: '', fault: `is larger than ${settings.maxBytes} bytes` };
    return refused(await digestOf(path), [fault]);
  }
  const bytes = await readFile(path);
  const after = await stat(path);
  if (after.size !== bytes.length || after.mtimeMs !== before.mtimeMs)
    throw new Error('the file is still being written');
  const imported: ImportedFile = await importFile(bytes, settings, ground, now);
  if (!imported.accepted) return refused(imported.digest, imported.faults);
  return { accepted: true, digest: imported.digest, report: undefined };
}

const refused = (digest: string, faults: readonly Fault[]): Taken => ({
  accepted: false,
  digest,
  report: { accepted: false, sha256: digest, faults },
});

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
