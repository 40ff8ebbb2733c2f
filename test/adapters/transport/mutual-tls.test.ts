import { afterEach, describe, expect, test } from '@jest/globals';
import { createAuthority } from '../../../adapters/sandbox/certificates.js';
import { startSandboxServer, type SandboxServer } from '../../../adapters/sandbox/server.js';
import type { Upstream, UpstreamOptions } from '../../../adapters/transport/types.js';
import { createUpstream } from '../../../adapters/transport/upstream.js';
import { aCall, errorFrom } from './harness.js';

const authority = createAuthority();
const client = authority.issueClient('hub');
const toClose: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of toClose.splice(0).reverse()) await each.close();
});

/** A server that asks for a certificate and refuses the handshake without one that its authority signed. */
async function startTlsServer(names?: readonly string[]): Promise<SandboxServer> {
  const server = await startSandboxServer({
    tls: { ...authority.issueServer(names), ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    answer: ({ clientCertificate }) => ({ status: 200, body: { clientCertificate } }),
  });
  toClose.push(server);
  return server;
}

function connect(server: SandboxServer, tls: NonNullable<UpstreamOptions['tls']>): Upstream {
  const upstream = createUpstream({ name: 'tls', baseUrl: server.url, tls, deadlineMs: 5_000, now: Date.now });
  toClose.push(upstream);
  return upstream;
}

const get = (upstream: Upstream): ReturnType<Upstream['request']> =>
  upstream.request({ method: 'GET', path: '/', call: aCall() });

describe('mutual TLS', () => {
  test('presents the client certificate to a server that requires one', async () => {
    const server = await startTlsServer();
    expect((await get(connect(server, { ca: authority.cert, ...client }))).body).toEqual({ clientCertificate: true });
    expect(server.requests).toMatchObject([{ clientCertificate: true }]);
  });

  test('is refused by that server without a certificate', async () => {
    const server = await startTlsServer();
    expect((await errorFrom(get(connect(server, { ca: authority.cert })))).reason).toBe('UNREACHABLE');
    expect(server.requests).toEqual([]);
  });

  test('is refused by that server with a certificate of another authority', async () => {
    const server = await startTlsServer();
    const stranger = createAuthority('Stranger').issueClient('hub');
    expect((await errorFrom(get(connect(server, { ca: authority.cert, ...stranger })))).reason).toBe('UNREACHABLE');
    expect(server.requests).toEqual([]);
  });

  test('does not talk to a server whose authority is not trusted', async () => {
    const server = await startTlsServer();
    const error = await errorFrom(get(connect(server, { ca: createAuthority().cert, ...client })));
    expect(error.reason).toBe('UNREACHABLE');
    expect(server.requests).toEqual([]);
  });

  test('does not talk to a server whose certificate is for another name', async () => {
    const server = await startTlsServer(['other.example.org']);
    expect((await errorFrom(get(connect(server, { ca: authority.cert, ...client })))).reason).toBe('UNREACHABLE');
    expect(server.requests).toEqual([]);
  });

  test('cannot be set up over plain HTTP', () => {
    expect(() =>
      createUpstream({ name: 'tls', baseUrl: 'http://localhost', tls: client, deadlineMs: 1, now: Date.now }),
    ).toThrow(TypeError);
  });
});
