import type { Deadline, Ended } from './deadline.js';
import { WaitingQueue } from './queue.js';

export interface RateOptions {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * A token bucket that keeps the hub below what an upstream allows it (PDS: 5 calls a second per application), since a
 * refused call counts against the quota as well. Who cannot be served before their deadline is told so at once.
 */
export class RateLimit {
  readonly #options: RateOptions;
  readonly #now: () => number;
  readonly #queue = new WaitingQueue();
  #tokens: number;
  #refilledAt: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RateOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
    this.#tokens = options.burst;
    this.#refilledAt = now();
  }

  /** Takes a token if there is one and nobody is waiting for it. */
  tryTake(): boolean {
    this.#refill();
    if (this.#queue.length > 0 || this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Waits for a token; answers the seconds that it would have taken where that is past the deadline. */
  async take(deadline: Deadline): Promise<'taken' | Ended | { readonly tooLateBySeconds: number }> {
    this.#refill();
    const waitMs = this.#msUntil(this.#queue.length + 1);
    if (waitMs > deadline.remainingMs()) return { tooLateBySeconds: Math.ceil(waitMs / 1000) };
    return deadline.wait<'taken'>((finish) => {
      const leave = this.#queue.join(() => finish('taken'));
      this.#schedule();
      return leave;
    });
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #msUntil(tokens: number): number {
    return Math.max(0, ((tokens - this.#tokens) * 1000) / this.#options.perSecond);
  }

  #refill(): void {
    const now = this.#now();
    const earned = ((now - this.#refilledAt) * this.#options.perSecond) / 1000;
    this.#tokens = Math.min(this.#options.burst, this.#tokens + Math.max(0, earned));
    this.#refilledAt = now;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(this.#serve, Math.ceil(this.#msUntil(1)));
  }

  readonly #serve = (): void => {
    this.#timer = undefined;
    this.#refill();
    while (this.#tokens >= 1 && this.#queue.next()) this.#tokens -= 1;
    if (this.#queue.length > 0) this.#schedule();
  };
}
