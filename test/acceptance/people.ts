/** People with known facts, made by hand: what a test expects can be read here. */
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import { testNHSNumber } from '../../src/identity/nhs-number.js';

type Provider = NonNullable<SandboxPerson['provider']>;

/** Known to all systems, and has nothing in any: every source answers that it holds nothing. */
export function nobodySpecial(index: number, facts: Partial<SandboxPerson> = {}): SandboxPerson {
  return {
    nhsNumber: testNHSNumber(500 + index),
    nino: `ZZ${300_000 + index}C`,
    familyName: `Family${'abcdefghijklmnopqrstuvwxyz'[index % 26] ?? ''}${index}`,
    givenName: 'Sam',
    prefix: 'Mx',
    birthDate: '1990-05-17',
    sex: 'unknown',
    addressLines: ['1 Quiet Row', 'Westhaven'],
    postcode: 'ZZ99 3CZ',
    phone: '01632 960001',
    generalPractice: 'Y90001',
    restriction: 'U',
    conditions: [],
    fitNotes: [],
    measures: [],
    appointments: [],
    encounters: [],
    claims: [],
    ...facts,
  };
}

export function supportedBy(index: number, facts: Partial<Provider> = {}): Provider {
  return {
    contactId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    programme: 'Connect to Work',
    status: 'open',
    coachName: 'Jo Shah',
    referredOn: '2026-06-01',
    referredBy: 'Harbour Surgery',
    startedOn: '2026-06-15',
    plannedEndOn: '2027-06-15',
    plan: 'Phased return at Harbour Hotels, meeting at Northgate Library.',
    goals: [
      { description: 'Work 16 hours a week at Harbour Hotels', kind: 'WORK', status: 'open', dueOn: '2026-12-01' },
    ],
    sessions: [
      {
        heldAt: '2026-07-01T10:00:00Z',
        mode: 'in person',
        attended: true,
        topic: 'Getting to Northgate Library',
        venue: 'Northgate Library',
      },
    ],
    employment: [
      {
        employerName: 'Harbour Hotels',
        jobTitle: 'Receptionist',
        hoursPerWeek: 16,
        startDate: '2026-03-02',
        workplace: 'Harbour Hotels, Quayside',
      },
    ],
    measures: [{ instrument: 'SWEMWBS', total: 21, assessed: '2026-07-01' }],
    ...facts,
  };
}

/** Has something in every system. In work by her employer's word; DWP saw no pay in the latest period. */
export const AMINA: SandboxPerson = nobodySpecial(1, {
  familyName: 'Hussain',
  givenName: 'Amina',
  prefix: 'Ms',
  birthDate: '1984-02-29',
  sex: 'female',
  addressLines: ['12 Mill Lane', 'Northgate'],
  postcode: 'NR1 2ZZ',
  phone: '01632 960123',
  generalPractice: 'Y90777',
  conditions: [
    { code: '279039007', display: 'Low back pain', onset: '2024-03-01', status: 'active' },
    { code: '35489007', display: 'Depressive disorder', onset: '2026-08-10', status: 'active' },
    { code: '7200002', display: 'Alcoholism', onset: '2019-01-01', status: 'resolved' },
    { code: '706893006', display: 'Victim of intimate partner abuse', onset: '2020-01-01', status: 'active' },
  ],
  fitNotes: [
    {
      status: 'MAY_BE_FIT_FOR_WORK',
      assessed: '2026-09-01',
      from: '2026-09-01',
      to: '2026-09-29',
      adjustments: ['PHASED_RETURN'],
      conditionCode: '279039007',
      conditionDisplay: 'Low back pain',
    },
    {
      status: 'NOT_FIT_FOR_WORK',
      assessed: '2026-05-01',
      from: '2026-05-01',
      to: '2026-05-29',
      adjustments: [],
      conditionCode: '279039007',
      conditionDisplay: 'Low back pain',
    },
  ],
  measures: [{ instrument: 'PHQ_9', total: 14, assessed: '2026-08-10' }],
  appointments: [
    {
      status: 'booked',
      start: '2026-12-01T10:00:00Z',
      end: '2026-12-01T10:30:00Z',
      description: 'Physiotherapy at Quayside Clinic',
      location: 'Quayside Clinic',
    },
  ],
  encounters: [
    {
      start: '2026-08-10T09:00:00Z',
      end: '2026-08-10T09:10:00Z',
      code: '185349003',
      display: 'Encounter for check up',
      provider: 'Harbour Surgery',
    },
  ],
  provider: supportedBy(1),
  claims: [
    {
      benefitType: 'universal_credit',
      status: 'in_payment',
      startDate: '2026-01-10',
      conditionality: 'Preparing for work',
      awards: [
        { amountPence: 61_223, startDate: '2026-10-10', endDate: '2027-01-09', status: 'live', takeHomePayPence: 0 },
      ],
    },
  ],
});

/** Known everywhere, nothing anywhere; with the provider's contact id, so that the provider is really asked. */
export const BLANK: SandboxPerson = nobodySpecial(2);

/** Words that would tell where Amina, or whoever has her record, is to be found. */
export const whereabouts = [
  'Mill Lane',
  'NR1 2ZZ',
  '01632 960123',
  'Y90777',
  'Harbour',
  'Quayside',
  'Northgate Library',
] as const;
