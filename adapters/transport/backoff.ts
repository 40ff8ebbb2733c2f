/** An hour: no caller is told to come back later than that, whatever a source says. */
const longestRetryAfterSeconds = 3_600;

/**
 * Seconds that a `Retry-After` header asks for (RFC 9110 10.2.3: delay in seconds, or an HTTP date); undefined where there
 * is none or it makes no sense.
 */
export function retryAfterSeconds(header: string | string[] | undefined, now: number): number | undefined {
  const text = (Array.isArray(header) ? header[0] : header)?.trim();
  if (text === undefined || text === '') return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : capRetryAfter(seconds);
}

/** Whole seconds between none and the cap. */
export const capRetryAfter = (seconds: number): number =>
  Math.min(longestRetryAfterSeconds, Math.max(0, Math.ceil(seconds)));

/**
 * Milliseconds to wait before the next attempt: exponential with full jitter, so that callers who failed together do not
 * come back together. What the source asked for is added to, never undercut.
 */
export function backoffMs(
  attempt: number,
  baseMs: number,
  random: () => number,
  askedSeconds: number | undefined,
): number {
  const jittered = random() * baseMs * 2 ** (attempt - 1);
  return askedSeconds === undefined ? jittered : askedSeconds * 1000 + jittered;
}
