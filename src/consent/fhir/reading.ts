/** What a FHIR R4 Consent can turn out to be. */
import type { Authority } from '../../access/representation.js';
import type { Consent, Period } from '../../access/types.js';

/** Why a resource is not taken in; every code says one thing, and where. */
export const importFaults = [
  'NOT_A_CONSENT',
  'UNKNOWN_MODIFIER',
  'NOT_ACTIVE',
  'NOT_ABOUT_PRIVACY',
  'REFUSAL_UNDER_ACTIVE',
  'REVOCATION_UNDER_ACTIVE',
  'PAST_ITS_END',
  'TYPE_MISSING',
  'CLASHING_RULES',
  'NOT_AN_EXCEPTION',
  'PERMIT_WITHOUT_ACTOR',
  'PERMIT_WITHOUT_PURPOSE',
  'PERMIT_WITHOUT_CATEGORY',
  'PURPOSE_UNKNOWN',
  'ACTOR_UNKNOWN',
  'CATEGORY_UNKNOWN',
  'LABEL_UNKNOWN',
  'SINGLE_RECORDS_NOT_SUPPORTED',
  'ELEMENT_NOT_SUPPORTED',
  'PERIOD_NOT_READABLE',
  'NESTED_TOO_DEEP',
  'LEGAL_BASIS_UNKNOWN',
  'BASE_POLICY_UNKNOWN',
] as const;
export type ImportFault = (typeof importFaults)[number];

export interface Fault {
  readonly code: ImportFault;
  /** FHIRPath of the element at fault. */
  readonly at: string;
}

export type Reading =
  | {
      readonly kind: 'CONSENT';
      readonly terms: Omit<Consent, 'id' | 'version' | 'status' | 'supersedes'>;
      /** What was left out because nothing in the hub corresponds to it, as FHIRPath; the consent says no more without it. */
      readonly leftOut: readonly string[];
      /** What it leaves open and the policy that it refers to says, as FHIRPath. */
      readonly fromPolicy: readonly string[];
    }
  /** It lets somebody act for the patient: NHS England's Validated Relationships. */
  | {
      readonly kind: 'REPRESENTATION';
      readonly authority: Authority;
      /** The representative's. */
      readonly nhsNumber: string;
      readonly period: Period;
    }
  | { readonly kind: 'REFUSED'; readonly faults: readonly Fault[] };
