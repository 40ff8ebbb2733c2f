/**
 * A hundred thousand faults: receivers that lose answers, die between keeping an id and acting on it, refuse, stall; hub
 * processes that are killed before and after each of their steps; two of them on one store. In simulated time, by a seeded
 * random, so that a failure can be had again. Nothing may be lost, and nothing may take effect twice.
 */
import { expect, test } from '@jest/globals';
import { createBarsClient } from '../../adapters/nhs-bars/client.js';
import { replies } from '../../adapters/nhs-bars/replies.js';
import { createBarsReceiver, ReceiverDied, type BarsReceiver } from '../../adapters/nhs-bars/sandbox-receiver.js';
import type { DeliveryOutcome, OutboundReferral } from '../../adapters/referral-delivery.js';
import type { SandboxReply } from '../../adapters/sandbox/server.js';
import type { UpstreamRequest, UpstreamResponse } from '../../adapters/transport/types.js';
import { UpstreamError } from '../../adapters/upstream-error.js';
import { createRandom } from '../../src/demo/random.js';
import type { ReferralDocument } from '../../src/referral/document.js';
import { createOutbox } from '../../src/referral/outbox.js';
import type { OutboxEntry } from '../../src/referral/outbox-entry.js';
import type { Collection, Store } from '../../src/store/port.js';
import { createMemoryReferrals } from './memory-referrals.js';
import { waitingReferral } from './waiting-referral.js';

const faultsWanted = 100_000;
const begin = Date.UTC(2026, 0, 5, 9);
/** A process that was killed: whatever it was about to do is not done. */
class Killed extends Error {}

test('a hundred thousand faults lose nothing and do nothing twice', async () => {
  const random = createRandom(20_261_125);
  const chance = (share: number): boolean => random.next() < share;
  const clock = { now: begin };
  const receiver = createBarsReceiver('PROCESS');
  const memory = createMemoryReferrals();
  const given = new Set<string>();
  let faults = 0;
  let kills = 0;
  const hurt = (share: number): boolean => {
    if (!chance(share)) return false;
    faults += 1;
    return true;
  };
  const mayDie = (): void => {
    if (!hurt(0.03)) return;
    kills += 1;
    throw new Killed();
  };

  /** A process with a life of its own: every step of it can be its last, before or after it took effect. */
  const startProcess = (holder: string) => {
    const dying = <Result>(act: () => Promise<Result>): Promise<Result> =>
      (async () => {
        mayDie();
        const result = await act();
        mayDie();
        return result;
      })();
    const collection = memory.collection;
    const mortal = {
      ...collection,
      get: (id: string) => dying(() => collection.get(id)),
      replace: (document: ReferralDocument, version: number) => dying(() => collection.replace(document, version)),
    } as unknown as Collection<ReferralDocument>;
    const store = { collection: () => mortal } as unknown as Store;
    const client = createBarsClient({
      upstream: { request: (request) => Promise.resolve().then(() => ask(request)), close: () => Promise.resolve() },
      settings: { senderServiceId: '1', receivers: { CLINIC: { serviceId: '2', name: 'Clinic' } }, deadlineMs: 5_000 },
      now: () => clock.now,
    });
    const ask = (request: UpstreamRequest): UpstreamResponse => {
      if (hurt(0.2)) throw new UpstreamError('nhs-bars', chance(0.5) ? 'UNREACHABLE' : 'TIMEOUT');
      const ids = {
        requestId: request.headers?.['X-Request-Id'],
        correlationId: request.headers?.['X-Correlation-Id'],
      };
      const reply = replies(ids);
      if (hurt(0.1))
        return answerOf({
          ...reply(429, 'SEND_TOO_MANY_REQUESTS', 'throttled', ''),
          headers: { 'retry-after': '120' },
        });
      if (hurt(0.1)) return answerOf(reply(503, 'REC_UNAVAILABLE', 'transient', ''));
      if (hurt(0.05)) return answerOf(reply(500, 'PROXY_TOO_MANY_REQUESTS', 'throttled', ''));
      if (hurt(0.05)) receiver.crashNext();
      let answer: SandboxReply;
      try {
        answer =
          request.method === 'GET'
            ? receiver.read(request.path.split('/').at(-1) ?? '', ids)
            : receiver.process({ ...ids, body: JSON.parse(request.body ?? '') as unknown });
      } catch (error) {
        if (!(error instanceof ReceiverDied)) throw error;
        throw new UpstreamError('nhs-bars', 'UNREACHABLE');
      }
      // It was done, and the answer is lost, or comes without its ids.
      if (hurt(0.2)) throw new UpstreamError('nhs-bars', 'UNREACHABLE');
      return hurt(0.05) ? { ...answerOf(answer), headers: {} } : answerOf(answer);
    };
    return createOutbox({
      store,
      send: async (referral, entry): Promise<DeliveryOutcome> => {
        mayDie();
        const outcome = await client.deliver(messageOf(referral, entry), new AbortController().signal);
        mayDie();
        return outcome;
      },
      giveUp: (_referral, entry) => Promise.resolve(void given.add(entry.id)),
      holder,
      now: () => clock.now,
      random: () => random.next(),
      rules: { leaseMs: 60_000, baseDelayMs: 1_000, longestDelayMs: 600_000, mostAttempts: 1_000 },
      report: () => undefined,
    });
  };

  let lives = 0;
  const start = () => startProcess(`process-${(lives += 1)}`);
  const processes = [start(), start()];
  let sent = 0;
  for (let round = 0; faults < faultsWanted || memory.waiting() > 0; round += 1) {
    // New work comes in for as long as there are faults to meet.
    while (faults < faultsWanted && memory.waiting() < 150) {
      await memory.collection.insert(waitingReferral(`r${(sent += 1)}`, clock.now));
    }
    await Promise.all(
      processes.map((process, index) =>
        process.deliverDue().catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          processes[index] = start();
        }),
      ),
    );
    clock.now += 15_000;
    if (round > 1_000_000) throw new Error('the work does not end');
  }
  const effects = [...receiver.referrals.values()].map(({ effects }) => effects.join());
  expect(faults).toBeGreaterThanOrEqual(faultsWanted);
  expect(kills).toBeGreaterThan(faultsWanted / 20);
  expect(given.size).toBe(0);
  expect(receiver.referrals.size).toBe(sent);
  expect(new Set(effects)).toEqual(new Set(['NEW', 'NEW,UPDATE', 'NEW,CANCEL', 'NEW,UPDATE,CANCEL']));
  // What was sent is what took effect, message by message.
  for (const referral of memory.all()) {
    expect(receiver.referrals.get(referral.id)?.effects).toEqual(referral.outbox.map(({ kind }) => kind));
    expect(referral.outbox.every(({ state }) => state === 'DELIVERED')).toBe(true);
  }
}, 300_000);

const answerOf = ({ status, headers = {}, body }: SandboxReply): UpstreamResponse => ({ status, headers, body });

function messageOf(referral: ReferralDocument, entry: OutboxEntry): OutboundReferral {
  return {
    messageId: entry.id,
    requestId: entry.requestId,
    correlationId: referral.correlationId,
    kind: entry.kind,
    referralId: referral.id,
    sender: referral.requesterOrganisation,
    receiver: entry.to,
    authoredAt: entry.queuedAt,
    referredOn: entry.queuedAt.slice(0, 10),
    programme: referral.programme,
    area: referral.area,
    person: { nhsNumber: '9990000018' },
    reasonForReferral: 'Back to work.',
    accessNeeds: [],
    health: [],
    ...(entry.kind === 'CANCEL' && { cancelledAs: 'REVOKED' as const }),
  };
}

/** The receivers that this test rests on are as strict as they are said to be. */
test('a receiver that calls an unfinished id a duplicate would lose it, and the hub notices', async () => {
  const receiver: BarsReceiver = createBarsReceiver('CALL_DUPLICATE');
  const client = createBarsClient({
    upstream: {
      request: (request) =>
        Promise.resolve().then(() => {
          const ids = {
            requestId: request.headers?.['X-Request-Id'],
            correlationId: request.headers?.['X-Correlation-Id'],
          };
          return request.method === 'GET'
            ? answerOf(receiver.read(request.path.split('/').at(-1) ?? '', ids))
            : answerOf(receiver.process({ ...ids, body: JSON.parse(request.body ?? '') as unknown }));
        }),
      close: () => Promise.resolve(),
    },
    settings: { senderServiceId: '1', receivers: { CLINIC: { serviceId: '2', name: 'Clinic' } }, deadlineMs: 5_000 },
    now: () => begin,
  });
  const referral = { ...waitingReferral('trap', begin), version: 1 };
  const message = messageOf(referral, referral.outbox[0]!);
  const signal = new AbortController().signal;
  receiver.crashNext();
  await expect(client.deliver(message, signal)).rejects.toBeInstanceOf(ReceiverDied);
  expect(await client.deliver(message, signal)).toEqual({ kind: 'retry', fault: 'DUPLICATE_OF_NOTHING' });
  expect(receiver.referrals.size).toBe(0);
});
