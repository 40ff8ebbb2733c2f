/** One text for one value: JSON with the keys sorted at every level, so that what was hashed can be hashed again. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inSortedOrder(value));
}

function inSortedOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSortedOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, inSortedOrder(item)]));
}
