/** Every mutation of the contract, once, as its callers would do it one after another: what tests of keys and of crashes go through. */
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeConsent } from '../../src/consent/fhir/write.js';
import { packageRoot } from '../../src/package-root.js';
import type { Claims, Who } from '../acceptance/hub.js';
import { content, dundee, sharing } from '../acceptance/referrals.js';
import { permitting } from './consent-samples.js';
import { hospitalOfficer, nightDoctor } from './emergency.js';

/** What is known by now: ids by the name that a step kept them under. */
export type Known = Readonly<Record<string, string>>;
type From<Value> = (known: Known) => Value;

export interface Step {
  readonly mutation: string;
  readonly as: Who;
  readonly input: From<object>;
  /** What else the same key might come with. */
  readonly other: From<object>;
  /** What of the answer is asked for: nothing that time alone would change. */
  readonly fields: string;
  /** Names for what the answer, or what is read before the step, holds: by path. */
  readonly keep?: Readonly<Record<string, string>>;
  readonly first?: readonly Look[];
}

/** Something that is read before a step; asked again until all that it is to find is there. */
export interface Look {
  readonly as: Who;
  readonly query: string;
  readonly variables?: From<object>;
  readonly keep: Readonly<Record<string, string>>;
}

const operator: Claims = { sub: 'officer-hub', organisation: 'QZZ', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
const bakery: Claims = { sub: 'hr-lund', organisation: 'BROADLAND-BAKERY', role: 'EMPLOYER', purpose: 'EMPLOYMENT_SUPPORT' }; // prettier-ignore
const coach = 'work-and-health-coach';
const programme = dundee.programme;
const consent = 'consent { id version }';
const caseOf = '... on CaseChanged { case { id } } ... on CaseRefused { reason }';
const session = '... on SessionStored { session { id } } ... on CaseRefused { reason }';
const referral = '... on ReferralMoved { referral { id } } ... on ReferralRefused { reason }';
const employerCase = '... on EmployerCaseStored { case { id } } ... on EmployerRefused { reason }';
const evidence = { method: 'SPOKEN', wording: 'Yes.' };
const seen = { categories: ['SUPPORT'], recipients: [{ audience: 'CLINICIAN' }], purposes: ['DIRECT_CARE'], evidence };
const facts = { inPaidWork: true, attendance: 'ABSENT', hasHealthCondition: true, employerHeadcount: 20 };
const sitting = { startsAt: '2019-09-09T10:00:00Z', mode: 'TELEPHONE', role: 'CASE_MANAGER' };
const attorney = { name: 'Robin Ashworth', authority: 'HEALTH_AND_WELFARE_ATTORNEY', categories: ['SUPPORT'], acts: ['READ'], validTo: '2020-12-31', evidence: 'Registered power' }; // prettier-ignore

/** The gateway's own id of a referral, by its conversation. */
const asGateway = (conversation: string, name: string): Look => ({
  as: coach,
  query: 'query C($id: ID!) { referralConversation(id: $id) { referrals { id } } }',
  variables: (known) => ({ id: known[conversation] }),
  keep: { [name]: 'referralConversation.referrals.0.id' },
});
const tasksOf = (as: Who, kind: string, keep: Look['keep']): Look => ({
  as,
  query: `{ tasks(first: 1, filter: { kind: ${kind} }) { edges { node { id details { ... on MatchReview { match } ... on AskedCorrection { correction { id } } } } } } }`,
  keep,
});

export const steps: readonly Step[] = [
  { mutation: 'recordConsent', as: coach, input: (k) => ({ client: k['provider'], ...seen }), other: () => ({ categories: ['MEASURES'] }), fields: `... on ConsentRecorded { ${consent} } ... on ConsentRefused { reason }`, keep: { consent: 'consent.id' } },
  { mutation: 'withdrawConsent', as: coach, input: (k) => ({ consent: k['consent'] }), other: () => ({ reason: 'I changed my mind.' }), fields: `... on ConsentWithdrawn { ${consent} } ... on ConsentRefused { reason }` },
  { mutation: 'recordConsent', as: coach, input: (k) => ({ client: k['provider'], ...seen, categories: ['BENEFITS'], request: { what: 'A calculation' } }), other: () => ({ request: { what: 'Another' } }), fields: `... on ConsentRecorded { ${consent} } ... on ConsentRefused { reason }`, keep: { asked: 'consent.id' } },
  { mutation: 'completeConsentRequest', as: coach, input: (k) => ({ consent: k['asked'] }), other: (k) => ({ consent: k['consent'] }), fields: `... on ConsentRequestCompleted { ${consent} } ... on ConsentRefused { reason }` },
  { mutation: 'importConsent', as: 'clinician', input: (k) => ({ client: k['practice'], evidence, resource: JSON.stringify({ ...writeConsent(permitting({ categories: ['SUPPORT'], period: { start: '2019-01-01' } }), ''), dateTime: '2019-09-01', patient: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: k['nhsNumber'] } } }) }), other: () => ({ evidence: { ...evidence, wording: 'No.' } }), fields: `... on ConsentImported { ${consent} } ... on ConsentNotRead { faults { code at } } ... on ConsentRefused { reason }` },
  { mutation: 'recordRepresentative', as: 'clinician', input: (k) => ({ client: k['practice'], nhsNumber: k['parent'], ...attorney }), other: () => ({ name: 'Somebody Else' }), fields: '... on RepresentativeRecorded { representative { id } } ... on RepresentativeRefused { reason }', keep: { representative: 'representative.id' } },
  { mutation: 'recordRepresentative', as: 'clinician', input: (k) => ({ client: k['otherPractice'], nhsNumber: k['parent'], ...attorney }), other: () => ({ evidence: 'Nothing' }), fields: '... on RepresentativeRecorded { representative { id } } ... on RepresentativeRefused { reason }', keep: { otherRepresentative: 'representative.id' } },
  { mutation: 'endRepresentative', as: 'clinician', input: (k) => ({ representative: k['representative'] }), other: (k) => ({ representative: k['otherRepresentative'] }), fields: '... on RepresentativeEnded { representative { id ended } } ... on RepresentativeRefused { reason }' },
  { mutation: 'openEmergencyAccess', as: nightDoctor, input: (k) => ({ client: { nhsNumber: k['nhsNumber'] }, reason: 'CANNOT_BE_ASKED', note: 'Brought in.' }), other: () => ({ note: 'Walked in.' }), fields: '... on EmergencyAccessOpened { emergencyAccess { id } } ... on EmergencyAccessRefused { reason }', keep: { emergency: 'emergencyAccess.id' } },
  { mutation: 'openEmergencyAccess', as: nightDoctor, input: (k) => ({ client: { nhsNumber: k['otherNhsNumber'] }, reason: 'RISK_TO_LIFE', note: 'Brought in.' }), other: () => ({ reason: 'SAFEGUARDING' }), fields: '... on EmergencyAccessOpened { emergencyAccess { id } } ... on EmergencyAccessRefused { reason }', keep: { otherEmergency: 'emergencyAccess.id' } },
  { mutation: 'closeEmergencyAccess', as: nightDoctor, input: (k) => ({ emergencyAccess: k['emergency'] }), other: (k) => ({ emergencyAccess: k['otherEmergency'] }), fields: '... on EmergencyAccessClosed { emergencyAccess { id closedAt } } ... on EmergencyAccessRefused { reason }' },
  { mutation: 'reassignTask', as: hospitalOfficer, first: [tasksOf(hospitalOfficer, 'EMERGENCY_ACCESS_REVIEW', { task: 'tasks.edges.0.node.id' })], input: (k) => ({ task: k['task'], organisation: 'RHOSP', audience: 'PRIVACY_OFFICER', reason: 'I am on leave.' }), other: () => ({ reason: 'I am back.' }), fields: '... on TaskReassigned { task { id } } ... on TaskRefused { reason }' },
  { mutation: 'completeTask', as: hospitalOfficer, input: (k) => ({ task: k['task'], outcome: 'JUSTIFIED' }), other: () => ({ outcome: 'NOT_JUSTIFIED' }), fields: '... on TaskCompleted { task { id outcome } } ... on TaskRefused { reason }' },
  { mutation: 'delayAccessHistory', as: 'privacy-officer', input: (k) => ({ client: k['practice'], organisation: 'DWP-NORTHGATE', reason: 'DANGER_TO_CLIENT', until: '2019-09-20' }), other: () => ({ reason: 'DANGER_TO_OTHERS' }), fields: '... on AccessHistoryDelayed { until } ... on DelayAccessHistoryRefused { reason }' },
  { mutation: 'requestCorrection', as: coach, input: (k) => ({ client: k['provider'], category: 'SUPPORT', source: 'hub', shouldSay: 'Mornings only.' }), other: () => ({ shouldSay: 'Evenings only.' }), fields: '... on CorrectionRequested { correction { id state } } ... on CorrectionRefused { reason }' },
  { mutation: 'answerCorrection', as: operator, first: [tasksOf(operator, 'CORRECTION_REQUESTED', { correction: 'tasks.edges.0.node.details.correction.id' })], input: (k) => ({ correction: k['correction'], move: 'EXTEND', words: 'We must ask somebody.' }), other: () => ({ words: 'Nobody is there.' }), fields: '... on CorrectionAnswered { correction { id state dueOn } } ... on CorrectionRefused { reason }' },
  { mutation: 'requestTrace', as: 'clinician', input: (k) => ({ familyName: k['familyName'], givenName: k['givenName'], birthDate: k['birthDate'] }), other: () => ({ givenName: 'Another' }), fields: '... on TraceRequested { reference } ... on MatchRefused { reason }' },
  { mutation: 'decideMatch', as: operator, first: [tasksOf(operator, 'MATCH_REVIEW', { match: 'tasks.edges.0.node.details.match' })], input: (k) => ({ match: k['match'], decision: 'LINK', reason: 'The same.' }), other: () => ({ decision: 'NOT_SAME' }), fields: '... on MatchDecided { decision } ... on MatchRefused { reason }' },
  { mutation: 'unlink', as: 'privacy-officer', input: (k) => ({ client: k['practice'], link: 'nino', reason: 'WRONG_PERSON', note: 'Another’s.' }), other: () => ({ note: 'Again.' }), fields: '... on Unlinked { link { state } } ... on LinkRefused { reason }' },
  { mutation: 'submitReferral', as: 'clinician', input: (k) => ({ ...dundee, sharing, content, subject: { client: k['practice'] } }), other: () => ({ content: { reasonForReferral: 'Other.' } }), fields: '... on ReferralSubmitted { referral { id conversation } } ... on ReferralRefused { reason }', keep: { referral: 'referral.id', conversation: 'referral.conversation' } },
  { mutation: 'moveReferral', as: coach, first: [asGateway('conversation', 'ours')], input: (k) => ({ referral: k['ours'], move: 'ACKNOWLEDGE', note: 'Seen.' }), other: () => ({ note: 'Unseen.' }), fields: referral },
  { mutation: 'routeReferral', as: coach, input: (k) => ({ referral: k['ours'], stream: 'LARGE_EMPLOYER', ruleResult: 'LARGE_EMPLOYER' }), other: () => ({ stream: 'WORKING_HEALTH_SERVICES' }), fields: referral },
  { mutation: 'referOnward', as: coach, input: (k) => ({ ...dundee, referral: k['ours'], sharing, content }), other: () => ({ content: { reasonForReferral: 'Other.' } }), fields: '... on ReferralSubmitted { referral { id } } ... on ReferralRefused { reason }' },
  { mutation: 'submitReferral', as: 'clinician', input: (k) => ({ ...dundee, sharing, content, subject: { details: { familyName: k['familyName'], givenName: 'Unknown', birthDate: '1990-01-01' } } }), other: () => ({ heardFrom: 'INTERNET' }), fields: '... on ReferralSubmitted { referral { id conversation } } ... on ReferralRefused { reason }', keep: { named: 'referral.id', namedConversation: 'referral.conversation' } },
  { mutation: 'identifyReferral', as: coach, first: [asGateway('namedConversation', 'oursNamed')], input: (k) => ({ referral: k['oursNamed'], subject: { client: k['provider'] } }), other: (k) => ({ subject: { client: k['otherProvider'] } }), fields: referral },
  { mutation: 'resendReferral', as: 'clinician', input: (k) => ({ referral: k['referral'] }), other: (k) => ({ referral: k['named'] }), fields: referral },
  { mutation: 'reportCapacity', as: coach, input: () => ({ ...dundee, accepting: true, freePlaces: 3 }), other: () => ({ freePlaces: 4 }), fields: '... on CapacityReported { capacity { freePlaces } } ... on ReferralRefused { reason }' },
  { mutation: 'openCase', as: coach, input: (k) => ({ client: k['provider'], programme, stream: 'WORKING_HEALTH_SERVICES', area: 'DUNDEE', facts }), other: () => ({ area: 'FIFE' }), fields: caseOf, keep: { case: 'case.id' } },
  { mutation: 'openCase', as: coach, input: (k) => ({ client: k['otherProvider'], programme, stream: 'WORKING_HEALTH_SERVICES', area: 'DUNDEE', facts }), other: () => ({ area: 'FIFE' }), fields: caseOf, keep: { otherCase: 'case.id' } },
  { mutation: 'assignCase', as: coach, input: (k) => ({ case: k['case'], manager: 'coach-two', reason: 'Leave.' }), other: () => ({ manager: 'coach-three' }), fields: caseOf },
  { mutation: 'extendCase', as: coach, input: (k) => ({ case: k['case'], reason: 'RETURNING_TO_WORK' }), other: () => ({ reason: 'COMPLEX_NEEDS' }), fields: caseOf },
  { mutation: 'assessCase', as: coach, input: (k) => ({ case: k['case'], mainBarrier: 'BACK_OR_NECK', domains: [{ domain: 'PHYSICAL_HEALTH', findings: 'Cannot lift.' }] }), other: () => ({ domains: [{ domain: 'PHYSICAL_HEALTH', findings: 'Can lift.' }] }), fields: caseOf },
  { mutation: 'planCase', as: coach, input: (k) => ({ case: k['case'], type: 'RETURN_TO_WORK', goals: [{ kind: 'HEALTH', description: 'Lift 10 kg' }] }), other: () => ({ goals: [{ kind: 'HEALTH', description: 'Lift 20 kg' }] }), fields: caseOf },
  { mutation: 'addCaseAction', as: coach, input: (k) => ({ case: k['case'], description: 'Write to the employer', strand: 'WORK' }), other: () => ({ description: 'Ring the employer' }), fields: '... on CaseChanged { case { plan { ... on CasePlan { actions { id } } } } } ... on CaseRefused { reason }', keep: { action: 'case.plan.actions.0.id' } },
  { mutation: 'moveCaseAction', as: coach, input: (k) => ({ case: k['case'], action: k['action'], state: 'UNDER_WAY' }), other: () => ({ state: 'ACHIEVED' }), fields: caseOf },
  { mutation: 'requestIntervention', as: coach, input: (k) => ({ case: k['case'], category: 'PHYSIOTHERAPY', provider: 'NHS Tayside', integrated: true }), other: () => ({ provider: 'Another' }), fields: '... on CaseChanged { case { interventions { ... on CaseInterventions { interventions { id } } } } } ... on CaseRefused { reason }', keep: { intervention: 'case.interventions.interventions.0.id' } },
  { mutation: 'moveIntervention', as: coach, input: (k) => ({ case: k['case'], intervention: k['intervention'], state: 'ACCEPTED' }), other: () => ({ state: 'DECLINED' }), fields: caseOf },
  { mutation: 'recordCaseNeeds', as: coach, input: (k) => ({ case: k['case'], access: ['step-free'] }), other: () => ({ access: [] }), fields: caseOf },
  { mutation: 'recordEmploymentSnapshot', as: coach, input: (k) => ({ case: k['case'], point: 'FIRST_APPOINTMENT', employmentStatus: '01', hoursPerWeek: 30 }), other: () => ({ hoursPerWeek: 10 }), fields: caseOf },
  { mutation: 'bookSession', as: coach, input: (k) => ({ case: k['case'], sitting }), other: () => ({ sitting: { ...sitting, minutes: 30 } }), fields: session, keep: { session: 'session.id' } },
  { mutation: 'scheduleGroupSessions', as: coach, input: () => ({ programme, capacity: 2, sitting, weeks: 2 }), other: () => ({ capacity: 3 }), fields: '... on GroupSessionsScheduled { sessions { id } } ... on CaseRefused { reason }', keep: { group: 'sessions.0.id', otherGroup: 'sessions.1.id' } },
  { mutation: 'joinGroupSession', as: coach, input: (k) => ({ case: k['case'], group: k['group'] }), other: (k) => ({ group: k['otherGroup'] }), fields: session },
  { mutation: 'closeSession', as: coach, input: (k) => ({ case: k['case'], session: k['session'], state: 'CANCELLED' }), other: () => ({ state: 'ATTENDED' }), fields: session },
  { mutation: 'dischargeCase', as: coach, input: (k) => ({ case: k['case'], reason: 'COMPLETED', destination: 'Back at work' }), other: () => ({ destination: 'Elsewhere' }), fields: caseOf },
  { mutation: 'dischargeCases', as: coach, input: (k) => ({ cases: [k['otherCase']], reason: 'DISENGAGED' }), other: () => ({ reason: 'COMPLETED' }), fields: `... on CasesDischarged { results { __typename ${caseOf} } } ... on CaseRefused { reason }` },
  { mutation: 'recordEmployer', as: coach, input: () => ({ name: 'Broadland Bakery', headcount: 250, postcodeDistrict: 'DD1', organisation: bakery['organisation'] }), other: () => ({ headcount: 9 }), fields: '... on EmployerRecorded { employer { id } } ... on EmployerRefused { reason }', keep: { employer: 'employer.id' } },
  { mutation: 'openEmployerCase', as: coach, input: (k) => ({ employer: k['employer'], programme, stream: 'HEALTHY_WORKING_LIVES' }), other: () => ({ stream: 'LARGE_EMPLOYER' }), fields: employerCase, keep: { employerCase: 'case.id' } },
  { mutation: 'extendEmployerCase', as: coach, input: (k) => ({ case: k['employerCase'], reason: 'COMPLEX_NEEDS' }), other: () => ({ reason: 'RETURNING_TO_WORK' }), fields: employerCase },
  { mutation: 'enquireAsEmployer', as: coach, input: (k) => ({ employer: k['employer'], topic: 'OTHER', question: 'What may I ask?' }), other: () => ({ question: 'What else?' }), fields: '... on EmployerEnquiryRecorded { enquiry { id } } ... on EmployerRefused { reason }', keep: { enquiry: 'enquiry.id' } },
  { mutation: 'adviseEmployer', as: coach, input: (k) => ({ enquiry: k['enquiry'], kind: 'WRITTEN', text: 'What they can do.' }), other: () => ({ text: 'Nothing.' }), fields: '... on EmployerEnquiryRecorded { enquiry { id } } ... on EmployerRefused { reason }' },
  { mutation: 'dischargeEmployerCase', as: coach, input: (k) => ({ case: k['employerCase'], reason: 'COMPLETED' }), other: () => ({ reason: 'DISENGAGED' }), fields: employerCase },
  { mutation: 'recordSupportedStaff', as: coach, input: (k) => ({ employer: k['employer'], client: k['provider'], since: '2019-02-02' }), other: () => ({ since: '2019-03-03' }), fields: '... on SupportedStaffRecorded { since until } ... on EmployerRefused { reason }' },
  { mutation: 'proposeAdjustment', as: coach, input: (k) => ({ employer: k['employer'], client: k['provider'], type: 'EQUIPMENT', wording: 'A stool.', seenByPerson: true }), other: () => ({ wording: 'A chair.' }), fields: '... on AdjustmentRecorded { adjustment { id } } ... on EmployerRefused { reason }', keep: { adjustment: 'adjustment.id' } },
  { mutation: 'moveAdjustment', as: coach, input: (k) => ({ adjustment: k['adjustment'], move: 'WITHDRAW' }), other: () => ({ move: 'DECLINE' }), fields: '... on AdjustmentRecorded { adjustment { id } } ... on EmployerRefused { reason }' },
]; // prettier-ignore

/** The shipped programmes, with one of them made to have everything: groups, and a stream for employers that has an end. */
export async function programmesWithEverything(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-programmes-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), folder, { recursive: true });
  const file = join(folder, `${programme}.2018-06-01.yaml`);
  const text = await readFile(file, 'utf8');
  const made = text
    .replace(/^    plannedEnd: \[\].*$/m, '')
    .replace('sessionKinds: [INDIVIDUAL]', 'sessionKinds: [INDIVIDUAL, GROUP]');
  await writeFile(file, made);
  return folder;
}

/** The mutations of the contract and the names of their inputs. */
export const operationOf = ({ mutation, fields }: Step): string =>
  `mutation Do($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { __typename ${fields} } }`;

const contract = readFileSync('schema.graphql', 'utf8');
const inputOf = (mutation: string): string => {
  const found = new RegExp(`^  ${mutation}\\([^)]*?input: (\\w+)!`, 'ms').exec(contract)?.[1];
  if (found === undefined) throw new Error(`${mutation} takes no input`);
  return found;
};

/** What stands at a path like `case.plan.actions.0.id`. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], value);
