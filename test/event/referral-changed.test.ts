import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { employer, identify, list, moveIt, submit } from '../acceptance/referrals.js';
import { subscribe, transports } from './subscriber.js';

let hub: TestHub;
beforeAll(async () => {
  const agrees = {
    effect: 'PERMIT',
    categories: ['REFERRAL_PROGRESS'],
    recipients: [{ kind: 'audience', audience: 'EMPLOYER' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    period: { start: '2026-01-01' },
  } as const;
  hub = await startHub({ people: { ANNA: { person: nobodySpecial(1), consents: [agrees] } } });
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
    // That an employer's referral moved is how it stands: it is told of the one whose person lets it know.
    const details = { givenName: 'Sam', familyName: 'Quiet', birthDate: '1990-05-17' };
    await submit(hub.as(employer), { subject: { details } });
    const sent = (await submit(hub.as(employer), { subject: { details } })).referral.id;
    const known = (await list(hub.as('work-and-health-coach'), 'GATEWAY')).edges.at(-1)!.node.id;
    await identify(hub.as('work-and-health-coach'), known, { client: await hub.idFor('provider', 'ANNA') });
    expect((await firm.next())?.data.referralChanged).toEqual({
      id: sent,
      sides: ['REQUESTER'],
      progress: { __typename: 'ReferralProgress', state: 'REQUESTED' },
    });
    // The first that the jobcentre is told of is its own.
    const own = await submit(hub.as('work-coach'), { subject: { client: await hub.idFor('jobcentre', 'ANNA') } });
    expect((await outsider.next())?.data.referralChanged.id).toBe(own.referral.id);
    await Promise.all([gateway, practice, outsider, firm].map((subscriber) => subscriber.end()));
  },
);
