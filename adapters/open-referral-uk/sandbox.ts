/**
 * A local directory feed: the nine endpoints of Open Referral UK 3.0, public, with `Access-Control-Allow-Origin: *`, its page
 * envelope and its query parameters (openreferraluk.org, `specifications/3.0/openapi.json`). Postcode and proximity are known to
 * `/service_at_locations` alone; `start_time`, `end_time` and `day` narrow nothing here. The standard names no error body and no limit; a publisher may throttle, and this one does.
 */
import { startSandboxServer, type SandboxReply, type SandboxRequest, type SandboxServer } from '../sandbox/server.js';
import { metresBetween } from './distance.js';
import { entriesOf, taxonomyJson, termJson, type Entry, type Place } from './sandbox-entries.js';
import { sandboxTerms, type SandboxTermName } from './sandbox-services.js';
import type { OpenReferralSettings } from './settings.js';

export interface OpenReferralSandbox extends SandboxServer {
  readonly settings: OpenReferralSettings;
}

export interface OpenReferralSandboxOptions {
  readonly port?: number;
  readonly now?: () => number;
  /** The most entries that a page holds, whatever `per_page` asks. */
  readonly largestPage?: number;
  /** Requests in a sliding second, beyond which the publisher throttles. Default 50. */
  readonly requestsPerSecond?: number;
}

/** NR1 to NR9, on a ring some kilometres wide; made up but for the city's middle. */
export const sandboxPlaces: readonly Place[] = Array.from({ length: 9 }, (_, at) => ({
  district: `NR${at + 1}`,
  latitude: Number((52.63 + 0.012 * at * Math.cos(at)).toFixed(4)),
  longitude: Number((1.297 + 0.02 * at * Math.sin(at)).toFixed(4)),
}));

export async function startOpenReferralSandbox(options: OpenReferralSandboxOptions = {}): Promise<OpenReferralSandbox> {
  const { now = Date.now, largestPage = 50, requestsPerSecond = 50 } = options;
  const entries = entriesOf(sandboxPlaces, now());
  const throttled = createThrottle(requestsPerSecond);
  const server = await startSandboxServer({
    ...(options.port !== undefined && { port: options.port }),
    answer: (request) => withCors(throttled() ?? route(request, entries, largestPage)),
  });
  const districts = Object.fromEntries(
    sandboxPlaces.map(({ district, latitude, longitude }) => [
      district,
      { postcode: `${district} 9ZZ`, latitude, longitude },
    ]),
  );
  return {
    ...server,
    settings: { baseUrl: server.url, districts, deadlineMs: 3_000, pageSize: 100, keepSeconds: 300, ratePerSecond: 20 },
  };
}

const withCors = (reply: SandboxReply): SandboxReply => ({
  ...reply,
  headers: { 'access-control-allow-origin': '*', ...reply.headers },
});

function route({ method, path, query }: SandboxRequest, entries: readonly Entry[], largest: number): SandboxReply {
  if (method !== 'GET') return { status: 405 };
  const [, collection = '', id, ...rest] = path.split('/');
  if (rest.length > 0) return { status: 404 };
  const items = collectionOf(collection, entries, query);
  if (path === '/') {
    const profile = 'https://openreferraluk.org';
    return {
      status: 200,
      body: { version: '3.0', profile, openapi_url: `${profile}/specifications/3.0/openapi.json` },
    };
  }
  if (items === undefined) return { status: 404 };
  if (items === 'badPostcode') return { status: 400, body: { message: 'postcode is not a postcode.' } };
  if (id === undefined)
    return pageOf(
      items.map(({ listed }) => listed),
      query,
      largest,
    );
  const found = items.find((item) => item.id === id);
  return found ? { status: 200, body: found.whole } : { status: 404, body: { message: 'not found' } };
}

type Item = Pick<Entry, 'id' | 'listed' | 'whole'>;

function collectionOf(
  name: string,
  entries: readonly Entry[],
  query: URLSearchParams,
): readonly Item[] | 'badPostcode' | undefined {
  const whole = (json: Readonly<Record<string, unknown>>): Item => ({
    id: String(json['id']),
    listed: json,
    whole: json,
  });
  const terms = Object.keys(sandboxTerms) as SandboxTermName[];
  switch (name) {
    case 'service_at_locations':
      return near(entries.filter(matches(query)), query);
    case 'services':
      return [
        ...new Map(entries.filter(matches(query)).map(({ service }) => [service['id'], whole(service)])).values(),
      ];
    case 'taxonomies':
      return [...new Set(terms.map((term) => sandboxTerms[term].taxonomy))].map(taxonomyJson).map(whole);
    case 'taxonomy_terms':
      return terms.map(termJson).map(whole);
    default:
      return undefined;
  }
}

/** Search, terms and ages. `minimum_age`: at least so much; `maximum_age`: at most so much. */
function matches(query: URLSearchParams): (entry: Entry) => boolean {
  const search = query.get('search')?.toLowerCase() ?? '';
  const [term, taxonomy] = [query.get('taxonomy_term_id'), query.get('taxonomy_id')];
  const [least, most] = [Number(query.get('minimum_age') ?? 0), Number(query.get('maximum_age') ?? Infinity)];
  return ({ text, termIds, taxonomyIds, ages: [minimum = 0, maximum = Infinity] }) =>
    text.includes(search) &&
    (term === null || termIds.includes(term)) &&
    (taxonomy === null || taxonomyIds.includes(taxonomy)) &&
    minimum >= least &&
    (query.get('maximum_age') === null || maximum <= most);
}

/** With a postcode: available there, by the service area; with a proximity too: within so many metres of its centroid. */
function near(entries: readonly Entry[], query: URLSearchParams): readonly Entry[] | 'badPostcode' {
  const postcode = query.get('postcode');
  if (postcode === null) return entries;
  const district = /^([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$/i.exec(postcode.trim())?.[1]?.toUpperCase();
  if (district === undefined) return 'badPostcode';
  const centroid = sandboxPlaces.find((place) => place.district === district);
  if (!centroid) return [];
  const proximity = query.get('proximity');
  return entries.filter(
    ({ districts, point }) =>
      (districts?.includes(district) ?? true) &&
      (proximity === null || !point || metresBetween(centroid, point) <= Number(proximity)),
  );
}

function pageOf(items: readonly unknown[], query: URLSearchParams, largest: number): SandboxReply {
  const size = Math.max(1, Math.min(largest, Number(query.get('per_page') ?? largest) || largest));
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const contents = items.slice((page - 1) * size, page * size);
  const total_pages = Math.max(1, Math.ceil(items.length / size));
  return {
    status: 200,
    body: {
      total_items: items.length,
      total_pages,
      page_number: page,
      size: contents.length,
      first_page: page === 1,
      last_page: page >= total_pages,
      empty: contents.length === 0,
      contents,
    },
  };
}

function createThrottle(perSecond: number): () => SandboxReply | undefined {
  const times: number[] = [];
  return () => {
    const now = Date.now();
    while (times[0] !== undefined && times[0] <= now - 1_000) times.shift();
    if (times.length >= perSecond) return { status: 429, headers: { 'retry-after': '1' } };
    times.push(now);
    return undefined;
  };
}
