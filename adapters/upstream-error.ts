/** Why a source gave no usable answer. Closed: the graph shows it to callers as `UnavailableReason`. */
export const upstreamErrorReasons = [
  'TIMEOUT',
  'RATE_LIMITED',
  'CIRCUIT_OPEN',
  'UNREACHABLE',
  'REFUSED',
  'MALFORMED',
  'TOO_LARGE',
  'SERVER_ERROR',
  'AMBIGUOUS',
  'CANCELLED',
] as const;
export type UpstreamErrorReason = (typeof upstreamErrorReasons)[number];

/**
 * The only error that leaves an adapter. It names the source and the reason; it holds no URL, no body, no header and no
 * identifier, and no `cause`: libraries put all of these into theirs (`reference/graphql-and-style.md` 1.7).
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly source: string;
  readonly reason: UpstreamErrorReason;
  /** HTTP status, where one was received. */
  readonly status: number | undefined;
  /** The source's own machine code (`INVALIDATED_RESOURCE`), where it gave one from a published list. */
  readonly code: string | undefined;
  /** Seconds after which the source asked to be tried again, capped. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    source: string,
    reason: UpstreamErrorReason,
    detail: { status?: number; code?: string; retryAfterSeconds?: number } = {},
  ) {
    super(`${source}: ${reason}`);
    this.source = source;
    this.reason = reason;
    this.status = detail.status;
    this.code = detail.code;
    this.retryAfterSeconds = detail.retryAfterSeconds;
  }
}
