/**
 * A local DWP Citizen API: real mutual TLS, tokens, header checks, rotating GUIDs, and its ways to say no. Simulated,
 * because the real one is open only to bodies with a legal gateway (`reference/employment-support.md` C1, F13).
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createAuthority } from '../sandbox/certificates.js';
import type { SandboxPerson } from '../sandbox/person.js';
import { startSandboxServer, type SandboxReply, type SandboxRequest, type SandboxServer } from '../sandbox/server.js';
import { claimData, createCitizens, selectClaims, type Citizens } from './sandbox-citizens.js';
import type { DwpSettings } from './settings.js';

/** The controls of the server, and the settings that the adapter reaches it with (a client certificate among them). */
export interface DwpSandbox extends SandboxServer {
  readonly settings: DwpSettings;
}

export interface DwpSandboxOptions {
  readonly people: readonly SandboxPerson[];
  readonly port?: number;
}

const tokenLifetimeSeconds = 3_600;

export async function startDwpSandbox({ people, port }: DwpSandboxOptions): Promise<DwpSandbox> {
  const authority = createAuthority('DWP sandbox authority');
  const client = authority.issueClient('work-health-hub');
  const account = { clientId: 'work-health-hub', clientSecret: randomBytes(24).toString('base64url') };
  const citizens = createCitizens(people);
  const tokens = new Map<string, number>();

  const server = await startSandboxServer({
    ...(port !== undefined && { port }),
    tls: { ...authority.issueServer(), ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    answer(request) {
      if (request.path === '/citizen-information/oauth2/token') return issueToken(request, account, tokens);
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if ((tokens.get(bearer) ?? 0) < Date.now()) return refuse(401, 'Unauthorized', 'Invalid or expired JWT token');
      return refuseHeaders(request) ?? route(request, citizens);
    },
  });
  return {
    ...server,
    settings: {
      baseUrl: server.url,
      tokenUrl: `${server.url}/citizen-information/oauth2/token`,
      ...account,
      context: 'work-health-hub',
      policyId: 'work-health-hub-policy',
      accessLevel: '1',
      tls: { ca: authority.cert, cert: client.cert, key: client.key },
      deadlineMs: 3_000,
    },
  };
}

type Account = Pick<DwpSettings, 'clientId' | 'clientSecret'>;

function issueToken({ body }: SandboxRequest, account: Account, tokens: Map<string, number>): SandboxReply {
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== 'client_credentials') {
    return { status: 400, body: { error: 'unsupported_grant_type' } };
  }
  if (form.get('client_id') !== account.clientId || form.get('client_secret') !== account.clientSecret) {
    return { status: 401, body: { error: 'invalid_client' } };
  }
  const token = randomUUID();
  tokens.set(token, Date.now() + tokenLifetimeSeconds * 1_000);
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: tokenLifetimeSeconds } };
}

function route(request: SandboxRequest, citizens: Citizens): SandboxReply {
  if (request.path === '/capi/v2/citizens/match') {
    return request.method === 'POST' ? match(request, citizens) : refuse(405, 'Method Not Allowed');
  }
  const [, guid, claims] = /^\/capi\/v2\/citizens\/([^/]+)(\/claims)?$/.exec(request.path) ?? [];
  const person = citizens.whoIs(guid ?? '');
  if (guid === undefined || !person) return refuse(404, 'No Resource Found', 'No citizen found for the supplied GUID');
  if (claims === undefined) return citizen(person, citizens.rotate(guid));
  const unknownType = request.query
    .get('benefitType')
    ?.split(',')
    .find((type) => !/^[a-z]+(_[a-z]+)*$/.test(type));
  if (unknownType !== undefined) return refuse(400, 'Bad Request', `Invalid benefitType: '${unknownType}'`);
  const selected = selectClaims(person.claims, request.query);
  if (selected.length === 0) return refuse(404, 'No Resource Found', 'No claims found for the supplied criteria');
  const next = citizens.rotate(guid);
  const data = selected.map((claim, index) => claimData(claim, index, next));
  return { status: 200, body: { data, links: { self: `/capi/v2/citizens/${next}/claims` } } };
}

const citizen = (person: SandboxPerson, guid: string): SandboxReply => ({
  status: 200,
  body: {
    data: {
      id: guid,
      type: 'Citizen',
      attributes: {
        guid,
        nino: person.nino,
        name: { firstName: person.givenName, lastName: person.familyName },
        dateOfBirth: { date: person.birthDate, metadata: { verificationType: 'authoritative' } },
      },
    },
  },
});

function match(request: SandboxRequest, citizens: Citizens): SandboxReply {
  const attributes = matchAttributes(request.body);
  if (!attributes) return refuse(400, 'Bad Request', 'The match request is not valid');
  const candidates = citizens.candidates(attributes);
  const [first] = candidates;
  if (!first) {
    return refuse(404, 'No Resource Found', 'Unable to find a unique match for the supplied matching dataset');
  }
  if (candidates.length === 1) {
    const data = { id: citizens.issue(first), type: 'MatchResult', attributes: { matchingScenario: 'scenario_1' } };
    return { status: 200, body: { data } };
  }
  const missing = ['firstName', 'ninoFragment', 'postcode'].filter((name) => attributes[name] === undefined);
  if (missing.length === 0) return refuse(422, 'Unprocessable Entity', 'Too many results');
  return refuse(422, 'Unprocessable Entity', 'Further details required', missing);
}

/** The attributes of a valid match body; undefined where a rule of the API is broken. */
function matchAttributes(body: string): Record<string, unknown> | undefined {
  type Body = { data?: { type?: unknown; attributes?: Record<string, unknown> } };
  const { data } = JSON.parse(body) as Body;
  const attributes = data?.attributes ?? {};
  const shapes: readonly [string, RegExp, boolean][] = [
    ['lastName', /^.{1,35}$/u, true],
    ['dateOfBirth', /^\d{4}-\d{2}-\d{2}$/, true],
    ['firstName', /^.{1,70}$/u, false],
    ['ninoFragment', /^\d{4}$/, false],
    ['postcode', /^.{1,8}$/, false],
  ];
  const valid = shapes.every(([name, shape, required]) => {
    const value = attributes[name];
    return value === undefined ? !required : typeof value === 'string' && shape.test(value);
  });
  return valid && data?.type === 'Match' ? attributes : undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function refuseHeaders({ headers, path }: SandboxRequest): SandboxReply | undefined {
  const required = ['correlation-id', 'context', 'policy-id', 'instigating-user-id'];
  if (path.endsWith('/claims')) required.push('access-level');
  const missing = required.find((name) => (headers[name] ?? '') === '');
  if (missing !== undefined) return refuse(400, 'Bad Request', `Missing header: ${missing}`);
  if (!uuid.test(String(headers['correlation-id']))) return refuse(400, 'Bad Request', 'correlation-id must be a UUID');
  return undefined;
}

/** A JSON:API error; with `pointers`, one error for each attribute that is missing. */
function refuse(status: number, title: string, detail = title, pointers: readonly string[] = []): SandboxReply {
  const error = { status: String(status), title, detail };
  const errors =
    pointers.length === 0
      ? [error]
      : pointers.map((name) => ({ ...error, source: { pointer: `/data/attributes/${name}` } }));
  return { status, body: { errors } };
}
