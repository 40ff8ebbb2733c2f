/** What an answer of BaRS means for the outbox (`reference/nhs-apis.md` 5.2, BARS-IG Transactional-integrity). Pure. */
import { isObject, objects, text } from '../fhir.js';
import type { DeliveryOutcome } from '../referral-delivery.js';
import { retryAfterSeconds } from '../transport/backoff.js';
import type { UpstreamResponse } from '../transport/types.js';

/** The prefix says whose fault it is: SEND_ the sender's request, PROXY_ the middle, REC_ the receiver. */
const retryable = new Set([
  'REC_TIMEOUT',
  'REC_TOO_MANY_REQUESTS',
  'REC_UNAVAILABLE',
  'REC_SERVICE_UNAVAILABLE',
  'PROXY_TIMEOUT',
  // Comes with HTTP 500.
  'PROXY_TOO_MANY_REQUESTS',
  'PROXY_UNAVAILABLE',
  'PROXY_SERVICE_UNAVAILABLE',
  'SEND_TOO_MANY_REQUESTS',
]);
const published = /^(SEND|PROXY|REC)_[A-Z_]{3,40}$/;

/** `duplicate` is success by the standard; the caller still looks whether the referral is there. */
export type BarsOutcome = DeliveryOutcome | { readonly kind: 'duplicate' };

export function outcomeOf(
  { status, headers, body }: UpstreamResponse,
  ids: { readonly requestId: string; readonly correlationId: string },
  now: number,
): BarsOutcome {
  const code = errorCodeOf(body);
  const asked = retryAfterSeconds(headers['retry-after'], now);
  const later = (fault: string): BarsOutcome => ({
    kind: 'retry',
    fault,
    ...(asked !== undefined && { afterSeconds: asked }),
  });
  // An answer that does not name the request that it answers, or that is none, says nothing: the same is sent again.
  if (!mirrors(headers, ids)) return later('ANSWER_WITHOUT_IDS');
  if (!isObject(body) || !['OperationOutcome', 'Bundle'].includes(String(body['resourceType']))) {
    return later('ANSWER_WITHOUT_OUTCOME');
  }
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 409) return issueCodes(body).includes('duplicate') ? { kind: 'duplicate' } : later(code ?? 'CONFLICT');
  if ((code !== undefined && retryable.has(code)) || [401, 408, 429].includes(status) || status >= 500) {
    return later(code ?? `HTTP_${status}`);
  }
  return { kind: 'refused', fault: code ?? `HTTP_${status}` };
}

/** The code of `https://fhir.nhs.uk/Codesystem/http-error-codes`, where it is one of the published shape. */
export function errorCodeOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  return objects(body['issue'])
    .flatMap(({ details }) => (isObject(details) ? objects(details['coding']) : []))
    .map(({ code }) => text(code))
    .find((code): code is string => code !== null && published.test(code));
}

const issueCodes = (body: Readonly<Record<string, unknown>>): readonly (string | null)[] =>
  objects(body['issue']).map(({ code }) => text(code));

const mirrors = (
  headers: UpstreamResponse['headers'],
  { requestId, correlationId }: { readonly requestId: string; readonly correlationId: string },
): boolean => headers['x-request-id'] === requestId && headers['x-correlation-id'] === correlationId;
