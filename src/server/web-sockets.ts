import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, parse, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import { HubError } from '../graph/errors.js';
import type { Hub } from '../hub.js';
import { endedWords } from './ended-words.js';
import { hubErrorOf } from './public-errors.js';
import type { Admission, SignIn } from './sign-in.js';
import { OperationRefused } from './operation.js';
import type { Subscriptions } from './subscriptions.js';

/** Open WebSockets that speak graphql-transport-ws. */
export interface WebSockets {
  /** Takes over the connection of an HTTP upgrade, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

interface Connection {
  readonly socket: WebSocket;
  /** What its messages set going: a subscription is under way until its last result has left. */
  readonly underWay: Set<Promise<void>>;
  admission?: Admission;
}

/** `{ "authorization": "Bearer …" }`: a browser cannot set a header on a WebSocket. */
const connectionParams = z.object({ authorization: z.string() });

/** All that the protocol's library reads of an operation is that it is one: the results are made elsewhere. */
const anySubscription = parse('subscription { __typename }');

const keepAliveMs = 12_000;
const lookMs = 1_000;
const goingAway = 1001;
const initWaitMs = 10_000;
const closeWaitMs = 2_000;

export function createWebSockets(
  hub: Hub,
  schema: GraphQLSchema,
  signIn: SignIn,
  subscriptions: Subscriptions,
): WebSockets {
  const { settings, services, now } = hub;
  const connections = new Set<Connection>();
  const listener = new WebSocketServer({
    noServer: true,
    maxPayload: settings.limits.bodyBytes,
    // Compression costs memory for each connection, and mixes secrets with what a caller chose (CRIME).
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = makeServer<Record<string, unknown>, { readonly connection: Connection }>({
    schema,
    connectionInitWaitTimeout: initWaitMs,
    async onConnect({ connectionParams: sent, extra: { connection } }) {
      const params = connectionParams.safeParse(sent);
      try {
        connection.admission = await signIn.admit(params.data?.authorization);
        return true;
      } catch (error) {
        const known = hubErrorOf(error);
        const words = known instanceof HubError ? known.message : 'Sign-in failed.';
        connection.socket.close(CloseCode.Unauthorized, words);
        return false;
      }
    },
    async onSubscribe({ extra: { connection } }, _id, payload) {
      const { admission, socket } = connection;
      if (!admission || now() >= admission.until || socket.readyState !== socket.OPEN) {
        socket.close(CloseCode.Unauthorized, endedWords.TOKEN_EXPIRED);
        return [new GraphQLError(endedWords.TOKEN_EXPIRED)];
      }
      try {
        const results = await subscriptions.open({ admission, correlationId: randomUUID(), body: payload });
        return { schema, document: anySubscription, contextValue: results };
      } catch (error) {
        if (error instanceof OperationRefused) return error.errors.map(asError);
        throw error;
      }
    },
    // Results with their errors in public form already, which `onNext` sends as they are.
    subscribe: ({ contextValue }) => contextValue as AsyncIterable<ExecutionResult>,
    // Every result was made for this caller, to the last byte.
    onNext: (_context, _id, _payload, _args, result) => result as { readonly data?: Record<string, unknown> },
    onError: (_context, _id, _payload, errors) => errors.map((error) => error.toJSON()),
  });

  listener.on('connection', (socket: WebSocket) => {
    const connection: Connection = { socket, underWay: new Set() };
    connections.add(connection);
    let isAlive = true;
    const ping = setInterval(() => {
      // A reader that takes nothing answers no ping either.
      if (isAlive) socket.ping();
      else socket.terminate();
      isAlive = false;
    }, keepAliveMs);
    const look = setInterval(() => {
      if (connection.admission && now() >= connection.admission.until) {
        socket.close(CloseCode.Unauthorized, endedWords.TOKEN_EXPIRED);
      }
    }, lookMs);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        // Resolves when the message has left: the next event is looked up only then, so nothing piles up here.
        send: (data) =>
          new Promise((resolve) => {
            if (socket.readyState !== socket.OPEN) resolve();
            else socket.send(data, () => resolve());
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            isAlive = true;
            const taken = take(textOf(data)).catch((error: unknown) => {
              services.report({ what: 'a WebSocket', correlationId: '-', error });
              socket.close(CloseCode.InternalServerError, 'Unexpected error');
            });
            connection.underWay.add(taken);
            void taken.finally(() => connection.underWay.delete(taken));
          }),
      },
      { connection },
    );
    socket.on('pong', () => (isAlive = true));
    // A message that is too large, or is no message: `ws` closes by itself.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      clearInterval(ping);
      clearInterval(look);
      connections.delete(connection);
      void closed(code, String(reason));
    });
  });

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (isSameOrigin(request)) {
        listener.handleUpgrade(request, socket, head, (opened) => listener.emit('connection', opened, request));
      } else refuse(socket, '403 Forbidden');
    },
    async close() {
      // Who does not take the last result, or does not answer the goodbye, is not waited for.
      const force = setTimeout(() => connections.forEach(({ socket }) => socket.terminate()), closeWaitMs);
      await Promise.all(
        [...connections].map(async ({ socket, underWay }) => {
          const gone = new Promise((resolve) => socket.once('close', resolve));
          await Promise.race([gone, Promise.all(underWay)]);
          socket.close(goingAway, endedWords.CLOSED);
          await gone;
        }),
      );
      clearTimeout(force);
      listener.close();
    },
  };
}

/** What a browser says of the page that asks; other callers say nothing. No other site's page may use a person's network to get here. */
function isSameOrigin({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** An error whose public form is known already. */
const asError = (told: GraphQLFormattedError): GraphQLError =>
  Object.assign(new GraphQLError(told.message), { toJSON: () => told });

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
