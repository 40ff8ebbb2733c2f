import type { Stored } from '../port.js';

/** What the documents of this store are like, beyond what each declares: a number that grows when an earlier hub's documents must be changed to be read. */
export interface StoreFormatDocument extends Stored {
  readonly format: number;
  /** ISO instant from which it has it. */
  readonly since: string;
}
