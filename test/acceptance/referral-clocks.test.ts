import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClock, startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { dundee, list, moveIt, read, submit } from './referrals.js';

const clock = createClock();
const hourMs = 3_600_000;
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ clock, people: { ANNA: { person: nobodySpecial(1) }, BELA: { person: nobodySpecial(2) } } });
});
afterAll(() => hub.close());

const gateway = () => hub.as('work-and-health-coach');
const to = (instant: string): void => clock.forward(Date.parse(instant) - clock.now());
const referred = async (name: string, place: object) => {
  const subject = { client: await hub.idFor('practice', name) };
  const { referral } = await submit(hub.as('clinician'), { subject, ...place });
  const found = (await list(gateway(), 'GATEWAY')).edges.find(
    ({ node }) => node.conversation === referral.conversation,
  );
  return found!.node.id;
};
const due = async (id: string) =>
  Object.fromEntries(
    (await read(gateway(), id)).progress.clocks
      .filter(({ stoppedAt }) => stoppedAt === null)
      .map(({ clock: name, dueAt }) => [name, dueAt]),
  );

test('the clocks are those of the programme’s version, in working days of its own nation', async () => {
  to('2026-12-31T10:00:00.000Z');
  // 1 January is a holiday in both, and Scotland's 2 January is kept on Monday 4.
  expect(await due(await referred('ANNA', dundee))).toEqual({
    ACKNOWLEDGEMENT: '2027-01-07T00:00:00.000Z',
    ACCEPTANCE: '2027-01-12T00:00:00.000Z',
    EXPIRY: '2027-01-29T00:00:00.000Z',
  });
  expect(await due(await referred('BELA', { programme: 'workwell', area: 'GREATER_MANCHESTER' }))).toEqual({
    ACKNOWLEDGEMENT: '2027-01-06T00:00:00.000Z',
    ACCEPTANCE: '2027-01-09T00:00:00.000Z',
    EXPIRY: '2027-01-29T00:00:00.000Z',
  });
});

test('each of the four events that does not come in time raises one task of its own, at whoever has to act', async () => {
  const manager = { sub: 'manager', organisation: 'PATHWAYS', role: 'PROVIDER_MANAGER', purpose: 'EMPLOYMENT_SUPPORT' };
  const tasks = async (id: string): Promise<readonly string[]> => {
    const { data } = await hub.as(manager).query(`{ tasks(first: 50, filter: { kind: REFERRAL_OVERDUE }) { edges { node {
      kind details { ... on ReferralOverdue { referral clock } } } } } }`); // prettier-ignore
    return (data.tasks.edges as { node: { details: { referral: string; clock: string } } }[])
      .filter(({ node }) => node.details.referral === id)
      .map(({ node }) => node.details.clock)
      .sort();
  };
  const late = async (id: string, clockName: string): Promise<void> => {
    to((await due(id))[clockName]!);
    await hub.demo.hub.rounds.once();
    await hub.demo.hub.rounds.once();
  };
  to('2027-02-01T10:00:00.000Z');
  const id = await referred('BELA', dundee);
  await late(id, 'ACKNOWLEDGEMENT');
  expect(await tasks(id)).toEqual(['ACKNOWLEDGEMENT']);
  await moveIt(gateway(), id, 'ACKNOWLEDGE');
  await late(id, 'ACCEPTANCE');
  expect(await tasks(id)).toEqual(['ACCEPTANCE', 'ACKNOWLEDGEMENT']);
  await moveIt(gateway(), id, 'ACCEPT');
  await late(id, 'FIRST_CONTACT');
  await moveIt(gateway(), id, 'RECORD_FIRST_CONTACT');
  clock.forward(hourMs);
  await moveIt(gateway(), id, 'UPDATE');
  expect((await due(id))['ACHIEVEMENT']).toBe('2027-07-14T23:00:00.000Z');
  await late(id, 'ACHIEVEMENT');
  expect(await tasks(id)).toEqual(['ACCEPTANCE', 'ACHIEVEMENT', 'ACKNOWLEDGEMENT', 'FIRST_CONTACT', 'UPDATE']);
});

test('the clock of interim updates waits for a word of those who work, not of whoever asked', async () => {
  const id = await referred('ANNA', dundee);
  await moveIt(gateway(), id, 'ACCEPT');
  const first = (await due(id))['UPDATE']!;
  clock.forward(72 * hourMs);
  const practice = hub.as('clinician');
  const { conversation } = await read(gateway(), id);
  const theirs = (await list(practice, 'REQUESTER')).edges.find(({ node }) => node.conversation === conversation)!.node
    .id;
  expect(await moveIt(practice, theirs, 'UPDATE', { note: 'Has she been seen?' })).toMatchObject({
    __typename: 'ReferralMoved',
  });
  expect((await due(id))['UPDATE']).toBe(first);
  await moveIt(gateway(), id, 'UPDATE', { note: 'On Tuesday.' });
  expect((await due(id))['UPDATE']! > first).toBe(true);
});
