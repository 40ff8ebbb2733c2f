/** A consent as the decision reads it: one base rule, and exceptions to it that may have exceptions of their own. */
import type { Audience, DataCategory, OrganisationId, Purpose } from './types.js';

/** Whom a consent names: an organisation, everyone of an audience, or one person of an organisation. */
export type Recipient =
  | { readonly kind: 'organisation'; readonly organisation: OrganisationId }
  | { readonly kind: 'audience'; readonly audience: Audience }
  | {
      readonly kind: 'person';
      /** The subject of the person's access tokens. */
      readonly subject: string;
      readonly organisation: OrganisationId;
      /** Absent: whichever issuer vouches for the organisation. */
      readonly issuer?: string;
    };

/** A period of calendar days, both ends included; an absent end is open. ISO dates. */
export interface Period {
  readonly start: string;
  readonly end?: string;
}

/**
 * What one provision speaks of. Its elements are ANDed and their repetitions ORed; an absent element is no constraint
 * (IHE PCF; `reference/consent-audit-referral.md` 1.6).
 */
export interface Constraints {
  readonly categories?: readonly DataCategory[];
  readonly recipients?: readonly Recipient[];
  readonly purposes?: readonly Purpose[];
  /** When the provision holds. */
  readonly period?: Period;
  /** How old the data may be that it speaks of. */
  readonly dataPeriod?: Period;
}

/** An exception does the opposite of what it is an exception to (FHIR R4 Consent.provision.provision). */
export interface ConsentException extends Constraints {
  readonly exceptions?: readonly ConsentException[];
}

/** Deep enough for what people say ("all but my diagnosis, which only Dr A may see, until June"); no form asks for more. */
export const deepestException = 4;

/** The one thing that an explicit consent was given for, and the clock that ends it (`policies/sharing.yaml`). */
export interface ConsentRequest {
  /** What was asked for, in words or as the other side's reference. */
  readonly what: string;
  /** First day of an assessment period, any one up to that in which the consent was given; absent where nobody knows. */
  readonly assessmentPeriodFrom?: string;
  /** The day on which what was asked for was done, and from which the consent no longer counts for it; absent while it is not. */
  readonly completedOn?: string;
}

/** One version of one consent, as the decision sees it. */
export interface Consent {
  readonly id: string;
  readonly version: number;
  readonly status: 'ACTIVE' | 'WITHDRAWN';
  readonly effect: ConsentEffect;
  /** Never empty on a PERMIT. Empty on a DENY: any. The same holds for recipients and purposes. */
  readonly categories: readonly DataCategory[];
  readonly recipients: readonly Recipient[];
  readonly purposes: readonly Purpose[];
  /** When the consent holds. */
  readonly period: Period;
  /** How old the data may be that it speaks of; absent: any. */
  readonly dataPeriod?: Period;
  readonly exceptions?: readonly ConsentException[];
  /** Ids of the consents that this one replaces, from its own first day on and for good. */
  readonly supersedes?: readonly string[];
  /** The day on which the client said so; absent in consents that were recorded before it was kept. */
  readonly givenOn?: string;
  readonly request?: ConsentRequest;
}

export type ConsentEffect = 'PERMIT' | 'DENY';

export const opposite = (effect: ConsentEffect): ConsentEffect => (effect === 'PERMIT' ? 'DENY' : 'PERMIT');
