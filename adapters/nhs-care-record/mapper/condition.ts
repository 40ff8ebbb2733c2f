import type { Condition } from '../../records.js';
import { provenanceOf } from './provenance.js';
import { concept, concepts, securityLabels, statusCode, text, type Fhir } from '../../fhir.js';
import { choice, momentOf } from './words.js';

const onsetNames = choice('onset');
const abatementNames = choice('abatement');

/**
 * FHIR R4 Condition (UKCore-Condition 2.6.0, `reference/nhs-apis.md` 4.1).
 * An item entered in error stays, with `verificationStatus` saying so.
 */
export function mapCondition(resource: Fhir, retrievedAt: string): Condition {
  const onset = momentOf(resource, onsetNames);
  const abatement = momentOf(resource, abatementNames);
  const recordedDate = text(resource['recordedDate']);
  return {
    id: text(resource['id']),
    code: concept(resource['code']),
    clinicalStatus: statusCode(resource['clinicalStatus'], 'http://terminology.hl7.org/CodeSystem/condition-clinical'),
    verificationStatus: statusCode(
      resource['verificationStatus'],
      'http://terminology.hl7.org/CodeSystem/condition-ver-status',
    ),
    severity: concept(resource['severity']),
    categories: concepts(resource['category']),
    onset: onset.date,
    onsetText: onset.words,
    abatement: abatement.date,
    abatementText: abatement.words,
    recordedDate,
    securityLabels: securityLabels(resource),
    provenance: provenanceOf(retrievedAt, recordedDate),
  };
}
