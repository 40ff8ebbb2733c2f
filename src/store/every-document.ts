import type { Collection, Stored } from './port.js';

const pageSize = 200;

/** A whole collection in the order of its ids, some at a time: what comes in meanwhile behind the place where it is comes too. */
export async function* everyDocument(collection: Collection<Stored>): AsyncGenerator<Stored> {
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
