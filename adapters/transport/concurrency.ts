import type { Deadline, Ended } from './deadline.js';
import { WaitingQueue } from './queue.js';

/** Calls in flight to one upstream; the rest wait in line, no longer than their own deadlines. */
export class ConcurrencyLimit {
  #free: number;
  readonly #queue = new WaitingQueue();

  constructor(limit: number) {
    this.#free = limit;
  }

  /** Takes a place if one is free now. */
  tryEnter(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /** Waits for a place. */
  enter(deadline: Deadline): Promise<'entered' | Ended> {
    return deadline.wait<'entered'>((finish) => this.#queue.join(() => finish('entered')));
  }

  /** Gives the place to the next in line. */
  leave(): void {
    if (!this.#queue.next()) this.#free += 1;
  }
}
