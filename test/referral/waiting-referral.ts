import { createHash } from 'node:crypto';
import type { ReferralDocument } from '../../src/referral/document.js';
import type { OutboxEntry } from '../../src/referral/outbox-entry.js';
import { organisation, referral } from '../store/samples.js';

/** A referral with one to three messages to a clinic that wait: new, then perhaps an update, then perhaps a cancellation. */
export function waitingReferral(name: string, now: number): Omit<ReferralDocument, 'version'> {
  const at = new Date(now).toISOString();
  const pick = createHash('sha256').update(name).digest();
  const kinds: OutboxEntry['kind'][] = ['NEW'];
  if (pick[0]! < 80) kinds.push('UPDATE');
  if (pick[1]! < 80) kinds.push('CANCEL');
  const id = uuidOf(name);
  return {
    ...referral(id, 'a'),
    correlationId: uuidOf(`${name} conversation`),
    outbox: kinds.map((kind) => ({
      id: uuidOf(`${name} ${kind}`),
      requestId: uuidOf(`${name} ${kind} request`),
      kind,
      to: organisation('CLINIC'),
      state: 'WAITING',
      queuedAt: at,
      attempts: 0,
      dueAt: at,
    })),
    nextDeliveryAt: at,
  };
}

function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
