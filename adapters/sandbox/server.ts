/**
 * The ground that every local sandbox stands on: a real HTTP(S) server on a loopback port that keeps count of what was
 * asked and misbehaves on demand. What an upstream *says* stands in its own folder (`adapters/<name>/sandbox.ts`).
 */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One way to misbehave. `times` counts down; absent means until cleared. `path` absent means every request. */
export type Fault = { readonly path?: RegExp; readonly times?: number } & (
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'reset' }
  /** It is done, and the answer never arrives. */
  | { readonly kind: 'lost' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
);

export interface SandboxRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Whether the client proved a certificate that the server's authority signed. */
  readonly clientCertificate: boolean;
}

export interface SandboxReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless a string. */
  readonly body?: unknown;
}

export interface SandboxServer {
  /** `http://127.0.0.1:port` or `https://localhost:port`, without a trailing slash. */
  readonly url: string;
  /** Every request since the start or the last `forget()`, in order. */
  readonly requests: readonly SandboxRequest[];
  forget(): void;
  /** Adds a fault; the first whose path matches is used. */
  fail(fault: Fault): void;
  heal(): void;
  close(): Promise<void>;
}

export interface SandboxServerOptions {
  readonly port?: number;
  readonly tls?: Pick<ServerOptions, 'cert' | 'key' | 'ca' | 'requestCert' | 'rejectUnauthorized'>;
  /** Keep bodies and headers of at most this many requests. Default 10,000. */
  readonly remember?: number;
  readonly answer: (request: SandboxRequest) => SandboxReply | Promise<SandboxReply>;
}

export async function startSandboxServer(options: SandboxServerOptions): Promise<SandboxServer> {
  const requests: SandboxRequest[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const remember = options.remember ?? 10_000;

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    requests.push(request);
    if (requests.length > remember) requests.shift();
    const fault = takeFault(faults, request.path);
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref());
    if (fault?.kind === 'reset') return void incoming.socket.destroy();
    const reply: SandboxReply =
      fault?.kind === 'status'
        ? { status: fault.status, ...(fault.headers && { headers: fault.headers }), body: fault.body ?? '' }
        : await options.answer(request);
    if (fault?.kind === 'lost') return void incoming.socket.destroy();
    send(outgoing, reply, fault?.kind);
  };
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    handle(incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else send(outgoing, { status: 500, body: { sandboxFailed: String(error) } }, undefined);
    });
  };
  const server = options.tls ? createHttpsServer(options.tls, listener) : createHttpServer(listener);
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: options.tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    requests,
    forget: () => void requests.splice(0),
    fail: (fault) => void faults.push({ fault, left: fault.times ?? Infinity }),
    heal: () => void faults.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://sandbox');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    clientCertificate: 'authorized' in incoming.socket && incoming.socket.authorized === true,
  };
}

function takeFault(faults: { fault: Fault; left: number }[], path: string): Fault | undefined {
  const found = faults.find(({ fault, left }) => left > 0 && (fault.path?.test(path) ?? true));
  if (found) found.left -= 1;
  return found?.fault;
}

function send(outgoing: ServerResponse, reply: SandboxReply, fault: Fault['kind'] | undefined): void {
  const text = reply.body === undefined ? '' : typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  const body = Buffer.from(fault === 'malformed' ? `${text.slice(0, Math.floor(text.length / 2))}<html>` : text);
  outgoing.writeHead(reply.status, {
    'content-type': 'application/json',
    'content-length': body.length,
    ...reply.headers,
  });
  if (fault === 'truncated') {
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
    return;
  }
  outgoing.end(body);
}
