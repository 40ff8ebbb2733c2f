import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { importFile } from '../../../adapters/provider-csv/import.js';
import { createProviderCsvLoaders } from '../../../adapters/provider-csv/loaders.js';
import type { CallContext, UpstreamSubject } from '../../../adapters/contract.js';
import type { ClientId, NHSNumber, OrganisationId } from '../../../src/access/types.js';
import { fixture, now, openGround, settings, type Ground } from './ground.js';

let ground: Ground;
let reads: number;
beforeEach(async () => {
  ground = await openGround();
  await importFile(await fixture('clients.csv'), settings, ground, now);
  reads = 0;
});
afterEach(() => ground.remove());

const subject = (nhsNumber: string): UpstreamSubject => ({
  clientId: 'CLIENT' as ClientId,
  nhsNumber: nhsNumber as NHSNumber,
  externalIds: {},
});
const amina = subject('9434765919');
const ben = subject('9434765870');

function loaders(signal = new AbortController().signal) {
  const call: CallContext = {
    signal,
    deadline: now() + 5_000,
    correlationId: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    onBehalfOf: {
      subject: 'dr-adeyemi',
      organisation: 'A81001' as OrganisationId,
      audience: 'CLINICIAN',
      purpose: 'DIRECT_CARE',
    },
  };
  const counting = {
    collection: ((name: 'providerRows') => {
      const real = ground.store.collection(name);
      return { ...real, find: (query: never) => ((reads += 1), real.find(query)) };
    }) as Ground['store']['collection'],
  };
  const later = (): number => now() + 3_600_000;
  return createProviderCsvLoaders({ provider: 'brightway', ground: { ...ground, store: counting }, now: later }, call);
}
const retrievedAt = '2025-06-02T09:30:00.000Z';
const provenance = { source: 'provider-csv', retrievedAt, recordedAt: '2025-06-02' };

test('a job is told as the file had it', async () => {
  expect(await loaders().employment(amina)).toEqual({
    items: [
      {
        employerName: 'Harbour "Deli", Ltd',
        jobTitle: 'Baker',
        hoursPerWeek: 22.5,
        startDate: '2025-04-07',
        endDate: null,
        employmentStatusCode: '01',
        absence: { startDate: '2025-05-19', endDate: null },
        workplace: null,
        provenance,
      },
    ],
    retrievedAt,
    complete: true,
  });
});

test('whether someone is in work is said as of the day on which the provider updated the row', async () => {
  const { workStatus } = loaders();
  expect((await workStatus(amina)).items).toEqual([
    { inWork: true, since: '2025-04-07', asOf: '2025-06-02', provenance },
  ]);
  expect((await workStatus(ben)).items).toEqual([
    { inWork: false, since: null, asOf: '2025-05-28', provenance: { ...provenance, recordedAt: '2025-05-28' } },
  ]);
});

test('a case that several rows of a client repeat is one case, as it was last updated', async () => {
  const { items } = await loaders().support(amina);
  expect(items).toEqual([
    {
      id: 'C-1',
      programme: 'Individual Placement and Support',
      status: 'open',
      coachName: 'Okafor, Ada',
      startedOn: '2025-03-24',
      plannedEndOn: '2026-03-23',
      plan: null,
      goals: [],
      sessions: [],
      provenance,
    },
  ]);
});

test('a referral and a score are told with their dates', async () => {
  const { referrals, measures } = loaders();
  expect((await referrals(amina)).items).toMatchObject([{ referredOn: '2025-03-10', referredBy: 'A81001' }]);
  expect((await measures(amina)).items).toMatchObject([
    { instrument: 'PHQ_9', total: 12, band: 'moderate', assessedAt: '2025-05-30' },
  ]);
  expect((await referrals(ben)).items).toEqual([]);
});

test('a person whom no file names has no record, as of now', async () => {
  expect(await loaders().support(subject('9000000009'))).toEqual({
    items: [],
    retrievedAt: '2025-06-02T10:30:00.000Z',
    complete: true,
  });
});

test('all sections of a page of clients are one read of the store', async () => {
  const { employment, support, measures, workStatus, referrals } = loaders();
  await Promise.all([amina, ben].flatMap((person) => [employment(person), support(person), measures(person)]));
  await Promise.all([workStatus(amina), referrals(ben)]);
  expect(reads).toBe(1);
});

test('another provider’s loaders do not see the rows', async () => {
  const call = { signal: new AbortController().signal } as CallContext;
  const other = createProviderCsvLoaders({ provider: 'other', ground, now }, call);
  expect((await other.support(amina)).items).toEqual([]);
});

test('a store that cannot be read, or a caller that has gone, is one typed error', async () => {
  await expect(loaders(AbortSignal.abort()).support(amina)).rejects.toMatchObject({ reason: 'CANCELLED' });
  const broken = {
    ...ground,
    store: { collection: () => ({ find: () => Promise.reject(new Error('gone')) }) as never },
  };
  const call = { signal: new AbortController().signal } as CallContext;
  const failing = createProviderCsvLoaders({ provider: 'brightway', ground: broken, now }, call);
  await expect(failing.support(amina)).rejects.toMatchObject({ name: 'UpstreamError', reason: 'UNREACHABLE' });
});
