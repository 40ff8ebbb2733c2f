/** What names a consent is held to it: a referral that rests on one, and the person whom one names. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type Claims, type Enrolment, type TestHub, type Who } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { submit } from '../acceptance/referrals.js';

type Terms = NonNullable<Enrolment['consents']>[number];
const terms: Terms = {
  effect: 'PERMIT',
  categories: ['SUPPORT'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
};
const coachSubject = 'coach-shah';
const coach: Claims = { sub: coachSubject, organisation: organisations.provider.id, role: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' }; // prettier-ignore

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      YES: { person: nobodySpecial(301), consents: [terms] },
      OTHER: { person: nobodySpecial(302), consents: [terms] },
      NO: { person: nobodySpecial(303), consents: [{ ...terms, effect: 'DENY' }] },
      BACK: { person: nobodySpecial(304), consents: [terms] },
      NAMES: { person: nobodySpecial(305) },
    },
  });
});
afterAll(() => hub.close());

const consentsOf = async (who: Who, name: string): Promise<readonly string[]> =>
  ((await hub.as(who).query('query($n: NHSNumber!) { client(by: { nhsNumber: $n }) { consents { id } } }', { n: hub.nhsNumber(name) }))
    .data.client.consents as readonly { id: string }[]).map(({ id }) => id); // prettier-ignore

describe('a referral that rests on a consent', () => {
  const refer = async (name: string, consentOf: string) =>
    submit(hub.as('clinician'), {
      subject: { client: await hub.idFor('practice', name) },
      sharing: { basis: 'CONSENT', consent: (await consentsOf('clinician', consentOf))[0]! },
    });

  test('is made where it is the person’s own yes, in force', async () => {
    expect(await refer('YES', 'YES')).toMatchObject({ __typename: 'ReferralSubmitted' });
  });

  test.each([
    ['somebody else’s yes', 'YES', 'OTHER'],
    ['the person’s no', 'NO', 'NO'],
  ])('is refused on %s, as on a consent that is not there', async (_which, name, consentOf) => {
    expect(await refer(name, consentOf)).toMatchObject({ __typename: 'ReferralRefused', reason: 'NOT_FOUND' });
  });

  test('is refused on a yes that was taken back', async () => {
    const [own] = await consentsOf('client:BACK', 'BACK');
    await hub.as('client:BACK').withdraw(own!);
    expect(await refer('BACK', 'BACK')).toMatchObject({ __typename: 'ReferralRefused', reason: 'NOT_FOUND' });
  });
});

test('a consent that names a person is read by that person, and by no colleague or namesake', async () => {
  await hub.as('client:NAMES').record({
    client: await hub.idFor('client', 'NAMES'),
    categories: ['FIT_NOTES'],
    recipients: [{ person: { subject: coachSubject, organisation: organisations.provider.id } }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    evidence: { method: 'ELECTRONIC', wording: 'Yes.' },
  });
  const read = async (who: Who): Promise<number> => (await consentsOf(who, 'NAMES')).length;
  const namesake: Claims = { ...coach, sub: 'coach-lee' };
  expect(await read(coach)).toBe(1);
  expect(await read(namesake)).toBe(0);
  expect(await read({ ...coach, organisation: organisations.practice.id })).toBe(0);
  expect(await read('clinician')).toBe(0);
  expect(await read('privacy-officer')).toBe(1);
});
