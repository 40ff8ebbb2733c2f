/** The records that section resolvers hand to the executor: the items of all sources side by side, and what became of each source. */
import type * as records from '../../adapters/records.js';
import type { UpstreamErrorReason } from '../../adapters/upstream-error.js';
import type { DataCategory, Decision, WithheldReason } from '../access/types.js';
import type { ClientFile } from './client-file.js';
import type { WorkStatusRecord } from './work-status.js';

/** Why a source gave no usable answer, with the two reasons that are the hub's own. */
export type UnavailableReason = UpstreamErrorReason | 'NOT_CONNECTED' | 'HUB_FAULT';

export interface SourceStatus {
  readonly source: string;
  readonly outcome: 'ANSWERED' | 'NO_RECORD' | 'UNAVAILABLE';
  readonly cause: UnavailableReason | null;
  readonly complete: boolean;
  readonly retrievedAt: string | null;
}

export interface NoRecord {
  readonly __typename: 'NoRecord';
  readonly category: DataCategory;
  readonly sources: readonly SourceStatus[];
}
export interface Unavailable {
  readonly __typename: 'Unavailable';
  readonly category: DataCategory;
  readonly cause: UnavailableReason;
  readonly retryAfterSeconds: number | null;
  readonly sources: readonly SourceStatus[];
}
export interface Withheld {
  readonly __typename: 'Withheld';
  readonly category: DataCategory;
  readonly reason: WithheldReason;
  readonly rule: string;
  readonly nextStep: string | null;
}

/** The caller may not see this. Computed from the decision alone, never from the data. */
export const withheld = (decision: Decision): Withheld => ({
  __typename: 'Withheld',
  category: decision.category,
  reason: decision.reason ?? 'NO_RULE',
  rule: decision.rule,
  nextStep: decision.nextStep ?? null,
});

/** Whose section it is: what is in dispute in it is asked for only where the caller asks for it. */
export interface OfClient {
  readonly file: ClientFile;
}
interface Section<Name extends string, Item> extends OfClient {
  readonly __typename: Name;
  readonly items: readonly Item[];
  readonly sources: readonly SourceStatus[];
}
export type DerivedWorkStatus = OfClient & WorkStatusRecord;
export type EmploymentRecord = Section<'Employment', records.EmploymentSpell>;
export type FitNotesRecord = Section<'FitNotes', records.FitNote>;
export type MeasuresRecord = Section<'Measures', records.MeasureScore>;
export type ObservationsRecord = Section<'Observations', records.Observation>;
export type AppointmentsRecord = Section<'Appointments', records.Appointment>;
export type EncountersRecord = Section<'Encounters', records.Encounter>;
export type ReferralsRecord = Section<'Referrals', records.Referral>;
export type SupportRecord = Section<'Support', records.SupportCase>;
export type ClassifiedCondition = records.Classified<records.Condition>;
export interface ConditionsRecord extends Section<'Conditions', ClassifiedCondition> {
  readonly withheld: readonly Withheld[];
}
export type BenefitsRecord = Section<'Benefits', records.BenefitClaim>;

/** An item of a person whose location is restricted carries this; `@location` fields of it are then null. */
export interface LocationWithheld {
  readonly locationWithheld?: boolean;
}
