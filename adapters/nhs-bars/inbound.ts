/** A message that comes in, read: a referral, or what a receiver says of one, or why it cannot be taken. Pure. */
import { codings, isObject, object, objects, text, type Fhir } from '../fhir.js';
import type { ReceiverReport, ReportedState } from '../referral-delivery.js';
import { malformed, type Refused, unsupported } from './inbound-parts.js';
import { readRequest, referralReasonSystem, type InboundRequest } from './inbound-request.js';

/** What a `servicerequest-response` says, and between whom it goes: ids of the Directory of Services. */
export interface InboundResponse extends ReceiverReport {
  readonly from: string;
  readonly to: string;
}

export type ReadInbound =
  | { readonly kind: 'response'; readonly response: InboundResponse }
  | { readonly kind: 'request'; readonly request: InboundRequest }
  | Refused;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** Roles swap: what was the receiver of the referral is the source, and `response.identifier` is the bundle that it answers. */
export function readInbound(body: unknown): ReadInbound {
  const bundle = object(body);
  if (bundle?.['resourceType'] !== 'Bundle' || bundle['type'] !== 'message') {
    return malformed('invalid', 'The body is not a message Bundle.');
  }
  const entries = objects(bundle['entry']);
  const [header] = entries.map(resourceOf);
  const reportId = text(bundle['id']);
  if (header?.['resourceType'] !== 'MessageHeader') {
    return malformed('required', 'The first entry must be a MessageHeader.');
  }
  if (reportId === null || !uuid.test(reportId)) return malformed('value', 'Bundle.id must be a UUID.');
  const event = text(object(header['eventCoding'])?.['code']);
  if (event !== 'servicerequest-response' && event !== 'servicerequest-request') {
    return unsupported(
      event === 'booking-request' || event === 'booking-response'
        ? 'This service takes no bookings: an appointment with it is made by itself, once it has accepted the referral.'
        : 'This service takes referrals and answers to its own, and no other messages.',
    );
  }
  const answered = object(header['response']);
  const [messageId, code] = [text(answered?.['identifier']), text(answered?.['code'])];
  const [from, to] = [
    serviceIn(object(header['source'])?.['endpoint']),
    serviceIn(objects(header['destination'])[0]?.['endpoint']),
  ];
  if (from === null || to === null) {
    return malformed('value', 'MessageHeader.source and destination must name services of the Directory of Services.');
  }
  if (event === 'servicerequest-request') {
    return readRequest(header, entries, { reportId, from, to });
  }
  if (messageId === null || code === null) return malformed('required', 'MessageHeader.response is required.');
  const parties = { reportId, messageId, from, to };
  if (code === 'fatal-error') return { kind: 'response', response: { ...parties, what: 'NOT_PROCESSED' } };
  if (code === 'transient-error') return { kind: 'response', response: { ...parties, what: 'TRY_AGAIN' } };
  if (code !== 'ok') return malformed('value', 'MessageHeader.response.code is none of FHIR R4.');

  const request = entries.map(resourceOf).find((each) => each?.['resourceType'] === 'ServiceRequest');
  if (!request) return malformed('required', 'A ServiceRequest is required.');
  const category = objects(request['category']).flatMap((each) => codings(each['coding']));
  if (!category.some((each) => each.code === 'referral')) {
    return unsupported('A referral was sent, and this answers something else.');
  }
  const focus = text(objects(header['focus'])[0]?.['reference']);
  const focused = entries.find(
    (each) => text(each['fullUrl']) === focus || `urn:uuid:${text(resourceOf(each)?.['id']) ?? ''}` === focus,
  );
  const encounter = focused && resourceOf(focused);
  const what = stateOf(
    text(request['status']),
    encounter?.['resourceType'] === 'Encounter' ? text(encounter['status']) : null,
  );
  if (what === undefined) return unsupported('The state of the referral is none that this service knows.');
  const reason = reasonIn([request, encounter ?? {}]);
  return { kind: 'response', response: { ...parties, what, ...(reason !== undefined && { reason }) } };
}

/** Of the ServiceRequest first; while it is active, of the receiver's own Encounter, where the answer is about that. */
function stateOf(request: string | null, encounter: string | null): ReportedState | undefined {
  switch (request) {
    case 'on-hold':
      return 'ON_HOLD';
    case 'completed':
      return 'COMPLETED';
    case 'revoked':
    case 'entered-in-error':
      return 'ENDED';
    case 'active':
      break;
    default:
      return undefined;
  }
  switch (encounter) {
    case null:
      return 'ACKNOWLEDGED';
    case 'planned':
    case 'arrived':
    case 'triaged':
      return 'ACCEPTED';
    case 'in-progress':
    case 'onleave':
      return 'STARTED';
    case 'finished':
      return 'COMPLETED';
    case 'cancelled':
      return 'ENDED';
    default:
      return undefined;
  }
}

const resourceOf = (entry: Fhir): Fhir | undefined => (isObject(entry['resource']) ? entry['resource'] : undefined);

function reasonIn(resources: readonly Fhir[]): string | undefined {
  const found = resources
    .flatMap((each) => objects(each['reasonCode']))
    .flatMap((each) => codings(each['coding']))
    .find(({ system }) => system === referralReasonSystem);
  return found?.code ?? undefined;
}

/** `http://fhir.nhs.uk/Id/dos-service-id|2222222222` */
const serviceIn = (endpoint: unknown): string | null =>
  /^https?:\/\/fhir\.nhs\.uk\/Id\/dos-service-id\|(\d{1,12})$/.exec(text(endpoint) ?? '')?.[1] ?? null;
