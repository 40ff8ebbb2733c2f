/**
 * A local Personal Demographics Service for application-restricted callers, stricter than the official sandbox: tokens,
 * headers, check digits, restrictions and the rate are all enforced (`reference/nhs-apis.md` section 10).
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { SandboxPerson } from '../sandbox/person.js';
import { startSandboxServer, type SandboxReply, type SandboxRequest, type SandboxServer } from '../sandbox/server.js';
import { outcome, tooManyRequests, type RateLimitShape } from './sandbox/outcomes.js';
import { createPatients, type SandboxPatients } from './sandbox/patients.js';
import { createQuota } from './sandbox/quota.js';
import { search } from './sandbox/search.js';
import { createTokenEndpoint, type TokenEndpoint } from './sandbox/token-endpoint.js';
import type { PdsSettings } from './settings.js';

export type { RateLimitShape } from './sandbox/outcomes.js';

/** The controls of the server, and the settings that the adapter reaches it with (the application's own key among them). */
export interface PdsSandbox extends SandboxServer {
  readonly settings: PdsSettings;
  /** Answers the next calls, or all until `heal()`, with a 429 of this shape. */
  limit(shape: RateLimitShape, times?: number): void;
  /** Makes every token that was issued invalid. */
  revokeTokens(): void;
}

export interface PdsSandboxOptions {
  readonly people: readonly SandboxPerson[];
  /** FHIR Patients that are served as they are, by their NHS number. */
  readonly extraPatients?: readonly unknown[];
  /** What the server allows: 60 times as many a minute, three times as many in one second. Default 5, as PDS. */
  readonly ratePerSecond?: number;
  /** The application's RSA key pair. Made anew where absent, which takes a moment. */
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly port?: number;
  readonly now?: () => number;
}

const basePath = '/personal-demographics/FHIR/R4';
const tokenPath = '/oauth2/token';
const account = { clientId: 'work-health-hub', keyId: 'work-health-hub-1' };

export async function startPdsSandbox(options: PdsSandboxOptions): Promise<PdsSandbox> {
  const { people, extraPatients = [], ratePerSecond = 5, port, now = Date.now } = options;
  const { publicKey, privateKey } = options.keys ?? generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tokens = createTokenEndpoint({ ...account, publicKey }, now);
  const patients = createPatients(people, extraPatients);
  const quota = createQuota(ratePerSecond, now);

  const server: SandboxServer = await startSandboxServer({
    ...(port !== undefined && { port }),
    async answer(request) {
      if (request.path === tokenPath) return tokens.answer(request, server.url + tokenPath);
      const refused = refuseCaller(request, tokens) ?? refuseRequestId(request);
      const reply = refused ?? (quota.take() ? route(request, patients, server.url) : tooManyRequests('pds', now()));
      return { ...reply, headers: { ...reply.headers, ...mirrored(request) } };
    },
  });
  return {
    ...server,
    settings: {
      baseUrl: server.url + basePath,
      tokenUrl: server.url + tokenPath,
      ...account,
      privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      ratePerSecond,
      deadlineMs: 3_000,
      endUserOrganisation: true,
    },
    limit(shape, times) {
      const { status, headers, body } = tooManyRequests(shape, now());
      server.fail({
        kind: 'status',
        path: /^\/personal-demographics\//,
        status,
        ...(headers && { headers }),
        body: JSON.stringify(body),
        ...(times !== undefined && { times }),
      });
    },
    revokeTokens: () => tokens.revoke(),
  };
}

function refuseCaller({ headers }: SandboxRequest, tokens: TokenEndpoint): SandboxReply | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return outcome(401, 'ACCESS_DENIED', 'Missing Authorization header');
  const token = /^Bearer (.+)$/.exec(authorization)?.[1];
  if (token === undefined) return outcome(401, 'ACCESS_DENIED', 'Missing access token');
  return tokens.accepts(token) ? undefined : outcome(401, 'ACCESS_DENIED', 'Invalid Access Token');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function refuseRequestId({ headers }: SandboxRequest): SandboxReply | undefined {
  const id = headers['x-request-id'];
  if (id === undefined) {
    const missing = 'Invalid request with error - X-Request-ID header must be supplied to access this resource';
    return outcome(400, 'MISSING_VALUE', missing);
  }
  if (typeof id === 'string' && uuid.test(id)) return undefined;
  return outcome(400, 'INVALID_VALUE', `Invalid value - '${String(id)}' in header 'X-Request-ID'`);
}

function mirrored({ headers }: SandboxRequest): Record<string, string> {
  const { 'x-request-id': requestId, 'x-correlation-id': correlationId } = headers;
  return {
    ...(typeof requestId === 'string' && { 'X-Request-ID': requestId }),
    ...(typeof correlationId === 'string' && { 'X-Correlation-ID': correlationId }),
  };
}

function route({ method, path, query }: SandboxRequest, patients: SandboxPatients, url: string): SandboxReply {
  const [, resource, id, part] =
    /^\/personal-demographics\/FHIR\/R4\/(\w+)(?:\/([^/]+))?(?:\/(\w+))?$/.exec(path) ?? [];
  if (resource === 'Coverage') return outcome(403, 'ACCESS_DENIED', 'Patient cannot perform this action');
  if (resource !== 'Patient' || (part !== undefined && part !== 'RelatedPerson')) {
    return outcome(400, 'UNSUPPORTED_REQUEST', `Unsupported path - '${path}'`);
  }
  if (method !== 'GET') return outcome(403, 'INVALID_METHOD');
  if (id === undefined) return search(patients.all, query, url + basePath);
  const patient = patients.find(id);
  if (!patient && !hasCheckDigit(id)) return outcome(400, 'INVALID_RESOURCE_ID');
  if (!patient) return outcome(404, 'RESOURCE_NOT_FOUND');
  if (patient.restriction === 'REDACTED') return outcome(404, 'INVALIDATED_RESOURCE');
  const headers = { 'content-type': 'application/fhir+json', etag: 'W/"2"' };
  if (part !== undefined)
    return { status: 200, headers, body: { resourceType: 'Bundle', type: 'searchset', total: 0 } };
  return { status: 200, headers, body: patient.visible };
}

/** Modulus 11 (`reference/nhs-apis.md` 1.4). Published examples that fail it are served all the same where they are known. */
function hasCheckDigit(nhsNumber: string): boolean {
  if (!/^\d{10}$/.test(nhsNumber)) return false;
  const sum = [10, 9, 8, 7, 6, 5, 4, 3, 2].reduce(
    (total, weight, index) => total + weight * Number(nhsNumber[index]),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(nhsNumber[9]);
}
