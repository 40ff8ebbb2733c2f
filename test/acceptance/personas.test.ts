import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataCategories, purposes, type Audience } from '../../src/access/types.js';
import type { PersonaName } from '../../src/demo/personas.js';
import { startHub, type TestHub, type Who } from './hub.js';
import { AMINA, nobodySpecial, supportedBy } from './people.js';
import { everyState, sectionNames, sections } from './sections.js';

const audiences: readonly Audience[] = [
  'CLINICIAN',
  'WORK_COACH',
  'WORK_AND_HEALTH_COACH',
  'PROVIDER_MANAGER',
  'COMMISSIONER',
  'PRIVACY_OFFICER',
];
/** Yes to everything, to everyone. */
const generous = {
  effect: 'PERMIT',
  categories: dataCategories,
  recipients: audiences.map((audience) => ({ kind: 'audience', audience }) as const),
  purposes,
  period: { start: '2026-01-01' },
  request: { what: 'A better-off calculation' },
} as const;
const { nhsNumber: _number, nino: _nino, ...facts } = AMINA;
const again = (index: number) => nobodySpecial(index, { ...facts, provider: supportedBy(index) });

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      SILENT: { person: AMINA },
      GENEROUS: { person: again(11), consents: [generous] },
      PARTIAL: {
        person: again(12),
        consents: [
          {
            ...generous,
            categories: ['CONDITIONS', 'FIT_NOTES'],
            recipients: [{ kind: 'audience', audience: 'WORK_COACH' }],
            purposes: ['EMPLOYMENT_SUPPORT'],
          },
        ],
      },
    },
  });
});
afterAll(() => hub.close());

const letters: Readonly<Record<string, string>> = {
  record: '+',
  NO_CONSENT: 'c',
  NEVER_SHARED: 'n',
  NO_RULE: '-',
};

/** One letter a section, in the order of `sections`: + a record, c it needs consent, n never shared, - no rule. */
async function statesFor(who: Who, name: string): Promise<string> {
  const { data } = await hub.as(who).query(everyState(), { by: { nhsNumber: hub.nhsNumber(name) } });
  return sectionNames
    .map((section) => {
      const { __typename, reason } = data.client[section] as { __typename: string; reason?: string };
      if (__typename !== 'Withheld') return letters[__typename === 'NoRecord' ? 'none' : 'record'];
      return letters[reason ?? ''] ?? '?';
    })
    .join('');
}

// demographics, contact, workStatus, employment, benefits, fitNotes, conditions, measures, observations, appointments,
// encounters, referrals, support
const table: readonly (readonly [PersonaName, string, string])[] = [
  ['clinician', '++ccc++++++cc', '+++++++++++++'],
  ['work-coach', '+c+c+cccncncc', '++++++++n+n++'],
  ['work-and-health-coach', '+cc+ccccncn++', '++++++++n+n++'],
  ['provider-manager', '+-++----n-n++', '+-++----n-n++'],
  ['commissioner', 'cncnnnnnnnncc', '+n+nnnnnnnn++'],
  ['privacy-officer', 'nnnnnnnnnnnnn', 'nnnnnnnnnnnnn'],
];

describe('who sees what', () => {
  test.each(table)('a %s sees %s without a consent and %s with every consent', async (who, without, withAll) => {
    expect([await statesFor(who, 'SILENT'), await statesFor(who, 'GENEROUS')]).toEqual([without, withAll]);
  });

  test('the client sees everything of their own', async () => {
    expect(await statesFor('client:SILENT', 'SILENT')).toBe('+++++++++++++');
  });

  test.each(table)('what is refused to a %s costs no upstream call', async (who, without) => {
    const refused = sectionNames.filter((_name, index) => without[index] !== '+');
    hub.forget();
    const { data } = await hub.as(who).query(everyState(refused), { by: { nhsNumber: hub.nhsNumber('SILENT') } });
    expect(Object.values(data.client as Record<string, { __typename: string }>).map((each) => each.__typename)).toEqual(
      refused.map(() => 'Withheld'),
    );
    expect(hub.asked()).toEqual({
      'nhs-pds': 0,
      'nhs-care-record': 0,
      'dwp-citizen': 0,
      'provider-dataverse': 0,
    });
  });

  test('a permitted section asks only the systems that feed it', async () => {
    hub.forget();
    await hub.as('clinician').query(everyState(['conditions']), { by: { nhsNumber: hub.nhsNumber('SILENT') } });
    const { 'nhs-care-record': careRecord, ...others } = hub.asked();
    expect(careRecord).toBeGreaterThan(0);
    expect(others).toEqual({ 'nhs-pds': 0, 'dwp-citizen': 0, 'provider-dataverse': 0 });
  });
});

const by = (name: string) => ({ by: { nhsNumber: hub.nhsNumber(name) } });

test('conditionality never reaches health, though the client consented to it and benefits are shown', async () => {
  const answer = await hub.as('clinician').query(
    `query($by: ClientLookup!) { client(by: $by) { benefits { ... on Benefits { claims { benefitType }
      conditionality { __typename ... on Withheld { category reason rule nextStep } } } } } }`,
    by('GENEROUS'),
  );
  expect(answer).toEqual({
    data: {
      client: {
        benefits: {
          claims: [{ benefitType: 'universal_credit' }],
          conditionality: {
            __typename: 'Withheld',
            category: 'CONDITIONALITY',
            reason: 'NEVER_SHARED',
            rule: 'W-01',
            nextStep: null,
          },
        },
      },
    },
  });
});

test('a work coach sees the conditions that the client agreed to, and which kinds were not shown', async () => {
  const answer = await hub.as('work-coach').query(
    `query($by: ClientLookup!) { client(by: $by) { conditions { ... on Conditions {
      items { code { codings { display } } classification } withheld { category reason rule } sources { source outcome } } } } }`,
    by('PARTIAL'),
  );
  expect(answer).toEqual({
    data: {
      client: {
        conditions: {
          items: [{ code: { codings: [{ display: 'Low back pain' }] }, classification: 'CONDITIONS' }],
          withheld: [
            { category: 'RESTRICTED_CONDITIONS', reason: 'NEVER_SHARED', rule: 'W-04' },
            { category: 'SUBSTANCE_USE_CONDITIONS', reason: 'NO_CONSENT', rule: 'J-02' },
            { category: 'MENTAL_HEALTH_CONDITIONS', reason: 'NO_CONSENT', rule: 'J-02' },
          ],
          sources: [{ source: 'nhs-care-record', outcome: 'ANSWERED' }],
        },
      },
    },
  });
});

test('one query for two purposes has two results', async () => {
  const coach = { sub: 'coach-lewis', organisation: 'DWP-NORTHGATE', role: 'WORK_COACH' };
  const ask = (purpose: string) => hub.as({ ...coach, purpose }).query(everyState(['fitNotes']), by('PARTIAL'));
  expect(await ask('EMPLOYMENT_SUPPORT')).toEqual({ data: { client: { fitNotes: { __typename: 'FitNotes' } } } });
  expect(await ask('BENEFIT_ADMINISTRATION')).toEqual({
    data: {
      client: {
        fitNotes: {
          __typename: 'Withheld',
          category: sections.fitNotes,
          reason: 'NO_RULE',
          rule: 'DEFAULT-DENY',
          nextStep: null,
        },
      },
    },
  });
});

test('a refusal says the lawful next step', async () => {
  const { data } = await hub.as('clinician').query(everyState(['support']), by('SILENT'));
  expect(data.client.support).toEqual({
    __typename: 'Withheld',
    category: 'SUPPORT',
    reason: 'NO_CONSENT',
    rule: 'H-02',
    nextStep: 'Ask the client during the consultation, and record their consent.',
  });
});

test('who looked is for the client and the privacy officer, and for nobody else', async () => {
  const history = `query($by: ClientLookup!) { client(by: $by) { accessHistory(first: 1) {
    edges { node { audience } } pageInfo { hasPreviousPage } withheld { category reason rule } } } }`;
  for (const who of ['client:SILENT', 'privacy-officer'] as const) {
    const { data } = await hub.as(who).query(history, by('SILENT'));
    expect(data.client.accessHistory.withheld).toBeNull();
    expect(data.client.accessHistory.edges).toHaveLength(1);
  }
  const refusals = { clinician: 'W-05', 'work-coach': 'W-05', 'provider-manager': 'W-05', commissioner: 'W-03' };
  for (const [who, rule] of Object.entries(refusals)) {
    expect(await hub.as(who as PersonaName).query(history, by('SILENT'))).toEqual({
      data: {
        client: {
          accessHistory: {
            edges: [],
            pageInfo: { hasPreviousPage: false },
            withheld: { category: 'ACCESS_HISTORY', reason: 'NEVER_SHARED', rule },
          },
        },
      },
    });
  }
});
