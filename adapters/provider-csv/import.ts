import { createHash } from 'node:crypto';
import type { ProviderRowDocument, Sealed } from '../../src/store/documents.js';
import { DuplicateKey, VersionConflict, type Store } from '../../src/store/port.js';
import type { ProviderRow } from './column-specification.js';
import type { Fault } from './fault.js';
import { parseFile } from './parse.js';
import type { ProviderCsvSettings } from './settings.js';
import { describedIdOf, descriptionIn, rowKeysOf, rowName, type ClientDescription } from './whose-row.js';

/** What an import stands on; the hub gives its own store and keyring. */
export interface ProviderCsvGround {
  readonly store: Pick<Store, 'collection'>;
  readonly keyring: {
    seal(plaintext: string): Sealed;
    open(sealed: Sealed): string;
    /** A keyed hash: whoever has the store alone cannot tell whose row it is, nor match it to the other collections. */
    lookupKey(kind: string, value: string): string;
    /** Under every key, the one that is written first. */
    lookupKeys(kind: string, value: string): readonly [string, ...string[]];
  };
  /** Asks who a described client is. Durable when it resolves; asked again, it is one question. */
  readonly askWho: (client: DescribedClient) => Promise<void>;
}

/** A client whom a file describes and does not number. */
export interface DescribedClient {
  /** Whose client it is. */
  readonly organisation: string;
  /** Under which the rows are found once it is known who the client is: their id in this source. */
  readonly describedId: string;
  readonly description: ClientDescription;
  /** ISO instant. */
  readonly since: string;
}

export interface ImportedFile {
  readonly accepted: boolean;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
  readonly rows: number;
  /** All of them. */
  readonly faults: readonly Fault[];
  /** Whether the same content had been imported before: then nothing was done. */
  readonly known: boolean;
}

export type ImportSettings = Pick<ProviderCsvSettings, 'provider' | 'organisation' | 'maxRows'>;

/** How many rows one commit holds. */
const chunk = 500;
/** Of the faults, how many the store keeps; the report beside the refused file has them all. */
const keptFaults = 1_000;

/**
 * Takes a file in whole or not at all. Its rows first, then the questions who its described clients are, then the record of the file:
 * a process that dies in between has the file still in its folder, and importing it again ends in the same rows and questions. The
 * same content is taken once.
 */
export async function importFile(
  bytes: Buffer,
  settings: ImportSettings,
  ground: ProviderCsvGround,
  now: () => number,
): Promise<ImportedFile> {
  const { provider, maxRows } = settings;
  const digest = createHash('sha256').update(bytes).digest('hex');
  const at = new Date(now()).toISOString();
  const files = ground.store.collection('providerFiles');
  const before = await files.get(`${provider}:${digest}`);
  if (before?.accepted) return { accepted: true, digest, rows: before.rows, faults: [], known: true };

  const parsed = await parseFile(bytes, { maxRows, today: at.slice(0, 10) });
  const accepted = parsed.kind === 'accepted';
  const rows = accepted ? parsed.rows : [];
  const faults = accepted ? [] : parsed.faults;
  for (let start = 0; start < rows.length; start += chunk) {
    const documents = rows
      .slice(start, start + chunk)
      .map((row) => documentOf(row, { provider, fileDigest: digest, importedAt: at }, ground));
    await upsert(documents, ground.store);
    await removeFormer(rows.slice(start, start + chunk), provider, ground);
  }
  await askWhoTheyAre(rows, settings.organisation, at, ground);
  const file = {
    id: `${provider}:${digest}`,
    provider,
    accepted,
    rows: rows.length,
    faults: faults.slice(0, keptFaults),
    receivedAt: at,
  };
  if (!before) await files.insert(file).catch(unlessTaken);
  else if (accepted) await files.replace(file, before.version).catch(unlessTaken); // refused before for a date in the future
  return { accepted, digest, rows: rows.length, faults, known: before !== undefined && !accepted };
}

type RowDocument = Omit<ProviderRowDocument, 'version'>;

function documentOf(
  row: ProviderRow,
  file: Pick<ProviderRowDocument, 'provider' | 'fileDigest' | 'importedAt'>,
  ground: ProviderCsvGround,
): RowDocument {
  return {
    ...file,
    ...rowKeysOf(row, file.provider, ground.keyring.lookupKey),
    row: ground.keyring.seal(JSON.stringify(row)),
  };
}

/** Under which ids a row may still stand while lookups move from one key to another. */
function formerIdsOf(row: ProviderRow, provider: string, { keyring }: ProviderCsvGround): readonly string[] {
  const { kind, value } = rowName(provider, row);
  const [, ...former] = keyring.lookupKeys(kind, value);
  return former.map((hash) => `${provider}:${hash}`);
}

/** One question for each client, however many rows describe them. */
async function askWhoTheyAre(
  rows: readonly ProviderRow[],
  organisation: string,
  since: string,
  ground: ProviderCsvGround,
): Promise<void> {
  const clients = new Map<string, DescribedClient>();
  for (const row of rows) {
    const description = descriptionIn(row);
    if (!description) continue;
    const describedId = describedIdOf(row.provider_client_id, description);
    clients.set(describedId, { organisation, describedId, description, since });
  }
  const all = [...clients.values()];
  for (let start = 0; start < all.length; start += chunk) {
    await Promise.all(all.slice(start, start + chunk).map(ground.askWho));
  }
}

/** A row that was stored under an older key is the same row: the new one has taken its place. */
async function removeFormer(
  written: readonly ProviderRow[],
  provider: string,
  ground: ProviderCsvGround,
): Promise<void> {
  const rows = ground.store.collection('providerRows');
  const former = written.flatMap((row) => formerIdsOf(row, provider, ground));
  for (let start = 0; start < former.length; start += chunk) {
    for (const { id, version } of await rows.getMany(former.slice(start, start + chunk))) {
      await rows.remove(id, version).catch(unlessTaken);
    }
  }
}

/** Puts rows in or in the place of earlier ones; what an interrupted import of the same file has put there stays. */
async function upsert(documents: readonly RowDocument[], store: Pick<Store, 'collection'>, attempt = 1): Promise<void> {
  const rows = store.collection('providerRows');
  const stored = new Map((await rows.getMany(documents.map(({ id }) => id))).map((row) => [row.id, row]));
  const pending = documents.filter(({ id, fileDigest }) => stored.get(id)?.fileDigest !== fileDigest);
  try {
    await rows.insertMany(pending.filter(({ id }) => !stored.has(id)));
    await Promise.all(
      pending.map(async (document) => {
        const earlier = stored.get(document.id);
        if (earlier) await rows.replace(document, earlier.version);
      }),
    );
  } catch (error) {
    // Another hub imports beside this one; what it has written is read and tried again.
    if (attempt === 5 || !(error instanceof DuplicateKey || error instanceof VersionConflict)) throw error;
    await upsert(documents, store, attempt + 1);
  }
}

function unlessTaken(error: unknown): void {
  if (!(error instanceof DuplicateKey || error instanceof VersionConflict)) throw error;
}
