import { afterEach, expect, test } from '@jest/globals';
import type { DataverseLoaders } from '../../../adapters/provider-dataverse/index.js';
import { openDesk, type Desk } from './desk.js';
import { contactId, job, provider, subject, type Provider } from './people.js';

let desk: Desk;
afterEach(() => desk.close());

/** The loaders of one request to a provider that holds these people. */
async function loadersFor(...held: Provider[]): Promise<DataverseLoaders> {
  desk = await openDesk(held, {}, { clock: () => Date.parse('2025-11-22T12:00:00Z') });
  return desk.load({ deadline: Date.parse('2025-11-22T12:00:10Z') });
}
const provenance = {
  source: 'provider-dataverse',
  retrievedAt: '2025-11-22T12:00:00.000Z',
  recordedAt: '2026-01-05T09:30:00Z',
};

test('a case comes with its programme, coach, plan, goals and sessions', async () => {
  const load = await loadersFor(provider(contactId(1)));
  expect(await load.support(subject(contactId(1)))).toEqual({
    items: [
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        programme: 'WorkWell',
        status: 'open',
        coachName: 'Amy Coach',
        startedOn: '2025-05-12',
        plannedEndOn: '2025-09-29',
        plan: 'Back to work in steps.',
        goals: [{ description: 'Walk daily', kind: 'HEALTH', status: 'open', dueOn: '2025-07-01' }],
        sessions: [
          { heldAt: '2025-05-20T10:00:00Z', mode: 'video', attended: true, topic: 'Confidence', venue: 'Online' },
        ],
        provenance,
      },
    ],
    retrievedAt: provenance.retrievedAt,
    complete: true,
  });
});

test('a referral says when, by whom and to what', async () => {
  const load = await loadersFor(provider(contactId(1)));
  expect((await load.referrals(subject(contactId(1)))).items).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'accepted',
      referredOn: '2025-05-01',
      referredBy: 'Dr Referrer',
      service: 'WorkWell',
      provenance,
    },
  ]);
});

test('a job comes with its hours, its place and the open absence', async () => {
  const load = await loadersFor(provider(contactId(1), { employment: [job({ absenceStart: '2025-11-03' })] }));
  expect((await load.employment(subject(contactId(1)))).items).toEqual([
    {
      employerName: 'Bakery Ltd',
      jobTitle: 'Baker',
      hoursPerWeek: 16.5,
      startDate: '2025-06-02',
      endDate: null,
      employmentStatusCode: '01',
      absence: { startDate: '2025-11-03', endDate: null },
      workplace: 'Leeds',
      provenance,
    },
  ]);
});

test('a measure keeps its raw total with the published band, and EQ-5D-5L its profile', async () => {
  const load = await loadersFor(
    provider(contactId(1), {
      measures: [
        { instrument: 'SWEMWBS', total: 20, assessed: '2025-05-12' },
        { instrument: 'EQ_5D_5L', profile: '21232', assessed: '2025-05-12' },
      ],
    }),
  );
  const { items } = await load.measures(subject(contactId(1)));
  expect(items).toEqual([
    {
      instrument: 'SWEMWBS',
      total: 20,
      profile: null,
      band: 'low',
      assessedAt: '2025-05-12',
      code: { codings: [{ system: null, code: '100000000', display: 'SWEMWBS' }], text: 'SWEMWBS' },
      provenance,
    },
    {
      instrument: 'EQ_5D_5L',
      total: null,
      profile: '21232',
      band: null,
      assessedAt: '2025-05-12',
      code: { codings: [{ system: null, code: '100000001', display: 'EQ-5D-5L' }], text: 'EQ-5D-5L' },
      provenance,
    },
  ]);
});

test.each([
  ['a current job is in work since its first day', [job()], true, '2025-06-02'],
  ['an ended job is not in work since its last day', [job({ endDate: '2025-10-31' })], false, '2025-10-31'],
  [
    'of two jobs the current one speaks',
    [job({ startDate: '2024-01-01', endDate: '2024-12-31' }), job({ startDate: '2025-08-01' })],
    true,
    '2025-08-01',
  ],
  [
    'of two ended jobs the last one speaks',
    [job({ endDate: '2025-10-31' }), job({ endDate: '2025-09-30' })],
    false,
    '2025-10-31',
  ],
  ['a job that ends today is still one', [job({ endDate: '2025-11-22' })], true, '2025-06-02'],
])('%s', async (_, employment, inWork, since) => {
  const load = await loadersFor(provider(contactId(1), { employment }));
  expect((await load.workStatus(subject(contactId(1)))).items).toEqual([
    { inWork, since, asOf: provenance.recordedAt, provenance },
  ]);
});

test.each([
  ['no job on record', []],
  ['a job that has not begun', [job({ startDate: '2025-12-01' })]],
])('%s says nothing about work', async (_, employment) => {
  const load = await loadersFor(provider(contactId(1), { employment }));
  expect((await load.workStatus(subject(contactId(1)))).items).toEqual([]);
});
