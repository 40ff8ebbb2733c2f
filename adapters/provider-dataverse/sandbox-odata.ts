/**
 * As much of the Dataverse Web API's OData as is used against it: `$select`, single-level `$expand`, `$filter` by the `In`
 * function or `eq` on the contact, `$skiptoken`. What it does not know it refuses, as the real one does.
 */
import { formattedValue } from './columns.js';
import type { TableRow } from './sandbox-rows.js';

export interface Query {
  readonly contacts: readonly string[];
  readonly select: readonly string[] | undefined;
  readonly expand: ReadonlyMap<string, readonly string[] | undefined>;
  readonly pageNumber: number;
}

/** What the platform answers a query that it cannot run with (`0x80060888`, HTTP 400). */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused';
}

const known = new Set(['$select', '$expand', '$filter', '$skiptoken']);

export function parseQuery(params: URLSearchParams): Query {
  if (params.has('$skip')) throw new QueryRefused('Skip Clause is not supported in CRM');
  const unknown = [...params.keys()].find((key) => key.startsWith('$') && !known.has(key));
  if (unknown !== undefined) throw new QueryRefused(`The query parameter ${unknown} is not supported`);
  const token = params.get('$skiptoken');
  return {
    contacts: parseFilter(params.get('$filter') ?? ''),
    select: params.get('$select')?.split(','),
    expand: parseExpand(params.get('$expand') ?? ''),
    pageNumber: token === null ? 1 : pageOf(token),
  };
}

function parseFilter(filter: string): readonly string[] {
  const one = /^_wh_contactid_value eq '?([0-9a-f-]{36})'?$/i.exec(filter)?.[1];
  if (one !== undefined) return [one.toLowerCase()];
  const many = /^Microsoft\.Dynamics\.CRM\.In\(PropertyName='wh_contactid',PropertyValues=\[([^\]]*)\]\)$/.exec(
    filter,
  )?.[1];
  if (many === undefined) throw new QueryRefused('Syntax error in $filter');
  return many.split(',').map((quoted) => {
    const guid = /^(?:'([0-9a-f-]{36})'|"([0-9a-f-]{36})")$/i.exec(quoted);
    if (!guid) throw new QueryRefused('Invalid JSON. A comma character was expected in scope Array.');
    return (guid[1] ?? guid[2] ?? '').toLowerCase();
  });
}

/** `a($select=x,y),b` → a: x, y; b: all. A comma inside brackets does not end an item. */
function parseExpand(expand: string): Query['expand'] {
  const items = expand === '' ? [] : expand.split(/,(?![^(]*\))/);
  return new Map(
    items.map((item) => {
      const [, relationship, columns] = /^(\w+)(?:\(\$select=([\w,]+)\))?$/.exec(item) ?? [];
      if (relationship === undefined) throw new QueryRefused(`Syntax error in $expand near '${item}'`);
      return [relationship, columns?.split(',')];
    }),
  );
}

function pageOf(token: string): number {
  const page = /^<cookie pagenumber="(\d+)" pagingcookie="[^"]+" istracking="False" \/>$/.exec(token)?.[1];
  if (page === undefined) throw new QueryRefused('Invalid paging cookie');
  return Number(page);
}

/** The token of a further page, in the platform's own odd shape. */
export const skipToken = (pageNumber: number, lastId: string): string =>
  `<cookie pagenumber="${pageNumber}" pagingcookie="${encodeURIComponent(`<cookie page="1"><wh_supportcaseid last="{${lastId}}" /></cookie>`)}" istracking="False" />`;

/** The row as JSON: etag and primary key always, selected columns, display texts where asked for. */
export function project(
  row: TableRow,
  key: string,
  select: readonly string[] | undefined,
  annotate: boolean,
): Record<string, unknown> {
  const json: Record<string, unknown> = { '@odata.etag': `W/"${parseInt(row.id.slice(0, 6), 16)}"`, [key]: row.id };
  for (const column of select ?? Object.keys(row.values)) {
    if (!(column in row.values)) {
      throw new QueryRefused(`Could not find a property named '${column}' on type 'Microsoft.Dynamics.CRM'.`);
    }
    json[column] = row.values[column];
    const text = row.formatted[column];
    if (annotate && text !== undefined) json[`${column}@${formattedValue}`] = text;
  }
  return json;
}
