import { UpstreamError } from '../upstream-error.js';
import type { ErrorReading } from './types.js';

/** RFC 6749 5.1 only recommends `expires_in`; without one, the token is asked for again soon. */
const assumedSeconds = 300;

/** RFC 6750 2.1: what may follow `Bearer` in a header. */
const token68 = /^[A-Za-z0-9\-._~+/]+=*$/;

/** Reads a token answer (RFC 6749 5.1). NHS England gives `expires_in` as a string. */
export function readToken(source: string, body: unknown): { accessToken: string; expiresInSeconds: number } {
  const { access_token: accessToken, expires_in: expiresIn } = membersOf(body);
  if (typeof accessToken !== 'string' || !token68.test(accessToken)) throw new UpstreamError(source, 'MALFORMED');
  const seconds = expiresIn === undefined ? assumedSeconds : Number(expiresIn);
  if (!(seconds >= 0)) throw new UpstreamError(source, 'MALFORMED');
  return { accessToken, expiresInSeconds: seconds };
}

/** RFC 6749 5.2. */
const errorCodes = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/** The code of an OAuth error; its description stays outside, since it repeats what was sent. */
export function tokenErrorReading(body: unknown): ErrorReading {
  const { error } = membersOf(body);
  return typeof error === 'string' && errorCodes.has(error) ? { code: error } : {};
}

const membersOf = (body: unknown): Partial<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? body : {};
