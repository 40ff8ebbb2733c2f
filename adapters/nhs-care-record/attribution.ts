/** Whose a returned resource is. Servers have answered a search with everybody's resources (fhir-works #138): check. */
import type { OtherSubject } from '../contract.js';
import { nhsNumberSystem } from './mapper/codes.js';
import { object, objects, text, type Fhir } from '../fhir.js';

export interface AskedPatients<Owner> {
  readonly byPatientId: ReadonlyMap<string, readonly Owner[]>;
  readonly byNhsNumber: ReadonlyMap<string, readonly Owner[]>;
  /** The care record's base URL, without a trailing slash: an absolute reference to another server is another person. */
  readonly baseUrl: string;
}

/** Somebody whom a resource names and who was not asked for: by NHS number where it says so, else nobody knows who. */
export type Stranger = Exclude<OtherSubject, { kind: 'client' }>;

export type Attribution<Owner> =
  | { readonly kind: 'owned'; readonly owners: readonly Owner[]; readonly strangers: readonly Stranger[] }
  /** It names somebody who was not asked for. */
  | { readonly kind: 'foreign' }
  /** It names nobody, so that it may belong to somebody who was asked for. */
  | { readonly kind: 'nobody' };

/** `subject` or `patient`, the participating patients of an Appointment, and an Observation's `focus` where that is a patient. */
export function attribute<Owner>(resource: Fhir, asked: AskedPatients<Owner>): Attribution<Owner> {
  const named = patientsNamedIn(resource);
  const [only] = named;
  if (!only) return { kind: 'nobody' };
  if (named.length === 1) {
    // Nearly always one, and once for every resource of every page.
    const owners = ownersOf(only, asked);
    if (owners.length === 0) return { kind: 'foreign' };
    return { kind: 'owned', owners: owners.length === 1 ? owners : [...new Set(owners)], strangers: none };
  }
  const owners = new Set(named.flatMap((reference) => ownersOf(reference, asked)));
  if (owners.size === 0) return { kind: 'foreign' };
  const strangers = named.filter((reference) => ownersOf(reference, asked).length === 0).map(strangerIn);
  return { kind: 'owned', owners: [...owners], strangers };
}

const none: readonly Stranger[] = [];

function strangerIn(reference: Fhir): Stranger {
  const identifier = object(reference['identifier']);
  const nhsNumber = identifier?.['system'] === nhsNumberSystem ? text(identifier['value']) : null;
  return nhsNumber === null ? { kind: 'unknown' } : { kind: 'number', nhsNumber };
}

function patientsNamedIn(resource: Fhir): readonly Fhir[] {
  const subject = object(resource['subject']) ?? object(resource['patient']);
  const first = subject && names(subject) ? [subject] : [];
  // Nearly no resource has either.
  if (resource['participant'] === undefined && resource['focus'] === undefined) return first;
  const actors = objects(resource['participant']).map((participant) => object(participant['actor']));
  const others = [...actors, ...objects(resource['focus'])];
  return [...first, ...others.filter((each): each is Fhir => each !== null && isPatient(each))];
}

const names = (reference: Fhir): boolean =>
  text(reference['reference']) !== null || object(reference['identifier']) !== null;

const isPatient = (actor: Fhir): boolean =>
  /(?:^|\/)Patient\//.test(text(actor['reference']) ?? '') ||
  object(actor['identifier'])?.['system'] === nhsNumberSystem;

/** `Patient/id` or `<base>/Patient/id`, with or without a version. */
const patientReference = /^(?:(.*)\/)?Patient\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;

function ownersOf<Owner>(reference: Fhir, asked: AskedPatients<Owner>): readonly Owner[] {
  const given = text(reference['reference']);
  if (given !== null) {
    const known = given.startsWith('Patient/') ? asked.byPatientId.get(given.slice('Patient/'.length)) : undefined;
    if (known) return known;
    const [, base, id = ''] = patientReference.exec(given) ?? [];
    if (base !== undefined && base !== asked.baseUrl) return [];
    return asked.byPatientId.get(id) ?? [];
  }
  const identifier = object(reference['identifier']);
  if (identifier?.['system'] !== nhsNumberSystem) return [];
  return asked.byNhsNumber.get(text(identifier['value']) ?? '') ?? [];
}
