/** What a verification and its workers say to each other. */

/** Part of one writer's records in an embedded store: from `from` (or the first there is) to before `below` (or the last). */
export interface StretchJob {
  readonly kind: 'stretch';
  readonly dataDirectory: string;
  readonly writer: string;
  readonly from?: number;
  readonly below?: number;
}

/** Whole lines of an export, UTF-8. */
export interface LinesJob {
  readonly kind: 'lines';
  readonly bytes: Uint8Array;
}

/** No more will come: close what is open, and end. */
export interface StopJob {
  readonly kind: 'stop';
}

export type CheckJob = StretchJob | LinesJob;

/** `CheckedRecord`s as columns: objects cost more to pass between threads than to make. */
export interface CheckedColumns {
  readonly writers: readonly string[];
  readonly sequences: readonly number[];
  /** 64 characters each, one after the other. */
  readonly previousHashes: string;
  readonly hashes: string;
  readonly verdicts: readonly number[];
}

export type CheckReply = { readonly columns: CheckedColumns } | { readonly failure: string };
