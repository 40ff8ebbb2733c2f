import type { IndexDeclarations, Model } from './models/declare.js';
import { largestLimit, planCount, plansFor } from './plan.js';
import { RefusedQuery } from './port.js';
import type { Collection, Query, ReadyDocuments, Stored } from './port.js';
import { recentReads } from './recent-reads.js';
import type { DeferredIndexes } from './sqlite-background.js';
import type { Connection } from './sqlite-connection.js';
import { countBy, keyFrom, selectBodies, selectByIds } from './sqlite-queries.js';
import type { Statement } from './sqlite-queries.js';
import type { Writer } from './sqlite-writer.js';
import { compileValidator } from './validate.js';

/** What a collection needs of its store. */
export interface Engine {
  /** @throws StoreUnavailable once the store is closed */
  reader(): Connection;
  readonly writer: Writer;
  readonly deferred: DeferredIndexes;
  /** Whether every write to the file passes by here, so that what was read may be remembered. */
  readonly alone: boolean;
}

type InsertedRow = readonly [id: string, version: 1, body: string];
/** What `ready` makes and `insertReady` is given. */
interface ReadyRows extends ReadyDocuments {
  readonly rows: readonly InsertedRow[];
}

/** Reads on the event loop, which a limit and an index bound; writes in the worker (docs/adr/0002). */
export function sqliteCollection<Document extends Stored, Indexes extends IndexDeclarations>(
  engine: Engine,
  model: Model,
): Collection<Document, Indexes> {
  const { name } = model;
  const validate = compileValidator(model);
  const selectBody = `SELECT body FROM ${name} WHERE id = ?`;
  const insertRow = `INSERT INTO ${name} (id, version, body) VALUES (?, ?, ?)`;
  const replaceRow = `UPDATE ${name} SET version = ?, body = ? WHERE id = ? AND version = ?`;
  const lastRow = `SELECT max(rowid) FROM ${name}`;
  const removeRow = `DELETE FROM ${name} WHERE id = ? AND version = ?`;
  // What stands in the file was validated when it was written, and nobody else writes it.
  const parse = (body: unknown) => JSON.parse(String(body)) as Document;
  const hasDeferred = Object.values(model.indexes).some(({ deferred }) => deferred);
  const isDeferred = (index: string): boolean => model.indexes[index]?.deferred === true;
  const readMany = ({ sql, parameters }: Statement, reader = engine.reader()): readonly Document[] => {
    const bodies = reader.first(sql, parameters)?.[0];
    return typeof bodies === 'string' ? (JSON.parse(bodies) as Document[]) : [];
  };
  const recent = engine.alone && model.recall > 0 ? recentReads<Document>(model.recall) : undefined;
  const kept = (document: Document): Document => recent?.keep(document) ?? document;
  const readOne = (id: string): Document | undefined => {
    const row = engine.reader().first(selectBody, [id]);
    return row && kept(parse(row[0]));
  };
  const readAll = (query: Query, upToRow?: number): readonly Document[] => {
    const reader = isDeferred(query.index) ? engine.deferred.reader() : engine.reader();
    const found: Document[] = [];
    for (const plan of plansFor(model, query)) {
      const limit = query.limit - found.length;
      if (limit > 0) found.push(...readMany(selectBodies(model, { ...plan, limit }, upToRow), reader));
    }
    return found;
  };
  const onlyAppended = (): void => {
    if (hasDeferred) throw new RefusedQuery(`${name} is only ever appended to`);
  };
  const write = async (sql: string, rows: Parameters<Writer['write']>[2]): Promise<void> => {
    await engine.writer.write(name, sql, rows);
    if (hasDeferred) engine.deferred.written();
  };
  const writeRows = (ids: readonly string[], sql: string, rows: Parameters<Writer['write']>[2]): Promise<void> =>
    recent ? recent.writing(ids, () => write(sql, rows)) : write(sql, rows);
  const prepare = (document: Omit<Document, 'version'>, version: number): Document => {
    validate(document);
    // A fifth of the time of `{ ...document, version }`, and no garbage of the old generation (V8 of Node 20).
    return Object.assign({}, document, { version }) as unknown as Document;
  };
  const rowsOf = (documents: readonly Omit<Document, 'version'>[]): readonly InsertedRow[] =>
    documents.map((document) => {
      const stored = prepare(document, 1);
      return [stored.id, 1, JSON.stringify(stored)];
    });
  const insertRows = async (rows: readonly InsertedRow[]): Promise<void> => {
    if (rows.length === 0) return;
    await writeRows(
      rows.map(([id]) => id),
      insertRow,
      rows,
    );
  };
  return {
    name,
    get: (id) =>
      answer(() => {
        engine.reader(); // A closed store answers nothing from memory either.
        return recent?.document(id) ?? readOne(id);
      }),
    getMany: (ids) =>
      answer(() => {
        if (ids.length > largestLimit) throw new RefusedQuery(`${name}: at most ${largestLimit} ids`);
        engine.reader();
        const unread = recent ? ids.filter((id) => !recent.document(id)) : ids;
        const read = unread.length === 0 ? [] : readMany(selectByIds(name, unread));
        const found = new Map(read.map((document) => [document.id, kept(document)]));
        return ids.flatMap((id) => found.get(id) ?? recent?.document(id) ?? []);
      }),
    find: async (query) => {
      const reader = engine.reader();
      if (isDeferred(query.index)) {
        // What is stored while the index catches up was not there when this was asked: a look at a history is not in its own answer.
        const upToRow = Number(reader.first(lastRow, [])?.[0] ?? 0);
        await engine.deferred.caughtUp();
        return readAll(query, upToRow);
      }
      return recent ? recent.answer(JSON.stringify(query), () => readAll(query)) : readAll(query);
    },
    async insert(document) {
      const stored = prepare(document, 1);
      await writeRows([stored.id], insertRow, [[stored.id, 1, JSON.stringify(stored)]]);
      return stored;
    },
    insertMany: async (documents) => insertRows(rowsOf(documents)),
    ready: (documents) => {
      const rows = rowsOf(documents);
      return { count: rows.length, rows } satisfies ReadyRows;
    },
    insertReady: (ready) => insertRows((ready as readonly ReadyRows[]).flatMap(({ rows }) => rows)),
    async replace(document, expectedVersion) {
      onlyAppended();
      const stored = prepare(document, expectedVersion + 1);
      await writeRows([stored.id], replaceRow, [[stored.version, JSON.stringify(stored), stored.id, expectedVersion]]);
      return stored;
    },
    async remove(id, expectedVersion) {
      onlyAppended();
      await writeRows([id], removeRow, [[id, expectedVersion]]);
    },
    async countBy({ index, where }, field) {
      const { equal } = planCount(model, { index, where }, field);
      const { sql, parameters } = countBy(model, index, equal, field);
      const rows = await (isDeferred(index) ? engine.deferred : engine.writer).read(sql, parameters);
      return new Map(rows.map(([value, count]) => [keyFrom(model, field, value), Number(count)]));
    },
  };
}

/** What is known at once, or thrown at once, as the promise that the port speaks of. */
export function answer<Answer>(read: () => Answer): Promise<Answer> {
  return new Promise((resolve) => {
    resolve(read());
  });
}
