import type { Stored } from '../port.js';

/** One version of the sharing policy that was ever active; kept for ever. `id` is the version. */
export interface PolicyDocument extends Stored {
  /** Its terms as canonical JSON, which is YAML too. */
  readonly text: string;
  /** SHA-256 of `text`, hex. */
  readonly digest: string;
  /** ISO day. */
  readonly effectiveFrom: string;
  /** ISO instants at which a hub began to decide by it, oldest first. */
  readonly activatedAt: readonly string[];
}
