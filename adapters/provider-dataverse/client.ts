/** The Dataverse Web API (OData 4) on the wire: headers, one query for many contacts, paging by `@odata.nextLink` only. */
import type { CallContext } from '../contract.js';
import { createClientCredentials } from '../transport/token.js';
import type { UpstreamOptions } from '../transport/types.js';
import { createUpstream } from '../transport/upstream.js';
import { cases, expanded, formattedValue } from './columns.js';
import { mapCase, source, wire, type MappedCase } from './mapper.js';
import type { DataverseSettings } from './settings.js';

/** All that the provider holds about the contacts that were asked for. */
export interface CasePages {
  readonly cases: readonly MappedCase[];
  readonly retrievedAt: string;
  /** False where a page cap or an expired page cut the list short. */
  readonly complete: boolean;
}

export interface DataverseClient {
  /** Cases of these contacts (lower-case GUIDs), with goals, sessions, jobs and measures: one call, and one per further page. */
  casesOf(contactIds: readonly string[], call: CallContext): Promise<CasePages>;
  close(): Promise<void>;
}

export interface DataverseClientOptions {
  readonly settings: DataverseSettings;
  readonly now: () => number;
  readonly onCall: NonNullable<UpstreamOptions['onCall']>;
}

/** A contact with more cases than this many pages hold is not one that a person works with. */
const mostPages = 20;

export function createDataverseClient({ settings, now, onCall }: DataverseClientOptions): DataverseClient {
  const { tokenUrl, clientId, clientSecret, scope, deadlineMs, pageSize, ratePerSecond } = settings;
  const token = createClientCredentials({
    name: source,
    tokenUrl,
    clientId,
    clientSecret,
    scope,
    deadlineMs,
    now,
    onCall,
  });
  const upstream = createUpstream({
    name: source,
    baseUrl: `${settings.baseUrl.replace(/\/$/, '')}/api/data/v9.2`,
    deadlineMs,
    now,
    onCall,
    // Service protection: 52 concurrent requests to one user and server.
    concurrency: 52,
    ...(ratePerSecond !== undefined && { rate: { perSecond: ratePerSecond, burst: Math.ceil(ratePerSecond) } }),
    readError: errorCode,
    authorise: token.authorise,
    onUnauthorised: token.onUnauthorised,
  });
  const constantHeaders = {
    accept: 'application/json',
    'odata-version': '4.0',
    'odata-maxversion': '4.0',
    prefer: `odata.maxpagesize=${pageSize},odata.include-annotations="${formattedValue}"`,
  };
  return {
    async casesOf(contactIds, call) {
      const asked = new Set(contactIds);
      const headers = { ...constantHeaders, 'x-ms-client-request-id': call.correlationId };
      const found: MappedCase[] = [];
      let retrievedAt = '';
      let page = { path: `/${cases.entitySet}`, query: queryFor(contactIds) };
      for (let count = 1; count <= mostPages; count += 1) {
        const accept = count === 1 ? [] : expiredPage;
        const { status, body } = await upstream.request({ method: 'GET', ...page, headers, call, accept });
        retrievedAt = new Date(now()).toISOString();
        if (status >= 400) return { cases: found, retrievedAt, complete: false };
        const envelope = wire.row(body);
        if (!Array.isArray(envelope['value'])) throw wire.malformed();
        for (const row of wire.rows(envelope['value'])) {
          const mapped = mapCase(row, retrievedAt);
          // A filter that does not hold would show one person's record to another's coach.
          if (!asked.has(mapped.contactId)) throw wire.malformed();
          found.push(mapped);
        }
        const next = wire.text(envelope, '@odata.nextLink');
        if (next === null) return { cases: found, retrievedAt, complete: true };
        page = upstream.follow(next);
      }
      return { cases: found, retrievedAt, complete: false };
    },
    close: async () => {
      await Promise.all([upstream.close(), token.close()]);
    },
  };
}

/** What a paging cookie that no longer holds is answered with. */
const expiredPage = [400, 404, 410];

const select = cases.select.join(',');
const expand = Object.entries(expanded)
  .map(([relationship, columns]) => `${relationship}($select=${columns.join(',')})`)
  .join(',');

/**
 * The `In` query function takes the column's logical name and strings, one or many. No part of the query holds a space,
 * so that it does not matter whether a server reads `+` as one.
 */
function queryFor(contactIds: readonly string[]): URLSearchParams {
  const values = contactIds.map((id) => `'${id}'`).join(',');
  const filter = `Microsoft.Dynamics.CRM.In(PropertyName='${cases.contact.logicalName}',PropertyValues=[${values}])`;
  return new URLSearchParams({ $select: select, $expand: expand, $filter: filter });
}

/** Dataverse error codes are hexadecimal (`0x80072322`: too many requests); the message is not read. */
function errorCode(body: unknown): { code?: string } {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^0x[0-9a-f]{8}$/i.test(code) ? { code } : {};
}
