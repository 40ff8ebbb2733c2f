import { describe, expect, test } from '@jest/globals';
import { buildASTSchema, Kind, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { examples, type Example } from '../../src/explorer/examples.js';
import { readContract } from '../../src/graph/contract.js';
import { packageRoot } from '../../src/package-root.js';

const schema = buildASTSchema(parse(readContract(new URL('schema/', packageRoot))));

/** What is wrong with an example: its operation against the contract, then its variables against its operation. */
function faultsOf({ name, operation, variables }: Example): readonly string[] {
  const document = parse(operation);
  const faults = validate(schema, document).map(({ message }) => message);
  if (faults.length > 0) return faults;
  const [definition, ...others] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return ['is not one operation'];
  if (definition.name?.value !== name) return [`is named ${definition.name?.value ?? 'nothing'}`];
  const declared = (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const unused = Object.keys(variables).filter((variable) => !declared.includes(variable));
  const { errors = [] } = getVariableValues(schema, definition.variableDefinitions ?? [], { ...variables });
  return [...unused.map((variable) => `does not use $${variable}`), ...errors.map(({ message }) => message)];
}

describe('the explorer’s examples', () => {
  test.each(examples)('$name is valid in the contract, its variables included', (example) => {
    expect(faultsOf(example)).toEqual([]);
  });

  test.each(examples)('$name says first what it is for', ({ operation }) => {
    expect(operation).toMatch(/^# [A-Z]/);
  });

  test('an example that asks for what the contract has not, or gives what it does not take, is found', () => {
    const faulty = (operation: string, variables: Example['variables'] = {}): readonly string[] =>
      faultsOf({ name: 'Faulty', operation, variables });
    expect(faulty('query Faulty { viewer { shoeSize } }')).toEqual(['Cannot query field "shoeSize" on type "Viewer".']);
    expect(faulty('query Other { viewer { subject } }')).toEqual(['is named Other']);
    expect(faulty('query Faulty { viewer { subject } }', { first: 1 })).toEqual(['does not use $first']);
    const page = 'query Faulty($first: Int!) { clients(first: $first) { edges { cursor } } }';
    expect(faulty(page, { first: 'ten' })).toHaveLength(1);
    expect(faulty(page)).toHaveLength(1);
  });

  test('a clinician’s look asks each section for all four of its results', () => {
    const { operation } = examples[0]!;
    for (const result of ['NoRecord', 'Withheld', 'Unavailable']) {
      expect(operation.match(new RegExp(`\\.\\.\\. on ${result} `, 'g'))).toHaveLength(3);
    }
    for (const record of ['WorkStatus', 'Support', 'FitNotes']) expect(operation).toContain(`... on ${record} {`);
  });
});
