/** The shared transport of all HTTP upstreams (design section 7), as the adapters see it. */
import type { CallContext, UpstreamCallEvent } from '../contract.js';

/** When a call must end: all that the transport needs to know of it. Ids go in headers, which are the adapter's. */
export type CallTime = Pick<CallContext, 'signal' | 'deadline'>;

export interface UpstreamOptions {
  /** The adapter's name; the only thing about the upstream that errors and metrics name. */
  readonly name: string;
  /** Absolute http(s) URL; everything is asked below it and nowhere else. */
  readonly baseUrl: string;
  /** PEM texts for mutual TLS and a private authority. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  /** Milliseconds for one call, retries included. */
  readonly deadlineMs: number;
  /** Bytes of body after which a response is dropped. Default 16 MiB. */
  readonly maxBodyBytes?: number;
  /** Sockets. Default 256 (`reference/performance.md` section 6: connections = calls/s × latency). */
  readonly connections?: number;
  /** Calls in flight. Default 256. */
  readonly concurrency?: number;
  /** Calls a second, evenly refilled, with a burst. Absent: unlimited. */
  readonly rate?: { readonly perSecond: number; readonly burst: number };
  readonly retry?: {
    /** Attempts in all. Default 3. */
    readonly attempts?: number;
    /** First back-off; doubles, with full jitter. Default 50 ms. */
    readonly baseDelayMs?: number;
    /** The longest `Retry-After` that is waited for. Default 2,000 ms; a longer one ends the call as RATE_LIMITED. */
    readonly maxRetryAfterMs?: number;
    /** Retries allowed per success, as a running budget. Default 0.1, with 10 to start. */
    readonly budgetRatio?: number;
  };
  readonly breaker?: {
    /** Calls in the window before the breaker may open. Default 20. */
    readonly minimumCalls?: number;
    /** Share of failures (timeouts, unreachable, 5xx) that opens it. Default 0.5. */
    readonly failureRatio?: number;
    /** Default 10,000 ms. */
    readonly windowMs?: number;
    /** How long it stays open before one probe. Default 5,000 ms. */
    readonly sleepMs?: number;
  };
  /** Headers for each attempt, e.g. a bearer token. Called per attempt, so that a refreshed token is used. */
  readonly authorise?: (call: CallTime) => Promise<Readonly<Record<string, string>>>;
  /** Called with the refused headers on a 401, once per call; the call is then authorised and sent once more. */
  readonly onUnauthorised?: (refused: Readonly<Record<string, string>>) => void;
  /** Reads what the upstream's own error body says. Pure; must not throw. Without it, error bodies are not even parsed. */
  readonly readError?: (body: unknown, status: number) => ErrorReading;
  readonly now: () => number;
  /** 0 to 1; injected so that jitter is testable. Default Math.random. */
  readonly random?: () => number;
  readonly onCall?: (event: UpstreamCallEvent) => void;
}

/** What an error body told: only codes of a published list, never free text (it may hold identifiers). */
export interface ErrorReading {
  readonly code?: string;
  /** Epoch milliseconds before which the upstream will not answer (`ratelimiting_expiry_time_ms` of the NHS gateway). */
  readonly retryAt?: number;
}

export interface UpstreamRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Relative to `baseUrl`, with a leading slash; built with `pathOf` so that ids are validated before they enter it. */
  readonly path: string;
  /** Text is encoded already. */
  readonly query?: URLSearchParams | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether it may be sent again. Default: GET. A search by POST says so. */
  readonly idempotent?: boolean;
  readonly call: CallTime;
  /** Statuses that the adapter reads itself (404, 422) instead of getting an `UpstreamError`. 2xx always are. They are not retried. */
  readonly accept?: readonly number[];
}

export interface UpstreamResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON; `undefined` for an empty body. A body that is not JSON is an `UpstreamError` MALFORMED. */
  readonly body: unknown;
}

export interface Upstream {
  readonly name: string;
  request(request: UpstreamRequest): Promise<UpstreamResponse>;
  /** The path and query of a link that the upstream gave (a `next` page), if it stays on its origin and below its base; else UpstreamError MALFORMED. */
  follow(link: string): { path: string; query: URLSearchParams };
  close(): Promise<void>;
}
