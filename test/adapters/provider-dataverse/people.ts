/** Made-up people of these tests, and the subject and call that the hub would ask with. */
import { randomUUID } from 'node:crypto';
import type { CallContext, UpstreamSubject } from '../../../adapters/contract.js';
import type { SandboxPerson } from '../../../adapters/sandbox/person.js';
import type { ClientId, NHSNumber, OrganisationId } from '../../../src/access/types.js';

export type Provider = NonNullable<SandboxPerson['provider']>;

export const provider = (contactId: string, facts: Partial<Provider> = {}): Provider => ({
  contactId,
  programme: 'WorkWell',
  status: 'open',
  coachName: 'Amy Coach',
  referredOn: '2025-05-01',
  referredBy: 'Dr Referrer',
  startedOn: '2025-05-12',
  plannedEndOn: '2025-09-29',
  plan: 'Back to work in steps.',
  goals: [{ description: 'Walk daily', kind: 'HEALTH', status: 'open', dueOn: '2025-07-01' }],
  sessions: [{ heldAt: '2025-05-20T10:00:00Z', mode: 'video', attended: true, topic: 'Confidence', venue: 'Online' }],
  employment: [],
  measures: [],
  ...facts,
});

export const job = (facts: Partial<Provider['employment'][number]> = {}): Provider['employment'][number] => ({
  employerName: 'Bakery Ltd',
  jobTitle: 'Baker',
  hoursPerWeek: 16.5,
  startDate: '2025-06-02',
  workplace: 'Leeds',
  ...facts,
});

/** A contact id for each number. */
export const contactId = (number: number): string => `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const person = (held?: Provider): SandboxPerson => ({
  nhsNumber: '9990000018',
  familyName: 'Example',
  givenName: 'Amina',
  prefix: 'Ms',
  birthDate: '1990-01-01',
  sex: 'female',
  addressLines: ['1 Test Street'],
  postcode: 'LS1 1BA',
  phone: '07700900000',
  generalPractice: 'Y12345',
  restriction: 'U',
  conditions: [],
  fitNotes: [],
  measures: [],
  appointments: [],
  encounters: [],
  claims: [],
  ...(held && { provider: held }),
});

/** A client of the hub; without a contact id, one that the provider does not know. */
export const subject = (id?: string): UpstreamSubject => ({
  clientId: `client-${id ?? 'unknown'}` as ClientId,
  nhsNumber: '9990000018' as NHSNumber,
  externalIds: id === undefined ? {} : { 'provider-dataverse': id },
});

export const callOf = (facts: Partial<CallContext> = {}): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 10_000,
  correlationId: randomUUID(),
  onBehalfOf: {
    subject: 'coach.amy@provider.example',
    organisation: 'PROV1' as OrganisationId,
    audience: 'WORK_AND_HEALTH_COACH',
    purpose: 'EMPLOYMENT_SUPPORT',
  },
  ...facts,
});
