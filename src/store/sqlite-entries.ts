/**
 * The index entries that are kept behind the writes (docs/adr/0017): a file of their own, one table for each deferred index.
 * Every entry follows from its document, so the file may be lost, or be of an older copy: it is made again.
 */
import { closeSync, openSync, rmSync } from 'node:fs';
import type { Model } from './models/declare.js';
import { connect, type Connection } from './sqlite-connection.js';
import { columnOf } from './sqlite-schema.js';

/** One deferred index: plain data, for a thread that does not load the declarations. */
export interface EntryTable {
  /** `ledger_clientId_at` */
  readonly name: string;
  readonly collection: string;
  /** Its fields' columns in the collection's table, then `id`. */
  readonly columns: readonly string[];
}

export function entryTables(models: readonly Model[]): readonly EntryTable[] {
  return models.flatMap(({ name, indexes }) =>
    Object.entries(indexes).flatMap(([index, { deferred, fields }]) =>
      deferred ? [{ name: entryTable(name, index), collection: name, columns: [...fields.map(columnOf), 'id'] }] : [],
    ),
  );
}

export const entryTable = (collection: string, index: string): string => `${collection}_${columnOf(index)}`;

/** Creates what is missing, so that a reader can attach it; all of it anew where the file cannot be read. Nobody else has it open. */
export function createEntryFile(path: string, tables: readonly EntryTable[]): void {
  const create = (): void => {
    const connection = connect(path);
    try {
      connection.exec('PRAGMA journal_mode = WAL');
      createEntryTables(connection, tables);
    } finally {
      connection.close();
    }
  };
  try {
    create();
  } catch {
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
    closeSync(openSync(path, 'a', 0o600));
    create();
  }
}

export function createEntryTables(connection: Connection, tables: readonly EntryTable[]): void {
  // The row of the collection's table up to which there are entries, and the id that stood there.
  connection.exec(
    'CREATE TABLE IF NOT EXISTS progress (entries TEXT PRIMARY KEY NOT NULL, row INTEGER NOT NULL, id TEXT NOT NULL) STRICT',
  );
  for (const { name, columns } of tables) {
    const declared = columns.map((column) => `${column} ANY NOT NULL`);
    connection.exec(
      `CREATE TABLE IF NOT EXISTS ${name} (${declared.join(', ')}, PRIMARY KEY (${columns.join(', ')})) STRICT, WITHOUT ROWID`,
    );
    connection.exec(`INSERT INTO progress VALUES ('${name}', 0, '') ON CONFLICT (entries) DO NOTHING`);
  }
}

/** Lets a connection to the store ask the entries too; their tables have names of their own. */
export function attachEntries(connection: Connection, path: string): void {
  attach(connection, path, 'entries');
}

/** As another database of the same connection. */
export function attach(connection: Connection, path: string, name: 'entries' | 'store'): void {
  connection.exec(`ATTACH DATABASE '${path.replaceAll("'", "''")}' AS ${name}`);
}
