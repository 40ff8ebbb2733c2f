/** BaRS on the wire: `POST /$process-message` with the ids of the message, and `GET /ServiceRequest/{id}` to look. */
import { randomUUID } from 'node:crypto';
import { isObject, text } from '../fhir.js';
import type { DeliveryOutcome, OutboundReferral, ReferralDelivery } from '../referral-delivery.js';
import { pathOf } from '../transport/path.js';
import type { Upstream, UpstreamResponse } from '../transport/types.js';
import { UpstreamError } from '../upstream-error.js';
import { messageBundle } from './mapper.js';
import { outcomeOf } from './outcome.js';
import type { BarsSettings } from './settings.js';

export interface BarsParts {
  readonly upstream: Pick<Upstream, 'request' | 'close'>;
  readonly settings: Pick<BarsSettings, 'senderServiceId' | 'receivers' | 'deadlineMs'>;
  readonly now: () => number;
}

const version = 'application/fhir+json; version=1.4.0';
/** Every answer is read here, because a code in its body says more than its status. */
const accept = [400, 401, 403, 404, 405, 406, 408, 409, 410, 422, 429, 500, 501, 502, 503, 504];

export function createBarsClient({ upstream, settings, now }: BarsParts): ReferralDelivery {
  const ask = (
    message: OutboundReferral,
    signal: AbortSignal,
    request: Pick<Parameters<Upstream['request']>[0], 'method' | 'path' | 'body'>,
  ): Promise<UpstreamResponse> =>
    upstream.request({
      ...request,
      // A look is a request of its own; a message keeps its id on every attempt.
      headers: headersOf(request.method === 'GET' ? { ...message, requestId: randomUUID() } : message, settings),
      accept,
      call: { signal, deadline: now() + settings.deadlineMs },
    });

  /** The state of the referral as the receiver has it; undefined where it has none. */
  async function stateAtReceiver(message: OutboundReferral, signal: AbortSignal): Promise<string | undefined> {
    const { status, body } = await ask(message, signal, {
      method: 'GET',
      path: pathOf`/ServiceRequest/${message.referralId}`,
    });
    if (status === 404) return undefined;
    if (status !== 200 || !isObject(body) || body['resourceType'] !== 'ServiceRequest') {
      throw new UpstreamError('nhs-bars', 'MALFORMED', { status });
    }
    return text(body['status']) ?? undefined;
  }

  async function send(message: OutboundReferral, signal: AbortSignal): Promise<DeliveryOutcome> {
    const receiver = settings.receivers[message.receiver];
    if (!receiver) return { kind: 'refused', fault: 'NO_SUCH_RECEIVER' };
    if (message.kind === 'CANCEL') {
      // A cancellation is sent only to what is found still active.
      const state = await stateAtReceiver(message, signal);
      if (state === cancelledState(message)) return { kind: 'delivered' };
      if (state !== 'active') return { kind: 'refused', fault: 'NOT_ACTIVE_AT_RECEIVER' };
    }
    const body = JSON.stringify(messageBundle(message, { senderServiceId: settings.senderServiceId, receiver }));
    const answer = await ask(message, signal, { method: 'POST', path: '/$process-message', body });
    const outcome = outcomeOf(answer, message, now());
    if (outcome.kind !== 'duplicate') return outcome;
    if (message.kind === 'UPDATE') return { kind: 'delivered' };
    // 409 is for what was processed. A receiver that fell between keeping the id and processing the message says it too, so
    // the hub looks before it believes (reference/consent-audit-referral.md 4.3).
    const state = await stateAtReceiver(message, signal);
    const isThere = message.kind === 'NEW' ? state !== undefined : state === cancelledState(message);
    return isThere ? { kind: 'delivered' } : { kind: 'retry', fault: 'DUPLICATE_OF_NOTHING' };
  }

  return {
    async deliver(message, signal) {
      try {
        return await send(message, signal);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        const { reason, retryAfterSeconds } = error;
        return {
          kind: 'retry',
          fault: reason,
          ...(retryAfterSeconds !== undefined && { afterSeconds: retryAfterSeconds }),
        };
      }
    },
    close: () => upstream.close(),
  };
}

const cancelledState = ({ cancelledAs }: OutboundReferral): string =>
  cancelledAs === 'ENTERED_IN_ERROR' ? 'entered-in-error' : 'revoked';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');

function headersOf(
  { requestId, correlationId, sender, receiver }: OutboundReferral,
  { receivers }: Pick<BarsSettings, 'receivers'>,
): Record<string, string> {
  return {
    accept: version,
    'content-type': version,
    'X-Request-Id': requestId,
    'X-Correlation-Id': correlationId,
    'NHSD-Target-Identifier': base64({ system: 'dos', value: receivers[receiver]?.serviceId ?? '' }),
    'NHSD-End-User-Organisation': base64({ resourceType: 'Organization', identifier: [{ value: sender }] }),
    'NHSD-Requesting-Software': base64({ resourceType: 'Device', deviceName: [{ name: 'work-health-hub' }] }),
  };
}
