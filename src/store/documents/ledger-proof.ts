import type { Stored } from '../port.js';

/**
 * The root of a perfect subtree of a writer's Merkle tree, kept so that a receipt need not read a million records. It can be
 * made again from the records, and is proved by the head in any case. `id` is `<writer>:<height>:<number>`.
 */
export interface LedgerNodeDocument extends Stored {
  readonly writer: string;
  /** 8, 16, 24: over so many levels of records. */
  readonly height: number;
  /** 0, 1, 2, … from the left. */
  readonly number: number;
  /** SHA-256, hex. */
  readonly root: string;
}

/** A head as it was published: a copy, for receipts; what counts is the one outside. `id` is `<writer>:<sequence>`. */
export interface LedgerHeadDocument extends Stored {
  readonly writer: string;
  readonly sequence: number;
  readonly hash: string;
  readonly root: string;
  readonly at: string;
  readonly closed: boolean;
  readonly signature: string;
}
