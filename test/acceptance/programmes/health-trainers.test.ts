/* eslint-disable @typescript-eslint/no-unsafe-call -- a test reads any field of any answer */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nobodySpecial } from '../people.js';
import { must } from './case-work.js';
import { session, startWalk, type Walk } from './walk.js';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({
    programme: 'health-trainers',
    version: '2008-07-01',
    area: 'SEFTON',
    streams: ['HEALTH_TRAINER'],
    day: '2008-09-01',
    people: { P1: { person: nobodySpecial(1) } },
  });
});
afterAll(() => walk.hub.close());

test('a client comes of their own accord, works on a personal health plan, and goes on to training and volunteering at once', async () => {
  const trainer = walk.hub.as('work-and-health-coach');
  const facts = { inPaidWork: false, inPoorHealth: true, homePostcodeDistrict: 'L21' };
  expect(await walk.eligibility('client:P1', facts)).toEqual({ HEALTH_TRAINER: 'ELIGIBLE' });
  expect(await walk.eligibility('client:P1', { ...facts, inPaidWork: true })).toEqual({
    HEALTH_TRAINER: 'NOT_ELIGIBLE',
  });

  const referral = await walk.accepted('client:P1', undefined, 'HEALTH_TRAINER', { sharing: { basis: 'OWN_REQUEST' } });
  const opened = await walk.caseFrom(referral, facts);
  const id = opened.id as string;
  expect(opened.progress).toMatchObject({ plannedEndOn: '2009-09-01', accountable: [{ role: 'HEALTH_TRAINER' }] });

  await must(trainer, 'assessCase', {
    case: id,
    mainBarrier: 'OTHER_HEALTH',
    domains: [{ domain: 'DIET', findings: 'One portion a day.', score: 1 }],
  });
  const goals = [
    { kind: 'HEALTH', description: 'Five portions a day', confidence: 4 },
    { kind: 'TRAINING', description: 'Food hygiene certificate' },
    { kind: 'VOLUNTEERING', description: 'Help at the community kitchen' },
  ];
  await must(trainer, 'planCase', { case: id, type: 'PERSONAL_HEALTH_PLAN', goals });
  const sitting = {
    startsAt: '2008-09-08T10:00:00Z',
    minutes: 45,
    topic: 'DIET',
    mode: 'IN_PERSON',
    role: 'HEALTH_TRAINER',
  };
  const booked = await session(trainer, 'bookSession', { case: id, sitting });
  walk.clock.to('2009-03-02');
  await session(trainer, 'closeSession', { case: id, session: booked.session.id, state: 'NOT_ATTENDED' });

  const reviewed = await must(trainer, 'planCase', {
    case: id,
    type: 'PERSONAL_HEALTH_PLAN',
    goals: goals.map((goal, at) => ({ ...goal, state: at === 0 ? 'PARTLY_ACHIEVED' : 'ACHIEVED' })),
  });
  expect(reviewed.plan.versions[1].goals.map(({ state }: { state: string }) => state)).toEqual([
    'PARTLY_ACHIEVED',
    'ACHIEVED',
    'ACHIEVED',
  ]);
  await must(trainer, 'assessCase', {
    case: id,
    mainBarrier: 'OTHER_HEALTH',
    domains: [{ domain: 'DIET', findings: 'Three portions a day.', score: 3 }],
  });
  const ended = await must(trainer, 'dischargeCase', {
    case: id,
    reason: 'PLAN_PARTLY_ACHIEVED',
    destination: 'Volunteering',
  });
  expect(ended.progress.discharge).toMatchObject({ kind: 'COMPLETED', destination: 'Volunteering' });
});
