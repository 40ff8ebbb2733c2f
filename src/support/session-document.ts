/** Sessions: what one person has, and groups in which several have it together. */
import type { ClientId, OrganisationId } from '../access/types.js';
import type { ContactMode } from '../programme/words.js';
import type { Sealed } from '../store/documents.js';
import type { Stored } from '../store/port.js';
import type { Actor } from './case-document.js';

export const sessionStates = ['BOOKED', 'ATTENDED', 'NOT_ATTENDED', 'CANCELLED'] as const;
export type SessionState = (typeof sessionStates)[number];

/** When, about what, where and by whom. Host and deliverer are two: a health partner can work on a provider's premises (WL-11). */
export interface Sitting {
  /** ISO instant. */
  readonly startsAt: string;
  readonly minutes: number;
  /** A session topic of the programme. */
  readonly topic?: string;
  readonly mode: ContactMode;
  /** Where, in words: a clinic, a local café (WW-12). */
  readonly place?: string;
  readonly hostedBy: OrganisationId;
  readonly deliveredBy: OrganisationId;
  /** A role of the programme. */
  readonly role: string;
}

/** One person's session. One document for each, so that a case pages through its own. */
export interface SessionDocument extends Stored, Omit<Sitting, 'place'> {
  /** Sealed: where the person is to be found. */
  readonly place?: Sealed;
  /** UUID; of a group's session it follows from the group and the case. */
  readonly id: string;
  readonly caseId: string;
  readonly clientId: ClientId;
  readonly organisation: OrganisationId;
  /** UUID of the group. */
  readonly group?: string;
  readonly state: SessionState;
  readonly bookedAt: string;
  readonly bookedBy: Actor;
  /** ISO instant at which attendance was written down, or the session cancelled. */
  readonly closedAt?: string;
  readonly idempotencyKey: string;
  readonly inputDigest: string;
}

/** One sitting of a group. Its roster is the truth about its places. */
export interface GroupSessionDocument extends Stored, Sitting {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly programme: string;
  readonly programmeVersion: string;
  readonly capacity: number;
  /** Ids of cases. */
  readonly roster: readonly string[];
  /** UUID of the weekly series, and which one of it this is. */
  readonly series: string;
  readonly number: number;
  readonly idempotencyKey: string;
  readonly inputDigest: string;
}
