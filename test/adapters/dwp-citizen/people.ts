/** Made-up people of these tests, and the subject and call that the hub would ask with. */
import { randomUUID } from 'node:crypto';
import type { CallContext, UpstreamSubject } from '../../../adapters/contract.js';
import type { SandboxPerson } from '../../../adapters/sandbox/person.js';
import type { ClientId, NHSNumber, OrganisationId } from '../../../src/access/types.js';

const nobody: SandboxPerson = {
  nhsNumber: '9990000018',
  familyName: 'Nobody',
  givenName: 'Una',
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
};

export const person = (facts: Partial<SandboxPerson>): SandboxPerson => ({ ...nobody, ...facts });

type Claim = SandboxPerson['claims'][number];

export const universalCredit = (facts: Partial<Claim> = {}, takeHomePayPence?: number): Claim => ({
  benefitType: 'universal_credit',
  status: 'in_payment',
  startDate: '2025-02-01',
  conditionality: 'Preparing for work',
  awards: [
    {
      amountPence: 39_345,
      startDate: '2025-10-01',
      endDate: '2025-10-31',
      status: 'live',
      ...(takeHomePayPence !== undefined && { takeHomePayPence }),
    },
  ],
  ...facts,
});

export const subjectOf = (who: SandboxPerson, facts: Partial<UpstreamSubject> = {}): UpstreamSubject => ({
  clientId: `client-${who.nhsNumber}` as ClientId,
  nhsNumber: who.nhsNumber as NHSNumber,
  ...(who.nino !== undefined && { nino: who.nino }),
  familyName: who.familyName,
  givenName: who.givenName,
  birthDate: who.birthDate,
  postcode: who.postcode,
  externalIds: {},
  ...facts,
});

export const callOf = (facts: Partial<CallContext> = {}): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 10_000,
  correlationId: randomUUID(),
  onBehalfOf: {
    subject: 'coach.amy@provider.example',
    organisation: 'PROV1' as OrganisationId,
    audience: 'WORK_COACH',
    purpose: 'BENEFIT_ADMINISTRATION',
  },
  ...facts,
});
