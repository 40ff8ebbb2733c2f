/** Everything that a client has, asked the same way on every path. */

const sources = 'sources { source outcome cause complete }';
const provenance = 'provenance { source recordedAt }';
const concept = '{ codings { system code display } text }';
const withheld = '... on Withheld { category reason rule nextStep }';
const states = `... on NoRecord { category ${sources} } ${withheld} ... on Unavailable { category cause ${sources} }`;
/** Who looked changes by being looked at: of that, whether it may be seen, and how it is refused. */
const mayLook = 'withheld { category reason rule nextStep }';

/** By field of `Client`. A field that the contract has and this has not fails the test: it would go by unlooked at. */
export const sections: Readonly<Record<string, string>> = {
  id: 'id',
  demographics: `demographics { __typename ... on Demographics { name { prefix given family text } birthDate sex nhsNumberStatus deceased
    locationRestricted ${provenance} ${sources} } ${states} }`,
  contact: `contact { __typename ... on Contact { addresses { use lines city postcode } telecoms { system value use } generalPractice } ${states} }`,
  workStatus: `workStatus { __typename ... on WorkStatus { inWork since asOf statements { inWork since asOf ${provenance} } ${sources} } ${states} }`,
  employment: `employment { __typename ... on Employment { spells { employerName jobTitle hoursPerWeek startDate endDate workplace
    locationWithheld ${provenance} } ${sources} } ${states} }`,
  benefits: `benefits { __typename ... on Benefits { claims { benefitType status startDate awards { amount startDate } }
    conditionality { __typename ... on Conditionality { regimes { benefitType regime } } ${states} } ${sources} } ${states} }`,
  fitNotes: `fitNotes { __typename ... on FitNotes { items { status statement ${concept} assessmentDate periodStart periodEnd adjustments } ${sources} } ${states} }`,
  conditions: `conditions { __typename ... on Conditions { items { code ${concept} classification onset clinicalStatus } withheld { category reason rule nextStep } ${sources} } ${states} }`,
  measures: `measures { __typename ... on Measures { items { instrument total assessedAt ${provenance} } ${sources} } ${states} }`,
  observations: `observations { __typename ... on Observations { items { code ${concept} effective value { text } } ${sources} } ${states} }`,
  appointments: `appointments { __typename ... on Appointments { items { status start description location locationWithheld } ${sources} } ${states} }`,
  encounters: `encounters { __typename ... on Encounters { items { status types ${concept} reasons ${concept} start serviceProvider locationWithheld } ${sources} } ${states} }`,
  referrals: `referrals { __typename ... on Referrals { items { status referredOn referredBy service locationWithheld } ${sources} } ${states} }`,
  trackedReferrals: `trackedReferrals { ${mayLook} edges { node { id programme area sides locationWithheld } } }`,
  support: `support { __typename ... on Support { cases { programme status coachName startedOn plan locationWithheld
    goals { description kind status } sessions { heldAt topic venue locationWithheld } } ${sources} } ${states} }`,
  cases: `cases { ${mayLook} edges { node { id programme organisation locationWithheld } } }`,
  workplaceAdjustments: `workplaceAdjustments { __typename ... on WorkplaceAdjustments { items { employer type wording state locationWithheld } ${sources} } ${states} }`,
  consents:
    'consents { id version status effect categories recipients { organisation audience } purposes validFrom validTo dataFrom }',
  representatives: 'representatives { id authority categories acts validFrom validTo ended }',
  links: 'links { key system state evidence }',
  accessHistory: `accessHistory(first: 1) { ${mayLook} }`,
  correctionRequests: `correctionRequests { ${mayLook} edges { node { category source says shouldSay state dueOn } } }`,
  notices: `notices(first: 1) { ${mayLook} }`,
};
export const everything = Object.values(sections).join('\n');
