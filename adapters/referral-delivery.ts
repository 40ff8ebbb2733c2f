/**
 * What the outbox hands to whoever takes a referral to its receiver, and what it hears back. An adapter sends once for each
 * call; when to send again is the outbox's to decide.
 */
import type { OrganisationId } from '../src/access/types.js';

/** One message about one referral, with no more than its receiver may see. */
export interface OutboundReferral {
  /** UUID of the message, the same on every attempt. */
  readonly messageId: string;
  /** UUID by which a receiver tells repeats, the same on every attempt. */
  readonly requestId: string;
  /** How often somebody had it sent again by hand; absent: never. For ways on which the same again would reach nobody. */
  readonly resends?: number;
  /** UUID of the conversation. */
  readonly correlationId: string;
  readonly kind: 'NEW' | 'UPDATE' | 'CANCEL';
  /** UUID of the referral, the same in all its messages. */
  readonly referralId: string;
  readonly sender: OrganisationId;
  readonly receiver: OrganisationId;
  /** ISO instant at which the message was written. */
  readonly authoredAt: string;
  /** ISO day of the referral. */
  readonly referredOn: string;
  readonly programme: string;
  readonly area: string;
  readonly person: {
    readonly nhsNumber?: string;
    readonly givenName?: string;
    readonly familyName?: string;
    readonly birthDate?: string;
  };
  /** Absent in a cancellation. */
  readonly reasonForReferral?: string;
  readonly accessNeeds: readonly string[];
  /** In one line: by which way, when, and what to mind. */
  readonly safeContact?: string;
  /** The health items that the receiver may see, in the referrer's words. */
  readonly health: readonly string[];
  /** What an update says. */
  readonly note?: string;
  /** No longer wanted, or a mistake from the start: receivers keep the two apart. */
  readonly cancelledAs?: 'REVOKED' | 'ENTERED_IN_ERROR';
}

/** What came of one attempt. Faults are codes of a closed list, never a receiver's own words. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly fault: string; readonly afterSeconds?: number }
  /** Sending it again would change nothing. */
  | { readonly kind: 'refused'; readonly fault: string };

/** What a receiver says of a referral later, of its own accord. */
export interface ReceiverReport {
  /** UUID of the report itself: it takes effect once, however often it comes. */
  readonly reportId: string;
  /** The message that it answers. */
  readonly messageId: string;
  readonly what: ReportedState;
  /** Coded as the receiver wrote it; whoever takes the report in knows the list. */
  readonly reason?: string;
}

/** `NOT_PROCESSED`: the message came and was not understood. `TRY_AGAIN`: not now. The rest is where the work stands. */
export type ReportedState =
  'ACKNOWLEDGED' | 'ACCEPTED' | 'STARTED' | 'ON_HOLD' | 'COMPLETED' | 'ENDED' | 'NOT_PROCESSED' | 'TRY_AGAIN';

/** A way to one receiver. */
export interface ReferralDelivery {
  /** Never rejects for what the receiver or the way to it did. */
  deliver(message: OutboundReferral, signal: AbortSignal): Promise<DeliveryOutcome>;
  close(): Promise<void>;
}
