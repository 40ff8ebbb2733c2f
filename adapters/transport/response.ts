import { UpstreamError, type UpstreamErrorReason } from '../upstream-error.js';
import { capRetryAfter, retryAfterSeconds } from './backoff.js';
import type { Answered } from './exchange.js';
import type { ErrorReading, UpstreamOptions, UpstreamResponse } from './types.js';

/**
 * Reads an answer that the adapter may see. A body is JSON with an object or a list at its top, and says so in its media
 * type: proxies answer 200 with an HTML page. Throws `UpstreamError` MALFORMED, without the body.
 */
export function readResponse(source: string, answer: Answered): UpstreamResponse {
  const { status, headers } = answer;
  if (answer.body.length === 0) return { status, headers, body: undefined };
  const body = isJson(headers) ? parse(answer.body) : undefined;
  if (typeof body !== 'object' || body === null) throw new UpstreamError(source, 'MALFORMED', { status });
  return { status, headers, body };
}

/** The error that an answer amounts to; `options.readError` may add the source's own code and time. */
export function errorOf(options: UpstreamOptions, answer: Answered): UpstreamError {
  const { status, headers } = answer;
  const reading = readErrorBody(options, answer);
  const asked =
    retryAfterSeconds(headers['retry-after'], options.now()) ?? untilSeconds(reading.retryAt, options.now());
  return new UpstreamError(options.name, reasonOf(status), {
    status,
    ...(reading.code !== undefined && { code: reading.code }),
    ...(asked !== undefined && { retryAfterSeconds: asked }),
  });
}

function readErrorBody({ readError }: UpstreamOptions, { status, headers, body }: Answered): ErrorReading {
  if (!readError || body.length === 0 || !isJson(headers)) return {};
  return readError(parse(body), status);
}

const untilSeconds = (at: number | undefined, now: number): number | undefined =>
  at === undefined ? undefined : capRetryAfter((at - now) / 1000);

const isJson = (headers: UpstreamResponse['headers']): boolean => {
  const type = headers['content-type'];
  return type === undefined || (typeof type === 'string' && /json/i.test(type));
};

/** Undefined where it is not JSON. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function reasonOf(status: number): UpstreamErrorReason {
  if (status === 429) return 'RATE_LIMITED';
  if (status === 408) return 'TIMEOUT';
  if (status >= 500) return 'SERVER_ERROR';
  // A redirect is never followed: the token would go with it.
  return status >= 400 ? 'REFUSED' : 'MALFORMED';
}
