/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- a test reads any field of any answer */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataCategories, purposes } from '../../src/access/types.js';
import { barrierCodes } from '../../src/support/barriers.js';
import { caseRefusalReasons } from '../../src/support/refusal.js';
import * as words from '../../src/support/words.js';
import { startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { attempt, clockAt, must, policySince, readCase, traceEarly, type Any } from './programmes/case-work.js';

const agrees = (...categories: readonly (typeof dataCategories)[number][]) =>
  [
    {
      effect: 'PERMIT',
      categories,
      recipients: [
        { kind: 'audience', audience: 'CLINICIAN' },
        { kind: 'audience', audience: 'WORK_COACH' },
      ],
      purposes,
      period: { start: '2024-01-01' },
    },
  ] as const;

const clock = clockAt('2024-11-04');
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    change: policySince('2024-01-01'),
    people: {
      OPEN: { person: nobodySpecial(1), consents: agrees('SUPPORT', 'CONDITIONS') },
      SILENT: { person: nobodySpecial(2) },
      HIDDEN: { person: nobodySpecial(3, { restriction: 'R' }), consents: agrees('SUPPORT', 'CONDITIONS') },
      STRANGER: { person: nobodySpecial(4), with: ['practice'] },
      ...Object.fromEntries([10, 11, 12, 13, 14].map((index) => [`PERSON${index}`, { person: nobodySpecial(index) }])),
    },
  });
  await traceEarly(hub, ['OPEN', 'SILENT', 'HIDDEN']);
});
afterAll(() => hub.close());

const coach = () => hub.as('work-and-health-coach');
const clientOf = (name: string) => hub.idFor('provider', name);
const opened = async (name: string, input: object = {}): Promise<Any> =>
  must(coach(), 'openCase', {
    client: await clientOf(name),
    programme: 'workwell',
    stream: 'NORTH_CENTRAL_LONDON',
    area: 'NORTH_CENTRAL_LONDON',
    facts: { inPaidWork: true, strugglingAtWork: true, hasHealthCondition: true, homePostcodeDistrict: 'N15' },
    ...input,
  });
/** The case of a person, opened once for the whole file. */
const known = new Map<string, Promise<Any>>();
const caseOf = (name: string): Promise<Any> => {
  const found = known.get(name) ?? opened(name);
  known.set(name, found);
  return found;
};

describe('a case', () => {
  test('begins with one accountable person, the programme’s version and its planned end', async () => {
    expect(await caseOf('OPEN')).toMatchObject({
      programme: 'workwell',
      programmeVersion: '2024-10-01',
      organisation: 'PATHWAYS',
      progress: {
        status: 'OPEN',
        stream: 'NORTH_CENTRAL_LONDON',
        daysUsed: 0,
        // Eight weeks for somebody at work.
        plannedEndOn: '2024-12-30',
        daysLeft: 56,
        warningsOn: ['2024-12-16'],
        warned: false,
        overdue: false,
        accountable: [{ subject: 'coach-shah', role: 'WORK_HEALTH_COACH', until: null, reason: null }],
      },
      needs: { safeContact: null, access: [], mayContactForResearch: false },
    });
  });

  test('is opened once by one key, and once for one person and programme', async () => {
    const input = {
      idempotencyKey: 'open-once-1',
      client: await clientOf('PERSON10'),
      programme: 'workwell',
      stream: 'GREATER_MANCHESTER',
      area: 'GREATER_MANCHESTER',
    };
    const first = await must(coach(), 'openCase', input);
    expect((await must(coach(), 'openCase', input)).id).toBe(first.id);
    expect(await attempt(coach(), 'openCase', { ...input, stream: 'BLACKBURN' })).toMatchObject({
      reason: 'IDEMPOTENCY_KEY_REUSED',
    });
    const together = await Promise.all(
      [1, 2, 3].map((number) => attempt(coach(), 'openCase', { ...input, idempotencyKey: `open-again-${number}` })),
    );
    expect(together.map(({ reason }) => reason)).toEqual(['ALREADY_RECORDED', 'ALREADY_RECORDED', 'ALREADY_RECORDED']);
    await must(coach(), 'dischargeCase', { case: first.id, reason: 'WITHDREW' });
    expect((await must(coach(), 'openCase', { ...input, idempotencyKey: 'open-once-2' })).id).not.toBe(first.id);
  });

  test.each([
    [{ programme: 'nothing' }, 'NOT_IN_PROGRAMME', 'programme is none that this hub knows on that day.'],
    [
      { stream: 'LEEDS' },
      'NOT_IN_PROGRAMME',
      "stream must be one of the programme's: NORTH_CENTRAL_LONDON, GREATER_MANCHESTER, BLACKBURN.",
    ],
    [{ role: 'PHYSIOTHERAPIST' }, 'NOT_IN_PROGRAMME', "role must be one of the programme's: WORK_HEALTH_COACH."],
    [{ idempotencyKey: 'short' }, 'INVALID_INPUT', 'idempotencyKey must be 8 to 64 letters, digits and hyphens.'],
    [{ client: undefined }, 'INVALID_INPUT', 'Exactly one of client and referral is needed.'],
    [{ client: 'A'.repeat(32) }, 'NOT_FOUND', 'No such client for this caller.'],
  ])('is not opened with %j', async (wrong, reason, message) => {
    const input = {
      client: await clientOf('PERSON11'),
      programme: 'workwell',
      stream: 'BLACKBURN',
      area: 'BLACKBURN',
      ...wrong,
    };
    expect(await attempt(coach(), 'openCase', input)).toEqual({ __typename: 'CaseRefused', reason, message });
  });

  test('is accountable to one person at a time, and everybody who was stays named', async () => {
    const { id } = await opened('PERSON11');
    const { progress } = await must(coach(), 'assignCase', { case: id, manager: 'coach-lee', reason: 'Leave' });
    expect(progress.accountable).toEqual([
      { subject: 'coach-shah', role: 'WORK_HEALTH_COACH', until: expect.any(String), reason: null },
      { subject: 'coach-lee', role: 'WORK_HEALTH_COACH', until: null, reason: 'Leave' },
    ]);
    const { data } = await coach().query('{ cases(filter: { manager: "coach-lee" }) { edges { node { id } } } }');
    expect(data.cases.edges).toEqual([{ node: { id } }]);
  });

  test('loses no change where two people change it in the same moment', async () => {
    const { id } = await caseOf('OPEN');
    const texts = ['one', 'two', 'three', 'four'];
    await Promise.all(
      texts.map((description) => must(coach(), 'addCaseAction', { case: id, description, strand: 'WORK' })),
    );
    const { plan } = await readCase(coach(), id);
    expect(plan.actions.map(({ description }: Any) => description).sort()).toEqual([...texts].sort());
  });
});

describe('what a case keeps', () => {
  test('assessments and plans are versions, and none is overwritten', async () => {
    const { id } = await caseOf('OPEN');
    await must(coach(), 'assessCase', {
      case: id,
      mainBarrier: 'DEPRESSION_OR_ANXIETY',
      otherBarriers: ['BACK_OR_NECK', 'MONEY_OR_DEBT'],
      domains: [{ domain: 'MENTAL_HEALTH', findings: 'Low since the spring.', score: 3 }],
    });
    const assessed = await must(coach(), 'assessCase', { case: id, mainBarrier: 'BACK_OR_NECK', domains: [] });
    expect(assessed.assessments.versions).toEqual([
      {
        number: 1,
        mainBarrier: { code: 'DEPRESSION_OR_ANXIETY', snomed: ['35489007', '48694002', '197480006'] },
        otherBarriers: [{ code: 'BACK_OR_NECK' }, { code: 'MONEY_OR_DEBT' }],
        domains: [{ domain: 'MENTAL_HEALTH', findings: 'Low since the spring.', score: 3 }],
        withheld: [],
      },
      {
        number: 2,
        mainBarrier: expect.objectContaining({ code: 'BACK_OR_NECK' }),
        otherBarriers: [],
        domains: [],
        withheld: [],
      },
    ]);
    const planned = await must(coach(), 'planCase', {
      case: id,
      type: 'THRIVE_AT_WORK',
      goals: [
        { kind: 'HEALTH', description: 'Walk every day', confidence: 6 },
        { kind: 'STAY_IN_WORK', description: 'Agree shorter shifts' },
      ],
    });
    expect(planned.plan.versions[0].goals.map(({ kind }: Any) => kind)).toEqual(['HEALTH', 'STAY_IN_WORK']);
  });

  test('a snapshot is kept once, at its time, and never overwritten', async () => {
    const { id } = await opened('PERSON12');
    const keep = (point: string, employmentStatus = '01') =>
      attempt(coach(), 'recordEmploymentSnapshot', { case: id, point, employmentStatus, absent: true, daysAbsent: 4 });
    expect((await keep('FIRST_APPOINTMENT')).case.snapshots.snapshots).toEqual([
      {
        point: 'FIRST_APPOINTMENT',
        on: '2024-11-04',
        employmentStatus: '01',
        hoursPerWeek: null,
        absent: true,
        absentSince: null,
        daysAbsent: 4,
      },
    ]);
    expect(await keep('FIRST_APPOINTMENT', '02')).toMatchObject({ reason: 'ALREADY_RECORDED' });
    expect(await keep('MONTHS_3')).toMatchObject({ reason: 'TOO_EARLY' });
    expect(await keep('DISCHARGE', '99')).toMatchObject({ reason: 'INVALID_INPUT' });
    await must(coach(), 'dischargeCase', { case: id, reason: 'STAYED_IN_WORK' });
    expect(await keep('MONTHS_3')).toMatchObject({ reason: 'TOO_EARLY' });
    const { snapshots } = await readCase(coach(), id);
    expect(snapshots.snapshots).toHaveLength(1);
  });

  test('an intervention counts the days that somebody waited', async () => {
    const { id } = await opened('PERSON13');
    const asked = await must(coach(), 'requestIntervention', {
      case: id,
      category: 'PHYSIOTHERAPY',
      provider: 'Quayside Physiotherapy',
      integrated: false,
      barrier: 'BACK_OR_NECK',
      requestedOn: '2024-11-04',
    });
    const [{ id: intervention }] = asked.interventions.interventions;
    const move = (state: string, on?: string) =>
      attempt(coach(), 'moveIntervention', { case: id, intervention, state, on });
    expect(await move('ATTENDED')).toMatchObject({
      reason: 'INVALID_INPUT',
      message: 'An intervention that is REQUESTED cannot become ATTENDED.',
    });
    await move('ACCEPTED');
    expect(await move('ATTENDED', '2024-11-20')).toMatchObject({ reason: 'INVALID_INPUT' });
    const { case: after } = await move('ATTENDED', '2024-11-04');
    expect(after.interventions.interventions).toEqual([
      {
        id: intervention,
        category: 'PHYSIOTHERAPY',
        fastTrack: true,
        provider: 'Quayside Physiotherapy',
        integrated: false,
        barrier: 'BACK_OR_NECK',
        state: 'ATTENDED',
        waitedDays: 0,
      },
    ]);
  });
});

describe('who sees a case', () => {
  test('a work coach with the client’s consent sees it, barriers only as far as conditions may be seen', async () => {
    const { id } = await caseOf('OPEN');
    await must(coach(), 'recordCaseNeeds', {
      case: id,
      safeContact: { mode: 'TEXT', address: '01632 960555' },
      access: ['Interpreter: Somali'],
    });
    const { data } = await hub.as('work-coach').query(
      `query Cases($by: ClientLookup!) { client(by: $by) { cases { withheld { reason } edges { node { id assessments { ... on CaseAssessments { versions { mainBarrier { code } otherBarriers { code } domains { domain } withheld { category reason } } } }
        needs { ... on CaseNeeds { access safeContact { address } } } } } } } }`,
      { by: { id: await hub.idFor('jobcentre', 'OPEN') } },
    );
    const [{ node }] = data.client.cases.edges;
    expect(node.id).not.toBe(id);
    expect(node.assessments.versions[0]).toEqual({
      mainBarrier: null,
      otherBarriers: [{ code: 'BACK_OR_NECK' }, { code: 'MONEY_OR_DEBT' }],
      domains: [],
      withheld: [
        { category: 'RESTRICTED_CONDITIONS', reason: 'NEVER_SHARED' },
        { category: 'SUBSTANCE_USE_CONDITIONS', reason: 'NO_CONSENT' },
        { category: 'MENTAL_HEALTH_CONDITIONS', reason: 'NO_CONSENT' },
      ],
    });
    expect(node.needs).toEqual({ access: ['Interpreter: Somali'], safeContact: { address: '01632 960555' } });
  });

  test('without consent a clinician is refused as data, and the refusal is recorded', async () => {
    await caseOf('SILENT');
    const { data } = await hub
      .as('clinician')
      .query(
        'query Cases($by: ClientLookup!) { client(by: $by) { cases { withheld { category reason } edges { node { id } } } } }',
        {
          by: { nhsNumber: hub.nhsNumber('SILENT') },
        },
      );
    expect(data.client.cases).toEqual({ withheld: { category: 'SUPPORT', reason: 'NO_CONSENT' }, edges: [] });
    expect((await hub.ledger()).at(-1)?.lines).toContainEqual(
      expect.objectContaining({ section: 'Client.cases', outcome: 'REFUSED' }),
    );
  });

  test('what could tell where a restricted person is stays with whoever runs the case', async () => {
    const { id } = await caseOf('HIDDEN');
    await must(coach(), 'recordCaseNeeds', {
      case: id,
      safeContact: { mode: 'TELEPHONE', address: '01632 960777', note: 'Ring the shop' },
    });
    await must(coach(), 'addCaseAction', { case: id, description: 'Meet at the shop', strand: 'WORK' });
    await must(coach(), 'requestIntervention', {
      case: id,
      category: 'COUNSELLING',
      provider: 'Shop Street Counselling',
      integrated: true,
    });
    expect(JSON.stringify(await readCase(coach(), id))).toContain('Ring the shop');
    const { body } = await hub.as('clinician').send(
      `query Cases($by: ClientLookup!) { client(by: $by) { cases { edges { node { progress { ... on CaseProgress { area } } plan { ... on CasePlan { actions { description locationWithheld } } }
        interventions { ... on CaseInterventions { interventions { provider } } } needs { ... on CaseNeeds { safeContact { mode address note } } } } } } } }`,
      { by: { nhsNumber: hub.nhsNumber('HIDDEN') } },
    );
    expect(body).toContain('"locationWithheld":true');
    expect(body).toContain('"mode":"TELEPHONE"');
    for (const word of ['960777', 'hop', 'NORTH_CENTRAL']) expect(body).not.toContain(word);
  });

  test('the client reads their own', async () => {
    await caseOf('OPEN');
    const { data } = await hub
      .as('client:OPEN')
      .query('{ me { cases { edges { node { organisation progress { ... on CaseProgress { status } } } } } } }');
    expect(data.me.cases.edges).toEqual([{ node: { organisation: 'PATHWAYS', progress: { status: 'OPEN' } } }]);
  });

  test('another organisation cannot read by an id that it was not given, nor tell it from nothing, nor change anything', async () => {
    const { id } = await caseOf('OPEN');
    const ask = (case_: string) =>
      hub.as('work-coach').send('query Case($id: ID!) { case(id: $id) { id } }', { id: case_ });
    expect((await ask(id)).body).toBe((await ask('B'.repeat(32))).body);
    expect(await attempt(hub.as('work-coach'), 'dischargeCase', { case: id, reason: 'WITHDREW' })).toMatchObject({
      reason: 'NOT_FOUND',
    });
    const { data } = await hub
      .as('clinician')
      .query('query Cases($by: ClientLookup!) { client(by: $by) { cases { edges { node { id } } } } }', {
        by: { nhsNumber: hub.nhsNumber('OPEN') },
      });
    expect(
      await attempt(hub.as('clinician'), 'dischargeCase', {
        case: data.client.cases.edges[0].node.id,
        reason: 'WITHDREW',
      }),
    ).toMatchObject({
      reason: 'NOT_PERMITTED',
    });
  });

  test('an action of another sector is moved by its owner', async () => {
    const { id } = await caseOf('OPEN');
    await must(coach(), 'addCaseAction', {
      case: id,
      description: 'Review the medicine',
      strand: 'HEALTH',
      owner: 'Y90001',
    });
    const { data } = await hub
      .as('clinician')
      .query(
        'query Cases($by: ClientLookup!) { client(by: $by) { cases { edges { node { id plan { ... on CasePlan { actions { id owner } } } } } } } }',
        {
          by: { nhsNumber: hub.nhsNumber('OPEN') },
        },
      );
    const [{ node }] = data.client.cases.edges;
    const [theirs, others] = [true, false].map(
      (own) => node.plan.actions.find(({ owner }: Any) => (owner === 'Y90001') === own).id,
    );
    const move = (action: string) =>
      attempt(hub.as('clinician'), 'moveCaseAction', { case: node.id, action, state: 'ACHIEVED' });
    expect(await move(theirs)).toMatchObject({ __typename: 'CaseChanged' });
    expect(await move(others)).toMatchObject({ reason: 'NOT_PERMITTED' });
    const { plan } = await readCase(coach(), id);
    expect(plan.actions.find(({ owner }: Any) => owner === 'Y90001')).toMatchObject({
      state: 'ACHIEVED',
      description: 'Review the medicine',
    });
  });
});

test('a list pages through an organisation’s cases without losing or repeating one', async () => {
  const all: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors } = await coach().query(
      'query Page($after: String) { cases(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    expect(errors).toBeUndefined();
    all.push(...data.cases.edges.map(({ node }: Any) => node.id));
    if (!data.cases.pageInfo.hasNextPage) break;
    after = data.cases.pageInfo.endCursor;
  }
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(4);
});

test.each([
  ['Barrier', barrierCodes],
  ['GoalKind', words.goalKinds],
  ['ProgressState', words.progressStates],
  ['InterventionState', words.interventionStates],
  ['CaseStatus', words.caseStatuses],
  ['CaseRefusalReason', caseRefusalReasons],
])('the contract and the code speak of the same %s', async (name, expected) => {
  const { data } = await coach().query(`{ __type(name: "${name}") { enumValues { name } } }`);
  expect(data.__type.enumValues.map((each: Any) => each.name)).toEqual(expected);
});
