/* eslint-disable @typescript-eslint/no-unsafe-argument -- a test reads any field of any answer */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type Claims, type Enrolment, type TestHub, type Who } from './hub.js';
import { nobodySpecial } from './people.js';
import { clockAt, must, policySince, type Any } from './programmes/case-work.js';
import { list, moveIt, route, submit } from './referrals.js';

const evaluator: Claims = {
  sub: 'analyst-reid',
  organisation: 'EVALUATORS',
  role: 'EVALUATOR',
  purpose: 'COMMISSIONING',
};
const names = Array.from({ length: 8 }, (_, index) => `P${index + 1}`);
const clock = clockAt('2018-07-02');
/** Whoever runs a case sees it as far as its client lets them. */
const supportForClinicians: NonNullable<Enrolment['consents']>[number] = {
  effect: 'PERMIT',
  categories: ['SUPPORT'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2018-01-01' },
};
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    change: policySince('2018-01-01'),
    people: Object.fromEntries(
      [...names, 'R1', 'R2'].map((name, index) => [
        name,
        { person: nobodySpecial(index + 1), consents: [supportForClinicians] },
      ]),
    ),
  });
  const coach = hub.as('work-and-health-coach');
  for (const [index, name] of names.entries()) {
    // Six in July and two in August; one of those by the practice, which is another organisation.
    if (index === 6) clock.to('2018-08-01');
    const who = index === 7 ? hub.as('clinician') : coach;
    const { id } = await must(who, 'openCase', {
      client: await hub.idFor(index === 7 ? 'practice' : 'provider', name),
      programme: 'scotland-health-and-work-support',
      stream: 'WORKING_HEALTH_SERVICES',
      area: 'DUNDEE',
    });
    await must(who, 'assessCase', { case: id, mainBarrier: 'BACK_OR_NECK', domains: [] });
    if (index === 0) {
      await must(who, 'requestIntervention', {
        case: id,
        category: 'PHYSIOTHERAPY',
        provider: 'Salus',
        integrated: true,
      });
    }
  }
});
afterAll(() => hub.close());

const report = async (who: Who, more = ''): Promise<Any> => {
  const figure = '{ count suppressed }';
  const text = `{ caseloadReport(programme: "scotland-health-and-work-support", from: "2018-07-01", months: 2${more}) { scope from to opened ${figure} people ${figure}
    withHealthCondition ${figure} barriers { code main ${figure} } months { month opened ${figure} } streams { stream opened ${figure} } demand { category role requested ${figure} waiting ${figure} } } }`;
  const { data, errors } = await hub.as(who).query(text);
  expect(errors).toBeUndefined();
  return data.caseloadReport;
};
const exact = (count: number) => ({ count, suppressed: false });
const hidden = { count: null, suppressed: true };
const of = (list: Any[], code: string): Any =>
  list.find((each) => (each.code ?? each.category ?? each.stream) === code);

test('who runs cases has the figures of their own, exactly', async () => {
  const own = await report('work-and-health-coach');
  expect(own).toMatchObject({
    scope: 'OWN',
    from: '2018-07-01',
    to: '2018-08-31',
    opened: exact(7),
    people: exact(7),
    withHealthCondition: exact(7),
  });
  expect(own.months).toEqual([
    { month: '2018-07-01', opened: exact(6) },
    { month: '2018-08-01', opened: exact(1) },
  ]);
  expect(of(own.demand, 'PHYSIOTHERAPY')).toEqual({
    category: 'PHYSIOTHERAPY',
    role: 'PHYSIOTHERAPIST',
    requested: exact(1),
    waiting: exact(1),
  });
  expect(await report('clinician')).toMatchObject({ scope: 'OWN', opened: exact(1) });
});

test('the programme’s evaluator has everybody’s, rounded, and none of a few', async () => {
  const all = await report(evaluator);
  expect(all).toMatchObject({ scope: 'PROGRAMME', opened: { count: 10, suppressed: false } });
  expect(all.months).toEqual([
    { month: '2018-07-01', opened: exact(5) },
    { month: '2018-08-01', opened: hidden },
  ]);
  expect(of(all.barriers, 'BACK_OR_NECK').main).toEqual(exact(10));
  expect(of(all.barriers, 'DIABETES').main).toEqual(hidden);
  expect(of(all.demand, 'PHYSIOTHERAPY').requested).toEqual(hidden);
});

test('an evaluator has figures of no other programme, and of no person anything', async () => {
  const text = '{ caseloadReport(programme: "individual-placement-and-support", from: "2018-07-01") { scope } }';
  expect((await hub.as(evaluator).query(text)).data.caseloadReport).toBeNull();
  for (const who of [
    { ...evaluator, organisation: 'OTHER-EVALUATORS' },
    'work-coach',
    'privacy-officer',
    'client:P1',
  ] as const) {
    expect(await report(who)).toBeNull();
  }
  const { data } = await hub
    .as(evaluator)
    .query('query P($by: ClientLookup!) { client(by: $by) { id } }', { by: { nhsNumber: hub.nhsNumber('P1') } });
  expect(data.client).toBeNull();
  const { data: lists, errors } = await hub
    .as(evaluator)
    .query('{ cases { edges { node { id } } } clients { edges { node { id } } } }');
  expect(errors).toBeUndefined();
  expect(lists).toEqual({ cases: { edges: [] }, clients: { edges: [] } });
});

test.each([
  ['from: "2018-07-02"', 'from must be the first day of a month.'],
  ['from: "2018-07-01", months: 25', 'months must be 1 to 24.'],
])('a report with %s is refused in words', async (args, message) => {
  const { errors } = await hub
    .as('work-and-health-coach')
    .query(`{ caseloadReport(programme: "workwell", ${args}) { scope } }`);
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_INPUT' } }]);
});

test('says by which way people came, what was given inside, and what became of referrals; of a few, nothing to outsiders', async () => {
  clock.to('2018-08-02');
  const coach = hub.as('work-and-health-coach');
  const sent = [];
  for (const name of ['R1', 'R2']) {
    sent.push(await submit(hub.as('clinician'), { subject: { client: await hub.idFor('practice', name) } }));
  }
  const found = (await list(coach, 'GATEWAY')).edges.map(({ node }) => node);
  const [taken, bounced] = sent.map(
    ({ referral }) => found.find(({ conversation }) => conversation === referral.conversation)!.id,
  );
  await route(coach, taken!, 'WORKING_HEALTH_SERVICES');
  await moveIt(coach, taken!, 'ACCEPT');
  await moveIt(coach, bounced!, 'REJECT', { reason: 'NO_CAPACITY' });
  const case_ = await must(coach, 'openCase', { referral: taken });
  clock.to('2018-08-08');
  await moveIt(coach, taken!, 'RECORD_FIRST_CONTACT');
  await must(coach, 'requestIntervention', {
    case: case_.id,
    category: 'PHYSIOTHERAPY',
    provider: 'Elsewhere',
    integrated: false,
  });
  const figure = '{ count suppressed }';
  const text = `{ caseloadReport(programme: "scotland-health-and-work-support", from: "2018-07-01", months: 2) {
    sources { channel opened ${figure} people ${figure} discharged ${figure} } providers { organisation area opened ${figure} } boards { board opened ${figure} }
    demand { category integrated ${figure} external ${figure} }
    referrals { sent ${figure} accepted ${figure} bounced ${figure} contacted ${figure} medianDaysToFirstContact bounceReasons { reason count ${figure} } } } }`;
  const ask = async (who: Who): Promise<Any> => {
    const { data, errors } = await hub.as(who).query(text);
    expect(errors).toBeUndefined();
    return data.caseloadReport;
  };
  const own = await ask('work-and-health-coach');
  const source = (from: Any, channel: string | null): Any =>
    (from.sources as Any[]).find((each) => each.channel === channel)?.opened;
  expect(source(own, 'GENERAL_PRACTICE')).toEqual(exact(1));
  expect(source(own, null)).toEqual(exact(7));
  expect(of(own.demand, 'PHYSIOTHERAPY')).toMatchObject({ integrated: exact(1), external: exact(1) });
  expect((own.providers as Any[]).filter((each) => each.opened.count > 0)).toEqual([
    { organisation: 'PATHWAYS', area: 'DUNDEE', opened: exact(8) },
  ]);
  const { bounceReasons, ...counts } = own.referrals;
  expect(counts).toEqual({
    sent: exact(2),
    accepted: exact(1),
    bounced: exact(1),
    contacted: exact(1),
    medianDaysToFirstContact: 6,
  });
  expect(bounceReasons).toContainEqual({ reason: 'NO_CAPACITY', count: exact(1) });

  const all = await ask(evaluator);
  expect(source(all, null)).toEqual(exact(10));
  expect(source(all, 'GENERAL_PRACTICE')).toEqual(hidden);
  // Whether a provider has anybody is no more told than how many.
  expect(all.providers).toContainEqual({ organisation: 'PATHWAYS', area: 'DUNDEE', opened: exact(10) });
  expect(all.providers).toContainEqual({ organisation: 'PATHWAYS', area: 'FIFE', opened: hidden });
  expect(all.providers).toContainEqual({ organisation: null, area: 'DUNDEE', opened: hidden });
  expect(all.referrals).toMatchObject({ sent: hidden, bounced: hidden, medianDaysToFirstContact: null });
});

test('counts assessments that repeat another case’s, and tells nobody who knows the people', async () => {
  clock.to('2018-09-03');
  const practice = hub.as('clinician');
  for (const name of names.slice(0, 6)) {
    const { id } = await must(practice, 'openCase', {
      client: await hub.idFor('practice', name),
      programme: 'scotland-health-and-work-support',
      stream: 'WORKING_HEALTH_SERVICES',
      area: 'DUNDEE',
    });
    await must(practice, 'assessCase', { case: id, mainBarrier: 'BACK_OR_NECK', domains: [] });
    // Its own second version repeats nobody's.
    await must(practice, 'assessCase', { case: id, mainBarrier: 'DIABETES', domains: [] });
  }
  const again = async (who: Who, from: string): Promise<Any> => {
    const { data, errors } = await hub
      .as(who)
      .query(
        `{ caseloadReport(programme: "scotland-health-and-work-support", from: "${from}", months: 1) { opened { count } assessedAgain { count suppressed } } }`,
      );
    expect(errors).toBeUndefined();
    return data.caseloadReport;
  };
  expect(await again(evaluator, '2018-09-01')).toEqual({ opened: { count: 5 }, assessedAgain: exact(5) });
  expect(await again(evaluator, '2018-07-01')).toEqual({ opened: { count: 5 }, assessedAgain: hidden });
  expect(await again('clinician', '2018-09-01')).toEqual({ opened: { count: 6 }, assessedAgain: null });

  // Half a year later it is due again, and repeats nothing.
  clock.to('2019-03-11');
  const { id } = await must(hub.as('work-and-health-coach'), 'openCase', {
    client: await hub.idFor('provider', 'P8'),
    programme: 'scotland-health-and-work-support',
    stream: 'WORKING_HEALTH_SERVICES',
    area: 'DUNDEE',
  });
  await must(hub.as('work-and-health-coach'), 'assessCase', { case: id, mainBarrier: 'BACK_OR_NECK', domains: [] });
  const where = { clientId: await hub.clientId('P8') };
  const kept = await hub.demo.hub.store.collection('cases').find({ index: 'clientId_openedAt', where, limit: 9 });
  expect(kept.map(({ assessments }) => assessments.map(({ repeats }) => repeats))).toEqual([[undefined], [undefined]]);
});
