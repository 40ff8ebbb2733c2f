/**
 * A ledger record as FHIR R4 Provenance: where what was shown came from, who let it out under which policy, and the record's hash
 * in the ledger, by which the audit event can be proved.
 */
import type { LedgerDocument } from '../../store/documents.js';
import { concept, hubUri, purposeOf } from './codes.js';
import { fhirId, type ExportNames } from './names.js';

type Resource = Readonly<Record<string, unknown>>;

/** Undefined where nothing was shown: there is nothing whose provenance it could be. */
export function provenanceOf(record: LedgerDocument, names: ExportNames): Resource | undefined {
  const shown = record.lines.filter(({ outcome }) => outcome === 'PERMITTED');
  if (shown.length === 0 || record.clientId === undefined) return undefined;
  const { viewer, policyVersion } = record;
  const sources = [...new Set(shown.flatMap((line) => line.sources))];
  const organisation = (code: string): Resource => ({
    identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: code },
  });
  const agentType = (code: string) =>
    concept('http://terminology.hl7.org/CodeSystem/provenance-participant-type', code);
  return {
    resourceType: 'Provenance',
    id: fhirId(record.id),
    target: [
      { reference: `AuditEvent/${fhirId(record.id)}` },
      { identifier: { system: `${hubUri}:client`, value: names.patient(record.clientId) }, type: 'Patient' },
    ],
    occurredDateTime: record.at,
    recorded: record.at,
    policy: [...new Set(shown.map(({ rule }) => `${hubUri}:policy:${policyVersion}:${rule}`))],
    reason: [purposeOf(viewer.purpose)],
    activity: concept('http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle', 'disclose'),
    agent: [
      { type: agentType('custodian'), who: organisation(names.operator) },
      { type: agentType('enterer'), who: organisation(viewer.organisation) },
    ],
    entity: [
      ...sources.map((source) => ({
        role: 'source',
        what: { identifier: { system: `${hubUri}:source`, value: source } },
      })),
      { role: 'source', what: { identifier: { system: `${hubUri}:ledger:sha-256`, value: record.hash } } },
    ],
  };
}
