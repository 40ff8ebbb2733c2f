import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Fault } from '../../adapters/sandbox/server.js';
import type { OrganisationId } from '../../src/access/types.js';
import { createClock, startHub, type Clock, type Enrolment, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { content, list, moveIt, newKey, read, route, submit } from './referrals.js';

const physio = 'RX1-PHYSIO';
const hourMs = 3_600_000;
const toPhysiotherapy: NonNullable<Enrolment['consents']>[number] = {
  effect: 'PERMIT',
  categories: ['REFERRALS', 'REFERRAL_PROGRESS'],
  recipients: [{ kind: 'organisation', organisation: physio as OrganisationId }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
};
let hub: TestHub;
let clock: Clock;
beforeEach(async () => {
  clock = createClock();
  hub = await startHub({
    people: { ANNA: { person: nobodySpecial(1), consents: [toPhysiotherapy] } },
    traced: false,
    clock,
  });
});
afterEach(() => hub.close());

const gateway = () => hub.as('work-and-health-coach');
const bars = () => hub.demo.sandboxes.bars;
const rounds = () => hub.demo.hub.rounds.once();
const messages = () => bars().requests.filter(({ path }) => path.endsWith('$process-message'));
const received = () =>
  [...bars().receiver.referrals.values()].map(({ status, effects }) => `${status}: ${effects.join()}`);

/** A referral by the practice that the gateway has routed to the physiotherapy service of the NHS. */
async function routed(input: object = {}) {
  const subject = { client: await hub.idFor('practice', 'ANNA') };
  const theirs = (await submit(hub.as('clinician'), { subject, ...input })).referral;
  const ours = (await list(gateway(), 'GATEWAY')).edges.find(
    ({ node }) => node.conversation === theirs.conversation,
  )!.node;
  await route(gateway(), ours.id, 'PHYSIOTHERAPY');
  return { theirs: theirs.id, ours: ours.id };
}
const deliveries = async (id: string) => (await read(gateway(), id)).progress.deliveries;
const fault = (each: Fault): void => bars().fail({ path: /process-message/, times: 1, ...each });

test('a referral arrives as a message of the standard, with what its receiver may see and its disclosure in the ledger first', async () => {
  const { ours } = await routed({ content: { ...content, health: [{ category: 'CONDITIONS', text: 'Back pain' }] } });
  await rounds();
  expect(received()).toEqual(['active: NEW']);
  expect(await deliveries(ours)).toMatchObject([
    { to: 'PATHWAYS', state: 'DELIVERED' },
    { to: physio, kind: 'NEW', state: 'DELIVERED', attempts: 1 },
  ]);
  const [message] = messages();
  const bundle = message!.body;
  expect(JSON.parse(bundle)).toMatchObject({
    resourceType: 'Bundle',
    type: 'message',
    entry: expect.arrayContaining([
      {
        fullUrl: expect.anything(),
        resource: expect.objectContaining({ resourceType: 'ServiceRequest', status: 'active' }),
      },
      {
        fullUrl: expect.anything(),
        resource: expect.objectContaining({ resourceType: 'CarePlan', status: 'completed' }),
      },
      {
        fullUrl: expect.anything(),
        resource: expect.objectContaining({ resourceType: 'Encounter', status: 'triaged' }),
      },
    ]) as unknown,
  });
  expect(bundle).toContain(hub.nhsNumber('ANNA'));
  expect(bundle).toContain(content.reasonForReferral);
  expect(bundle).toContain('leave no message');
  expect(bundle).toContain('Back pain');
  const lines = (await hub.ledger())
    .filter(({ viewer }) => viewer.organisation === physio)
    .flatMap((record) => record.lines.map(({ category, outcome }) => `${category} ${outcome}`));
  expect(lines).toEqual(expect.arrayContaining(['REFERRALS PERMITTED', 'CONDITIONS PERMITTED']));
});

test.each<[string, () => void, number]>([
  ['the answer is lost after it was processed', () => fault({ kind: 'lost' }), 2],
  ['the connection is reset', () => fault({ kind: 'reset' }), 2],
  ['the receiver dies between keeping the id and processing', () => bars().receiver.crashNext(), 2],
  [
    'the service is unavailable',
    () => fault({ kind: 'status', status: 503, body: '{"resourceType":"OperationOutcome"}' }),
    2,
  ],
  ['the answer is no FHIR', () => fault({ kind: 'status', status: 200, body: '{"ok":true}' }), 2],
])('%s: sent again under the same ids and body, and it takes effect once', async (_, hurt, sent) => {
  hurt();
  const { ours } = await routed();
  await rounds();
  expect((await deliveries(ours))[1]).toMatchObject({ state: 'WAITING', attempts: 1 });
  clock.forward(hourMs);
  await rounds();
  expect((await deliveries(ours))[1]).toMatchObject({ state: 'DELIVERED', attempts: 2 });
  expect(received()).toEqual(['active: NEW']);
  expect(messages()).toHaveLength(sent);
  expect(new Set(messages().map(({ headers }) => headers['x-request-id'])).size).toBe(1);
  expect(new Set(messages().map(({ headers }) => headers['x-correlation-id'])).size).toBe(1);
  expect(new Set(messages().map(({ body }) => body)).size).toBe(1);
});

test('what the receiver asks for by Retry-After is waited for', async () => {
  fault({
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '900' },
    body: '{"resourceType":"OperationOutcome"}',
  });
  const { ours } = await routed();
  await rounds();
  clock.forward(899_000);
  await rounds();
  expect(messages()).toHaveLength(1);
  clock.forward(60_000);
  await rounds();
  expect((await deliveries(ours))[1]).toMatchObject({ state: 'DELIVERED', attempts: 2 });
});

test('a cancellation goes out only after the receiver’s state was read, and says whether it was a mistake', async () => {
  const { theirs } = await routed();
  await rounds();
  bars().forget();
  await moveIt(hub.as('clinician'), theirs, 'ASK_TO_CANCEL', { reason: 'CLIENT_CHANGED_MIND' });
  await rounds();
  expect(bars().requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  expect(received()).toEqual(['revoked: NEW,CANCEL']);
  const second = await routed({ idempotencyKey: newKey() });
  await rounds();
  await moveIt(hub.as('clinician'), second.theirs, 'MARK_ENTERED_IN_ERROR', { reason: 'REFERRED_IN_ERROR' });
  await rounds();
  expect(received()).toEqual(['revoked: NEW,CANCEL', 'entered-in-error: NEW,CANCEL']);
});

test('what can never arrive is given up with an owner, and can be sent again', async () => {
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{ code: 'not-found', details: { coding: [{ code: 'PROXY_NOT_FOUND' }] } }],
  };
  const { ours } = await routed();
  // Mirrors the ids, as the proxy does.
  const forbidden = await sentWith(403, outcome);
  await forbidden();
  expect((await deliveries(ours))[1]).toMatchObject({ state: 'DEAD', attempts: 1 });
  const queue = `{ tasks { edges { node { kind dueAt details { ... on ReferralNotDelivered { referral to message fault } } } } } }`;
  const tasks = async () => (await hub.as('provider-manager').query(queue)).data.tasks.edges as { node: object }[];
  expect(await tasks()).toMatchObject([
    {
      node: {
        kind: 'REFERRAL_NOT_DELIVERED',
        details: { referral: ours, to: physio, message: 'NEW', fault: 'PROXY_NOT_FOUND' },
      },
    },
  ]);
  bars().heal();
  const resend = `mutation R($input: ResendReferralInput!) { resendReferral(input: $input) { __typename } }`;
  const answer = await gateway().query(resend, { input: { idempotencyKey: newKey(), referral: ours } });
  expect(answer.data.resendReferral.__typename).toBe('ReferralMoved');
  await rounds();
  expect((await deliveries(ours))[1]).toMatchObject({ state: 'DELIVERED' });
  expect(await tasks()).toHaveLength(1);
});

/** A round in which the proxy refuses the next message with this body, ids mirrored. */
async function sentWith(status: number, body: object) {
  const referral = (await list(gateway(), 'GATEWAY')).edges[0]!.node;
  const stored = await hub.demo.hub.store.collection('referrals').find({
    index: 'correlationId_submittedAt',
    where: { correlationId: referral.conversation },
    limit: 1,
  });
  const requestId = stored[0]!.outbox.find(({ to }) => to === physio)!.requestId;
  const headers = { 'x-request-id': requestId, 'x-correlation-id': referral.conversation };
  fault({ kind: 'status', status, headers, body: JSON.stringify(body) });
  return rounds;
}

test.each<[string, Fault]>([
  ['the answer is lost after the row was written', { kind: 'lost' }],
  ['service protection limits the hub', { kind: 'status', status: 429, headers: { 'retry-after': '300' } }],
  ['the connection is reset', { kind: 'reset' }],
])('to a case system by upsert on the referral’s own key: %s, and there is one row', async (_, each) => {
  const { dataverse } = hub.demo.sandboxes;
  dataverse.fail({ path: /wh_referrals/, times: 1, ...each });
  const subject = { client: await hub.idFor('practice', 'ANNA') };
  const theirs = (await submit(hub.as('clinician'), { subject })).referral;
  const ours = (await list(gateway(), 'GATEWAY')).edges[0]!.node.id;
  await route(gateway(), ours, 'LARGE_EMPLOYER');
  await rounds();
  expect((await deliveries(ours))[1]).toMatchObject({ to: 'HARBOUR-TRUST', state: 'WAITING' });
  // The provider works on it before the hub hears that it arrived.
  clock.forward(hourMs);
  await rounds();
  expect((await deliveries(ours))[1]).toMatchObject({ to: 'HARBOUR-TRUST', state: 'DELIVERED', attempts: 2 });
  await moveIt(hub.as('clinician'), theirs.id, 'UPDATE', { note: 'New telephone number.' });
  await moveIt(hub.as('clinician'), theirs.id, 'ASK_TO_CANCEL', { reason: 'CLIENT_DIED' });
  await rounds();
  expect([...dataverse.written.values()]).toMatchObject([
    {
      wh_reason: content.reasonForReferral,
      wh_nhsnumber: hub.nhsNumber('ANNA'),
      wh_health: null,
      wh_status: 100000003,
    },
    { wh_text: 'New telephone number.' },
  ]);
});

test('health that the receiver may not see stays out of the message', async () => {
  await hub.as('client:ANNA').record({
    client: await hub.idFor('client', 'ANNA'),
    effect: 'DENY',
    categories: ['MENTAL_HEALTH_CONDITIONS'],
    recipients: [{ audience: 'CLINICIAN' }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'ELECTRONIC', wording: 'Not that.' },
  });
  const health = [
    { category: 'CONDITIONS', text: 'Back pain' },
    { category: 'MENTAL_HEALTH_CONDITIONS', text: 'Low mood' },
  ];
  await routed({ content: { ...content, health } });
  await rounds();
  expect(messages()[0]!.body).toContain('Back pain');
  expect(messages()[0]!.body).not.toContain('Low mood');
});

test('a client who says no is heard before anything leaves', async () => {
  const { ours } = await routed({ content: { ...content, health: [{ category: 'CONDITIONS', text: 'Back pain' }] } });
  await hub.as('client:ANNA').record({
    client: await hub.idFor('client', 'ANNA'),
    effect: 'DENY',
    categories: ['REFERRALS'],
    recipients: [{ organisation: physio }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'ELECTRONIC', wording: 'Not them.' },
  });
  await rounds();
  expect(messages()).toHaveLength(0);
  expect((await deliveries(ours))[1]).toMatchObject({ state: 'DEAD' });
});

test('a clock that runs out raises one task, however often it is looked at, and an unanswered referral expires with its reason', async () => {
  const subject = { client: await hub.idFor('practice', 'ANNA') };
  await submit(hub.as('clinician'), { subject });
  const found = async () => (await list(gateway(), 'GATEWAY', ', states: [REQUESTED, EXPIRED]')).edges[0]!.node;
  const kinds = async () =>
    (
      (
        await hub
          .as('provider-manager')
          .query('{ tasks { edges { node { details { ... on ReferralOverdue { clock } } } } } }')
      ).data.tasks.edges as { node: { details: { clock: string } } }[]
    ).map(({ node }) => node.details.clock);
  const toDueOf = async (name: string): Promise<void> => {
    const { dueAt } = (await found()).progress.clocks.find((each) => each.clock === name)!;
    clock.forward(Date.parse(dueAt) - clock.now());
  };
  await rounds();
  expect(await kinds()).toEqual([]);
  await toDueOf('ACKNOWLEDGEMENT');
  await Promise.all([rounds(), rounds()]);
  await rounds();
  expect(await kinds()).toEqual(['ACKNOWLEDGEMENT']);
  expect((await found()).progress.clocks.find(({ clock }) => clock === 'ACKNOWLEDGEMENT')?.breachedAt).not.toBeNull();
  await toDueOf('ACCEPTANCE');
  await rounds();
  expect(await kinds()).toEqual(['ACKNOWLEDGEMENT', 'ACCEPTANCE']);
  await toDueOf('EXPIRY');
  await rounds();
  expect((await found()).progress).toMatchObject({ state: 'EXPIRED', stateReason: 'NO_ANSWER_IN_TIME' });
});
