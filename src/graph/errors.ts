import { GraphQLError } from 'graphql';

/** Whose fault an error is: the caller's, the hub's own, or a source system's. */
export type FaultOwner = 'SENDER' | 'HUB' | 'SOURCE';

/** The closed list of error codes, each with the party at fault and its HTTP status where a request fails whole. */
export const errorCodes = {
  BAD_INPUT: { owner: 'SENDER', status: 200 },
  BAD_CURSOR: { owner: 'SENDER', status: 200 },
  NOT_ALLOWED: { owner: 'SENDER', status: 200 },
  TOO_MANY_MISSES: { owner: 'SENDER', status: 200 },
  BAD_REQUEST: { owner: 'SENDER', status: 400 },
  INVALID_OPERATION: { owner: 'SENDER', status: 400 },
  TOO_COMPLEX: { owner: 'SENDER', status: 400 },
  NOT_ACCEPTABLE: { owner: 'SENDER', status: 406 },
  METHOD_NOT_ALLOWED: { owner: 'SENDER', status: 405 },
  TOO_LARGE: { owner: 'SENDER', status: 413 },
  TOO_MANY_SUBSCRIPTIONS: { owner: 'SENDER', status: 429 },
  SLOW_READER: { owner: 'SENDER', status: 200 },
  SUBSCRIPTION_ENDED: { owner: 'HUB', status: 200 },
  UNAUTHENTICATED: { owner: 'SENDER', status: 401 },
  UNSUPPORTED: { owner: 'SENDER', status: 415 },
  CONSENT_CHANGED: { owner: 'HUB', status: 200 },
  EMERGENCY_ENDED: { owner: 'SENDER', status: 200 },
  RESTRICTION_CHANGED: { owner: 'HUB', status: 200 },
  LEDGER_UNAVAILABLE: { owner: 'HUB', status: 503 },
  STORE_UNAVAILABLE: { owner: 'HUB', status: 503 },
  ISSUER_UNAVAILABLE: { owner: 'SOURCE', status: 503 },
  UNEXPECTED: { owner: 'HUB', status: 500 },
} as const satisfies Record<string, { owner: FaultOwner; status: number }>;
export type ErrorCode = keyof typeof errorCodes;

/** An error that a caller may read: a fixed code, whose fault it is, and words that repeat no identifier. */
export class HubError extends GraphQLError {
  override readonly name = 'HubError';
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message, { extensions: { code, owner: errorCodes[code].owner } });
  }
}
