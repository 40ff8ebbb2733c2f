import type { Audience, ClientId, OrganisationId } from '../../access/types.js';
import type { Stored } from '../port.js';

/** What can happen that somebody may wait for. A new kind: its name here, and a field of `Subscription`. */
export const eventKinds = ['TASK_RAISED', 'REFERRAL_CHANGED', 'CASE_CHANGED', 'NOTICE_GIVEN'] as const;
export type EventKind = (typeof eventKinds)[number];

/**
 * That something happened: names and ids, never what happened. Whoever is told of it looks it up in that moment, and is
 * decided upon in that moment.
 */
export interface HubEvent {
  readonly kind: EventKind;
  /** Internal id of what it is about: the task, the referral, the case, the notice. */
  readonly about: string;
  /** Whose callers may wait for it, one event for each organisation. Of a notice: whose act it tells of; the client waits for it. */
  readonly organisation: OrganisationId;
  /** Present where only one part of the organisation may wait for it. */
  readonly audience?: Audience;
  /** Present where it is about a client. */
  readonly clientId?: ClientId;
}

/**
 * One slot of the ring through which hub processes that share a store tell each other of events. Slots are written over, so
 * that the ring stays as large as it is; `id` is the slot's number.
 */
export interface EventSlotDocument extends Stored {
  /** 1, 2, 3, … over all processes, without a gap. */
  readonly sequence: number;
  /** The process that wrote it. */
  readonly writer: string;
  readonly events: readonly HubEvent[];
}
