/** What DWP and the provider hold about a person of the benchmark, on the wire. */
import { createRandom } from '../../src/demo/random.js';
import { guidOf, type BenchPerson } from './people.js';

/** The GUID under which DWP knows a person for one read, and the next. */
export const generations = 8;
export const citizenGuid = (person: BenchPerson, generation: number): string =>
  guidOf(`citizen ${person.index} ${generation % generations}`);

/** A JSON:API answer to a claims read, naming the GUID to use next. */
export function claimsBody(person: BenchPerson, nextGuid: string): string {
  const random = createRandom(person.index + 7_000);
  const takeHomePay = random.chance(0.5) ? random.integer(30_000, 160_000) : 0;
  const award = (month: number, status: string): object => ({
    amount: random.integer(20_000, 95_000),
    startDate: `2026-${month}-01`,
    endDate: `2026-${month}-30`,
    status,
    awardType: 'fixed_period',
    isJointClaim: false,
    assessmentAttributes: { takeHomePay },
    awardComponents: [
      {
        type: 'standard_allowance',
        subType: 'single_over_25',
        componentRate: 'standard_rate',
        componentAwardAmount: 39_345,
      },
    ],
  });
  const claim = (index: number, benefitType: string, attributes: object): object => ({
    id: `${benefitType}_${index}`,
    type: 'Claim',
    attributes: {
      guid: nextGuid,
      benefitType,
      startDate: '2025-02-01',
      claimDate: '2025-01-28',
      receiptDate: '2025-01-28',
      decisionDate: '2025-02-03',
      entitlementStartDate: '2025-02-01',
      status: 'in_payment',
      ...attributes,
      paymentStatus: [{ type: 'in_receipt_of_ongoing_payment', startDate: '2025-02-01' }],
    },
  });
  return JSON.stringify({
    data: [
      claim(0, 'universal_credit', {
        periodicity: 'monthly',
        conditionalityRegime: 'Working – with requirements',
        awards: [award(11, 'live'), award(10, 'ended')],
      }),
      claim(1, 'personal_independence_payment', {
        periodicity: 'weekly',
        awards: [{ amount: 29_460, startDate: '2025-02-01', status: 'live', awardType: 'fixed_period' }],
      }),
    ],
    links: { self: `/capi/v2/citizens/${nextGuid}/claims` },
  });
}

const label = '@OData.Community.Display.V1.FormattedValue';

/** One support case as Dataverse sends it, with its goals, sessions, jobs and measures. */
export function caseRow(person: BenchPerson): string {
  const random = createRandom(person.index + 9_000);
  const id = guidOf(`case ${person.index}`);
  const day = (month: number): string => `2026-0${month}-${String(random.integer(10, 28))}`;
  const child = (name: string, columns: object): object => ({
    '@odata.etag': 'W/"80730894"',
    [`${name}id`]: guidOf(`${name} ${person.index} ${random.next()}`),
    _wh_supportcaseid_value: id,
    ...columns,
  });
  return JSON.stringify({
    '@odata.etag': 'W/"80649578"',
    wh_supportcaseid: id,
    _wh_contactid_value: person.contactId,
    _wh_programmeid_value: guidOf('programme'),
    [`_wh_programmeid_value${label}`]: random.pick(['WorkWell', 'Connect to Work'] as const),
    _wh_coachid_value: guidOf('coach'),
    [`_wh_coachid_value${label}`]: random.pick(['Priya Shah', 'Owen Price'] as const),
    [`wh_status${label}`]: 'Open',
    wh_status: 100_000_000,
    wh_referralstatus: 100_000_001,
    wh_referredon: day(4),
    wh_referredby: 'Riverside Medical Practice',
    wh_startedon: day(5),
    wh_plannedendon: day(9),
    wh_plan: 'Build up to 16 hours a week.',
    modifiedon: '2026-10-06T09:30:00Z',
    wh_supportcase_goals: [
      child('wh_goal', {
        wh_description: 'Apply for two jobs a week',
        wh_kind: 100_000_001,
        wh_status: 100_000_000,
        wh_dueon: day(8),
      }),
      child('wh_goal', {
        wh_description: 'Walk for 20 minutes',
        wh_kind: 100_000_000,
        wh_status: 100_000_001,
        wh_dueon: null,
      }),
    ],
    wh_supportcase_sessions: [1, 2, 3].map((month) =>
      child('wh_session', {
        wh_heldat: `${day(month + 4)}T14:00:00Z`,
        wh_mode: 'telephone',
        wh_attended: true,
        wh_topic: 'CV',
        wh_venue: 'Northgate Library',
      }),
    ),
    wh_supportcase_employments: [
      child('wh_employment', {
        wh_employername: 'Northgate Foods',
        wh_jobtitle: 'Driver',
        wh_hoursperweek: 16,
        wh_startdate: '2024-03-18',
        wh_enddate: null,
        wh_employmentstatuscode: '01',
        wh_absencestart: null,
        wh_absenceend: null,
        wh_workplace: 'Northgate Foods, Northgate',
        modifiedon: '2026-10-05T16:00:00Z',
      }),
    ],
    wh_supportcase_measures: [
      child('wh_measure', {
        wh_instrument: 100_000_000,
        wh_total: random.integer(12, 33),
        wh_profile: null,
        wh_assessedon: day(5),
        modifiedon: '2026-10-05T16:00:00Z',
      }),
    ],
  });
}
