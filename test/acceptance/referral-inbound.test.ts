/** Referrals that come in by the Booking and Referral Standard: over TLS, with a certificate, into the way of `submitReferral`. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { messageBundle } from '../../adapters/nhs-bars/mapper.js';
import type { OutboundReferral } from '../../adapters/referral-delivery.js';
import type { OrganisationId } from '../../src/access/types.js';
import { createAnswering, type Sent } from './answering.js';
import { startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { list, moveIt, read } from './referrals.js';

const answering = createAnswering();
const dundeeService = '3333333333';
const surgery = { organisation: 'G82080', serviceId: '4444444444' };
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    traced: false,
    change: (settings) => {
      const changed = answering.change(settings);
      const bars = changed.referral!.deliveries!['nhs-bars']!;
      const senders = {
        [surgery.organisation]: { serviceId: surgery.serviceId, audience: 'CLINICIAN', purpose: 'DIRECT_CARE' },
        'OTHER-SURGERY': {
          serviceId: '5555555555',
          audience: 'CLINICIAN',
          purpose: 'DIRECT_CARE',
          channel: 'PHARMACIST',
        },
      } as const;
      const services = { [dundeeService]: { programme: 'scotland-health-and-work-support', area: 'DUNDEE' } };
      const inbound = { ...bars.inbound!, senders, services };
      const deliveries = { ...changed.referral!.deliveries, 'nhs-bars': { ...bars, inbound } };
      return { ...changed, referral: { ...changed.referral, deliveries } };
    },
    people: { ANNA: { person: nobodySpecial(1) } },
  });
});
afterAll(async () => {
  await answering.close();
  await hub.close();
});

const coach = () => hub.as('work-and-health-coach');
/** A referral as another system of the standard writes it; the hub's own mapper is one. */
const message = (change: Partial<OutboundReferral> = {}, to = dundeeService, from = surgery.serviceId): object =>
  messageBundle(
    {
      messageId: randomUUID(),
      requestId: randomUUID(),
      correlationId: randomUUID(),
      kind: 'NEW',
      referralId: randomUUID(),
      sender: surgery.organisation as OrganisationId,
      receiver: 'PATHWAYS' as OrganisationId,
      authoredAt: '2026-11-25T09:00:00.000Z',
      referredOn: '2026-11-25',
      programme: 'Health and Work Support',
      area: 'DUNDEE',
      person: { nhsNumber: hub.nhsNumber('ANNA') },
      accessNeeds: [],
      health: [],
      reasonForReferral: 'Off work since March, and wants to go back.',
      ...change,
    },
    { senderServiceId: from, receiver: { serviceId: to, name: 'Single gateway' } },
  );
const send = (body: unknown, more: Partial<Sent> = {}) =>
  answering.send(hub.demo.barsUrl!, { body, correlationId: randomUUID(), organisation: surgery.organisation, ...more });
const look = (path: string, more: Partial<Sent> = {}) =>
  answering.look(hub.demo.barsUrl!, path, { organisation: surgery.organisation, ...more });
const atGateway = async () => (await list(coach(), 'GATEWAY')).edges.map(({ node }) => node);
const processed = { status: 200, issue: 'informational' };

test('a referral goes the way of submitReferral: once, decided like any other, and its sender reads how it stands', async () => {
  const referralId = randomUUID();
  const body = message({ referralId });
  const before = (await atGateway()).length;
  expect(await send(body)).toMatchObject(processed);
  // The same message, under other ids of transport; and the same referral in another message.
  expect(await send(body)).toMatchObject({ status: 409, code: 'REC_CONFLICT', issue: 'duplicate' });
  expect(await send(message({ referralId }))).toMatchObject({ status: 409, issue: 'duplicate' });
  expect(await send(message({ referralId, reasonForReferral: 'Another one.' }))).toMatchObject({ status: 409, issue: 'conflict' });
  const found = await atGateway();
  expect(found).toHaveLength(before + 1);
  const ours = found.find((each) => each.channel === 'GENERAL_PRACTICE' && each.progress.state === 'REQUESTED')!;
  expect(await read(coach(), ours.id)).toMatchObject({
    programme: 'scotland-health-and-work-support',
    area: 'DUNDEE',
    content: { reasonForReferral: 'Off work since March, and wants to go back.', sharing: { basis: 'DIRECT_CARE' } },
  });
  const lines = (await hub.ledger()).filter(({ operation, viewer }) => operation.name === 'inboundReferral' && viewer.organisation === 'G82080');
  expect(lines.length).toBeGreaterThan(0);

  const status = async () => (await look(`ServiceRequest/${referralId}`)).body['status'];
  expect(await status()).toBe('active');
  await moveIt(coach(), ours.id, 'ACCEPT');
  await moveIt(coach(), ours.id, 'HOLD');
  expect(await status()).toBe('on-hold');
  await moveIt(coach(), ours.id, 'FAIL', { reason: 'CLIENT_DISENGAGED' });
  expect(await status()).toBe('revoked');
  // Somebody else's id and nobody's are one answer.
  const unknown = { status: 404, body: { resourceType: 'OperationOutcome' } };
  expect(await look(`ServiceRequest/${referralId}`, { organisation: 'OTHER-SURGERY' })).toMatchObject(unknown);
  expect(await look(`ServiceRequest/${randomUUID()}`)).toMatchObject(unknown);
}); // prettier-ignore

test('an update and a cancellation move the referral that they name, once', async () => {
  const referralId = randomUUID();
  await send(message({ referralId, reasonForReferral: 'Wants to go back to work by spring.' }));
  const ours = (await Promise.all((await atGateway()).map(({ id }) => read(coach(), id)))).find(
    (each) => (each as unknown as { content: { reasonForReferral: string } }).content.reasonForReferral.includes('spring'),
  )!;
  const update = message({ referralId, kind: 'UPDATE', note: 'Has a new telephone number.' });
  expect(await send(update)).toMatchObject(processed);
  expect(await send(update)).toMatchObject({ status: 409, issue: 'duplicate' });
  const cancel = message({ referralId, kind: 'CANCEL', cancelledAs: 'REVOKED' });
  expect(await send(cancel)).toMatchObject(processed);
  expect((await read(coach(), ours.id)).progress).toMatchObject({
    state: 'CANCEL_PENDING',
    history: [
      { move: 'SUBMIT' },
      { move: 'UPDATE', note: 'Has a new telephone number.' },
      { move: 'ASK_TO_CANCEL', reason: 'CIRCUMSTANCES_CHANGED' },
    ],
  });
  await moveIt(coach(), ours.id, 'CONFIRM_CANCEL');
  expect((await look(`ServiceRequest/${referralId}`)).body).toMatchObject({ id: referralId, status: 'revoked' });
  expect(await send(message({ referralId, kind: 'CANCEL', cancelledAs: 'REVOKED' }))).toMatchObject({ status: 409, issue: 'conflict' });
  const wrong = message({ referralId, kind: 'CANCEL', cancelledAs: 'ENTERED_IN_ERROR' });
  expect(await send(wrong)).toMatchObject(processed);
  expect((await look(`ServiceRequest/${referralId}`)).body).toMatchObject({ status: 'entered-in-error' });
}); // prettier-ignore

test('somebody known by name only waits to be identified', async () => {
  const person = { givenName: 'Peter', familyName: 'Chalmers', birthDate: '1974-12-25' };
  expect(await send(message({ person, reasonForReferral: 'Named only.' }))).toMatchObject(processed);
  const all = await Promise.all((await atGateway()).map(({ id }) => read(coach(), id)));
  expect(all).toContainEqual(expect.objectContaining({ content: expect.objectContaining({ person: { ...person, identified: false } }) }));
}); // prettier-ignore

describe('what is not taken is refused with its reason, and leaves nothing', () => {
  test.each<[string, () => { body: object; more?: Partial<Sent> }, object]>([
    ['a service that takes none', () => ({ body: message({}, '9999999999') }), { status: 400, issue: 'value' }],
    ['a sender that is none', () => ({ body: message({}, dundeeService, '9999999999') }), { status: 403, issue: 'forbidden' }],
    ['a sender in another’s name', () => ({ body: message(), more: { organisation: 'OTHER-SURGERY' } }), { status: 403, issue: 'forbidden' }],
    ['a channel that the programme has not', () => ({ body: message({}, dundeeService, '5555555555'), more: { organisation: 'OTHER-SURGERY' } }), { status: 422, issue: 'not-supported', diagnostics: expect.stringContaining('GENERAL_PRACTICE') }],
    ['an update of nothing', () => ({ body: message({ kind: 'UPDATE', note: 'News.' }) }), { status: 404, issue: 'not-found' }],
    ['a cancellation of nothing', () => ({ body: message({ kind: 'CANCEL', cancelledAs: 'REVOKED' }) }), { status: 404, issue: 'not-found' }],
    ['a number that is none', () => ({ body: message({ person: { nhsNumber: '9000000001' } }) }), { status: 400, issue: 'value', diagnostics: 'Patient.identifier is not a valid NHS number.' }],
    ['nobody', () => ({ body: message({ person: {} }) }), { status: 400, issue: 'required' }],
    ['no reason', () => ({ body: message({ reasonForReferral: undefined as never }) }), { status: 400, issue: 'required' }],
    ['more words than there is room for', () => ({ body: message({ reasonForReferral: 'x'.repeat(2_001) }) }), { status: 400, issue: 'value' }],
    ['clinical content, which needs the person’s own word', () => ({ body: message({ health: ['Back pain'] }) }), { status: 422, issue: 'not-supported', diagnostics: expect.stringContaining('CarePlan') }],
    ['a certificate of nobody', () => ({ body: message(), more: { as: 'other.nhs.uk' } }), { status: 403, issue: 'forbidden' }],
  ])('%s', async (_what, make, expected) => {
    const before = (await atGateway()).length;
    const { body, more } = make();
    expect(await send(body, more)).toMatchObject(expected);
    expect(await atGateway()).toHaveLength(before);
  });

  test('and a refusal repeats nothing of the person', async () => {
    const { diagnostics } = await send(message({ person: { nhsNumber: '9000000001' }, health: ['Back pain'] }));
    expect(diagnostics).not.toMatch(/9000000001|Back pain/);
  });
}); // prettier-ignore

test('says what it can do, to whoever has a certificate', async () => {
  const { status, body } = await look('metadata');
  expect(status).toBe(200);
  expect(body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [{ resource: [{ type: 'ServiceRequest' }] }] });
  expect((await look('metadata', { as: 'other.nhs.uk' })).status).toBe(403);
  expect((await look('Slot')).status).toBe(404);
}); // prettier-ignore

test('a setting that leads nowhere is said at the start', async () => {
  const start = startHub({
    people: {},
    change: (settings) => {
      const changed = answering.change(settings);
      const bars = changed.referral!.deliveries!['nhs-bars']!;
      const inbound = { ...bars.inbound!, services: { '1': { programme: 'workwell', area: 'ORKNEY' } } };
      return {
        ...changed,
        referral: { ...changed.referral, deliveries: { ...changed.referral!.deliveries, 'nhs-bars': { ...bars, inbound } } },
      };
    },
  });
  await expect(start).rejects.toThrow('inbound.services.1: no gateway of workwell serves ORKNEY');
}); // prettier-ignore
