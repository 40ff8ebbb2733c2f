import { execute, type GraphQLSchema } from 'graphql';
import { errorCodes, HubError } from '../graph/errors.js';
import type { Hub } from '../hub.js';
import { changedWords } from './ended-words.js';
import { createMediaTypes } from './media-type.js';
import {
  createOperationReader,
  operationIn,
  OperationRefused,
  type Operation,
  type SentOperation,
} from './operation.js';
import { errorBody, hubErrorOf, publicErrors, unexpected } from './public-errors.js';
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
}

const json = 'application/json; charset=utf-8';

/**
 * One GraphQL request from token to bytes: sign-in, execution, and the gate at the end. The answer leaves only after every
 * disclosure in it is durable in the ledger and the consents still stand.
 */
export function createGraphqlEndpoint(hub: Hub, schema: GraphQLSchema, signIn: SignIn): GraphqlEndpoint {
  const { settings, services } = hub;
  const reader = createOperationReader(
    schema,
    { limits: settings.limits, introspection: settings.explorer },
    'REQUESTS',
  );
  const mediaTypes = createMediaTypes();

  function readOrRefuse(sent: SentOperation): Operation | OperationRefused {
    try {
      return reader.read(sent);
    } catch (error) {
      if (error instanceof OperationRefused) return error;
      throw error;
    }
  }

  async function answer(request: GraphqlRequest): Promise<GraphqlResponse> {
    const { correlationId, signal } = request;
    const sent = operationIn(request.body);
    const contentType = mediaTypes.chosen(request.accept);
    // Whoever is nobody learns nothing of the contract, its faults included.
    const viewer = await signIn.viewerOf(request.authorization);
    const read = readOrRefuse(sent);
    if (read instanceof OperationRefused) {
      return { status: 400, contentType, correlationId, body: line({ errors: read.errors }) };
    }
    const { document, operationName, variables, name, text, digest } = read;
    const contextValue = await hub.openRequest({ viewer, operation: { name, text, digest }, correlationId, signal });
    const result = await execute({
      schema,
      document,
      contextValue,
      variableValues: variables,
      ...(operationName !== undefined && { operationName }),
    });
    const errors =
      result.errors && publicErrors(result, (error) => services.report({ what: 'a resolver', correlationId, error }));
    const body = line({ ...(errors && { errors }), ...(result.data !== undefined && { data: result.data }) });
    const release = await contextValue.disclosures.settle();
    if (release !== 'RELEASED') throw new HubError(release, changedWords[release]);
    // Without data nothing was executed: the variables were not what the operation asks for.
    return { status: result.data === undefined ? 400 : 200, contentType, correlationId, body };
  }

  return {
    async answer(request) {
      const { correlationId } = request;
      try {
        return await answer(request);
      } catch (thrown) {
        const known = hubErrorOf(thrown);
        const error = known instanceof HubError ? known : new HubError('UNEXPECTED', unexpected);
        if (error.code === 'UNEXPECTED') services.report({ what: 'a request', correlationId, error: thrown });
        return { status: errorCodes[error.code].status, contentType: json, correlationId, body: errorBody(error) };
      }
    },
  };
}

/** Ended, so that a terminal's prompt stands below it. */
const line = (answer: object): string => `${JSON.stringify(answer)}\n`;
