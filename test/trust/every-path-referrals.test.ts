/**
 * Goal row 15 for referrals: whichever way a caller comes to one, its parts are decided alike; and which list it is in, where in it, and
 * that it moved, are told to nobody who may not be told how it stands.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Enrolment, TestHub, Who } from '../acceptance/hub.js';
import { startHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { employer, fields, identify, moveIt, submit } from '../acceptance/referrals.js';
import { subscribe, transports } from '../event/subscriber.js';

type Terms = NonNullable<Enrolment['consents']>[number];
const lets = (change: Partial<Terms> = {}): Terms => ({
  effect: 'PERMIT',
  categories: ['REFERRAL_PROGRESS', 'REFERRALS', 'CONDITIONS'],
  recipients: [{ kind: 'audience', audience: 'EMPLOYER' }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  ...change,
});
/** What each person said of how their referral goes, and whether the employer who referred them may be told. */
const people: Readonly<Record<string, { readonly consents: readonly Terms[]; readonly told: boolean }>> = {
  PERMITS: { consents: [lets()], told: true },
  SILENT: { consents: [], told: false },
  DENIES: { consents: [lets(), lets({ effect: 'DENY', categories: ['REFERRAL_PROGRESS'] })], told: false },
  EXPIRED: { consents: [lets({ period: { start: '2026-01-01', end: '2026-02-01' } })], told: false },
  PURPOSE: { consents: [lets({ purposes: ['DIRECT_CARE'] })], told: false },
  WITHDRAWN: { consents: [lets()], told: false },
};
const coach: Who = 'work-and-health-coach';
const duplicates =
  'duplicates { __typename ... on ReferralDuplicates { referrals { id } } ... on Withheld { reason rule } }';
const whole = `${fields} ${duplicates}`;

let hub: TestHub;
/** By person: the employer's own id of their referral, and the gateway's. */
const ids = new Map<string, { readonly own: string; readonly theirs: string; readonly conversation: string }>();
beforeAll(async () => {
  hub = await startHub({
    people: Object.fromEntries(
      Object.entries(people).map(([name, { consents }], index) => [name, { person: nobodySpecial(index), consents }]),
    ),
  });
  for (const name of Object.keys(people)) {
    const details = { givenName: 'Sam', familyName: name, birthDate: '1990-05-17' };
    const { id, conversation } = (await submit(hub.as(employer), { subject: { details } })).referral;
    const { data } = await hub.as(coach).query('query($id: ID!) { referralConversation(id: $id) { referrals { id } } }', { id: conversation }); // prettier-ignore
    const theirs = data.referralConversation.referrals[0].id as string;
    await identify(hub.as(coach), theirs, { client: await hub.idFor('provider', name) });
    // Accepted by the gateway, so that no list by the first state has it any more.
    await moveIt(hub.as(coach), theirs, 'ACCEPT');
    ids.set(name, { own: id, theirs, conversation });
  }
  const { data } = await hub.as('client:WITHDRAWN').query('{ me { consents { id } } }');
  await hub.as('client:WITHDRAWN').withdraw(data.me.consents[0].id as string);
});
afterAll(() => hub.close());

interface Shown {
  readonly id: string;
  readonly progress: { readonly __typename: string; readonly state?: string };
}
const one = async (who: Who, id: string): Promise<Shown | null> =>
  (await hub.as(who).query(`query($id: ID!) { trackedReferral(id: $id) { ${whole} } }`, { id })).data.trackedReferral as Shown; // prettier-ignore
const list = async (who: Who, side: string, states?: string): Promise<readonly Shown[]> => {
  const all: Shown[] = [];
  for (let after: string | null = null; ;) {
    const query = `query($after: String) { trackedReferrals(first: 2, after: $after, side: ${side}${states ? `, states: [${states}]` : ''}) { edges { node { ${whole} } } pageInfo { hasNextPage endCursor } } }`;
    const { edges, pageInfo } = (await hub.as(who).query(query, { after })).data.trackedReferrals as {
      edges: { node: Shown }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    all.push(...edges.map(({ node }) => node));
    // A page that says that there is more has as many as were asked for, and there is more.
    if (pageInfo.hasNextPage) expect(edges).toHaveLength(2);
    else return all;
    after = pageInfo.endCursor;
  }
};
const namesIn = (found: readonly Shown[], side: 'own' | 'theirs'): readonly string[] =>
  [...ids].filter(([, each]) => found.some(({ id }) => id === each[side])).map(([name]) => name);
const told = Object.entries(people).flatMap(([name, each]) => (each.told ? [name] : []));

describe('an employer who referred its people', () => {
  test.each(Object.entries(people))('%s: the referral itself says what the decision says', async (name, { told }) => {
    const { progress } = (await one(employer, ids.get(name)!.own))!;
    expect(progress.__typename).toBe(told ? 'ReferralProgress' : 'Withheld');
  });

  test('finds in no list by state whom it may not be told about, in whatever state, and no page has a gap', async () => {
    expect(namesIn(await list(employer, 'REQUESTER'), 'own')).toEqual(told);
    expect(namesIn(await list(employer, 'REQUESTER', 'ACCEPTED'), 'own')).toEqual(told);
    expect(await list(employer, 'REQUESTER', 'REQUESTED')).toEqual([]);
    expect(await list(employer, 'REQUESTER', 'REJECTED, COMPLETED')).toEqual([]);
  });

  test('is told by the whole conversation what it is told by the referral', async () => {
    for (const { own, conversation } of ids.values()) {
      const { data } = await hub.as(employer).query(`query($id: ID!) { referralConversation(id: $id) { referrals { ${whole} } } }`, { id: conversation }); // prettier-ignore
      expect(data.referralConversation.referrals).toEqual([await one(employer, own)]);
    }
  });

  test.each(transports)('is pushed over %s the moves of those alone whom it may be told about', async (transport) => {
    const subscriber = await subscribe(hub, transport, employer, `subscription { referralChanged { ${whole} } }`);
    const [last] = told;
    for (const name of [...Object.keys(people).filter((each) => each !== last), last!]) {
      await moveIt(hub.as(coach), ids.get(name)!.theirs, 'UPDATE', { note: 'All well.' });
    }
    // Only one of six arrives, though its move was the last.
    const pushed = (await subscriber.next())?.data.referralChanged as Shown;
    expect(pushed.id).toBe(ids.get(last!)!.own);
    expect(pushed).toEqual(await one(employer, pushed.id));
    await subscriber.end();
  });
});

describe('those who take part', () => {
  test('are shown the same by the list, the conversation, the answer to a move and a push as by the referral', async () => {
    const subscriber = await subscribe(hub, 'WebSocket', coach, `subscription { referralChanged { ${whole} } }`);
    for (const [name, { theirs, conversation }] of ids) {
      const moved = await hub.as(coach).query(
        `mutation($input: MoveReferralInput!) { moveReferral(input: $input) { ... on ReferralMoved { referral { ${whole} } } } }`,
        { input: { idempotencyKey: `every-path-${name}`, referral: theirs, move: 'UPDATE', note: 'Seen.' } },
      ); // prettier-ignore
      const itself = await one(coach, theirs);
      expect(moved.data.moveReferral.referral).toEqual(itself);
      expect((await subscriber.next())?.data.referralChanged).toEqual(itself);
      const talk = await hub.as(coach).query(`query($id: ID!) { referralConversation(id: $id) { referrals { ${whole} } } }`, { id: conversation }); // prettier-ignore
      expect(talk.data.referralConversation.referrals).toEqual([itself]);
      expect((await list(coach, 'GATEWAY')).find(({ id }) => id === theirs)).toEqual(itself);
    }
    await subscriber.end();
  });

  test.each([
    ['COMMISSIONER', 'COMMISSIONING'],
    ['PRIVACY_OFFICER', 'PRIVACY_AUDIT'],
  ])('a colleague of theirs who is a %s finds them in no list', async (role, purpose) => {
    const colleague = { sub: 'colleague', organisation: 'PATHWAYS', role, purpose };
    for (const side of ['REQUESTER', 'GATEWAY', 'TARGET']) expect(await list(colleague, side)).toEqual([]);
    expect((await one(colleague, ids.get('PERMITS')!.theirs))?.progress).toMatchObject({ reason: 'NEVER_SHARED' });
  });
});

describe('a person who referred themselves', () => {
  test('finds their own, in whatever state, and is told by no page that others did too', async () => {
    for (const name of Object.keys(people)) await submit(hub.as(`client:${name}`), {});
    for (const name of Object.keys(people)) {
      const found = await list(`client:${name}`, 'REQUESTER', 'REQUESTED');
      expect(found).toHaveLength(1);
      expect(found[0]).toEqual(await one(`client:${name}`, found[0]!.id));
    }
    expect(await list('client:PERMITS', 'REQUESTER', 'ACCEPTED')).toEqual([]);
  });
});

describe('a draft', () => {
  test('of another organisation leaves no gap in the list of the person’s referrals', async () => {
    const all = async (first: number) => {
      const query = `query($by: ClientLookup!) { client(by: $by) { trackedReferrals(first: ${first}) { edges { node { id } } pageInfo { hasNextPage } } } }`;
      return (await hub.as(coach).query(query, { by: { nhsNumber: hub.nhsNumber('PERMITS') } })).data.client.trackedReferrals as {
        edges: object[];
        pageInfo: { hasNextPage: boolean };
      };
    }; // prettier-ignore
    const before = await all(50);
    const first = before.edges.length;
    await submit(hub.as('clinician'), { subject: { client: await hub.idFor('practice', 'PERMITS') }, draft: true });
    expect(await all(50)).toEqual(before);
    expect(await all(first)).toEqual(before);
    expect((await all(1)).edges).toEqual(before.edges.slice(0, 1));
  });
});
