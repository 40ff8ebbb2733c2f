import type { Stored } from '../port.js';

/** That a caller used an idempotency key, and for what. `id` is `<organisation>:<subject>:<key>`. */
export interface UsedKeyDocument extends Stored {
  /** SHA-256 of the input that came with it, hex. */
  readonly inputDigest: string;
  /** ISO instant of the first use. */
  readonly usedAt: string;
}
