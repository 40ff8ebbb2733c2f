/** Every published example of the standard, whatever it is of: read to what it means, or refused with its reason. No file is left out. */
import { readdirSync, statSync } from 'node:fs';
import { expect } from '@jest/globals';
import { createBarsClient } from '../../../adapters/nhs-bars/client.js';
import { readInbound } from '../../../adapters/nhs-bars/inbound.js';
import { outcomeOf } from '../../../adapters/nhs-bars/outcome.js';
import type { OutboundReferral } from '../../../adapters/referral-delivery.js';
import { dataFolder, readJson, testWith } from '../nhs-care-record/outside-data.js';

const ids = {
  requestId: '5f7b2f5a-7a5b-4d3c-8f3e-1d2c3b4a5f60',
  correlationId: '6a7b2f5a-7a5b-4d3c-8f3e-1d2c3b4a5f61',
};
const headers = { 'x-request-id': ids.requestId, 'x-correlation-id': ids.correlationId };
const said = (outcome: { readonly kind: string; readonly fault?: string }): string =>
  outcome.fault === undefined ? outcome.kind : `${outcome.kind} ${outcome.fault}`;
const asked: OutboundReferral = {
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

/** As the answer to a message that the hub sent, with this status. */
const asAnswer = (status: number) => (body: unknown) => said(outcomeOf({ status, headers, body }, ids, 0));
/** As what `GET /ServiceRequest/{id}` found, before a cancellation goes out: it does where the referral is active. */
const asReadBack = async (body: unknown): Promise<string> => {
  const client = createBarsClient({
    upstream: {
      request: ({ method }) => Promise.resolve({ status: 200, headers, body: method === 'GET' ? body : answered }),
      close: () => Promise.resolve(),
    },
    settings: { senderServiceId: '1', receivers: { RX1: { serviceId: '2', name: 'P' } }, deadlineMs: 5_000 },
    now: () => 0,
  });
  return said(await client.deliver(asked, new AbortController().signal));
};
const answered = { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'informational' }] };
/** As a message that comes in. */
const asMessage = (body: unknown): string => {
  const read = readInbound(body);
  return read.kind === 'refused' ? `${read.status} ${read.issue}: ${read.diagnostics}` : read.kind;
};
/** The published validation request, as if it were a referral: what of it would stand in the way. */
const asReferral = (body: unknown): string =>
  asMessage(JSON.parse(JSON.stringify(body).replaceAll('"code":"validation"', '"code":"referral"')));

const noBundle = '400 invalid: The body is not a message Bundle.';
const noBooking =
  '422 not-supported: This service takes no bookings: an appointment with it is made by itself, once it has accepted the referral.';
type Reading = readonly [how: (body: unknown) => string | Promise<string>, meaning: string];
const refusedAs = (meaning: string): Reading => [asMessage, meaning];

const meanings: Readonly<Record<string, readonly Reading[]>> = {
  // Outcomes without a folder, under the status that each is of.
  '200_DELETE.json': [[asAnswer(200), 'delivered']],
  '200_PUT.json': [[asAnswer(200), 'delivered']],
  '201_POST.json': [[asAnswer(201), 'delivered']],
  '400-SEND.json': [[asAnswer(400), 'refused REC_BAD_REQUEST']],
  '500-REC.json': [[asAnswer(500), 'retry REC_SERVER_ERROR']],
  'bad-request.json': [[asAnswer(400), 'refused REC_BAD_REQUEST']],
  'conflict.json': [[asAnswer(409), 'duplicate']],
  'entity-not-found.json': [[asAnswer(404), 'refused REC_NOT_FOUND']],
  'forbidden.json': [[asAnswer(403), 'refused REC_FORBIDDEN']],
  'invalid-base64.json': [[asAnswer(400), 'refused PROXY_BAD_REQUEST']],
  'malformed-target-identifier.json': [[asAnswer(400), 'refused PROXY_BAD_REQUEST']],
  'method-not-allowed.json': [[asAnswer(405), 'refused REC_METHOD_NOT_ALLOWED']],
  'not-acceptable.json': [[asAnswer(406), 'refused SEND_NOT_ACCEPTABLE']],
  'not-implemented.json': [[asAnswer(501), 'retry REC_NOT_IMPLEMENTED']],
  'proxy-not-found.json': [[asAnswer(404), 'refused PROXY_NOT_FOUND']],
  'server-error.json': [[asAnswer(500), 'retry REC_SERVER_ERROR']],
  'unauthorized.json': [[asAnswer(401), 'retry REC_UNAUTHORIZED']],
  'unavailable.json': [[asAnswer(503), 'retry REC_SERVICE_UNAVAILABLE']],
  'unprocessable-entity.json': [[asAnswer(422), 'refused REC_UNPROCESSABLE_ENTITY']],
  // The proxy's own health, which is no answer to a message.
  'status.json': [refusedAs(noBundle)],
  'document_reference/DELETE-success.json': [[asAnswer(200), 'delivered']],
  'document_reference/id/DELETE-success.json': [[asAnswer(200), 'delivered']],
  // Messages.
  'process_message/POST-body.json': [refusedAs(noBooking)],
  'process_message/request/Booking_POST.json': [refusedAs(noBooking)],
  'process_message/request/ValidationRequest_POST.json': [
    refusedAs('422 not-supported: This service takes referrals; a ServiceRequest of another category is not taken.'),
    [
      asReferral,
      '422 not-supported: The message has clinical content in a CarePlan. This service takes what a ServiceRequest says in reasonCode and note, and nothing of a person’s health without their own consent: send the referral without it.',
    ],
  ],
  'process_message/request/ValidationResponse_POST.json': [
    refusedAs('422 not-supported: A referral was sent, and this answers something else.'),
  ],
  'process_message/POST-success.json': [[asAnswer(200), 'delivered'], refusedAs(noBooking)],
  'process_message/response/Booking_HTTP_Response.json': [[asAnswer(200), 'delivered']],
  'process_message/response/ValidationRequest_HTTP_Response.json': [[asAnswer(200), 'delivered']],
  // A referral read back, and what is none.
  'service_request/id/GET-success.json': [[asReadBack, 'delivered'], refusedAs(noBundle)],
  'service_request/PUT-body.json': [[asReadBack, 'delivered'], refusedAs(noBundle)],
  'service_request/PATCH-body.json': [[asReadBack, 'refused NOT_ACTIVE_AT_RECEIVER'], refusedAs(noBundle)],
  'service_request/GET-success.json': [[asReadBack, 'retry MALFORMED'], refusedAs(noBundle)],
  // What is read or written in other systems of the standard: none of it is a message, or a referral.
  ...Object.fromEntries(
    [
      'Endpoint/post_Endpoint_Atomic.json',
      'Endpoint/post_Endpoint_template.json',
      'Endpoint/success_Endpoint_Atomic.json',
      'Endpoint/success_Endpoint_template.json',
      'Endpoint/success_bundle.json',
      'Endpoint/success_bundle_template.json',
      'HealthcareService/post_HealthcareService_Atomic.json',
      'HealthcareService/success_HealthcareService_Atomic.json',
      'HealthcareService/success_bundle.json',
      'Organization/success_Organization_Atomic.json',
      'appointment/GET-success.json',
      'appointment/PATCH-body.json',
      'appointment/PUT-body.json',
      'appointment/id/GET-success.json',
      'document_reference/POST-body.json',
      'document_reference/POST-success.json',
      'document_reference/id/GET-success.json',
      'document_reference/id/PUT-body.json',
      'message_definition/MessageDefinition_ServiceRequest-request_CaseTransfer.json',
      'metadata/BaRS_API_Capability_Statement.json',
      'slots/GET-success.json',
    ].map((name) => [name, [refusedAs(noBundle), [asReadBack, 'retry MALFORMED'] as const]]),
  ),
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(dataFolder(`bars/${folder}`)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    return statSync(dataFolder(`bars/${path}`)).isDirectory() ? filesIn(path) : [path];
  });

testWith('bars')('every published example is read to its meaning or refused with its reason', async () => {
  // Those under OperationOutcome/REC, SEND and PROXY-NONE are replayed in published.test.ts.
  const found = filesIn('').filter(
    (name) => name.endsWith('.json') && !/^OperationOutcome\/(REC|SEND|PROXY)/.test(name),
  );
  const table = {
    ...meanings,
    'OperationOutcome/200-Delete.json': [[asAnswer(200), 'delivered']] as readonly Reading[],
  };
  expect(found.toSorted()).toEqual(Object.keys(table).toSorted());
  for (const [name, readings] of Object.entries(table)) {
    const body = readJson('bars', ...name.split('/'));
    for (const [how, meaning] of readings) expect([name, await how(body)]).toEqual([name, meaning]);
  }
});
