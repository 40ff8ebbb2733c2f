/** Brings a store that an earlier hub wrote to the format of this one, before anything else reads it (docs/adr/0028). */
import type { Keyring } from '../identity/keyring.js';
import type { StoreFormatDocument } from '../store/documents/store-format.js';
import { everyDocument } from '../store/every-document.js';
import { collectionNames, models } from '../store/models/index.js';
import { DuplicateKey, InvalidDocument, VersionConflict } from '../store/port.js';
import type { Collection, CollectionName, Store, Stored } from '../store/port.js';
import { compileValidator } from '../store/validate.js';
import { toFormat2 } from './to-format-2.js';

/** Of documents as this hub writes them. 1: of before stores said so. */
export const storeFormat = 2;

const formatId = 'store';

/** What a document of the format before becomes; the same object where it is as it should be. Done again, it changes nothing. */
export type Change = (name: CollectionName, document: Stored) => Promise<Stored>;

/** The store cannot be brought to this hub's format. Nothing in it was changed. */
export class StoreFormatFault extends Error {
  override readonly name = 'StoreFormatFault';
}

export interface Migrated {
  readonly from: number;
  /** How many documents were changed. */
  readonly changed: number;
}

/**
 * Nobody else has the store open. First every document is looked at, and only where each of them can be read afterwards is any
 * changed; whatever stops it, the next start goes through it again.
 * @returns undefined where the store has this hub's format already, or is empty
 * @throws StoreFormatFault where a later hub wrote it, or something in it has no place in this format: which, and how many
 */
export async function bringToFormat(store: Store, keyring: Keyring, now: () => number): Promise<Migrated | undefined> {
  const formats = store.collection('storeFormats');
  const stored = await formats.get(formatId);
  const from = stored?.format ?? 1;
  if (from > storeFormat) {
    throw new StoreFormatFault(`The store was written by a later hub: it has format ${from}, this hub ${storeFormat}.`);
  }
  if (from === storeFormat) return undefined;
  const change = toFormat2(store, keyring);
  await requireReadable(store, change);
  let changed = 0;
  for await (const [collection, document] of documentsOf(store)) {
    if (await changeOne(collection, document, change)) changed += 1;
  }
  await writeFormat(formats, { id: formatId, format: storeFormat, since: new Date(now()).toISOString() });
  return changed === 0 ? undefined : { from, changed };
}

/** Every document but those of the ledger, whose records are chained: nothing in them changes, and each names its own format. */
async function* documentsOf(
  store: Store,
): AsyncGenerator<readonly [collection: Collection<Stored>, document: Stored, name: CollectionName]> {
  for (const name of collectionNames) {
    if (name === 'ledger' || name === 'ledgerNodes' || name === 'ledgerHeads') continue;
    // Every collection is read by id and written whole, whatever its fields are.
    const collection = store.collection(name) as unknown as Collection<Stored>;
    for await (const document of everyDocument(collection)) yield [collection, document, name];
  }
}

async function requireReadable(store: Store, change: Change): Promise<void> {
  const validators = new Map(collectionNames.map((name) => [name, compileValidator(models[name])]));
  const faults = new Map<string, number>();
  for await (const [, document, name] of documentsOf(store)) {
    try {
      validators.get(name)?.(await change(name, document));
    } catch (error) {
      if (!(error instanceof InvalidDocument)) throw error;
      faults.set(error.message, (faults.get(error.message) ?? 0) + 1);
    }
  }
  if (faults.size === 0) return;
  const each = [...faults].map(
    ([fault, documents]) => `${fault} (${documents} ${documents === 1 ? 'document' : 'documents'})`,
  );
  throw new StoreFormatFault(
    `The store was written by an earlier hub, and this one has no place for some of it; nothing was changed: ${each.join('; ')}. ` +
      'Run the earlier hub on it, or this one on an empty store.',
  );
}

async function changeOne(collection: Collection<Stored>, document: Stored, change: Change): Promise<boolean> {
  const made = await change(collection.name as CollectionName, document);
  if (made === document) return false;
  const { version, ...rest } = made;
  try {
    await collection.replace(rest, version);
  } catch (error) {
    // Another process of the same release, which starts at this moment, made the same of it.
    if (!(error instanceof VersionConflict)) throw error;
  }
  return true;
}

async function writeFormat(
  formats: Collection<StoreFormatDocument>,
  document: Omit<StoreFormatDocument, 'version'>,
): Promise<void> {
  try {
    await formats.insert(document);
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error; // another process that starts at this moment
  }
}
