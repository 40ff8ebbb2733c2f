const ceiling = 10;

/**
 * How many retries an upstream may still be burdened with. Each success earns a fraction of one, each retry spends one:
 * when everything fails, retries stop instead of multiplying the load (the "retry budget" of Google SRE, chapter 22).
 */
export class RetryBudget {
  readonly #perSuccess: number;
  #left = ceiling;

  constructor(perSuccess: number) {
    this.#perSuccess = perSuccess;
  }

  earn(): void {
    if (this.#left < ceiling) this.#left = Math.min(ceiling, this.#left + this.#perSuccess);
  }

  /** Takes one retry out, where there is one. */
  spend(): boolean {
    // Ten tenths are not quite one in binary.
    if (this.#left < 1 - 1e-9) return false;
    this.#left -= 1;
    return true;
  }
}
