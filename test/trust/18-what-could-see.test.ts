/** Goal rows 18 and 59: what somebody could see of a client on a past day, by the policy, the consents and the relationship of then. */
import { writeFile } from 'node:fs/promises';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { packageRoot } from '../../src/package-root.js';
import { policyVersion, createClock, startHub, type Clock, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, BLANK, nobodySpecial } from '../acceptance/people.js';
import { nightDoctor, openAccess } from './emergency.js';

const hour = 3_600_000;
const day = 24 * hour;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

let folder: string;
let hub: TestHub;
/** Day 0 begins with nothing agreed; each later day changes one thing at noon. */
let start: number;
let clock: Clock;
const on = (number: number): string => dayOf(start + number * day);

/** A clock that stands at noon of a day and is moved by hand. */
function noonClock(): Clock {
  const base = createClock();
  const noon = Math.floor(base.now() / day) * day + 12 * hour;
  let offset = 0;
  return { now: () => noon + offset, forward: (ms) => void (offset += ms) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-past-'));
  clock = noonClock();
  start = clock.now();
  const shipped = await readFile(new URL('policies/sharing.yaml', packageRoot), 'utf8');
  const second = shipped
    .replace(/^version: .*$/m, "version: 'LATER'")
    .replace(/^effectiveFrom: .*$/m, `effectiveFrom: ${dayOf(start + 4 * day)}`)
    .replace('  # Health professionals.', `  - { id: W-09, audiences: [WORK_AND_HEALTH_COACH], purposes: [EMPLOYMENT_SUPPORT], categories: [MEASURES], basis: NEVER, because: Closed. }`); // prettier-ignore
  const sharing = join(folder, 'sharing.yaml');
  await writeFile(sharing, `${shipped}\n---\n${second}`);
  hub = await startHub({
    clock,
    change: (settings) => ({ ...settings, policies: { sharing } }),
    people: {
      AMINA: { person: AMINA, with: ['practice', 'provider'] },
      BEN: { person: BLANK },
      RESTRICTED: { person: nobodySpecial(31, { restriction: 'R' }) },
    },
  });
  const nextNoon = (): void => clock.forward(day);
  nextNoon(); // day 1: a yes
  const { data } = await hub.as('client:AMINA').record({
    client: await hub.idFor('client', 'AMINA'),
    categories: ['MEASURES', 'FIT_NOTES'],
    recipients: [{ organisation: organisations.provider.id }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    evidence: { method: 'ELECTRONIC', wording: 'Yes.' },
  });
  nextNoon(); // day 2: nothing changes
  nextNoon(); // day 3: the jobcentre begins to work with her
  const { id, kind } = organisations.jobcentre;
  const since = new Date(clock.now()).toISOString();
  await hub.demo.hub.services.directory.relate({ organisation: id, clientId: await hub.clientId('AMINA'), kind, since }); // prettier-ignore
  nextNoon(); // day 4: another policy
  await hub.as('clinician').query('{ viewer { subject } }');
  nextNoon(); // day 5: the yes is taken back
  await hub.as('client:AMINA').withdraw(data.recordConsent.consent.id as string);
  nextNoon(); // day 6
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const coach = { organisation: organisations.provider.id, audience: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' }; // prettier-ignore
const workCoach = { organisation: organisations.jobcentre.id, audience: 'WORK_COACH', purpose: 'EMPLOYMENT_SUPPORT' };
const ask = async (viewer: object, date: string, who: Who = 'client:AMINA', client?: string) =>
  hub.as(who).query(
    `query Past($client: ID!, $viewer: ViewerInput!, $on: Date!) { whatCouldSee(client: $client, viewer: $viewer, on: $on) {
      on policyVersions related categories { category permitted wholeDay rule basis reason consents } } }`,
    { client: client ?? (await hub.idFor('client', 'AMINA')), viewer, on: date },
  );
interface Category {
  readonly category: string;
  readonly permitted: boolean;
  readonly wholeDay: boolean;
  readonly reason: string | null;
}
const sight = async (viewer: object, date: string, category: string): Promise<string> => {
  const { data } = await ask(viewer, date);
  const { permitted, wholeDay, reason } = (data.whatCouldSee.categories as Category[]).find((each) => each.category === category)!; // prettier-ignore
  return `${permitted ? 'seen' : reason}${wholeDay ? '' : ', part of the day'}`;
};

test('day by day, what a coach could see follows what the client said by then', async () => {
  const seen: string[] = [];
  for (let number = 0; number <= 6; number += 1) seen.push(await sight(coach, on(number), 'FIT_NOTES'));
  expect(seen).toEqual([
    'NO_CONSENT',
    'seen, part of the day',
    'seen',
    'seen',
    'seen',
    'seen, part of the day',
    'CONSENT_WITHDRAWN',
  ]);
});

test('and which policy was active then', async () => {
  expect(await sight(coach, on(3), 'MEASURES')).toBe('seen');
  // The hub took the later version up at noon, with the first request of its day.
  expect(await sight(coach, on(4), 'MEASURES')).toBe('seen, part of the day');
  expect(await sight(coach, on(5), 'MEASURES')).toBe('NEVER_SHARED');
  const versions = async (number: number) => (await ask(coach, on(number))).data.whatCouldSee.policyVersions as string[];
  expect([await versions(3), await versions(4), await versions(6)]).toEqual([
    [policyVersion],
    [policyVersion, 'LATER'],
    ['LATER'],
  ]);
}); // prettier-ignore

test('and whether they worked with the client then', async () => {
  expect(await sight(workCoach, on(2), 'BENEFITS')).toBe('NO_RELATIONSHIP');
  expect(await sight(workCoach, on(3), 'BENEFITS')).toBe('seen, part of the day');
  expect(await sight(workCoach, on(4), 'BENEFITS')).toBe('seen');
  const { data } = await ask(workCoach, on(2));
  expect(data.whatCouldSee).toMatchObject({ on: on(2), related: false });
});

test('a day before there was any policy shows that nothing could be seen', async () => {
  expect((await ask(coach, '2020-01-01')).data.whatCouldSee).toEqual({
    on: '2020-01-01',
    policyVersions: [],
    related: false,
    categories: [],
  });
});

test('what the ledger says of a person’s restricted location then is what decides', async () => {
  const clinician = { organisation: organisations.practice.id, audience: 'CLINICIAN', purpose: 'DIRECT_CARE' };
  const client = await hub.idFor('client', 'RESTRICTED');
  const { data } = await ask(clinician, on(6), 'client:RESTRICTED', client);
  const contact = (data.whatCouldSee.categories as Category[]).find(({ category }) => category === 'CONTACT');
  expect(contact).toMatchObject({ permitted: false, reason: 'LOCATION_RESTRICTED' });
});

describe('it is answered', () => {
  test('to the client and the privacy officer, alike, and recorded as a read', async () => {
    const records = (await hub.ledger()).length;
    const officer = await ask(coach, on(2), 'privacy-officer', await hub.idFor('practice', 'AMINA'));
    const own = await ask(coach, on(2));
    const withoutIds = (answer: typeof own) =>
      (answer.data.whatCouldSee.categories as Category[]).map(({ category, permitted }) => [category, permitted]);
    expect(withoutIds(officer)).toEqual(withoutIds(own));
    const lines = (await hub.ledger()).slice(records).flatMap((record) => record.lines);
    expect(lines.map(({ section, category, outcome }) => [section, category, outcome])).toEqual([
      ['Query.whatCouldSee', 'CONSENT_RECORDS', 'PERMITTED'],
      ['Query.whatCouldSee', 'ACCESS_HISTORY', 'PERMITTED'],
      ['Query.whatCouldSee', 'CONSENT_RECORDS', 'PERMITTED'],
      ['Query.whatCouldSee', 'ACCESS_HISTORY', 'PERMITTED'],
    ]);
  });

  test('with null to a partner, to a stranger, and of nobody', async () => {
    const nothing = { data: { whatCouldSee: null } };
    expect(await ask(coach, on(2), 'clinician', await hub.idFor('practice', 'AMINA'))).toEqual(nothing);
    expect(await ask(coach, on(2), 'client:BEN')).toEqual(nothing);
    expect(await ask(coach, on(2), 'privacy-officer', 'A'.repeat(32))).toEqual(nothing);
  });

  test('and of no day to come', async () => {
    expect((await ask(coach, on(7))).errors).toMatchObject([
      { message: 'on: must not be after today.', extensions: { code: 'BAD_INPUT' } },
    ]);
  });
});

describe('and of callers who could see something by another way', () => {
  const night = { organisation: 'RHOSP', audience: 'CLINICIAN', purpose: 'DIRECT_CARE' };
  const fitNotes = (answer: Awaited<ReturnType<typeof ask>>) =>
    (answer.data.whatCouldSee.categories as Category[]).find(({ category }) => category === 'FIT_NOTES');

  test('who opened the record in an emergency could see it while that ran, and nobody else of the same hospital', async () => {
    await openAccess(hub, nightDoctor, 'AMINA');
    clock.forward(day);
    const opened = on(6);
    expect(fitNotes(await ask({ ...night, subject: 'dr-night' }, opened))).toMatchObject({
      permitted: true,
      wholeDay: false,
      basis: 'EMERGENCY',
    });
    expect(fitNotes(await ask({ ...night, subject: 'dr-day' }, opened))).toMatchObject({ reason: 'NO_RELATIONSHIP' });
    expect(fitNotes(await ask(night, opened))).toMatchObject({ reason: 'NO_RELATIONSHIP' });
    expect(fitNotes(await ask({ ...night, subject: 'dr-night' }, on(7)))).toMatchObject({ reason: 'NO_RELATIONSHIP' });
    expect(fitNotes(await ask({ ...night, subject: 'dr-night' }, on(5)))).toMatchObject({ reason: 'NO_RELATIONSHIP' });
  });

  test('who acts for the client could see what their authority reached, from when it was recorded to when it was ended', async () => {
    const clinician = hub.as('clinician');
    const { data } = await clinician.query(
      `mutation($input: RecordRepresentativeInput!) { recordRepresentative(input: $input) { __typename } }`,
      {
        input: {
          idempotencyKey: 'past-representative',
          client: await hub.idFor('practice', 'AMINA'),
          nhsNumber: hub.nhsNumber('BEN'),
          name: 'Ben',
          authority: 'PARENTAL_RESPONSIBILITY',
          categories: ['FIT_NOTES'],
          acts: ['READ'],
          validTo: on(60),
          evidence: 'Birth certificate',
        },
      },
    );
    expect(data.recordRepresentative.__typename).toBe('RepresentativeRecorded');
    const own = await hub.as('client:AMINA').query('{ me { representatives { id } } }');
    const [{ id: representative }] = own.data.me.representatives as [{ id: string }];
    const recorded = on(7);
    clock.forward(2 * day);
    await hub.as('client:AMINA').query(
      `mutation($input: EndRepresentativeInput!) { endRepresentative(input: $input) { __typename } }`,
      { input: { idempotencyKey: 'past-ended', representative } },
    ); // prettier-ignore
    clock.forward(day);
    const acting = { organisation: 'NHS-LOGIN', audience: 'CLIENT', purpose: 'OWN_RECORD', representative };
    const days = [on(6), recorded, on(8), on(9), on(10)];
    const seen = await Promise.all(days.map(async (date) => fitNotes(await ask(acting, date))));
    expect(seen.map((each) => [each?.permitted, each?.wholeDay])).toEqual([
      [false, true], [true, false], [true, true], [true, false], [false, true],
    ]); // prettier-ignore
    const { data: whole } = await ask(acting, on(8));
    const benefits = (whole.whatCouldSee.categories as Category[]).find(({ category }) => category === 'BENEFITS');
    expect(benefits).toMatchObject({ permitted: false, reason: 'PROXY_OUT_OF_SCOPE' });
    // The client themselves is another question, and a stranger's authority is none.
    const { representative: _none, ...themselves } = acting;
    expect(fitNotes(await ask(themselves, on(6)))).toMatchObject({ permitted: true });
    const stranger = await ask({ ...acting, representative: 'A'.repeat(32) }, on(8));
    expect(stranger.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });
});
