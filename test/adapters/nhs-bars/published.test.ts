/** The published answers of the standard, replayed: what each means for a message that was sent. */
import { readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import { createBarsClient } from '../../../adapters/nhs-bars/client.js';
import { outcomeOf } from '../../../adapters/nhs-bars/outcome.js';
import type { OutboundReferral } from '../../../adapters/referral-delivery.js';
import type { UpstreamRequest } from '../../../adapters/transport/types.js';
import { dataFolder, readJson, testWith } from '../nhs-care-record/outside-data.js';

const ids = {
  requestId: '5f7b2f5a-7a5b-4d3c-8f3e-1d2c3b4a5f60',
  correlationId: '6a7b2f5a-7a5b-4d3c-8f3e-1d2c3b4a5f61',
};
const headers = { 'x-request-id': ids.requestId, 'x-correlation-id': ids.correlationId };
const meaningOf = (status: number, body: unknown): string => {
  const outcome = outcomeOf({ status, headers, body }, ids, 0);
  return 'fault' in outcome ? `${outcome.kind} ${outcome.fault}` : outcome.kind;
};

/** By folder and name; the name begins with the HTTP status. Sending again is for what can pass; 409 duplicate is success. */
const meanings: Readonly<Record<string, string>> = {
  'REC/400-REC_BAD_REQUEST-invalid.json': 'refused REC_BAD_REQUEST',
  'REC/400-REC_BAD_REQUEST-invariant.json': 'refused REC_BAD_REQUEST',
  'REC/400-REC_BAD_REQUEST-not-supported.json': 'refused REC_BAD_REQUEST',
  'REC/400-REC_BAD_REQUEST-required.json': 'refused REC_BAD_REQUEST',
  'REC/400-REC_BAD_REQUEST-value.json': 'refused REC_BAD_REQUEST',
  'REC/401-REC_UNAUTHORIZED-forbidden.json': 'retry REC_UNAUTHORIZED',
  'REC/403-REC_FORBIDDEN-forbidden.json': 'refused REC_FORBIDDEN',
  'REC/403-REC_FORBIDDEN-security.json': 'refused REC_FORBIDDEN',
  'REC/404-REC_NOT_FOUND-not-found.json': 'refused REC_NOT_FOUND',
  'REC/406-REC_NOT_ACCEPTABLE-processing.json': 'refused REC_NOT_ACCEPTABLE',
  'REC/408-REC_TIMEOUT-timeout.json': 'retry REC_TIMEOUT',
  'REC/409-REC_CONFLICT-conflict.json': 'retry REC_CONFLICT',
  'REC/409-REC_CONFLICT-duplicate.json': 'duplicate',
  'REC/422-REC_UNPROCESSABLE_ENTITY-not-supported.json': 'refused REC_UNPROCESSABLE_ENTITY',
  'REC/422-REC_UNPROCESSABLE_ENTITY-too-costly.json': 'refused REC_UNPROCESSABLE_ENTITY',
  'REC/500-REC_SERVER_ERROR-exception.json': 'retry REC_SERVER_ERROR',
  'REC/500-REC_SERVER_ERROR-no-store.json': 'retry REC_SERVER_ERROR',
  'REC/500-REC_SERVER_ERROR-too_costly.json': 'retry REC_SERVER_ERROR',
  'REC/500-REC_SERVER_ERROR-transient.json': 'retry REC_SERVER_ERROR',
  'REC/501-REC_NOT_IMPLEMENTED-not-supported.json': 'retry REC_NOT_IMPLEMENTED',
  'REC/503-REC_SERVICE_UNAVAILABLE-transient.json': 'retry REC_SERVICE_UNAVAILABLE',
  'SEND/400-SEND_BAD_REQUEST-invalid.json': 'refused SEND_BAD_REQUEST',
  'SEND/400-SEND_BAD_REQUEST-required.json': 'refused SEND_BAD_REQUEST',
  'SEND/400-SEND_BAD_REQUEST-value.json': 'refused SEND_BAD_REQUEST',
  'SEND/401-SEND_UNAUTHORIZED-expired.json': 'retry SEND_UNAUTHORIZED',
  'SEND/401-SEND_UNAUTHORIZED-login.json': 'retry SEND_UNAUTHORIZED',
  'SEND/401-SEND_UNAUTHORIZED-security.json': 'retry SEND_UNAUTHORIZED',
  'SEND/401-SEND_UNAUTHORIZED-unknown.json': 'retry SEND_UNAUTHORIZED',
  'SEND/403-SEND_FORBIDDEN-forbidden.json': 'refused SEND_FORBIDDEN',
  'SEND/405-SEND_METHOD_NOT_ALLOWED-not-supported.json': 'refused SEND_METHOD_NOT_ALLOWED',
  'SEND/406-SEND_NOT_ACCEPTABLE-processing.json': 'refused SEND_NOT_ACCEPTABLE',
  'SEND/429-SEND_TOO_MANY_REQUESTS-throttled.json': 'retry SEND_TOO_MANY_REQUESTS',
  // The directory's own answers, whose codes have no prefix and so say nothing of whose fault it is.
  'PROXY-NONE/400-BAD_REQUEST-invalid.json': 'refused HTTP_400',
  'PROXY-NONE/400-BAD_REQUEST-required.json': 'refused HTTP_400',
  'PROXY-NONE/400-BAD_REQUEST-structure.json': 'refused HTTP_400',
  'PROXY-NONE/404-NOT_FOUND-multiple-matches.json': 'refused HTTP_404',
  'PROXY-NONE/404-NOT_FOUND-not-found.json': 'refused HTTP_404',
  'PROXY-NONE/409-BAD_REQUEST-duplicate.json': 'duplicate',
  'PROXY-NONE/500-SERVER_ERROR-exception.json': 'retry HTTP_500',
  'PROXY-NONE/500-SERVER_ERROR-transient.json': 'retry HTTP_500',
  'PROXY-NONE/503-SERVICE_UNAVAILABLE-transient.json': 'retry HTTP_503',
};

testWith('bars')(
  'every published OperationOutcome is sent again, given up or taken for success, as the standard has it',
  () => {
    const found = ['REC', 'SEND', 'PROXY-NONE'].flatMap((folder) =>
      readdirSync(dataFolder(`bars/OperationOutcome/${folder}`)).map((name) => `${folder}/${name}`),
    );
    const replayed = found.map((name) => [
      name,
      meaningOf(Number(/\/(\d{3})-/.exec(name)?.[1]), readJson('bars', 'OperationOutcome', name)),
    ]);
    expect(Object.fromEntries(replayed)).toEqual(meanings);
  },
);

testWith('bars')('the published answers to a message are its arrival', () => {
  for (const name of ['Booking_HTTP_Response.json', 'ValidationRequest_HTTP_Response.json']) {
    expect(meaningOf(200, readJson('bars', 'process_message', 'response', name))).toBe('delivered');
  }
});

const message: OutboundReferral = {
  ...ids,
  messageId: '7a7b2f5a-7a5b-4d3c-8f3e-1d2c3b4a5f62',
  kind: 'CANCEL',
  referralId: '71d2b38e-b81c-4894-a522-6a65265b1d58',
  sender: 'PATHWAYS' as never,
  receiver: 'RX1' as never,
  authoredAt: '2026-11-01T00:00:00.000Z',
  referredOn: '2026-11-01',
  programme: 'workwell',
  area: 'GREATER_MANCHESTER',
  person: {},
  accessNeeds: [],
  health: [],
  cancelledAs: 'REVOKED',
};

testWith('bars')('a cancellation goes out to what the published ServiceRequest says is active', async () => {
  const asked: UpstreamRequest[] = [];
  const client = createBarsClient({
    upstream: {
      request: (request) => {
        asked.push(request);
        const body =
          request.method === 'GET'
            ? readJson('bars', 'service_request', 'id', 'GET-success.json')
            : readJson('bars', 'OperationOutcome', '200-Delete.json');
        return Promise.resolve({ status: 200, headers, body });
      },
      close: () => Promise.resolve(),
    },
    settings: {
      senderServiceId: '1',
      receivers: { RX1: { serviceId: '2', name: 'Physiotherapy' } },
      deadlineMs: 5_000,
    },
    now: () => 0,
  });
  expect(await client.deliver(message, new AbortController().signal)).toEqual({ kind: 'delivered' });
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST']);
});
