import { createHash } from 'node:crypto';
import {
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import { HubError } from '../graph/errors.js';
import { limitOperations, type OperationLimits } from './operation-limits.js';
import { publicError } from './public-errors.js';

const shape = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** A subscription as it was sent. */
export interface SubscriptionOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** As the document names it; `anonymous` where it does not. */
  readonly name: string;
  /** SHA-256 of the text, hex. */
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

/**
 * Reads one operation by the same limits as every request's.
 * @throws OperationRefused
 */
export function readSubscription(
  body: unknown,
  schema: GraphQLSchema,
  { limits, introspection }: { limits: OperationLimits; introspection: boolean },
): SubscriptionOperation {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw refusal(new HubError('BAD_REQUEST', 'This is not a GraphQL request.'));
  const { query, operationName, variables } = parsed.data;
  const document = parsedDocument(query, limits.tokens);
  const rules = [
    ...specifiedRules,
    limitOperations(limits, 'SUBSCRIPTIONS'),
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  const faults = validate(schema, document, rules);
  if (faults.length > 0) {
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
    throw new OperationRefused(faults.map((fault) => publicError({ ...fault.toJSON(), extensions }, fault)));
  }
  return {
    document,
    operationName: operationName ?? undefined,
    name: getOperationAST(document, operationName)?.name?.value ?? 'anonymous',
    digest: createHash('sha256').update(query).digest('hex'),
    variables: variables ?? {},
  };
}

function parsedDocument(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new OperationRefused([publicError({ message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }, error)]);
  }
}

/** One of the hub's own errors, as a whole refusal. */
export const refusal = (error: HubError): OperationRefused =>
  new OperationRefused([publicError(error.toJSON(), error)]);
