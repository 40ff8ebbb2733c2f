/** The hub's contract with made-up answers: the same for the same seed and path, faults among them, whoever executes. */
import { createHash } from 'node:crypto';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldConfig,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { HubError } from '../../src/graph/errors.js';

/** What an answer is made of. */
export interface Making {
  readonly seed: number;
  /** One field in so many goes wrong in each of five ways; `Infinity` for none. */
  readonly faultIn: number;
}

interface MadeUp {
  /** Where the object stands, by field names and places in lists. */
  readonly at: string;
}

/**
 * Two fields in three have a resolver, which answers at once or later; the others are read from their parent, as most of the hub's
 * are. A field without one never has an answer that comes later: the compiler's one rule, which the hub keeps.
 */
export function madeUp(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, Making>, name, typeName) => {
      const read = { ...field };
      delete read.resolve;
      if (number(`${typeName}.${name}`, 0, 3) === 0 && typeName !== 'Query') return read;
      return {
        ...field,
        resolve: (parent, args: object, making: Making) => {
          const at = `${(parent as MadeUp | undefined)?.at ?? ''}.${name}(${JSON.stringify(Object.entries(args).sort(([one], [other]) => (one < other ? -1 : 1)))})`;
          const value = answerOf(schema, field.type, making, at);
          return isAtOnce(making, at) ? value() : Promise.resolve().then(value);
        },
      };
    },
    [MapperKind.ABSTRACT_TYPE]: (type) => type,
  });
}

/**
 * With faults, all at once or all later: graphql-js lets go of a list whose one item fails at once while another has yet to fail, and
 * that failure is then nobody's.
 */
const isAtOnce = ({ seed, faultIn }: Making, at: string): boolean =>
  faultIn === Infinity ? number(at, seed, 2) === 0 : seed % 2 === 0;

/** Called when the field is answered, since some answers are thrown. */
function answerOf(schema: GraphQLSchema, type: GraphQLOutputType, making: Making, at: string): () => unknown {
  const fault = making.faultIn === Infinity ? undefined : number(`fault ${at}`, making.seed, making.faultIn);
  switch (fault) {
    case 0:
      return () => {
        throw new Error('A fault');
      };
    case 1:
      return () => {
        throw new HubError('BAD_REQUEST', 'A refusal');
      };
    case 2:
      return () => null;
    case 3:
      return () => new Error('A fault that is returned');
    case 4:
      return () => (isLeafType(getNamedType(type)) ? Symbol('of no type') : 7);
    default:
      return () => valueOf(schema, type, making, at);
  }
}

function valueOf(schema: GraphQLSchema, type: GraphQLOutputType, making: Making, at: string): unknown {
  if (!isNonNullType(type) && number(`null ${at}`, making.seed, 6) === 0) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const length = number(`length ${at}`, making.seed, 4);
    const item = nullable.ofType;
    return Array.from({ length }, (_, index) => valueOf(schema, item, making, `${at}[${index}]`));
  }
  if (isLeafType(nullable)) return leafOf(nullable, making, at);
  const options = isAbstractType(nullable) ? schema.getPossibleTypes(nullable) : [nullable];
  const chosen = options[number(`type ${at}`, making.seed, options.length)];
  if (!isObjectType(chosen)) throw new Error(`No type for ${nullable.name}`);
  const fields = chosen.getFields();
  return new Proxy({ at, __typename: chosen.name } satisfies MadeUp & Record<string, unknown>, {
    get(target, name, receiver): unknown {
      const field = typeof name === 'string' && !Reflect.has(target, name) ? fields[name] : undefined;
      if (!field) return Reflect.get(target, name, receiver);
      return valueOf(schema, field.type, making, `${at}.${field.name}`);
    },
  });
}

function leafOf(type: GraphQLLeafType, { seed }: Making, at: string): unknown {
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[number(at, seed, values.length)]?.value;
  }
  switch (type.name) {
    case 'Boolean':
      return number(at, seed, 2) === 0;
    case 'Int':
    case 'Pence':
      return number(at, seed, 1_000);
    case 'Float':
      return number(at, seed, 1_000) / 8;
    default:
      return `text ${number(at, seed, 1_000)}`;
  }
}

/** 0 … below - 1, the same for the same words. */
function number(words: string, seed: number, below: number): number {
  return createHash('sha256').update(`${seed} ${words}`).digest().readUInt32BE() % below;
}
