import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganisationId } from '../../src/access/types.js';
import { list as entriesOf, readJson, testWith, type Json } from '../adapters/nhs-care-record/outside-data.js';
import { answerTo, createAnswering, hubService, physioService, type Sent } from './answering.js';
import { createClock, startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { list, moveIt, read, route, submit } from './referrals.js';

const clock = createClock();
const answering = createAnswering();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    traced: false,
    change: answering.change,
    people: {
      ANNA: {
        person: nobodySpecial(1),
        consents: [
          {
            effect: 'PERMIT',
            categories: ['REFERRALS', 'REFERRAL_PROGRESS'],
            recipients: [{ kind: 'organisation', organisation: 'RX1-PHYSIO' as OrganisationId }],
            purposes: ['DIRECT_CARE'],
            period: { start: '2026-01-01' },
          },
        ],
      },
    },
  });
});
afterAll(async () => {
  await answering.close();
  await hub.close();
});

const gateway = () => hub.as('work-and-health-coach');

/** A referral that the hub has sent to the physiotherapy service: its id at the gateway, and what its message was called. */
async function sent() {
  const subject = { client: await hub.idFor('practice', 'ANNA') };
  const { referral } = await submit(hub.as('clinician'), { subject });
  const found = (await list(gateway(), 'GATEWAY')).edges.find(
    ({ node }) => node.conversation === referral.conversation,
  );
  const id = found!.node.id;
  await route(gateway(), id, 'PHYSIOTHERAPY');
  await hub.demo.hub.rounds.once();
  const ours = hub.demo.sandboxes.bars.requests.findLast(
    ({ path, headers }) => path.endsWith('$process-message') && headers['x-correlation-id'] === referral.conversation,
  );
  const { id: messageId } = JSON.parse(ours!.body) as { id: string };
  return { id, theirs: referral.id, messageId, correlationId: referral.conversation };
}
const send = (message: Sent) => answering.send(hub.demo.barsUrl!, message);
const progress = async (id: string) => (await read(gateway(), id)).progress;
const moves = async (id: string) => (await progress(id)).history.map(({ move }) => move).slice(2);

describe('what a receiver says moves the referral', () => {
  test.each([
    ['it has the referral', {}, 'ACKNOWLEDGED', ['ACKNOWLEDGE']],
    ['it has put the person on its list', { encounter: 'planned' }, 'ACCEPTED', ['ACCEPT']],
    ['it has seen the person', { encounter: 'in-progress' }, 'IN_PROGRESS', ['ACCEPT', 'RECORD_FIRST_CONTACT']],
    ['it pauses', { status: 'on-hold' }, 'ON_HOLD', ['ACCEPT', 'HOLD']],
    ['it has finished', { encounter: 'finished' }, 'COMPLETED', ['ACCEPT', 'RECORD_FIRST_CONTACT', 'COMPLETE']],
    ['it is completed', { status: 'completed' }, 'COMPLETED', ['ACCEPT', 'RECORD_FIRST_CONTACT', 'COMPLETE']],
    ['it does not take it', { status: 'revoked', reason: 'NO_CAPACITY' }, 'REJECTED', ['REJECT']],
  ] as const)('%s', async (_what, says, state, expected) => {
    const { id, messageId, correlationId } = await sent();
    const requestId = randomUUID();
    const answered = await send({ body: answerTo(messageId, says), correlationId, requestId });
    expect(answered).toMatchObject({ status: 200, issue: 'informational', requestId });
    expect((await progress(id)).state).toBe(state);
    expect(await moves(id)).toEqual(expected);
  });

  test('and once only, however often it comes, at once or later', async () => {
    const { id, messageId, correlationId } = await sent();
    const body = answerTo(messageId, { encounter: 'finished' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => send({ body, correlationId })));
    expect(answers.map(({ status }) => status).filter((status) => ![200, 409].includes(status))).toEqual([]);
    expect(await send({ body, correlationId })).toMatchObject({
      status: 409,
      code: 'REC_CONFLICT',
      issue: 'duplicate',
    });
    expect(await moves(id)).toEqual(['ACCEPT', 'RECORD_FIRST_CONTACT', 'COMPLETE']);
  });

  test('a cancellation is done when the receiver says that it has ended', async () => {
    const { id, theirs, messageId, correlationId } = await sent();
    await moveIt(hub.as('clinician'), theirs, 'ASK_TO_CANCEL', { reason: 'CLIENT_CHANGED_MIND' });
    expect(await send({ body: answerTo(messageId, { status: 'revoked' }), correlationId })).toMatchObject({
      status: 200,
    });
    expect((await progress(id)).state).toBe('CANCELLED');
  });

  test('a message that it could not read is given up with a task, one that it could not read just then is sent again', async () => {
    const first = await sent();
    const fatal = { body: answerTo(first.messageId, { code: 'fatal-error' }), correlationId: first.correlationId };
    expect(await send(fatal)).toMatchObject({ status: 200 });
    expect(await send(fatal)).toMatchObject({ status: 409, issue: 'duplicate' });
    expect((await progress(first.id)).deliveries.at(-1)).toMatchObject({ to: 'RX1-PHYSIO', state: 'DEAD' });
    const { data } = await hub
      .as('provider-manager')
      .query('{ tasks { edges { node { details { ... on ReferralNotDelivered { referral to fault } } } } } }');
    expect(data.tasks.edges).toContainEqual({
      node: { details: { referral: first.id, to: 'RX1-PHYSIO', fault: 'FATAL_ERROR' } },
    });
    const second = await sent();
    await send({
      body: answerTo(second.messageId, { code: 'transient-error' }),
      correlationId: second.correlationId,
    });
    expect((await progress(second.id)).deliveries.at(-1)).toMatchObject({ state: 'WAITING' });
    clock.forward(301_000);
    await hub.demo.hub.rounds.once();
    expect((await progress(second.id)).deliveries.at(-1)).toMatchObject({ state: 'DELIVERED' });
  });
});

describe('what is refused says whose fault it is and why, and changes nothing', () => {
  test('a caller without a certificate does not get in, and one with another name may not send', async () => {
    const { messageId, correlationId } = await sent();
    const body = answerTo(messageId);
    await expect(send({ body, correlationId, as: null })).rejects.toThrow();
    expect(await send({ body, correlationId, as: 'somebody.nhs.uk' })).toMatchObject({
      status: 403,
      code: 'REC_FORBIDDEN',
    });
  });

  test.each<[string, (of: { messageId: string; correlationId: string }) => Sent, object]>([
    ['without its ids', ({ messageId }) => ({ body: answerTo(messageId) }), { status: 400, issue: 'required' }],
    ['an id that is no UUID', ({ messageId, correlationId }) => ({ body: answerTo(messageId), correlationId, requestId: '7' }), { status: 400, issue: 'value' }],
    ['no JSON', ({ correlationId }) => ({ body: '{', correlationId }), { status: 400, issue: 'invalid' }],
    ['no message', ({ correlationId }) => ({ body: { resourceType: 'Patient' }, correlationId }), { status: 400, issue: 'invalid' }],
    ['to somebody else', ({ messageId, correlationId }) => ({ body: JSON.stringify(answerTo(messageId)).replaceAll(hubService, '333'), correlationId }), { status: 400, issue: 'value' }],
    ['from a service that nothing is sent to', ({ messageId, correlationId }) => ({ body: JSON.stringify(answerTo(messageId)).replaceAll(physioService, '333'), correlationId }), { status: 403, code: 'REC_FORBIDDEN' }],
    ['under another organisation’s name', ({ messageId, correlationId }) => ({ body: answerTo(messageId), correlationId, organisation: 'HARBOUR-TRUST' }), { status: 403, code: 'REC_FORBIDDEN' }],
    ['to a message that nobody sent', ({ correlationId }) => ({ body: answerTo(randomUUID()), correlationId }), { status: 404, code: 'REC_NOT_FOUND' }],
    ['in another conversation', ({ messageId }) => ({ body: answerTo(messageId), correlationId: randomUUID() }), { status: 404, code: 'REC_NOT_FOUND' }],
    ['an end without a coded reason', ({ messageId, correlationId }) => ({ body: answerTo(messageId, { status: 'revoked' }), correlationId }), { status: 422, code: 'REC_UNPROCESSABLE_ENTITY' }],
    ['a state that is none', ({ messageId, correlationId }) => ({ body: answerTo(messageId, { status: 'inactive' }), correlationId }), { status: 422, issue: 'not-supported' }],
  ])('%s', async (_what, message, expected) => {
    const of = await sent();
    expect(await send(message(of))).toMatchObject(expected);
    expect(await moves(of.id)).toEqual([]);
  }); // prettier-ignore

  test('that the work goes on, of a referral that has ended, is a conflict', async () => {
    const { id, messageId, correlationId } = await sent();
    await send({ body: answerTo(messageId, { status: 'completed' }), correlationId });
    expect(await send({ body: answerTo(messageId, { encounter: 'in-progress' }), correlationId })).toMatchObject({
      status: 409,
      issue: 'conflict',
    });
    expect((await progress(id)).state).toBe('COMPLETED');
  });
});

testWith('bars')('every published message is taken for what it says, or refused with its reason', async () => {
  const { id, messageId, correlationId } = await sent();
  for (const [file, status, issue] of [
    ['process_message/POST-body.json', 422, 'not-supported'],
    ['process_message/POST-success.json', 422, 'not-supported'],
    ['process_message/request/Booking_POST.json', 422, 'not-supported'],
    ['process_message/request/ValidationRequest_POST.json', 422, 'not-supported'],
    ['process_message/request/ValidationResponse_POST.json', 422, 'not-supported'],
    ['process_message/response/Booking_HTTP_Response.json', 422, 'not-supported'],
    ['process_message/response/ValidationRequest_HTTP_Response.json', 400, 'value'],
    ['message_definition/MessageDefinition_ServiceRequest-request_CaseTransfer.json', 400, 'invalid'],
    ['service_request/id/GET-success.json', 400, 'invalid'],
  ] as const) {
    const answered = await send({ body: readJson('bars', file), correlationId });
    expect({ file, ...answered }).toMatchObject({ file, status, issue });
  }
  expect(await moves(id)).toEqual([]);
  // The published answer is to a validation. To this referral, and from its receiver, it says that the receiver's encounter is finished.
  const published = readJson('bars', 'process_message/request/ValidationResponse_POST.json');
  const body = JSON.parse(
    JSON.stringify(published)
      .replaceAll('86e3371d-1c15-4862-9552-d9560f8292ba', messageId)
      .replace(`|${physioService}`, '|THE-HUB')
      .replace(`|${hubService}`, `|${physioService}`)
      .replace('|THE-HUB', `|${hubService}`)
      .replaceAll('"validation"', '"referral"'),
  ) as Json;
  expect(entriesOf(body['entry'])).toHaveLength(entriesOf(published['entry']).length);
  expect(await send({ body, correlationId })).toMatchObject({ status: 200 });
  expect((await progress(id)).state).toBe('COMPLETED');
});
