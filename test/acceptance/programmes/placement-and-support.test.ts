/* eslint-disable @typescript-eslint/no-unsafe-call -- a test reads any field of any answer */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nobodySpecial } from '../people.js';
import { attempt, must, readCase } from './case-work.js';
import { startWalk, type Walk } from './walk.js';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({
    programme: 'individual-placement-and-support',
    version: '2016-03-01',
    area: 'TOWER_HAMLETS',
    streams: ['MENTAL_HEALTH', 'LEARNING_DISABILITY'],
    day: '2017-02-06',
    people: { P1: { person: nobodySpecial(1) } },
  });
});
afterAll(() => walk.hub.close());

test('a client of the mental-health team who wants to work is taken on whatever else is so, and helped without an end', async () => {
  const specialist = walk.hub.as('work-and-health-coach');
  const facts = { wantsToWork: true, underCommunityMentalHealthTeam: true, homePostcodeDistrict: 'E3' };
  expect(await walk.eligibility('clinician', facts)).toMatchObject({ MENTAL_HEALTH: 'ELIGIBLE' });
  // Years out of work, benefits, poor health: none of it is asked.
  const history = {
    ...facts,
    inPaidWork: false,
    lastJobEndedOn: '1999-01-01',
    claimsBenefits: true,
    inPoorHealth: true,
  };
  expect(await walk.eligibility('clinician', history)).toMatchObject({ MENTAL_HEALTH: 'ELIGIBLE' });

  const opened = await walk.caseFrom(await walk.accepted('clinician', 'P1', 'MENTAL_HEALTH'), facts);
  const id = opened.id as string;
  expect(opened.progress).toMatchObject({
    plannedEndOn: null,
    daysLeft: null,
    warningsOn: [],
    accountable: [{ role: 'EMPLOYMENT_SPECIALIST' }],
  });
  expect(await attempt(specialist, 'extendCase', { case: id, reason: 'MORE_TIME' })).toMatchObject({
    reason: 'NOT_IN_PROGRAMME',
  });

  await must(specialist, 'assessCase', {
    case: id,
    mainBarrier: 'CONFIDENCE',
    domains: [{ domain: 'PREFERENCES', findings: 'Outdoors, mornings.' }],
  });
  await must(specialist, 'planCase', {
    case: id,
    type: 'FIND_WORK',
    goals: [{ kind: 'FIND_WORK', description: 'Gardening, paid' }],
  });
  // Integration with the clinical team: their part is on the same plan.
  await must(specialist, 'addCaseAction', {
    case: id,
    description: 'Discuss side effects and mornings',
    strand: 'HEALTH',
    owner: 'Y90001',
    dueOn: '2017-03-01',
  });
  await must(specialist, 'recordEmploymentSnapshot', { case: id, point: 'FIRST_APPOINTMENT', employmentStatus: '04' });

  walk.clock.to('2018-02-06');
  await must(specialist, 'planCase', {
    case: id,
    type: 'IN_WORK_SUPPORT',
    goals: [{ kind: 'STAY_IN_WORK', description: 'Keep the job' }],
  });
  const later = await readCase(specialist, id);
  expect(later.progress).toMatchObject({ daysUsed: 365, warned: false, overdue: false });
  expect(later.plan.versions.map(({ type }: { type: string }) => type)).toEqual(['FIND_WORK', 'IN_WORK_SUPPORT']);
  const ended = await must(specialist, 'dischargeCase', { case: id, reason: 'LOST_CONTACT' });
  expect(ended.progress.discharge).toMatchObject({ kind: 'DISENGAGED' });
});
