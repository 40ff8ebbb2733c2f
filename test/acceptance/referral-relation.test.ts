import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClock, startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { must } from './programmes/case-work.js';
import { harbourCoach, identify, list, moveIt, route, submit, employer } from './referrals.js';

const clock = createClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: Object.fromEntries(
      ['ANNA', 'BELA', 'CARA', 'DORA', 'EDDI'].map((name, index) => [name, { person: nobodySpecial(index + 1) }]),
    ),
  });
});
afterAll(() => hub.close());

const gateway = () => hub.as('work-and-health-coach');
const harbour = () => hub.as(harbourCoach);
/** Whom HARBOUR-TRUST finds in its list of clients. */
const clients = async (): Promise<readonly string[]> => {
  const { data } = await harbour().query('{ clients(first: 50) { edges { node { id } } } }');
  return (data.clients.edges as { node: { id: string } }[]).map(({ node }) => node.id);
};
const idAtHarbour = async (name: string): Promise<string> =>
  hub.demo.hub.services.directory.pairwiseId('HARBOUR-TRUST' as never, await hub.clientId(name));

/** A referral that the gateway has given to HARBOUR-TRUST; its id is theirs. */
async function toHarbour(name: string): Promise<string> {
  const subject = { client: await hub.idFor('practice', name) };
  const { referral } = await submit(hub.as('clinician'), { subject });
  return given(referral.conversation);
}
async function given(conversation: string): Promise<string> {
  const find = async (caller: ReturnType<typeof gateway>, side: string) =>
    (await list(caller, side)).edges.find(({ node }) => node.conversation === conversation)!.node.id;
  await route(gateway(), await find(gateway(), 'GATEWAY'), 'LARGE_EMPLOYER');
  return find(harbour(), 'TARGET');
}

test('whoever takes a referral on works with the person until it ends, by what policy and consent allow', async () => {
  const referral = await toHarbour('ANNA');
  const anna = await idAtHarbour('ANNA');
  const look = async () =>
    (
      await harbour().query(
        'query C($id: ID!) { client(by: { id: $id }) { id conditions { __typename ... on Withheld { reason } } } }',
        { id: anna },
      )
    ).data.client as object | null;
  expect(await look()).toBeNull();
  expect(await clients()).toEqual([]);
  await moveIt(harbour(), referral, 'ACCEPT');
  expect(await clients()).toEqual([anna]);
  // Working with her opens nothing that she did not agree to.
  expect(await look()).toEqual({ id: anna, conditions: { __typename: 'Withheld', reason: 'NO_CONSENT' } });
  await moveIt(harbour(), referral, 'RECORD_FIRST_CONTACT');
  await moveIt(harbour(), referral, 'COMPLETE');
  expect(await clients()).toEqual([]);
  expect(await look()).toBeNull();
});

test('a referral that is rejected makes none, and one that is taken on again makes it anew', async () => {
  await moveIt(harbour(), await toHarbour('BELA'), 'REJECT', { reason: 'NO_CAPACITY' });
  expect(await clients()).toEqual([]);
  const [first, second] = [await toHarbour('BELA'), await toHarbour('BELA')];
  await moveIt(harbour(), first, 'ACCEPT');
  await moveIt(harbour(), second, 'ACCEPT');
  await moveIt(harbour(), first, 'FAIL', { reason: 'CLIENT_DISENGAGED' });
  expect(await clients()).toEqual([await idAtHarbour('BELA')]);
  await moveIt(harbour(), second, 'FAIL', { reason: 'CLIENT_DECLINED' });
  expect(await clients()).toEqual([]);
  const third = await toHarbour('BELA');
  await moveIt(harbour(), third, 'ACCEPT');
  expect(await clients()).toEqual([await idAtHarbour('BELA')]);
  await moveIt(harbour(), third, 'FAIL', { reason: 'CLIENT_DECLINED' });
});

test('a case holds it beyond the referral, and its discharge ends it', async () => {
  const referral = await toHarbour('CARA');
  await moveIt(harbour(), referral, 'ACCEPT');
  const opened = await must(harbour(), 'openCase', { referral, facts: { age: 40 } });
  await moveIt(harbour(), referral, 'RECORD_FIRST_CONTACT');
  await moveIt(harbour(), referral, 'COMPLETE');
  expect(await clients()).toEqual([await idAtHarbour('CARA')]);
  await must(harbour(), 'dischargeCase', { case: opened.id, reason: 'COMPLETED' });
  expect(await clients()).toEqual([]);
});

test('an enrolment does not end with a referral', async () => {
  const subject = { client: await hub.idFor('practice', 'DORA') };
  await submit(hub.as('clinician'), { subject });
  const dora = await hub.idFor('provider', 'DORA');
  const mine = (await list(gateway(), 'GATEWAY')).edges.at(-1)!.node.id;
  await moveIt(gateway(), mine, 'ACCEPT');
  await moveIt(gateway(), mine, 'FAIL', { reason: 'CLIENT_DECLINED' });
  const { data } = await gateway().query('query C($id: ID!) { client(by: { id: $id }) { id } }', { id: dora });
  expect(data.client).toEqual({ id: dora });
});

test('of somebody who was named only, it begins when it is said who they are', async () => {
  const details = { givenName: 'Eddi', familyName: 'Quiet', birthDate: '1990-05-17' };
  const { referral } = await submit(hub.as(employer), { subject: { details } });
  const theirs = await given(referral.conversation);
  await moveIt(harbour(), theirs, 'ACCEPT');
  expect(await clients()).toEqual([]);
  await identify(harbour(), theirs, { nhsNumber: hub.nhsNumber('EDDI') });
  expect(await clients()).toEqual([await idAtHarbour('EDDI')]);
});
