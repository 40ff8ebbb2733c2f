import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { factNames, factOf } from '../../src/programme/facts.js';
import * as words from '../../src/programme/words.js';
import { startHub, type TestHub } from './hub.js';
import { nobodySpecial, supportedBy } from './people.js';

const yes = {
  effect: 'PERMIT',
  categories: ['WORK_STATUS', 'CONTACT'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
} as const;
/** Lives in Manchester, is out of work, 36 years old, and has a fit note. */
const facts = {
  birthDate: '1990-05-17',
  postcode: 'M5 4WT',
  provider: supportedBy(7, {
    employment: [
      {
        employerName: 'Harbour Hotels',
        jobTitle: 'Porter',
        hoursPerWeek: 30,
        workplace: 'Quayside',
        startDate: '2024-01-01',
        endDate: '2026-03-31',
      },
    ],
  }),
  claims: [
    {
      benefitType: 'universal_credit',
      status: 'in_payment',
      startDate: '2026-04-10',
      conditionality: 'Preparing for work',
      awards: [
        { amountPence: 61_223, startDate: '2026-10-10', endDate: '2027-01-09', status: 'live', takeHomePayPence: 0 },
      ],
    },
  ],
  fitNotes: [
    {
      status: 'NOT_FIT_FOR_WORK',
      assessed: '2026-05-01',
      from: '2026-05-01',
      to: '2026-05-29',
      adjustments: [],
      conditionCode: '279039007',
      conditionDisplay: 'Low back pain',
    },
  ],
} as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      OPEN: {
        person: nobodySpecial(7, { ...facts, fitNotes: [...facts.fitNotes], claims: [...facts.claims] as never }),
        consents: [yes],
      },
      SILENT: {
        person: nobodySpecial(8, {
          ...facts,
          fitNotes: [...facts.fitNotes],
          claims: [...facts.claims] as never,
          provider: supportedBy(8),
        }),
      },
      HIDDEN: { person: nobodySpecial(9, { postcode: 'M5 4WT', restriction: 'R' }), consents: [yes] },
      STRANGER: { person: nobodySpecial(10), with: ['jobcentre'] },
    },
  });
});
afterAll(() => hub.close());

interface Checked {
  readonly streams: readonly {
    readonly stream: string;
    readonly outcome: string;
    readonly missing: readonly unknown[];
  }[];
  readonly read: readonly unknown[];
  readonly withheld: readonly unknown[];
}
interface Named {
  readonly name: string;
}
const check = `query Check($input: EligibilityInput!) { checkEligibility(input: $input) {
  on streams { programme version stream outcome reasons { criterion state says } missing { fact input question couldMakeEligible couldMakeNotEligible } alternatives { kind name } }
  read { category facts } withheld { category reason } } }`;
const checked = async (who: Parameters<TestHub['as']>[0], input: object): Promise<Checked> => {
  const { data, errors } = await hub.as(who).query(check, { input });
  expect(errors).toBeUndefined();
  return data.checkEligibility as Checked;
};

describe('without personal data', () => {
  test('a work coach learns which stream of the gateway fits, why, and what is offered instead', async () => {
    const { streams } = await checked('work-coach', {
      programmes: ['scotland-health-and-work-support'],
      on: '2019-02-28',
      facts: {
        inPaidWork: false,
        jobLostThroughHealth: true,
        lastJobEndedOn: '2018-08-31',
        homePostcodeDistrict: 'KY1',
      },
    });
    expect(streams.map(({ stream, outcome }) => [stream, outcome])).toEqual([
      ['WORKING_HEALTH_SERVICES', 'NOT_ELIGIBLE'],
      ['LARGE_EMPLOYER', 'NOT_ELIGIBLE'],
      ['EMPLOYABILITY_AND_HEALTH', 'NOT_ELIGIBLE'],
    ]);
    expect(streams[2]).toEqual({
      programme: 'scotland-health-and-work-support',
      version: '2018-06-01',
      stream: 'EMPLOYABILITY_AND_HEALTH',
      outcome: 'NOT_ELIGIBLE',
      reasons: [
        { criterion: 'UNEMPLOYED', state: 'MET', says: 'The person is out of work.' },
        { criterion: 'LESS_THAN_SIX_MONTHS', state: 'NOT_MET', says: 'The last job ended six months ago or more.' },
        {
          criterion: 'THROUGH_HEALTH',
          state: 'MET',
          says: 'The job ended because of a health condition or disability.',
        },
        { criterion: 'AREA', state: 'MET', says: 'The person lives in Dundee or Fife.' },
      ],
      missing: [],
      alternatives: [{ kind: 'LIGHT_TOUCH', name: 'Light touch' }],
    });
  });

  test('what is missing is named, with what it could settle', async () => {
    const { streams } = await checked('clinician', {
      programmes: ['scotland-health-and-work-support'],
      on: '2019-02-28',
      facts: { inPaidWork: true, strugglingAtWork: true, hasHealthCondition: true, employerHeadcount: 249 },
    });
    expect(streams[0]?.missing).toEqual([
      {
        fact: 'home.area',
        input: 'homePostcodeDistrict',
        question: 'In which postcode district does the person live?',
        couldMakeEligible: true,
        couldMakeNotEligible: false,
      },
      {
        fact: 'employer.area',
        input: 'employerPostcodeDistrict',
        question: 'In which postcode district is the employer?',
        couldMakeEligible: true,
        couldMakeNotEligible: false,
      },
    ]);
  });

  test('an employer asks for itself', async () => {
    const { streams } = await checked('work-coach', {
      pathway: 'EMPLOYER',
      on: '2019-02-28',
      facts: { employerWantsAdvice: true, employerPostcodeDistrict: 'dd1' },
    });
    expect(streams.map(({ stream, outcome }) => [stream, outcome])).toEqual([['HEALTHY_WORKING_LIVES', 'ELIGIBLE']]);
  });

  test('nothing is recorded, because nobody is looked at', async () => {
    const before = (await hub.ledger()).length;
    await checked('clinician', { facts: { age: 40 } });
    expect(await hub.ledger()).toHaveLength(before);
  });

  test.each([
    [
      { facts: { homePostcodeDistrict: 'M5 4WT' } },
      'input.facts.homePostcodeDistrict must be a postcode district such as DD1, without the rest of the postcode.',
    ],
    [{ facts: { age: 131 } }, 'input.facts.age must be 0 to 130.'],
    [{ facts: { employerHeadcount: -1 } }, 'input.facts.employerHeadcount must not be negative.'],
    [
      { on: '2026-01-01', facts: { lastJobEndedOn: '2026-01-02' } },
      'input.facts.lastJobEndedOn is after the day that is asked for.',
    ],
    [{ programmes: ['nothing'] }, 'input.programmes names a programme that there is not on that day.'],
  ])('%j is refused in words that repeat no value', async (input, message) => {
    const { data, errors } = await hub.as('clinician').query(check, { input });
    expect(data.checkEligibility).toBeNull();
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_INPUT', owner: 'SENDER' } }]);
  });
});

describe('for a client', () => {
  const workwell = (who: Parameters<TestHub['as']>[0], client: string, given: object = {}) =>
    checked(who, { client, programmes: ['workwell'], on: '2026-11-01', facts: { mayWorkInUK: true, ...given } });
  const outcomeOf = ({ streams }: Checked) =>
    Object.fromEntries(streams.map(({ stream, outcome }) => [stream, outcome]));

  test('missing facts are read from the sections that the caller may see', async () => {
    const found = await workwell('clinician', await hub.idFor('practice', 'OPEN'));
    expect(outcomeOf(found)).toEqual({
      NORTH_CENTRAL_LONDON: 'NOT_ELIGIBLE',
      GREATER_MANCHESTER: 'ELIGIBLE',
      BLACKBURN: 'NOT_ELIGIBLE',
    });
    expect(found.read).toEqual([
      { category: 'DEMOGRAPHICS', facts: ['person.age'] },
      { category: 'CONTACT', facts: ['home.area', 'practice.area'] },
      { category: 'WORK_STATUS', facts: ['work.inPaidWork'] },
      { category: 'FIT_NOTES', facts: ['health.hasCondition'] },
    ]);
    expect(found.withheld).toEqual([]);
  });

  test('a section that the caller may not see is not asked, and the answer says that it could have mattered', async () => {
    hub.forget();
    const found = await workwell('clinician', await hub.idFor('practice', 'SILENT'));
    expect(outcomeOf(found)['GREATER_MANCHESTER']).toBe('CANNOT_SAY_YET');
    expect(found.withheld).toEqual([{ category: 'WORK_STATUS', reason: 'NO_CONSENT' }]);
    expect(hub.asked()).toMatchObject({ 'dwp-citizen': 0, 'provider-dataverse': 0 });
    const lines = (await hub.ledger())
      .at(-1)
      ?.lines.map(({ section, category, outcome }) => [section, category, outcome]);
    expect(lines).toEqual(expect.arrayContaining([['Query.checkEligibility', 'WORK_STATUS', 'REFUSED']]));
  });

  test('a section that can no longer change an answer is not asked', async () => {
    hub.forget();
    const found = await workwell('clinician', await hub.idFor('practice', 'OPEN'), {
      hasHealthCondition: true,
      inPaidWork: false,
      lastJobEndedOn: '2026-03-31',
      age: 36,
      homePostcodeDistrict: 'M5',
      practiceCode: 'Y1',
    });
    expect(found.read).toEqual([]);
    expect(Object.values(hub.asked()).every((times) => times === 0)).toBe(true);
  });

  test('the area of somebody whose location is restricted stays unknown', async () => {
    const found = await workwell('clinician', await hub.idFor('practice', 'HIDDEN'));
    expect(found.withheld).toContainEqual({ category: 'CONTACT', reason: 'LOCATION_RESTRICTED' });
    expect(JSON.stringify(found.read)).not.toContain('area');
    expect(outcomeOf(found)['GREATER_MANCHESTER']).toBe('CANNOT_SAY_YET');
  });

  test('somebody whom the caller does not work with cannot be told from nobody, and both are recorded', async () => {
    const stranger = await hub
      .as('clinician')
      .send(check, { input: { client: await hub.idFor('practice', 'STRANGER') } });
    const nobody = await hub.as('clinician').send(check, { input: { client: 'A'.repeat(32) } });
    expect(JSON.parse(stranger.body)).toEqual({ data: { checkEligibility: null } });
    expect(nobody.body).toBe(stranger.body);
    expect((await hub.ledger()).slice(-2).flatMap(({ lines }) => lines.map(({ outcome }) => outcome))).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
  });
});

test('every programme publishes its eligibility as data', async () => {
  const { data } = await hub.as('work-coach')
    .query(`{ programmes(on: "2019-02-28") { id version enrolling brand { name } words { client }
    streams { code pathway criteria { code rule facts } plannedEnd { when after { amount unit } } } } }`);
  expect(
    (data.programmes as { id: string; words: { client: string } }[]).map(({ id, words: { client } }) => [id, client]),
  ).toEqual([
    ['health-trainers', 'client'],
    ['individual-placement-and-support', 'client'],
    ['scotland-health-and-work-support', 'client'],
    ['working-links-health-wellbeing', 'customer'],
  ]);
  const [small] = data.programmes[2].streams;
  expect(small.criteria[2]).toEqual({
    code: 'SMALL_OR_MEDIUM',
    rule: 'employer.headcount < 250',
    facts: ['employer.headcount'],
  });
  expect(small.plannedEnd).toEqual([{ when: null, after: { amount: 20, unit: 'WEEKS' } }]);
});

test('a programme publishes who takes part in it, where, in which roles, and when it begins and ends', async () => {
  const { data } = await hub.as('work-coach')
    .query(`{ programmes(on: "2019-02-28") { id start plannedEnd enrolmentStop close brand { name strapline } partners { name part areas } areas { code }
    roles { code clinical accountable scope } supportCategories { code role fastTrack } } }`);
  const published = data.programmes as ({ id: string } & Readonly<Record<string, unknown>>)[];
  const of = (id: string) => published.find((each) => each.id === id);
  expect(of('scotland-health-and-work-support')).toMatchObject({
    start: '2018-06-01',
    plannedEnd: '2020-06-30',
    enrolmentStop: '2020-03-31',
    close: '2020-08-31',
    brand: { name: 'Health & Work Support', strapline: 'One clear access point' },
    partners: expect.arrayContaining([
      { name: 'Scottish Government', part: 'FUNDER', areas: [] },
      { name: 'Fife Health and Social Care Partnership', part: 'HEALTH_PARTNER', areas: ['FIFE'] },
    ]),
    roles: expect.arrayContaining([{ code: 'CASE_MANAGER', clinical: true, accountable: true, scope: null }]),
    supportCategories: expect.arrayContaining([{ code: 'PHYSIOTHERAPY', role: 'PHYSIOTHERAPIST', fastTrack: true }]),
  });
  expect(of('health-trainers')).toMatchObject({
    areas: [{ code: 'SEFTON' }, { code: 'BARROW' }, { code: 'WORKINGTON' }],
    partners: expect.arrayContaining([{ name: 'Primary care trusts', part: 'COMMISSIONER', areas: [] }]),
    roles: [{ code: 'HEALTH_TRAINER', scope: expect.stringMatching(/referred on/) }],
  });
  expect(of('individual-placement-and-support')).toMatchObject({
    partners: expect.arrayContaining([{ name: 'Health and Employment Partnerships', part: 'SPONSOR', areas: [] }]),
  });
});

describe('the contract and the code speak of the same things', () => {
  const introspect = async (name: string) => {
    const { data } = await hub
      .as('clinician')
      .query(`{ __type(name: "${name}") { inputFields { name } enumValues { name } } }`);
    return data.__type as { readonly inputFields: readonly Named[]; readonly enumValues: readonly Named[] };
  };
  const namesOf = (items: readonly Named[]): readonly string[] => items.map(({ name }) => name);

  test('every fact has its input', async () => {
    expect(namesOf((await introspect('EligibilityFactsInput')).inputFields)).toEqual(
      factNames.map((name) => factOf(name).input),
    );
    const { data } = await hub.as('clinician').query('{ eligibilityFacts { name } }');
    expect(namesOf(data.eligibilityFacts as Named[])).toEqual(factNames);
  });
  test.each([
    ['ReferralChannel', words.referralChannels],
    ['Pathway', words.pathways],
    ['Strand', words.strands],
    ['ContactMode', words.contactModes],
    ['SessionKind', words.sessionKinds],
    ['DischargeKind', words.dischargeKinds],
    ['SnapshotPoint', words.snapshotPoints],
    ['MeasureKind', words.measureKinds],
    ['PartnerPart', words.partnerParts],
    ['AlternativeKind', words.alternativeKinds],
    ['WorkAttendance', factOf('work.attendance').choices],
  ])('%s', async (name, expected) => {
    expect(namesOf((await introspect(name)).enumValues)).toEqual(expected);
  });
});

describe('a folder of programmes of one’s own', () => {
  const shipped = fileURLToPath(new URL('programmes/', packageRoot));
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-programmes-'));
    await cp(shipped, folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const person = { OPEN: { person: nobodySpecial(7) } };
  const write = async (id: string, change: (text: string) => string): Promise<void> => {
    const text = await readFile(join(folder, 'health-trainers.2008-07-01.yaml'), 'utf8');
    await writeFile(join(folder, `${id}.2008-07-01.yaml`), change(text.replace('id: health-trainers', `id: ${id}`)));
  };

  test('a sixth programme needs no code', async () => {
    await write('night-workers', (text) =>
      text
        .replace(
          'rule: health.inPoorHealth',
          'rule: person.age >= 50 && (benefits.statutorySickPay || work.attendance == "ABSENT")',
        )
        .replace(/rule: .!work.inPaidWork./, 'rule: work.inPaidWork'),
    );
    const other = await startHub({ people: person, change: (settings) => ({ ...settings, programmes: folder }) });
    try {
      const ask = async (facts: object) => {
        const { data } = await other.as('clinician').query(check, { input: { programmes: ['night-workers'], facts } });
        return (data.checkEligibility as Checked).streams[0]?.outcome;
      };
      const older = { inPaidWork: true, age: 50, homePostcodeDistrict: 'L21' };
      expect(await ask({ ...older, attendance: 'ABSENT' })).toBe('ELIGIBLE');
      expect(await ask({ ...older, attendance: 'PRESENT', getsStatutorySickPay: false })).toBe('NOT_ELIGIBLE');
      expect(await ask({ ...older, attendance: 'PRESENT' })).toBe('CANNOT_SAY_YET');
    } finally {
      await other.close();
    }
  });

  test('a hub does not start with a fault in it, and names the line', async () => {
    await write('night-workers', (text) => text.replace('rule: health.inPoorHealth', 'rule: person.readiness > 3'));
    await expect(
      startHub({ people: person, change: (settings) => ({ ...settings, programmes: folder }) }),
    ).rejects.toThrow(
      /^The programmes cannot be used:\n {2}- night-workers\.2008-07-01\.yaml:\d+: readiness is no fact, on purpose/,
    );
  });
});
