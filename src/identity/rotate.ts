import type { ProviderRow } from '../../adapters/provider-csv/column-specification.js';
import { rowKeysOf } from '../../adapters/provider-csv/whose-row.js';
import type { Sealed } from '../store/documents.js';
import { personKind } from '../representation/person.js';
import { everyDocument } from '../store/every-document.js';
import { sealedFields, withSealed, type SealedField } from '../store/sealed-fields.js';
import { collectionNames, models } from '../store/models/index.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Collection, CollectionName, Store, Stored } from '../store/port.js';
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
  /** Documents that stay under the hash of their time, because what was hashed is nowhere: its key must stay in the ring. */
  readonly kept: number;
}

export interface RotationParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly identifiers: Identifiers;
  readonly subjectOf: Directory['subjectOf'];
}

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
  const counts = { documents: 0, resealed: 0, rekeyed: 0, kept: 0 };
  if (paths.length > 0 || rekey) {
    for await (const document of everyDocument(collection)) {
      counts.documents += 1;
      if (await resealOne(collection, document, paths, parts.keyring)) counts.resealed += 1;
      if (rekey && (await rekey(document.id, parts))) counts.rekeyed += 1;
      if (name === 'representatives' && !('person' in document)) counts.kept += 1;
    }
  }
  return { collection: name, ...counts };
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
    const changed = withSealed(rest, paths, (text) => resealText(text as Sealed, keyring));
    if (changed === rest) return false;
    try {
      await collection.replace(changed, version);
      return true;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
  return false;
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
      if (person === undefined) return Promise.resolve(undefined);
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
