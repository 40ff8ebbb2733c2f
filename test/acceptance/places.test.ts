import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { attempt, clockAt, must, policySince, type Any } from './programmes/case-work.js';
import { list, moveIt, route, submit } from './referrals.js';

const clock = clockAt('2025-02-03');
let folder: string;
let hub: TestHub;
const names = Array.from({ length: 12 }, (_, index) => `P${index + 1}`);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-places-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), folder, { recursive: true });
  const file = join(folder, 'workwell.2024-10-01.yaml');
  const text = (await readFile(file, 'utf8')).replace(/^capacity:[^]*$/m, '');
  const capacity = 'capacity:\n  - { places: 3, area: GREATER_MANCHESTER }\n  - { people: 2, area: BLACKBURN }\n';
  await writeFile(file, `${text}${capacity}`);
  hub = await startHub({
    clock,
    people: Object.fromEntries(names.map((name, index) => [name, { person: nobodySpecial(index + 1) }])),
    change: (settings) => ({ ...policySince('2024-01-01')(settings), programmes: folder }),
  });
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const coach = () => hub.as('work-and-health-coach');
const open = async (name: string, area: string, more: object = {}): Promise<Any> =>
  attempt(coach(), 'openCase', {
    client: await hub.idFor('provider', name),
    programme: 'workwell',
    stream: area,
    area,
    ...more,
  });
const manchester = 'GREATER_MANCHESTER';
const placeTasks = async (): Promise<readonly object[]> => {
  const text = `{ tasks(first: 50, filter: { kind: PLACE_FREE }) { edges { node { state details { __typename ... on PlaceFree { referral } } } } } }`;
  const { data, errors } = await hub.as('provider-manager').query(text);
  expect(errors).toBeUndefined();
  return (data.tasks.edges as { node: object }[]).map(({ node }) => node);
};
const capacity = async (area: string): Promise<Any> => {
  const text = `query Room($area: String!) { checkCapacity(programme: "workwell", area: $area) { served accepting freePlaces } }`;
  return (await hub.as('clinician').query(text, { area })).data.checkCapacity;
};

test('of many who are taken on in the same moment, as many get a place as there are', async () => {
  expect(await capacity(manchester)).toEqual({ served: true, accepting: null, freePlaces: 3 });
  const answers = await Promise.all(names.slice(0, 6).map((name) => open(name, manchester)));
  const got = answers.filter(({ __typename }) => __typename === 'CaseChanged');
  expect(got).toHaveLength(3);
  expect(answers.filter(({ reason }) => reason === 'FULL')).toHaveLength(3);
  expect(await capacity(manchester)).toEqual({ served: true, accepting: false, freePlaces: 0 });
  expect(await open('P7', manchester)).toEqual({
    __typename: 'CaseRefused',
    reason: 'FULL',
    message: 'WorkWell has no place left in this area and stream.',
  });
  // A place is free again once somebody leaves, and one more may come.
  await must(coach(), 'dischargeCase', { case: got[0].case.id, reason: 'WITHDREW' });
  expect(await capacity(manchester)).toMatchObject({ freePlaces: 1 });
  const again = { idempotencyKey: 'places-again' };
  const taken = await open('P7', manchester, again);
  expect(taken).toMatchObject({ __typename: 'CaseChanged' });
  expect((await open('P7', manchester, again)).case.id).toBe(taken.case.id);
  expect(await open('P8', manchester)).toMatchObject({ reason: 'FULL' });
});

test('people are counted once: whoever comes again takes nobody’s place, and nobody’s place is free when they leave', async () => {
  const first = (await open('P9', 'BLACKBURN')).case;
  await must(coach(), 'dischargeCase', { case: first.id, reason: 'WITHDREW' });
  await must(coach(), 'openCase', { client: await hub.idFor('provider', 'P10'), programme: 'workwell', stream: 'BLACKBURN', area: 'BLACKBURN' }); // prettier-ignore
  expect(await open('P11', 'BLACKBURN')).toMatchObject({ reason: 'FULL' });
  expect(await open('P9', 'BLACKBURN')).toMatchObject({ __typename: 'CaseChanged' });
  expect(await open('P11', 'NORTH_CENTRAL_LONDON')).toMatchObject({ __typename: 'CaseChanged' });
});

test('a referral is accepted while there is a place, and waits on the list while there is none', async () => {
  const referred = await submit(hub.as('clinician'), {
    programme: 'workwell',
    area: manchester,
    channel: 'GENERAL_PRACTICE',
    subject: { client: await hub.idFor('practice', 'P12') },
  });
  expect(referred).toMatchObject({ __typename: 'ReferralSubmitted' });
  const { node } = (await list(coach(), 'GATEWAY')).edges[0]!;
  await route(coach(), node.id, manchester);
  expect(await moveIt(coach(), node.id, 'ACCEPT')).toMatchObject({ reason: 'NO_PLACE' });
  expect(await moveIt(coach(), node.id, 'REJECT', { reason: 'NO_CAPACITY', waitingList: true })).toMatchObject({
    reason: 'INVALID_INPUT',
  });
  const waiting = { idempotencyKey: 'waiting-list-1', waitingList: true };
  const held = await moveIt(coach(), node.id, 'ACCEPT', waiting);
  expect(held).toMatchObject({ referral: { progress: { state: 'ON_HOLD' } } });
  expect(await moveIt(coach(), node.id, 'ACCEPT', waiting)).toEqual(held);
  expect((await list(coach(), 'TARGET', ', states: [ON_HOLD]')).edges).toHaveLength(1);
  expect(await moveIt(coach(), node.id, 'RESUME')).toMatchObject({ reason: 'NO_PLACE' });
  expect(await placeTasks()).toEqual([]);

  const { data } = await coach().query('{ cases(filter: { programme: "workwell" }) { edges { node { id progress { ... on CaseProgress { area } } } } } }'); // prettier-ignore
  const here = (data.cases.edges as Any[]).find((each) => each.node.progress.area === manchester);
  await must(coach(), 'dischargeCase', { case: here.node.id, reason: 'WITHDREW' });
  // Whoever answers for those who wait is told, once.
  await hub.demo.hub.caseClocks.watchDue();
  expect(await placeTasks()).toEqual([{ state: 'OPEN', details: { __typename: 'PlaceFree', referral: node.id } }]);
  expect(await moveIt(coach(), node.id, 'RESUME')).toMatchObject({ referral: { progress: { state: 'ACCEPTED' } } });
  expect(await placeTasks()).toEqual([]);
  // From then on the place is theirs, though nobody has opened the case yet.
  expect(await capacity(manchester)).toMatchObject({ accepting: false, freePlaces: 0 });
  clock.forward(3_600_000);
  expect(await open('P8', manchester)).toMatchObject({ reason: 'FULL' });
  expect(await must(coach(), 'openCase', { referral: node.id })).toMatchObject({ programme: 'workwell' });
  expect(await capacity(manchester)).toMatchObject({ accepting: false, freePlaces: 0 });
});

test('an acceptance keeps its place until the referral ends, and of many who accept at once as many do as there are places', async () => {
  const referred = [];
  for (const name of ['P1', 'P2', 'P3']) {
    const input = {
      programme: 'workwell',
      area: 'GREATER_MANCHESTER',
      subject: { client: await hub.idFor('practice', name) },
    };
    referred.push(await submit(hub.as('clinician'), input));
  }
  const { data } = await coach().query('{ cases(filter: { programme: "workwell" }) { edges { node { id progress { ... on CaseProgress { area } } } } } }'); // prettier-ignore
  const here = (data.cases.edges as Any[]).filter((each) => each.node.progress.area === manchester);
  for (const { node } of here.slice(0, 2)) await must(coach(), 'dischargeCase', { case: node.id, reason: 'WITHDREW' });
  expect(await capacity(manchester)).toMatchObject({ freePlaces: 2 });
  const found = (await list(coach(), 'GATEWAY')).edges.map(({ node }) => node);
  const ours = referred.map(
    ({ referral }) => found.find(({ conversation }) => conversation === referral.conversation)!.id,
  );
  for (const id of ours) await route(coach(), id, manchester);
  const answers = await Promise.all(ours.map((id) => moveIt(coach(), id, 'ACCEPT')));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    'ReferralMoved',
    'ReferralMoved',
    'ReferralRefused',
  ]);
  expect(await capacity(manchester)).toMatchObject({ freePlaces: 0 });
  const kept = ours[answers.findIndex(({ __typename }) => __typename === 'ReferralMoved')]!;
  await moveIt(coach(), kept, 'FAIL', { reason: 'CLIENT_DECLINED' });
  clock.forward(120_000);
  expect(await capacity(manchester)).toMatchObject({ freePlaces: 1 });
});
