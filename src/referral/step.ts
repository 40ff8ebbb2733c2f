import { randomUUID } from 'node:crypto';
import type { OrganisationId } from '../access/types.js';
import type { Sealed } from '../store/documents.js';
import { clocksAfter, never, type ClockTimes } from './clocks.js';
import type { Actor, ReferralDocument, ReferralEvent, StreamingDecision } from './document.js';
import { refused, type Refused } from './outcome.js';
import { move } from './machine.js';
import type { MessageKind, OutboxEntry } from './outbox-entry.js';
import { nextDelivery } from './outbox-schedule.js';
import { nextLook, relationAfter } from './relation.js';
import type { ReferralMove, ReferralReason, ReferralSide } from './words.js';
import { isOpen } from './words.js';

type Draft = Omit<ReferralDocument, 'version'>;

/** One move, with all that it brings. */
export interface StepRequest {
  readonly move: ReferralMove;
  readonly sides: readonly ReferralSide[];
  readonly by: Actor;
  /** ISO instant. */
  readonly at: string;
  readonly key: string;
  readonly inputDigest: string;
  /** How long the events that it starts to wait for may take. */
  readonly times: ClockTimes;
  readonly reason?: ReferralReason;
  readonly note?: Sealed;
  /** Only with ROUTE: the stream that was chosen, what the rules chose, and why another. */
  readonly route?: Pick<StreamingDecision, 'stream' | 'ruleResult' | 'overrideReason'>;
  readonly streams?: readonly { readonly name: string; readonly organisation: OrganisationId }[];
}

export type Stepped = { readonly kind: 'moved'; readonly document: Draft } | Refused;

/**
 * The referral after a move: its state, history, clocks and the messages that go out, all in one document. Pure but for the
 * ids that it gives to messages.
 */
export function step(referral: Draft, request: StepRequest): Stepped {
  const { move: name, sides, reason, by, at, key, inputDigest, note, route, streams = [], times } = request;
  const outcome = move(referral, { move: name, sides, ...(reason && { reason }) });
  if (outcome.kind === 'refused') return refused(outcome.fault, faultWords[outcome.fault]);
  const stream = route && streams.find((each) => each.name === route.stream);
  if (name === 'ROUTE') {
    if (!route || !stream) return refused('NO_SUCH_STREAM', 'stream must be a stream of the programme in this area.');
    const overrides = route.ruleResult !== undefined && route.ruleResult !== route.stream;
    if (overrides && route.overrideReason === undefined) {
      return refused(
        'OVERRIDE_REASON_REQUIRED',
        'overrideReason is needed where another stream is chosen than the rules choose.',
      );
    }
  }
  const { state, before } = outcome.standing;
  const event: ReferralEvent = {
    move: name,
    at,
    from: referral.state,
    to: state,
    side: outcome.side,
    by,
    ...(reason && { reason }),
    ...(note !== undefined && { note }),
    key,
    inputDigest,
  };
  const history = [...referral.history, event];
  const relation = relationAfter({ ...referral, state, history });
  const moved: Draft = {
    ...referral,
    ...(relation && { relation }),
    state,
    before,
    history,
    ...(name === 'SUBMIT' && { submittedAt: at }),
    ...(stream && {
      targetOrganisation: stream.organisation,
      streaming: { ...route, decidedBy: by, decidedAt: at },
    }),
    closedAt: isOpen(state) || state === 'DRAFT' ? never : at,
  };
  const clocks = clocksAfter(referral.clocks, {
    move: name,
    state,
    at,
    times,
    byReceiver: sides.some((each) => each !== 'REQUESTER'),
  });
  const outbox = [...referral.outbox, ...messagesOf(referral, moved, outcome.side, name, at)];
  return {
    kind: 'moved',
    document: {
      ...moved,
      clocks,
      nextClockAt: nextLook({ ...moved, clocks }, at),
      outbox,
      nextDeliveryAt: nextDelivery(outbox),
    },
  };
}

/** Whom a move has to be told to. What comes from the other side is told to nobody: the requester reads it here. */
function messagesOf(
  before: Draft,
  after: Draft,
  side: ReferralSide,
  name: ReferralMove,
  at: string,
): readonly OutboxEntry[] {
  const to = (kind: MessageKind, organisation: OrganisationId): OutboxEntry => ({
    id: randomUUID(),
    requestId: randomUUID(),
    kind,
    to: organisation,
    state: 'WAITING',
    queuedAt: at,
    attempts: 0,
    dueAt: at,
  });
  const others = (kind: MessageKind): readonly OutboxEntry[] =>
    [...new Set([after.gatewayOrganisation, after.targetOrganisation])]
      .filter((organisation) => organisation !== after.requesterOrganisation)
      .map((organisation) => to(kind, organisation));
  switch (name) {
    case 'SUBMIT':
      return [to('NEW', after.gatewayOrganisation)];
    case 'ROUTE':
      return after.targetOrganisation === before.targetOrganisation
        ? []
        : [
            // Whoever had it before is told that it is theirs no longer.
            ...(before.targetOrganisation === after.gatewayOrganisation
              ? []
              : [to('CANCEL', before.targetOrganisation)]),
            ...(after.targetOrganisation === after.gatewayOrganisation ? [] : [to('NEW', after.targetOrganisation)]),
          ];
    case 'UPDATE':
      return side === 'REQUESTER' ? others('UPDATE') : [];
    case 'ASK_TO_CANCEL':
    case 'MARK_ENTERED_IN_ERROR':
      return before.state === 'DRAFT' ? [] : others('CANCEL');
    default:
      return [];
  }
}

const faultWords = {
  NOT_FROM_THIS_STATE: 'The referral is not in a state from which this can be done.',
  NOT_FOR_THIS_SIDE: 'This is for another side of the referral to do.',
  REASON_REQUIRED: 'A coded reason is needed; free text can stand beside it and not in its place.',
  REASON_NOT_OF_THIS_MOVE: 'This reason is not one of those for this.',
} as const;
