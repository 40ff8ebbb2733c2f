/** The rarer consents of the demonstration: with exceptions, for one named person, replaced, and given by a representative. */
import type { ClientId, Viewer } from '../access/types.js';
import type { ConsentTerms } from '../consent/desk.js';
import type { Hub } from '../hub.js';
import { testNHSNumber } from '../identity/nhs-number.js';
import { organisations } from './organisations.js';
import { personas } from './personas.js';

const provider = { kind: 'organisation', organisation: organisations.provider.id } as const;
const shah = {
  kind: 'person',
  subject: personas['work-and-health-coach'].claims.subject,
  organisation: organisations.provider.id,
} as const;
const evidence = {
  method: 'SPOKEN',
  wording: 'May the people named here see what is named here?',
  language: 'en-GB',
  givenBy: 'CLIENT',
} as const;
const toProvider: ConsentTerms = {
  effect: 'PERMIT',
  categories: ['CONDITIONS', 'FIT_NOTES', 'MEASURES'],
  recipients: [provider],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  evidence,
};

/** For a person at one of these places of the list, instead of the usual pattern; undefined for everybody else. */
export function specialConsents(index: number): readonly ConsentTerms[] | undefined {
  switch (index % 32) {
    case 14:
      // All of it, but my health problems; those only for my own coach.
      return [{ ...toProvider, exceptions: [{ categories: ['CONDITIONS'], exceptions: [{ recipients: [shah] }] }] }];
    case 22:
      return [{ ...toProvider, recipients: [shah] }];
    default:
      return undefined;
  }
}

const recorder: Viewer = { ...personas.clinician.claims, audience: 'CLINICIAN', issuer: 'demonstration' };

/** What one record cannot say: a no that a later yes replaced, and a yes that an attorney gave. */
export async function recordLinked(hub: Hub, clientId: ClientId, index: number): Promise<void> {
  const { consents, representatives } = hub.services;
  const key = `demonstration-${index}`;
  if (index % 32 === 30) {
    const no = await consents.record(recorder, clientId, `${key}-no`, { ...toProvider, effect: 'DENY' });
    if (no.kind === 'refused') throw new Error(`Demonstration consent ${key}: ${no.message}`);
    const supersedes = [no.document.consentId];
    await expectStored(consents.record(recorder, clientId, `${key}-yes`, { ...toProvider, supersedes }), key);
  }
  if (index % 32 === 28) {
    const attorney = await representatives.record(recorder, clientId, `${key}-attorney`, {
      nhsNumber: testNHSNumber(950),
      name: 'Robin Ashworth',
      authority: 'HEALTH_AND_WELFARE_ATTORNEY',
      categories: ['CONDITIONS', 'CONSENT_RECORDS', 'FIT_NOTES', 'MEASURES', 'SUPPORT'],
      acts: ['READ', 'RECORD_CONSENT', 'WITHDRAW_CONSENT'],
      period: { start: '2026-01-01', end: '2036-12-31' },
      evidence: 'Registered lasting power of attorney, seen by the practice.',
    });
    if (attorney.kind === 'refused') throw new Error(`Demonstration representative ${key}: ${attorney.message}`);
    const byAttorney: ConsentTerms = {
      ...toProvider,
      period: { start: '2026-01-01', end: '2027-12-31' },
      evidence: { ...evidence, givenBy: 'REPRESENTATIVE', capacity: 'LACKS_CAPACITY' },
    };
    const representative = attorney.document;
    await expectStored(consents.record(recorder, clientId, `${key}-by-attorney`, byAttorney, { representative }), key);
  }
}

async function expectStored(outcome: ReturnType<Hub['services']['consents']['record']>, key: string): Promise<void> {
  const stored = await outcome;
  if (stored.kind === 'refused') throw new Error(`Demonstration consent ${key}: ${stored.message}`);
}
