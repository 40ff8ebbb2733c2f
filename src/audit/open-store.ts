import { openStore } from '../store/open.js';
import type { Store } from '../store/port.js';
import { openReadOnly } from '../store/sqlite.js';

/** The store of a command that only reads: MongoDB where the environment names one, else the embedded one, beside its hub. */
export function openLedgerStore(dataDirectory: string): Promise<Store> {
  const mongodbUri = process.env['MONGODB_URI'];
  return mongodbUri === undefined ? openReadOnly(dataDirectory) : openStore({ mongodbUri });
}
