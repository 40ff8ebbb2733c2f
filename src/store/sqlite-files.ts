/** The data directory: who may see it, and who holds it. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnavailable } from './port.js';
import { codeOf, connect } from './sqlite-connection.js';

export const databaseFile = (dataDirectory: string): string => join(dataDirectory, 'hub.sqlite');
/** The index entries that follow from the database. */
export const entriesFile = (dataDirectory: string): string => join(dataDirectory, 'hub-index.sqlite');
const lockFile = (dataDirectory: string): string => join(dataDirectory, 'hub.lock');

/** Makes the directory (0700) and its files (0600; SQLite gives its companions the same). */
export function prepareDataDirectory(dataDirectory: string): void {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  chmodSync(dataDirectory, 0o700);
  for (const file of [databaseFile, entriesFile, lockFile].map((nameIn) => nameIn(dataDirectory))) {
    // Not opened where it is there: closing it again would drop every lock that this process has on it (fcntl(2), "Record locks").
    if (existsSync(file)) chmodSync(file, 0o600);
    else closeSync(openSync(file, 'a', 0o600));
  }
}

/**
 * Holds the directory until released or until the process ends, however it ends: the lock is the operating system's,
 * on a second small file, so that readers of the first are not shut out.
 * @throws StoreUnavailable where another holds it
 */
export function holdDataDirectory(dataDirectory: string): { release(): void } {
  const lock = connect(lockFile(dataDirectory));
  try {
    lock.exec('PRAGMA busy_timeout = 0');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (codeOf(error) !== 'SQLITE_BUSY') throw error;
    throw new StoreUnavailable(`Another hub has ${dataDirectory} open; one data directory serves one process`);
  }
  return { release: () => lock.close() };
}

/** @throws StoreUnavailable where there is no store */
export function existingDatabaseFile(dataDirectory: string): string {
  const path = databaseFile(dataDirectory);
  if (!existsSync(path)) throw new StoreUnavailable(`There is no store in ${dataDirectory}`);
  return path;
}
