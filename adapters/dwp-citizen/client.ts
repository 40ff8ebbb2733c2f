/** The DWP Citizen API on the wire: mutual TLS and OAuth2 client credentials, its headers, its own ways to say no. */
import type { CallContext } from '../contract.js';
import { createClientCredentials } from '../transport/token.js';
import { pathOf } from '../transport/path.js';
import type { UpstreamOptions } from '../transport/types.js';
import { createUpstream } from '../transport/upstream.js';
import type { MatchAttributes } from './identity.js';
import { mapClaims, mapErrors, mapMatch, source, type MappedClaims } from './mapper.js';
import type { DwpSettings } from './settings.js';

export type MatchReply =
  | { readonly kind: 'matched'; readonly guid: string }
  /** Nobody, or nobody unique by what was asked. */
  | { readonly kind: 'none' }
  /** DWP knows several and names the attributes that would tell them apart. */
  | { readonly kind: 'further'; readonly attributes: readonly string[] };

export type ClaimsReply =
  | { readonly kind: 'claims'; readonly claims: MappedClaims }
  | { readonly kind: 'none' }
  /** The GUID is not, or no longer, the one to use. */
  | { readonly kind: 'stale'; readonly status: number };

export interface CitizenClient {
  match(attributes: MatchAttributes, call: CallContext): Promise<MatchReply>;
  /** Open claims, and those that ended in the last year. */
  claims(guid: string, call: CallContext): Promise<ClaimsReply>;
  close(): Promise<void>;
}

/** Long enough to see the claim that a person left for a job while a programme (15 to 24 months) still counts it. */
const endedSinceMs = 365 * 86_400_000;

export interface CitizenClientOptions {
  readonly settings: DwpSettings;
  readonly now: () => number;
  readonly onCall: NonNullable<UpstreamOptions['onCall']>;
}

export function createCitizenClient({ settings, now, onCall }: CitizenClientOptions): CitizenClient {
  const { baseUrl, tokenUrl, clientId, clientSecret, tls, deadlineMs } = settings;
  const token = createClientCredentials({
    name: source,
    tokenUrl,
    clientId,
    clientSecret,
    tls,
    deadlineMs,
    now,
    onCall,
  });
  const { authorise, onUnauthorised } = token;
  const upstream = createUpstream({ name: source, baseUrl, tls, deadlineMs, now, onCall, authorise, onUnauthorised });
  const headers = (call: CallContext): Record<string, string> => ({
    accept: 'application/json',
    'correlation-id': call.correlationId,
    context: settings.context,
    'policy-id': settings.policyId,
    'instigating-user-id': headerSafe(call.onBehalfOf.subject),
  });
  const isoDay = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
  return {
    async match(attributes, call) {
      const { status, body } = await upstream.request({
        method: 'POST',
        path: '/capi/v2/citizens/match',
        headers: { ...headers(call), 'content-type': 'application/json' },
        body: JSON.stringify({ jsonapi: { version: '1.0' }, data: { type: 'Match', attributes } }),
        idempotent: true,
        call,
        accept: [404, 422],
      });
      if (status < 300) return { kind: 'matched', guid: mapMatch(body) };
      const errors = mapErrors(body);
      return status === 404 ? { kind: 'none' } : { kind: 'further', attributes: errors.attributes };
    },
    async claims(guid, call) {
      const today = now();
      const { status, body } = await upstream.request({
        method: 'GET',
        path: pathOf`/capi/v2/citizens/${guid}/claims`,
        query: new URLSearchParams({ effectiveFromDate: isoDay(today - endedSinceMs) }),
        headers: { ...headers(call), 'access-level': settings.accessLevel },
        call,
        accept: [401, 404],
      });
      if (status < 300) {
        return { kind: 'claims', claims: mapClaims(body, new Date(now()).toISOString(), isoDay(today)) };
      }
      const noClaims = status === 404 && mapErrors(body).details.some((detail) => detail.startsWith('No claims found'));
      return noClaims ? { kind: 'none' } : { kind: 'stale', status };
    },
    close: async () => {
      await Promise.all([upstream.close(), token.close()]);
    },
  };
}

/** Header values are visible ASCII (RFC 9110 section 5.5). */
const headerSafe = (value: string): string =>
  /^[\x21-\x7e]+$/.test(value) ? value : encodeURIComponent(value.replace(/\p{Surrogate}/gu, '?'));
