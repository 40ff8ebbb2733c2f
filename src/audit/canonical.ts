/** One text for one value: JSON with the keys sorted at every level, so that what was hashed can be hashed again. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inSortedOrder(value));
}

/** The same value with its keys in order at every level; itself where they are in order already, as a writer's mostly are. */
export function inSortedOrder<Value>(value: Value): Value {
  return isInOrder(value) ? value : (sorted(value) as Value);
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last = '';
  for (const key in value) {
    if (key < last || !isInOrder(value[key as keyof typeof value])) return false;
    last = key;
  }
  return true;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => inSortedOrder(item));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Fields = {};
  for (const key of Object.keys(value).sort()) put(copy, key, inSortedOrder(value[key as keyof typeof value]));
  return copy;
}

export type Fields = Record<string, unknown>;

/** Even a field that was put in under the name `__proto__` is a field. */
export function put(fields: Fields, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(fields, name, { value, enumerable: true });
  else fields[name] = value;
}
