import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { employer, list, moveIt, submit } from '../acceptance/referrals.js';
import { subscribe, transports } from './subscriber.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { ANNA: { person: nobodySpecial(1) } } });
});
afterAll(() => hub.close());

const changed = `subscription Changed { referralChanged { id sides progress { __typename
  ... on ReferralProgress { state } ... on Withheld { reason } } } }`;

test.each(transports)(
  'over %s, each side is told as it may see it, and nobody else is told at all',
  async (transport) => {
    const gateway = await subscribe(hub, transport, 'work-and-health-coach', changed);
    const practice = await subscribe(hub, transport, 'clinician', changed);
    const outsider = await subscribe(hub, transport, 'work-coach', changed);
    const firm = await subscribe(hub, transport, employer, changed);
    const subject = { client: await hub.idFor('practice', 'ANNA') };
    const theirs = (await submit(hub.as('clinician'), { subject })).referral.id;
    expect((await gateway.next())?.data.referralChanged).toMatchObject({
      sides: ['GATEWAY', 'TARGET'],
      progress: { state: 'REQUESTED' },
    });
    expect((await practice.next())?.data.referralChanged).toMatchObject({ id: theirs, sides: ['REQUESTER'] });
    const ours = (await list(hub.as('work-and-health-coach'), 'GATEWAY')).edges.at(-1)!.node.id;
    await moveIt(hub.as('work-and-health-coach'), ours, 'ACCEPT');
    expect((await practice.next())?.data.referralChanged).toMatchObject({
      id: theirs,
      progress: { state: 'ACCEPTED' },
    });
    // An employer is told that its referral moved, and not how, without the person's word.
    const details = { givenName: 'Sam', familyName: 'Quiet', birthDate: '1990-05-17' };
    const sent = (await submit(hub.as(employer), { subject: { details } })).referral.id;
    expect((await firm.next())?.data.referralChanged).toEqual({
      id: sent,
      sides: ['REQUESTER'],
      progress: { __typename: 'Withheld', reason: 'NO_CONSENT' },
    });
    // The first that the jobcentre is told of is its own.
    const own = await submit(hub.as('work-coach'), { subject: { client: await hub.idFor('jobcentre', 'ANNA') } });
    expect((await outsider.next())?.data.referralChanged.id).toBe(own.referral.id);
    await Promise.all([gateway, practice, outsider, firm].map((subscriber) => subscriber.end()));
  },
);
