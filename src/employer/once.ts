import { createHash } from 'node:crypto';
import type { Viewer } from '../access/types.js';
import { isIdempotencyKey, scopedKey } from '../idempotency/used-keys.js';
import { DuplicateKey, VersionConflict, type Collection, type Stored } from '../store/port.js';
import { refused, type Outcome } from './refusal.js';

type Caller = Pick<Viewer, 'organisation' | 'subject'>;

export const keyFault = (key: string): string | undefined =>
  isIdempotencyKey(key) ? undefined : 'idempotencyKey must be 8 to 64 letters, digits and hyphens.';

/** The UUID of what a caller's key makes: the same key makes the same document, whatever crashed in between. */
export function idOf(verb: string, caller: Caller, key: string): string {
  const hex = createHash('sha256')
    .update(`${verb} ${scopedKey(caller, key)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const keyReused = refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');

/** Stores a document once for its id; durable when it resolves. */
export async function insertOnce<Document extends Stored & { readonly inputDigest: string }>(
  collection: Collection<Document>,
  document: Omit<Document, 'version'> & { readonly id: string; readonly inputDigest: string },
): Promise<Outcome<Document>> {
  try {
    return { kind: 'done', document: await collection.insert(document) };
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    const earlier = await madeBefore(collection, document.id, document.inputDigest);
    if (!earlier) throw error;
    return earlier;
  }
}

/** What the same key made before; undefined where it made nothing. */
export async function madeBefore<Document extends Stored & { readonly inputDigest: string }>(
  collection: Pick<Collection<Document>, 'get'>,
  id: string,
  inputDigest: string,
): Promise<Outcome<Document> | undefined> {
  const earlier = await collection.get(id);
  if (!earlier) return undefined;
  return earlier.inputDigest === inputDigest ? { kind: 'done', document: earlier } : keyReused;
}

interface Entry {
  readonly key: string;
  readonly inputDigest: string;
}

/** Adds an entry to a document once for its key: somebody else's entry in the same moment comes first, and counts. */
export async function appendOnce<Document extends Stored>(
  collection: Collection<Document>,
  id: string,
  { key, inputDigest }: Entry,
  entriesOf: (document: Document) => readonly Entry[],
  change: (document: Document) => Outcome<Document> | Promise<Outcome<Document>>,
): Promise<Outcome<Document>> {
  for (;;) {
    const document = await collection.get(id);
    if (!document) return refused('NOT_FOUND', 'It is not there.');
    const earlier = entriesOf(document).find((entry) => entry.key === key);
    if (earlier) return earlier.inputDigest === inputDigest ? { kind: 'done', document } : keyReused;
    const changed = await change(document);
    if (changed.kind === 'refused') return changed;
    try {
      return { kind: 'done', document: await collection.replace(changed.document, document.version) };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
