import type { UpstreamError } from '../upstream-error.js';
import { backoffMs } from './backoff.js';
import type { Outcome } from './exchange.js';
import { RetryBudget } from './retry-budget.js';
import type { UpstreamOptions, UpstreamRequest } from './types.js';

/**
 * Failures that another attempt may not meet. 408 and 500 are not here: PDS answers 408 when its back end was already too
 * slow for a caller who is waiting, and a 500 tends to come back.
 */
const passingStatuses = new Set([429, 502, 503, 504]);

/** Whether and when one upstream is asked again. */
export class RetryPolicy {
  readonly #attempts: number;
  readonly #baseDelayMs: number;
  readonly #maxRetryAfterMs: number;
  readonly #budget: RetryBudget;
  readonly #random: () => number;

  constructor({ retry = {}, random = Math.random }: UpstreamOptions) {
    this.#attempts = retry.attempts ?? 3;
    this.#baseDelayMs = retry.baseDelayMs ?? 50;
    this.#maxRetryAfterMs = retry.maxRetryAfterMs ?? 2_000;
    this.#budget = new RetryBudget(retry.budgetRatio ?? 0.1);
    this.#random = random;
  }

  succeeded(): void {
    this.#budget.earn();
  }

  /** Milliseconds after which to try again, less than `remainingMs`; undefined where the error stands. Spends the budget. */
  delayMs(
    { method, idempotent = method === 'GET' }: UpstreamRequest,
    outcome: Outcome,
    { retryAfterSeconds }: UpstreamError,
    attempt: number,
    remainingMs: number,
  ): number | undefined {
    const passes = outcome.kind === 'answered' ? passingStatuses.has(outcome.status) : outcome.passing;
    if (!idempotent || !passes || attempt >= this.#attempts) return undefined;
    if (retryAfterSeconds !== undefined && retryAfterSeconds * 1000 > this.#maxRetryAfterMs) return undefined;
    const delayMs = backoffMs(attempt, this.#baseDelayMs, this.#random, retryAfterSeconds);
    // To sleep past the deadline would only change the error into a less telling one.
    return delayMs < remainingMs && this.#budget.spend() ? delayMs : undefined;
  }
}
