import type { Stored } from '../port.js';

/** The text of an operation that ledger records name by its digest, which is the `id`. Kept once, for as long as they are. */
export interface OperationDocument extends Stored {
  /** GraphQL, every literal value left out: it may be an identifier. */
  readonly text: string;
  /** ISO instant. */
  readonly firstAskedAt: string;
}
