/** A referral that comes in by the Booking and Referral Standard, read: what its sender asks for, or why it cannot be taken. Pure. */
import { codings, isObject, object, objects, text, type Fhir } from '../fhir.js';
import { malformed, type Parties, type Refused, unsupported } from './inbound-parts.js';

/** What a `servicerequest-request` asks for. Ids of services are those of the Directory of Services. */
export interface InboundRequest extends Parties {
  readonly kind: 'NEW' | 'UPDATE' | 'CANCEL';
  /** The sender's own id of the referral, by which it asks for it later: a UUID, in lower case. */
  readonly referralId: string;
  /** Of a cancellation: no longer wanted, or a mistake from the start. */
  readonly cancelledAs?: 'REVOKED' | 'ENTERED_IN_ERROR';
  /** Coded by the sender in the hub's own list; whoever takes the message in knows the list. */
  readonly reason?: string;
  readonly person: InboundPerson;
  /** Why it is asked for, in the sender's words. */
  readonly reasonForReferral?: string;
  readonly notes: readonly string[];
}

/** Whom it is about: by number, or by name and day of birth. */
export type InboundPerson =
  | { readonly kind: 'number'; readonly nhsNumber: string }
  | { readonly kind: 'details'; readonly givenName: string; readonly familyName: string; readonly birthDate: string };

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** What says nothing of a person's health; everything else is clinical, or cannot be known not to be. */
const plain: ReadonlySet<unknown> = new Set([
  'MessageHeader',
  'ServiceRequest',
  'HealthcareService',
  'Encounter',
  'CarePlan',
  'Patient',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Consent',
]);
/** Where a CarePlan says more than that there is one. */
const tellsOfHealth = ['description', 'activity', 'note', 'addresses', 'goal', 'supportingInfo'] as const;

export function readRequest(
  header: Fhir,
  entries: readonly Fhir[],
  parties: Parties,
): { readonly kind: 'request'; readonly request: InboundRequest } | Refused {
  const resources = entries.flatMap(({ resource }) => (isObject(resource) ? [resource] : []));
  const requests = resources.filter((each) => each['resourceType'] === 'ServiceRequest');
  const patients = resources.filter((each) => each['resourceType'] === 'Patient');
  const [request] = requests;
  const [patient] = patients;
  if (!request || requests.length > 1) return malformed('required', 'Exactly one ServiceRequest is required.');
  if (!patient || patients.length > 1) return malformed('required', 'Exactly one Patient is required.');
  const categories = objects(request['category']).flatMap((each) => codings(each['coding']));
  if (!categories.some(({ code }) => code === 'referral')) {
    return unsupported('This service takes referrals; a ServiceRequest of another category is not taken.');
  }
  const fullUrl = text(entries.find(({ resource }) => resource === request)?.['fullUrl']);
  const referralId = (text(request['id']) ?? fullUrl?.replace(/^urn:uuid:/, ''))?.toLowerCase();
  if (referralId === undefined || !uuid.test(referralId)) {
    return malformed(
      'value',
      'ServiceRequest.id, or its fullUrl, must be a UUID: it is what later messages and reads name.',
    );
  }
  const kind = kindOf(reasonOf(header), text(request['status']));
  if (typeof kind !== 'string' && 'status' in kind) return kind;
  const isCancelled = typeof kind !== 'string';
  const person = personIn(patient);
  if (!person) {
    return malformed('required', 'Patient needs an NHS number, or a family name, a given name and a day of birth.');
  }
  const clinical = isCancelled ? undefined : resources.find(isClinical);
  if (clinical) {
    return unsupported(
      `The message has clinical content in a ${String(clinical['resourceType'])}. This service takes what a ServiceRequest says in reasonCode and note, and nothing of a person’s health without their own consent: send the referral without it.`,
    );
  }
  const reasonForReferral = reasonIn(request);
  const notes = objects(request['note']).flatMap((each) => text(each['text']) ?? []);
  if (kind === 'NEW' && reasonForReferral === undefined) {
    return malformed('required', 'ServiceRequest.reasonCode must say in words why the person is referred.');
  }
  if (kind === 'UPDATE' && notes.length === 0) {
    return malformed('required', 'An update says in ServiceRequest.note what is new.');
  }
  const reason = codings(objects(request['reasonCode']).flatMap((each) => objects(each['coding']))).find(
    ({ system }) => system === referralReasonSystem,
  )?.code;
  return {
    kind: 'request',
    request: {
      ...parties,
      kind: isCancelled ? 'CANCEL' : kind,
      referralId,
      ...(isCancelled && { cancelledAs: kind.cancelledAs }),
      ...(reason != null && { reason }),
      person,
      ...(reasonForReferral !== undefined && { reasonForReferral }),
      notes,
    },
  };
}

/** The system in which either side codes a reason: the hub's own list (`schema/referral.graphql`). */
export const referralReasonSystem = 'urn:work-health-hub:referral-reason';

const reasonOf = (header: Fhir): string | undefined =>
  codings(object(header['reason'])?.['coding'])[0]?.code ?? undefined;

/** New is active; a cancellation is an update that is revoked or entered in error (reference/nhs-apis.md 5.2). */
function kindOf(
  reason: string | undefined,
  status: string | null,
): 'NEW' | 'UPDATE' | { readonly cancelledAs: 'REVOKED' | 'ENTERED_IN_ERROR' } | Refused {
  switch (`${reason ?? ''} ${status ?? ''}`) {
    case 'new active':
      return 'NEW';
    case 'update active':
      return 'UPDATE';
    case 'update revoked':
      return { cancelledAs: 'REVOKED' };
    case 'update entered-in-error':
      return { cancelledAs: 'ENTERED_IN_ERROR' };
    default:
      return unsupported(
        'MessageHeader.reason and ServiceRequest.status must be new and active, update and active, or update and revoked or entered-in-error.',
      );
  }
}

function personIn(patient: Fhir): InboundPerson | undefined {
  const nhsNumber = objects(patient['identifier'])
    .filter(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number')
    .flatMap(({ value }) => text(value)?.replaceAll(' ', '') ?? [])[0];
  if (nhsNumber !== undefined) return { kind: 'number', nhsNumber };
  const names = objects(patient['name']);
  const name = names.find(({ use }) => use === 'official') ?? names[0];
  const given = Array.isArray(name?.['given']) ? text(name['given'][0]) : null;
  const [family, birthDate] = [text(name?.['family']), text(patient['birthDate'])];
  return given !== null && family !== null && birthDate !== null && /^\d{4}-\d\d-\d\d$/.test(birthDate)
    ? { kind: 'details', givenName: given, familyName: family, birthDate }
    : undefined;
}

/** In words: what a reason says itself, else what its code is displayed as. A code of the hub's own list is none. */
function reasonIn(request: Fhir): string | undefined {
  const said = objects(request['reasonCode']).flatMap((each) => {
    const words = text(each['text']);
    if (words !== null) return [words];
    return codings(each['coding']).flatMap(({ system, display }) =>
      system === referralReasonSystem || display === null ? [] : [display],
    );
  });
  return said.length === 0 ? undefined : said.join('; ');
}

function isClinical(resource: Fhir): boolean {
  const type = resource['resourceType'];
  if (!plain.has(type)) return true;
  if (type === 'Encounter') return resource['reasonCode'] !== undefined || resource['diagnosis'] !== undefined;
  return type === 'CarePlan' && tellsOfHealth.some((field) => hasAny(resource[field]));
}

const hasAny = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isObject(value) || text(value) !== null;
