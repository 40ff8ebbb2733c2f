/** FHIR R4 search parameters as one SQL query, in the order of storage: a keyset that stays put while it is paged. */
import type { ResourceStore, StoredRow } from './store.js';

export interface Query {
  readonly type: string;
  readonly where: string;
  readonly bindings: readonly unknown[];
  readonly count: number;
  /** `_elements`; absent: whole resources. */
  readonly elements: readonly string[] | undefined;
}

/** A parameter that this server does not know, or a value that it cannot read. */
export class RefusedQuery extends Error {}

const tokenParameters = new Set(
  'identifier code combo-code type category status clinical-status class questionnaire'.split(' '),
);
const mostPerPage = 1_000;
const usualPage = 50;

/** Throws `RefusedQuery`. Unknown parameters are ignored, as FHIR allows, unless `strict` (`Prefer: handling=strict`). */
export function parseQuery(type: string, parameters: URLSearchParams, strict: boolean): Query {
  const where: string[] = ['+r.type = ?'];
  const bindings: unknown[] = [type];
  let count = usualPage;
  let elements: readonly string[] | undefined;
  for (const [name, value] of parameters) {
    if (name === '_count') count = readCount(value);
    else if (name === '_elements') elements = value.split(',').filter((element) => element !== '');
    else if (name === '_id') {
      where.push('r.id IN (SELECT value FROM json_each(?))');
      bindings.push(JSON.stringify(value.split(',')));
    } else if (name === 'patient' || name === 'subject') {
      where.push(
        'r.seq IN (SELECT seq FROM patient_link WHERE type = ? AND patient IN (SELECT value FROM json_each(?)))',
      );
      bindings.push(type, JSON.stringify(value.split(',').map((id) => id.replace(/^.*Patient\//, ''))));
    } else if (name === '_lastUpdated') {
      const { operator, instant } = readInstant(value);
      where.push(`r.updated ${operator} ?`);
      bindings.push(instant);
    } else if (tokenParameters.has(name)) {
      where.push(
        `r.seq IN (SELECT t.seq FROM json_each(?) v JOIN token t ON t.type = ? AND t.name = ? AND t.code = v.value ->> 'code'
          AND (v.value ->> 'system' IS NULL OR t.system = v.value ->> 'system'))`,
      );
      bindings.push(JSON.stringify(value.split(',').map(readToken)), type, name);
    } else if (strict && name !== '_format') throw new RefusedQuery(`unknown parameter ${name}`);
  }
  return { type, where: where.join(' AND '), bindings, count, elements };
}

/** One page after `after`, and whether there are more. */
export function page(store: ResourceStore, query: Query, after: number): { rows: readonly StoredRow[]; more: boolean } {
  const rows = store.select(
    `SELECT r.seq, r.id, r.body FROM resource r WHERE r.seq > ? AND ${query.where} ORDER BY r.seq LIMIT ?`,
    [after, ...query.bindings, query.count + 1],
  ) as unknown as readonly StoredRow[];
  return { rows: rows.slice(0, query.count), more: query.count > 0 && rows.length > query.count };
}

export function total(store: ResourceStore, query: Query): number {
  const row = store.first(`SELECT COUNT(*) AS total FROM resource r WHERE ${query.where}`, query.bindings);
  return row?.['total'] as number;
}

function readCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) throw new RefusedQuery('_count is not a whole number');
  return Math.min(count, mostPerPage);
}

/** `system|code`, `|code` (no system), or `code` (any system). */
function readToken(value: string): { system?: string; code: string } {
  const bar = value.lastIndexOf('|');
  const code = value.slice(bar + 1);
  if (code === '') throw new RefusedQuery('a token without a code is not supported');
  return bar === -1 ? { code } : { system: value.slice(0, bar), code };
}

const operators: Readonly<Record<string, string>> = { gt: '>', ge: '>=', lt: '<', le: '<=', eq: '=' };

function readInstant(value: string): { operator: string; instant: string } {
  const prefix = /^(?:gt|ge|lt|le|eq)/.exec(value)?.[0];
  const at = new Date(prefix ? value.slice(2) : value);
  if (Number.isNaN(at.getTime())) throw new RefusedQuery('not a date');
  return { operator: operators[prefix ?? 'eq'] ?? '=', instant: at.toISOString() };
}
