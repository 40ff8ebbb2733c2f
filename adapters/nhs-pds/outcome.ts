/** How PDS and the gateway in front of it say no (`reference/nhs-apis.md` 1.7 and 2.5). */
import { isObject, objects, text } from '../fhir.js';
import type { ErrorReading } from '../transport/types.js';

/** Spine-ErrorOrWarningCode, as far as PDS uses it, and what the other NHS gateways say for too many requests. */
const publishedCodes = new Set([
  'ACCESS_DENIED',
  'ADDITIONAL_PROPERTIES',
  'FORBIDDEN_UPDATE',
  'INVALIDATED_RESOURCE',
  'INVALID_METHOD',
  'INVALID_RESOURCE_ID',
  'INVALID_SEARCH_DATA',
  'INVALID_UPDATE',
  'INVALID_VALUE',
  'MISSING_VALUE',
  'PRECONDITION_FAILED',
  'RESOURCE_NOT_FOUND',
  'RESOURCE_VERSION_MISMATCH',
  'SERVICE_UNAVAILABLE',
  'THROTTLED',
  'TOO_FEW_VALUES_SUBMITTED',
  'TOO_MANY_MATCHES',
  'TOO_MANY_REQUESTS',
  'TOO_MANY_VALUES_SUBMITTED',
  'UNABLE_TO_CALL_SERVICE',
  'UNKNOWN_ERROR',
  'UNSUPPORTED_REQUEST',
  'UNSUPPORTED_SERVICE',
]);

export const isOutcome = (body: unknown): boolean => isObject(body) && body['resourceType'] === 'OperationOutcome';

/** The code of an OperationOutcome; undefined where it is none, or not from the published list (it is then not repeated). */
export function outcomeCode(body: unknown): string | undefined {
  if (!isObject(body) || body['resourceType'] !== 'OperationOutcome') return undefined;
  return objects(body['issue'])
    .flatMap(({ details }) => (isObject(details) ? objects(details['coding']) : []))
    .map(({ code }) => text(code))
    .find((code): code is string => code !== null && publishedCodes.has(code));
}

/**
 * What an error body says. A 429 comes in three shapes: PDS's own outcome, that of the newer gateways, and plain JSON whose
 * `ratelimiting_expiry_time_ms` is the only hint of when to try again; none of them carries a `Retry-After`.
 */
export function readError(body: unknown, status: number): ErrorReading {
  if (!isObject(body)) return {};
  const code = outcomeCode(body) ?? (status === 429 ? 'TOO_MANY_REQUESTS' : undefined);
  const expiry = body['ratelimiting_expiry_time_ms'];
  return {
    ...(code !== undefined && { code }),
    ...(typeof expiry === 'number' && { retryAt: expiry }),
  };
}
