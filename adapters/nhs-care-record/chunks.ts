/** Batches: what goes into one search, and how one failed search stays the failure of its own people only. */

/** `items` in order, in groups whose weights add up to at most `most`; a heavier item stands alone. */
export function chunked<Item>(items: readonly Item[], most: number, weight: (item: Item) => number): Item[][] {
  const chunks: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const last = chunks.at(-1);
    if (last && weight(item) <= room) last.push(item);
    else {
      chunks.push([item]);
      room = most;
    }
    room -= weight(item);
  }
  return chunks;
}

/**
 * Answers for all items of all chunks, in order, as DataLoader wants them: a chunk that failed gives its error to each of
 * its own items.
 */
export async function settledOver<Item, Answer>(
  chunks: readonly (readonly Item[])[],
  ask: (chunk: readonly Item[]) => Promise<ReadonlyMap<Item, Answer | Error>>,
): Promise<(Answer | Error)[]> {
  const answers = await Promise.all(
    chunks.map(async (chunk) => {
      try {
        const found = await ask(chunk);
        return chunk.map((item) => found.get(item) ?? new Error('no answer for an item of the batch'));
      } catch (error) {
        return chunk.map(() => (error instanceof Error ? error : new Error('not an error')));
      }
    }),
  );
  return answers.flat();
}
