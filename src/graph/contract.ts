import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';

/** The federation definitions that the SDL uses; a router knows them, a plain GraphQL build must be told. */
export const federationDefinitions = `
directive @link(url: String!, import: [String]) repeatable on SCHEMA
directive @key(fields: String!) repeatable on OBJECT | INTERFACE
directive @shareable on OBJECT | FIELD_DEFINITION
`;

/** All of `schema/*.graphql` as one document, in the order of the file names. @param folder URL with a trailing slash */
export function readContract(folder: URL): string {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  const texts = files.map((file) => readFileSync(new URL(file, folder), 'utf8'));
  return [federationDefinitions, ...texts].join('\n');
}

/** The contract as one sorted file, for people and for the diff in CI. */
export const printContract = (contract: string): string =>
  printSchema(lexicographicSortSchema(buildASTSchema(parse(contract))));
