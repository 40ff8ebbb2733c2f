/** What one admitted attempt may tell the breaker when it is over. `neutral`: it says nothing about the upstream's health. */
export type AttemptResult = 'success' | 'failure' | 'neutral';

/** `probe` is the one attempt that finds out whether an open breaker may close. */
export type Permit = 'normal' | 'probe';

export interface BreakerOptions {
  readonly minimumCalls: number;
  readonly failureRatio: number;
  readonly windowMs: number;
  readonly sleepMs: number;
  readonly now: () => number;
}

const buckets = 10;

/**
 * Stops asking an upstream that keeps failing. It opens when the failures of a sliding window reach a share of at least a
 * minimum number of attempts (so that one failure at night opens nothing), and closes again when a single probe succeeds.
 */
export class CircuitBreaker {
  readonly #options: BreakerOptions;
  readonly #calls = new Uint32Array(buckets);
  readonly #failures = new Uint32Array(buckets);
  #tick = 0;
  /** Epoch milliseconds until which nothing is let through; undefined while closed. */
  #openUntil: number | undefined;
  #probing = false;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  /** Whether an attempt would be refused now. Takes nothing: for failing early, before waiting in any queue. */
  get refuses(): boolean {
    return this.#openUntil !== undefined && (this.#probing || this.#options.now() < this.#openUntil);
  }

  /** Lets one attempt in, or not. Each permit must be handed back through `leave`. */
  enter(): Permit | undefined {
    if (this.#openUntil === undefined) return 'normal';
    if (this.refuses) return undefined;
    this.#probing = true;
    return 'probe';
  }

  leave(permit: Permit, result: AttemptResult): void {
    if (permit === 'probe') this.#endProbe(result);
    // What was under way when the breaker opened is old news: only the probe decides.
    else if (this.#openUntil === undefined && result !== 'neutral') this.#record(result === 'failure');
  }

  #endProbe(result: AttemptResult): void {
    this.#probing = false;
    if (result === 'failure') this.#openUntil = this.#options.now() + this.#options.sleepMs;
    if (result !== 'success') return;
    this.#openUntil = undefined;
    this.#calls.fill(0);
    this.#failures.fill(0);
  }

  #record(failed: boolean): void {
    const { now, windowMs, minimumCalls, failureRatio, sleepMs } = this.#options;
    this.#turnTo(Math.floor((now() * buckets) / windowMs));
    const bucket = this.#tick % buckets;
    this.#calls[bucket] = (this.#calls[bucket] ?? 0) + 1;
    if (!failed) return;
    this.#failures[bucket] = (this.#failures[bucket] ?? 0) + 1;
    const calls = sum(this.#calls);
    if (calls >= minimumCalls && sum(this.#failures) >= calls * failureRatio) this.#openUntil = now() + sleepMs;
  }

  /** Empties the buckets that time has passed over. */
  #turnTo(tick: number): void {
    const passed = Math.min(tick - this.#tick, buckets);
    for (let step = 0; step < passed; step += 1) {
      this.#calls[(tick - step) % buckets] = 0;
      this.#failures[(tick - step) % buckets] = 0;
    }
    if (passed > 0) this.#tick = tick;
  }
}

const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0);
