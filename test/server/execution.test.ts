import { describe, expect, test } from '@jest/globals';
import { assert, asyncProperty, integer, record } from 'fast-check';
import {
  execute,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { readContract } from '../../src/graph/contract.js';
import { buildSchema } from '../../src/graph/schema.js';
import { packageRoot } from '../../src/package-root.js';
import { createExecutor, type Executable } from '../../src/server/execution.js';
import { publicErrors } from '../../src/server/public-errors.js';
import { madeUp, type Making } from './made-up-schema.js';
import { variablesFor } from './made-up-variables.js';
import { operationsOfTheSuite } from './operations-of-the-suite.js';

const contract = buildSchema(readContract(new URL('schema/', packageRoot)));
const schema = madeUp(contract);

const queries = operationsOfTheSuite(contract).flatMap(({ file, document }) =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.QUERY
      ? [{ file, document, operation: definition }]
      : [],
  ),
);

const run = createExecutor(schema);

/** Runs it twice, since what comes once is not compiled. */
async function compiled(executable: Executable, making: Making): Promise<ExecutionResult> {
  await run(executable, making);
  return run(executable, making);
}

const interpreted = async (
  { document, operationName, variables }: Executable,
  making: Making,
): Promise<ExecutionResult> =>
  execute({
    schema,
    document,
    contextValue: making,
    variableValues: variables,
    ...(operationName !== undefined && { operationName }),
  });

/**
 * What a caller is told. Where a fault takes more with it than its own place, the specification leaves open which of
 * several faults below that place are told of: then only that there is one counts.
 */
function told(result: ExecutionResult): unknown {
  const errors = publicErrors(result, () => undefined);
  const lost = errors.map((error) => ({ error, at: lostWith(result.data, error.path ?? []) }));
  const alone = lost.filter(({ error, at }) => at.length === (error.path ?? []).length);
  return {
    data: JSON.stringify(result.data),
    places: [...new Set(lost.map(({ at }) => at.join('.')))].sort(),
    errors: alone.map(({ error }) => JSON.stringify(error)).sort(),
  };
}

/** The place of a fault, or what is above it and was lost with it. */
function lostWith(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (typeof value !== 'object' || value === null) return path.slice(0, depth);
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return path;
}

async function expectTheSame(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  faultIn: number,
): Promise<void> {
  await assert(
    asyncProperty(
      record({ seed: integer(), variables: variablesFor(schema, operation) }),
      async ({ seed, variables }) => {
        const executable = { document, operationName: operation.name?.value, variables };
        const making = { seed, faultIn };
        expect(told(await compiled(executable, making))).toEqual(told(await interpreted(executable, making)));
      },
    ),
    { numRuns: 4 },
  );
}

test('the suite sends some hundred queries', () => {
  expect(queries.length).toBeGreaterThan(150);
});

describe('a compiled query answers what graphql-js answers', () => {
  test.each(
    queries.map(({ file, document, operation }, index) => [`${file} (${index})`, document, operation] as const),
  )('the query of %s', async (_file, document, operation) => {
    await expectTheSame(document, operation, Infinity);
    await expectTheSame(document, operation, 40);
  });
});
