/** FHIR R4 search of the care record: one search is asked, paged to its end and handed over resource by resource. */
import type { CallContext } from '../contract.js';
import type { Upstream } from '../transport/types.js';
import { UpstreamError } from '../upstream-error.js';
import { fhirClient } from './fhir-http.js';
import { object, objects, text, type Fhir } from '../fhir.js';
import { isOutcome, outcomeError, shortensPage } from './outcome.js';
import { sourceName } from './source-name.js';

export interface Search {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Pages after which the list is cut short. */
  readonly maxPages: number;
  /** Keeps identifiers out of URLs whatever the length: NHS numbers are never put in one. */
  readonly post?: boolean;
  readonly call: CallContext;
  /** Called for each matching resource of `type` while its page is alive; what it keeps is all that stays. */
  readonly onMatch: (resource: Fhir) => void;
}

export interface SearchEnd {
  /** False where a page cap, an expired page or the server's own word cut the list short. */
  readonly complete: boolean;
  /** The server's own error inside an otherwise good answer: for whoever has no match, there is no answer. */
  readonly error: UpstreamError | null;
}

/** Query length above which a search is posted: longer URLs are cut or refused on the way (consent-audit-referral 6.3). */
const longestQuery = 2_000;

/** Asks and pages to the end. Throws `UpstreamError` where the source gave no usable answer. */
export async function search(upstream: Upstream, asked: Search): Promise<SearchEnd> {
  const client = fhirClient(upstream, asked.call);
  const searchParams = { ...asked.parameters };
  const postSearch = asked.post ?? isLong(searchParams);
  let page: Fhir = await client.search({ resourceType: asked.type, searchParams, options: { postSearch } });
  let error: UpstreamError | null = null;
  for (let pages = 1; ; pages += 1) {
    error = readPage(page, asked) ?? error;
    const next = nextLink(page);
    if (next === null) return { complete: error === null, error };
    if (pages >= asked.maxPages) return { complete: false, error };
    const following: Fhir | null = await client.request(next).catch(expired);
    if (!following) return { complete: false, error };
    page = following;
  }
}

/** Encoding makes nine characters of one at most, so that most searches need not be encoded to know. */
function isLong(parameters: Readonly<Record<string, string>>): boolean {
  let length = 0;
  for (const name in parameters) length += name.length + (parameters[name]?.length ?? 0) + 2;
  return length * 9 > longestQuery && new URLSearchParams(parameters).toString().length > longestQuery;
}

/** Hands over the matches of one page; the error that the page itself tells of, if it does. */
function readPage(page: Fhir, { type, onMatch }: Search): UpstreamError | null {
  if (page['resourceType'] !== 'Bundle') throw new UpstreamError(sourceName, 'MALFORMED');
  const entry = page['entry'];
  if (entry !== undefined && !Array.isArray(entry)) throw new UpstreamError(sourceName, 'MALFORMED');
  let error: UpstreamError | null = null;
  for (const each of objects(entry)) {
    const resource = object(each['resource']);
    if (isOutcome(resource)) {
      if (shortensPage(resource)) error = outcomeError(resource);
    } else if (resource?.['resourceType'] === type) onMatch(resource);
  }
  return error;
}

const nextLink = (page: Fhir): string | null =>
  text(objects(page['link']).find((link) => link['relation'] === 'next')?.['url']);

/** Result sets expire while they are paged (HAPI #7220): what was read until then is kept, and said to be short. */
function expired(error: unknown): null {
  if (error instanceof UpstreamError && (error.status === 404 || error.status === 410)) return null;
  throw error;
}
