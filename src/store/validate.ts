/**
 * Validation compiled from a mongoose schema: the same rules, run without building a mongoose document (5 µs instead of
 * 240 µs for a ledger document, and it stands on the path of every answer). Stricter in one thing: nothing is cast.
 */
import { Schema } from 'mongoose';
import type { SchemaType } from 'mongoose';
import { InvalidDocument } from './port.js';
import type { Model } from './models/declare.js';

/** The first fault as `path: rule`, or undefined. A fault never quotes the value: it may be an identifier. */
type Check = (value: unknown) => string | undefined;

/** @returns a function that throws `InvalidDocument` unless the document is as the model declares */
export function compileValidator(model: Model): (document: object) => void {
  const fields = checksOf(model.schema);
  fields.delete('_id');
  // The engine sets it; what a document read earlier says of it does not count.
  fields.set('version', { required: false, check: () => undefined });
  fields.set('id', {
    required: true,
    check: (id) => (typeof id === 'string' && id !== '' ? wellFormed(id) : 'String'),
  });
  const check = checkFields(fields);
  return (document) => {
    const fault = check(document);
    if (fault !== undefined) throw new InvalidDocument(`${model.name}: ${fault}`);
  };
}

type FieldChecks = Map<string, { readonly required: boolean; readonly check: Check }>;

function checksOf(schema: Schema): FieldChecks {
  const fields: FieldChecks = new Map();
  schema.eachPath((path, type) => {
    // The path would have to be split; a `part` says the same.
    if (path.includes('.')) throw new Error(`Declare ${path} as a part, not as a nested object`);
    fields.set(path, { required: type.isRequired === true, check: checkOf(type) });
  });
  return fields;
}

function checkFields(fields: FieldChecks): Check {
  const required = [...fields].filter(([, field]) => field.required).map(([name]) => name);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'object';
    const document = value as Readonly<Record<string, unknown>>;
    for (const name of required) if (document[name] === undefined) return `${name}: required`;
    for (const name in document) {
      const given = document[name];
      if (given === undefined) continue;
      const field = fields.get(name);
      if (field === undefined) return `${name}: not declared`;
      const fault = field.check(given);
      if (fault !== undefined) return `${name}: ${fault}`;
    }
    return undefined;
  };
}

function checkOf(type: SchemaType): Check {
  const checkShape = checkShapeOf(type);
  const rules = rulesOf(type);
  return (value) => {
    const fault = checkShape(value);
    if (fault !== undefined) return fault;
    for (const rule of rules) if (!rule.holds(value)) return rule.name;
    return undefined;
  };
}

function checkShapeOf(type: SchemaType): Check {
  switch (type.instance) {
    case 'String':
      return (value) => (typeof value === 'string' ? wellFormed(value) : 'String');
    case 'Number':
      return (value) => (Number.isFinite(value) ? undefined : 'Number');
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? undefined : 'Boolean');
    case 'Embedded':
      return checkFields(checksOf(partOf(type)));
    case 'Array':
      return checkItems(itemCheckOf(type));
    default:
      throw new Error(`${type.path}: the store knows no ${type.instance}`);
  }
}

function checkItems(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'Array';
    for (let at = 0; at < value.length; at += 1) {
      const fault = check(value[at]);
      if (fault !== undefined) return `${at}: ${fault}`;
    }
    return undefined;
  };
}

/** The engines beneath speak UTF-8: half a surrogate pair has no bytes there, and the SQLite binding aborts on it. */
export const isUnicode = (text: string): boolean => !/[\ud800-\udfff]/.test(text) || !/\p{Surrogate}/u.test(text);

const wellFormed = (text: string): string | undefined => (isUnicode(text) ? undefined : 'not Unicode');

interface Rule {
  readonly name: string;
  holds(value: unknown): boolean;
}

function rulesOf(type: SchemaType): readonly Rule[] {
  return type.validators.map(({ type: name = 'validate', validator }) => {
    // Declarations use synchronous rules of the value alone; `this` would be a mongoose document, which there is not.
    if (typeof validator !== 'function') throw new Error(`${type.path}: a rule without a function`);
    // What is absent never comes here; mongoose's `required` also refuses empty text.
    if (name === 'required') return { name, holds: (value) => value !== '' };
    return { name, holds: (value) => Boolean((validator as (value: unknown) => unknown)(value)) };
  });
}

function itemCheckOf(type: SchemaType): Check {
  if (type instanceof Schema.Types.DocumentArray) return checkFields(checksOf(type.schema));
  if (type instanceof Schema.Types.Array) return checkOf(type.embeddedSchemaType);
  throw new Error(`${type.path}: not a list`);
}

function partOf(type: SchemaType): Schema {
  if (type instanceof Schema.Types.Subdocument) return type.schema;
  throw new Error(`${type.path}: not a part`);
}
