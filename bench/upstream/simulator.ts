/**
 * All upstream systems of the benchmark in a process of their own: a FHIR care record and a Dataverse environment over
 * HTTP, the DWP Citizen API over mutual TLS. Answers are bytes that are ready; latency is set from outside.
 */
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { createAuthority } from '../../adapters/sandbox/certificates.js';
import { responseOf, serveOn, type Answer, type BareRequest } from './bare-http.js';
import { callerOf, createCallers, tokenFor, type Callers } from './callers.js';
import { careRecord } from './care-record.js';
import { dataverse } from './dataverse.js';
import { dwp } from './dwp.js';
import { benchPeople } from './people.js';

/** Where the simulator listens, and how its mutual TLS is passed. */
export interface Upstreams {
  readonly fhir: string;
  readonly dataverse: string;
  readonly dwp: string;
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string };
}

export interface Simulator {
  readonly upstreams: Upstreams;
  setLatency(ms: number): void;
  readonly callers: Callers;
  close(): void;
}

/** Paths below each origin. */
export const fhirPath = '/fhir/R4';
export const tokenPath = '/oauth2/token';

export async function startSimulator(): Promise<Simulator> {
  const people = benchPeople();
  const callers = createCallers();
  const authority = createAuthority('Benchmark authority');
  const client = authority.issueClient('bench');
  let latency = 0;
  const latencyMs = (): number => latency;
  const servers: Server[] = [];
  const listen = async (server: Server): Promise<number> => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  const plain = (answer: Answer): Promise<number> =>
    listen(createServer((socket) => serveOn(socket, answer, latencyMs)));

  let base = '';
  let records: Answer | undefined;
  const fhirPort = await plain(
    withTokens((request) => {
      callers.count(callerOf(request.head), callOf(request.target));
      return (records ??= careRecord(people, base))(request);
    }),
  );
  base = `http://127.0.0.1:${fhirPort}${fhirPath}`;
  const cases = dataverse(people);
  const dataversePort = await plain(
    withTokens((request) => {
      callers.count(callerOf(request.head), 'cases');
      return cases(request);
    }),
  );
  const citizens = withTokens(dwp(people, callers));
  const dwpPort = await listen(
    createTlsServer(
      { ...authority.issueServer(), ca: authority.cert, requestCert: true, rejectUnauthorized: true },
      (socket) => serveOn(socket, citizens, latencyMs),
    ),
  );
  return {
    upstreams: {
      fhir: `http://127.0.0.1:${fhirPort}`,
      dataverse: `http://127.0.0.1:${dataversePort}`,
      dwp: `https://localhost:${dwpPort}`,
      tls: { ca: authority.cert, cert: client.cert, key: client.key },
    },
    setLatency: (ms) => void (latency = ms),
    callers,
    close() {
      for (const server of servers) server.close();
    },
  };
}

/** `/fhir/R4/Condition?…` → `Condition` */
const callOf = (target: string): string => /R4\/(\w+)/.exec(target)?.[1] ?? target;

/** OAuth 2.0 client credentials: the token names the client. */
function withTokens(answer: Answer): Answer {
  return (request: BareRequest) => {
    if (!request.target.endsWith(tokenPath)) return answer(request);
    const clientId = new URLSearchParams(request.body).get('client_id') ?? 'nobody';
    const token = { access_token: tokenFor(clientId), token_type: 'Bearer', expires_in: 86_400 };
    return responseOf(200, 'application/json', JSON.stringify(token));
  };
}
