import type { DataCategory } from '../../src/access/types.js';

/** The sections of a client that answer in one of four states, and the category that decides each. */
export const sections = {
  demographics: 'DEMOGRAPHICS',
  contact: 'CONTACT',
  workStatus: 'WORK_STATUS',
  employment: 'EMPLOYMENT_STATUS',
  benefits: 'BENEFITS',
  fitNotes: 'FIT_NOTES',
  conditions: 'CONDITIONS',
  measures: 'MEASURES',
  observations: 'OBSERVATIONS',
  appointments: 'APPOINTMENTS',
  encounters: 'ENCOUNTERS',
  referrals: 'REFERRALS',
  support: 'SUPPORT',
} as const satisfies Record<string, DataCategory>;
export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as readonly SectionName[];

/** Everything that says which state a section is in, and why. */
export const stateFragments = `
fragment NoRecordState on NoRecord { category sources { source outcome cause complete } }
fragment WithheldState on Withheld { category reason rule nextStep }
fragment UnavailableState on Unavailable { category cause sources { source outcome cause complete } }`;

const stateOf = (name: string): string =>
  `${name} { __typename ...NoRecordState ...WithheldState ...UnavailableState }`;

/** Asks for the state of each section of one client. */
export const everyState = (names: readonly string[] = sectionNames): string =>
  `query States($by: ClientLookup!) { client(by: $by) { ${names.map(stateOf).join(' ')} } }${stateFragments}`;

const provenance = 'provenance { source recordedAt }';
const sources = 'sources { source outcome cause complete }';
const concept = '{ codings { system code display } text }';

/** Every field that can tell anything, for searching an answer through. */
export const everything = `
query Everything($by: ClientLookup!) {
  client(by: $by) {
    id
    demographics { __typename ... on Demographics {
      name { prefix given family text } names { given family } birthDate sex nhsNumberStatus deceased deceasedAt
      locationRestricted ${provenance} ${sources} } }
    contact { __typename ... on Contact { addresses { use lines city postcode } telecoms { system value use }
      generalPractice preference { times } } ...WithheldState }
    workStatus { __typename ... on WorkStatus { inWork since asOf statements { inWork since asOf ${provenance} } ${sources} } }
    employment { __typename ... on Employment { spells { employerName jobTitle hoursPerWeek startDate endDate
      employmentStatusCode absence { startDate } workplace locationWithheld ${provenance} } ${sources} } }
    benefits { __typename ... on Benefits { claims { benefitType status startDate awards { amount startDate endDate status } }
      conditionality { __typename ... on Conditionality { regimes { benefitType regime } } ...WithheldState } ${sources} } }
    fitNotes { __typename ... on FitNotes { items { status statement ${concept} assessmentDate periodStart periodEnd adjustments } } }
    conditions { __typename ... on Conditions { items { code ${concept} classification onset } withheld { category reason rule } } }
    measures { __typename ... on Measures { items { instrument total profile band assessedAt ${provenance} } ${sources} } }
    observations { __typename ... on Observations { items { code ${concept} effective value { text quantity { value } } } } }
    appointments { __typename ... on Appointments { items { status start end description location locationWithheld } } }
    encounters { __typename ... on Encounters { items { status types ${concept} start end serviceProvider locationWithheld } } }
    referrals { __typename ... on Referrals { items { status referredOn referredBy service locationWithheld } } }
    support { __typename ... on Support { cases { programme status coachName startedOn plannedEndOn plan locationWithheld
      goals { description kind status dueOn } sessions { heldAt mode attended topic venue locationWithheld } } } }
  }
}${stateFragments.split('\n').filter((line) => line.includes('WithheldState')).join('\n')}`; // prettier-ignore
