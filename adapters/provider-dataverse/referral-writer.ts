/**
 * The write side: a referral as a row of `wh_referral`, by upsert on an alternate key, so that a repeat is no second row
 * (learn.microsoft.com, Web API: upsert a row; `If-None-Match: *` forbids the update, `If-Match: *` the creation).
 *
 * | table (entity set) | one row is | alternate key | columns written |
 * |---|---|---|---|
 * | `wh_referral` (`wh_referrals`) | a referral from the hub | `wh_hubreferralid` | `wh_correlationid`, `wh_referredby`, `wh_referredon`, `wh_programme`, `wh_nhsnumber`, `wh_givenname`, `wh_familyname`, `wh_birthdate`, `wh_reason`, `wh_health`, `wh_accessneeds`, `wh_safecontact`, `wh_status` |
 * | `wh_referralnote` (`wh_referralnotes`) | an update | `wh_hubmessageid` | `wh_hubreferralid`, `wh_text` |
 */
import type { DeliveryOutcome, OutboundReferral, ReferralDelivery } from '../referral-delivery.js';
import { retryAfterSeconds } from '../transport/backoff.js';
import { createClientCredentials } from '../transport/token.js';
import type { UpstreamResponse } from '../transport/types.js';
import { createUpstream } from '../transport/upstream.js';
import { UpstreamError } from '../upstream-error.js';
import type { DataverseClientOptions } from './client.js';
import { source } from './mapper.js';

/** Choice values of `wh_status`; what the provider makes of it later is the provider's own. */
export const referralChoices = { received: 100000000, cancelled: 100000003, enteredInError: 100000004 } as const;

/** 404: no such row. 412: there is one. 429 and 503: service protection. */
const accept = [400, 401, 403, 404, 409, 412, 429, 500, 502, 503, 504];
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function createReferralWriter({ settings, now, onCall }: DataverseClientOptions): ReferralDelivery {
  const { deadlineMs } = settings;
  const token = createClientCredentials({ ...settings, name: source, now, onCall });
  const upstream = createUpstream({
    name: source,
    baseUrl: `${settings.baseUrl.replace(/\/$/, '')}/api/data/v9.2`,
    deadlineMs,
    now,
    onCall,
    retry: { attempts: 1 }, // When to write again is the outbox's to decide.
    authorise: token.authorise,
    onUnauthorised: token.onUnauthorised,
  });

  const upsert = (row: Row, message: OutboundReferral, signal: AbortSignal): Promise<UpstreamResponse> =>
    upstream.request({
      method: 'PATCH',
      path: row.path,
      body: JSON.stringify(row.values),
      accept,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'odata-version': '4.0',
        'odata-maxversion': '4.0',
        'x-ms-client-request-id': message.requestId,
        ...(row.only === 'IF_ABSENT' ? { 'if-none-match': '*' } : { 'if-match': '*' }),
      },
      call: { signal, deadline: now() + deadlineMs },
    });

  return {
    async deliver(message, signal) {
      if (!uuid.test(message.referralId) || !uuid.test(message.messageId))
        return { kind: 'refused', fault: 'INVALID_ID' };
      try {
        return outcomeOf(await upsert(rowOf(message), message, signal), message, now());
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        const { reason, retryAfterSeconds: afterSeconds } = error;
        return { kind: 'retry', fault: reason, ...(afterSeconds !== undefined && { afterSeconds }) };
      }
    },
    close: async () => {
      await Promise.all([upstream.close(), token.close()]);
    },
  };
}

interface Row {
  readonly path: string;
  readonly only: 'IF_ABSENT' | 'IF_PRESENT';
  readonly values: object;
}

function rowOf(message: OutboundReferral): Row {
  const { kind, referralId, messageId } = message;
  if (kind === 'UPDATE') {
    const values = { wh_hubreferralid: referralId, wh_text: message.note ?? '' };
    return { path: `/wh_referralnotes(wh_hubmessageid='${messageId}')`, only: 'IF_ABSENT', values };
  }
  const path = `/wh_referrals(wh_hubreferralid='${referralId}')`;
  if (kind === 'NEW') return { path, only: 'IF_ABSENT', values: newRow(message) };
  const status =
    message.cancelledAs === 'ENTERED_IN_ERROR' ? referralChoices.enteredInError : referralChoices.cancelled;
  return { path, only: 'IF_PRESENT', values: { wh_status: status } };
}

const newRow = (message: OutboundReferral): object => ({
  wh_correlationid: message.correlationId,
  wh_referredby: message.sender,
  wh_referredon: message.referredOn,
  wh_programme: message.programme,
  wh_nhsnumber: message.person.nhsNumber ?? null,
  wh_givenname: message.person.givenName ?? null,
  wh_familyname: message.person.familyName ?? null,
  wh_birthdate: message.person.birthDate ?? null,
  wh_reason: message.reasonForReferral ?? null,
  wh_health: message.health.join('\n') || null,
  wh_accessneeds: message.accessNeeds.join('\n') || null,
  wh_safecontact: message.safeContact ?? null,
  wh_status: referralChoices.received,
});

function outcomeOf({ status, headers }: UpstreamResponse, { kind }: OutboundReferral, now: number): DeliveryOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  // It is there already: an earlier attempt arrived, and its answer was lost.
  if (status === 412 && kind !== 'CANCEL') return { kind: 'delivered' };
  const asked = retryAfterSeconds(headers['retry-after'], now);
  if (status === 401 || status === 409 || status === 429 || status >= 500) {
    return { kind: 'retry', fault: `HTTP_${status}`, ...(asked !== undefined && { afterSeconds: asked }) };
  }
  return { kind: 'refused', fault: status === 404 || status === 412 ? 'NOT_AT_RECEIVER' : `HTTP_${status}` };
}
