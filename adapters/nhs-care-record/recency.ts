/**
 * Most recent first, sorted here and not by `_sort`: servers have left out what lacks the sorted field. FHIR dates may be
 * partial and carry offsets, so instants are compared, and undated items come last in the order in which they came.
 */
export function mostRecentFirst<Item>(items: readonly Item[], date: (item: Item) => string | null): Item[] {
  if (items.length < 2) return [...items];
  return items
    .map((item) => ({ item, at: instantOf(date(item)) }))
    .sort((one, other) => other.at - one.at)
    .map(({ item }) => item);
}

function instantOf(date: string | null): number {
  const at = date === null ? NaN : Date.parse(date);
  return Number.isNaN(at) ? -8.64e15 : at;
}
