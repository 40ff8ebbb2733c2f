/**
 * A ledger record as FHIR R4 AuditEvent by IHE BALP 1.1.4 (profiles.ihe.net/ITI/BALP). One event for one record, and so one for
 * each patient. Minimal: who, whom, what kind of data, why and on which rule; never an item of the data.
 *
 * | record | profile |
 * | --- | --- |
 * | something of a client was shown, or a client was found | PatientQuery |
 * | all was refused, or the client was not told of | AuthZconsent, outcome 8 |
 * | nobody was found, or no client was asked about | Query |
 */
import type { LedgerDocument, LedgerLine } from '../../store/documents.js';
import { balp, concept, dicom, entityType, hubUri, objectRole, purposeOf } from './codes.js';
import { fhirId, type ExportNames } from './names.js';

type Resource = Readonly<Record<string, unknown>>;

export function auditEventOf(record: LedgerDocument, names: ExportNames): Resource {
  const isDenied = record.clientId !== undefined && !record.lines.some(({ outcome }) => outcome === 'PERMITTED');
  const refused = record.lines.filter(({ outcome }) => outcome !== 'PERMITTED');
  return {
    resourceType: 'AuditEvent',
    id: fhirId(record.id),
    meta: { profile: [`${balp}/StructureDefinition/IHE.BasicAudit.${profileOf(record, isDenied)}`] },
    ...(isDenied ? denial : query),
    recorded: record.at,
    outcome: isDenied ? '8' : '0',
    ...(refused.length > 0 && { outcomeDesc: `not shown: ${refused.map(reasonOf).join(', ')}` }),
    purposeOfEvent: [purposeOf(record.viewer.purpose)],
    agent: isDenied ? denialAgents(record, names) : queryAgents(record, names),
    source: {
      site: names.operator,
      observer: { display: 'Work & Health Hub' },
      type: [{ system: 'http://terminology.hl7.org/CodeSystem/security-source-type', code: isDenied ? '6' : '4' }],
    },
    entity: [
      ...patientEntity(record, names),
      ...(isDenied ? consentEntities(record.lines, names, true) : [queryEntity(record, names)]),
      ...(isDenied ? [] : consentEntities(record.lines, names, false)),
      {
        type: { system: `${balp}/CodeSystem/BasicAuditEntityType`, code: 'XrequestId' },
        what: { identifier: { value: record.correlationId } },
      },
      ...record.lines.map(lineEntity),
    ],
  };
}

const profileOf = ({ clientId }: LedgerDocument, isDenied: boolean): string =>
  clientId === undefined ? 'Query' : isDenied ? 'AuthZconsent' : 'PatientQuery';

const query = {
  type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
  subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: 'search' }],
  action: 'E',
};

const denial = {
  type: { system: dicom, code: '110113', display: 'Security Alert' },
  subtype: [{ system: `${balp}/CodeSystem/AuthZsubType`, code: 'AuthZ-Consent' }],
  action: 'E',
};

const reasonOf = ({ category, section, reason, outcome }: LedgerLine): string =>
  `${category ?? section} (${reason ?? outcome})`;

/** The caller's system is known by its organisation: no address of a machine is in a record. */
const networkOf = (organisation: string): Resource => ({
  address: `${hubUri}:organisation:${organisation}`,
  type: '5',
});

function user({ viewer, policyVersion, lines }: LedgerDocument): Resource {
  return {
    type: concept('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', 'IRCP'),
    role: [concept(`${hubUri}:audience`, viewer.audience)],
    who: {
      identifier: {
        system: `${hubUri}:organisation:${viewer.organisation}:subject`,
        value: viewer.subject,
      },
    },
    requestor: true,
    policy: [...new Set(lines.map(({ rule }) => `${hubUri}:policy:${policyVersion}:${rule}`))],
    purposeOfUse: [purposeOf(viewer.purpose)],
  };
}

const organisation = (code: string): Resource => ({
  identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: code },
});

/** Whoever a system called for stands beside the user, as the token named them. */
const onBehalfOf = ({ viewer }: LedgerDocument): readonly Resource[] =>
  viewer.onBehalfOf === undefined
    ? []
    : [
        {
          type: concept(`${hubUri}:agent`, 'ON_BEHALF_OF'),
          who: { identifier: { system: `${hubUri}:on-behalf-of`, value: viewer.onBehalfOf } },
          requestor: false,
        },
      ];

/** The application that was used, as its issuer names it. */
const application = ({ viewer }: LedgerDocument): readonly Resource[] =>
  viewer.application === undefined
    ? []
    : [
        {
          type: concept(`${hubUri}:agent`, 'APPLICATION'),
          who: { identifier: { system: `${hubUri}:application`, value: viewer.application } },
          requestor: false,
        },
      ];

function queryAgents(record: LedgerDocument, { operator }: ExportNames): readonly Resource[] {
  const { viewer } = record;
  return [
    {
      type: concept(dicom, '110153'),
      who: organisation(viewer.organisation),
      requestor: false,
      network: networkOf(viewer.organisation),
    },
    { type: concept(dicom, '110152'), who: organisation(operator), requestor: false, network: networkOf(operator) },
    user(record),
    ...onBehalfOf(record),
    ...application(record),
  ];
}

function denialAgents(record: LedgerDocument, { operator }: ExportNames): readonly Resource[] {
  const { viewer } = record;
  return [
    {
      type: concept(dicom, '110150'),
      who: organisation(viewer.organisation),
      requestor: false,
      network: networkOf(viewer.organisation),
    },
    user(record),
    {
      type: concept('http://terminology.hl7.org/CodeSystem/v3-RoleClass', 'PROV'),
      who: organisation(viewer.organisation),
      requestor: false,
    },
    {
      type: concept('http://terminology.hl7.org/CodeSystem/extra-security-role-type', 'authserver'),
      who: organisation(operator),
      requestor: false,
    },
    ...onBehalfOf(record),
    ...application(record),
  ];
}

function patientEntity({ clientId }: LedgerDocument, { patient }: ExportNames): readonly Resource[] {
  if (clientId === undefined) return [];
  const [type, role] = [
    { system: entityType, code: '1' },
    { system: objectRole, code: '1' },
  ];
  return [{ what: { identifier: { system: `${hubUri}:client`, value: patient(clientId) } }, type, role }];
}

/** The operation as it was asked, but for its literal values and its variables: those may be identifiers, and stand nowhere in the ledger. */
const queryEntity = ({ operation }: LedgerDocument, names: ExportNames): Resource => ({
  type: { system: entityType, code: '2' },
  role: { system: objectRole, code: '24' },
  query: Buffer.from(
    [`GraphQL ${operation.name}`, `sha-256: ${operation.digest}`, '', names.operation(operation.digest) ?? ''].join(
      '\n',
    ),
  ).toString('base64'),
});

function consentEntities(lines: readonly LedgerLine[], { consent }: ExportNames, evenIfNone: boolean) {
  const type = { system: 'http://hl7.org/fhir/resource-types', code: 'Consent' };
  const versions = [...new Set(lines.flatMap(({ consents }) => consents))];
  if (versions.length === 0 && evenIfNone) return [{ type, what: { display: 'No consent was counted' } }];
  return versions.map((version) => ({
    type,
    what: { identifier: { system: `${hubUri}:consent`, value: consent(version) } },
  }));
}

function lineEntity({ section, category, outcome, basis, rule, reason, sources }: LedgerLine): Resource {
  const detail = {
    outcome,
    basis,
    rule,
    ...(reason && { reason }),
    ...(sources.length > 0 && { sources: sources.join(' ') }),
  };
  return {
    type: { system: entityType, code: '2' },
    role: { system: objectRole, code: '4' },
    name: category ?? section,
    detail: Object.entries(detail).map(([type, valueString]) => ({ type, valueString })),
  };
}
