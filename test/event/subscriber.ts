/** One subscription over a real connection, as a client library makes it: over both transports, the same to a test. */
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Answer } from '../acceptance/caller.js';
import type { TestHub, Who } from '../acceptance/hub.js';

export const transports = ['WebSocket', 'server-sent events'] as const;
export type Transport = (typeof transports)[number];

export interface Subscriber {
  /** The next result; undefined once the hub has completed it. Rejects where the connection was ended. */
  next(): Promise<Answer | undefined>;
  end(): Promise<void>;
}

/** Resolves once the hub listens. */
export async function subscribe(
  hub: TestHub,
  transport: Transport,
  who: Who,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Subscriber> {
  const token = await hub.as(who).token();
  return subscribeWith(hub, transport, token, query, variables);
}

export async function subscribeWith(
  hub: TestHub,
  transport: Transport,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Subscriber> {
  const before = hub.demo.hub.services.events.listeners();
  const authorization = `Bearer ${token}`;
  const client =
    transport === 'WebSocket'
      ? createWsClient({
          url: `${hub.url.replace('http', 'ws')}/graphql`,
          webSocketImpl: WebSocket,
          connectionParams: { authorization },
          retryAttempts: 0,
        })
      : createSseClient({ url: `${hub.url}/graphql`, headers: { authorization }, retryAttempts: 0 });
  const results = client.iterate({ query, variables });
  const first = results.next();
  let isFirst = true;
  const attempt = { isOver: false };
  void first.catch(() => undefined).finally(() => (attempt.isOver = true));
  while (!attempt.isOver && hub.demo.hub.services.events.listeners() === before) await turn();
  return {
    async next() {
      const { done, value } = await (isFirst ? first : results.next());
      isFirst = false;
      return done === true ? undefined : (value as Answer);
    },
    async end() {
      results.return?.().catch(() => undefined);
      await client.dispose();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** Resolves once the hub holds so many subscriptions. */
export async function untilListening(hub: TestHub, count: number): Promise<void> {
  while (hub.demo.hub.services.events.listeners() !== count) await turn();
}
