import type { Provenance } from '../records.js';

/**
 * Of items that say the same thing, or of the same thing where `identityOf` tells things apart, the one that the provider
 * updated last: several rows of one client repeat what they share.
 */
export function newestOfEach<Item extends { readonly provenance: Provenance }>(
  items: readonly Item[],
  identityOf: (item: Item) => unknown = (item) => ({ ...item, provenance: undefined }),
): readonly Item[] {
  const newest = new Map<string, Item>();
  for (const item of items) {
    const identity = JSON.stringify(identityOf(item));
    const other = newest.get(identity);
    if (!other || updatedOn(item) > updatedOn(other)) newest.set(identity, item);
  }
  return [...newest.values()];
}

const updatedOn = ({ provenance }: { readonly provenance: Provenance }): string => provenance.recordedAt ?? '';
