import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildASTSchema, parse, validate } from 'graphql';
import { readContract } from '../src/graph/contract.js';
import { packageRoot } from '../src/package-root.js';

const contract = buildASTSchema(parse(readContract(new URL('schema/', packageRoot))));
const pages = ['README.md', ...readdirSync(new URL('docs/guides/', packageRoot)).map((name) => `docs/guides/${name}`)];
const operations = pages.flatMap((page) =>
  [...readFileSync(new URL(page, packageRoot), 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(
    ([, text = '']) => [page, text] as const,
  ),
);

test('there are operations in the README and the guides', () => {
  expect(operations.length).toBeGreaterThan(3);
});

test.each(operations)('an operation of %s is one that the contract knows', (_page, text) => {
  expect(validate(contract, parse(text)).map(({ message }) => message)).toEqual([]);
});
