import { capabilityStatement, serviceRequestOf } from '../../adapters/nhs-bars/capability.js';
import type { InboundRequest } from '../../adapters/nhs-bars/inbound-request.js';
import type { BarsReply, replies } from '../../adapters/nhs-bars/replies.js';
import type { BarsInboundSettings } from '../../adapters/nhs-bars/settings.js';
import type { OrganisationId } from '../access/types.js';
import { inboundOperations, receiveRequest, sendingViewer, statusOf, type Sender } from '../graph/inbound-referral.js';
import type { Hub } from '../hub.js';
import { channelsOf } from '../referral/parts.js';

type Reply = ReturnType<typeof replies>;

/** What a call is answered with: the hub, who may send, and how replies of this call are made. */
export interface Call {
  readonly hub: Hub;
  readonly inbound: BarsInboundSettings;
  readonly reply: Reply;
  /** In whose name the call is made, as its header says. */
  readonly organisation: string | undefined;
  readonly correlationId: string;
  readonly signal: AbortSignal;
}

/** @throws Error where a sender may not refer by its channel, or a service is none that the hub has a gateway for */
export function checkInbound({ services: { gateways } }: Hub, { senders, services }: BarsInboundSettings): void {
  for (const [organisation, sender] of Object.entries(senders)) {
    const channels: readonly string[] = channelsOf(sender.audience);
    if (channels.length === 0 || (sender.channel !== undefined && !channels.includes(sender.channel))) {
      throw new Error(`referral.deliveries.nhs-bars.inbound.senders.${organisation}: may not refer by this channel`);
    }
  }
  for (const [id, { programme, area }] of Object.entries(services)) {
    if (!gateways.find(programme, area)) {
      throw new Error(`referral.deliveries.nhs-bars.inbound.services.${id}: no gateway of ${programme} serves ${area}`);
    }
  }
}

/** A referral, an update or a cancellation that comes in. */
export async function takeRequest(request: InboundRequest, call: Call): Promise<BarsReply> {
  const { hub, inbound, reply, correlationId, signal } = call;
  const to = inbound.services[request.to];
  if (!to)
    return reply(400, 'REC_BAD_REQUEST', 'value', 'MessageHeader.destination is no service that takes referrals here.');
  const sender = senderOf(call, request.from);
  if (!sender)
    return reply(403, 'REC_FORBIDDEN', 'forbidden', 'No referrals are taken from the service that this comes from.');
  const context = await hub.openRequest({
    viewer: sendingViewer(sender),
    operation: { ...inboundOperations.message },
    correlationId,
    signal,
  });
  const received = await receiveRequest(
    request,
    { ...to, ...(sender.channel && { channel: sender.channel }) },
    context,
  );
  switch (received.kind) {
    case 'taken':
      return reply(200, undefined, 'informational', 'Processed.');
    case 'repeated':
      return reply(409, 'REC_CONFLICT', 'duplicate', 'This message was processed before.');
    case 'unknown':
      return reply(404, 'REC_NOT_FOUND', 'not-found', 'No such referral was sent by this organisation.');
    case 'refused':
      switch (received.reason) {
        case 'INVALID_INPUT':
          return reply(400, 'REC_BAD_REQUEST', 'value', received.message);
        case 'NO_SUCH_GATEWAY':
        case 'CHANNEL_CLOSED':
        case 'REASON_NOT_OF_THIS_MOVE':
          return reply(422, 'REC_UNPROCESSABLE_ENTITY', 'not-supported', received.message);
        case 'NOT_PERMITTED':
        case 'NOT_FOR_THIS_SIDE':
          return reply(403, 'REC_FORBIDDEN', 'forbidden', received.message);
        default:
          return reply(409, 'REC_CONFLICT', 'conflict', received.message);
      }
  }
}

/** `GET /ServiceRequest/{id}` by whoever sent it, under their own id. */
export async function readRequestBack(id: string, call: Call): Promise<BarsReply> {
  const { hub, reply, correlationId, signal } = call;
  const sender = senderOf(call);
  if (!sender) return reply(403, 'REC_FORBIDDEN', 'forbidden', 'No referrals are taken from this organisation.');
  const context = await hub.openRequest({
    viewer: sendingViewer(sender),
    operation: { ...inboundOperations.read },
    correlationId,
    signal,
  });
  const status = await statusOf(id.toLowerCase(), context);
  if (status === 'unknown')
    return reply(404, 'REC_NOT_FOUND', 'not-found', 'No such referral was sent by this organisation.');
  if (status === 'withheld') {
    return reply(403, 'REC_FORBIDDEN', 'security', 'How this referral stands may not be told to this organisation.');
  }
  return { ...reply(200, undefined, 'informational', ''), body: serviceRequestOf(id.toLowerCase(), status) };
}

/** `GET /metadata`. */
export const readCapability = ({ reply }: Pick<Call, 'reply'>, url: string): BarsReply => ({
  ...reply(200, undefined, 'informational', ''),
  body: capabilityStatement(url),
});

/** Who sends, if the header's organisation is one that may, and the message comes from its service. */
function senderOf({ inbound, organisation }: Call, from?: string): Sender | undefined {
  const known = organisation === undefined ? undefined : inbound.senders[organisation];
  if (!known || organisation === undefined || (from !== undefined && known.serviceId !== from)) return undefined;
  const { audience, purpose } = known;
  // The start has checked that it is one of this audience's.
  const channel = channelsOf(audience).find((each) => each === known.channel);
  return { organisation: organisation as OrganisationId, audience, purpose, ...(channel && { channel }) };
}
