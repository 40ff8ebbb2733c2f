/** A sandbox and an adapter connected to it, as one test file uses them. */
import { Agent, request } from 'undici';
import type { CallContext, Connection, UpstreamCallEvent } from '../../../adapters/contract.js';
import { dwpCitizen, type DwpLoaders, type DwpSettings } from '../../../adapters/dwp-citizen/index.js';
import { startDwpSandbox, type DwpSandbox } from '../../../adapters/dwp-citizen/sandbox.js';
import type { SandboxPerson } from '../../../adapters/sandbox/person.js';
import { callOf } from './people.js';

export const now = Date.parse('2025-11-22T12:00:00Z');

export interface Desk {
  readonly sandbox: DwpSandbox;
  readonly events: readonly UpstreamCallEvent[];
  /** The loaders of a new request. */
  load(call?: Partial<CallContext>): DwpLoaders;
  /** What was asked since the last `forget`, tokens aside, in short: `match`, `claims`. */
  asked(): readonly string[];
  /** The GUIDs that claims were asked with. */
  guids(): readonly string[];
  /** The attributes of each match. */
  matches(): readonly unknown[];
  close(): Promise<void>;
}

/** `clock` is the hub's; the sandbox keeps real time. */
export async function openDesk(
  people: readonly SandboxPerson[],
  settings: Partial<DwpSettings> = {},
  clock = () => Date.now(),
): Promise<Desk> {
  const sandbox = await startDwpSandbox({ people });
  const events: UpstreamCallEvent[] = [];
  const connection: Connection<DwpLoaders> = await dwpCitizen.connect(
    { ...sandbox.settings, ...settings },
    { now: clock, onCall: (event) => events.push(event) },
  );
  const exchanges = (end: string): DwpSandbox['requests'] => sandbox.requests.filter(({ path }) => path.endsWith(end));
  return {
    sandbox,
    events,
    load: (call) => connection.loaders(callOf(call)),
    asked: () =>
      sandbox.requests.map(({ path }) => path.split('/').at(-1) ?? '').filter((operation) => operation !== 'token'),
    guids: () => exchanges('/claims').map(({ path }) => path.split('/').at(-2) ?? ''),
    matches: () =>
      exchanges('/match').map(({ body }) => (JSON.parse(body) as { data: { attributes: unknown } }).data.attributes),
    close: async () => {
      await connection.close();
      await sandbox.close();
    },
  };
}

/** One request past the adapter, with or without a client certificate. */
export async function askDirectly(
  { settings }: DwpSandbox,
  options: {
    path: string;
    method?: 'GET' | 'POST';
    headers?: Record<string, string>;
    body?: string;
    tls?: { cert?: string; key?: string };
  },
): Promise<{ status: number; body: unknown }> {
  const { path, method = 'GET', headers = {}, body = null, tls = settings.tls } = options;
  const agent = new Agent({
    connect: { ca: settings.tls.ca, ...('cert' in tls ? { cert: tls.cert, key: tls.key } : {}) },
  });
  try {
    const answer = await request(settings.baseUrl + path, { method, headers, body, dispatcher: agent });
    return { status: answer.statusCode, body: await answer.body.json() };
  } finally {
    await agent.destroy();
  }
}

/** The headers of a caller whom the sandbox accepts, token included. */
export async function acceptedHeaders(sandbox: DwpSandbox): Promise<Record<string, string>> {
  const { clientId, clientSecret, context, policyId, accessLevel } = sandbox.settings;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const { body } = await askDirectly(sandbox, {
    path: '/citizen-information/oauth2/token',
    method: 'POST',
    body: form.toString(),
  });
  return {
    authorization: `Bearer ${(body as { access_token: string }).access_token}`,
    'correlation-id': '550e8400-e29b-41d4-a716-446655440000',
    context,
    'policy-id': policyId,
    'instigating-user-id': 'tester',
    'access-level': accessLevel,
  };
}
