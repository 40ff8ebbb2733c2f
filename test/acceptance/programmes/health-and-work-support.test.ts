/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- a test reads any field of any answer */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nobodySpecial } from '../people.js';
import { attempt, must, readCase } from './case-work.js';
import { startWalk, type Walk } from './walk.js';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({
    programme: 'scotland-health-and-work-support',
    version: '2018-06-01',
    area: 'DUNDEE',
    streams: ['WORKING_HEALTH_SERVICES', 'LARGE_EMPLOYER', 'EMPLOYABILITY_AND_HEALTH'],
    day: '2019-09-02',
    people: Object.fromEntries([1, 2, 3].map((index) => [`P${index}`, { person: nobodySpecial(index) }])),
  });
});
afterAll(() => walk.hub.close());

const facts = {
  inPaidWork: true,
  attendance: 'ABSENT',
  strugglingAtWork: true,
  hasHealthCondition: true,
  employerHeadcount: 249,
  homePostcodeDistrict: 'DD2',
};

test('a client goes from the GP through the gateway into the stream for small employers, and back to work in 20 weeks and an extension', async () => {
  const manager = walk.hub.as('work-and-health-coach');
  expect(await walk.eligibility('clinician', facts)).toEqual({
    WORKING_HEALTH_SERVICES: 'ELIGIBLE',
    LARGE_EMPLOYER: 'NOT_ELIGIBLE',
    EMPLOYABILITY_AND_HEALTH: 'NOT_ELIGIBLE',
  });
  const referral = await walk.accepted('clinician', 'P1', 'WORKING_HEALTH_SERVICES');
  const opened = await walk.caseFrom(referral, facts);
  const { id } = opened;
  expect(opened).toMatchObject({
    programme: 'scotland-health-and-work-support',
    programmeVersion: '2018-06-01',
    progress: {
      stream: 'WORKING_HEALTH_SERVICES',
      plannedEndOn: '2020-01-20',
      daysLeft: 140,
      warningsOn: ['2019-12-23', '2020-01-13'],
      closesOn: '2020-08-31',
    },
  });
  // One case for one referral, under whichever key.
  expect(await attempt(manager, 'openCase', { referral })).toMatchObject({ reason: 'ALREADY_RECORDED' });

  const dayOf = (days: number): string => new Date(walk.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
  // The day on which an absence began is somebody's who is absent, and no day to come.
  const absenceBegan = dayOf(-21);
  for (const wrong of [
    { absent: false, absentSince: absenceBegan },
    { absent: true, absentSince: dayOf(1) },
  ]) {
    const input = { case: id, point: 'FIRST_APPOINTMENT', employmentStatus: '01', ...wrong };
    expect(await attempt(manager, 'recordEmploymentSnapshot', input)).toMatchObject({ reason: 'INVALID_INPUT' });
  }
  await must(manager, 'recordEmploymentSnapshot', {
    case: id,
    point: 'FIRST_APPOINTMENT',
    employmentStatus: '01',
    hoursPerWeek: 30,
    absent: true,
    absentSince: absenceBegan,
    daysAbsent: 21,
  });
  await must(manager, 'assessCase', {
    case: id,
    mainBarrier: 'BACK_OR_NECK',
    domains: [
      { domain: 'PHYSICAL_HEALTH', findings: 'Cannot lift.' },
      { domain: 'WORKPLACE', findings: 'Manager supportive.' },
    ],
  });
  await must(manager, 'planCase', {
    case: id,
    type: 'RETURN_TO_WORK',
    goals: [
      { kind: 'HEALTH', description: 'Lift 10 kg' },
      { kind: 'RETURN_TO_WORK', description: 'Phased return' },
    ],
  });
  const asked = await must(manager, 'requestIntervention', {
    case: id,
    category: 'PHYSIOTHERAPY',
    provider: 'NHS Tayside Physiotherapy',
    integrated: true,
    barrier: 'BACK_OR_NECK',
  });
  const [{ id: intervention }] = asked.interventions.interventions;
  await must(manager, 'moveIntervention', { case: id, intervention, state: 'ACCEPTED' });
  walk.clock.to('2019-09-12');
  const treated = await must(manager, 'moveIntervention', { case: id, intervention, state: 'ATTENDED' });
  expect(treated.interventions.interventions).toMatchObject([{ fastTrack: true, waitedDays: 10 }]);

  // Support that was added to the programme while it ran (HWS-31), and a permission that is no part of care.
  const added = { case: id, category: 'ADDITIONAL_MENTAL_HEALTH', provider: 'NHS Tayside', integrated: true };
  expect((await must(manager, 'requestIntervention', added)).interventions.interventions[1]).toMatchObject({
    category: 'ADDITIONAL_MENTAL_HEALTH',
    fastTrack: true,
  });
  const needs = await must(manager, 'recordCaseNeeds', { case: id, mayContactForResearch: true });
  expect(needs.needs).toMatchObject({ safeContact: null, mayContactForResearch: true });

  walk.clock.to('2020-01-13');
  expect((await readCase(manager, id)).progress).toMatchObject({
    warned: true,
    overdue: false,
    daysUsed: 133,
    daysLeft: 7,
  });
  expect(await attempt(manager, 'extendCase', { case: id, reason: 'BECAUSE' })).toMatchObject({
    reason: 'INVALID_INPUT',
  });
  const extended = await must(manager, 'extendCase', { case: id, reason: 'RETURNING_TO_WORK' });
  expect(extended.progress).toMatchObject({
    plannedEndOn: '2020-02-17',
    extensions: [{ reason: 'RETURNING_TO_WORK', from: '2020-01-20', to: '2020-02-17' }],
  });

  walk.clock.to('2020-02-14');
  await must(manager, 'dischargeCase', { case: id, reason: 'COMPLETED' });
  await must(manager, 'recordEmploymentSnapshot', {
    case: id,
    point: 'DISCHARGE',
    employmentStatus: '01',
    hoursPerWeek: 20,
    absent: false,
  });
  walk.clock.to('2020-05-14');
  const followed = await must(manager, 'recordEmploymentSnapshot', {
    case: id,
    point: 'MONTHS_3',
    employmentStatus: '01',
    hoursPerWeek: 30,
    absent: false,
  });
  expect(followed.snapshots.snapshots[0]).toMatchObject({ absentSince: absenceBegan, daysAbsent: 21 });
  expect(
    followed.snapshots.snapshots.map(({ point, absent }: { point: string; absent: boolean }) => [point, absent]),
  ).toEqual([
    ['FIRST_APPOINTMENT', true],
    ['DISCHARGE', false],
    ['MONTHS_3', false],
  ]);
});

test('enrolment stops before the service does, and whoever is left is discharged together with one reason', async () => {
  const manager = walk.hub.as('work-and-health-coach');
  walk.clock.to('2020-03-31');
  const cases: string[] = [];
  for (const name of ['P2', 'P3']) {
    const opened = await must(manager, 'openCase', {
      client: await walk.hub.idFor('provider', name),
      programme: 'scotland-health-and-work-support',
      stream: 'WORKING_HEALTH_SERVICES',
      area: 'DUNDEE',
      facts,
    });
    cases.push(opened.id as string);
  }
  walk.clock.to('2020-04-01');
  expect(await walk.eligibility('clinician', facts)).toMatchObject({ WORKING_HEALTH_SERVICES: 'NOT_ELIGIBLE' });
  expect(
    await attempt(manager, 'openCase', {
      client: await walk.hub.idFor('provider', 'P1'),
      programme: 'scotland-health-and-work-support',
      stream: 'WORKING_HEALTH_SERVICES',
      area: 'DUNDEE',
    }),
  ).toMatchObject({ reason: 'NOT_IN_PROGRAMME', message: 'Health and Work Support enrols nobody on this day.' });

  walk.clock.to('2020-08-31');
  const bulk = async () => {
    const { data } = await manager.query(
      `mutation Close($input: DischargeCasesInput!) { dischargeCases(input: $input) { ... on CasesDischarged { results { __typename
        ... on CaseChanged { case { progress { ... on CaseProgress { discharge { kind reason inBulk } } } } } ... on CaseRefused { reason } } } } }`,
      { input: { idempotencyKey: 'service-closes', cases: [...cases, 'A'.repeat(32)], reason: 'SERVICE_CLOSED' } },
    );
    return data.dischargeCases.results;
  };
  const closed = {
    __typename: 'CaseChanged',
    case: { progress: { discharge: { kind: 'SERVICE_CLOSED', reason: 'SERVICE_CLOSED', inBulk: true } } },
  };
  const expected = [closed, closed, { __typename: 'CaseRefused', reason: 'NOT_FOUND' }];
  expect(await bulk()).toEqual(expected);
  // The same key goes on where it stopped: nothing is ended twice.
  expect(await bulk()).toEqual(expected);
  const { data } = await manager.query('{ cases { edges { node { id } } } }');
  expect(data.cases.edges).toEqual([]);
});
