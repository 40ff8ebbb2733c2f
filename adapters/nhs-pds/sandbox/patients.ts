/** The people of a sandbox as PDS Patients, and what an application may see of each (`reference/nhs-apis.md` 1.5, 1.6). */
import type { SandboxPerson } from '../../sandbox/person.js';
import { isObject, objects, text, type Fhir } from '../../fhir.js';

/** One record; `visible` is what leaves the server. */
export interface SandboxPatient {
  readonly nhsNumber: string;
  readonly restriction: SandboxPerson['restriction'];
  readonly superseded: boolean;
  /** For searching: the whole record. */
  readonly whole: Fhir;
  readonly visible: Fhir;
}

export interface SandboxPatients {
  readonly all: readonly SandboxPatient[];
  /** By NHS number, old numbers leading to the record that replaced them. */
  find(nhsNumber: string): SandboxPatient | undefined;
}

/** `extraPatients` are FHIR Patients, served as they are by their NHS number. */
export function createPatients(people: readonly SandboxPerson[], extraPatients: readonly unknown[]): SandboxPatients {
  const all = [...people.map(ownPatient), ...extraPatients.filter(isObject).flatMap(extraPatient)];
  const byNumber = new Map(all.map((patient) => [patient.nhsNumber, patient]));
  for (const { supersededBy, ...person } of people) {
    if (supersededBy === undefined) continue;
    const current = byNumber.get(supersededBy) ?? ownPatient({ ...person, nhsNumber: supersededBy });
    if (!byNumber.has(supersededBy)) all.push(current);
    byNumber.set(supersededBy, current).set(person.nhsNumber, current);
  }
  return { all, find: (nhsNumber) => byNumber.get(nhsNumber) };
}

function ownPatient(person: SandboxPerson): SandboxPatient {
  const whole = project(person);
  return {
    nhsNumber: person.nhsNumber,
    restriction: person.restriction,
    superseded: person.supersededBy !== undefined,
    whole,
    visible: strip(whole, person.restriction),
  };
}

function extraPatient(patient: Fhir): readonly SandboxPatient[] {
  const identifier = objects(patient['identifier']).find(({ system }) => system === nhsNumberSystem);
  const nhsNumber = text(identifier?.['value']);
  if (nhsNumber === null) return [];
  return [{ nhsNumber, restriction: 'U', superseded: false, whole: patient, visible: patient }];
}

/** R hides where a person is; V who they are as well. */
const hidden: Readonly<Record<SandboxPerson['restriction'], readonly string[]>> = {
  U: [],
  R: ['address', 'telecom', 'generalPractitioner'],
  V: ['address', 'telecom', 'generalPractitioner', 'name', 'birthDate'],
  // Never shown at all.
  REDACTED: [],
};

const strip = (patient: Fhir, restriction: SandboxPerson['restriction']): Fhir =>
  Object.fromEntries(Object.entries(patient).filter(([member]) => !hidden[restriction].includes(member)));

const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
const displays = { U: 'unrestricted', R: 'restricted', V: 'very restricted', REDACTED: 'redacted' };

function project(person: SandboxPerson): Fhir {
  const period = { start: person.birthDate };
  return {
    resourceType: 'Patient',
    id: person.nhsNumber,
    identifier: [
      {
        system: nhsNumberSystem,
        value: person.nhsNumber,
        extension: [
          {
            url: `${ukCore}NHSNumberVerificationStatus`,
            valueCodeableConcept: concept('NHSNumberVerificationStatus', '01', 'Number present and verified'),
          },
        ],
      },
    ],
    meta: {
      versionId: '2',
      security: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
          code: person.restriction,
          display: displays[person.restriction],
        },
      ],
    },
    name: [
      {
        id: 'name1',
        use: 'usual',
        period,
        given: [person.givenName],
        family: person.familyName,
        prefix: [person.prefix],
      },
    ],
    gender: person.sex,
    birthDate: person.birthDate,
    ...(person.deceasedAt !== undefined && death(person.deceasedAt)),
    generalPractitioner: [
      {
        id: 'gp1',
        type: 'Organization',
        identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: person.generalPractice, period },
      },
    ],
    telecom: [{ id: 'tel1', period, system: 'phone', value: person.phone, use: 'home' }],
    address: [{ id: 'addr1', period, use: 'home', line: person.addressLines, postalCode: person.postcode }],
  };
}

const death = (at: string): Fhir => ({
  deceasedDateTime: at,
  extension: [
    {
      url: `${ukCore}DeathNotificationStatus`,
      extension: [
        {
          url: 'deathNotificationStatus',
          valueCodeableConcept: concept(
            'DeathNotificationStatus',
            '2',
            'Formal - death notice received from Registrar of Deaths',
          ),
        },
        { url: 'systemEffectiveDate', valueDateTime: at },
      ],
    },
  ],
});

const concept = (list: string, code: string, display: string): Fhir => ({
  coding: [{ system: `https://fhir.hl7.org.uk/CodeSystem/UKCore-${list}`, version: '1.0.0', code, display }],
});
