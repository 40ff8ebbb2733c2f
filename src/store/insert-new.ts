import { DuplicateKey, type Collection, type Stored } from './port.js';

/**
 * Inserts those of the documents whose ids are not taken: all in one commit, unless one of them is taken in the same moment.
 * @returns the ids of those that it inserted
 */
export async function insertNew<Document extends Stored>(
  collection: Pick<Collection<Document>, 'insert' | 'insertMany'>,
  documents: readonly Omit<Document, 'version'>[],
): Promise<ReadonlySet<string>> {
  try {
    await collection.insertMany(documents);
    return new Set(documents.map(({ id }) => id));
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
  }
  // None was stored.
  const inserted = new Set<string>();
  for (const document of documents) {
    try {
      await collection.insert(document);
      inserted.add(document.id);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }
  return inserted;
}
