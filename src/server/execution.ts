import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  execute,
  getNullableType,
  getOperationAST,
  getVariableValues,
  GraphQLInterfaceType,
  GraphQLUnionType,
  isInputObjectType,
  isType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** An operation that was validated, and its variables as they were sent. */
export interface Executable {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Executes against one schema; what it answers is what graphql-js would. */
export type Execute = (operation: Executable, contextValue: object) => Promise<ExecutionResult>;

type Compiled = Pick<CompiledQuery, 'query'>['query'];

/**
 * graphql-js walks the document, the schema and the arguments of every field anew for every request. A query that comes a second time
 * is compiled into one function instead (docs/adr/0017): a page of fifty then costs a seventh less. A query that comes once is not worth
 * it, and whoever sends a new text every time costs no more than before.
 *
 * graphql-js reads the variables in any case, since the compiler knows no `@oneOf`.
 */
export function createExecutor(contract: GraphQLSchema): Execute {
  const schema = namingTypes(contract);
  const known = new WeakMap<OperationDefinitionNode, Compiled | 'SEEN_ONCE' | 'NOT_COMPILED'>();

  const compiledFor = (
    operation: OperationDefinitionNode,
    { document, operationName }: Executable,
  ): Compiled | undefined => {
    const state = known.get(operation);
    if (state === undefined)
      known.set(operation, isCompilable(schema, operation, document) ? 'SEEN_ONCE' : 'NOT_COMPILED');
    if (state !== 'SEEN_ONCE') return typeof state === 'function' ? state : undefined;
    const compiled = compileQuery(schema, document, operationName);
    known.set(operation, isCompiledQuery(compiled) ? compiled.query : 'NOT_COMPILED');
    return isCompiledQuery(compiled) ? compiled.query : undefined;
  };

  return async (executable, contextValue) => {
    const { document, operationName, variables } = executable;
    const operation = getOperationAST(document, operationName);
    const compiled = operation ? compiledFor(operation, executable) : undefined;
    if (operation && compiled) {
      const { variableDefinitions = [] } = operation;
      const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 50 });
      if (errors) return { errors };
      const result = await compiled(undefined, contextValue, { ...defaultsOf(variableDefinitions), ...variables });
      // Without data nothing was executed: it read the variables otherwise.
      if (result.data !== undefined) return result;
    }
    return execute({
      schema,
      document,
      contextValue,
      variableValues: variables,
      ...(operationName !== undefined && { operationName }),
    });
  };
}

/** The compiler asks for a variable that may not be null even where it has a default. */
const defaultsOf = (definitions: readonly VariableDefinitionNode[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

/**
 * Mutations stay with graphql-js: they are rare, and what they change must be changed in its order. So does an operation with a variable
 * that may be null as the one field of a `@oneOf` value: only graphql-js looks at it again when the value is read.
 */
function isCompilable(schema: GraphQLSchema, operation: OperationDefinitionNode, document: DocumentNode): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  const neverNull: ReadonlySet<string> = new Set<string>(
    (operation.variableDefinitions ?? []).flatMap(({ type, variable }) =>
      type.kind === Kind.NON_NULL_TYPE ? [variable.name.value] : [],
    ),
  );
  const types = new TypeInfo(schema);
  let compilable = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      ObjectField({ value }) {
        const mayBeNull = value.kind === Kind.VARIABLE && !neverNull.has(value.name.value);
        if (mayBeNull && isOneOf(types.getParentInputType())) compilable = false;
      },
    }),
  );
  return compilable;
}

function isOneOf(type: unknown): boolean {
  const nullable = isType(type) ? getNullableType(type) : undefined;
  return isInputObjectType(nullable) && nullable.isOneOf;
}

/**
 * Records say their type in `__typename`. graphql-js reads it there and answers an error where it is missing; the compiler throws where
 * nobody catches it, unless it is told how to read it.
 */
const namingTypes = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.UNION_TYPE]: (type) =>
      new GraphQLUnionType({ ...type.toConfig(), resolveType: type.resolveType ?? typeNameOf }),
    [MapperKind.INTERFACE_TYPE]: (type) =>
      new GraphQLInterfaceType({ ...type.toConfig(), resolveType: type.resolveType ?? typeNameOf }),
  });

const typeNameOf = (value: unknown): string | undefined => (value as { readonly __typename?: string }).__typename;
