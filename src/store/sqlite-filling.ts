/**
 * How index entries are made behind the writes: some thousand documents at a time, in the order of the index, so that a page of
 * it is written once for all of them and not once for each. Only what is appended can be followed so: by its row.
 */
import type { Connection } from './sqlite-connection.js';
import { connect } from './sqlite-connection.js';
import { attach, createEntryTables, type EntryTable } from './sqlite-entries.js';

/**
 * Put in order together. The more there are, the more of them share a page: of 50,000 ledger records each page of the index by
 * organisation is written once for 150.
 */
const documentsAtOnce = 50_000;
/**
 * In one commit. Each on a page of its own they are 1 MiB, which the disk takes in some milliseconds: whoever writes beside it waits no
 * longer than that. All 50,000 in one commit made a ledger record wait for 100 ms.
 */
const entriesAtOnce = 256;
/** 1 MiB of log: then the pages are copied, and the disk is waited for. */
const pagesOfLog = 256;

/** Opens the entries for writing, beside the store, and takes back what is not of it: of a copy that was put in its place. */
export function openEntries(entriesPath: string, storePath: string, tables: readonly EntryTable[]): Connection {
  const connection = connect(entriesPath);
  // What a power cut takes is made again; what is there is whole.
  connection.exec('PRAGMA synchronous = NORMAL');
  connection.exec(`PRAGMA wal_autocheckpoint = ${pagesOfLog}`);
  connection.exec('PRAGMA cache_size = -65536');
  attach(connection, storePath, 'store');
  createSorted(connection, tables);
  for (const table of tables) {
    const marks = [progressOf(connection, table.name), progressOf(connection, interruptedOf(table))];
    if (marks.some(({ row, id }) => row > 0 && idOf(connection, table, row) !== id)) begin(connection, table);
  }
  return connection;
}

/** Entries of one reader's own, for as long as the connection is open: it reads beside whoever keeps those of the store. */
export function openOwnEntries(storePath: string, tables: readonly EntryTable[]): Connection {
  const connection = connect('');
  createEntryTables(connection, tables);
  attach(connection, storePath, 'store');
  createSorted(connection, tables);
  return connection;
}

/** A filling that pauses behind each commit, where whoever is not in a hurry lets others at the disk. */
export type Filling = Generator<'is behind' | 'keeps up', void>;

/**
 * When it is done, there is an entry for everything that was committed when it began. One at a time on a connection; one that was left may be begun anew.
 */
export function* filling(connection: Connection, tables: readonly EntryTable[]): Filling {
  for (const table of tables) {
    const last = lastRow(connection, table);
    for (let { row } = progressOf(connection, table.name); row < last; row = Math.min(row + documentsAtOnce, last)) {
      const pause = last - row > 2 * documentsAtOnce ? 'is behind' : 'keeps up';
      for (const _commit of addEntries(connection, table, row, Math.min(row + documentsAtOnce, last))) yield pause;
    }
  }
}

/** The same where so many documents wait that it is worth it, whether or not anybody asks. */
export function* fillingIfWorthIt(connection: Connection, tables: readonly EntryTable[]): Filling {
  const isWorthIt = tables.some(
    (table) => lastRow(connection, table) - progressOf(connection, table.name).row >= documentsAtOnce,
  );
  if (isWorthIt) yield* filling(connection, tables);
}

/** All of it at once. */
export function fill(connection: Connection, tables: readonly EntryTable[]): void {
  toEnd(filling(connection, tables));
}

/** The rest of a filling, without a pause. */
export function toEnd(underWay: Filling): void {
  while (!underWay.next().done);
}

const lastRow = (connection: Connection, { collection }: EntryTable): number =>
  Number(connection.first(`SELECT max(rowid) FROM store.${collection}`, [])?.[0] ?? 0);

function* addEntries(connection: Connection, table: EntryTable, after: number, upTo: number): Generator<void> {
  const columns = table.columns.join(', ');
  const present = table.columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const sorted = sortedOf(table);
  connection.run(`DELETE FROM ${sorted}`, []);
  connection.run(
    `INSERT INTO ${sorted} (${columns}) SELECT ${columns} FROM store.${table.collection}
      WHERE rowid > ? AND rowid <= ? AND ${present} ORDER BY ${columns}`,
    [after, upTo],
  );
  const count = Number(connection.first(`SELECT max(rowid) FROM ${sorted}`, [])?.[0] ?? 0);
  const mark = { row: upTo, id: idOf(connection, table, upTo) };
  for (let done = 0; done < count; done += entriesAtOnce) {
    inOneCommit(connection, () => {
      // Those of an interrupted filling are there.
      connection.run(
        `INSERT OR IGNORE INTO ${table.name} (${columns}) SELECT ${columns} FROM ${sorted} WHERE rowid > ? AND rowid <= ?`,
        [done, done + entriesAtOnce],
      );
      if (done === 0) setProgress(connection, interruptedOf(table), mark);
    });
    yield;
  }
  inOneCommit(connection, () => {
    setProgress(connection, table.name, mark);
    setProgress(connection, interruptedOf(table), nowhere);
  });
  connection.run(`DELETE FROM ${sorted}`, []);
}

function begin(connection: Connection, table: EntryTable): void {
  inOneCommit(connection, () => {
    connection.run(`DELETE FROM ${table.name}`, []);
    setProgress(connection, table.name, nowhere);
    setProgress(connection, interruptedOf(table), nowhere);
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

interface Mark {
  readonly row: number;
  /** Of the document in that row. */
  readonly id: string;
}

const nowhere: Mark = { row: 0, id: '' };
/** The mark of how far there may be entries beyond the table's own, of a filling that is under way. */
const interruptedOf = ({ name }: EntryTable): string => `${name} filling`;
/** Kept in memory: the next entries, in their order. */
const sortedOf = ({ name }: EntryTable): string => `temp.${name}_sorted`;

function createSorted(connection: Connection, tables: readonly EntryTable[]): void {
  connection.exec('PRAGMA temp_store = MEMORY');
  for (const table of tables) connection.exec(`CREATE TABLE ${sortedOf(table)} (${table.columns.join(', ')})`);
}

function progressOf(connection: Connection, entries: string): Mark {
  const [row, id] = connection.first('SELECT row, id FROM progress WHERE entries = ?', [entries]) ?? [];
  return { row: Number(row ?? 0), id: typeof id === 'string' ? id : '' };
}

function setProgress(connection: Connection, entries: string, { row, id }: Mark): void {
  connection.run('INSERT OR REPLACE INTO progress (entries, row, id) VALUES (?, ?, ?)', [entries, row, id]);
}

function idOf(connection: Connection, { collection }: EntryTable, row: number): string {
  const [id] = connection.first(`SELECT id FROM store.${collection} WHERE rowid = ?`, [row]) ?? [];
  return typeof id === 'string' ? id : '';
}
