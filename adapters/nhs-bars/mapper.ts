/** A referral as a BaRS message Bundle (FHIR R4). Pure, and the same on every attempt: a retry is the same body. */
import { createHash } from 'node:crypto';
import type { OutboundReferral } from '../referral-delivery.js';

export const source = 'nhs-bars';

/** The two ends of a message. */
export interface Parties {
  readonly senderServiceId: string;
  readonly receiver: { readonly serviceId: string; readonly name: string };
}

const messageEvents = 'https://fhir.nhs.uk/CodeSystem/message-events-bars';
const messageReasons = 'https://fhir.nhs.uk/CodeSystem/message-reason-bars';
const serviceOf = (serviceId: string): string => `http://fhir.nhs.uk/Id/dos-service-id|${serviceId}`;

/**
 * A new referral: ServiceRequest active, CarePlan completed, Encounter triaged. A cancellation has the reason `update` and
 * says in the ServiceRequest whether it is revoked or was entered in error (`reference/nhs-apis.md` 5.2).
 */
export function messageBundle(message: OutboundReferral, { senderServiceId, receiver }: Parties): object {
  const { messageId, referralId, authoredAt } = message;
  const ref = (name: string): string => `urn:uuid:${uuidFrom(referralId, name)}`;
  const request = `urn:uuid:${referralId}`;
  const resources: readonly (readonly [string, object])[] = [
    [
      `urn:uuid:${uuidFrom(messageId, 'header')}`,
      {
        resourceType: 'MessageHeader',
        id: uuidFrom(messageId, 'header'),
        eventCoding: { system: messageEvents, code: 'servicerequest-request' },
        destination: [{ endpoint: serviceOf(receiver.serviceId), receiver: { reference: ref('receiver') } }],
        sender: { reference: ref('sender') },
        source: { name: 'Work & Health Hub', software: 'work-health-hub', endpoint: serviceOf(senderServiceId) },
        reason: { coding: [{ system: messageReasons, code: message.kind === 'NEW' ? 'new' : 'update' }] },
        focus: [{ reference: request }],
        definition: 'https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-request-referral',
      },
    ],
    [request, serviceRequest(message, ref)],
    [
      ref('service'),
      {
        resourceType: 'HealthcareService',
        id: uuidFrom(referralId, 'service'),
        identifier: [{ system: 'http://fhir.nhs.uk/Id/dos-service-id', value: receiver.serviceId }],
        name: receiver.name,
      },
    ],
    [
      ref('encounter'),
      {
        resourceType: 'Encounter',
        id: uuidFrom(referralId, 'encounter'),
        status: 'triaged',
        class: communityClass,
        subject: { reference: ref('patient') },
      },
    ],
    [
      ref('plan'),
      {
        resourceType: 'CarePlan',
        id: uuidFrom(referralId, 'plan'),
        status: 'completed',
        intent: 'plan',
        subject: { reference: ref('patient') },
        encounter: { reference: ref('encounter') },
        ...(message.health.length > 0 && { description: message.health.join('\n') }),
      },
    ],
    [ref('patient'), patient(message, uuidFrom(referralId, 'patient'))],
    [ref('sender'), organisation(uuidFrom(referralId, 'sender'), message.sender)],
    [ref('receiver'), { ...organisation(uuidFrom(referralId, 'receiver'), message.receiver), name: receiver.name }],
  ];
  return {
    resourceType: 'Bundle',
    id: messageId,
    meta: { lastUpdated: authoredAt, profile: ['https://fhir.nhs.uk/StructureDefinition/BARSBundleMessage'] },
    type: 'message',
    timestamp: authoredAt,
    entry: resources.map(([fullUrl, resource]) => ({ fullUrl, resource })),
  };
}

const communityClass = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' };

function serviceRequest(message: OutboundReferral, ref: (name: string) => string): object {
  const { referralId, reasonForReferral, note, safeContact, accessNeeds, cancelledAs } = message;
  const notes = [note, safeContact && `Safe contact: ${safeContact}`, ...accessNeeds.map((need) => `Needs: ${need}`)];
  const status = cancelledAs === undefined ? 'active' : cancelledAs === 'REVOKED' ? 'revoked' : 'entered-in-error';
  return {
    resourceType: 'ServiceRequest',
    id: referralId,
    status,
    intent: 'plan',
    category: [
      {
        coding: [
          {
            system: 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest',
            code: 'referral',
            display: 'Transfer of Care',
          },
        ],
      },
    ],
    code: { text: message.programme },
    subject: { reference: ref('patient') },
    encounter: { reference: ref('encounter') },
    authoredOn: message.referredOn,
    requester: { reference: ref('sender') },
    performer: [{ reference: ref('service') }],
    ...(reasonForReferral !== undefined && { reasonCode: [{ text: reasonForReferral }] }),
    note: notes.filter((each) => each !== undefined && each !== '').map((each) => ({ text: each })),
  };
}

const patient = ({ person }: OutboundReferral, id: string): object => ({
  resourceType: 'Patient',
  id,
  ...(person.nhsNumber !== undefined && {
    identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: person.nhsNumber }],
  }),
  ...((person.familyName ?? person.givenName) !== undefined && {
    name: [
      {
        use: 'official',
        ...(person.familyName !== undefined && { family: person.familyName }),
        ...(person.givenName !== undefined && { given: [person.givenName] }),
      },
    ],
  }),
  ...(person.birthDate !== undefined && { birthDate: person.birthDate }),
});

const organisation = (id: string, code: string): object => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system: 'https://fhir.nhs.uk/id/ods-organization-code', value: code }],
});

/** The same UUID for the same name, so that a retry is the same body. */
function uuidFrom(id: string, name: string): string {
  const hex = createHash('sha256').update(`${id}\0${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
