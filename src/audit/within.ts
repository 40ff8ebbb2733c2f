import { LedgerUnavailable } from './ledger-unavailable.js';

/** `promise`, or `LedgerUnavailable` after `ms`. What comes later is nobody's business any more, failures included. */
export function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LedgerUnavailable('COMMIT_TIMED_OUT')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
