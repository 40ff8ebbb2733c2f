/* eslint-disable @typescript-eslint/no-unsafe-argument -- a test reads any field of any answer */
/** Goal row 66: the rate of IPS under the rules before and after April 2024, from one data set. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { clockAt, must, policySince, type Any } from '../acceptance/programmes/case-work.js';

/** Work status at entry and at discharge; absent: nobody wrote it down. */
const people: Readonly<Record<string, { readonly entry?: string; readonly discharge?: string }>> = {
  FOUND: { entry: '02', discharge: '01' },
  FOUND_TOO: { entry: '04', discharge: '01' },
  FOUND_NONE: { entry: '02', discharge: '02' },
  AT_WORK: { entry: '01', discharge: '01' },
  AT_WORK_TOO: { entry: '01', discharge: '01' },
  UNDER_WAY: { entry: '02' },
  NOT_ASKED: { discharge: '01' },
};
const names = Object.keys(people);
const clock = clockAt('2024-02-05');
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    change: policySince('2024-01-01'),
    people: Object.fromEntries(names.map((name, index) => [name, { person: nobodySpecial(index + 1) }])),
  });
  const coach = hub.as('work-and-health-coach');
  const ids: string[] = [];
  for (const name of names) {
    const { id } = await must(coach, 'openCase', {
      client: await hub.idFor('provider', name),
      programme: 'individual-placement-and-support',
      stream: 'MENTAL_HEALTH',
      area: 'TOWER_HAMLETS',
    });
    ids.push(id);
    await keep(coach, id, 'FIRST_APPOINTMENT', people[name]?.entry);
  }
  clock.to('2024-06-03');
  for (const [index, name] of names.entries()) {
    const employmentStatus = people[name]?.discharge;
    if (employmentStatus === undefined) continue;
    await must(coach, 'dischargeCase', { case: ids[index], reason: 'CLIENT_CHOICE' });
    await keep(coach, ids[index]!, 'DISCHARGE', employmentStatus);
  }
});
afterAll(() => hub.close());

async function keep(coach: Parameters<typeof must>[0], id: string, point: string, employmentStatus?: string) {
  if (employmentStatus === undefined) return;
  await must(coach, 'recordEmploymentSnapshot', { case: id, point, employmentStatus });
}

const exact = (count: number): object => ({ count, suppressed: false });
const rates = async (from: string, months: number): Promise<Any> => {
  const figure = '{ count suppressed }';
  const { data, errors } = await hub.as('work-and-health-coach').query(
    `query Rates($from: Date!, $months: Int!) { caseloadReport(programme: "individual-placement-and-support", from: $from, months: $months) {
      rates { code since inForce of ${figure} reached ${figure} notKnown ${figure} undecided ${figure} percent benchmark } } }`,
    { from, months },
  );
  expect(errors).toBeUndefined();
  return data.caseloadReport.rates;
};

test('one caseload has the rate of the old rule and of the new one, and each says whom it leaves out', async () => {
  expect(await rates('2024-02-01', 12)).toEqual([
    {
      code: 'EMPLOYMENT',
      since: '2016-03-01',
      inForce: false,
      of: exact(7),
      reached: exact(5),
      notKnown: exact(1),
      undecided: exact(0),
      percent: 71,
      benchmark: null,
    },
    {
      code: 'EMPLOYMENT',
      since: '2024-04-01',
      inForce: true,
      // Two were in work when they were taken on, and of one nobody wrote down whether they were.
      of: exact(4),
      reached: exact(2),
      notKnown: exact(1),
      undecided: exact(1),
      percent: 50,
      benchmark: 40,
    },
  ]);
});

test('a report on the time before April 2024 is read by the rule that held then, and still shows both', async () => {
  const found = await rates('2024-02-01', 2);
  expect((found as Any[]).map(({ since, inForce, percent }) => ({ since, inForce, percent }))).toEqual([
    { since: '2016-03-01', inForce: true, percent: 71 },
    { since: '2024-04-01', inForce: false, percent: 50 },
  ]);
});
