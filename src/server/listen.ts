import { setMaxListeners } from 'node:events';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from '../graph/schema.js';
import { errorCodes, HubError, type ErrorCode } from '../graph/errors.js';
import type { Hub } from '../hub.js';
import { readExplorer, type Explorer, type Persona } from './explorer.js';
import { createGraphqlEndpoint, type GraphqlEndpoint } from './graphql-endpoint.js';
import type { Metrics } from './metrics.js';
import { partnerPage, partnerPath } from './partner-page.js';
import { startBarsEndpoint } from './bars-endpoint.js';
import { errorBody } from './public-errors.js';
import { exportAudit } from './audit-export.js';
import { createEventStreams, type EventStreams } from './event-stream.js';
import { createSignIn, type SignIn } from './sign-in.js';
import { OperationRefused } from './operation.js';
import { createSubscriptions, type Subscriptions } from './subscriptions.js';
import { createWebSockets } from './web-sockets.js';

/** A hub that answers over HTTP. */
export interface Listening {
  /** `http://host:port`, without a trailing slash. */
  readonly url: string;
  /** Where receivers of referrals answer, where the hub takes answers. */
  readonly barsUrl?: string;
  /** Takes no new requests, lets those under way end, closes the hub. */
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = 'application/json; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
/** Nothing of an answer may be kept by anything between the hub and its caller. */
const everyReply = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** What only some hubs have. */
export interface Extras {
  /** A demonstration's callers, for the explorer's persona switch. */
  readonly personas?: () => Promise<readonly Persona[]>;
}

export async function listen(hub: Hub, metrics: Metrics, extras: Extras = {}): Promise<Listening> {
  const { settings } = hub;
  const schema = buildSchema(hub.contract);
  const signIn = createSignIn(settings.issuers, hub.now);
  const graphql = createGraphqlEndpoint(hub, schema, signIn);
  const subscriptions = createSubscriptions(hub, schema);
  const streams = createEventStreams(hub.now, everyReply);
  const sockets = createWebSockets(hub, schema, signIn, subscriptions);
  metrics.watchSubscriptions(hub.services.events.listeners);
  const explorer = settings.explorer ? readExplorer(extras.personas) : undefined;
  // Looked at as often as its limits are worth: Node's own half a minute would double them.
  const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    answer(request, response, { hub, graphql, metrics, explorer, signIn, subscriptions, streams })
      .catch((): Reply => ({ status: 500, contentType: plain, body: 'Unexpected error\n' }))
      .then((reply) => reply && send(response, reply))
      .catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    if (pathOf(request) === '/graphql') sockets.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.listen.port, settings.listen.host, resolve);
  });
  const bars = await startBarsEndpoint(hub).catch((error: unknown) => {
    server.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.listen.host.includes(':') ? `[${settings.listen.host}]` : settings.listen.host}:${port}`,
    ...(bars && { barsUrl: bars.url }),
    async close() {
      await bars?.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      // Every subscription is told why it ends; only then do its connections go.
      await hub.services.events.close();
      await Promise.all([streams.close(), sockets.close()]);
      await closed;
      await hub.close();
    },
  };
}

interface Edge {
  readonly hub: Hub;
  readonly graphql: GraphqlEndpoint;
  readonly metrics: Metrics;
  readonly explorer: Explorer | undefined;
  readonly signIn: SignIn;
  readonly subscriptions: Subscriptions;
  readonly streams: EventStreams;
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

/** Undefined where the response has been written already, event by event. */
async function answer(request: IncomingMessage, response: ServerResponse, edge: Edge): Promise<Reply | undefined> {
  const path = pathOf(request);
  if (path === '/graphql') return graphqlReply(request, response, edge);
  if (path.startsWith(partnerPath)) return partnerPage(request, path, edge.hub);
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed('GET');
  if (path === '/health/live') return { status: 200, contentType: plain, body: 'live\n' };
  if (path === '/health/ready') return ready(edge.hub);
  if (path === '/audit/export') return auditReply(request, response, edge);
  if (path === '/metrics') {
    const { contentType, body } = await edge.metrics.scrape();
    return { status: 200, contentType, body };
  }
  const page = await edge.explorer?.file(path);
  return page ?? { status: 404, contentType: plain, body: 'Not found\n' };
}

async function graphqlReply(
  request: IncomingMessage,
  response: ServerResponse,
  edge: Edge,
): Promise<Reply | undefined> {
  const { hub, graphql, metrics } = edge;
  const began = performance.now();
  const correlationId = correlationIdOf(request.headers['x-correlation-id']);
  const gone = new AbortController();
  // Every upstream call of the request listens to it; Node would call more than ten a leak.
  setMaxListeners(0, gone.signal);
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  try {
    if (request.method !== 'POST') throw new HubError('METHOD_NOT_ALLOWED', 'Send operations by POST.');
    const body = parseJson(await readBody(request, hub.settings.limits.bodyBytes));
    if (wantsEvents(request)) {
      await streamEvents(request, response, { body, correlationId }, edge);
      return undefined;
    }
    const {
      status,
      contentType,
      body: text,
    } = await graphql.answer({
      authorization: request.headers.authorization,
      accept: request.headers.accept ?? '*/*',
      correlationId,
      body,
      signal: gone.signal,
    });
    metrics.onRequest(status, (performance.now() - began) / 1000);
    return {
      status,
      contentType,
      body: text,
      headers: { 'x-correlation-id': correlationId, ...(status === 401 && { 'www-authenticate': 'Bearer' }) },
    };
  } catch (error) {
    if (error instanceof OperationRefused) return refusalReply(error, correlationId);
    if (!(error instanceof HubError)) throw error;
    const { status } = errorCodes[error.code];
    metrics.onRequest(status, (performance.now() - began) / 1000);
    const headers = { 'x-correlation-id': correlationId, ...(status === 405 && { allow: 'POST' }) };
    return { status, contentType: json, body: errorBody(error), headers };
  }
}

/** Undefined where the export has been written; an error in the middle of it cuts the connection, so that nobody takes it for whole. */
async function auditReply(
  request: IncomingMessage,
  response: ServerResponse,
  { hub, signIn }: Edge,
): Promise<Reply | undefined> {
  const correlationId = correlationIdOf(request.headers['x-correlation-id']);
  const headers = { 'x-correlation-id': correlationId };
  try {
    const { authorization } = request.headers;
    const asked = { url: request.url ?? '', authorization, correlationId };
    await exportAudit(asked, response, { hub, signIn, headers: { ...everyReply, ...headers } });
    return undefined;
  } catch (error) {
    if (response.headersSent || !(error instanceof HubError)) throw error;
    return { status: statusOutsideGraph(error.code), contentType: json, body: errorBody(error), headers };
  }
}

/** What an answer of the graph says beside its data, a plain one says by its status. */
function statusOutsideGraph(code: ErrorCode): number {
  const { status } = errorCodes[code];
  if (status !== 200) return status;
  return code === 'NOT_ALLOWED' ? 403 : code === 'CONSENT_CHANGED' ? 409 : 400;
}

const wantsEvents = ({ headers: { accept } }: IncomingMessage): boolean =>
  accept !== undefined && /(^|,)\s*text\/event-stream\s*(;|,|$)/i.test(accept);

/** A subscription as server-sent events: resolves when it has ended. */
async function streamEvents(
  { headers: { authorization } }: IncomingMessage,
  response: ServerResponse,
  { body, correlationId }: { readonly body: unknown; readonly correlationId: string },
  { signIn, subscriptions, streams }: Edge,
): Promise<void> {
  const admission = await signIn.admit(authorization);
  const results = await subscriptions.open({ admission, correlationId, body });
  response.setHeader('x-correlation-id', correlationId);
  await streams.send(response, results, admission.until);
}

/** Refused before anything was streamed: an ordinary GraphQL response, as for a request. */
function refusalReply({ errors }: OperationRefused, correlationId: string): Reply {
  const code = errors[0]?.extensions?.['code'];
  const status =
    typeof code === 'string' && Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].status : 400;
  const body = JSON.stringify({ data: null, errors });
  return { status, contentType: json, body, headers: { 'x-correlation-id': correlationId } };
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** The caller's own, where it is a UUID: it goes to every source and into the ledger. */
const correlationIdOf = (header: string | string[] | undefined): string =>
  typeof header === 'string' && uuid.test(header) ? header : randomUUID();

function readBody(request: IncomingMessage, limit: number): Promise<string> {
  if (!/^application\/(graphql\+)?json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new HubError('UNSUPPORTED', 'Send the operation as application/json.');
  }
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      // The rest is read and dropped: a connection that is cut off in the middle of a body shows its caller no answer.
      chunks = [];
      reject(new HubError('TOO_LARGE', `The request body has more than ${limit} bytes.`));
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The caller has gone.')));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HubError('BAD_REQUEST', 'The request body is not JSON.');
  }
}

/** Ready means that a disclosure could be recorded now: the store and the ledger can write. */
async function ready({ store, ledger }: Hub): Promise<Reply> {
  const [stored, recorded] = await Promise.allSettled([store.check(), ledger.check()]);
  const parts = { store: stored.status === 'fulfilled', ledger: recorded.status === 'fulfilled' };
  const isReady = parts.store && parts.ledger;
  return { status: isReady ? 200 : 503, contentType: json, body: JSON.stringify({ ready: isReady, ...parts }) };
}

const notAllowed = (allow: string): Reply => ({
  status: 405,
  contentType: plain,
  body: `Only ${allow} is answered here\n`,
  headers: { allow },
});

function send(response: ServerResponse, { status, contentType, body, headers }: Reply): void {
  response.writeHead(status, {
    ...everyReply,
    ...headers,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
