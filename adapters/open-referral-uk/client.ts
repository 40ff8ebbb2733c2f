/** An Open Referral UK 3.0 feed on the wire: no key, GET only, pages by number. */
import type { CallContext } from '../contract.js';
import type { ServiceSearch } from '../local-service.js';
import { pathOf } from '../transport/path.js';
import type { UpstreamOptions } from '../transport/types.js';
import { createUpstream } from '../transport/upstream.js';
import type { Row } from '../wire.js';
import { source, wire } from './mapper.js';
import type { OpenReferralSettings } from './settings.js';

/** Rows as the feed gave them; `complete` is false where a page cap cut the list, or a page did not come as it was asked for. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly retrievedAt: string;
  readonly complete: boolean;
}

export interface OpenReferralClient {
  /** Every service at a place near `postcode`: one call for each page. */
  near(search: ServiceSearch, postcode: string, call: CallContext): Promise<Rows>;
  /** The whole entry of one, or undefined where the feed has none of that id any more. */
  entry(id: string, call: CallContext): Promise<{ readonly row: Row; readonly retrievedAt: string } | undefined>;
  close(): Promise<void>;
}

export interface OpenReferralClientOptions {
  readonly settings: OpenReferralSettings;
  readonly now: () => number;
  readonly onCall: NonNullable<UpstreamOptions['onCall']>;
}

/** A thousand services near one place are more than anybody chooses from. */
const mostPages = 10;

export function createOpenReferralClient({ settings, now, onCall }: OpenReferralClientOptions): OpenReferralClient {
  const { baseUrl, deadlineMs, pageSize, ratePerSecond } = settings;
  const upstream = createUpstream({
    name: source,
    baseUrl: baseUrl.replace(/\/$/, ''),
    deadlineMs,
    now,
    onCall,
    concurrency: 16,
    rate: { perSecond: ratePerSecond, burst: Math.max(50, Math.ceil(ratePerSecond)) },
  });
  const get = (path: string, call: CallContext, query = new URLSearchParams(), accept: readonly number[] = []) =>
    // A public feed learns nothing of who asks, or for what: no correlation id, no agent of ours.
    upstream.request({ method: 'GET', path, query, headers: { accept: 'application/json' }, call, accept });
  return {
    async near({ withinMetres, search, taxonomyTerm }, postcode, call) {
      const rows: Row[] = [];
      for (let page = 1; ; page += 1) {
        const query = new URLSearchParams({
          postcode,
          proximity: String(withinMetres),
          page: String(page),
          per_page: String(pageSize),
          ...(search !== undefined && { search }),
          ...(taxonomyTerm !== undefined && { taxonomy_term_id: taxonomyTerm }),
        });
        const { body } = await get('/service_at_locations', call, query);
        const envelope = wire.row(body);
        if (!Array.isArray(envelope['contents'])) throw wire.malformed();
        // A feed that answers every page with its first would be read for ever.
        if ((wire.whole(envelope, 'page_number') ?? page) !== page) throw wire.malformed();
        rows.push(...wire.rows(envelope['contents']));
        const pages = wire.whole(envelope, 'total_pages');
        const isLast = wire.flag(envelope, 'last_page') ?? (pages !== null && page >= pages);
        const retrievedAt = new Date(now()).toISOString();
        if (isLast || wire.rows(envelope['contents']).length === 0) return { rows, retrievedAt, complete: true };
        if (page === mostPages) return { rows, retrievedAt, complete: false };
      }
    },
    async entry(id, call) {
      const { status, body } = await get(pathOf`/service_at_locations/${id}`, call, undefined, [404]);
      if (status === 404) return undefined;
      return { row: wire.row(body), retrievedAt: new Date(now()).toISOString() };
    },
    close: () => upstream.close(),
  };
}
