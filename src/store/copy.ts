/** An embedded store, moved to MongoDB as it is: ids, versions and all. */
import { createHash } from 'node:crypto';
import { collectionNames } from './models/index.js';
import { fromWire, toWire } from './mongo-collection.js';
import type { Wire, WireDocument } from './mongo-collection.js';
import type { CollectionName, Store, Stored } from './port.js';

const pageSize = 500;

/** What a collection holds: how many documents, and one digest of all of them in the order of their ids. */
export interface Contents {
  readonly documents: number;
  /** SHA-256, hex. */
  readonly digest: string;
}

export interface CopiedCollection extends Contents {
  readonly collection: CollectionName;
  /** How many of the documents this run moved; the others an earlier run had. */
  readonly copied: number;
}

/**
 * Copies collection by collection in the order of ids, so that whatever stops it leaves a prefix, from which the next
 * run goes on. Both sides are then read again and compared.
 * @throws Error where a collection differs afterwards: the target had documents of its own
 */
export async function* copyStore(
  source: Store,
  wireOf: (name: CollectionName) => Wire,
): AsyncGenerator<CopiedCollection> {
  for (const name of collectionNames) {
    const wire = wireOf(name);
    const copied = await copyCollection(source, name, wire);
    const [expected, found] = [await contentsOf(documentsOf(source, name)), await contentsOf(wireDocumentsOf(wire))];
    if (expected.digest !== found.digest) {
      throw new Error(
        `${name} differs: ${expected.documents} documents here, ${found.documents} there. Copy into an empty database.`,
      );
    }
    yield { collection: name, copied, ...expected };
  }
}

async function copyCollection(source: Store, name: CollectionName, wire: Wire): Promise<number> {
  const last = await wire.findOne().sort({ _id: -1 }).lean<WireDocument>();
  let copied = 0;
  for await (const page of pagesOf(source, name, last?._id)) {
    await wire.insertMany(page.map(toWire), { lean: true, ordered: true });
    copied += page.length;
  }
  return copied;
}

async function* pagesOf(source: Store, name: CollectionName, last?: string): AsyncGenerator<readonly Stored[]> {
  let after = last;
  while (true) {
    const page: readonly Stored[] = await source
      .collection(name)
      .find({ index: 'id', where: {}, limit: pageSize, ...(after !== undefined && { after: [after] }) });
    if (page.length > 0) yield page;
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

async function* documentsOf(source: Store, name: CollectionName): AsyncGenerator<Stored> {
  for await (const page of pagesOf(source, name)) yield* page;
}

async function* wireDocumentsOf(wire: Wire): AsyncGenerator<Stored> {
  let last: string | undefined;
  while (true) {
    const page = await wire
      .find(last === undefined ? {} : { _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(pageSize)
      .lean<WireDocument[]>();
    yield* page.map(fromWire);
    last = page.at(-1)?._id;
    if (page.length < pageSize) return;
  }
}

async function contentsOf(documents: AsyncIterable<Stored>): Promise<Contents> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const document of documents) {
    hash.update(`${JSON.stringify(sorted(document))}\n`);
    count += 1;
  }
  return { documents: count, digest: hash.digest('hex') };
}

/** The same value with its fields in one order: engines need not keep the order they were given. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
