import { createHash } from 'node:crypto';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { RequestContext } from '../graph/context.js';
import { errorCodes, HubError } from '../graph/errors.js';
import type { Hub } from '../hub.js';
import { changedWords } from './ended-words.js';
import { limitOperations } from './operation-limits.js';
import { errorBody, hubErrorOf, publicError, unexpected } from './public-errors.js';
import type { SignIn } from './sign-in.js';

/** A request as the HTTP edge read it. */
export interface GraphqlRequest {
  readonly authorization: string | undefined;
  readonly accept: string;
  readonly correlationId: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

export interface GraphqlResponse {
  readonly status: number;
  readonly contentType: string;
  readonly correlationId: string;
  readonly body: string;
}

export interface GraphqlEndpoint {
  answer(request: GraphqlRequest): Promise<GraphqlResponse>;
  stop(): Promise<void>;
}

const json = 'application/json; charset=utf-8';

const operationShape = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * One GraphQL request from token to bytes: sign-in, execution, and the gate at the end. The answer leaves only after every
 * disclosure in it is durable in the ledger and the consents still stand.
 */
export async function createGraphqlEndpoint(hub: Hub, schema: GraphQLSchema, signIn: SignIn): Promise<GraphqlEndpoint> {
  const { settings, services } = hub;
  const apollo = new ApolloServer<RequestContext & Named>({
    schema,
    introspection: settings.explorer,
    // Suggestions rebuild a schema that introspection hides.
    hideSchemaDetailsFromClientErrors: !settings.explorer,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: false, // The edge takes nothing but application/json, which no form can send.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: settings.limits.tokens },
    validationRules: [limitOperations(settings.limits, 'REQUESTS')],
    formatError: publicError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(), // It wraps every field resolver (reference/graphql-and-style.md 1.7).
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(), // It wraps fields too, and would tell a router how long each source took.
      {
        requestDidStart: () =>
          Promise.resolve({
            didResolveOperation: ({ contextValue, operationName }) => {
              if (operationName != null) contextValue.operation.name = operationName;
              return Promise.resolve();
            },
            willSendResponse: ({ contextValue, errors = [], response }) => {
              const { correlationId } = contextValue.call;
              const answered = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
              for (const [index, { extensions }] of answered.entries()) {
                if (extensions?.['code'] !== 'UNEXPECTED') continue;
                services.report({ what: 'a resolver', correlationId, error: unwrapResolverError(errors[index]) });
              }
              return Promise.resolve();
            },
          }),
      },
    ],
  });
  await apollo.start();
  const digests = new Map<string, string>();

  async function execute(request: GraphqlRequest, correlationId: string): Promise<GraphqlResponse> {
    const body = operationIn(request.body);
    const viewer = await signIn.viewerOf(request.authorization);
    const operation = { name: 'anonymous', digest: digestOf(body.query, digests) };
    const context = await hub.openRequest({ viewer, operation, correlationId, signal: request.signal });
    const headers = new HeaderMap([
      ['content-type', 'application/json'],
      ['accept', request.accept],
    ]);
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: () => Promise.resolve({ ...context, operation }),
    });
    const text = result.body.kind === 'complete' ? result.body.string : '';
    const release = await context.disclosures.settle();
    if (release !== 'RELEASED') throw new HubError(release, changedWords[release]);
    return {
      status: result.status ?? 200,
      contentType: result.headers.get('content-type') ?? json,
      correlationId,
      body: text,
    };
  }

  return {
    async answer(request) {
      const { correlationId } = request;
      try {
        return await execute(request, correlationId);
      } catch (thrown) {
        const known = hubErrorOf(thrown);
        const error = known instanceof HubError ? known : new HubError('UNEXPECTED', unexpected);
        if (error.code === 'UNEXPECTED') services.report({ what: 'a request', correlationId, error: thrown });
        return { status: errorCodes[error.code].status, contentType: json, correlationId, body: errorBody(error) };
      }
    },
    stop: () => apollo.stop(),
  };
}

interface Named {
  readonly operation: { name: string };
}

function operationIn(body: unknown): z.infer<typeof operationShape> {
  if (Array.isArray(body))
    throw new HubError('BAD_REQUEST', 'Batched operations are not accepted: send one operation a request.');
  const parsed = operationShape.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'body')))];
  throw new HubError(
    'BAD_REQUEST',
    `The request body is not a GraphQL request: ${fields.join(', ')} is missing or of the wrong type.`,
  );
}

const rememberedDigests = 1_000;

function digestOf(query: string, known: Map<string, string>): string {
  const remembered = known.get(query);
  if (remembered !== undefined) return remembered;
  const digest = createHash('sha256').update(query).digest('hex');
  if (known.size >= rememberedDigests) known.delete(known.keys().next().value ?? '');
  known.set(query, digest);
  return digest;
}
