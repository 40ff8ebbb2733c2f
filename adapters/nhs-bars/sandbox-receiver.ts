/** What a receiver of BaRS messages does with one, without any network: ids, duplicates, and the ways in which it falls over. */
import { isObject, objects, text } from '../fhir.js';
import type { SandboxReply } from '../sandbox/server.js';
import { replies } from './replies.js';

export interface ReceivedMessage {
  readonly requestId: string | undefined;
  readonly correlationId: string | undefined;
  readonly body: unknown;
}

export interface BarsReceiver {
  process(message: ReceivedMessage): SandboxReply;
  read(referralId: string, ids: Pick<ReceivedMessage, 'requestId' | 'correlationId'>): SandboxReply;
  /** The next message's id is kept and the process dies before it does anything with it. */
  crashNext(): void;
  /** By referral: its status, and how many messages of each kind took effect. */
  readonly referrals: ReadonlyMap<string, { readonly status: string; readonly effects: readonly string[] }>;
}

/** Thrown where the process dies: no answer leaves. */
export class ReceiverDied extends Error {
  override readonly name = 'ReceiverDied';
}

/**
 * @param unfinished what a repeat of an id that was kept and never processed is told. `PROCESS`: it is processed now. `CALL_DUPLICATE`:
 *   the trap that the published order of steps sets, in which the referral is lost (`reference/consent-audit-referral.md` 4.3).
 */
export function createBarsReceiver(unfinished: 'PROCESS' | 'CALL_DUPLICATE' = 'PROCESS'): BarsReceiver {
  const seen = new Map<string, 'STARTED' | 'PROCESSED'>();
  const referrals = new Map<string, { status: string; effects: string[] }>();
  let crashes = 0;
  return {
    referrals,
    crashNext: () => void (crashes += 1),
    process({ requestId, correlationId, body }) {
      const reply = replies({ requestId, correlationId });
      if (requestId === undefined || correlationId === undefined) {
        return reply(400, 'REC_BAD_REQUEST', 'required', 'X-Request-Id and X-Correlation-Id are required.');
      }
      const message = readMessage(body);
      if (!message) return reply(400, 'REC_BAD_REQUEST', 'structure', 'The body is not a message Bundle.');
      const state = seen.get(requestId);
      if (state === 'PROCESSED' || (state === 'STARTED' && unfinished === 'CALL_DUPLICATE')) {
        return reply(
          409,
          'REC_CONFLICT',
          'duplicate',
          'This message has been recognised as having already been processed.',
        );
      }
      seen.set(requestId, 'STARTED');
      if (crashes > 0) {
        crashes -= 1;
        throw new ReceiverDied();
      }
      const known = referrals.get(message.id);
      if (message.reason === 'new' && known) return reply(409, 'REC_CONFLICT', 'conflict', 'The referral exists.');
      if (message.reason === 'update' && !known)
        return reply(422, 'REC_UNPROCESSABLE_ENTITY', 'not-found', 'No such referral.');
      const cancels = message.status === 'revoked' || message.status === 'entered-in-error';
      const effect = message.reason === 'new' ? 'NEW' : cancels ? 'CANCEL' : 'UPDATE';
      referrals.set(message.id, { status: message.status, effects: [...(known?.effects ?? []), effect] });
      seen.set(requestId, 'PROCESSED');
      return reply(200, undefined, 'informational', 'Processed.');
    },
    read(referralId, { requestId, correlationId }) {
      const found = referrals.get(referralId);
      const reply = replies({ requestId, correlationId });
      if (!found) return reply(404, 'REC_NOT_FOUND', 'not-found', 'No such referral.');
      return {
        ...reply(200, undefined, 'informational', ''),
        body: { resourceType: 'ServiceRequest', id: referralId, status: found.status, intent: 'plan' },
      };
    },
  };
}

/** The referral of a message, its status and the reason of the message; undefined where it is none. */
function readMessage(body: unknown): { id: string; status: string; reason: string } | undefined {
  if (!isObject(body) || body['resourceType'] !== 'Bundle' || body['type'] !== 'message') return undefined;
  const [header, ...rest] = objects(body['entry']).map(({ resource }) => resource);
  if (!isObject(header) || header['resourceType'] !== 'MessageHeader' || !isObject(header['reason'])) return undefined;
  const request = rest.find((each) => isObject(each) && each['resourceType'] === 'ServiceRequest');
  if (!isObject(request)) return undefined;
  const [coding] = objects(header['reason']['coding']);
  const [id, status, reason] = [text(request['id']), text(request['status']), text(coding?.['code'])];
  return id !== null && status !== null && reason !== null ? { id, status, reason } : undefined;
}
