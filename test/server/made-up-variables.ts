/** Variables for an operation: some that it asks for, some that it does not. */
import {
  getNullableType,
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { anything, constant, constantFrom, oneof, option, record, array, type Arbitrary } from 'fast-check';

export function variablesFor(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = variableDefinitions.map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node) as GraphQLInputType;
    const value = valueFor(type, 3);
    const isOptional = !isNonNullType(type) || defaultValue !== undefined;
    const given = isOptional
      ? oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: constant(undefined) })
      : value;
    const wrong = oneof(anything({ maxDepth: 1 }), constant(null), constant(undefined));
    return [variable.name.value, oneof({ weight: 12, arbitrary: given }, { weight: 1, arbitrary: wrong })] as const;
  });
  // What is not given is not there: JSON knows no undefined.
  return record(Object.fromEntries(fields)).map((values) => JSON.parse(JSON.stringify(values)) as typeof values);
}

function valueFor(type: GraphQLInputType, depth: number): Arbitrary<unknown> {
  if (!isNonNullType(type)) {
    return depth === 0
      ? constantFrom(null, undefined)
      : option(valueFor(new GraphQLNonNull(type), depth), { nil: null, freq: 4 });
  }
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = valueFor(nullable.ofType, depth - 1);
    // A lone value is a list of one.
    return oneof({ weight: 4, arbitrary: array(item, { maxLength: 3 }) }, { weight: 1, arbitrary: item });
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const all = fields.map((field) => [field.name, valueFor(field.type, depth - 1)] as const);
    if (!nullable.isOneOf)
      return record(Object.fromEntries(all), {
        requiredKeys: fields.filter(({ type: of }) => isNonNullType(of)).map(({ name }) => name),
      });
    const one = oneof(...all.map(([name, value]) => record({ [name]: value })));
    return oneof(
      { weight: 5, arbitrary: one },
      { weight: 1, arbitrary: record(Object.fromEntries(all), { requiredKeys: [] }) },
    );
  }
  if (isEnumType(nullable)) return constantFrom(...nullable.getValues().map(({ name }) => name));
  return constantFrom<unknown>(...(leaves[nullable.name] ?? ['text', '']));
}

const leaves: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Int: [0, 1, 50, 2 ** 40],
  Float: [0, 1.5],
  ID: ['an-id', 7],
  Date: ['2026-03-31', '2026-02-30'],
  DateTime: ['2026-03-31T12:00:00Z', 'noon'],
  NHSNumber: ['9990000018', '123'],
  UKPostcode: ['CA1 1AA', 'nowhere'],
  Pence: [100],
};
