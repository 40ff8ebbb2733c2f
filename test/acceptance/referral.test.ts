import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './hub.js';
import { AMINA, nobodySpecial } from './people.js';
import {
  content,
  dundee,
  employer,
  harbourCoach,
  identify,
  list,
  moveIt,
  newKey,
  read,
  referOnward,
  route,
  sharing,
  submit,
} from './referrals.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      AMINA: {
        person: AMINA,
        consents: [
          {
            effect: 'PERMIT',
            categories: ['CONDITIONS'],
            recipients: [{ kind: 'organisation', organisation: 'PATHWAYS' as never }],
            purposes: ['EMPLOYMENT_SUPPORT'],
            period: { start: '2026-01-01' },
          },
        ],
      },
      ELSEWHERE: { person: nobodySpecial(2), with: ['board'] },
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [`P${index}`, { person: nobodySpecial(10 + index) }]),
      ),
    },
  });
});
afterAll(() => hub.close());

const practice = () => hub.as('clinician');
const gateway = () => hub.as('work-and-health-coach');
const harbour = () => hub.as(harbourCoach);

/** A referral by the practice, as the gateway finds it. */
async function referred(name: string, input: object = {}) {
  const { referral } = await submit(practice(), { subject: { client: await hub.idFor('practice', name) }, ...input });
  const conversation = await gateway().query(
    `query C($id: ID!) { referralConversation(id: $id) { referrals { id } } }`,
    { id: referral.conversation },
  );
  return {
    theirs: referral.id,
    ours: conversation.data.referralConversation.referrals[0].id as string,
    referral,
  };
}

test('a GP refers to the gateway, the gateway chooses the stream, the stream takes it on, reaches the person and achieves it', async () => {
  const { theirs, ours, referral } = await referred('AMINA', {
    heardFrom: 'FRIEND_OR_FAMILY',
    content: { ...content, health: [{ category: 'CONDITIONS', text: 'Back pain' }] },
  });
  expect(referral).toMatchObject({
    ...dundee,
    programmeVersion: '2018-06-01',
    channel: 'GENERAL_PRACTICE',
    sides: ['REQUESTER'],
    progress: { state: 'REQUESTED', deliveries: [{ to: 'PATHWAYS', kind: 'NEW' }] },
    // Work data reaches a GP by consent alone, their own referral's words included.
    content: { __typename: 'Withheld', category: 'REFERRALS' },
  });
  expect(theirs).not.toBe(ours);
  expect(await read(gateway(), ours)).toMatchObject({
    sides: ['GATEWAY', 'TARGET'],
    content: {
      reasonForReferral: content.reasonForReferral,
      heardFrom: 'FRIEND_OR_FAMILY',
      accessNeeds: content.accessNeeds,
      safeContact: content.safeContact,
      sharing,
      person: { identified: true },
    },
    health: { items: [{ category: 'CONDITIONS', text: 'Back pain' }] },
  });
  expect((await moveIt(gateway(), ours, 'ACKNOWLEDGE')).referral.progress.state).toBe('ACKNOWLEDGED');
  const routed = await route(gateway(), ours, 'LARGE_EMPLOYER', {
    ruleResult: 'WORKING_HEALTH_SERVICES',
    overrideReason: 'Her employer merged last week and now has 400 staff.',
  });
  expect(routed.referral).toMatchObject({
    sides: ['GATEWAY'],
    progress: {
      streaming: {
        stream: 'LARGE_EMPLOYER',
        ruleResult: 'WORKING_HEALTH_SERVICES',
        overrideReason: 'Her employer merged last week and now has 400 staff.',
        decidedBy: 'PATHWAYS',
      },
      deliveries: [{ to: 'PATHWAYS' }, { to: 'HARBOUR-TRUST', kind: 'NEW' }],
    },
  });
  const found = (await list(harbour(), 'TARGET')).edges[0]!.node;
  expect(found.sides).toEqual(['TARGET']);
  for (const [move, state] of [
    ['ACCEPT', 'ACCEPTED'],
    ['RECORD_FIRST_CONTACT', 'IN_PROGRESS'],
    ['UPDATE', 'IN_PROGRESS'],
    ['HOLD', 'ON_HOLD'],
    ['RESUME', 'IN_PROGRESS'],
    ['COMPLETE', 'COMPLETED'],
  ] as const) {
    const moved = await moveIt(harbour(), found.id, move, { note: `Note of ${move}` });
    expect(moved.referral.progress.state).toBe(state);
  }
  const seen = await read(practice(), theirs);
  expect(seen.progress.history.map(({ move }) => move)).toEqual([
    'SUBMIT', 'ACKNOWLEDGE', 'ROUTE', 'ACCEPT', 'RECORD_FIRST_CONTACT', 'UPDATE', 'HOLD', 'RESUME', 'COMPLETE',
  ]); // prettier-ignore
  expect(seen.progress.clocks.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true);
  expect(seen.progress.history.every(({ note }) => note === null)).toBe(true);
  expect((await read(harbour(), found.id)).progress.history.at(-1)!.note).toBe('Note of COMPLETE');
});

test('acknowledged, accepted, first contact and achieved are four events with four clocks', async () => {
  const { ours } = await referred('P0');
  const running = async () =>
    (await read(gateway(), ours)).progress.clocks
      .filter(({ stoppedAt }) => stoppedAt === null)
      .map(({ clock }) => clock)
      .sort();
  expect(await running()).toEqual(['ACCEPTANCE', 'ACKNOWLEDGEMENT', 'EXPIRY']);
  await moveIt(gateway(), ours, 'ACKNOWLEDGE');
  expect(await running()).toEqual(['ACCEPTANCE', 'EXPIRY']);
  await moveIt(gateway(), ours, 'ACCEPT');
  expect(await running()).toEqual(['FIRST_CONTACT', 'UPDATE']);
  await moveIt(gateway(), ours, 'RECORD_FIRST_CONTACT');
  expect(await running()).toEqual(['ACHIEVEMENT', 'UPDATE']);
  await moveIt(gateway(), ours, 'COMPLETE');
  expect(await running()).toEqual([]);
});

describe('what is refused says why, and changes nothing', () => {
  test('a move from the wrong state, by the wrong side, without a coded reason, with another move’s reason', async () => {
    const { theirs, ours } = await referred('P1');
    const before = await read(gateway(), ours);
    expect(await moveIt(gateway(), ours, 'COMPLETE')).toMatchObject({ reason: 'NOT_FROM_THIS_STATE' });
    expect(await moveIt(practice(), theirs, 'ACCEPT')).toMatchObject({ reason: 'NOT_FOR_THIS_SIDE' });
    expect(await moveIt(gateway(), ours, 'ASK_TO_CANCEL')).toMatchObject({ reason: 'NOT_FOR_THIS_SIDE' });
    expect(await moveIt(gateway(), ours, 'REJECT', { note: 'Not for us.' })).toMatchObject({
      reason: 'REASON_REQUIRED',
    });
    expect(await moveIt(gateway(), ours, 'REJECT', { reason: 'NO_ANSWER_IN_TIME' })).toMatchObject({
      reason: 'REASON_NOT_OF_THIS_MOVE',
    });
    expect(await moveIt(gateway(), ours, 'ROUTE')).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(await route(gateway(), ours, 'NO_SUCH')).toMatchObject({ reason: 'NO_SUCH_STREAM' });
    expect(await route(gateway(), ours, 'LARGE_EMPLOYER', { ruleResult: 'EMPLOYABILITY_AND_HEALTH' })).toMatchObject({
      reason: 'OVERRIDE_REASON_REQUIRED',
    });
    expect(await read(gateway(), ours)).toEqual(before);
    // An organisation's id for a referral is its own.
    expect(await moveIt(practice(), ours, 'UPDATE')).toMatchObject({ reason: 'NOT_FOUND' });
    expect(await read(harbour(), theirs)).toBeNull();
  });

  test.each([
    [{ area: 'ORKNEY' }, 'NO_SUCH_GATEWAY', 'No gateway of this programme serves this area.'],
    [{ channel: 'EMPLOYER' }, 'NOT_PERMITTED', 'This caller may not refer by this channel.'],
    [{ idempotencyKey: 'short' }, 'INVALID_INPUT', 'idempotencyKey must be 8 to 64 letters, digits and hyphens.'],
    [
      { content: { ...content, reasonForReferral: ' ' } },
      'INVALID_INPUT',
      'reasonForReferral must be 1 to 2000 characters.',
    ],
    [{ sharing: { basis: 'CONSENT' } }, 'INVALID_INPUT', 'sharing: name the consent, or state how it was given.'],
    [
      { sharing: { basis: 'DIRECT_CARE' }, content: { ...content, health: [{ text: 'Back pain' }] } },
      'INVALID_INPUT',
      'sharing.basis must be the consent or the request of the person, because the referral tells of their health.',
    ],
    [
      { content: { ...content, safeContact: { method: 'PHONE' } } },
      'INVALID_INPUT',
      'safeContact.address is needed for this way of contact.',
    ],
    [{ sharing: { ...sharing, consent: 'nobody' } }, 'NOT_FOUND', 'No such client or consent for this caller.'],
  ])('%j', async (fault, reason, message) => {
    const subject = { client: await hub.idFor('practice', 'P1') };
    expect(await submit(practice(), { subject, ...fault })).toEqual({ __typename: 'ReferralRefused', reason, message });
  });

  test('a person of nobody’s and a person who does not exist are the same refusal', async () => {
    const unknown = await submit(practice(), { subject: { client: await hub.idFor('practice', 'ELSEWHERE') } });
    expect(unknown).toEqual(await submit(practice(), { subject: { client: 'nobody' } }));
    expect(unknown).toMatchObject({ reason: 'NOT_FOUND' });
  });
});

test('a cancellation is pending until the other side confirms it, and can be declined', async () => {
  const { theirs, ours } = await referred('P2');
  await moveIt(gateway(), ours, 'ACCEPT');
  const asked = await moveIt(practice(), theirs, 'ASK_TO_CANCEL', { reason: 'CLIENT_CHANGED_MIND' });
  expect(asked.referral.progress).toMatchObject({
    state: 'CANCEL_PENDING',
    closedAt: null,
    stateReason: 'CLIENT_CHANGED_MIND',
    deliveries: [{ kind: 'NEW' }, { kind: 'CANCEL', to: 'PATHWAYS' }],
  });
  expect(await moveIt(practice(), theirs, 'CONFIRM_CANCEL')).toMatchObject({ reason: 'NOT_FOR_THIS_SIDE' });
  const declined = await moveIt(gateway(), ours, 'DECLINE_CANCEL', { reason: 'CLIENT_WISHES_TO_CONTINUE' });
  expect(declined.referral.progress.state).toBe('ACCEPTED');
  await moveIt(practice(), theirs, 'ASK_TO_CANCEL', { reason: 'CLIENT_DIED' });
  const confirmed = await moveIt(gateway(), ours, 'CONFIRM_CANCEL');
  expect(confirmed.referral.progress).toMatchObject({ state: 'CANCELLED', openMoves: [] });
  expect(confirmed.referral.progress.closedAt).not.toBeNull();
});

describe('doing it twice is doing it once', () => {
  test('ten submissions at once under one key are one referral', async () => {
    const input = { subject: { client: await hub.idFor('practice', 'P3') }, idempotencyKey: newKey() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(practice(), input)));
    expect(new Set(answers.map(({ referral }) => referral.id)).size).toBe(1);
    expect(answers[0]!.referral.duplicates).toMatchObject({ __typename: 'Withheld' });
    const other = await submit(practice(), { ...input, heardFrom: 'INTERNET' });
    expect(other).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('ten moves at once under one key are one event, and of two moves that exclude each other one is done', async () => {
    const { ours } = await referred('P4');
    const key = { idempotencyKey: newKey() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => moveIt(gateway(), ours, 'ACKNOWLEDGE', key)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(10).fill('ReferralMoved'));
    expect((await read(gateway(), ours)).progress.history).toHaveLength(2);
    const both = await Promise.all([
      moveIt(gateway(), ours, 'ACCEPT'),
      moveIt(gateway(), ours, 'REJECT', { reason: 'NO_CAPACITY' }),
    ]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['ReferralMoved', 'ReferralRefused']);
  });
});

test('a duplicate is found and linked for those who may see it, and not refused', async () => {
  const first = await referred('P5');
  const coach = hub.as('work-coach');
  const second = await submit(coach, { subject: { client: await hub.idFor('jobcentre', 'P5') } });
  // The jobcentre may not see what others referred: by the decision alone, whether there is anything or not.
  expect(second.referral.duplicates).toMatchObject({ __typename: 'Withheld', category: 'REFERRALS' });
  const alone = await submit(coach, { subject: { client: await hub.idFor('jobcentre', 'P6') } });
  expect(alone.referral.duplicates).toEqual(second.referral.duplicates);
  const seen = await read(gateway(), first.ours);
  expect(seen.duplicates.referrals).toHaveLength(1);
  const other = seen.duplicates.referrals[0]!.id;
  expect((await read(gateway(), other)).duplicates.referrals).toEqual([{ id: first.ours }]);
  await moveIt(gateway(), other, 'REJECT', { reason: 'DUPLICATE' });
  const later = await submit(coach, { subject: { client: await hub.idFor('jobcentre', 'P5') } });
  expect(later.__typename).toBe('ReferralSubmitted');
});

test('naming somebody’s number opens nobody else’s referral of them', async () => {
  const subject = { nhsNumber: hub.nhsNumber('ELSEWHERE') };
  await submit(practice(), { subject, content: { ...content, reasonForReferral: 'Only for the gateway.' } });
  const probe = await submit(harbour(), { subject });
  expect(probe.referral.duplicates).toEqual({ __typename: 'ReferralDuplicates', referrals: [] });
  const found = (await list(gateway(), 'GATEWAY')).edges.find(
    ({ node }) => node.conversation === probe.referral.conversation,
  )!;
  // The gateway takes part in both.
  expect((await read(gateway(), found.node.id)).duplicates.referrals).toHaveLength(1);
});

test('an onward referral keeps the conversation, and the whole of it is one query for each who takes part', async () => {
  const { theirs, ours, referral } = await referred('P6');
  await moveIt(gateway(), ours, 'ACCEPT');
  const onward = await referOnward(gateway(), ours, { programme: 'workwell', area: 'GREATER_MANCHESTER' });
  expect(onward.referral).toMatchObject({ conversation: referral.conversation, channel: 'LOCAL_SERVICE' });
  const whole = `query C($id: ID!) { referralConversation(id: $id) { id referrals { programme progress { ... on ReferralProgress { history { move } } } } } }`;
  const conversation = async (caller: ReturnType<typeof practice>) =>
    (await caller.query(whole, { id: referral.conversation })).data.referralConversation as {
      readonly referrals: readonly { readonly programme: string }[];
    } | null;
  expect((await conversation(gateway()))?.referrals.map(({ programme }) => programme)).toEqual([
    dundee.programme,
    'workwell',
  ]);
  expect((await conversation(practice()))?.referrals).toHaveLength(1);
  expect(await conversation(harbour())).toBeNull();
  expect(await referOnward(practice(), theirs, { programme: 'workwell', area: 'GREATER_MANCHESTER' })).toMatchObject({
    reason: 'NOT_FOR_THIS_SIDE',
  });
});

describe('an employer', () => {
  const details = { givenName: 'Sam', familyName: 'Quiet', birthDate: '1990-05-17' };

  test('refers by name, and never tells nor sees anything of health, nor how it goes without the person’s word', async () => {
    const caller = hub.as(employer);
    expect(
      await submit(caller, { subject: { details }, content: { ...content, health: [{ text: 'Depression' }] } }),
    ).toMatchObject({ reason: 'INVALID_INPUT', message: 'health must not be in a referral by an employer.' });
    const { referral } = await submit(caller, { subject: { details } });
    expect(referral).toMatchObject({
      channel: 'EMPLOYER',
      progress: { __typename: 'Withheld', reason: 'NO_CONSENT', rule: 'R-03' },
      content: { __typename: 'Withheld', reason: 'NEVER_SHARED', rule: 'W-06' },
      health: { __typename: 'Withheld', reason: 'NEVER_SHARED', rule: 'W-06' },
    });
    const found = (await list(gateway(), 'GATEWAY')).edges.map(({ node }) => node);
    expect(found).toContainEqual(
      expect.objectContaining({
        channel: 'EMPLOYER',
        content: expect.objectContaining({ person: { ...details, identified: false } }),
      }),
    );
  });
});

test('whom a referral by name means is said once, by those who answer it; from then on the person’s word decides', async () => {
  const details = { givenName: 'Petra', familyName: 'Quiet', birthDate: '1990-05-17' };
  const { referral } = await submit(hub.as(employer), { subject: { details } });
  const ours = (await list(gateway(), 'GATEWAY')).edges.find(({ node }) => node.conversation === referral.conversation)!
    .node.id;
  const person = { client: await hub.idFor('provider', 'P1') };
  expect(await identify(hub.as(employer), referral.id, person)).toMatchObject({ reason: 'NOT_FOUND' });
  expect(await identify(gateway(), ours, { details })).toMatchObject({ reason: 'INVALID_INPUT' });
  expect(await identify(gateway(), ours, person)).toMatchObject({
    referral: { content: { person: { ...details, identified: true } } },
  });
  expect(await identify(gateway(), ours, { client: await hub.idFor('provider', 'P2') })).toMatchObject({
    reason: 'ALREADY_IDENTIFIED',
  });
  // The practice's referral of the same person is now found beside it.
  expect((await read(gateway(), ours)).duplicates.referrals.length).toBeGreaterThanOrEqual(1);
  await hub.as('client:P1').record({
    client: await hub.idFor('client', 'P1'),
    categories: ['REFERRAL_PROGRESS'],
    recipients: [{ organisation: 'HARBOUR-HOTELS' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    evidence: { method: 'ELECTRONIC', wording: 'My employer may know how it goes.' },
  });
  expect(await read(hub.as(employer), referral.id)).toMatchObject({
    progress: { state: 'REQUESTED' },
    content: { __typename: 'Withheld', reason: 'NEVER_SHARED' },
  });
});

test('where facts are given the hub asks the programme’s own rules, and records what they chose beside what was chosen', async () => {
  const place = { programme: 'workwell', area: 'GREATER_MANCHESTER' };
  const known = {
    age: 40,
    hasHealthCondition: true,
    mayWorkInUK: true,
    inPaidWork: false,
    jobcentreCode: 'DWP-NORTHGATE',
  };
  const streaming = async (facts: object, more: object = {}) => {
    const { ours } = await referred('P3', { ...place, idempotencyKey: newKey() });
    return route(gateway(), ours, 'GREATER_MANCHESTER', { facts, ...more });
  };
  expect(await streaming(known)).toMatchObject({
    referral: { progress: { streaming: { stream: 'GREATER_MANCHESTER', ruleResult: 'GREATER_MANCHESTER' } } },
  });
  // The rules could say neither yes nor no.
  expect(await streaming({ age: 40 })).toMatchObject({ referral: { progress: { streaming: { ruleResult: null } } } });
  expect(await streaming({ ...known, age: 15 })).toMatchObject({ reason: 'OVERRIDE_REASON_REQUIRED' });
  expect(await streaming({ ...known, age: 15 }, { overrideReason: 'Sixteen next week.' })).toMatchObject({
    referral: { progress: { streaming: { ruleResult: 'NONE', overrideReason: 'Sixteen next week.' } } },
  });
});

test('a person refers themselves, sees their own referral, and nobody else’s', async () => {
  const me = hub.as('client:P7');
  const { referral } = await submit(me, { sharing: { basis: 'OWN_REQUEST' } });
  expect(referral).toMatchObject({
    channel: 'SELF',
    sides: ['REQUESTER'],
    content: { reasonForReferral: content.reasonForReferral },
  });
  expect(
    (await me.query('{ me { trackedReferrals { edges { node { id } } } } }')).data.me.trackedReferrals.edges,
  ).toEqual([{ node: { id: referral.id } }]);
  expect(await read(hub.as('client:P1'), referral.id)).toBeNull();
});

test('a pharmacist refers as one, and nobody as whom they are not', async () => {
  const workwell = { programme: 'workwell', area: 'GREATER_MANCHESTER' };
  const atPractice = { subject: { client: await hub.idFor('practice', 'P5') } };
  const byPharmacist = await submit(practice(), { ...atPractice, ...workwell, channel: 'PHARMACIST' });
  expect(byPharmacist.referral.channel).toBe('PHARMACIST');
  const atProvider = { subject: { client: await hub.idFor('provider', 'P5') } };
  for (const [caller, subject, channel, reason] of [
    [gateway(), atProvider, 'PHARMACIST', 'NOT_PERMITTED'],
    [practice(), atPractice, 'OUTREACH', 'NOT_PERMITTED'],
    // WorkWell takes nobody whom somebody met at an event.
    [gateway(), atProvider, 'OUTREACH', 'CHANNEL_CLOSED'],
  ] as const) {
    expect(await submit(caller, { ...subject, ...workwell, channel })).toMatchObject({
      __typename: 'ReferralRefused',
      reason,
    });
  }
});

test('capacity is said by the gateway, and asked for without a word about anybody', async () => {
  const ask = async () =>
    (await practice().query(`{ checkCapacity(programme: "${dundee.programme}", area: "DUNDEE", channel: GENERAL_PRACTICE) {
      served channelOpen accepting freePlaces expectedWaitDays asOf streams } }`)).data.checkCapacity as object; // prettier-ignore
  expect(await ask()).toMatchObject({ served: true, channelOpen: true, accepting: null, asOf: null });
  const report = `mutation R($input: ReportCapacityInput!) { reportCapacity(input: $input) { __typename ... on ReferralRefused { reason } } }`;
  const input = { ...dundee, idempotencyKey: newKey(), accepting: true, freePlaces: 12, expectedWaitDays: 9 };
  expect((await practice().query(report, { input })).data.reportCapacity).toMatchObject({ reason: 'NOT_PERMITTED' });
  expect((await gateway().query(report, { input })).data.reportCapacity).toEqual({ __typename: 'CapacityReported' });
  expect(await ask()).toMatchObject({ accepting: true, freePlaces: 12, expectedWaitDays: 9 });
});

test('every reading of a referral stands in the ledger of the person', async () => {
  const { ours } = await referred('P4', { idempotencyKey: newKey() });
  await read(gateway(), ours);
  const clientId = await hub.clientId('P4');
  const lines = (await hub.ledger())
    .filter((record) => record.clientId === clientId && record.viewer.organisation === 'PATHWAYS')
    .flatMap((record) => record.lines.map(({ section, category, outcome }) => `${section} ${category} ${outcome}`));
  expect(lines).toEqual(
    expect.arrayContaining([
      'TrackedReferral.progress REFERRAL_PROGRESS PERMITTED',
      'ReferralEvent.note REFERRALS PERMITTED',
      'TrackedReferral.health CONDITIONS REFUSED',
    ]),
  );
});
