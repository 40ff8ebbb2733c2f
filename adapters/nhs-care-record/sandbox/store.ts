/**
 * The sandbox's resources in one SQLite file, so that memory stays flat whatever is loaded. Every binding is an array: a
 * lone Buffer aborts the process, and numbers bind as REAL (`reference/embedded-store.md` section 9).
 */
import { createHash } from 'node:crypto';
import Database from 'libsql';
import { object, text, type Fhir } from '../../fhir.js';
import { indexRows } from './index-rows.js';

export interface StoredRow {
  readonly seq: number;
  readonly id: string;
  /** JSON text of the resource. */
  readonly body: string;
}

export type PutResult = 'created' | 'replaced' | 'unchanged';

const tables = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS resource (
    seq INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, updated TEXT NOT NULL, digest TEXT NOT NULL,
    body TEXT NOT NULL, UNIQUE (type, id));
  CREATE TABLE IF NOT EXISTS patient_link (type TEXT, patient TEXT, seq INTEGER, PRIMARY KEY (type, patient, seq)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS token (
    type TEXT, name TEXT, code TEXT, system TEXT, seq INTEGER, PRIMARY KEY (type, name, code, system, seq)) WITHOUT ROWID;
`;

export class ResourceStore {
  readonly #database: InstanceType<typeof Database>;
  readonly #statements = new Map<string, ReturnType<InstanceType<typeof Database>['prepare']>>();
  readonly #now: () => number;
  #inTransaction = false;

  /** `path` of the file, or `:memory:`. A file that holds resources keeps them. */
  constructor(path: string, now: () => number = Date.now) {
    this.#database = new Database(path);
    this.#database.exec(tables);
    this.#now = now;
  }

  /** Stores or replaces one resource by type and id. The same content again changes nothing, not even `lastUpdated`. */
  put(resource: Fhir & { readonly resourceType: string; readonly id: string }): PutResult {
    const { resourceType: type, id } = resource;
    const digest = createHash('sha1').update(JSON.stringify(resource)).digest('base64');
    const old = this.first('SELECT seq, digest, body FROM resource WHERE type = ? AND id = ?', [type, id]);
    if (old?.['digest'] === digest) return 'unchanged';
    const stated = Date.parse(text(object(resource['meta'])?.['lastUpdated']) ?? '');
    const lastUpdated = new Date(Number.isNaN(stated) ? this.#now() : stated).toISOString();
    const meta = { lastUpdated, ...object(resource['meta']) };
    const row = [lastUpdated, digest, JSON.stringify({ ...resource, meta })];
    if (old) {
      this.#index(type, old['seq'] as number, JSON.parse(old['body'] as string) as Fhir, 'DELETE');
      this.#run('UPDATE resource SET updated = ?, digest = ?, body = ? WHERE seq = ?', [...row, old['seq']]);
      this.#index(type, old['seq'] as number, resource, 'INSERT');
      return 'replaced';
    }
    const insert = 'INSERT INTO resource (updated, digest, body, type, id) VALUES (?, ?, ?, ?, ?)';
    this.#index(type, this.#run(insert, [...row, type, id]), resource, 'INSERT');
    return 'created';
  }

  get(type: string, id: string): string | undefined {
    return this.first('SELECT body FROM resource WHERE type = ? AND id = ?', [type, id])?.['body'] as
      string | undefined;
  }

  /** Ids of the resources of `type` that carry a token, e.g. an identifier. */
  idsByToken(type: string, name: string, system: string | null, code: string): readonly string[] {
    const rows = this.#all(
      `SELECT r.id FROM token t JOIN resource r ON r.seq = t.seq
       WHERE t.type = ? AND t.name = ? AND t.code = ? AND (? IS NULL OR t.system = ?)`,
      [type, name, code, system, system],
    );
    return rows.map((row) => row['id'] as string);
  }

  /** Rows of `SELECT … FROM resource r WHERE <where>` as the caller composed it (see `query.ts`). */
  select(sql: string, bindings: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
    return this.#all(sql, bindings);
  }

  /** The first of such rows: a third of what the list of them costs. */
  first(sql: string, bindings: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
    return this.#prepared(sql).get([...bindings]) as Readonly<Record<string, unknown>> | undefined;
  }

  /** For statements beside the resources: the loader's own tables. */
  execute(sql: string, bindings: readonly unknown[] = []): void {
    if (bindings.length === 0) this.#database.exec(sql);
    else this.#run(sql, bindings);
  }

  /** How many resources there are, by type. */
  counts(): Readonly<Record<string, number>> {
    const rows = this.#all('SELECT type, COUNT(*) AS held FROM resource GROUP BY type ORDER BY type', []);
    return Object.fromEntries(rows.map((row) => [row['type'] as string, row['held'] as number]));
  }

  begin(): void {
    this.execute('BEGIN');
    this.#inTransaction = true;
  }

  end(verdict: 'COMMIT' | 'ROLLBACK'): void {
    this.#inTransaction = false;
    this.execute(verdict);
  }

  /** All of `work` or nothing; inside an open transaction, as part of it. */
  transaction(work: () => void): void {
    if (this.#inTransaction) {
      work();
      return;
    }
    this.begin();
    try {
      work();
    } catch (error) {
      this.end('ROLLBACK');
      throw error;
    }
    this.end('COMMIT');
  }

  close(): void {
    this.#database.close();
  }

  #index(type: string, seq: number, resource: Fhir, verb: 'INSERT' | 'DELETE'): void {
    const { patients, tokens } = indexRows(resource);
    const patientRow = verb === 'INSERT' ? 'OR IGNORE INTO patient_link VALUES (?, ?, ?)' : patientKey;
    const tokenRow = verb === 'INSERT' ? 'OR IGNORE INTO token VALUES (?, ?, ?, ?, ?)' : tokenKey;
    for (const patient of patients) this.#run(`${verb} ${patientRow}`, [type, patient, seq]);
    for (const { name, code, system } of tokens) this.#run(`${verb} ${tokenRow}`, [type, name, code, system, seq]);
  }

  #all(sql: string, bindings: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
    return this.#prepared(sql).all([...bindings]) as Readonly<Record<string, unknown>>[];
  }

  /** Returns the rowid of the last insert. */
  #run(sql: string, bindings: readonly unknown[]): number {
    return Number(this.#prepared(sql).run([...bindings]).lastInsertRowid);
  }

  #prepared(sql: string): ReturnType<InstanceType<typeof Database>['prepare']> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const patientKey = 'FROM patient_link WHERE type = ? AND patient = ? AND seq = ?';
const tokenKey = 'FROM token WHERE type = ? AND name = ? AND code = ? AND system = ? AND seq = ?';
