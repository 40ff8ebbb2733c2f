/**
 * What mappers make of upstream answers: the hub's own shapes, one per item of a section. The SDL's object types are
 * resolved from these plain objects (see `codegen.ts`). Codes are kept as they came; nothing is guessed.
 */
import type { DataCategory } from '../src/access/types.js';

/** Where one item came from, and when. */
export interface Provenance {
  /** Adapter name. */
  readonly source: string;
  /** ISO instant at which the hub received it. */
  readonly retrievedAt: string;
  /** When the source says that it recorded it (FHIR dateTime, as it came). */
  readonly recordedAt: string | null;
}

export interface Coding {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}
/** FHIR CodeableConcept, as it came. */
export interface CodeableConcept {
  readonly codings: readonly Coding[];
  readonly text: string | null;
}
/** FHIR Quantity, as it came. */
export interface Quantity {
  readonly value: number | null;
  readonly comparator: string | null;
  readonly unit: string | null;
  readonly system: string | null;
  readonly code: string | null;
}

export interface PersonName {
  readonly use: string | null;
  readonly prefix: readonly string[];
  readonly given: readonly string[];
  readonly family: string | null;
  readonly suffix: readonly string[];
  readonly text: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
}
export interface Address {
  readonly use: string | null;
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly postcode: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
}
export interface ContactPoint {
  /** FHIR ContactPoint.system: phone, email, sms, other … */
  readonly system: string | null;
  readonly value: string | null;
  readonly use: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
}

/** Everything that one PDS trace told; kept sealed and dated by the hub. */
export interface DemographicsTrace {
  /** The NHS number that came back: not the one asked for where the record was superseded. */
  readonly nhsNumber: string;
  readonly versionId: string | null;
  /** U, R or V, from `meta.security`. */
  readonly restriction: 'U' | 'R' | 'V';
  readonly names: readonly PersonName[];
  /** FHIR date, may be partial. */
  readonly birthDate: string | null;
  /** FHIR AdministrativeGender as it came: male, female, other, unknown. */
  readonly sex: string | null;
  readonly deceased: {
    readonly isDeceased: boolean;
    readonly at: string | null;
    readonly notificationStatus: string | null;
  };
  /** UKCore-NHSNumberVerificationStatus code (01 = present and verified) as it came. */
  readonly nhsNumberStatus: string | null;
  readonly addresses: readonly Address[];
  readonly telecoms: readonly ContactPoint[];
  /** ODS code of the general practice. */
  readonly generalPractice: string | null;
  /** PDS contact preference: method, written format and times, as they came. */
  readonly contactPreference: {
    readonly method: Coding | null;
    readonly writtenFormat: Coding | null;
    readonly times: string | null;
  } | null;
  readonly interpreterRequired: boolean | null;
  readonly language: Coding | null;
}

export interface Condition {
  readonly id: string | null;
  readonly code: CodeableConcept | null;
  readonly clinicalStatus: string | null;
  readonly verificationStatus: string | null;
  readonly severity: CodeableConcept | null;
  readonly categories: readonly CodeableConcept[];
  /** FHIR dateTime as it came, or the start of an onset period. Ages and ranges stand in `onsetText`. */
  readonly onset: string | null;
  readonly onsetText: string | null;
  readonly abatement: string | null;
  readonly abatementText: string | null;
  readonly recordedDate: string | null;
  /** Security labels as they came (`meta.security`); the classification reads them. */
  readonly securityLabels: readonly Coding[];
  readonly provenance: Provenance;
}

export interface Observation {
  readonly id: string | null;
  readonly status: string | null;
  readonly code: CodeableConcept | null;
  readonly categories: readonly CodeableConcept[];
  /** FHIR dateTime, or the start of a period, as it came. */
  readonly effective: string | null;
  readonly effectiveEnd: string | null;
  readonly issued: string | null;
  readonly value: ObservationValue | null;
  readonly components: readonly { readonly code: CodeableConcept | null; readonly value: ObservationValue | null }[];
  readonly securityLabels: readonly Coding[];
  readonly provenance: Provenance;
}
/** Exactly one is set. */
export interface ObservationValue {
  readonly quantity: Quantity | null;
  readonly concept: CodeableConcept | null;
  /** String, boolean, integer, dateTime, time, ratio and so on, as text. */
  readonly text: string | null;
}

export type Instrument = 'PHQ_9' | 'GAD_7' | 'SWEMWBS' | 'EQ_5D_5L' | 'PHQ_2' | 'AUDIT_C';
/** One completed measure. */
export interface MeasureScore {
  readonly instrument: Instrument;
  /** Sum score in the instrument's own range; null where only a profile is held or items are missing. */
  readonly total: number | null;
  /** EQ-5D-5L profile, five digits 1 to 5. */
  readonly profile: string | null;
  /** Severity band or caseness, by the published cut-offs (`reference/employment-support.md` part D); null without a total. */
  readonly band: string | null;
  /** FHIR dateTime as it came. */
  readonly assessedAt: string | null;
  readonly code: CodeableConcept | null;
  /** Of every resource that tells of this assessment; absent where none came with any. */
  readonly securityLabels?: readonly Coding[];
  readonly provenance: Provenance;
}

export type FitNoteStatus = 'NOT_FIT_FOR_WORK' | 'MAY_BE_FIT_FOR_WORK' | 'UNKNOWN';
export type FitNoteAdjustment = 'PHASED_RETURN' | 'ALTERED_HOURS' | 'AMENDED_DUTIES' | 'WORKPLACE_ADAPTATIONS';
/** A statement of fitness for work (Med3). Its diagnosis is a condition, and is not part of it here. */
export interface FitNote {
  readonly id: string | null;
  readonly status: FitNoteStatus;
  /** The coded statement, as it came. */
  readonly statement: CodeableConcept | null;
  readonly assessmentDate: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly adjustments: readonly FitNoteAdjustment[];
  /** Absent where it came with none. */
  readonly securityLabels?: readonly Coding[];
  readonly provenance: Provenance;
}

export interface Appointment {
  readonly id: string | null;
  /** FHIR AppointmentStatus as it came. */
  readonly status: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly serviceTypes: readonly CodeableConcept[];
  readonly description: string | null;
  /** Where: a location. */
  readonly location: string | null;
  /** Absent where it came with none. */
  readonly securityLabels?: readonly Coding[];
  readonly provenance: Provenance;
}
export interface Encounter {
  readonly id: string | null;
  readonly status: string | null;
  readonly class: Coding | null;
  readonly types: readonly CodeableConcept[];
  readonly reasons: readonly CodeableConcept[];
  readonly start: string | null;
  readonly end: string | null;
  /** Who provided the care, as named: a location. */
  readonly serviceProvider: string | null;
  readonly securityLabels: readonly Coding[];
  readonly provenance: Provenance;
}

/** What one source says about whether the person is in paid work. */
export interface WorkStatusStatement {
  readonly inWork: boolean | null;
  /** ISO date. */
  readonly since: string | null;
  /** ISO date or instant that the statement speaks of. */
  readonly asOf: string | null;
  readonly provenance: Provenance;
}

export interface EmploymentSpell {
  readonly employerName: string | null;
  readonly jobTitle: string | null;
  readonly hoursPerWeek: number | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** NHS Data Dictionary EMPLOYMENT STATUS code (01 to 08, ZZ) where the source holds one, as it came. */
  readonly employmentStatusCode: string | null;
  /** The open absence, where there is one. */
  readonly absence: { readonly startDate: string | null; readonly endDate: string | null } | null;
  /** Where the person works: a location. */
  readonly workplace: string | null;
  readonly provenance: Provenance;
}

export interface BenefitAward {
  /** Pence. */
  readonly amount: number | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly status: string | null;
}
export interface BenefitClaim {
  /** Source code as it came: universal_credit … */
  readonly benefitType: string;
  readonly status: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly decisionDate: string | null;
  readonly awards: readonly BenefitAward[];
  /** UC conditionality regime as it came, or null. Never reaches health. */
  readonly conditionality: string | null;
  readonly provenance: Provenance;
}

export interface Referral {
  readonly id: string | null;
  /** Source status as it came. */
  readonly status: string | null;
  readonly referredOn: string | null;
  readonly referredBy: string | null;
  readonly service: string | null;
  readonly provenance: Provenance;
}

export interface SupportCase {
  readonly id: string | null;
  readonly programme: string | null;
  readonly status: string | null;
  readonly coachName: string | null;
  readonly startedOn: string | null;
  readonly plannedEndOn: string | null;
  readonly plan: string | null;
  readonly goals: readonly {
    readonly description: string;
    readonly kind: string | null;
    readonly status: string | null;
    readonly dueOn: string | null;
  }[];
  readonly sessions: readonly SupportSession[];
  readonly provenance: Provenance;
}
export interface SupportSession {
  /** ISO instant or date. */
  readonly heldAt: string | null;
  readonly mode: string | null;
  readonly attended: boolean | null;
  readonly topic: string | null;
  /** Where: a location. */
  readonly venue: string | null;
}

/** A clinical item with the category that its labels and codes put it in (`policies/classification.yaml`). */
export type Classified<Item> = Item & { readonly classification: DataCategory };
