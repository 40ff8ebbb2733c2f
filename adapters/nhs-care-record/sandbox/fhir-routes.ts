/** The FHIR R4 interactions of the sandbox: read, search (GET and POST `_search`), next pages, batch, capabilities. */
import { randomUUID } from 'node:crypto';
import type { SandboxReply, SandboxRequest } from '../../sandbox/server.js';
import { isObject, object, objects, text, type Fhir } from '../../fhir.js';
import { capabilityStatement, searchableTypes } from './capabilities.js';
import { operationOutcome } from './outcomes.js';
import { page, parseQuery, RefusedQuery, total, type Query } from './query.js';
import { searchset } from './searchset.js';
import type { ResourceStore } from './store.js';

/** An OperationOutcome inside a 200: instead of the Bundle, or as one more entry of it. */
export interface OutcomeFault {
  readonly as: 'body' | 'entry';
  /** FHIR issue severity and type, e.g. `error`, `timeout`. */
  readonly severity: string;
  readonly code: string;
  /** Only for this resource type. */
  readonly type?: string;
}

/** Searches whose next pages can still be asked for. */
const mostOpenSearches = 1_000;

export class FhirRoutes {
  readonly #store: ResourceStore;
  readonly #open = new Map<string, { readonly query: Query; readonly total: number }>();
  outcome: OutcomeFault | undefined;

  constructor(store: ResourceStore) {
    this.#store = store;
  }

  /** `path` below the base. */
  answer(request: SandboxRequest, path: string, baseUrl: string): SandboxReply {
    const [type = '', second] = path.split('/').filter((part) => part !== '');
    const { method, query, headers } = request;
    if (type === 'metadata') return ok(capabilityStatement());
    if (type === '' && method === 'POST') return this.#batch(request, baseUrl);
    if (!searchableTypes.has(type)) return failure(404, 'not-supported', 'no such resource type here');
    const strict = String(headers['prefer'] ?? '').includes('handling=strict');
    if (method === 'POST' && second === '_search') {
      return this.#search(type, new URLSearchParams([...query, ...new URLSearchParams(request.body)]), strict, baseUrl);
    }
    if (method !== 'GET') return failure(405, 'not-supported', 'this server is read-only');
    if (second !== undefined) return this.#read(type, second);
    return query.has('_getpages') ? this.#nextPage(query, baseUrl) : this.#search(type, query, strict, baseUrl);
  }

  /** Ends all open result sets: their next pages are gone. */
  expirePages(): void {
    this.#open.clear();
  }

  #read(type: string, id: string): SandboxReply {
    const body = this.#store.get(type, id);
    return body === undefined ? failure(404, 'not-found', 'no such resource') : ok(body);
  }

  #search(type: string, parameters: URLSearchParams, strict: boolean, baseUrl: string): SandboxReply {
    try {
      const query = parseQuery(type, parameters, strict);
      return this.#page(query, total(this.#store, query), 0, baseUrl);
    } catch (error) {
      if (error instanceof RefusedQuery) return failure(400, 'invalid', error.message);
      throw error;
    }
  }

  #nextPage(query: URLSearchParams, baseUrl: string): SandboxReply {
    const open = this.#open.get(query.get('_getpages') ?? '');
    if (!open) return failure(410, 'not-found', 'this result set has expired');
    return this.#page(open.query, open.total, Number(query.get('_after')), baseUrl);
  }

  #page(query: Query, all: number, after: number, baseUrl: string): SandboxReply {
    const fault = this.outcome?.type === undefined || this.outcome.type === query.type ? this.outcome : undefined;
    const outcome = fault && operationOutcome(fault.code, 'asked for by the sandbox', fault.severity);
    if (outcome && fault.as === 'body') return ok(outcome);
    const { rows, more } = page(this.#store, query, after);
    return ok(
      searchset({
        ...query,
        rows,
        total: all,
        baseUrl,
        selfUrl: `${baseUrl}/${query.type}`,
        nextUrl: more ? this.#keep(query, all, rows.at(-1)?.seq ?? after, baseUrl) : null,
        outcome: outcome && { ...outcome },
      }),
    );
  }

  #keep(query: Query, all: number, after: number, baseUrl: string): string {
    const id = randomUUID();
    this.#open.set(id, { query, total: all });
    const [oldest] = this.#open.keys();
    if (this.#open.size > mostOpenSearches && oldest !== undefined) this.#open.delete(oldest);
    return `${baseUrl}/${query.type}?_getpages=${id}&_after=${after}`;
  }

  #batch(request: SandboxRequest, baseUrl: string): SandboxReply {
    const bundle = parsed(request.body);
    if (bundle?.['resourceType'] !== 'Bundle' || bundle['type'] !== 'batch') {
      return failure(400, 'structure', 'a Bundle of type batch is expected');
    }
    const entry = objects(bundle['entry']).map((each) => {
      const asked = object(each['request']);
      const url = new URL(text(asked?.['url'])?.replace(/^\/?/, '/') ?? '/', 'http://batch');
      const one = { ...request, method: text(asked?.['method']) ?? 'GET', query: url.searchParams, body: '' };
      const { status, body } = this.answer(one, url.pathname === '/' ? '/none' : url.pathname, baseUrl);
      return { response: { status: String(status) }, resource: typeof body === 'string' ? parsed(body) : body };
    });
    return ok({ resourceType: 'Bundle', type: 'batch-response', entry });
  }
}

const fhirJson = { 'content-type': 'application/fhir+json; charset=utf-8' };
const ok = (body: unknown): SandboxReply => ({ status: 200, headers: fhirJson, body });
const failure = (status: number, code: string, diagnostics: string): SandboxReply => ({
  status,
  headers: fhirJson,
  body: operationOutcome(code, diagnostics),
});

function parsed(body: string): Fhir | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
