/** Plans as SQL. The text depends on a plan's shape alone, so that each shape is prepared once. */
import type { Model } from './models/declare.js';
import type { Bound, Plan } from './plan.js';
import type { Key } from './port.js';
import { entryTable } from './sqlite-entries.js';
import { columnOf } from './sqlite-schema.js';
import type { Parameter } from './sqlite-connection.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

const operators: Readonly<Record<Bound[0], string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** SQLite has no booleans; see `sqlite-schema.ts`. */
const parameter = (key: Key): Parameter => (typeof key === 'boolean' ? Number(key) : key);

/**
 * Answers one row with all the documents as one JSON array: crossing into the binding once a row costs more than the
 * row (86 µs instead of 148 µs for 50). The order is the inner query's, which its LIMIT makes SQLite keep.
 * @param upToRow the last row of the collection's table that counts
 */
export function selectBodies(model: Model, plan: Plan, upToRow?: number): Statement {
  const { from, column } = indexOf(model, plan.index);
  const ends = plan.range?.bounds ?? [];
  const where = [
    ...plan.equal.map(([field]) => `${column(field)} = ?`),
    ...(plan.among ? [`${column(plan.among.field)} IN (SELECT value FROM json_each(?))`] : []),
    ...ends.map(([operator]) => `${column(plan.range?.field ?? '')} ${operators[operator]} ?`),
    ...(plan.after
      ? [
          `(${plan.order.map(column).join(', ')}) ${plan.descending ? '<' : '>'} (${plan.order.map(() => '?').join(', ')})`,
        ]
      : []),
    ...(upToRow === undefined ? [] : [`${model.name}.rowid <= ?`]),
  ];
  const order = plan.order.map((field) => (plan.descending ? `${column(field)} DESC` : column(field)));
  return {
    sql: asOneArray(`SELECT ${model.name}.body FROM ${from} ${whereAll(where)}
      ORDER BY ${order.join(', ')} LIMIT ?`),
    parameters: [
      ...plan.equal.map(([, value]) => parameter(value)),
      ...(plan.among ? [JSON.stringify(plan.among.values.map(parameter))] : []),
      ...ends.map(([, value]) => parameter(value)),
      ...(plan.after ?? []).map(parameter),
      ...(upToRow === undefined ? [] : [upToRow]),
      plan.limit,
    ],
  };
}

/** In any order. */
export function selectByIds(name: string, ids: readonly string[]): Statement {
  return {
    sql: asOneArray(`SELECT body FROM ${name} WHERE id IN (SELECT value FROM json_each(?))`),
    parameters: [JSON.stringify(ids)],
  };
}

/** One row for each value: the value, how many. */
export function countBy(model: Model, index: string, equal: Plan['equal'], field: string): Statement {
  const { entries, column } = indexOf(model, index);
  return {
    sql: `SELECT ${column(field)}, COUNT(*) FROM ${entries}
      ${whereAll([...equal.map(([each]) => `${column(each)} = ?`), `${column(field)} IS NOT NULL`])} GROUP BY ${column(field)}`,
    parameters: equal.map(([, value]) => parameter(value)),
  };
}

/** A column's value as the document had it. */
export function keyFrom(model: Model, field: string, value: unknown): Key {
  return model.schema.path(field).instance === 'Boolean' ? value === 1 : (value as string | number);
}

const asOneArray = (sql: string): string => `SELECT '[' || group_concat(body, ',') || ']' FROM (${sql})`;
const whereAll = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

interface IndexInSql {
  /** The documents in the order of the index. */
  readonly from: string;
  /** What has the fields of the index, without the documents. */
  readonly entries: string;
  readonly column: (field: string) => string;
}

// Whatever is asked, SQLite uses the index, or refuses to prepare the statement: no question falls back to reading the table.
function indexOf({ name, indexes }: Model, index: string): IndexInSql {
  if (indexes[index]?.deferred !== true) {
    const table = index === 'id' ? name : `${name} INDEXED BY ${name}_${columnOf(index)}`;
    return { from: table, entries: table, column: columnOf };
  }
  const entries = `${entryTable(name, index)} AS entry`;
  return {
    // A CROSS JOIN keeps its order: the entries first, each with its document.
    from: `${entries} CROSS JOIN ${name} ON ${name}.id = entry.id`,
    entries,
    column: (field) => `entry.${columnOf(field)}`,
  };
}
