import type { Dispatcher } from 'undici';
import type { UpstreamErrorReason } from '../upstream-error.js';
import type { Deadline } from './deadline.js';
import type { UpstreamResponse } from './types.js';

/** One HTTP exchange, whatever became of it. No exception is made for one that failed: failing is part of the trade. */
export type Outcome = Answered | Failed;

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: UpstreamResponse['headers'];
  readonly body: Buffer;
}

export interface Failed {
  readonly kind: 'failed';
  readonly reason: UpstreamErrorReason;
  /** Whether the connection failed in a way that another attempt may not meet. */
  readonly passing: boolean;
}

export const failed = (reason: UpstreamErrorReason, passing = false): Failed => ({ kind: 'failed', reason, passing });

/** Sends one request and collects its answer, until the deadline. Never rejects. */
export async function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  maxBodyBytes: number,
  deadline: Deadline,
): Promise<Outcome> {
  const outcome = await deadline.wait<Outcome>((finish) => {
    const collector = new Collector(maxBodyBytes, finish);
    try {
      dispatcher.dispatch(options, collector);
    } catch {
      // undici refuses headers that HTTP cannot carry before anything is sent.
      finish(failed('REFUSED'));
    }
    return () => collector.stop();
  });
  return typeof outcome === 'string' ? failed(outcome) : outcome;
}

/** Collects one answer. undici's `dispatch` with a handler of one's own costs half of `request` and a quarter of `fetch`. */
class Collector implements Dispatcher.DispatchHandler {
  readonly #maxBodyBytes: number;
  readonly #finish: (outcome: Outcome) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #headers: UpstreamResponse['headers'] = {};
  #controller: Dispatcher.DispatchController | undefined;
  #stopped = false;

  constructor(maxBodyBytes: number, finish: (outcome: Outcome) => void) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#finish = finish;
  }

  /** Gives the socket up; what comes now is nobody's. A request still in undici's own queue is never sent. */
  stop(): void {
    this.#stopped = true;
    this.#controller?.abort(stopped);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped) controller.abort(stopped);
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: UpstreamResponse['headers'],
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    if (Number(headers['content-length']) > this.#maxBodyBytes) this.#refuseSize(controller);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maxBodyBytes) this.#refuseSize(controller);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first = Buffer.alloc(0), ...more] = this.#chunks;
    const body = more.length === 0 ? first : Buffer.concat(this.#chunks, this.#size);
    this.#finish({ kind: 'answered', status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (!this.#stopped) this.#finish(failureOf(error));
  }

  #refuseSize(controller: Dispatcher.DispatchController): void {
    this.#stopped = true;
    this.#finish(failed('TOO_LARGE'));
    controller.abort(stopped);
  }
}

/** One for all: its stack would cost more than the call, and nobody reads it. */
const stopped = new Error('stopped');

/** Connections that were lost, refused or never made; TLS refusals are not among them, since they do not pass. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

function failureOf(error: Error & { readonly code?: unknown }): Failed {
  const code = typeof error.code === 'string' ? error.code : '';
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') return failed('CANCELLED');
  if (code === 'UND_ERR_INVALID_ARG') return failed('REFUSED');
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') return failed('MALFORMED');
  return failed('UNREACHABLE', passing.has(code));
}
