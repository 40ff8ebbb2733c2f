/**
 * Tables from declarations. A table is id, version and the document as JSON text; each indexed field is a generated
 * column over that text, so an index can never disagree with its document, and a new index needs no migration.
 */
import type { Model } from './models/declare.js';
import type { Connection } from './sqlite-connection.js';

/** Grows when a later hub writes what this one could not read. */
const formatVersion = 1;

const columnTypes: Readonly<Record<string, string>> = { String: 'TEXT', Number: 'REAL', Boolean: 'INTEGER' };

/** Creates what is missing. @throws Error where the file was written by a later format */
export function createTables(connection: Connection, models: readonly Model[]): void {
  const found = Number(connection.first('PRAGMA user_version', [])?.[0]);
  if (found > formatVersion) throw new Error(`The store was written by a later hub (format ${found})`);
  connection.exec('BEGIN IMMEDIATE');
  for (const model of models) createTable(connection, model);
  connection.exec('CREATE TABLE IF NOT EXISTS health (id INTEGER PRIMARY KEY, beats INTEGER NOT NULL) STRICT');
  connection.exec('INSERT INTO health VALUES (1, 0) ON CONFLICT (id) DO NOTHING');
  connection.exec(`PRAGMA user_version = ${formatVersion}`);
  connection.exec('COMMIT');
}

function createTable(connection: Connection, { name, schema, indexes }: Model): void {
  connection.exec(
    `CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT`,
  );
  const columns = new Set(
    connection.all(`SELECT name FROM pragma_table_xinfo('${name}')`, []).map(([column]) => column),
  );
  for (const field of new Set(Object.values(indexes).flatMap((index) => index.fields))) {
    const type = columnTypes[schema.path(field).instance];
    if (type === undefined) throw new Error(`${name}: ${field} cannot stand in an index`);
    if (columns.has(columnOf(field))) continue;
    connection.exec(`ALTER TABLE ${name} ADD COLUMN ${columnOf(field)} ${type} AS (body ->> '$.${field}') VIRTUAL`);
  }
  for (const [indexName, { fields, unique, deferred }] of Object.entries(indexes)) {
    if (fields.length === 0) continue;
    if (deferred) {
      connection.exec(`DROP INDEX IF EXISTS ${name}_${columnOf(indexName)}`); // as an earlier hub kept it
      continue;
    }
    const columnsOf = fields.map(columnOf);
    connection.exec(
      unique
        ? `CREATE UNIQUE INDEX IF NOT EXISTS ${name}_${columnOf(indexName)} ON ${name} (${columnsOf.join(', ')})`
        : `CREATE INDEX IF NOT EXISTS ${name}_${columnOf(indexName)} ON ${name} (${[...columnsOf, 'id'].join(', ')})`,
    );
  }
}

/** A field of a part has a column of its own: `viewer.organisation` → `viewer$organisation`, which is nobody's own name. */
export const columnOf = (field: string): string => field.replaceAll('.', '$');
