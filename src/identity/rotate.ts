import type { ProviderRow } from '../../adapters/provider-csv/column-specification.js';
import { rowKeysOf } from '../../adapters/provider-csv/whose-row.js';
import type { Sealed } from '../store/documents.js';
import { personKind } from '../representation/person.js';
import { sealed } from '../store/models/declare.js';
import { collectionNames, models } from '../store/models/index.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Collection, CollectionName, Store, Stored } from '../store/port.js';
import { Schema } from 'mongoose';
import type { Directory } from './directory.js';
import type { Identifiers } from './identifiers.js';
import { dedupeKeysOf } from './matching/dedupe.js';
import { matchProposal } from './matching/proposal.js';
import type { Keyring } from './keyring.js';

/** What one run of a rotation did. */
export interface Rotated {
  readonly collection: CollectionName;
  readonly documents: number;
  /** Documents in which something was sealed again. */
  readonly resealed: number;
  /** Documents that are found under another hash now. */
  readonly rekeyed: number;
}

export interface RotationParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly identifiers: Identifiers;
  readonly subjectOf: Directory['subjectOf'];
}

const pageSize = 200;

/**
 * Seals everything again under the newest key, and moves what is looked up by hash under the key that is written now. In the order of
 * ids, one document at a time, beside a running hub: whatever stops it, the next run goes through what is left.
 */
export async function* rotateKeys(parts: RotationParts): AsyncGenerator<Rotated> {
  for (const name of collectionNames) yield await rotateCollection(name, parts);
}

async function rotateCollection(name: CollectionName, parts: RotationParts): Promise<Rotated> {
  // Every collection is read by id and written whole, whatever its fields are.
  const collection = parts.store.collection(name) as unknown as Collection<Stored>;
  const paths = sealedFields(models[name].schema);
  const rekey = rekeyers[name];
  const counts = { documents: 0, resealed: 0, rekeyed: 0 };
  if (paths.length > 0 || rekey) {
    for await (const document of allOf(collection)) {
      counts.documents += 1;
      if (await resealOne(collection, document, paths, parts.keyring)) counts.resealed += 1;
      if (rekey && (await rekey(document.id, parts))) counts.rekeyed += 1;
    }
  }
  return { collection: name, ...counts };
}

async function* allOf(collection: Collection<Stored>): AsyncGenerator<Stored> {
  for (let after: string | undefined; ;) {
    const page: readonly Stored[] = await collection.find({
      index: 'id',
      where: {},
      limit: pageSize,
      ...(after !== undefined && { after: [after] }),
    });
    yield* page;
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

/** Tried again where the hub changed the document at this moment. */
async function resealOne(
  collection: Collection<Stored>,
  document: Stored,
  paths: readonly SealedField[],
  keyring: Keyring,
): Promise<boolean> {
  for (let current: Stored | undefined = document; current; current = await collection.get(document.id)) {
    const { version, ...rest } = current;
    const changed = reseal(rest, paths, keyring);
    if (changed === rest) return false;
    try {
      await collection.replace(changed as Omit<Stored, 'version'>, version);
      return true;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
  return false;
}

/** A field that is sealed, or a part or list of parts that holds some. */
interface SealedField {
  readonly name: string;
  readonly within: readonly SealedField[];
}

/** Which fields of a declaration are sealed, at any depth: a new collection is rotated without a word here. */
export function sealedFields(schema: Schema): readonly SealedField[] {
  const found: SealedField[] = [];
  schema.eachPath((name, type) => {
    const { match } = type.options as { readonly match?: RegExp };
    if (match?.source === sealed.match.source) found.push({ name, within: [] });
    else if (type.schema instanceof Schema) {
      const within = sealedFields(type.schema);
      if (within.length > 0) found.push({ name, within });
    }
  });
  return found;
}

/** The same value where nothing in it is sealed under an older key. */
function reseal(value: unknown, fields: readonly SealedField[], keyring: Keyring): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => reseal(item, fields, keyring));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = value as Readonly<Record<string, unknown>>;
  const changed = fields.flatMap(({ name, within }) => {
    const held = entries[name];
    if (held === undefined) return [];
    const again = within.length > 0 ? reseal(held, within, keyring) : resealText(held as Sealed, keyring);
    return again === held ? [] : [[name, again] as const];
  });
  return changed.length === 0 ? value : { ...entries, ...Object.fromEntries(changed) };
}

const resealText = (text: Sealed, keyring: Keyring): Sealed =>
  keyring.isNewest(text) ? text : keyring.seal(keyring.open(text));

type Rekey = (id: string, parts: RotationParts) => Promise<boolean>;

/** The collections in which something is found by keyed hash. */
const rekeyers: Readonly<Partial<Record<CollectionName, Rekey>>> = {
  clients: async (id, { store, identifiers, subjectOf }) => {
    const client = await store.collection('clients').get(id);
    if (!client) return false;
    const { nhsNumber, formerNHSNumbers = [] } = subjectOf(client);
    let moved = false;
    for (const number of [nhsNumber, ...formerNHSNumbers]) moved = (await identifiers.rekey(number)) || moved;
    return moved;
  },
  matches: (id, { store, keyring }) => {
    const matches = store.collection('matches');
    return changed(matches, id, async (match) => {
      const proposal = matchProposal.parse(JSON.parse(keyring.open(match.proposal)));
      const [dedupeKey, ...former] = dedupeKeysOf(keyring, match.requestedBy.organisation, proposal);
      if (!former.includes(match.dedupeKey)) return undefined;
      // A hub that writes under the new key already may have been told the same: both stand, and nothing under the old key is left.
      const [other] = await matches.find({ index: 'dedupeKey', where: { dedupeKey }, limit: 1 });
      return { dedupeKey: other ? keyring.lookupKey('match told twice', id) : dedupeKey };
    });
  },
  representatives: (id, { store, keyring }) =>
    changed(store.collection('representatives'), id, ({ person, personKey }) => {
      const moved = keyring.lookupKey(personKind, keyring.open(person));
      return Promise.resolve(moved === personKey ? undefined : { personKey: moved });
    }),
  providerRows: async (id, { store, keyring }) => {
    const rows = store.collection('providerRows');
    const row = await rows.get(id);
    if (!row) return false;
    // Sealed by the import of the file and nobody else.
    const moved = rowKeysOf(JSON.parse(keyring.open(row.row)) as ProviderRow, row.provider, keyring.lookupKey);
    if (moved.id === row.id && moved.subjectKey === row.subjectKey) return false;
    const { version, ...rest } = row;
    try {
      await rows.insert({ ...rest, ...moved });
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
    await rows.remove(id, version);
    return true;
  },
};

/** One change of one document, tried again where the hub changed it at this moment. False where there is nothing to change. */
async function changed<Document extends Stored>(
  collection: Pick<Collection<Document>, 'get' | 'replace'>,
  id: string,
  changesOf: (document: Document) => Promise<Partial<Document> | undefined>,
): Promise<boolean> {
  for (;;) {
    const document = await collection.get(id);
    const changes = document && (await changesOf(document));
    if (!document || !changes) return false;
    const { version, ...rest } = document;
    try {
      await collection.replace({ ...rest, ...changes }, version);
      return true;
    } catch (error) {
      if (!(error instanceof VersionConflict || error instanceof DuplicateKey)) throw error;
    }
  }
}
