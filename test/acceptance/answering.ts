/** Answers to referrals by the Booking and Referral Standard, as a receiver's system sends them: mutual TLS, ids, a message Bundle. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';
import { createAuthority } from '../../adapters/sandbox/certificates.js';
import type { HubSettingsInput } from '../../src/config.js';

const proxyName = 'bars-proxy.nhs.uk';
export const hubService = '2222222222';
export const physioService = '111111111';

export interface Answering {
  /** What the hub's settings need for its port. */
  readonly change: (settings: HubSettingsInput) => HubSettingsInput;
  send(url: string, message: Sent): Promise<Answered>;
  /** GET of a path under the base. */
  look(url: string, path: string, by: Pick<Partial<Sent>, 'organisation' | 'as'>): Promise<Looked>;
  close(): Promise<void>;
}

export interface Sent {
  readonly body: unknown;
  readonly correlationId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly organisation?: string;
  /** The name in the caller's certificate; `null` sends none. Default: the proxy's. */
  readonly as?: string | null;
}

export interface Answered {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly code: string | undefined;
  readonly issue: string;
  readonly diagnostics: string;
}

export interface Looked {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export function createAnswering(): Answering {
  const authority = createAuthority('Callers of the hub');
  const agents: Agent[] = [];
  const agentAs = (name: string | null): Agent => {
    const certificate = name === null ? {} : authority.issueClient(name);
    const agent = new Agent({ connect: { ca: authority.cert, ...certificate } });
    agents.push(agent);
    return agent;
  };
  return {
    change: (settings) => {
      const deliveries = settings.referral?.deliveries;
      const bars = deliveries?.['nhs-bars'];
      if (!bars) throw new Error('the demonstration sends by the standard');
      const inbound = {
        port: 0,
        tls: { ...authority.issueServer(), ca: authority.cert },
        callers: [proxyName],
      };
      return {
        ...settings,
        referral: { ...settings.referral, deliveries: { ...deliveries, 'nhs-bars': { ...bars, inbound } } },
      };
    },
    async send(url, { body, correlationId, requestId = randomUUID(), organisation = 'RX1-PHYSIO', as = proxyName }) {
      const header = { resourceType: 'Organization', identifier: [{ value: organisation }] };
      const response = await request(`${url}/FHIR/R4/$process-message`, {
        method: 'POST',
        dispatcher: agentAs(as),
        headers: {
          'content-type': 'application/fhir+json; version=1.4.0',
          'NHSD-End-User-Organisation': Buffer.from(JSON.stringify(header)).toString('base64'),
          ...(requestId !== '' && { 'X-Request-Id': requestId }),
          ...(correlationId !== undefined && { 'X-Correlation-Id': correlationId }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const outcome = (await response.body.json()) as {
        issue: { code: string; diagnostics: string; details?: { coding: { code: string }[] } }[];
      };
      const [issue] = outcome.issue;
      return {
        status: response.statusCode,
        requestId: response.headers['x-request-id'] as string | undefined,
        code: issue?.details?.coding[0]?.code,
        issue: issue?.code ?? '',
        diagnostics: issue?.diagnostics ?? '',
      };
    },
    async look(url, path, { organisation = 'RX1-PHYSIO', as = proxyName }) {
      const header = { resourceType: 'Organization', identifier: [{ value: organisation }] };
      const response = await request(`${url}/FHIR/R4/${path}`, {
        dispatcher: agentAs(as),
        headers: {
          'NHSD-End-User-Organisation': Buffer.from(JSON.stringify(header)).toString('base64'),
          'X-Request-Id': randomUUID(),
          'X-Correlation-Id': randomUUID(),
        },
      });
      return { status: response.statusCode, body: (await response.body.json()) as Looked['body'] };
    },
    close: async () => {
      await Promise.all(agents.map((agent) => agent.close()));
    },
  };
}

/** An answer in the smallest form that the standard allows. */
export function answerTo(
  messageId: string,
  {
    status = 'active',
    encounter,
    reason,
    code = 'ok',
    id = randomUUID(),
  }: {
    readonly status?: string;
    readonly encounter?: string;
    readonly reason?: string;
    readonly code?: string;
    readonly id?: string;
  } = {},
): object {
  const [request, visit] = [randomUUID(), randomUUID()];
  const coded =
    reason === undefined
      ? {}
      : { reasonCode: [{ coding: [{ system: 'urn:work-health-hub:referral-reason', code: reason }] }] };
  return {
    resourceType: 'Bundle',
    id,
    type: 'message',
    entry: [
      {
        resource: {
          resourceType: 'MessageHeader',
          eventCoding: {
            system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
            code: 'servicerequest-response',
          },
          destination: [{ endpoint: `http://fhir.nhs.uk/Id/dos-service-id|${hubService}` }],
          source: { endpoint: `http://fhir.nhs.uk/Id/dos-service-id|${physioService}` },
          reason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'new' }] },
          response: { identifier: messageId, code },
          focus: [{ reference: `urn:uuid:${encounter === undefined ? request : visit}` }],
        },
      },
      {
        fullUrl: `urn:uuid:${request}`,
        resource: {
          resourceType: 'ServiceRequest',
          id: request,
          status,
          category: [{ coding: [{ code: 'referral' }] }],
          ...coded,
        },
      },
      ...(encounter === undefined
        ? []
        : [{ fullUrl: `urn:uuid:${visit}`, resource: { resourceType: 'Encounter', id: visit, status: encounter } }]),
    ],
  };
}
