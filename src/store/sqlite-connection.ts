/**
 * The one file that touches the SQLite binding, and keeps its sharp edges in. What may be bound is text and numbers:
 * the binding aborts the process on a boolean, a lone Buffer, or text that is not Unicode (`validate.ts` refuses that).
 */
import Database from 'libsql';

export type Parameter = string | number;
export type Row = readonly unknown[];

/** One connection; statements are prepared once and kept by their text. */
export interface Connection {
  exec(sql: string): void;
  first(sql: string, parameters: readonly Parameter[]): Row | undefined;
  all(sql: string, parameters: readonly Parameter[]): readonly Row[];
  /** @returns the number of rows changed */
  run(sql: string, parameters: readonly Parameter[]): number;
  /** False after an error that SQLite answers by rolling back, such as a full disk. */
  readonly inTransaction: boolean;
  close(): void;
}

/** @throws the binding's SqliteError, with `code` (SQLITE_BUSY, SQLITE_FULL, …), from every method */
export function connect(path: string): Connection {
  const database = new Database(path);
  database.exec('PRAGMA busy_timeout = 5000');
  const statements = new Map<string, Database.Statement<[readonly Parameter[]]>>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare<[readonly Parameter[]]>(sql);
      if (statement.reader) statement.raw(true);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    exec: (sql) => void database.exec(sql),
    first: (sql, parameters) => prepare(sql).get(parameters) as Row | undefined,
    all: (sql, parameters) => prepare(sql).all(parameters) as Row[],
    run: (sql, parameters) => prepare(sql).run(parameters).changes,
    get inTransaction() {
      return database.inTransaction;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

/** The binding's code for an error, `''` where it is not the binding's. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
