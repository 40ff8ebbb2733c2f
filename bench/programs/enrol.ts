import type { DemographicsTrace } from '../../adapters/records.js';
import type { NHSNumber, OrganisationId, Viewer } from '../../src/access/types.js';
import type { Hub } from '../../src/hub.js';
import { pageSize, peopleCount, type BenchPerson } from '../upstream/people.js';

/** The practice that every person is registered with: the callers of the client view come from there. */
export const practice = 'BENCH-ALL' as OrganisationId;
/** The clinic that works with the fifty people of one page. */
export const clinicOf = (page: number): OrganisationId => `BENCH-PAGE-${page}` as OrganisationId;
export const pages = peopleCount / pageSize;

const enrolledFrom = Date.UTC(2026, 8, 1);

/** Enrols everybody: traced (so that no PDS call stands in a measured request), related, with the consents that are needed. */
export async function enrolBenchPeople(hub: Hub, people: readonly BenchPerson[]): Promise<void> {
  await Promise.all(people.map((person) => enrolOne(hub, person)));
}

async function enrolOne(hub: Hub, person: BenchPerson): Promise<void> {
  const { directory, tracing, consents } = hub.services;
  const clientId = await directory.enrol({
    nhsNumber: person.nhsNumber as NHSNumber,
    externalIds: { 'nhs-care-record': person.patientId, 'provider-dataverse': person.contactId },
    enrolledAt: new Date(enrolledFrom).toISOString(),
  });
  const client = (await directory.byIds([clientId])).get(clientId);
  if (!client) throw new Error('an enrolled client is not there');
  const retrievedAt = new Date(hub.now()).toISOString();
  await tracing.demographics(client, () => Promise.resolve({ items: [traceOf(person)], retrievedAt, complete: true }));
  // A page lists the newest relationship first, so the first person has the newest one.
  const since = new Date(enrolledFrom - person.index * 60_000).toISOString();
  for (const organisation of [practice, clinicOf(Math.floor(person.index / pageSize))]) {
    await directory.relate({ organisation, clientId, kind: 'REGISTERED_PRACTICE', since });
  }
  const terms = {
    effect: 'PERMIT',
    recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
    purposes: ['DIRECT_CARE'],
    period: { start: '2026-01-01' },
    request: { what: 'The benchmark' },
    evidence: { method: 'ELECTRONIC', wording: 'I agree.', language: 'en-GB', givenBy: 'CLIENT' },
  } as const;
  for (const [key, categories] of [
    ['work', ['BENEFITS', 'WORK_STATUS']],
    ['support', ['EMPLOYMENT_STATUS', 'REFERRALS', 'SUPPORT']],
  ] as const) {
    await consents.record(recorder, clientId, `bench-${person.index}-${key}`, { ...terms, categories });
  }
}

const recorder: Viewer = {
  subject: 'bench',
  organisation: practice,
  audience: 'CLINICIAN',
  purpose: 'DIRECT_CARE',
  issuer: 'bench',
};

const traceOf = (person: BenchPerson): DemographicsTrace => ({
  nhsNumber: person.nhsNumber,
  versionId: '2',
  restriction: 'U',
  names: [
    {
      use: 'usual',
      prefix: [],
      given: [person.givenName],
      family: person.familyName,
      suffix: [],
      text: null,
      periodStart: '2001-01-01',
      periodEnd: null,
    },
  ],
  birthDate: person.birthDate,
  sex: person.sex,
  deceased: { isDeceased: false, at: null, notificationStatus: null },
  nhsNumberStatus: '01',
  addresses: [
    {
      use: 'home',
      lines: ['1 High Street', 'Northgate'],
      city: null,
      postcode: person.postcode,
      periodStart: '2015-04-01',
      periodEnd: null,
    },
  ],
  telecoms: [{ system: 'phone', value: '01632 960001', use: 'home', periodStart: null, periodEnd: null }],
  generalPractice: 'Y90001',
  contactPreference: null,
  interpreterRequired: false,
  language: null,
});
