/** What the transport's tests stand on: a sandbox server, an upstream on it, and calls with all the time of the world. */
import type { CallTime, Upstream, UpstreamOptions, UpstreamRequest } from '../../../adapters/transport/types.js';
import { createUpstream } from '../../../adapters/transport/upstream.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';
import { startSandboxServer, type SandboxServer, type SandboxServerOptions } from '../../../adapters/sandbox/server.js';

export interface Bench {
  readonly server: SandboxServer;
  readonly upstream: Upstream;
  /** Outcomes of all exchanges so far. */
  readonly outcomes: string[];
  get(request?: Partial<UpstreamRequest>): ReturnType<Upstream['request']>;
  close(): Promise<void>;
}

/** No jitter, so that retries come at once. */
export async function startBench(
  options: Partial<UpstreamOptions> = {},
  answer: SandboxServerOptions['answer'] = () => ({ status: 200, body: { ok: true } }),
): Promise<Bench> {
  const server = await startSandboxServer({ answer });
  const outcomes: string[] = [];
  const upstream = createUpstream({
    name: 'bench',
    baseUrl: `${server.url}/base`,
    deadlineMs: 5_000,
    now: Date.now,
    random: () => 0,
    onCall: ({ outcome }) => outcomes.push(outcome),
    ...options,
  });
  return {
    server,
    upstream,
    outcomes,
    get: (request) => upstream.request({ method: 'GET', path: '/thing', call: aCall(), ...request }),
    close: async () => {
      await upstream.close();
      await server.close();
    },
  };
}

export const aCall = (call: Partial<CallTime> = {}): CallTime => ({
  signal: new AbortController().signal,
  deadline: Number.MAX_SAFE_INTEGER,
  ...call,
});

/** The error that a call ended with; anything but an `UpstreamError` fails the test. */
export async function errorFrom(work: Promise<unknown>): Promise<UpstreamError> {
  const result: unknown = await work.then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (!(result instanceof UpstreamError)) throw new Error(`Expected an UpstreamError, got ${String(result)}`);
  return result;
}
