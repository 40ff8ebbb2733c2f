import type { CallTime } from './types.js';

/** Why a call was ended from outside. */
export type Ended = 'TIMEOUT' | 'CANCELLED';

/**
 * How long one call may take: its own deadline, cut by what is left of the request's. One timer and one listener for the
 * whole call, whatever it is waiting for: a token, its turn, an answer, the next attempt.
 */
export class Deadline {
  /** Set once the call is over. */
  ended: Ended | undefined;
  readonly #now: () => number;
  readonly #at: number;
  readonly #call: CallTime;
  readonly #timer: NodeJS.Timeout;
  #stop: ((ended: Ended) => void) | undefined;

  constructor(call: CallTime, ownMs: number, now: () => number) {
    const start = now();
    this.#now = now;
    this.#call = call;
    this.#at = Math.min(start + ownMs, call.deadline);
    if (call.signal.aborted) this.#onAbort();
    else if (this.#at <= start) this.ended = 'TIMEOUT';
    this.#timer = setTimeout(this.#onTimeout, Math.max(0, this.#at - start));
    listenTo(call.signal, this.#onAbort);
  }

  remainingMs(): number {
    return this.#at - this.#now();
  }

  /**
   * Waits for what `start` begins, or for the end of the call, whichever is first. `start` answers how to stop it; stopping
   * what has finished must be harmless. One wait at a time.
   */
  wait<Value>(start: (finish: (value: Value) => void) => () => void): Promise<Value | Ended> {
    return new Promise((resolve) => {
      if (this.ended !== undefined) {
        resolve(this.ended);
        return;
      }
      const stop = start((value) => {
        this.#stop = undefined;
        resolve(value);
      });
      this.#stop = (ended) => {
        stop();
        resolve(ended);
      };
    });
  }

  /** Lets go of the timer and the listener. Always to be called. */
  release(): void {
    clearTimeout(this.#timer);
    leave(this.#call.signal, this.#onAbort);
  }

  readonly #onTimeout = (): void => this.#end('TIMEOUT');

  /** The request's own deadline aborts the same signal as a caller who has gone; the clock tells them apart. */
  readonly #onAbort = (): void => this.#end(this.#now() >= this.#call.deadline ? 'TIMEOUT' : 'CANCELLED');

  #end(ended: Ended): void {
    if (this.ended !== undefined) return;
    this.ended = ended;
    this.#stop?.(ended);
  }
}

/**
 * Who waits for the end of each request. One listener for all calls of a request: an `EventTarget` looks through all of its
 * listeners for each that comes or goes, and a page of fifty has fifty-two.
 */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

function listenTo(signal: AbortSignal, stop: () => void): void {
  let all = waiting.get(signal);
  if (!all) waiting.set(signal, (all = new Set()));
  if (all.size === 0) signal.addEventListener('abort', stopAll);
  all.add(stop);
}

function leave(signal: AbortSignal, stop: () => void): void {
  const all = waiting.get(signal);
  if (all?.delete(stop) === true && all.size === 0) signal.removeEventListener('abort', stopAll);
}

function stopAll(this: AbortSignal): void {
  for (const stop of waiting.get(this) ?? []) stop();
}
