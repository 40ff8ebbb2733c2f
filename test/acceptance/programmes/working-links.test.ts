/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- a test reads any field of any answer */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nobodySpecial } from '../people.js';
import { must, type Any } from './case-work.js';
import { schedule, session, startWalk, timeline, type Walk } from './walk.js';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({
    programme: 'working-links-health-wellbeing',
    version: '2016-01-01',
    area: 'CORNWALL',
    streams: ['HEALTH_AND_WELLBEING'],
    day: '2016-05-04',
    people: Object.fromEntries([1, 2, 3].map((index) => [`P${index}`, { person: nobodySpecial(index) }])),
  });
});
afterAll(() => walk.hub.close());

test('a customer goes from the jobcentre through weekly groups, single sessions and an outside provider into work', async () => {
  const facilitator = walk.hub.as('work-and-health-coach');
  const facts = { inPaidWork: false, onEmploymentScheme: true, hasHealthCondition: true, homePostcodeDistrict: 'TR1' };
  expect(await walk.eligibility('work-coach', facts)).toEqual({ HEALTH_AND_WELLBEING: 'ELIGIBLE' });

  const ids: string[] = [];
  for (const name of ['P1', 'P2', 'P3']) {
    const opened = await walk.caseFrom(await walk.accepted('work-coach', name, 'HEALTH_AND_WELLBEING'), facts);
    expect(opened.progress).toMatchObject({
      plannedEndOn: '2018-05-02',
      accountable: [{ role: 'HEALTH_WELLBEING_FACILITATOR' }],
    });
    ids.push(opened.id);
  }
  const [id, second, third] = ids;

  await must(facilitator, 'assessCase', {
    case: id,
    mainBarrier: 'DEPRESSION_OR_ANXIETY',
    otherBarriers: ['HOUSING'],
    domains: [{ domain: 'COMPLEX_ISSUES', findings: 'Sofa-surfing.' }],
  });
  await must(facilitator, 'planCase', {
    case: id,
    type: 'JOINT_JOURNEY',
    goals: [
      { kind: 'HEALTH', description: 'Sleep through the night' },
      { kind: 'FIND_WORK', description: 'Part-time work in a kitchen' },
    ],
  });

  // Three Wednesdays, two places.
  const sitting = {
    startsAt: '2016-05-11T13:00:00Z',
    minutes: 90,
    topic: 'CONFIDENCE',
    mode: 'IN_PERSON',
    place: 'Truro Library',
    role: 'PSYCHOLOGIST',
    deliveredBy: 'OUTLOOK-SW',
  };
  const group = await schedule(facilitator, {
    programme: 'working-links-health-wellbeing',
    sitting,
    capacity: 2,
    weeks: 3,
  });
  expect(group.sessions.map(({ startsAt, number, placesLeft }: Any) => [startsAt, number, placesLeft])).toEqual([
    ['2016-05-11T13:00:00.000Z', 1, 2],
    ['2016-05-18T13:00:00.000Z', 2, 2],
    ['2016-05-25T13:00:00.000Z', 3, 2],
  ]);
  const [first] = group.sessions;
  const join = (who: string | undefined) => session(facilitator, 'joinGroupSession', { case: who, group: first.id });
  const [mine] = await Promise.all([join(id), join(second)]);
  expect(mine.session).toMatchObject({
    kind: 'GROUP',
    topic: 'CONFIDENCE',
    hostedBy: 'PATHWAYS',
    deliveredBy: 'OUTLOOK-SW',
    state: 'BOOKED',
  });
  expect(await join(third)).toMatchObject({ reason: 'FULL' });
  // Asked again, a place is not taken twice; given up, it is free for somebody else.
  const again = await join(second);
  await session(facilitator, 'closeSession', { case: second, session: again.session.id, state: 'CANCELLED' });
  expect(await join(third)).toMatchObject({ session: { state: 'BOOKED' } });

  expect(
    await session(facilitator, 'closeSession', { case: id, session: mine.session.id, state: 'ATTENDED' }),
  ).toMatchObject({ reason: 'TOO_EARLY' });
  walk.clock.to('2016-05-12');
  await session(facilitator, 'closeSession', { case: id, session: mine.session.id, state: 'ATTENDED' });
  expect(
    await session(facilitator, 'closeSession', { case: id, session: mine.session.id, state: 'NOT_ATTENDED' }),
  ).toMatchObject({ reason: 'ALREADY_RECORDED' });
  await must(facilitator, 'recordEmploymentSnapshot', {
    case: id,
    point: 'FIRST_APPOINTMENT',
    on: '2016-05-11',
    employmentStatus: '02',
  });

  // One integrated intervention, one outside provider: told apart (WL-28).
  const dietitian = { startsAt: '2016-05-13T10:00:00Z', mode: 'TELEPHONE', role: 'DIETITIAN' };
  expect((await session(facilitator, 'bookSession', { case: id, sitting: dietitian })).session).toMatchObject({
    kind: 'INDIVIDUAL',
    deliveredBy: 'PATHWAYS',
  });
  const asked = await must(facilitator, 'requestIntervention', {
    case: id,
    category: 'EXTERNAL_HEALTH_PROVIDER',
    provider: 'County Hospital',
    integrated: false,
  });
  expect(asked.interventions.interventions).toMatchObject([{ integrated: false, state: 'REQUESTED' }]);

  // A work-focused health conversation is an intervention too (WL-18).
  const talk = { category: 'WORK_HEALTH_CONVERSATION', provider: 'PATHWAYS', integrated: true, case: id };
  const spoken = await must(facilitator, 'requestIntervention', talk);
  expect(spoken.interventions.interventions[1]).toMatchObject({
    category: 'WORK_HEALTH_CONVERSATION',
    integrated: true,
  });

  // What its own dietitian is asked for stands against how many she can see (WL-19); the hospital's work is not hers.
  const diet = { category: 'DIET', provider: 'PATHWAYS', integrated: true, case: id };
  await must(facilitator, 'requestIntervention', diet);
  await must(facilitator, 'requestIntervention', { ...diet, provider: 'County Hospital', integrated: false });
  const figures = await facilitator.query(
    '{ caseloadReport(programme: "working-links-health-wellbeing", from: "2016-05-01", months: 2) { roles { role requested { count } waiting { count } capacity } } }',
  );
  expect(figures.data.caseloadReport.roles).toContainEqual({
    role: 'DIETITIAN',
    requested: { count: 1 },
    waiting: { count: 1 },
    capacity: 40,
  });

  // Weekly sessions keep up momentum; two weeks without one, and it falters (WL-13).
  const momentum = async (): Promise<Any> => {
    const text = `query M($id: ID!) { case(id: $id) { momentum { ... on CaseMomentum { attended missed lastAttendedOn daysSinceLast longestGapDays isFaltering } } } }`;
    return (await facilitator.query(text, { id })).data.case.momentum;
  };
  const kept = { attended: 1, missed: 0, lastAttendedOn: '2016-05-11', longestGapDays: 7 };
  expect(await momentum()).toEqual({ ...kept, daysSinceLast: 1, isFaltering: false });
  walk.clock.to('2016-05-25');
  expect(await momentum()).toEqual({ ...kept, longestGapDays: 14, daysSinceLast: 14, isFaltering: true });

  const events = await timeline(facilitator, id ?? '');
  expect(events.map(({ what, strand, organisation }: Any) => [what, strand, organisation])).toEqual(
    expect.arrayContaining([
      // The referral is where the journey began.
      ['REFERRAL SUBMIT', null, 'DWP-NORTHGATE'],
      ['REFERRAL ACCEPT', null, 'PATHWAYS'],
      ['OPENED', null, 'PATHWAYS'],
      ['GROUP SESSION ATTENDED', 'HEALTH', 'OUTLOOK-SW'],
      ['SESSION BOOKED', 'HEALTH', 'PATHWAYS'],
      ['EXTERNAL_HEALTH_PROVIDER REQUESTED', 'HEALTH', 'PATHWAYS'],
      ['SNAPSHOT FIRST_APPOINTMENT', 'WORK', 'PATHWAYS'],
    ]),
  );
  expect(events.map(({ at }: Any) => at)).toEqual(events.map(({ at }: Any) => at).toSorted());

  walk.clock.to('2016-09-01');
  const ended = await must(facilitator, 'dischargeCase', {
    case: id,
    reason: 'FOUND_WORK',
    destination: 'Kitchen assistant',
  });
  expect(ended.progress).toMatchObject({
    status: 'DISCHARGED',
    daysUsed: 120,
    discharge: { kind: 'COMPLETED', reason: 'FOUND_WORK' },
  });
  expect(await session(facilitator, 'bookSession', { case: id, sitting: dietitian })).toMatchObject({
    reason: 'CASE_CLOSED',
  });
});
