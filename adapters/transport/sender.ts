import type { Pool } from 'undici';
import { UpstreamError } from '../upstream-error.js';
import { CircuitBreaker, type AttemptResult } from './breaker.js';
import type { Deadline } from './deadline.js';
import { exchange, type Outcome } from './exchange.js';
import { openPool } from './pool.js';
import { Turnstile } from './turnstile.js';
import type { UpstreamOptions, UpstreamRequest } from './types.js';

type Headers = Readonly<Record<string, string>>;

/** One attempt: what came of it, and the authorisation that it was made with. */
export interface Sent {
  readonly outcome: Outcome;
  readonly authorisation: Headers;
}

const defaultMaxBodyBytes = 16 * 1024 * 1024;
const none: Headers = {};

/** Makes single attempts, each by the rules of the house in this order: turn, token, breaker, exchange. */
export class Sender {
  readonly breaker: CircuitBreaker;
  readonly #options: UpstreamOptions;
  readonly #basePath: string;
  readonly #pool: Pool;
  readonly #turnstile: Turnstile;

  constructor(base: URL, options: UpstreamOptions) {
    const { minimumCalls = 20, failureRatio = 0.5, windowMs = 10_000, sleepMs = 5_000 } = options.breaker ?? {};
    this.breaker = new CircuitBreaker({ minimumCalls, failureRatio, windowMs, sleepMs, now: options.now });
    this.#options = options;
    this.#basePath = base.pathname.replace(/\/$/, '');
    this.#pool = openPool(base, options);
    this.#turnstile = new Turnstile(options);
  }

  async send(request: UpstreamRequest, deadline: Deadline): Promise<Sent> {
    if (this.breaker.refuses) throw this.#error('CIRCUIT_OPEN');
    await this.#turnstile.enter(deadline);
    try {
      const authorisation = await this.#authorise(request, deadline);
      return { authorisation, outcome: await this.#exchange(request, authorisation, deadline) };
    } finally {
      this.#turnstile.leave();
    }
  }

  async close(): Promise<void> {
    this.#turnstile.close();
    await this.#pool.destroy();
  }

  /** The token may have to be fetched first; the call does not wait for it beyond its own deadline. */
  async #authorise({ call }: UpstreamRequest, deadline: Deadline): Promise<Headers> {
    const { authorise } = this.#options;
    if (!authorise) return none;
    const granted = await deadline.wait<Headers | UpstreamError>((finish) => {
      authorise(call).then(finish, (error: unknown) =>
        finish(error instanceof UpstreamError ? error : this.#error('REFUSED')),
      );
      return () => undefined;
    });
    if (granted instanceof UpstreamError) throw granted;
    if (typeof granted === 'string') throw this.#error(granted);
    return granted;
  }

  async #exchange(request: UpstreamRequest, authorisation: Headers, deadline: Deadline): Promise<Outcome> {
    const { now, name, maxBodyBytes = defaultMaxBodyBytes, deadlineMs, onCall } = this.#options;
    const { method, path, query, headers, body = null } = request;
    const permit = this.breaker.enter();
    if (!permit) throw this.#error('CIRCUIT_OPEN');
    const startedAt = now();
    const outcome = await exchange(
      this.#pool,
      {
        method,
        path: query ? `${this.#basePath}${path}?${encoded(query)}` : this.#basePath + path,
        headers: { ...headers, ...authorisation },
        body,
      },
      maxBodyBytes,
      deadline,
    );
    const durationMs = now() - startedAt;
    this.breaker.leave(permit, resultOf(outcome, durationMs, deadlineMs));
    onCall?.({
      upstream: name,
      outcome: outcome.kind === 'answered' ? String(outcome.status) : outcome.reason,
      durationMs,
    });
    return outcome;
  }

  #error(reason: UpstreamError['reason']): UpstreamError {
    return new UpstreamError(this.#options.name, reason);
  }
}

/** A space as `%20`: `+` means a space in forms only, and not every server reads it so in a URL (a Dataverse `$skiptoken`). */
const encoded = (query: URLSearchParams | string): string => query.toString().replaceAll('+', '%20');

/**
 * What an attempt says about the upstream's health. A caller who left says nothing, and neither does a timeout of a call
 * that came with hardly any time left: a second, or half of the upstream's own deadline, is a fair chance.
 */
function resultOf(outcome: Outcome, durationMs: number, deadlineMs: number): AttemptResult {
  if (outcome.kind === 'answered') return outcome.status >= 500 ? 'failure' : 'success';
  if (outcome.reason === 'UNREACHABLE') return 'failure';
  if (outcome.reason === 'TIMEOUT') return durationMs >= Math.min(1_000, deadlineMs / 2) ? 'failure' : 'neutral';
  return 'neutral';
}
