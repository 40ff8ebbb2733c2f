import { afterEach, expect, test } from '@jest/globals';
import { createClock, startHub, sourceNames, type HubOptions, type SourceName, type TestHub } from './hub.js';
import { AMINA, BLANK, nobodySpecial } from './people.js';
import { everyState, sectionNames, sections, type SectionName } from './sections.js';

let hub: TestHub;
const start = async (options: Partial<HubOptions> = {}): Promise<TestHub> =>
  (hub = await startHub({ people: { AMINA: { person: AMINA }, BLANK: { person: BLANK } }, ...options }));
afterEach(() => hub.close());

const by = (name: string) => ({ by: { nhsNumber: hub.nhsNumber(name) } });
const statesOf = (name: string) => hub.as(`client:${name}`).query(everyState(), by(name));

const fedBy: Readonly<Record<SectionName, readonly SourceName[]>> = {
  demographics: ['nhs-pds'],
  contact: ['nhs-pds'],
  workStatus: ['dwp-citizen', 'provider-dataverse'],
  employment: ['provider-dataverse'],
  benefits: ['dwp-citizen'],
  fitNotes: ['nhs-care-record'],
  conditions: ['nhs-care-record'],
  measures: ['nhs-care-record', 'provider-dataverse'],
  observations: ['nhs-care-record'],
  appointments: ['nhs-care-record'],
  encounters: ['nhs-care-record'],
  referrals: ['provider-dataverse'],
  support: ['provider-dataverse'],
};
/** A section's record is named as the section is: `fitNotes` holds `FitNotes`. */
const recordOf = (name: SectionName) => ({ __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}` });
const forEachSection = (state: (name: SectionName) => unknown): object =>
  Object.fromEntries(sectionNames.map((name) => [name, state(name)]));
const status = (source: string, outcome: string, cause: string | null = null) => ({
  source,
  outcome,
  cause,
  complete: outcome !== 'UNAVAILABLE',
});
const noRecord = (name: SectionName) => ({
  __typename: 'NoRecord',
  category: sections[name],
  sources: fedBy[name].map((source) => status(source, 'NO_RECORD')),
});

test('somebody who has something in every system has a record in every section', async () => {
  await start();
  expect(await statesOf('AMINA')).toEqual({
    data: { client: forEachSection(recordOf) },
  });
});

test('somebody of whom no system holds anything has no record in any section, and every source is named', async () => {
  await start();
  const { data, errors } = await statesOf('BLANK');
  expect(errors).toBeUndefined();
  expect(data.client).toEqual(
    forEachSection((name) => (name === 'demographics' || name === 'contact' ? recordOf(name) : noRecord(name))),
  );
});

test('somebody whom PDS does not know has no demographics', async () => {
  await start();
  const { directory } = hub.demo.hub.services;
  const nhsNumber = nobodySpecial(40).nhsNumber as Parameters<typeof directory.byNHSNumber>[0];
  await directory.enrol({ nhsNumber, externalIds: {}, enrolledAt: '2026-01-01T00:00:00.000Z' });
  const claims = { sub: 'x', organisation: 'NHS-LOGIN', role: 'CLIENT', purpose: 'OWN_RECORD', nhs_number: nhsNumber };
  const answer = await hub.as(claims).query(everyState(['demographics', 'contact']), { by: { nhsNumber } });
  expect(answer).toEqual({
    data: { client: { demographics: noRecord('demographics'), contact: noRecord('contact') } },
  });
});

test('a section that the policy never opens is withheld, whatever stands behind it', async () => {
  await start();
  const withheld = forEachSection((name) => ({
    __typename: 'Withheld',
    category: sections[name],
    reason: 'NEVER_SHARED',
    rule: 'W-02',
    nextStep: null,
  }));
  for (const name of ['AMINA', 'BLANK']) {
    expect(await hub.as('privacy-officer').query(everyState(), by(name))).toEqual({ data: { client: withheld } });
  }
  expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
});

test.each(sourceNames)('%s down costs the sections that it alone feeds, and no other', async (down) => {
  const clock = createClock();
  await start({ clock });
  clock.forward(25 * 3_600_000); // The trace is no longer fresh, so that PDS is asked too.
  hub.fail(down, { kind: 'status', status: 500 });
  const { data, errors } = await statesOf('AMINA');
  expect(errors).toBeUndefined();
  expect(data.client).toEqual(
    forEachSection((name) => {
      // What PDS said before is kept, and says how old it is.
      if (down === 'nhs-pds' || fedBy[name].join() !== down) return recordOf(name);
      return {
        __typename: 'Unavailable',
        category: sections[name],
        cause: 'SERVER_ERROR',
        sources: [status(down, 'UNAVAILABLE', 'SERVER_ERROR')],
      };
    }),
  );
});

test('with every source down every section is unavailable, and each says which source failed it', async () => {
  await start();
  // Whatever the hub had heard from PDS is gone; who the person is it still knows, so that DWP can be asked.
  const { store } = hub.demo.hub;
  const client = (await store.collection('clients').get(await hub.clientId('AMINA')))!;
  const { version, trace: _trace, tracedAt: _tracedAt, ...untraced } = client;
  await store.collection('clients').replace(untraced, version);
  for (const source of sourceNames) hub.fail(source, { kind: 'status', status: 500 });
  expect(await statesOf('AMINA')).toEqual({
    data: {
      client: forEachSection((name) => ({
        __typename: 'Unavailable',
        category: sections[name],
        cause: 'SERVER_ERROR',
        sources: fedBy[name].map((source) => status(source, 'UNAVAILABLE', 'SERVER_ERROR')),
      })),
    },
  });
});

test('of two sources one is down: the record is there, and says which source is missing from it', async () => {
  await start();
  hub.fail('provider-dataverse', { kind: 'reset' });
  const answer = await hub.as('client:AMINA').query(
    `query($by: ClientLookup!) { client(by: $by) {
      measures { ... on Measures { items { instrument total } sources { source outcome cause complete } } }
      workStatus { ... on WorkStatus { inWork statements { provenance { source } } sources { source outcome cause complete } } } } }`,
    by('AMINA'),
  );
  expect(answer).toEqual({
    data: {
      client: {
        measures: {
          items: [{ instrument: 'PHQ_9', total: 14 }],
          sources: [status('nhs-care-record', 'ANSWERED'), status('provider-dataverse', 'UNAVAILABLE', 'UNREACHABLE')],
        },
        workStatus: {
          inWork: 'NO',
          statements: [{ provenance: { source: 'dwp-citizen' } }],
          sources: [status('dwp-citizen', 'ANSWERED'), status('provider-dataverse', 'UNAVAILABLE', 'UNREACHABLE')],
        },
      },
    },
  });
});

test('sources that disagree about work stand side by side, and the hub picks no winner', async () => {
  await start();
  const answer = await hub.as('client:AMINA').query(
    `query($by: ClientLookup!) { client(by: $by) { workStatus { ... on WorkStatus {
      inWork since statements { inWork since asOf provenance { source recordedAt } } } } } }`,
    by('AMINA'),
  );
  expect(answer).toEqual({
    data: {
      client: {
        workStatus: {
          inWork: 'CONFLICTING',
          since: null,
          statements: [
            {
              inWork: false,
              since: null,
              asOf: '2027-01-09',
              provenance: { source: 'dwp-citizen', recordedAt: null },
            },
            {
              inWork: true,
              since: '2026-03-02',
              asOf: '2026-01-05T09:30:00Z',
              provenance: { source: 'provider-dataverse', recordedAt: '2026-01-05T09:30:00Z' },
            },
          ],
        },
      },
    },
  });
});

test('a silent source costs no more than its own deadline, and the others answer in full', async () => {
  const deadlineMs = 300;
  await start({
    latency: { 'provider-dataverse': 20_000 },
    change: (settings) => ({
      ...settings,
      sources: {
        ...settings.sources,
        'provider-dataverse': { ...settings.sources['provider-dataverse']!, deadlineMs },
      },
    }),
  });
  const began = performance.now();
  const { data } = await hub
    .as('client:AMINA')
    .query(everyState(['employment', 'conditions', 'benefits']), by('AMINA'));
  expect(data.client).toEqual({
    employment: {
      __typename: 'Unavailable',
      category: 'EMPLOYMENT_STATUS',
      cause: 'TIMEOUT',
      sources: [status('provider-dataverse', 'UNAVAILABLE', 'TIMEOUT')],
    },
    conditions: { __typename: 'Conditions' },
    benefits: { __typename: 'Benefits' },
  });
  // Less than the 20 seconds that the source would take, however busy the machine.
  expect(performance.now() - began).toBeLessThan(19_000);
});

test('a list that a page limit cut short says that it is not complete', async () => {
  const encounters = Array.from({ length: 7 }, (_, number) => ({
    ...AMINA.encounters[0]!,
    start: `2026-08-0${number + 1}T09:00:00Z`,
  }));
  await start({
    people: { AMINA: { person: { ...AMINA, encounters } } },
    change: (settings) => ({
      ...settings,
      sources: {
        ...settings.sources,
        'nhs-care-record': { ...settings.sources['nhs-care-record']!, pageSize: 2, maxPages: 2 },
      },
    }),
  });
  const { data } = await hub.as('client:AMINA').query(
    `query($by: ClientLookup!) { client(by: $by) { encounters { ... on Encounters { items { start } sources { source outcome cause complete } } }
      appointments { ... on Appointments { sources { complete } } } } }`,
    by('AMINA'),
  );
  expect(data.client.encounters.sources).toEqual([{ ...status('nhs-care-record', 'ANSWERED'), complete: false }]);
  expect(data.client.encounters.items).toHaveLength(4);
  expect(data.client.appointments.sources).toEqual([{ complete: true }]);
});
