import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { buildASTSchema, graphql, parse } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { readContract } from '../../src/graph/contract.js';
import { packageRoot } from '../../src/package-root.js';
import { readExplorer, type Persona } from '../../src/server/explorer.js';

/** What the page asked of `/graphql`, introspection left out. */
export interface Asked {
  readonly authorization: string | undefined;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface StubHub {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** The authorizations under which somebody listens right now. */
  readonly listening: ReadonlySet<unknown>;
  close(): Promise<void>;
}

export const correlationId = '11111111-2222-4333-8444-555555555555';

export const personas: readonly Persona[] = [
  {
    persona: 'clinician',
    title: 'GP at Riverside Medical Practice',
    organisation: 'Y90001',
    purpose: 'DIRECT_CARE',
    token: 'clinician-token',
    sampleNhsNumber: '9000000017',
  },
  {
    persona: 'work-coach',
    title: 'Work coach at Northgate Jobcentre Plus',
    organisation: 'DWP-NORTHGATE',
    purpose: 'EMPLOYMENT_SUPPORT',
    token: 'work-coach-token',
    sampleNhsNumber: '9000000025',
  },
];

/** The explorer as the hub serves it, above a GraphQL endpoint that knows the contract and one client. */
export async function startStubHub(known?: readonly Persona[]): Promise<StubHub> {
  const explorer = readExplorer(known && (() => Promise.resolve(known)));
  const schema = buildASTSchema(parse(readContract(new URL('schema/', packageRoot))));
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '/';
      if (path !== '/graphql') {
        const page = await explorer.file(path);
        response.writeHead(page?.status ?? 404, {
          ...page?.headers,
          'content-type': page?.contentType ?? 'text/plain',
        });
        response.end(page?.body);
        return;
      }
      const { query, variables, operationName } = (await json(request)) as Record<string, unknown>;
      const { authorization } = request.headers;
      if (operationName !== 'IntrospectionQuery') {
        asked.push({ authorization, operationName: String(operationName), variables: { ...(variables as object) } });
      }
      const answer = authorization
        ? await graphql({ schema, source: String(query), variableValues: { ...(variables as object) }, rootValue })
        : { errors: [{ message: 'Sign in' }] };
      response.writeHead(authorization ? 200 : 401, {
        'content-type': 'application/json',
        'x-correlation-id': correlationId,
      });
      response.end(JSON.stringify(answer));
    })();
  });
  const listening = new Set<unknown>();
  const sockets = new WebSocketServer({ server, path: '/graphql', handleProtocols });
  useServer(
    {
      schema,
      roots: { subscription: { noticeGiven: oneNotice } },
      onConnect: ({ connectionParams }) => void listening.add(connectionParams?.['authorization']),
      onClose: ({ connectionParams }) => void listening.delete(connectionParams?.['authorization']),
    },
    sockets,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    listening,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const withheld = {
  __typename: 'Withheld',
  category: 'SUPPORT',
  reason: 'NO_CONSENT',
  rule: 'a-rule',
  nextStep: 'Ask.',
};
const source = { source: 'dwp-citizen', outcome: 'ANSWERED', complete: true };
const rootValue = {
  viewer: { subject: 'someone', organisation: 'Y90001', audience: 'CLINICIAN', purpose: 'DIRECT_CARE' },
  client: {
    id: 'a-client-id',
    workStatus: { __typename: 'WorkStatus', inWork: 'YES', since: '2026-01-05', statements: [], sources: [source] },
    support: withheld,
    fitNotes: { __typename: 'NoRecord', category: 'FIT_NOTES', sources: [{ ...source, outcome: 'NO_RECORD' }] },
  },
};

/** One notice, and then the wait for another. */
async function* oneNotice(): AsyncGenerator {
  const [kind, at] = ['FIRST_ACCESS', '2026-01-05T10:00:00.000Z'];
  yield { noticeGiven: { kind, at, organisation: 'DWP-NORTHGATE', sentence: 'A work coach asked for your record.' } };
  await new Promise(() => undefined);
}
