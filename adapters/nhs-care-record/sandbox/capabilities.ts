/** What the sandbox can be asked for, as data: the routes and the CapabilityStatement read the same lists. */
const types =
  'Patient Condition Observation Encounter Appointment DocumentReference QuestionnaireResponse CarePlan Goal ServiceRequest Task Procedure MedicationRequest AllergyIntolerance Immunization DiagnosticReport CareTeam Flag Consent Practitioner PractitionerRole Organization Location';

export const searchableTypes: ReadonlySet<string> = new Set(types.split(' '));

const parameters = [
  ['_id', 'token'],
  ['_lastUpdated', 'date'],
  ['identifier', 'token'],
  ['patient', 'reference'],
  ['subject', 'reference'],
  ['code', 'token'],
  ['type', 'token'],
  ['category', 'token'],
  ['status', 'token'],
  ['questionnaire', 'token'],
].map(([name, type]) => ({ name, type }));

/** FHIR R4 CapabilityStatement (`GET /metadata`). */
export const capabilityStatement = (): object => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  implementation: { description: 'Shared care record, local sandbox: made-up people only' },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      security: { service: [{ coding: [{ code: 'OAuth' }], text: 'OAuth 2.0 client credentials' }] },
      interaction: [{ code: 'batch' }],
      resource: [...searchableTypes].map((type) => ({
        type,
        interaction: [{ code: 'read' }, { code: 'search-type' }],
        searchParam: parameters,
      })),
    },
  ],
});
