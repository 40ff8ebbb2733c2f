/**
 * What every upstream system looks like from inside the hub. One folder per system, always the same files:
 * `index.ts` (this definition), `client.ts` (transport), `mapper.ts` (wire to hub, pure), `loaders.ts` (named operations),
 * `sandbox.ts` (a faithful local server of the same interface), `fixtures/`.
 */
import type { Audience, ClientId, DataCategory, NHSNumber, OrganisationId, Purpose } from '../src/access/types.js';

/** Who a client is in the systems that are asked. Built by `src/identity/`; never logged, never returned. */
export interface UpstreamSubject {
  readonly clientId: ClientId;
  readonly nhsNumber: NHSNumber;
  /** National Insurance number without spaces, where the hub was given one. */
  readonly nino?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  /** ISO date. */
  readonly birthDate?: string;
  readonly postcode?: string;
  /** The person's id in each provider system, by adapter name. */
  readonly externalIds: Readonly<Record<string, string>>;
}

/** What one upstream call may use and must pass on. One per GraphQL request. */
export interface CallContext {
  /** Aborted when the caller has gone or the request's own deadline has passed. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which no call of this request may run: it cuts every upstream's own deadline. */
  readonly deadline: number;
  /** UUID; goes to every source as its correlation id (`X-Correlation-ID`, `correlation-id`). */
  readonly correlationId: string;
  readonly onBehalfOf: {
    readonly subject: string;
    readonly organisation: OrganisationId;
    readonly audience: Audience;
    readonly purpose: Purpose;
  };
}

/** Somebody else whom an item is about: a client who was asked about as well, a person by NHS number, or nobody knows who. */
export type OtherSubject =
  | { readonly kind: 'client'; readonly clientId: ClientId }
  | { readonly kind: 'number'; readonly nhsNumber: string }
  | { readonly kind: 'unknown' };

/**
 * What a source said. No records is an answer ("no record"); a source that could not answer throws `UpstreamError`.
 * `complete` is false where a page cap or an expired page cut the list short: a short list says that it is short.
 */
export interface SourceAnswer<Item> {
  readonly items: readonly Item[];
  /** ISO instant at which the hub received it. */
  readonly retrievedAt: string;
  readonly complete: boolean;
  /** Items that are about other people too; absent where there are none. Each is shown only if everybody permits it. */
  readonly shared?: ReadonlyMap<Item, readonly OtherSubject[]>;
}

/** A running connection to one upstream system: pools, tokens, limits. Lives as long as the hub. */
export interface Connection<Loaders> {
  /** The named operations for one request. Memoised per request, never shared across callers. */
  loaders(call: CallContext): Loaders;
  /** Drops what it holds of a client to find them again sooner; absent where it holds nothing of anybody. */
  forget?(subject: UpstreamSubject): void;
  close(): Promise<void>;
}

/** What the hub hands every adapter. */
export interface AdapterServices {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Called once per upstream HTTP exchange, for metrics; holds no URL and no identifier. */
  readonly onCall: (event: UpstreamCallEvent) => void;
}

export interface UpstreamCallEvent {
  readonly upstream: string;
  /** HTTP status, or the `UpstreamError` reason where none was received. */
  readonly outcome: string;
  readonly durationMs: number;
}

/** The published facts of an adapter. */
export interface PublishedAdapter {
  readonly name: string;
  readonly owner: string;
  /** Where its interface is published. */
  readonly specification: string;
  /** The categories that it can feed. */
  readonly feeds: readonly DataCategory[];
}

/** An adapter: what is published of it, and how to start it. */
export interface AdapterDefinition<Settings, Loaders> extends PublishedAdapter {
  /** Milliseconds that one operation may take, before the request's own deadline cuts it. */
  readonly deadlineMs: number;
  connect(settings: Settings, services: AdapterServices): Connection<Loaders> | Promise<Connection<Loaders>>;
}

/** Fixes the types of a definition without widening its literals. */
export function defineAdapter<Settings, Loaders>(
  definition: AdapterDefinition<Settings, Loaders>,
): AdapterDefinition<Settings, Loaders> {
  return definition;
}
