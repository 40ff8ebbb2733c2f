/** A made-up person as the care record holds them: UK Core R4 resources, linked by a Patient id that tells nothing. */
import { createHash } from 'node:crypto';
import type { SandboxLabel, SandboxPerson } from '../../sandbox/person.js';
import { loinc, nhsNumberSystem, snomed } from '../mapper/codes.js';
import { projectFitNote } from './project-fit-note.js';

export interface ProjectedResource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

const profile = (name: string, labels: readonly SandboxLabel[] = []) => ({
  profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${name}`],
  ...(labels.length > 0 && { security: labels }),
});
/** Somebody else whom a resource names. */
const patientRef = (nhsNumber: string) => ({
  reference: `Patient/${idOf(nhsNumber)}`,
  identifier: { system: nhsNumberSystem, value: nhsNumber },
});
const hl7 = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

/** The same person always gets the same ids; an NHS number cannot be read out of them. */
export function projectPerson(person: SandboxPerson): readonly ProjectedResource[] {
  const id = idOf(person.nhsNumber);
  const subject = { reference: `Patient/${id}` };
  return [
    patient(person, id),
    ...person.conditions.map((condition, index) => ({
      resourceType: 'Condition',
      id: idOf(person.nhsNumber, 'condition', index),
      meta: profile('Condition'),
      clinicalStatus: hl7('condition-clinical', condition.status),
      verificationStatus: hl7('condition-ver-status', 'confirmed'),
      category: [hl7('condition-category', 'problem-list-item')],
      code: snomedConcept(condition.code, condition.display),
      subject,
      onsetDateTime: condition.onset,
      recordedDate: condition.onset,
    })),
    ...person.measures.map((measure, index) => ({
      resourceType: 'Observation',
      id: idOf(person.nhsNumber, 'measure', index),
      meta: profile('Observation', measure.labels),
      ...(measure.others && { focus: measure.others.map(patientRef) }),
      status: 'final',
      category: [hl7('observation-category', 'survey')],
      code: scoreConcepts[measure.instrument],
      subject,
      effectiveDateTime: measure.assessed,
      valueQuantity: { value: measure.total, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' },
    })),
    ...person.appointments.map((appointment, index) => ({
      resourceType: 'Appointment',
      id: idOf(person.nhsNumber, 'appointment', index),
      meta: profile('Appointment', appointment.labels),
      status: appointment.status,
      description: appointment.description,
      start: appointment.start,
      end: appointment.end,
      participant: [
        { actor: subject, status: 'accepted' },
        ...(appointment.others ?? []).map((nhsNumber) => ({
          actor: patientRef(nhsNumber),
          status: 'accepted',
        })),
        { actor: { type: 'Location', display: appointment.location }, status: 'accepted' },
      ],
    })),
    ...person.encounters.map((encounter, index) => ({
      resourceType: 'Encounter',
      id: idOf(person.nhsNumber, 'encounter', index),
      meta: profile('Encounter'),
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
      type: [snomedConcept(encounter.code, encounter.display)],
      subject,
      period: { start: encounter.start, end: encounter.end },
      serviceProvider: { display: encounter.provider },
    })),
    ...person.fitNotes.map((note, index) =>
      projectFitNote(note, idOf(person.nhsNumber, 'fit-note', index), subject, index),
    ),
  ];
}

function patient(person: SandboxPerson, id: string): ProjectedResource {
  const labels = { R: 'restricted', V: 'very restricted' } as Readonly<Record<string, string>>;
  const display = labels[person.restriction];
  const security = [
    { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: person.restriction, display },
  ];
  return {
    resourceType: 'Patient',
    id,
    meta: { ...profile('Patient'), ...(display !== undefined && { security }) },
    identifier: [{ system: nhsNumberSystem, value: person.nhsNumber }],
    name: [{ use: 'official', prefix: [person.prefix], given: [person.givenName], family: person.familyName }],
    gender: person.sex,
    birthDate: person.birthDate,
    ...(person.deceasedAt !== undefined && { deceasedDateTime: person.deceasedAt }),
  };
}

const scoreConcepts = {
  PHQ_9: {
    coding: [
      { system: snomed, code: '720433000', display: 'PHQ-9 (Patient Health Questionnaire 9) score' },
      { system: loinc, code: '44261-6' },
    ],
  },
  GAD_7: {
    coding: [
      { system: snomed, code: '445455005', display: 'GAD-7 (Generalised Anxiety Disorder 7) score' },
      { system: loinc, code: '70274-6' },
    ],
  },
};

const snomedConcept = (code: string, display: string) => ({ coding: [{ system: snomed, code, display }] });

/** A UUID-shaped digest. */
function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
