/**
 * A local Dataverse environment with its Entra ID token endpoint: one provider's cases, OData queries, paging by next link,
 * and the service protection limit. Behaviour as documented at learn.microsoft.com (Power Apps developer guide, Web API).
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SandboxPerson } from '../sandbox/person.js';
import { startSandboxServer, type SandboxReply, type SandboxRequest, type SandboxServer } from '../sandbox/server.js';
import { parseQuery, project, QueryRefused, skipToken } from './sandbox-odata.js';
import { createWrittenRows, type WrittenRows } from './sandbox-writes.js';
import { caseRow, type TableRow } from './sandbox-rows.js';
import type { DataverseSettings } from './settings.js';

/** The controls of the server, and the settings that the adapter reaches it with. */
export interface DataverseSandbox extends SandboxServer {
  readonly settings: DataverseSettings;
  /** What was written to it. */
  readonly written: WrittenRows['rows'];
}

export interface DataverseSandboxOptions {
  readonly people: readonly SandboxPerson[];
  readonly port?: number;
  /** Service protection. Default as published: 6,000 requests in a sliding 5 minutes. */
  readonly limit?: { readonly requests: number; readonly windowMs: number };
}

const publishedLimit = { requests: 6_000, windowMs: 300_000 };
const tenant = 'a3c5e7d9-0000-4000-8000-000000000001';
const tokenLifetimeSeconds = 3_599;

export async function startDataverseSandbox(options: DataverseSandboxOptions): Promise<DataverseSandbox> {
  const account = { clientId: randomUUID(), clientSecret: randomBytes(24).toString('base64url') };
  const tokens = new Map<string, number>();
  const limit = createLimit(options.limit ?? publishedLimit);
  const cases = casesByContact(options.people);
  const written = createWrittenRows();
  const self = { origin: '' };

  const server = await startSandboxServer({
    ...(options.port !== undefined && { port: options.port }),
    answer(request) {
      const scope = `${self.origin}/.default`;
      if (request.path === `/${tenant}/oauth2/v2.0/token`) return issueToken(request, { ...account, scope }, tokens);
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if ((tokens.get(bearer) ?? 0) < Date.now()) return { status: 401, headers: challenge(self.origin) };
      return limit() ?? written.answer(request, self.origin) ?? query(request, cases, self.origin);
    },
  });
  self.origin = server.url;
  return {
    ...server,
    written: written.rows,
    settings: {
      baseUrl: server.url,
      tokenUrl: `${server.url}/${tenant}/oauth2/v2.0/token`,
      ...account,
      scope: `${server.url}/.default`,
      deadlineMs: 3_000,
      pageSize: 500,
    },
  };
}

const challenge = (origin: string): Record<string, string> => ({
  'www-authenticate': `Bearer authorization_uri=${origin}/${tenant}/oauth2/authorize, resource_id=${origin}/`,
});

type Account = Pick<DataverseSettings, 'clientId' | 'clientSecret' | 'scope'>;

function issueToken({ body }: SandboxRequest, account: Account, tokens: Map<string, number>): SandboxReply {
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== 'client_credentials')
    return { status: 400, body: { error: 'unsupported_grant_type' } };
  if (form.get('scope') !== account.scope) return { status: 400, body: { error: 'invalid_scope' } };
  if (form.get('client_id') !== account.clientId || form.get('client_secret') !== account.clientSecret) {
    return { status: 401, body: { error: 'invalid_client', error_codes: [7000215] } };
  }
  const token = randomUUID();
  tokens.set(token, Date.now() + tokenLifetimeSeconds * 1_000);
  return { status: 200, body: { token_type: 'Bearer', expires_in: tokenLifetimeSeconds, access_token: token } };
}

function casesByContact(people: readonly SandboxPerson[]): ReadonlyMap<string, readonly TableRow[]> {
  const cases = new Map<string, TableRow[]>();
  for (const { provider } of people) {
    if (!provider) continue;
    const contact = provider.contactId.toLowerCase();
    cases.set(contact, [...(cases.get(contact) ?? []), caseRow(provider)]);
  }
  return cases;
}

const entitySet = '/api/data/v9.2/wh_supportcases';

function query(request: SandboxRequest, cases: ReadonlyMap<string, readonly TableRow[]>, origin: string): SandboxReply {
  if (request.method !== 'GET' || request.path !== entitySet) {
    return refuse(404, '0x80060888', 'Resource not found for the segment.');
  }
  if (request.headers['odata-version'] !== '4.0') return refuse(400, '0x80060888', 'OData-Version 4.0 is required.');
  try {
    return page(request, cases, origin);
  } catch (error) {
    if (error instanceof QueryRefused) return refuse(400, '0x80060888', error.message);
    throw error;
  }
}

function page(request: SandboxRequest, cases: ReadonlyMap<string, readonly TableRow[]>, origin: string): SandboxReply {
  const { contacts, select, expand, pageNumber } = parseQuery(request.query);
  const prefer = String(request.headers['prefer'] ?? '');
  const pageSize = Math.min(5_000, Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? 5_000));
  const annotate = prefer.includes('odata.include-annotations=');
  const matching = [...new Set(contacts)].flatMap((contact) => cases.get(contact) ?? []);
  matching.sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = matching.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  const last = rows.at(-1);
  const value = rows.map((row) => {
    const json = project(row, 'wh_supportcaseid', select, annotate);
    for (const [relationship, columns] of expand) {
      const related = row.related[relationship];
      if (!related) throw new QueryRefused(`Could not find a property named '${relationship}'.`);
      const key = '_wh_supportcaseid_value';
      json[relationship] = related.map((child) => ({
        ...project(child, childKey(relationship), columns, annotate),
        [key]: child.values[key],
      }));
      // Names the whole collection, without paging: a single-level $expand is not paged.
      json[`${relationship}@odata.nextLink`] = `${origin}${entitySet}(${row.id})/${relationship}`;
    }
    return json;
  });
  const next = new URLSearchParams(request.query);
  if (last) next.set('$skiptoken', skipToken(pageNumber + 1, last.id));
  const more = matching.length > pageNumber * pageSize && {
    '@odata.nextLink': `${origin}${entitySet}?${next.toString()}`,
  };
  return {
    status: 200,
    headers: { 'odata-version': '4.0', 'preference-applied': `odata.maxpagesize=${pageSize}` },
    body: { '@odata.context': `${origin}/api/data/v9.2/$metadata#wh_supportcases`, value, ...more },
  };
}

/** `wh_supportcase_goals` holds rows of `wh_goal`, whose key is `wh_goalid`. */
const childKey = (relationship: string): string => `${relationship.replace('wh_supportcase_', 'wh_').slice(0, -1)}id`;

const refuse = (status: number, code: string, message: string): SandboxReply => ({
  status,
  headers: { 'odata-version': '4.0' },
  body: { error: { code, message } },
});

/** Service protection: what an exceeded sliding window is answered with, or undefined. */
function createLimit({ requests, windowMs }: { requests: number; windowMs: number }): () => SandboxReply | undefined {
  const times: number[] = [];
  return () => {
    const now = Date.now();
    while (times[0] !== undefined && times[0] <= now - windowMs) times.shift();
    if (times.length < requests) return void times.push(now);
    const seconds = Math.max(1, Math.ceil(((times[0] ?? now) + windowMs - now) / 1_000));
    const message = `Number of requests exceeded the limit of ${requests} over time window of ${windowMs / 1_000} seconds.`;
    return { ...refuse(429, '0x80072322', message), headers: { 'retry-after': String(seconds) } };
  };
}
