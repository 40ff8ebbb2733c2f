import {
  getOperationAST,
  parse,
  specifiedRules,
  validate,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationContext,
} from 'graphql';
import { z } from 'zod';
import { HubError } from '../graph/errors.js';
import { operationText } from './operation-text.js';
import { limitOperations, type Door, type OperationLimits } from './operation-limits.js';
import { publicError } from './public-errors.js';

const shape = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** A GraphQL request as it was sent, not yet read as GraphQL. */
export type SentOperation = z.infer<typeof shape>;

/** One operation that is valid and within the limits, with its variables as they were sent. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** As the document names it; `anonymous` where it does not. */
  readonly name: string;
  /** As the ledger keeps it. */
  readonly text: string;
  /** SHA-256 of that, hex. */
  readonly digest: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Why an operation was not begun: each error as its sender may read it. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super('the operation was refused');
  }
}

/** Reads operations. Each text is parsed and checked once, and remembered while it is valid. */
export interface OperationReader {
  /** @throws OperationRefused with every fault of the operation */
  read(sent: SentOperation): Operation;
}

/** @throws HubError BAD_REQUEST naming the parts at fault */
export function operationIn(body: unknown): SentOperation {
  if (Array.isArray(body))
    throw new HubError('BAD_REQUEST', 'Batched operations are not accepted: send one operation a request.');
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const parts = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'body')))];
  throw new HubError(
    'BAD_REQUEST',
    `The request body is not a GraphQL request: ${parts.join(', ')} is missing or of the wrong type.`,
  );
}

/** Characters of remembered texts in all: the documents weigh some ten times as much. */
const mostCharacters = 2_000_000;

type Read = Pick<Operation, 'document' | 'text' | 'digest'>;

export function createOperationReader(
  schema: GraphQLSchema,
  { limits, introspection }: { readonly limits: OperationLimits; readonly introspection: boolean },
  door: Door,
): OperationReader {
  const size = [limitOperations(limits, door)];
  const rules = [...specifiedRules, ...(introspection ? [] : [noIntrospection])];
  const known = new Map<string, Read>();
  let characters = 0;

  const readNew = (query: string): Read => {
    const document = parsedDocument(query, limits.tokens);
    // Its size first: what some rules of the language cost grows with the square of it.
    const tooLarge = validate(schema, document, size);
    const faults = tooLarge.length > 0 ? tooLarge : validate(schema, document, rules);
    if (faults.length > 0) throw new OperationRefused(faults.map((fault) => told(fault, 'GRAPHQL_VALIDATION_FAILED')));
    return { document, ...operationText(document) };
  };
  const remember = (query: string, read: Read): void => {
    known.set(query, read);
    characters += query.length;
    for (const oldest of known.keys()) {
      if (characters <= mostCharacters) return;
      known.delete(oldest);
      characters -= oldest.length;
    }
  };

  return {
    read({ query, operationName, variables }) {
      let read = known.get(query);
      if (!read) remember(query, (read = readNew(query)));
      const operation = getOperationAST(read.document, operationName);
      if (!operation) throw refusal(new HubError('INVALID_OPERATION', whichOne(operationName)));
      return {
        ...read,
        operationName: operationName ?? undefined,
        name: operation.name?.value ?? 'anonymous',
        variables: variables ?? {},
      };
    },
  };
}

/** The library's own rule has an error for every field below as well. */
const noIntrospection = (context: ValidationContext): ASTVisitor => ({
  Field({ name }) {
    if (name.value !== '__schema' && name.value !== '__type') return;
    context.reportError(new HubError('INVALID_OPERATION', 'This hub answers no introspection.'));
  },
});

const whichOne = (name: string | null | undefined): string =>
  name == null
    ? 'Must provide operation name if query contains multiple operations.'
    : 'The document has no operation of that name.';

function parsedDocument(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    // Whatever parse throws is a syntax error of the text.
    throw new OperationRefused([told(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')]);
  }
}

const told = (fault: GraphQLError, code: string): GraphQLFormattedError =>
  publicError({ ...fault.toJSON(), extensions: { code } }, fault);

/** One of the hub's own errors, as a whole refusal. */
export const refusal = (error: HubError): OperationRefused =>
  new OperationRefused([publicError(error.toJSON(), error)]);
