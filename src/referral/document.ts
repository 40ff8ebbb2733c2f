/** One referral as the hub keeps it: one document is the unit of change, its history, clocks and outbox inside it. */
import type { conditionCategories } from '../access/classification.js';
import type { Audience, ClientId, OrganisationId } from '../access/types.js';
import type { Sealed } from '../store/documents.js';
import type { Stored } from '../store/port.js';
import type { RunningClock } from './clocks.js';
import type { OutboxEntry } from './outbox-entry.js';
import type { RelationState } from './relation.js';
import type { HeardFrom, ReferralChannel, ReferralMove, ReferralReason, ReferralSide, ReferralState } from './words.js';

export interface ReferralDocument extends Stored {
  /** UUID. */
  readonly id: string;
  /** UUID of the whole conversation: updates, feedback and onward referrals keep it (BaRS X-Correlation-ID). */
  readonly correlationId: string;
  /** The referral that this one leads on from. */
  readonly onwardFrom?: string;
  /** Whom it is about; `unidentified:<id>` until the person is identified. */
  readonly clientId: ClientId;
  readonly programme: string;
  readonly programmeVersion: string;
  readonly area: string;
  readonly channel: ReferralChannel;
  readonly heardFrom?: HeardFrom;
  readonly requester: Actor;
  /** The organisations on the three sides; the gateway is the target until it chooses another. */
  readonly requesterOrganisation: OrganisationId;
  readonly gatewayOrganisation: OrganisationId;
  readonly targetOrganisation: OrganisationId;
  /** Who said whom a name means, where the referrer knew no number. */
  readonly identified?: { readonly by: Actor; readonly at: string };
  readonly streaming?: StreamingDecision;
  /** What stands to be done, or was done, about who works with the person because of it; absent before it is taken on. */
  readonly relation?: RelationState;
  /** ISO instant at which whoever keeps it waiting was told of a free place; absent where nobody was, or all about that is done. */
  readonly offer?: string;
  readonly state: ReferralState;
  readonly before: readonly ReferralState[];
  readonly sharing: SharingBasis;
  /** A sealed `ReferralContent`: what is told of the person. */
  readonly content: Sealed;
  readonly history: readonly ReferralEvent[];
  readonly clocks: readonly RunningClock[];
  readonly outbox: readonly OutboxEntry[];
  readonly recordedAt: string;
  /** ISO instant of the submission; of the recording, while it is a draft. */
  readonly submittedAt: string;
  /** ISO instant of the end; `clocks.never` while it is open. */
  readonly closedAt: string;
  /** ISO instants for the index; `clocks.never` where nothing waits. */
  readonly nextClockAt: string;
  readonly nextDeliveryAt: string;
  /** `<organisation>:<subject>:<key>`; unique, so that a repeated submission finds its first result. */
  readonly idempotencyKey: string;
  /** SHA-256 of the submission's input: the same key with another input is refused. */
  readonly inputDigest: string;
}

export interface Actor {
  readonly subject: string;
  readonly organisation: OrganisationId;
  readonly audience: Audience;
}

/** Which stream of the programme, by whom, and what the rules said. */
export interface StreamingDecision {
  readonly stream: string;
  /** What the rules chose; absent where they could not say. */
  readonly ruleResult?: string;
  /** Why another stream than the rules chose, sealed. */
  readonly overrideReason?: Sealed;
  readonly decidedBy: Actor;
  readonly decidedAt: string;
}

/** On what basis the referrer shares what the referral tells. */
export interface SharingBasis {
  readonly basis: 'CONSENT' | 'DIRECT_CARE' | 'OWN_REQUEST';
  /** The client's consent in this hub that the referral rests on, as `id@version`. */
  readonly consent?: string;
  /** Where the consent was taken outside the hub: how, and the words, sealed. */
  readonly statement?: Sealed;
}

/** The same as the referrer gives it, before it is sealed. */
export type StatedBasis = Omit<SharingBasis, 'statement'> & { readonly statement?: string };

/** One thing that happened. Never changed, never removed. */
export interface ReferralEvent {
  readonly move: ReferralMove;
  readonly at: string;
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly side: ReferralSide;
  readonly by: Actor;
  readonly reason?: ReferralReason;
  /** Sealed free text, beside the code. */
  readonly note?: Sealed;
  /** `<organisation>:<subject>:<key>` of the mutation, and SHA-256 of its input. */
  readonly key: string;
  readonly inputDigest: string;
}

/** What a referral tells of the person. Sealed at rest. */
export interface ReferralContent {
  readonly person: ReferredPerson;
  /** In the referrer's words. */
  readonly reasonForReferral: string;
  readonly goal?: 'STAY_IN_WORK' | 'RETURN_TO_WORK' | 'FIND_WORK' | 'HEALTH';
  readonly workSituation?: string;
  readonly adjustments?: string;
  readonly accessNeeds: readonly string[];
  readonly safeContact?: SafeContact;
  /** Conditions and what follows from them: health data, shown by its own decision. Never from or to an employer. */
  readonly health: readonly HealthItem[];
}

export interface HealthItem {
  readonly category: (typeof conditionCategories)[number];
  readonly text: string;
}

/** The person as the referrer named them. */
export interface ReferredPerson {
  readonly nhsNumber?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly birthDate?: string;
}

/** How the person can be reached without harm. */
export interface SafeContact {
  readonly method: 'PHONE' | 'TEXT' | 'EMAIL' | 'POST' | 'THROUGH_REFERRER' | 'NONE';
  readonly address?: string;
  readonly times?: string;
  /** Whether a message may be left that names the service. */
  readonly mayLeaveMessage: boolean;
  readonly note?: string;
}
