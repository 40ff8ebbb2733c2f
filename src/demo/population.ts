import { createHash } from 'node:crypto';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import { testNHSNumber } from '../identity/nhs-number.js';
import { createRandom, type Random } from './random.js';
import * as words from './words.js';

/** How many people the demonstration has. */
export const populationSize = 200;
const seed = 20_261_101;
/** All dates are made relative to this day, so that the same people come out whenever it is run. */
const anchor = Date.UTC(2026, 10, 1);
const dayMs = 86_400_000;

/** The made-up people: always the same 200, every state that PDS, DWP and a provider can hold among them. */
export function createPopulation(): readonly SandboxPerson[] {
  const random = createRandom(seed);
  const people = Array.from({ length: populationSize }, (_, index) => createPerson(index, random));
  return withTwins(people);
}

/** Two people of one name and birth date: DWP needs more than that to tell them apart. */
function withTwins(people: readonly SandboxPerson[]): readonly SandboxPerson[] {
  const [first] = people;
  return people.map((person, index) =>
    index === 60 && first
      ? {
          ...person,
          familyName: first.familyName,
          givenName: first.givenName,
          birthDate: first.birthDate,
          sex: first.sex,
        }
      : person,
  );
}

function createPerson(index: number, random: Random): SandboxPerson {
  const sex = random.pick(['female', 'male'] as const);
  const restriction = index === 7 ? 'R' : index === 8 ? 'V' : index === 9 ? 'REDACTED' : 'U';
  const inWork = random.chance(0.45);
  const isWithProvider = index % 4 !== 3;
  return {
    nhsNumber: testNHSNumber(index),
    ...(index % 10 !== 5 && { nino: ninoOf(index) }),
    familyName: random.pick(words.familyNames),
    givenName: random.pick(sex === 'female' ? words.femaleNames : words.maleNames),
    prefix: sex === 'female' ? 'Ms' : 'Mr',
    birthDate: isoDay(-random.integer(19 * 365, 64 * 365)),
    sex,
    addressLines: [`${random.integer(1, 120)} ${random.pick(words.streets)}`, random.pick(words.towns)],
    postcode: `NR${random.integer(1, 9)} ${random.integer(1, 9)}ZZ`,
    phone: `01632 960${String(random.integer(0, 999)).padStart(3, '0')}`,
    generalPractice: 'Y90001',
    restriction,
    // A number that PDS has replaced: asking for the old one answers with the new.
    ...(index === 10 && { supersededBy: testNHSNumber(900) }),
    ...(index === 11 && { deceasedAt: '2026-09-14T00:00:00+00:00' }),
    conditions: Array.from({ length: random.integer(0, 4) }, () => conditionOf(random)),
    fitNotes:
      inWork && random.chance(0.5) ? [] : Array.from({ length: random.integer(0, 3) }, (_, n) => fitNoteOf(n, random)),
    measures: random.chance(0.6) ? measuresOf(random) : [],
    appointments: random.chance(0.5) ? [appointmentOf(random)] : [],
    encounters: Array.from({ length: random.integer(1, 5) }, () => encounterOf(random)),
    ...(isWithProvider && { provider: providerRecordOf(index, inWork, random) }),
    claims: index % 10 === 5 ? [] : claimsOf(inWork, random),
  };
}

/** `ZZ` is a prefix that was never issued (reference/employment-support.md C5). */
const ninoOf = (index: number): string => `ZZ${String(100_000 + index * 37)}${'ABCD'[index % 4] ?? 'A'}`;

const isoDay = (days: number): string => new Date(anchor + days * dayMs).toISOString().slice(0, 10);
const isoInstant = (days: number, hour: number): string => `${isoDay(days)}T${String(hour).padStart(2, '0')}:00:00Z`;

function conditionOf(random: Random): SandboxPerson['conditions'][number] {
  const [code, display] = random.pick(words.conditions);
  return {
    code,
    display,
    onset: isoDay(-random.integer(60, 3_000)),
    status: random.chance(0.75) ? 'active' : 'resolved',
  };
}

function fitNoteOf(number: number, random: Random): SandboxPerson['fitNotes'][number] {
  const [conditionCode, conditionDisplay] = random.pick(words.conditions);
  const mayBeFit = random.chance(0.3);
  const assessed = -number * 30 - random.integer(0, 20);
  return {
    status: mayBeFit ? 'MAY_BE_FIT_FOR_WORK' : 'NOT_FIT_FOR_WORK',
    assessed: isoDay(assessed),
    from: isoDay(assessed),
    to: isoDay(assessed + random.pick([14, 28, 56])),
    adjustments: mayBeFit
      ? [random.pick(['PHASED_RETURN', 'ALTERED_HOURS', 'AMENDED_DUTIES', 'WORKPLACE_ADAPTATIONS'] as const)]
      : [],
    conditionCode,
    conditionDisplay,
  };
}

function measuresOf(random: Random): SandboxPerson['measures'] {
  const start = random.integer(8, 24);
  return [
    { instrument: 'PHQ_9', total: start, assessed: isoDay(-120) },
    { instrument: 'PHQ_9', total: Math.max(0, start - random.integer(0, 9)), assessed: isoDay(-20) },
    { instrument: 'GAD_7', total: random.integer(0, 21), assessed: isoDay(-20) },
  ];
}

function appointmentOf(random: Random): SandboxPerson['appointments'][number] {
  const day = random.integer(-10, 40);
  return {
    status: day < 0 ? random.pick(['fulfilled', 'noshow'] as const) : 'booked',
    start: isoInstant(day, 10),
    end: isoInstant(day, 11),
    description: random.pick(['Physiotherapy', 'Medication review', 'Talking therapy', 'Blood test'] as const),
    location: random.pick(['Riverside Medical Practice', 'Northgate Health Centre'] as const),
  };
}

function encounterOf(random: Random): SandboxPerson['encounters'][number] {
  const day = -random.integer(1, 700);
  const [code, display] = random.pick([
    ['308335008', 'Patient encounter procedure'],
    ['185349003', 'Encounter for check up'],
    ['185317003', 'Telephone encounter'],
  ] as const);
  return { start: isoInstant(day, 9), end: isoInstant(day, 10), code, display, provider: 'Riverside Medical Practice' };
}

function providerRecordOf(index: number, inWork: boolean, random: Random): NonNullable<SandboxPerson['provider']> {
  const referred = -random.integer(30, 200);
  const employer = random.pick(words.employers);
  return {
    contactId: guidOf(`contact ${index}`),
    programme: random.pick(['WorkWell', 'Individual Placement and Support', 'Connect to Work'] as const),
    status: random.chance(0.8) ? 'open' : 'closed',
    coachName: random.pick(['Priya Shah', 'Owen Price', 'Grace Mbeki', 'Tom Hadley'] as const),
    referredOn: isoDay(referred),
    referredBy: random.pick(['Riverside Medical Practice', 'Northgate Jobcentre Plus', 'Self'] as const),
    startedOn: isoDay(referred + 9),
    plannedEndOn: isoDay(referred + 9 + 140),
    plan: random.pick([
      'Return to present employer with changed duties.',
      'Find part-time work near home.',
      'Build up to 16 hours a week.',
    ] as const),
    goals: [
      {
        description: 'Walk for 20 minutes every day',
        kind: 'HEALTH',
        status: random.pick(['open', 'achieved'] as const),
        dueOn: isoDay(20),
      },
      { description: 'Apply for two jobs a week', kind: 'WORK', status: 'open', dueOn: isoDay(30) },
    ],
    sessions: Array.from({ length: random.integer(1, 4) }, (_, number) => ({
      heldAt: isoInstant(referred + 10 + number * 14, 14),
      mode: random.pick(['in person', 'telephone', 'video'] as const),
      attended: random.chance(0.85),
      topic: random.pick(['Getting started', 'Managing pain at work', 'Talking to your employer', 'CV'] as const),
      venue: 'Northgate Library',
    })),
    employment: inWork
      ? [
          {
            employerName: employer,
            jobTitle: random.pick(['Warehouse operative', 'Care assistant', 'Receptionist', 'Driver'] as const),
            hoursPerWeek: random.pick([8, 16, 24, 37.5] as const),
            startDate: isoDay(-random.integer(20, 1_500)),
            ...(random.chance(0.3) && { absenceStart: isoDay(-random.integer(3, 60)) }),
            workplace: `${employer}, Northgate`,
          },
        ]
      : [],
    measures: random.chance(0.5)
      ? [
          { instrument: 'SWEMWBS', total: random.integer(12, 33), assessed: isoDay(-30) },
          {
            instrument: 'EQ_5D_5L',
            profile: Array.from({ length: 5 }, () => random.integer(1, 4)).join(''),
            assessed: isoDay(-30),
          },
        ]
      : [],
  };
}

function claimsOf(inWork: boolean, random: Random): SandboxPerson['claims'] {
  const started = -random.integer(60, 900);
  const takeHomePayPence = inWork ? random.integer(30_000, 160_000) : 0;
  const universalCredit = {
    benefitType: 'universal_credit',
    status: 'in_payment',
    startDate: isoDay(started),
    conditionality: inWork
      ? 'Working – with requirements'
      : random.pick(['Searching for work', 'Preparing for work', 'No work requirements'] as const),
    awards: [
      {
        amountPence: random.integer(20_000, 95_000),
        startDate: isoDay(-30),
        endDate: isoDay(60),
        status: 'live',
        takeHomePayPence,
      },
    ],
  };
  const independence = {
    benefitType: 'personal_independence_payment',
    status: 'in_payment',
    startDate: isoDay(started),
    awards: [{ amountPence: 29_460, startDate: isoDay(started), endDate: isoDay(900), status: 'live' }],
  };
  return [...(random.chance(0.7) ? [universalCredit] : []), ...(random.chance(0.2) ? [independence] : [])];
}

function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
