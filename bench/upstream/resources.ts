/**
 * FHIR R4 resources in the dress that UK Core systems send them in: profile, narrative, identifiers, extensions, display
 * names, notes. Written after the UK Core examples; 9 to 40 KB for one person and type.
 */
import { createRandom, type Random } from '../../src/demo/random.js';
import * as words from '../../src/demo/words.js';
import { guidOf, type BenchPerson } from './people.js';

export type Resource = Readonly<Record<string, unknown>> & { readonly resourceType: string; readonly id: string };
export const resourceTypes = ['Condition', 'Observation', 'Encounter', 'Appointment'] as const;
export type ResourceType = (typeof resourceTypes)[number];

const counts: Readonly<Record<ResourceType, number>> = { Condition: 14, Observation: 15, Encounter: 9, Appointment: 5 };
const dayMs = 86_400_000;
const anchor = Date.UTC(2026, 9, 30, 9, 30);

/** All of one type that a care record holds about a person, most recent first. */
export function resourcesOf(person: BenchPerson, type: ResourceType): readonly Resource[] {
  const random = createRandom(person.index * 16 + resourceTypes.indexOf(type) + 1);
  let at = anchor;
  return Array.from({ length: counts[type] + random.integer(-1, 1) }, (_, number) => {
    at -= random.integer(3, 40) * dayMs;
    const common = commonOf(person, type, number, at);
    return builders[type](person, common, new Date(at), random);
  });
}

type Common = Readonly<Record<string, unknown>> & { readonly id: string };

function commonOf(person: BenchPerson, type: ResourceType, number: number, at: number): Common {
  return {
    id: guidOf(`${type} ${person.index} ${number}`),
    meta: {
      versionId: '3',
      lastUpdated: new Date(at + 2 * dayMs).toISOString(),
      source: 'urn:ods:RX1:epr',
      profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`],
    },
    identifier: [
      {
        use: 'official',
        system: `https://epr.northshire.nhs.example/id/${type.toLowerCase()}`,
        value: guidOf(`identifier ${type} ${person.index} ${number}`),
        assigner: { reference: 'Organization/RX1', display: 'Northshire University Hospitals NHS Foundation Trust' },
      },
    ],
  };
}

const coding = (system: string, code: string, display: string): object => ({ system, code, display });
const snomed = (code: string, display: string): object => ({
  extension: [
    {
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-coding-sctdescid',
      extension: [
        { url: 'descriptionId', valueId: `${code}019` },
        { url: 'descriptionDisplay', valueString: display },
      ],
    },
  ],
  ...coding('http://snomed.info/sct', code, display),
  userSelected: true,
});
const narrative = (title: string, rows: readonly (readonly [string, string])[]): object => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><h3>${title}</h3><table>${rows
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`)
    .join('')}</table></div>`,
});
const subject = (person: BenchPerson): object => ({
  reference: `Patient/${person.patientId}`,
  display: `${person.familyName.toUpperCase()}, ${person.givenName}`,
});
const clinician = { reference: 'Practitioner/C3540987', display: 'Dr Adaeze Okafor, General Medical Practitioner' };
const trust = { reference: 'Organization/RX1', display: 'Northshire University Hospitals NHS Foundation Trust' };
const hl7 = 'http://terminology.hl7.org/CodeSystem';

type Build = (person: BenchPerson, common: Common, at: Date, random: Random) => Resource;

const builders: Readonly<Record<ResourceType, Build>> = {
  Condition(person, common, at, random) {
    const [code, display] = random.pick(words.conditions);
    const status = random.pick(['active', 'resolved'] as const);
    const date = at.toISOString().slice(0, 10);
    return {
      resourceType: 'Condition',
      ...common,
      text: narrative(`Problem: ${display}`, [
        ['Status', status],
        ['Onset', date],
        ['Recorded by', clinician.display],
      ]),
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ConditionEpisode',
          valueCodeableConcept: {
            coding: [coding('https://fhir.hl7.org.uk/CodeSystem/UKCore-ConditionEpisodicity', 'new', 'New')],
          },
        },
      ],
      clinicalStatus: { coding: [coding(`${hl7}/condition-clinical`, status, status)] },
      verificationStatus: { coding: [coding(`${hl7}/condition-ver-status`, 'confirmed', 'Confirmed')] },
      category: [{ coding: [coding(`${hl7}/condition-category`, 'problem-list-item', 'Problem List Item')] }],
      code: { coding: [snomed(code, display)], text: display },
      subject: subject(person),
      encounter: { reference: `Encounter/${guidOf(`encounter ${common.id}`)}` },
      onsetDateTime: date,
      recordedDate: date,
      recorder: clinician,
      asserter: clinician,
      note: [
        {
          authorReference: clinician,
          time: at.toISOString(),
          text: 'Discussed at review; see the letter of the same day.',
        },
      ],
    };
  },
  Observation(person, common, at, random) {
    const [code, display, unit, low, high] = random.pick(readings);
    const value = random.integer(low - 5, high + 5);
    const quantity = (amount: number): object => ({
      value: amount,
      unit,
      system: 'http://unitsofmeasure.org',
      code: unit,
    });
    return {
      resourceType: 'Observation',
      ...common,
      text: narrative(display, [
        ['Result', `${value} ${unit}`],
        ['Reference', `${low} to ${high} ${unit}`],
      ]),
      status: 'final',
      category: [{ coding: [coding(`${hl7}/observation-category`, 'laboratory', 'Laboratory')] }],
      code: { coding: [snomed(code, display)], text: display },
      subject: subject(person),
      encounter: { reference: `Encounter/${guidOf(`encounter ${common.id}`)}` },
      effectiveDateTime: at.toISOString(),
      issued: new Date(at.getTime() + dayMs / 2).toISOString(),
      performer: [trust],
      valueQuantity: quantity(value),
      interpretation: [
        {
          coding: [
            coding(`${hl7}/v3-ObservationInterpretation`, value > high ? 'H' : 'N', value > high ? 'High' : 'Normal'),
          ],
        },
      ],
      specimen: { reference: `Specimen/${guidOf(`specimen ${common.id}`)}` },
      referenceRange: [
        {
          low: quantity(low),
          high: quantity(high),
          type: { coding: [coding(`${hl7}/referencerange-meaning`, 'normal', 'Normal Range')] },
        },
      ],
    };
  },
  Encounter(person, common, at, random) {
    const [code, display] = random.pick(contacts);
    const period = { start: at.toISOString(), end: new Date(at.getTime() + 1_800_000).toISOString() };
    return {
      resourceType: 'Encounter',
      ...common,
      text: narrative(display, [
        ['From', period.start],
        ['To', period.end],
        ['With', clinician.display],
        ['At', trust.display],
      ]),
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-OutcomeOfAttendance',
          valueCodeableConcept: {
            coding: [
              coding(
                'https://fhir.hl7.org.uk/CodeSystem/UKCore-OutcomeOfAttendance',
                '1',
                'Discharged from consultant care',
              ),
            ],
          },
        },
      ],
      status: 'finished',
      class: coding(`${hl7}/v3-ActCode`, 'AMB', 'ambulatory'),
      type: [{ coding: [snomed(code, display)], text: display }],
      serviceType: { coding: [snomed('788002001', 'Adult mental health service')] },
      priority: { coding: [coding(`${hl7}/v3-ActPriority`, 'R', 'routine')] },
      subject: subject(person),
      participant: [
        {
          type: [{ coding: [coding(`${hl7}/v3-ParticipationType`, 'PPRF', 'primary performer')] }],
          period,
          individual: clinician,
        },
      ],
      period,
      length: { value: 30, unit: 'minute', system: 'http://unitsofmeasure.org', code: 'min' },
      reasonCode: [{ coding: [snomed('422587007', 'Review')], text: 'Review' }],
      location: [
        {
          location: { reference: 'Location/RX1-OPD', display: 'Outpatient department, Northshire Infirmary' },
          status: 'completed',
          period,
        },
      ],
      serviceProvider: trust,
    };
  },
  Appointment(person, common, at, random) {
    const description = random.pick(['Physiotherapy', 'Medication review', 'Talking therapy', 'Blood test'] as const);
    const participant = (reference: string, display: string): object => ({
      type: [{ coding: [coding(`${hl7}/v3-ParticipationType`, 'ATND', 'attender')] }],
      actor: { reference, display },
      required: 'required',
      status: 'accepted',
    });
    return {
      resourceType: 'Appointment',
      ...common,
      text: narrative(description, [
        ['Start', at.toISOString()],
        ['At', 'Northgate Health Centre'],
      ]),
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-BookingOrganization',
          valueReference: trust,
        },
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeliveryChannel',
          valueCodeableConcept: {
            coding: [coding('https://fhir.hl7.org.uk/CodeSystem/UKCore-DeliveryChannel', 'In-person', 'In person')],
          },
        },
      ],
      status: random.pick(['booked', 'fulfilled', 'cancelled'] as const),
      serviceCategory: [{ coding: [coding(`${hl7}/service-category`, '27', 'Specialist Medical')] }],
      serviceType: [{ coding: [snomed('722140002', description)], text: description }],
      specialty: [
        {
          coding: [
            coding('https://fhir.hl7.org.uk/CodeSystem/UKCore-PracticeSettingCode', '600', 'General Medical Practice'),
          ],
        },
      ],
      appointmentType: {
        coding: [coding(`${hl7}/v2-0276`, 'FOLLOWUP', 'A follow up visit from a previous appointment')],
      },
      reasonReference: [{ reference: `Condition/${guidOf(`reason ${common.id}`)}`, display: 'Low back pain' }],
      priority: 1,
      description: `${description} at Northgate`,
      start: at.toISOString(),
      end: new Date(at.getTime() + 1_200_000).toISOString(),
      created: new Date(at.getTime() - 14 * dayMs).toISOString(),
      comment: 'Further expand on the results of the last visit and determine the next actions.',
      patientInstruction: 'Please arrive ten minutes early and bring a list of your medicines.',
      participant: [
        { actor: subject(person), required: 'required', status: 'accepted' },
        participant('Practitioner/C3540987', clinician.display),
        participant('Location/NG1', 'Northgate Health Centre'),
      ],
    };
  },
};

const readings = [
  ['1000821000000103', 'Serum albumin level', 'g/L', 35, 50],
  ['1022431000000105', 'Haemoglobin estimation', 'g/L', 130, 170],
  ['1000651000000109', 'Serum sodium level', 'mmol/L', 133, 146],
  ['27113001', 'Body weight', 'kg', 60, 95],
  ['75367002', 'Systolic blood pressure', 'mmHg', 90, 140],
] as const;

const contacts = [
  ['308335008', 'Patient encounter procedure'],
  ['185349003', 'Encounter for check up'],
  ['185317003', 'Telephone encounter'],
] as const;
