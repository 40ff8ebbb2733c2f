/**
 * A process that works the outbox of one store until it is killed, sending by HTTP to a receiver that outlives it. It waits while
 * another process holds an embedded store. Arguments: the store's settings as JSON, the receiver's URL, this process's name.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { createBarsClient } from '../../adapters/nhs-bars/client.js';
import type { OutboundReferral } from '../../adapters/referral-delivery.js';
import { createUpstream } from '../../adapters/transport/upstream.js';
import type { ReferralDocument } from '../../src/referral/document.js';
import { createOutbox, outboxRules } from '../../src/referral/outbox.js';
import type { OutboxEntry } from '../../src/referral/outbox-entry.js';
import { openStore, type StoreSettings } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';

const [settings = '', baseUrl = '', holder = ''] = process.argv.slice(2);

async function opened(): Promise<Store> {
  for (;;) {
    try {
      return await openStore(JSON.parse(settings) as StoreSettings);
    } catch {
      // Another process has it; it is taken over when that one dies.
      await wait(10);
    }
  }
}

const store = await opened();
const upstream = createUpstream({
  name: 'nhs-bars',
  baseUrl,
  deadlineMs: 2_000,
  now: Date.now,
  onCall: () => undefined,
  rate: { perSecond: 100_000, burst: 100_000 },
  retry: { attempts: 1 },
});
const bars = createBarsClient({
  upstream,
  settings: { senderServiceId: '1', receivers: { CLINIC: { serviceId: '2', name: 'Clinic' } }, deadlineMs: 2_000 },
  now: Date.now,
});
const outbox = createOutbox({
  store,
  send: (referral, entry) => bars.deliver(messageOf(referral, entry), AbortSignal.timeout(3_000)),
  giveUp: () => Promise.reject(new Error('nothing is given up here')),
  holder,
  now: Date.now,
  random: Math.random,
  // Of a process that was killed, a message waits no longer than this.
  rules: { ...outboxRules, leaseMs: 4_000, baseDelayMs: 50, longestDelayMs: 400, mostAttempts: 1_000 },
  report: () => undefined,
});
process.stdout.write('ready\n');
for (;;) if ((await outbox.deliverDue()) === 0) await wait(20);

function messageOf({ id, correlationId, submittedAt }: ReferralDocument, entry: OutboxEntry): OutboundReferral {
  return {
    messageId: entry.id,
    requestId: entry.requestId,
    correlationId,
    kind: entry.kind,
    referralId: id,
    sender: 'GATE' as OutboundReferral['sender'],
    receiver: 'CLINIC' as OutboundReferral['receiver'],
    authoredAt: entry.queuedAt,
    referredOn: submittedAt.slice(0, 10),
    programme: 'workwell',
    area: 'GREATER_MANCHESTER',
    person: {},
    accessNeeds: [],
    health: [],
    ...(entry.kind === 'CANCEL' && { cancelledAs: 'REVOKED' }),
  };
}
