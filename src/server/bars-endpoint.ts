import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { z } from 'zod';
import { readInbound, type InboundResponse } from '../../adapters/nhs-bars/inbound.js';
import { replies, type BarsReply } from '../../adapters/nhs-bars/replies.js';
import type { BarsInboundSettings, BarsSettings } from '../../adapters/nhs-bars/settings.js';
import type { OrganisationId } from '../access/types.js';
import { receiveReport, reportingViewer, reportOperation } from '../graph/inbound-report.js';
import type { Hub } from '../hub.js';
import { checkInbound, readCapability, readRequestBack, takeRequest } from './bars-requests.js';

/** The port on which referrals come in by the Booking and Referral Standard, and receivers answer the hub's own. */
export interface BarsEndpoint {
  /** `https://host:port`, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

const base = '/FHIR/R4';
const largestBody = 1_000_000;
/** Receivers are given up after 5,000 ms (reference/nhs-apis.md 5.2); the hub answers before that. */
const deadlineMs = 4_500;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/**
 * Takes referrals and answers to the hub's own: mutual TLS with a certificate of a known caller, both ids, and a source that may send
 * here or that the hub has sent to. Undefined where the hub's settings have no such port. Rejects where it cannot listen.
 */
export async function startBarsEndpoint(hub: Hub): Promise<BarsEndpoint | undefined> {
  const settings = hub.settings.referral.deliveries['nhs-bars'];
  if (!settings?.inbound) return undefined;
  const { inbound } = settings;
  const { host, port, tls } = inbound;
  checkInbound(hub, inbound);
  const server = createServer({ ...tls, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    const ids = idsOf(request);
    answer(request, ids, { hub, settings, inbound })
      .catch((error: unknown) => {
        hub.services.report({ what: 'an answer to a referral', correlationId: ids.correlationId ?? '-', error });
        return replies(ids)(500, 'REC_SERVER_ERROR', 'exception', 'The message could not be taken. Send it again.');
      })
      .then(({ status, headers, body }) => {
        const text = JSON.stringify(body);
        response.writeHead(status, {
          ...headers,
          'cache-control': 'no-store',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      })
      .catch(() => response.destroy());
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `https://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

interface Edge {
  readonly hub: Hub;
  readonly settings: BarsSettings;
  readonly inbound: BarsInboundSettings;
}

/** What is at a path, and how it is asked for. */
function wayOf(
  path: string,
):
  | { readonly kind: 'message'; readonly method: 'POST' }
  | { readonly kind: 'metadata'; readonly method: 'GET' }
  | { readonly kind: 'read'; readonly method: 'GET'; readonly id: string }
  | undefined {
  if (path === `${base}/$process-message`) return { kind: 'message', method: 'POST' };
  if (path === `${base}/metadata`) return { kind: 'metadata', method: 'GET' };
  const id = path.startsWith(`${base}/ServiceRequest/`) ? path.slice(`${base}/ServiceRequest/`.length) : '';
  return uuid.test(id) ? { kind: 'read', method: 'GET', id } : undefined;
}

interface Ids {
  readonly requestId: string | undefined;
  readonly correlationId: string | undefined;
}

async function answer(request: IncomingMessage, ids: Ids, { hub, settings, inbound }: Edge): Promise<BarsReply> {
  const reply = replies(ids);
  const { socket } = request;
  const name = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : undefined;
  if (typeof name !== 'string' || !inbound.callers.includes(name)) {
    return reply(403, 'REC_FORBIDDEN', 'forbidden', 'This certificate may not send messages here.');
  }
  const path = request.url?.split('?')[0] ?? '';
  const way = wayOf(path);
  if (!way) return reply(404, 'REC_NOT_FOUND', 'not-found', 'Nothing is here.');
  if (request.method !== way.method) {
    return reply(405, 'REC_METHOD_NOT_ALLOWED', 'not-supported', `This is asked for by ${way.method}.`);
  }
  if (way.kind === 'metadata') {
    return readCapability({ reply }, `https://${request.headers.host ?? ''}${base}`);
  }
  const { requestId, correlationId } = ids;
  if (requestId === undefined || correlationId === undefined) {
    return reply(400, 'REC_BAD_REQUEST', 'required', 'X-Request-Id and X-Correlation-Id are required.');
  }
  if (!uuid.test(requestId) || !uuid.test(correlationId)) {
    return reply(400, 'REC_BAD_REQUEST', 'value', 'X-Request-Id and X-Correlation-Id must be UUIDs.');
  }
  const header = request.headers['nhsd-end-user-organisation'];
  const organisation = typeof header === 'string' ? organisationIn(header) : undefined;
  const signal = AbortSignal.timeout(deadlineMs);
  const call = { hub, inbound, reply, organisation, correlationId, signal };
  if (way.kind === 'read') return readRequestBack(way.id, call);
  const body = await readBody(request);
  if (body === undefined) return reply(400, 'REC_BAD_REQUEST', 'invalid', 'The body is not JSON, or too long.');
  const read = readInbound(body);
  if (read.kind === 'refused') return reply(read.status, read.code, read.issue, read.diagnostics);
  if (read.kind === 'request') return takeRequest(read.request, call);
  const { response } = read;
  if (response.to !== settings.senderServiceId) {
    return reply(400, 'REC_BAD_REQUEST', 'value', 'MessageHeader.destination is another service.');
  }
  const answers = receiverOf(response, organisation, settings);
  const receiver = answers === undefined ? undefined : hub.deliveries.to(answers);
  if (answers === undefined || !receiver) {
    return reply(403, 'REC_FORBIDDEN', 'forbidden', 'No referrals are sent to the organisation that this comes from.');
  }
  const context = await hub.openRequest({
    viewer: reportingViewer(answers, receiver),
    operation: { ...reportOperation },
    correlationId,
    signal,
  });
  const taken = await receiveReport(correlationId, response, context);
  switch (taken.kind) {
    case 'taken':
      return reply(200, undefined, 'informational', 'Processed.');
    case 'repeated':
      return reply(409, 'REC_CONFLICT', 'duplicate', 'This message was processed before.');
    case 'unknown':
      return reply(404, 'REC_NOT_FOUND', 'not-found', 'No such message was sent to this organisation.');
    case 'refused':
      return taken.reason === 'REASON_REQUIRED' || taken.reason === 'REASON_NOT_OF_THIS_MOVE'
        ? reply(422, 'REC_UNPROCESSABLE_ENTITY', 'not-supported', taken.message)
        : reply(409, 'REC_CONFLICT', 'conflict', taken.message);
  }
}

/** Whose service it is that answers; undefined where the header names another organisation than the message does. */
function receiverOf(
  { from }: InboundResponse,
  said: string | undefined,
  { receivers }: BarsSettings,
): OrganisationId | undefined {
  const [organisation] = Object.entries(receivers).find(([, { serviceId }]) => serviceId === from) ?? [];
  return organisation !== undefined && said === organisation ? (organisation as OrganisationId) : undefined;
}

const organisationHeader = z.looseObject({ identifier: z.array(z.looseObject({ value: z.string() })) });

/** Base64 of an Organization with its ODS code. */
function organisationIn(header: string): string | undefined {
  try {
    const found: unknown = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
    const parsed = organisationHeader.safeParse(found);
    return parsed.success ? parsed.data.identifier[0]?.value : undefined;
  } catch {
    return undefined;
  }
}

function idsOf({ headers }: IncomingMessage): Ids {
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { requestId: one('x-request-id'), correlationId: one('x-correlation-id') };
}

/** Undefined where it is too long or no JSON. What is too long is read and dropped, so that its sender hears why. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  try {
    return size <= largestBody ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
