/** The ledger could not make a record durable. Nothing that the record speaks of may leave. At fault: `HUB`. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
  constructor(readonly why: 'CLOSED' | 'COMMIT_FAILED' | 'COMMIT_TIMED_OUT' | 'STORE_CANNOT_WRITE') {
    super(`the ledger cannot write: ${why}`);
  }
}
