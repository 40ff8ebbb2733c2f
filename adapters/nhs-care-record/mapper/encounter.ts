import type { Encounter } from '../../records.js';
import { provenanceOf } from './provenance.js';
import { coding, concepts, object, period, securityLabels, text, type Fhir } from '../../fhir.js';

/** FHIR R4 Encounter (UKCore-Encounter 2.5.0). The provider is the name that the reference carries; none is looked up. */
export function mapEncounter(resource: Fhir, retrievedAt: string): Encounter {
  const { start, end } = period(resource['period']);
  return {
    id: text(resource['id']),
    status: text(resource['status']),
    class: coding(resource['class']),
    types: concepts(resource['type']),
    reasons: concepts(resource['reasonCode']),
    start,
    end,
    serviceProvider: text(object(resource['serviceProvider'])?.['display']),
    securityLabels: securityLabels(resource),
    provenance: provenanceOf(retrievedAt, null),
  };
}
