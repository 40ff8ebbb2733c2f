/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return -- a test reads any field of any answer */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startHub, type Enrolment, type TestHub, type Who } from './hub.js';
import { nobodySpecial } from './people.js';
import { attempt, clockAt, must, policySince, type Any } from './programmes/case-work.js';

const clock = clockAt('2019-03-04');
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
    people: {
      P1: { person: nobodySpecial(1) },
      P2: { person: nobodySpecial(2), with: ['provider'] },
      P3: { person: nobodySpecial(3), consents: [supportForClinicians] },
      P4: { person: nobodySpecial(4) },
    },
  });
});
afterAll(() => hub.close());
beforeEach(() => clock.to('2019-03-04'));

const coach = () => hub.as('work-and-health-coach');
const opened = async (name: string): Promise<Any> =>
  must(coach(), 'openCase', {
    client: await hub.idFor('provider', name),
    programme: 'scotland-health-and-work-support',
    stream: 'WORKING_HEALTH_SERVICES',
    area: 'DUNDEE',
  });
const look = async (day: string): Promise<void> => {
  clock.to(day);
  // Two hubs, or one that was stopped half-way: the same again.
  await Promise.all([hub.demo.hub.caseClocks.watchDue(), hub.demo.hub.caseClocks.watchDue()]);
  await hub.demo.hub.caseClocks.watchDue();
};
const tasks = async (who: Who, of: { readonly id: string }, completed = false): Promise<readonly string[]> => {
  const { data, errors } = await hub.as(who).query(
    `query Tasks($completed: Boolean!) { tasks(first: 50, filter: { kind: CASE_DUE, completed: $completed }) { edges { node { id state outcome client { id }
      details { ... on CaseDue { case employerCase clock on } } } } } }`,
    { completed },
  );
  expect(errors).toBeUndefined();
  const nodes = (data.tasks.edges as Any[]).map(({ node }) => node);
  return nodes
    .filter(({ details }) => (details.case ?? details.employerCase) === of.id)
    .map(({ details, state }) => `${details.clock} ${details.on} ${state}`)
    .sort();
};
const session = async (verb: string, type: string, input: object): Promise<Any> => {
  const text = `mutation S($input: ${type}!) { ${verb}(input: $input) { ... on SessionStored { session { id } } ... on CaseRefused { reason message } } }`;
  const { data, errors } = await coach().query(text, { input });
  expect(errors).toBeUndefined();
  return data[verb];
};

test('each warning, the missing contact and the end of a case is a task once, and is over when that is done', async () => {
  const case_ = await opened('P1');
  await look('2019-03-31');
  expect(await tasks('work-and-health-coach', case_)).toEqual([]);

  await look('2019-04-01');
  expect(await tasks('work-and-health-coach', case_)).toEqual(['NO_CONTACT 2019-04-01 OPEN']);
  // The person comes on the day after: the next gap begins there.
  const sitting = { startsAt: '2019-04-02T10:00:00Z', mode: 'TELEPHONE', role: 'CASE_MANAGER' };
  const booked = await session('bookSession', 'BookSessionInput', {
    idempotencyKey: 'clock-session-1',
    case: case_.id,
    sitting,
  });
  clock.to('2019-04-03');
  await session('closeSession', 'CloseSessionInput', {
    idempotencyKey: 'clock-session-2',
    case: case_.id,
    session: booked.session.id,
    state: 'ATTENDED',
  });
  // That they came is what the task asked for.
  expect(await tasks('work-and-health-coach', case_)).toEqual([]);
  expect(await tasks('work-and-health-coach', case_, true)).toEqual(['NO_CONTACT 2019-04-01 COMPLETED']);
  await look('2019-04-29');
  expect(await tasks('work-and-health-coach', case_)).toEqual([]);
  await look('2019-04-30');
  expect(await tasks('work-and-health-coach', case_)).toEqual(['NO_CONTACT 2019-04-30 OPEN']);

  await look('2019-07-15');
  expect(await tasks('work-and-health-coach', case_)).toEqual(
    expect.arrayContaining(['ENDING_SOON 2019-06-24 OPEN', 'EXTENSION_DUE 2019-07-15 OPEN']),
  );
  await must(coach(), 'extendCase', { case: case_.id, reason: 'COMPLEX_NEEDS' });
  const left = (await tasks('work-and-health-coach', case_)).join();
  expect(left).not.toMatch(/ENDING_SOON|EXTENSION_DUE/);
  expect(await tasks('work-and-health-coach', case_, true)).toEqual([
    'ENDING_SOON 2019-06-24 COMPLETED',
    'EXTENSION_DUE 2019-07-15 COMPLETED',
    'NO_CONTACT 2019-04-01 COMPLETED',
  ]);

  // The later end has warnings of its own.
  await look('2019-07-23');
  expect((await tasks('work-and-health-coach', case_)).join()).toContain('ENDING_SOON 2019-07-22 OPEN');
  await look('2019-08-20');
  expect((await tasks('work-and-health-coach', case_)).join()).toContain('PAST_END 2019-08-20 OPEN');
  await must(coach(), 'dischargeCase', { case: case_.id, reason: 'TWENTY_WEEKS' });
  expect((await tasks('work-and-health-coach', case_)).join()).not.toMatch(/PAST_END|ENDING_SOON|EXTENSION_DUE/);
  await look('2020-12-01');
  expect((await tasks('work-and-health-coach', case_)).join()).not.toContain('2020');
});

test('a case past its end that nobody acts on goes to the service’s manager, and then to whoever commissions it', async () => {
  const case_ = await opened('P2');
  await look('2019-07-23');
  clock.to('2019-07-25');
  await hub.demo.hub.escalation.escalateDue();
  expect((await tasks('work-and-health-coach', case_)).join()).not.toContain('PAST_END');
  expect((await tasks('provider-manager', case_)).join()).toContain('PAST_END 2019-07-23 ESCALATED');
  clock.to('2019-07-29');
  await hub.demo.hub.escalation.escalateDue();
  const { data } = await hub
    .as('commissioner')
    .query('{ tasks(first: 50, filter: { kind: CASE_DUE }) { edges { node { state client { id } details { ... on CaseDue { case clock on } } } } } }'); // prettier-ignore
  const ended = (data.tasks.edges as Any[])
    .map(({ node }) => node)
    .filter(({ details }) => details.clock === 'PAST_END');
  // The commissioner learns that a case lies, by an id of their own, and not whose it is.
  expect(ended).toEqual([
    { state: 'ESCALATED', client: null, details: { case: expect.any(String), clock: 'PAST_END', on: '2019-07-23' } },
  ]);
  expect(ended[0].details.case).not.toBe(case_.id);
});

test('somebody who works with the person and may not see their support is not told which case of theirs a task is about', async () => {
  clock.to('2019-08-01');
  const case_ = await opened('P4');
  await look('2019-12-20');
  const kinds = async (who: Who): Promise<readonly Any[]> => {
    const { data } = await hub.as(who).query('{ tasks(first: 50, filter: { kind: CASE_DUE }) { edges { node { client { id } details { __typename ... on CaseDue { case } ... on Withheld { category reason } } } } } }'); // prettier-ignore
    return (data.tasks.edges as Any[]).map(({ node }) => node);
  };
  const mine = await hub.idFor('provider', 'P4');
  const of = (nodes: readonly Any[]): readonly Any[] => nodes.filter(({ client }) => client?.id === mine);
  const shown = of(await kinds('work-and-health-coach'));
  expect(shown.length).toBeGreaterThan(0);
  for (const { details } of shown) expect(details).toEqual({ __typename: 'CaseDue', case: case_.id });
  await hub.as('client:P4').record({ client: await hub.idFor('client', 'P4'), effect: 'DENY', categories: ['SUPPORT'], recipients: [{ organisation: 'PATHWAYS' }], purposes: [], evidence: { method: 'ELECTRONIC', wording: 'No.' } }); // prettier-ignore
  const refused = of(await kinds('work-and-health-coach'));
  expect(refused).toHaveLength(shown.length);
  for (const { details } of refused) {
    expect(details).toEqual({ __typename: 'Withheld', category: 'SUPPORT', reason: 'DENIED_BY_CLIENT' });
  }
});

test('an employer’s case has its clocks too', async () => {
  const record = `mutation R($input: RecordEmployerInput!) { recordEmployer(input: $input) { ... on EmployerRecorded { employer { id } } } }`;
  const { data: made } = await coach().query(record, {
    input: { idempotencyKey: 'clock-employer', name: 'Harbour Hotels', headcount: 20, postcodeDistrict: 'DD1' },
  });
  const open = `mutation O($input: OpenEmployerCaseInput!) { openEmployerCase(input: $input) { ... on EmployerCaseStored { case { id } } } }`;
  const input = {
    idempotencyKey: 'clock-employer-case',
    employer: made.recordEmployer.employer.id,
    programme: 'scotland-health-and-work-support',
    stream: 'HEALTHY_WORKING_LIVES',
  };
  const { data } = await coach().query(open, { input });
  const case_ = data.openEmployerCase.case as { id: string };
  // No end of its own; the service closes on 31 August 2020.
  await look('2020-09-01');
  expect(await tasks('work-and-health-coach', case_)).toEqual([
    'ENDING_SOON 2020-08-03 OPEN',
    'ENDING_SOON 2020-08-24 OPEN',
    'PAST_END 2020-09-01 OPEN',
  ]);
  const close = `mutation C($input: DischargeEmployerCaseInput!) { dischargeEmployerCase(input: $input) { __typename } }`;
  await coach().query(close, {
    input: { idempotencyKey: 'clock-employer-end', case: case_.id, reason: 'SERVICE_CLOSED' },
  });
  expect(await tasks('work-and-health-coach', case_)).toEqual([]);
});

test('another organisation’s clinician who runs a case has its tasks in their own queue', async () => {
  const case_ = await must(hub.as('clinician'), 'openCase', {
    client: await hub.idFor('practice', 'P3'),
    programme: 'scotland-health-and-work-support',
    stream: 'WORKING_HEALTH_SERVICES',
    area: 'FIFE',
  });
  await look('2019-04-01');
  expect(await tasks('clinician', case_)).toEqual(['NO_CONTACT 2019-04-01 OPEN']);
  expect(await attempt(hub.as('clinician'), 'dischargeCase', { case: case_.id, reason: 'MOVED' })).toMatchObject({
    __typename: 'CaseChanged',
  });
});
