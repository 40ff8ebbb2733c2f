/** Goal rows 12 and 25: every emergency access is reviewed, or escalates; the client is told, or is told late. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../acceptance/caller.js';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';
import { dayMs } from '../task/new-task.js';
import { hospitalOfficer, newKey, nightDoctor, openAccess } from './emergency.js';

const clock = createClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: {
      AMINA: { person: AMINA },
      BEN: { person: nobodySpecial(2), with: ['practice'] },
      CARL: { person: nobodySpecial(3) },
    },
  });
});
afterAll(() => hub.close());

interface Queued {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: string;
  readonly state: string;
  readonly client: object | null;
  readonly details: object;
}
const queue = async (who: Who): Promise<readonly Queued[]> => {
  const { data } = await hub.as(who).query(
    `{ tasks { edges { node { id kind dueAt state client { id } details { __typename
      ... on EmergencyAccessReview { openedBy openedAs emergencyReason note } ... on Withheld { reason } } } } } }`,
  );
  return (data.tasks.edges as { node: Queued }[]).map(({ node }) => node);
};
const complete = (who: Who, task: string, outcome = 'JUSTIFIED'): Promise<Answer> =>
  hub.as(who).query(
    `mutation($input: CompleteTaskInput!) { completeTask(input: $input) { __typename
      ... on TaskCompleted { task { outcome history { what by } } } ... on TaskRefused { reason } } }`,
    { input: { idempotencyKey: newKey(), task, outcome, reason: 'I spoke to the ward.' } },
  );
const notices = async (name: string, who: Who = `client:${name}`) => {
  const root = who === `client:${name}` ? 'me' : `client(by: { nhsNumber: "${hub.nhsNumber(name)}" })`;
  const { data, errors } = await hub
    .as(who)
    .query(
      `{ client: ${root} { notices { edges { node { kind at organisation audience sentence delayedUntil } } withheld { reason } } } }`,
    );
  expect(errors).toBeUndefined();
  const page = data.client.notices as {
    edges: { node: { kind: string; sentence: string; delayedUntil: string | null } }[];
    withheld: object | null;
  };
  // Of first accesses see row-25-first-access-notice.test.ts.
  return { ...page, edges: page.edges.filter(({ node }) => node.kind === 'EMERGENCY_ACCESS') };
};
const delay = (who: Who, client: string, until: string): Promise<Answer> =>
  hub.as(who).query(
    `mutation($input: DelayAccessHistoryInput!) { delayAccessHistory(input: $input) { __typename
      ... on AccessHistoryDelayed { until } ... on DelayAccessHistoryRefused { reason } } }`,
    { input: { idempotencyKey: newKey(), client, organisation: 'Y90001', until, reason: 'DANGER_TO_CLIENT' } },
  );

test('the privacy officer of the organisation has it to review within a week, and not whoever opened it', async () => {
  await openAccess(hub, nightDoctor, 'AMINA');
  const [task] = await queue(hospitalOfficer);
  expect(task).toMatchObject({
    kind: 'EMERGENCY_ACCESS_REVIEW',
    state: 'OPEN',
    details: {
      openedBy: 'dr-night',
      openedAs: 'CLINICIAN',
      emergencyReason: 'CANNOT_BE_ASKED',
      note: 'Brought in unconscious.',
    },
  });
  expect(Math.round((Date.parse(task!.dueAt) - clock.now()) / dayMs)).toBe(7);
  const self = { ...hospitalOfficer, sub: 'dr-night' };
  expect((await complete(self, task!.id)).data.completeTask).toEqual({
    __typename: 'TaskRefused',
    reason: 'NOT_PERMITTED',
  });
  const done = await complete(hospitalOfficer, task!.id, 'NOT_JUSTIFIED');
  expect(done.data.completeTask.task).toMatchObject({
    outcome: 'NOT_JUSTIFIED',
    history: [{}, { by: 'officer-hosp' }],
  });
});

test('unreviewed after a week it goes to whoever runs the hub, once', async () => {
  await openAccess(hub, nightDoctor, 'BEN');
  expect(await queue(hospitalOfficer)).toHaveLength(1);
  clock.forward(7 * dayMs + 1);
  await hub.demo.hub.escalation.escalateDue();
  await hub.demo.hub.escalation.escalateDue();
  expect(await queue(hospitalOfficer)).toEqual([]);
  const operator = { sub: 'officer-hub', organisation: 'QZZ', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
  const escalated = await queue(operator);
  expect(escalated).toMatchObject([
    { state: 'ESCALATED', client: null, details: { openedBy: 'dr-night', note: null } },
  ]);
  expect((await complete(operator, escalated[0]!.id)).data.completeTask.__typename).toBe('TaskCompleted');
});

test('the client reads who, when and why in plain words at once, and later what the review found', async () => {
  const [first] = (await notices('AMINA')).edges;
  expect(first?.node).toMatchObject({ kind: 'EMERGENCY_ACCESS', organisation: 'RHOSP', audience: 'CLINICIAN' });
  expect(first?.node.sentence).toMatch(
    /^A doctor or nurse at RHOSP opened your record in an emergency on \d+ \w+ \d{4} at \d\d:\d\d, because you could not be asked and it could not wait\. It ends by itself at \d\d:\d\d( on [^.]+)?\. It was checked, and it was not right\. You can ask them what they did about it\.$/,
  );
  await openAccess(hub, nightDoctor, 'CARL', { reason: 'RISK_TO_LIFE' });
  const [fresh] = (await notices('CARL')).edges;
  expect(fresh?.node.sentence).toMatch(/because somebody’s life was in danger\..*will check if this was right\.$/);
  expect(fresh?.node.sentence).not.toContain('dr-night');
});

test('nobody but the client and a privacy officer reads notices', async () => {
  expect(await notices('CARL', 'clinician')).toMatchObject({ edges: [], withheld: { reason: 'NEVER_SHARED' } });
  expect((await notices('CARL', 'privacy-officer')).edges).toHaveLength(1);
});

test('a privacy officer can have the client told late, where telling them now is dangerous, and not never', async () => {
  await openAccess(hub, 'clinician', 'CARL');
  expect((await notices('CARL')).edges).toHaveLength(2);
  const client = await hub.idFor('practice', 'CARL');
  const until = new Date(clock.now() + 30 * dayMs).toISOString().slice(0, 10);
  expect((await delay('privacy-officer', client, until)).data.delayAccessHistory.__typename).toBe(
    'AccessHistoryDelayed',
  );

  // Of that organisation only: the hospital's own act is told all the same.
  const told = await notices('CARL');
  expect(told.edges.map(({ node }) => node.sentence.includes('RHOSP'))).toEqual([true]);
  const history = '{ me { accessHistory { edges { node { organisation sentence } } } } }';
  const linesOf = async () => JSON.stringify((await hub.as('client:CARL').query(history)).data.me.accessHistory.edges);
  await hub.as('clinician').query('query($by: ClientLookup!) { client(by: $by) { support { __typename } } }', {
    by: { nhsNumber: hub.nhsNumber('CARL') },
  });
  expect(await linesOf()).not.toContain('could not wait');
  // The officer sees it, and until when it is kept.
  const officers = await notices('CARL', 'privacy-officer');
  expect(officers.edges.map(({ node }) => node.delayedUntil).sort()).toEqual([until, null].sort());

  clock.forward(30 * dayMs + 1);
  expect((await notices('CARL')).edges).toHaveLength(2);
  expect(await linesOf()).toContain('could not wait');
});
