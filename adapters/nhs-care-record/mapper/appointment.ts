import type { Appointment } from '../../records.js';
import { provenanceOf } from './provenance.js';
import { concepts, labelled, object, objects, text, type Fhir } from '../../fhir.js';

/** FHIR R4 Appointment (UKCore-Appointment 1.3.0). The location is the name of the participating Location. */
export function mapAppointment(resource: Fhir, retrievedAt: string): Appointment {
  const place = objects(resource['participant'])
    .map((participant) => object(participant['actor']))
    .find((actor) => isLocation(actor));
  return {
    id: text(resource['id']),
    status: text(resource['status']),
    start: text(resource['start']),
    end: text(resource['end']),
    serviceTypes: concepts(resource['serviceType']),
    description: text(resource['description']),
    location: text(place?.['display']),
    ...labelled(resource),
    provenance: provenanceOf(retrievedAt, text(resource['created'])),
  };
}

const isLocation = (actor: Fhir | null): boolean =>
  actor?.['type'] === 'Location' || /(?:^|\/)Location[/?]/.test(text(actor?.['reference']) ?? '');
