/** The cases of the decision, each as a person of their own: what was said, and what a caller must then find in a section. */
import { dataCategories, purposes, type OrganisationId } from '../../../src/access/types.js';
import { organisations, type PartnerName } from '../../../src/demo/organisations.js';
import type { SandboxPerson } from '../../../adapters/sandbox/person.js';
import type { Claims, Enrolment, TestHub, Who } from '../../acceptance/hub.js';
import { AMINA, nobodySpecial, supportedBy } from '../../acceptance/people.js';

type Terms = NonNullable<Enrolment['consents']>[number];
export const coach: Who = 'work-and-health-coach';
export const clinician: Who = 'clinician';
/** A doctor of a hospital that works with nobody here. */
export const nightDoctor: Claims = {
  sub: 'dr-night',
  organisation: 'RHOSP',
  role: 'CLINICIAN',
  purpose: 'DIRECT_CARE',
};

const colleague: Claims = { sub: 'coach-lee', organisation: 'PATHWAYS', role: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' }; // prettier-ignore

export interface Case {
  /** In words: what distinguishes the person. */
  readonly says: string;
  readonly facts?: Partial<SandboxPerson>;
  readonly consents?: readonly Terms[];
  readonly with?: readonly PartnerName[];
  /** What is done once they are enrolled. */
  readonly then?: (hub: TestHub, name: string) => Promise<void>;
  /** Who looks, and what stands in a section: its type, or the reason why it is withheld. Null: there is no such person for them. */
  readonly finds: readonly (readonly [Who, Readonly<Record<string, string>> | null])[];
}

const toProvider: Terms['recipients'] = [{ kind: 'organisation', organisation: organisations.provider.id }];
const yes = (change: Partial<Terms> = {}): Terms => ({
  effect: 'PERMIT',
  categories: ['CONTACT', 'WORK_STATUS', 'FIT_NOTES', 'CONDITIONS', 'MENTAL_HEALTH_CONDITIONS', 'APPOINTMENTS'],
  recipients: toProvider,
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  ...change,
});
const no = (change: Partial<Terms> = {}): Terms => yes({ effect: 'DENY', ...change });
const everybody: Pick<Terms, 'recipients' | 'purposes'> = {
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }, { kind: 'audience', audience: 'WORK_AND_HEALTH_COACH' }],
  purposes,
}; // prettier-ignore
const withdrawsAll = async (hub: TestHub, name: string): Promise<void> => {
  const { data } = await hub.as(`client:${name}`).query('{ me { consents { id status } } }');
  for (const { id } of data.me.consents as readonly { id: string }[]) await hub.as(`client:${name}`).withdraw(id);
};
const shut = (reason: string) => ({ fitNotes: reason, contact: reason, conditions: reason });
const open = { fitNotes: 'FitNotes', contact: 'Contact', conditions: 'Conditions', support: 'Support' };

export const cases: Readonly<Record<string, Case>> = {
  PERMITS: { says: 'a yes', consents: [yes()], finds: [[coach, open]] },
  SILENT: { says: 'no word', finds: [[coach, { ...shut('NO_CONSENT'), support: 'Support' }], [clinician, { fitNotes: 'FitNotes', employment: 'NO_CONSENT' }]] },
  DENIES: { says: 'a no besides a yes', consents: [yes(), no({ categories: ['FIT_NOTES'] })], finds: [[coach, { ...open, fitNotes: 'DENIED_BY_CLIENT' }]] },
  EXCEPTS: { says: 'a yes with an exception', consents: [yes({ exceptions: [{ categories: ['FIT_NOTES'] }] })], finds: [[coach, { ...open, fitNotes: 'DENIED_BY_CLIENT' }]] },
  WITHDRAWN: { says: 'a yes that was taken back', consents: [yes()], then: withdrawsAll, finds: [[coach, shut('CONSENT_WITHDRAWN')]] },
  EXPIRED: { says: 'a yes that has ended and says active', consents: [yes({ period: { start: '2026-01-01', end: '2026-02-01' } })], finds: [[coach, shut('CONSENT_EXPIRED')]] },
  EARLY: { says: 'a yes that has not begun', consents: [yes({ period: { start: '2096-01-01' } })], finds: [[coach, shut('CONSENT_EXPIRED')]] },
  ELSEWHERE: { says: 'a yes to another organisation', consents: [yes({ recipients: [{ kind: 'organisation', organisation: 'OTHER' as OrganisationId }] })], finds: [[coach, shut('NO_CONSENT')]] },
  COLLEAGUE: { says: 'a yes to a colleague', consents: [yes({ recipients: [{ kind: 'person', subject: 'coach-lee', organisation: organisations.provider.id }] })], finds: [[coach, shut('NO_CONSENT')], [colleague, open]] },
  PURPOSE: { says: 'a yes for another purpose', consents: [yes({ purposes: ['BENEFIT_ADMINISTRATION'] })], finds: [[coach, shut('NO_CONSENT')]] },
  LATELY: { says: 'a yes to data of a period', consents: [yes({ dataPeriod: { start: '2026-08-01' } })], finds: [[coach, { fitNotes: 'FitNotes' }]] },
  NOT_THEN: { says: 'a yes to data of a period in which there is none', consents: [yes({ dataPeriod: { start: '2019-06-01', end: '2019-07-01' } })], finds: [[coach, { fitNotes: 'NoRecord' }]] },
  KINDS: { says: 'a yes to some conditions', consents: [yes({ categories: ['CONDITIONS'] })], finds: [[coach, { conditions: 'Conditions', fitNotes: 'NO_CONSENT' }]] },
  SEALED: { says: 'a no to the most sensitive items, whose existence hides', consents: [no({ ...everybody, categories: ['RESTRICTED_CONDITIONS'] })], finds: [[clinician, { conditions: 'Conditions', fitNotes: 'FitNotes' }]] },
  VAGUE: { says: 'a yes to benefits that names no request', consents: [yes({ categories: ['BENEFITS'] })], finds: [[coach, { benefits: 'CONSENT_NOT_SPECIFIC' }]] },
  SPECIFIC: { says: 'a yes to benefits for one request', consents: [yes({ categories: ['BENEFITS', 'CONDITIONALITY'], request: { what: 'Better-off check' } })], finds: [[coach, { benefits: 'Benefits' }]] },
  NEVER: { says: 'a no to the care team', consents: [no({ ...everybody, categories: ['FIT_NOTES', 'CONDITIONS', 'SUPPORT'] })], finds: [[clinician, { fitNotes: 'DENIED_BY_CLIENT', conditions: 'DENIED_BY_CLIENT', contact: 'Contact' }]] },
  AGREES: { says: 'a yes to the care team', consents: [yes({ ...everybody, categories: dataCategories })], finds: [[clinician, { employment: 'Employment', support: 'Support' }]] },
  HIDDEN: { says: 'a restricted location', facts: { restriction: 'R' }, consents: [yes(), yes({ ...everybody, categories: dataCategories })], finds: [[coach, { ...open, contact: 'LOCATION_RESTRICTED' }], [clinician, { contact: 'LOCATION_RESTRICTED' }]] },
  STRANGER: { says: 'no relationship', with: ['jobcentre'], consents: [yes({ ...everybody, categories: dataCategories })], finds: [[coach, null], [clinician, null], [nightDoctor, null]] },
  EMERGENCY: { says: 'an emergency access that runs', with: ['practice'], then: (hub, name) => openAccess(hub, name).then(() => undefined), finds: [[nightDoctor, { fitNotes: 'FitNotes', benefits: 'NO_RELATIONSHIP' }], [coach, null]] },
  CLOSED: { says: 'an emergency access that was closed', with: ['practice'], then: closedAgain, finds: [[nightDoctor, null], [coach, null]] },
  CHILD: { says: 'a parent with authority over some of it', then: (hub, name) => represented(hub, name), finds: [['client:PARENT', { fitNotes: 'FitNotes', benefits: 'PROXY_OUT_OF_SCOPE' }], ['client:CHILD', { fitNotes: 'FitNotes', benefits: 'Benefits' }]] },
  GROWN: { says: 'a parent whose authority was ended', then: (hub, name) => represented(hub, name, true), finds: [['client:PARENT', null], ['client:GROWN', open]] },
  PARENT: { says: 'nothing but being a parent', finds: [['client:PARENT', open], ['commissioner', { fitNotes: 'NEVER_SHARED', support: 'NO_CONSENT' }], ['privacy-officer', { fitNotes: 'NEVER_SHARED', support: 'NEVER_SHARED' }]] },
}; // prettier-ignore

/** Everybody of the cases; each has all that there can be in every system. */
export const people = (): Readonly<Record<string, Enrolment>> =>
  Object.fromEntries(
    Object.entries(cases).map(([name, { facts, consents, with: partners }], index) => {
      const { nhsNumber: _number, nino: _nino, ...amina } = AMINA;
      const person = nobodySpecial(200 + index, { ...amina, provider: supportedBy(200 + index), ...facts });
      return [name, { person, ...(consents && { consents }), ...(partners && { with: partners }) }];
    }),
  );

let keys = 0;
export const newKey = (): string => `every-path-${(keys += 1)}`;

/** @returns id of the grant */
async function openAccess(hub: TestHub, name: string): Promise<string> {
  const opened = `mutation($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { ... on EmergencyAccessOpened { emergencyAccess { id } } } }`;
  const input = { idempotencyKey: newKey(), client: { nhsNumber: hub.nhsNumber(name) }, reason: 'CANNOT_BE_ASKED', note: 'Unconscious.' };
  return (await hub.as(nightDoctor).query(opened, { input })).data.openEmergencyAccess.emergencyAccess.id as string;
} // prettier-ignore

async function closedAgain(hub: TestHub, name: string): Promise<void> {
  const input = { idempotencyKey: newKey(), emergencyAccess: await openAccess(hub, name) };
  await hub.as(nightDoctor).query(`mutation($input: CloseEmergencyAccessInput!) { closeEmergencyAccess(input: $input) { __typename } }`, { input });
} // prettier-ignore

async function represented(hub: TestHub, name: string, andEnded = false): Promise<void> {
  const record = `mutation($input: RecordRepresentativeInput!) { recordRepresentative(input: $input) { ... on RepresentativeRecorded { representative { id } } } }`;
  const { data } = await hub.as(clinician).query(record, {
    input: {
      idempotencyKey: newKey(),
      client: await hub.idFor('practice', name),
      nhsNumber: hub.nhsNumber('PARENT'),
      name: 'A Parent',
      authority: 'PARENTAL_RESPONSIBILITY',
      categories: ['FIT_NOTES', 'CONDITIONS', 'SUPPORT', 'CONSENT_RECORDS'],
      acts: ['READ', 'RECORD_CONSENT'],
      validTo: '2096-01-01',
      evidence: 'Birth certificate',
    },
  });
  if (!andEnded) return;
  const end = `mutation($input: EndRepresentativeInput!) { endRepresentative(input: $input) { __typename } }`;
  const representative = data.recordRepresentative.representative.id as string;
  await hub.as(clinician).query(end, { input: { idempotencyKey: newKey(), representative } });
}
