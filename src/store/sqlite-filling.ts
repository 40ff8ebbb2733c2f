/**
 * How index entries are made behind the writes: some thousand documents at a time, in the order of the index, so that a page of
 * it is written once for all of them and not once for each. Only what is appended can be followed so: by its row.
 */
import type { Connection } from './sqlite-connection.js';
import { connect } from './sqlite-connection.js';
import { attach, createEntryTables, type EntryTable } from './sqlite-entries.js';

/**
 * In one commit. The more there are, the more of them share a page: of 50,000 ledger records each page of the index by organisation is
 * written once for 150. Half a second of work, of which nothing is lost but that half second.
 */
const documentsAtOnce = 50_000;
/** 32 MiB of log: the pages that are written most are copied once for some ten thousand documents. */
const pagesOfLog = 8_192;

/** Opens the entries for writing, beside the store, and takes back what is not of it: of a copy that was put in its place. */
export function openEntries(entriesPath: string, storePath: string, tables: readonly EntryTable[]): Connection {
  const connection = connect(entriesPath);
  // What a power cut takes is made again; what is there is whole.
  connection.exec('PRAGMA synchronous = NORMAL');
  connection.exec(`PRAGMA wal_autocheckpoint = ${pagesOfLog}`);
  connection.exec('PRAGMA cache_size = -65536');
  attach(connection, storePath, 'store');
  for (const table of tables) {
    const { row, id } = progressOf(connection, table);
    if (row > 0 && idOf(connection, table, row) !== id) begin(connection, table);
  }
  return connection;
}

/** Entries of one reader's own, for as long as the connection is open: it reads beside whoever keeps those of the store. */
export function openOwnEntries(storePath: string, tables: readonly EntryTable[]): Connection {
  const connection = connect('');
  createEntryTables(connection, tables);
  attach(connection, storePath, 'store');
  return connection;
}

/** The same where so many wait that it is worth it, whether or not anybody asks. */
export function fillIfWorthIt(connection: Connection, tables: readonly EntryTable[]): void {
  const isWorthIt = tables.some(
    (table) => lastRow(connection, table) - progressOf(connection, table).row >= documentsAtOnce,
  );
  if (isWorthIt) fill(connection, tables);
}

/** Returns when there is an entry for everything that was committed when it was called. */
export function fill(connection: Connection, tables: readonly EntryTable[]): void {
  for (const table of tables) {
    const last = lastRow(connection, table);
    for (let { row } = progressOf(connection, table); row < last; row = Math.min(row + documentsAtOnce, last)) {
      addEntries(connection, table, row, Math.min(row + documentsAtOnce, last));
    }
  }
}

const lastRow = (connection: Connection, { collection }: EntryTable): number =>
  Number(connection.first(`SELECT max(rowid) FROM store.${collection}`, [])?.[0] ?? 0);

function addEntries(connection: Connection, table: EntryTable, after: number, upTo: number): void {
  const columns = table.columns.join(', ');
  const present = table.columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  inOneCommit(connection, () => {
    connection.run(
      `INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM store.${table.collection}
        WHERE rowid > ? AND rowid <= ? AND ${present} ORDER BY ${columns}`,
      [after, upTo],
    );
    setProgress(connection, table, upTo, idOf(connection, table, upTo));
  });
}

function begin(connection: Connection, table: EntryTable): void {
  inOneCommit(connection, () => {
    connection.run(`DELETE FROM ${table.name}`, []);
    setProgress(connection, table, 0, '');
  });
}

function inOneCommit(connection: Connection, write: () => void): void {
  connection.exec('BEGIN'); // and not IMMEDIATE, which would take the store's write lock as well
  try {
    write();
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function progressOf(connection: Connection, { name }: EntryTable): { readonly row: number; readonly id: string } {
  const [row, id] = connection.first('SELECT row, id FROM progress WHERE entries = ?', [name]) ?? [];
  return { row: Number(row ?? 0), id: typeof id === 'string' ? id : '' };
}

function setProgress(connection: Connection, { name }: EntryTable, row: number, id: string): void {
  connection.run('UPDATE progress SET row = ?, id = ? WHERE entries = ?', [row, id, name]);
}

function idOf(connection: Connection, { collection }: EntryTable, row: number): string {
  const [id] = connection.first(`SELECT id FROM store.${collection} WHERE rowid = ?`, [row]) ?? [];
  return typeof id === 'string' ? id : '';
}
