import { Schema } from 'mongoose';
import type { Sealed } from './documents.js';
import { sealed } from './models/declare.js';

/** A field that is sealed, or a part or list of parts that holds some. */
export interface SealedField {
  readonly name: string;
  readonly within: readonly SealedField[];
}

/** Which fields of a declaration are sealed, at any depth: a new collection is rotated without a word here. */
export function sealedFields(schema: Schema): readonly SealedField[] {
  const found: SealedField[] = [];
  schema.eachPath((name, type) => {
    const { match } = type.options as { readonly match?: RegExp };
    if (match?.source === sealed.match.source) found.push({ name, within: [] });
    else if (type.schema instanceof Schema) {
      const within = sealedFields(type.schema);
      if (within.length > 0) found.push({ name, within });
    }
  });
  return found;
}

/** A document with each of those fields as `change` makes it; the same object where it changes none. */
export function withSealed<Value>(
  value: Value,
  fields: readonly SealedField[],
  change: (text: string) => Sealed,
): Value;
export function withSealed(value: unknown, fields: readonly SealedField[], change: (text: string) => Sealed): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => withSealed(item, fields, change));
    return items.some((item, index) => item !== value[index]) ? items : (value as unknown[]);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = value as Readonly<Record<string, unknown>>;
  const changed = fields.flatMap(({ name, within }) => {
    const held = entries[name];
    if (held === undefined) return [];
    const made = within.length > 0 ? withSealed(held, within, change) : change(held as string);
    return made === held ? [] : [[name, made] as const];
  });
  return changed.length === 0 ? value : { ...entries, ...Object.fromEntries(changed) };
}
