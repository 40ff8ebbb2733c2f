/** A local BaRS: the token endpoint, the proxy's own checks, and one receiver behind it. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { startSandboxServer, type SandboxReply, type SandboxRequest, type SandboxServer } from '../sandbox/server.js';
import { replies } from './replies.js';
import { createBarsReceiver, type BarsReceiver } from './sandbox-receiver.js';
import type { BarsSettings } from './settings.js';

export interface BarsSandbox extends SandboxServer {
  readonly receiver: BarsReceiver;
  readonly settings: BarsSettings;
}

const base = '/booking-and-referral/FHIR/R4';
const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** @param receivers by organisation: the services that the sandbox's receiver stands for */
export async function startBarsSandbox({
  receivers,
  unfinished,
}: {
  receivers: BarsSettings['receivers'];
  unfinished?: Parameters<typeof createBarsReceiver>[0];
}): Promise<BarsSandbox> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const account = { clientId: randomUUID(), keyId: 'sandbox-1' };
  const receiver = createBarsReceiver(unfinished);
  const tokens = new Set<string>();
  const server = await startSandboxServer({
    answer(request) {
      if (request.path === '/oauth2/token') return issueToken(request, account, tokens);
      const [requestId, correlationId] = [header(request, 'x-request-id'), header(request, 'x-correlation-id')];
      const reply = replies({ requestId, correlationId });
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (bearer === undefined || !tokens.has(bearer))
        return reply(401, 'SEND_UNAUTHORIZED', 'unknown', 'No valid token.');
      if (!knowsTarget(header(request, 'nhsd-target-identifier'), receivers)) {
        return reply(404, 'PROXY_NOT_FOUND', 'not-found', 'The target is not known.');
      }
      if (![requestId, correlationId].every((id) => id === undefined || uuid.test(id))) {
        return reply(400, 'SEND_BAD_REQUEST', 'value', 'The ids must be UUIDs.');
      }
      if (request.method === 'POST' && request.path === `${base}/$process-message`) {
        return receiver.process({ requestId, correlationId, body: parse(request.body) });
      }
      const id = new RegExp(`^${base}/ServiceRequest/([\\w-]+)$`).exec(request.path)?.[1];
      if (request.method === 'GET' && id !== undefined) return receiver.read(id, { requestId, correlationId });
      return reply(501, 'PROXY_NOT_IMPLEMENTED', 'not-supported', 'Not implemented.');
    },
  });
  return {
    ...server,
    receiver,
    settings: {
      baseUrl: `${server.url}${base}`,
      tokenUrl: `${server.url}/oauth2/token`,
      ...account,
      privateKeyPem: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      senderServiceId: '2222222222',
      receivers,
      deadlineMs: 5_000,
      ratePerSecond: 1_000,
      tls: undefined,
    },
  };
}

const header = ({ headers }: SandboxRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

function issueToken(
  { body }: SandboxRequest,
  account: { clientId: string; keyId: string },
  tokens: Set<string>,
): SandboxReply {
  const assertion = new URLSearchParams(body).get('client_assertion') ?? '';
  try {
    if (decodeProtectedHeader(assertion).kid !== account.keyId || decodeJwt(assertion).iss !== account.clientId) {
      return { status: 401, body: { error: 'invalid_request', error_description: "Invalid 'iss'/'sub' claims" } };
    }
  } catch {
    return { status: 400, body: { error: 'invalid_request', error_description: 'Malformed JWT in client_assertion' } };
  }
  const token = randomUUID();
  tokens.add(token);
  return { status: 200, body: { access_token: token, expires_in: '599', token_type: 'Bearer' } };
}

function knowsTarget(text: string | undefined, receivers: BarsSettings['receivers']): boolean {
  const target = parse(Buffer.from(text ?? '', 'base64').toString()) as { value?: unknown } | undefined;
  return Object.values(receivers).some(({ serviceId }) => serviceId === target?.value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
