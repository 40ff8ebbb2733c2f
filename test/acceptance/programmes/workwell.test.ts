import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nobodySpecial } from '../people.js';
import { attempt, must } from './case-work.js';
import { session, startWalk, type Walk } from './walk.js';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({
    programme: 'workwell',
    version: '2024-10-01',
    area: 'NORTH_CENTRAL_LONDON',
    streams: ['NORTH_CENTRAL_LONDON'],
    day: '2024-11-04',
    people: { P1: { person: nobodySpecial(1) }, P2: { person: nobodySpecial(2) } },
  });
});
afterAll(() => walk.hub.close());

test('a participant refers themselves, meets a coach in a café, has an adjustment agreed and stays in work', async () => {
  const coach = walk.hub.as('work-and-health-coach');
  const facts = { inPaidWork: true, strugglingAtWork: true, hasHealthCondition: true, homePostcodeDistrict: 'N15' };
  expect(await walk.eligibility('client:P1', facts)).toMatchObject({
    NORTH_CENTRAL_LONDON: 'ELIGIBLE',
    BLACKBURN: 'NOT_ELIGIBLE',
  });
  // Claiming or not is never asked (WW-08).
  expect(await walk.eligibility('client:P1', { ...facts, claimsUniversalCredit: false })).toEqual(
    await walk.eligibility('client:P1', { ...facts, claimsUniversalCredit: true }),
  );

  const opened = await walk.caseFrom(
    await walk.accepted('client:P1', undefined, 'NORTH_CENTRAL_LONDON', { sharing: { basis: 'OWN_REQUEST' } }),
    facts,
  );
  const { id } = opened;
  expect(opened.progress).toMatchObject({ plannedEndOn: '2024-12-30', accountable: [{ role: 'WORK_HEALTH_COACH' }] });
  await must(coach, 'recordCaseNeeds', {
    case: id,
    safeContact: { mode: 'VIDEO', mayLeaveMessage: false, times: 'evenings' },
    access: ['British Sign Language interpreter'],
  });

  const booked = await session(coach, 'bookSession', {
    case: id,
    sitting: {
      startsAt: '2024-11-06T17:30:00Z',
      mode: 'IN_PERSON',
      place: 'Tottenham Café',
      role: 'WORK_HEALTH_COACH',
    },
  });
  walk.clock.to('2024-11-07');
  await session(coach, 'closeSession', { case: id, session: booked.session.id, state: 'ATTENDED' });
  await must(coach, 'recordEmploymentSnapshot', {
    case: id,
    point: 'FIRST_APPOINTMENT',
    on: '2024-11-06',
    employmentStatus: '01',
    absent: false,
  });
  await must(coach, 'assessCase', {
    case: id,
    mainBarrier: 'MENTAL_ILLNESS',
    otherBarriers: ['WORKPLACE'],
    domains: [],
  });
  await must(coach, 'planCase', {
    case: id,
    type: 'THRIVE_AT_WORK',
    goals: [
      { kind: 'HEALTH', description: 'Counselling', confidence: 7 },
      { kind: 'STAY_IN_WORK', description: 'Quieter desk' },
    ],
  });
  expect(
    await attempt(coach, 'requestIntervention', { case: id, category: 'SURGERY', provider: 'x', integrated: true }),
  ).toMatchObject({ reason: 'INVALID_INPUT' });
  await must(coach, 'requestIntervention', {
    case: id,
    category: 'WORKPLACE_ADJUSTMENTS',
    provider: 'Employer',
    integrated: true,
    barrier: 'WORKPLACE',
  });

  walk.clock.to('2024-12-20');
  const ended = await must(coach, 'dischargeCase', { case: id, reason: 'STAYED_IN_WORK' });
  expect(ended.progress).toMatchObject({ status: 'DISCHARGED', daysUsed: 46, discharge: { kind: 'COMPLETED' } });
  walk.clock.to('2025-03-19');
  expect(
    await attempt(coach, 'recordEmploymentSnapshot', { case: id, point: 'MONTHS_3', employmentStatus: '01' }),
  ).toMatchObject({ reason: 'TOO_EARLY' });
  walk.clock.to('2025-03-20');
  await must(coach, 'recordEmploymentSnapshot', { case: id, point: 'MONTHS_3', employmentStatus: '01' });
  walk.clock.to('2025-06-20');
  const kept = await must(coach, 'recordEmploymentSnapshot', { case: id, point: 'MONTHS_6', employmentStatus: '02' });
  expect(kept.snapshots.snapshots).toHaveLength(3);
});

test('somebody who seeks work has sixteen weeks', async () => {
  walk.clock.to('2024-11-04');
  const facts = { inPaidWork: false, hasHealthCondition: true, homePostcodeDistrict: 'N15' };
  const opened = await walk.caseFrom(await walk.accepted('clinician', 'P2', 'NORTH_CENTRAL_LONDON'), facts);
  expect(opened.progress.plannedEndOn).toBe('2025-02-24');
});
