/** What the main thread and the writing worker say to each other. */
import type { Parameter, Row } from './sqlite-connection.js';

export interface WorkerSettings {
  readonly path: string;
  /** The file may grow to this many bytes; absent: as the disk allows. */
  readonly maximumBytes?: number;
}

/** One statement for each row, all or nothing. */
export interface WriteJob {
  readonly ticket: number;
  readonly kind: 'write';
  readonly sql: string;
  readonly rows: readonly (readonly Parameter[])[];
}

/** A read that is not bounded, and so is not for the main thread. */
export interface ReadJob {
  readonly ticket: number;
  readonly kind: 'read';
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Copy what is left of the log into the database; nobody waits for it. */
export interface CheckpointJob {
  readonly ticket: 0;
  readonly kind: 'checkpoint';
  /** From now on without the checkpointing worker, which is gone. */
  readonly alone: boolean;
}

/** Finish what came before, checkpoint, close, exit. */
export interface CloseJob {
  readonly ticket: number;
  readonly kind: 'close';
}

export type Job = WriteJob | ReadJob | CheckpointJob | CloseJob;

/** How a job ended. `done` for a write: it is on the disk. */
export type Outcome =
  | { readonly ticket: number; readonly kind: 'done'; readonly rows: readonly Row[] }
  /** `ledger.writer, ledger.sequence` */
  | { readonly ticket: number; readonly kind: 'duplicate'; readonly columns: string }
  /** The statement matched no row. */
  | { readonly ticket: number; readonly kind: 'unchanged' }
  /** Nothing of it is stored. */
  | { readonly ticket: number; readonly kind: 'failed'; readonly code: string };
