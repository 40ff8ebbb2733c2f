/**
 * The words of the decision: who asks, for what, about which kind of data, and what was decided.
 * This folder imports nothing; everything that can disclose imports it.
 */
import type { Period } from './consent.js';
import type { Authority } from './representation.js';

export { deepestException, opposite } from './consent.js';
export type {
  Consent,
  ConsentEffect,
  ConsentException,
  ConsentRequest,
  Constraints,
  Period,
  Recipient,
} from './consent.js';

/** The kinds of data that the hub can disclose. Every field of `Client` carries one (`@disclose` in the SDL). */
export const dataCategories = [
  'DEMOGRAPHICS',
  'CONTACT',
  'WORK_STATUS',
  'EMPLOYMENT_STATUS',
  'BENEFITS',
  'CONDITIONALITY',
  'FIT_NOTES',
  'CONDITIONS',
  'MENTAL_HEALTH_CONDITIONS',
  'SUBSTANCE_USE_CONDITIONS',
  'RESTRICTED_CONDITIONS',
  'MEASURES',
  'OBSERVATIONS',
  'APPOINTMENTS',
  'ENCOUNTERS',
  'REFERRALS',
  'REFERRAL_PROGRESS',
  'SUPPORT',
  'WORKPLACE_ADJUSTMENTS',
  'NAMED_TO_EMPLOYER',
  'CONSENT_RECORDS',
  'ACCESS_HISTORY',
] as const;
export type DataCategory = (typeof dataCategories)[number];

/** Categories of single items inside a section that has another: what is refused of them can be left out unseen. */
export const hideableCategories = [
  'MENTAL_HEALTH_CONDITIONS',
  'SUBSTANCE_USE_CONDITIONS',
  'RESTRICTED_CONDITIONS',
] as const satisfies readonly DataCategory[];

/** The part a caller plays. Policy rules name audiences, never single people. */
export const audiences = [
  'CLINICIAN',
  'WORK_COACH',
  'WORK_AND_HEALTH_COACH',
  'PROVIDER_MANAGER',
  'EMPLOYER',
  'LOCAL_SERVICE',
  'COMMISSIONER',
  'EVALUATOR',
  'PRIVACY_OFFICER',
  'CLIENT',
] as const;
export type Audience = (typeof audiences)[number];

/** Purpose of use; the HL7 v3 ActReason code that each one exports as stands in `docs/glossary.md`. */
export const purposes = [
  'DIRECT_CARE',
  'EMPLOYMENT_SUPPORT',
  'BENEFIT_ADMINISTRATION',
  'SERVICE_MANAGEMENT',
  'COMMISSIONING',
  'PRIVACY_AUDIT',
  'OWN_RECORD',
] as const;
export type Purpose = (typeof purposes)[number];

/** What makes a disclosure lawful. `NEVER` is a hard wall: no consent opens it. */
export const bases = ['CONSENT', 'DIRECT_CARE', 'STATUTE', 'SUBJECT_ACCESS', 'EMERGENCY', 'NEVER'] as const;
export type Basis = (typeof bases)[number];

/** Why a record had to be opened at once, against what would otherwise be decided. */
export const emergencyReasons = ['RISK_TO_LIFE', 'CANNOT_BE_ASKED', 'SAFEGUARDING'] as const;
export type EmergencyReason = (typeof emergencyReasons)[number];

/** One person's client record in the hub. Internal: callers see a pairwise id (see `src/identity/pairwise-id.ts`). */
export type ClientId = string & { readonly __brand: 'ClientId' };
/** An organisation as the hub names it: ODS code, or a code of our own for partners that have none. */
export type OrganisationId = string & { readonly __brand: 'OrganisationId' };
/** Ten digits; check digit verified at the client edge (one switch: `identity.nhsNumberCheck`). */
export type NHSNumber = string & { readonly __brand: 'NHSNumber' };

/** The caller, as verified from an access token. There is no viewer without a purpose. */
export interface Viewer {
  readonly subject: string;
  readonly organisation: OrganisationId;
  readonly audience: Audience;
  readonly purpose: Purpose;
  /** The end user on whose behalf a system calls, where the token names one. */
  readonly onBehalfOf?: string;
  /** Only for `CLIENT`: the NHS number that the issuer vouches for (NHS login claim `nhs_number`). */
  readonly nhsNumber?: NHSNumber;
  /** The application that the caller uses, where the token names one. */
  readonly application?: string;
  /** The issuer that vouched for all this. */
  readonly issuer: string;
}

/** One question to the decision. */
export interface AccessRequest {
  readonly viewer: Pick<Viewer, 'subject' | 'organisation' | 'audience' | 'purpose' | 'application' | 'issuer'>;
  readonly category: DataCategory;
  /** Present where the viewer acts for the client on somebody's authority: what that authority covers, and until when. */
  readonly proxy?: ProxyScope;
  /** Whether the viewer's organisation works with the client (or the viewer is the client). */
  readonly related: boolean;
  /** PDS confidentiality of the person; anything but unrestricted keeps location in. */
  readonly locationRestricted: boolean;
  /** The hub's calendar day, ISO. */
  readonly today: string;
  /** Present where the caller opened emergency access to this client. */
  readonly emergency?: EmergencyAccess;
}

/** One person's emergency access to one client, as the decision sees it. */
export interface EmergencyAccess {
  /** Id of the grant. */
  readonly grant: string;
  readonly organisation: OrganisationId;
  readonly subject: string;
  /** ISO instant of its end: its clock's, or its closing before that. */
  readonly endsAt: string;
  /** ISO instant of the question. */
  readonly at: string;
}

/** What decisions rest on besides the caller, the category, the policy and the consents: one set for a client and a request. */
export type DecisionFacts = Omit<AccessRequest, 'viewer' | 'category'>;

/** How far the authority of somebody who acts for a client reaches. */
export interface ProxyScope {
  readonly authority: Authority;
  /** `id@version` of what was recorded of it. */
  readonly representation: string;
  readonly categories: readonly DataCategory[];
  readonly period: Period;
}

export const withheldReasons = [
  'NEVER_SHARED',
  'NO_RULE',
  'NO_CONSENT',
  'CONSENT_WITHDRAWN',
  'CONSENT_EXPIRED',
  'CONSENT_SUPERSEDED',
  'CONSENT_NOT_UNDERSTOOD',
  'CONSENT_NOT_SPECIFIC',
  'DENIED_BY_CLIENT',
  'LOCATION_RESTRICTED',
  'NO_RELATIONSHIP',
  'PROXY_OUT_OF_SCOPE',
  'PROXY_ENDED',
  'MISSING_ACTOR',
  'MISSING_PURPOSE',
  'MISSING_CATEGORY',
] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** A decision says enough of itself to be replayed: the rule, the policy version and the consent versions that counted. */
export interface Decision {
  readonly permitted: boolean;
  readonly category: DataCategory;
  readonly rule: string;
  readonly basis: Basis;
  readonly policyVersion: string;
  /** `id@version` of each consent that counted, sorted. */
  readonly consents: readonly string[];
  /** Id of the grant that opened it; present where the basis is `EMERGENCY`. */
  readonly emergency?: string;
  /** Present where refused. */
  readonly reason?: WithheldReason;
  /** The lawful next step, in words for the caller; present where there is one. */
  readonly nextStep?: string;
  /** Present where a permit holds only for data of these periods; an item must be dated inside one of them. */
  readonly dataPeriods?: readonly Period[];
}
