/**
 * How a collection is declared: a mongoose schema for its fields and their validation, and its indexes. Both engines
 * live by it: MongoDB through mongoose, SQLite through `sqlite-schema.ts`, and validation through `validate.ts`.
 */
import { Schema } from 'mongoose';
import type { SchemaOptions } from 'mongoose';
import type { Stored } from '../port.js';

/** Fields of the document itself, in order. `id` follows them all, so that order and paging are total. */
export interface IndexDeclaration<Field extends string = string> {
  readonly fields: readonly Field[];
  readonly unique: boolean;
  /** Kept behind the writes by the embedded engine, which no reader notices (docs/adr/0017): only where nothing is replaced or removed. */
  readonly deferred: boolean;
}

export type IndexDeclarations = Readonly<Record<string, IndexDeclaration>>;

/** One collection, declared. */
export interface Model<Indexes extends IndexDeclarations = IndexDeclarations> {
  readonly name: string;
  readonly schema: Schema;
  /** By name: the fields' names joined by `_`. Every collection has the index `id` besides. */
  readonly indexes: Indexes & { readonly id: IndexDeclaration<never> };
  /** How many of its documents, and of its answers, an engine that is alone with its store keeps in memory. */
  readonly recall: number;
}

/** What a field may say of itself, of all that mongoose knows: that which `validate.ts` compiles. */
export interface Field {
  readonly type: StringConstructor | NumberConstructor | BooleanConstructor | Schema | readonly (Field | Schema)[];
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly match?: RegExp;
  readonly maxlength?: number;
  readonly min?: number;
  readonly validate?: (value: never) => boolean;
  readonly default?: undefined;
}

/** A declaration of every field that the document has, no more and no fewer. */
type FieldsOf<Document extends Stored> = Readonly<Record<Exclude<keyof Document, keyof Stored>, Field>>;

/** The fields of a document, and those of its parts: `viewer.organisation`. */
type IndexField<Document extends Stored> = {
  [Name in Exclude<keyof Document, keyof Stored> & string]:
    | Name
    | (NonNullable<Document[Name]> extends readonly unknown[] | string | number | boolean
        ? never
        : `${Name}.${keyof NonNullable<Document[Name]> & string}`);
}[Exclude<keyof Document, keyof Stored> & string];

/** Declares a collection: `declareCollection<Thing>()('things', { … fields … }, { name: index('name') })`. */
export function declareCollection<Document extends Stored>() {
  type FieldName = IndexField<Document>;
  return <const Indexes extends Readonly<Record<string, IndexDeclaration<FieldName>>>>(
    name: string,
    fields: FieldsOf<Document>,
    indexes: Indexes,
    { recall = 0 }: { readonly recall?: number } = {},
  ): Model<Indexes> => {
    const schema = schemaOf({ _id: text, version: required(count), ...fields }, { minimize: false, versionKey: false });
    for (const [indexName, index] of Object.entries<IndexDeclaration>(indexes)) {
      const keys = Object.fromEntries(index.fields.map((field) => [field, 1 as const]));
      schema.index(index.unique ? keys : { ...keys, _id: 1 }, { name: indexName, unique: index.unique });
    }
    return { name, schema, indexes: { ...indexes, id: { fields: [], unique: true, deferred: false } }, recall };
  };
}

/** An index on these fields, in this order. */
export function index<const Field extends string>(...fields: readonly Field[]): IndexDeclaration<Field> {
  return { fields, unique: false, deferred: false };
}

/** An index of a collection that is only ever appended to, in no order of this index: a write does not wait for it. */
export function deferredIndex<const Field extends string>(...fields: readonly Field[]): IndexDeclaration<Field> {
  return { fields, unique: false, deferred: true };
}

/** An index under which each key stands once. */
export function uniqueIndex<const Field extends string>(...fields: readonly Field[]): IndexDeclaration<Field> {
  return { fields, unique: true, deferred: false };
}

/** A part of a document with fields of its own. */
export function part(fields: Readonly<Record<string, Field>>): Schema {
  return schemaOf(fields, { _id: false, minimize: false });
}

/** Nothing unknown is dropped in silence and nothing is added: what is validated is what is stored. */
function schemaOf(fields: Readonly<Record<string, Field>>, options: SchemaOptions): Schema {
  return new Schema({ ...fields }, { ...options, strict: 'throw', id: false });
}

/** A list; it may be empty, but it must be there. */
export const listOf = (item: Field | Schema) => ({ type: [item], required: true, default: undefined }) satisfies Field;
/** A list that need not be there. */
export const optionalListOf = (item: Field | Schema) => ({ ...listOf(item), required: false }) satisfies Field;
/** The same field, and it must be there. */
export const required = <Declared extends Field>(field: Declared) => ({ ...field, required: true }) satisfies Field;
/** One of these words. */
export const oneOf = (words: readonly string[]) => ({ type: String, enum: words }) satisfies Field;

/** Text that must be there and not be empty. */
export const text = { type: String, required: true } satisfies Field;
/** 1, 2, 3, … or 0. */
export const count = { type: Number, min: 0, validate: Number.isSafeInteger } satisfies Field;
/** ISO 8601, UTC, to the second or finer: as text it sorts by time. */
export const instant = { type: String, match: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ } satisfies Field;
/** ISO 8601 calendar day. */
export const day = { type: String, match: /^\d{4}-\d\d-\d\d$/ } satisfies Field;
/** Ciphertext with its key's number in front, so that nothing in the clear passes for it. */
export const sealed = { type: String, match: /^\d+\.[\w.-]+$/ } satisfies Field;
/** SHA-256, hex. */
export const digest = { type: String, match: /^[0-9a-f]{64}$/ } satisfies Field;
