import { createClient } from 'graphql-ws';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import type { GraphqlBody, Operation } from './ask.js';

/** Whether it is a subscription that would be run. What cannot be read is not: the hub says what is wrong with it. */
export function isSubscription({ query, operationName }: Operation): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    return false;
  }
}

/** The results of one subscription, over a connection of its own that ends with it. */
export type Listening = AsyncIterableIterator<GraphqlBody, undefined>;

/** Listens at the hub that served this page. What ends it is its last result, in the words of the hub. */
export function listen({ query, variables, operationName }: Operation, token: string): Listening {
  const url = new URL('graphql', document.baseURI);
  url.protocol = url.protocol.replace('http', 'ws');
  const client = createClient({
    url: url.href,
    connectionParams: token === '' ? {} : { authorization: `Bearer ${token}` },
    // Who asks may be somebody else by then: to listen again is for whoever is there.
    retryAttempts: 0,
  });
  const results = client.iterate({
    query,
    variables: (variables ?? {}) as Record<string, unknown>,
    operationName: operationName ?? null,
  });
  let isOver = false;
  const end = async (last?: GraphqlBody): Promise<IteratorResult<GraphqlBody, undefined>> => {
    isOver = true;
    await client.dispose();
    return last ? { done: false, value: last } : { done: true, value: undefined };
  };
  return {
    async next() {
      if (isOver) return { done: true, value: undefined };
      try {
        const result = await results.next();
        return result.done === true ? await end() : { done: false, value: result.value };
      } catch (error) {
        return end({ errors: errorsOf(error) });
      }
    },
    return: async () => {
      await results.return?.();
      return end();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The protocol's own errors come as a list; a connection that is closed, as the event that says why. */
function errorsOf(error: unknown): NonNullable<GraphqlBody['errors']> {
  if (Array.isArray(error)) return error as NonNullable<GraphqlBody['errors']>;
  const reason = typeof error === 'object' && error !== null && 'reason' in error ? String(error.reason) : '';
  return [{ message: reason === '' ? 'The connection was closed.' : reason }];
}
