import { UpstreamError } from '../upstream-error.js';
import { ConcurrencyLimit } from './concurrency.js';
import type { Deadline } from './deadline.js';
import { RateLimit } from './rate-limit.js';
import type { UpstreamOptions } from './types.js';

/** Where a call waits for its turn: the rate that the upstream allows, then a place among the calls in flight. */
export class Turnstile {
  readonly #source: string;
  readonly #rate: RateLimit | undefined;
  readonly #places: ConcurrencyLimit;

  constructor({ name, rate, concurrency = 256, now }: UpstreamOptions) {
    this.#source = name;
    this.#rate = rate && new RateLimit(rate, now);
    this.#places = new ConcurrencyLimit(concurrency);
  }

  /** Waits until the call may go; throws where it will not be able to in time. Each that entered must leave. */
  async enter(deadline: Deadline): Promise<void> {
    if (this.#rate && !this.#rate.tryTake()) {
      const turn = await this.#rate.take(deadline);
      if (typeof turn !== 'string') {
        throw new UpstreamError(this.#source, 'RATE_LIMITED', { retryAfterSeconds: turn.tooLateBySeconds });
      }
      if (turn !== 'taken') throw new UpstreamError(this.#source, turn);
    }
    if (this.#places.tryEnter()) return;
    const place = await this.#places.enter(deadline);
    if (place !== 'entered') throw new UpstreamError(this.#source, place);
  }

  leave(): void {
    this.#places.leave();
  }

  close(): void {
    this.#rate?.close();
  }
}
