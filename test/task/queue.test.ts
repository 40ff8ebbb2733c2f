import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import type { Answer } from '../acceptance/caller.js';
import { dayMs, review } from './new-task.js';

let hub: TestHub;
const clock = createClock();
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: { AMINA: { person: nobodySpecial(1) }, ELSEWHERE: { person: nobodySpecial(2), with: ['jobcentre'] } },
  });
});
afterAll(() => hub.close());

const raise = async (key: string, name?: string, facts: Partial<Parameters<typeof review>[1]> = {}) => {
  const clientId = name === undefined ? {} : { clientId: await hub.clientId(name) };
  return hub.demo.hub.services.tasks.raise(review(key, { now: clock.now(), ...clientId, ...facts }));
};
const list = `query Queue($first: Int! = 20, $after: String, $filter: TaskFilter) {
  tasks(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id kind state organisation audience dueAt outcomes outcome client { id }
      history { what by reason }
      details { __typename ... on EmergencyAccessReview { openedBy emergencyReason note } ... on Withheld { reason } } } }
    pageInfo { hasNextPage endCursor } } }`;
const queue = (who: Who, variables: object = {}): Promise<Answer> => hub.as(who).query(list, variables);
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any field of any task
const tasksOf = ({ data }: Answer): any[] => (data.tasks.edges as { node: object }[]).map(({ node }) => node);
const operatorOfficer = { sub: 'officer-hub', organisation: 'QZZ', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
let keys = 0;
const newKey = (): string => `task-key-${(keys += 1)}`;
const complete = (who: Who, input: object): Promise<Answer> =>
  hub.as(who).query(
    `mutation Complete($input: CompleteTaskInput!) { completeTask(input: $input) { __typename
      ... on TaskCompleted { task { state outcome completedAt history { what by reason } } } ... on TaskRefused { reason message } } }`,
    { input: { idempotencyKey: newKey(), outcome: 'JUSTIFIED', ...input } },
  );
const reassign = (who: Who, input: object): Promise<Answer> =>
  hub.as(who).query(
    `mutation Reassign($input: ReassignTaskInput!) { reassignTask(input: $input) { __typename
      ... on TaskReassigned { task { organisation state dueAt } } ... on TaskRefused { reason message } } }`,
    { input: { idempotencyKey: newKey(), reason: 'Yours.', audience: 'PRIVACY_OFFICER', ...input } },
  );
const taskId = async (key: string): Promise<string> => {
  const { organisation, id } = await raise(key);
  return hub.demo.hub.services.pairwiseIds.encode(organisation, 'task', id);
};

test('a task stands in the queue of its owner, with its client and its details, and in no other', async () => {
  await raise('one', 'AMINA');
  const [task] = tasksOf(await queue('privacy-officer'));
  expect(task).toMatchObject({
    kind: 'EMERGENCY_ACCESS_REVIEW',
    state: 'OPEN',
    organisation: 'Y90001',
    audience: 'PRIVACY_OFFICER',
    outcomes: ['JUSTIFIED', 'NOT_JUSTIFIED'],
    outcome: null,
    client: { id: await hub.idFor('practice', 'AMINA') },
    details: { openedBy: 'dr-okafor', emergencyReason: 'RISK_TO_LIFE', note: 'Found collapsed in the waiting room.' },
    history: [{ what: 'RAISED', by: null, reason: null }],
  });
  for (const who of ['clinician', 'work-coach', 'client:AMINA', operatorOfficer] as const) {
    expect(tasksOf(await queue(who))).toEqual([]);
  }
});

test('what a task tells of its client is decided and recorded like any section of the client', async () => {
  await raise('recorded', 'AMINA');
  const { headers } = await hub.as('privacy-officer').send(list, { first: 50 });
  const records = (await hub.ledger()).filter(({ correlationId }) => correlationId === headers['x-correlation-id']);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({
    clientId: await hub.clientId('AMINA'),
    lines: [{ section: 'Task.details', category: 'ACCESS_HISTORY', outcome: 'PERMITTED', rule: 'G-02' }],
  });
});

test('of a client whom the owner does not work with a task tells who acted, and not whom', async () => {
  await raise('stranger', 'ELSEWHERE', { dueAt: new Date(clock.now() - dayMs).toISOString() });
  const [task] = tasksOf(await queue('privacy-officer', { first: 1 }));
  expect(task).toMatchObject({ client: null, details: { openedBy: 'dr-okafor' } });
  await complete('privacy-officer', { task: task.id as string });
});

test('the queue comes in pages, most urgent first, and its cursor is bound to caller, list and filter', async () => {
  for (let index = 0; index < 7; index += 1) {
    await raise(`page-${index}`, undefined, {
      owner: { organisation: review('', { now: 0 }).owner.organisation, audience: 'PROVIDER_MANAGER' },
      dueAt: new Date(clock.now() + (7 - index) * dayMs).toISOString(),
    });
  }
  const manager = { sub: 'm', organisation: 'Y90001', role: 'PROVIDER_MANAGER', purpose: 'SERVICE_MANAGEMENT' };
  const colleague = { ...manager, sub: 'n' };
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const answer: Answer = await queue(manager, { first: 3, after });
    seen.push(...tasksOf(answer).map(({ dueAt }) => dueAt as string));
    after = answer.data.tasks.pageInfo.hasNextPage ? (answer.data.tasks.pageInfo.endCursor as string) : null;
  } while (after !== null);
  expect(seen).toHaveLength(7);
  expect(seen).toEqual([...seen].sort());
  const { data } = await queue(manager, { first: 1 });
  const cursor = data.tasks.pageInfo.endCursor as string;
  const wrong = [
    queue(colleague, { after: cursor }),
    queue(manager, { after: cursor, filter: { completed: true } }),
    queue('privacy-officer', { after: cursor }),
  ];
  for (const answer of await Promise.all(wrong)) expect(answer.errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
});

describe('completing', () => {
  test('stores outcome and reason once for one key, and takes the task off the queue', async () => {
    const input = { task: await taskId('done'), idempotencyKey: newKey(), reason: 'She was unconscious.' };
    const first = await complete('privacy-officer', input);
    expect(first.data.completeTask).toMatchObject({
      __typename: 'TaskCompleted',
      task: {
        state: 'COMPLETED',
        outcome: 'JUSTIFIED',
        history: [{ what: 'RAISED' }, { what: 'COMPLETED', by: 'officer-byrne', reason: 'She was unconscious.' }],
      },
    });
    expect(await complete('privacy-officer', input)).toEqual(first);
    const waiting = tasksOf(await queue('privacy-officer', { first: 50 }));
    expect(waiting.map(({ id }) => id as string)).not.toContain(input.task);
    const completed = tasksOf(await queue('privacy-officer', { first: 50, filter: { completed: true } }));
    expect(completed.map(({ id }) => id as string)).toContain(input.task);
  });

  const refusal = (reason: string, message: unknown = expect.any(String)) => ({
    data: { completeTask: { __typename: 'TaskRefused', reason, message } },
  });

  test('with a key that stood for something else is refused', async () => {
    const idempotencyKey = newKey();
    await complete('privacy-officer', { task: await taskId('key-1'), idempotencyKey });
    expect(await complete('privacy-officer', { task: await taskId('key-2'), idempotencyKey })).toEqual(
      refusal('IDEMPOTENCY_KEY_REUSED'),
    );
  });

  test('by another part, another organisation, or under an id that is no task of theirs finds nothing', async () => {
    const task = await taskId('not-yours');
    for (const who of ['clinician', 'work-coach', operatorOfficer] as const) {
      expect(await complete(who, { task })).toEqual(refusal('NOT_FOUND', 'No such task for this caller.'));
    }
    expect(await complete('privacy-officer', { task: 'nonsense' })).toEqual(
      refusal('NOT_FOUND', 'No such task for this caller.'),
    );
  });

  test('what one did oneself is refused, in whichever part', async () => {
    const { id, organisation } = await raise('own-act', 'AMINA', {
      excluded: [{ organisation: review('', { now: 0 }).owner.organisation, subject: 'dr-okafor' }],
    });
    const self = { sub: 'dr-okafor', organisation: 'Y90001', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
    const task = hub.demo.hub.services.pairwiseIds.encode(organisation, 'task', id);
    expect(await complete(self, { task })).toEqual(refusal('NOT_PERMITTED'));
    expect((await complete('privacy-officer', { task })).data.completeTask.__typename).toBe('TaskCompleted');
  });

  test('twice by two people is told apart from once', async () => {
    const task = await taskId('twice');
    const colleague = { sub: 'officer-two', organisation: 'Y90001', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
    const outcomes = await Promise.all([complete('privacy-officer', { task }), complete(colleague, { task })]);
    const names = outcomes.map(({ data }) => data.completeTask.__typename as string);
    expect(names.sort()).toEqual(['TaskCompleted', 'TaskRefused']);
    expect(await complete(colleague, { task, outcome: 'NOT_JUSTIFIED' })).toEqual(refusal('ALREADY_COMPLETED'));
  });

  test('with a bad key or a reason of more than 2,000 characters stores nothing', async () => {
    const task = await taskId('bad-input');
    expect(await complete('privacy-officer', { task, idempotencyKey: 'short' })).toEqual(refusal('INVALID_INPUT'));
    expect(await complete('privacy-officer', { task, reason: 'x'.repeat(2001) })).toEqual(refusal('INVALID_INPUT'));
    expect((await complete('privacy-officer', { task })).data.completeTask.__typename).toBe('TaskCompleted');
  });
});

test('an overdue task goes to the hub’s operator, who can hand it back with a new clock', async () => {
  const raised = await raise('overdue', 'ELSEWHERE');
  clock.forward(8 * dayMs);
  await hub.demo.hub.escalation.escalateDue();
  const escalated = tasksOf(await queue(operatorOfficer, { first: 50 })).at(-1);
  expect(escalated).toMatchObject({ state: 'ESCALATED', organisation: 'QZZ', client: null });
  const before = hub.demo.hub.services.pairwiseIds.encode(raised.organisation, 'task', raised.id);
  expect((await complete('privacy-officer', { task: before })).data.completeTask.reason).toBe('NOT_FOUND');

  const task = (await hub.demo.hub.services.tasks.byId(raised.id))!;
  const id = hub.demo.hub.services.pairwiseIds.encode(task.organisation, 'task', task.id);
  const elsewhere = await reassign(operatorOfficer, { task: id, organisation: 'PATHWAYS' });
  expect(elsewhere.data.reassignTask.reason).toBe('NOT_PERMITTED');
  const wrongPart = await reassign(operatorOfficer, { task: id, organisation: 'Y90001', audience: 'CLINICIAN' });
  expect(['NOT_PERMITTED', 'INVALID_INPUT']).toContain(wrongPart.data.reassignTask.reason);
  const past = await reassign(operatorOfficer, { task: id, organisation: 'Y90001', dueAt: '2026-01-01T00:00:00Z' });
  expect(past.data.reassignTask.reason).toBe('INVALID_INPUT');

  const dueAt = new Date(clock.now() + 2 * dayMs).toISOString();
  const back = { task: id, organisation: 'Y90001', dueAt, idempotencyKey: newKey() };
  const answer = await reassign(operatorOfficer, back);
  expect(answer.data.reassignTask).toEqual({
    __typename: 'TaskReassigned',
    task: { organisation: 'Y90001', state: 'ESCALATED', dueAt },
  });
  expect((await reassign(operatorOfficer, back)).data.reassignTask.task).toMatchObject({ organisation: 'Y90001' });
  expect((await complete('privacy-officer', { task: before })).data.completeTask.__typename).toBe('TaskCompleted');
});
