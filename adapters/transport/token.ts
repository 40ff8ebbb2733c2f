/** An access token that is fetched once for everybody, renewed before it runs out, and sent to one upstream only. */
import { UpstreamError } from '../upstream-error.js';
import { clientSecretGrant, type Grant } from './grants.js';
import { readToken, tokenErrorReading } from './token-response.js';
import { createUpstream } from './upstream.js';
import type { UpstreamOptions } from './types.js';

export interface TokenOptions extends Pick<UpstreamOptions, 'name' | 'tls' | 'now' | 'onCall'> {
  /** Absolute URL of the token endpoint. */
  readonly tokenUrl: string;
  readonly grant: Grant;
  /** Default 5,000 ms. */
  readonly deadlineMs?: number;
}

/** Spread it into the `UpstreamOptions` of the upstream that the token is for, and close it with that upstream. */
export interface TokenHolder {
  /** The `authorization` header. Waits for the token endpoint only where no valid token is held. */
  readonly authorise: () => Promise<AuthorisationHeader>;
  /** Drops the token that was refused; a newer one stays. */
  readonly onUnauthorised: (refused: Readonly<Record<string, string>>) => void;
  close(): Promise<void>;
}

export type AuthorisationHeader = Readonly<Record<'authorization', string>>;

interface Held {
  readonly header: Promise<AuthorisationHeader>;
  readonly authorization: string;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/** A token is renewed when nine tenths of its life are over: NHS England's lives 599 s and is renewed at 539 s. */
const renewAfter = 0.9;

export function createTokenHolder(options: TokenOptions): TokenHolder {
  const { name, grant, now, deadlineMs = 5_000 } = options;
  const url = new URL(options.tokenUrl);
  const endpoint = createUpstream({
    ...options,
    baseUrl: url.origin,
    deadlineMs,
    maxBodyBytes: 64 * 1024,
    readError: tokenErrorReading,
  });
  const closing = new AbortController();
  let held: Held | undefined;
  let fetching: Promise<Held> | undefined;

  // Its time is its own: a caller who leaves must not take the token away from those who wait for it.
  const ask = async (): Promise<Held> => {
    const askedAt = now();
    const { body } = await endpoint.request({
      method: 'POST',
      path: url.pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: (await grant()).toString(),
      call: { signal: closing.signal, deadline: askedAt + deadlineMs },
    });
    const { accessToken, expiresInSeconds } = readToken(name, body);
    const authorization = `Bearer ${accessToken}`;
    return {
      header: Promise.resolve({ authorization }),
      authorization,
      renewAt: askedAt + expiresInSeconds * 1000 * renewAfter,
      expiresAt: askedAt + expiresInSeconds * 1000,
    };
  };

  const fetch = (): Promise<Held> =>
    (fetching ??= ask()
      // Once more with a new form, since an assertion that was sent may have been used up.
      .catch((error: unknown) => (isPassing(error) ? ask() : Promise.reject(asUpstreamError(name, error))))
      .then((token) => (held = token))
      .finally(() => (fetching = undefined)));

  return {
    authorise: () => {
      if (held === undefined || held.expiresAt <= now()) return fetch().then((token) => token.header);
      // While the old one is good, nobody waits for the new one, and nobody fails because it could not be had yet.
      if (held.renewAt <= now()) fetch().catch(() => undefined);
      return held.header;
    },
    onUnauthorised: (refused) => {
      if (held?.authorization === refused['authorization']) held = undefined;
    },
    close: () => {
      closing.abort();
      return endpoint.close();
    },
  };
}

/** The holder for a shared secret, from flat settings. */
export function createClientCredentials({
  clientId,
  clientSecret,
  scope,
  ...options
}: Omit<TokenOptions, 'grant'> & { clientId: string; clientSecret: string; scope?: string | undefined }): TokenHolder {
  return createTokenHolder({ ...options, grant: clientSecretGrant({ clientId, clientSecret, scope }) });
}

const isPassing = (error: unknown): boolean =>
  error instanceof UpstreamError && (error.reason === 'UNREACHABLE' || error.reason === 'SERVER_ERROR');

/** A key that cannot sign is the hub's own fault; jose's message stays inside. */
const asUpstreamError = (name: string, error: unknown): UpstreamError =>
  error instanceof UpstreamError ? error : new UpstreamError(name, 'REFUSED', { code: 'INVALID_CREDENTIALS' });
