import { audiences } from '../../access/types.js';
import type { ReferralDocument } from '../../referral/document.js';
import { relationStates } from '../../referral/relation.js';
import { deliveryStates, messageKinds } from '../../referral/outbox-entry.js';
import {
  heardFromSources,
  referralChannels,
  referralClocks,
  referralMoves,
  referralReasons,
  referralSides,
  referralStates,
} from '../../referral/words.js';
import {
  count,
  declareCollection,
  digest,
  index,
  instant,
  listOf,
  oneOf,
  part,
  required,
  sealed,
  text,
  uniqueIndex,
} from './declare.js';

const actor = part({ subject: text, organisation: text, audience: required(oneOf(audiences)) });
const streaming = part({
  stream: text,
  ruleResult: { type: String },
  overrideReason: sealed,
  decidedBy: required({ type: actor }),
  decidedAt: required(instant),
});
const sharing = part({
  basis: required(oneOf(['CONSENT', 'DIRECT_CARE', 'OWN_REQUEST'])),
  consent: { type: String },
  statement: sealed,
});
const event = part({
  move: required(oneOf(referralMoves)),
  at: required(instant),
  from: required(oneOf(referralStates)),
  to: required(oneOf(referralStates)),
  side: required(oneOf(referralSides)),
  by: required({ type: actor }),
  reason: oneOf(referralReasons),
  note: sealed,
  key: text,
  inputDigest: required(digest),
});
const clock = part({
  clock: required(oneOf(referralClocks)),
  startedAt: required(instant),
  dueAt: required(instant),
  stoppedAt: instant,
  breachedAt: instant,
});
const entry = part({
  id: text,
  requestId: text,
  kind: required(oneOf(messageKinds)),
  to: text,
  state: required(oneOf(deliveryStates)),
  queuedAt: required(instant),
  attempts: required(count),
  dueAt: required(instant),
  holder: { type: String },
  resentAt: instant,
  resends: count,
  deliveredAt: instant,
  lastFault: { type: String },
});

/** Referrals that the hub carries. */
export const referrals = declareCollection<ReferralDocument>()(
  'referrals',
  {
    correlationId: text,
    onwardFrom: { type: String },
    clientId: text,
    programme: text,
    programmeVersion: text,
    area: text,
    channel: required(oneOf(referralChannels)),
    heardFrom: oneOf(heardFromSources),
    requester: required({ type: actor }),
    requesterOrganisation: text,
    gatewayOrganisation: text,
    targetOrganisation: text,
    identified: { type: part({ by: required({ type: actor }), at: required(instant) }) },
    streaming: { type: streaming },
    relation: oneOf(relationStates),
    offer: instant,
    state: required(oneOf(referralStates)),
    before: listOf(oneOf(referralStates)),
    sharing: required({ type: sharing }),
    content: required(sealed),
    history: listOf(event),
    clocks: listOf(clock),
    outbox: listOf(entry),
    recordedAt: required(instant),
    submittedAt: required(instant),
    closedAt: required(instant),
    nextClockAt: required(instant),
    nextDeliveryAt: required(instant),
    idempotencyKey: text,
    inputDigest: required(digest),
  },
  {
    idempotencyKey: uniqueIndex('idempotencyKey'),
    correlationId_submittedAt: index('correlationId', 'submittedAt'),
    clientId_submittedAt: index('clientId', 'submittedAt'),
    requesterOrganisation_state_submittedAt: index('requesterOrganisation', 'state', 'submittedAt'),
    gatewayOrganisation_state_submittedAt: index('gatewayOrganisation', 'state', 'submittedAt'),
    targetOrganisation_state_submittedAt: index('targetOrganisation', 'state', 'submittedAt'),
    nextClockAt: index('nextClockAt'),
    nextDeliveryAt: index('nextDeliveryAt'),
  },
);
