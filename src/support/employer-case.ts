/** An employer as a service user in its own right (HWS-03, HWS-24): what it asked, what it was told, what it did. Nobody is named. */
import type { OrganisationId } from '../access/types.js';
import type { Stored } from '../store/port.js';
import type { Sealed } from '../store/documents.js';
import type { Actor, CaseEvent } from './case-document.js';
import type { CaseStatus } from './words.js';

export const employerEntryKinds = ['ENQUIRY', 'ADVICE', 'ADJUSTMENT', 'STAFF_SUPPORTED'] as const;
export type EmployerEntryKind = (typeof employerEntryKinds)[number];

/** How far an adjustment at work has come (WW-14). */
export const adjustmentStates = ['PROPOSED', 'AGREED', 'IN_PLACE', 'NOT_MADE'] as const;
export type AdjustmentState = (typeof adjustmentStates)[number];

export interface EmployerCaseDocument extends Stored {
  /** UUID. */
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly programme: string;
  readonly programmeVersion: string;
  /** A stream for employers. */
  readonly stream: string;
  readonly area: string;
  readonly employer: string;
  /** The employer's own code in this hub, where it calls it. */
  readonly employerOrganisation?: OrganisationId;
  readonly headcount?: number;
  readonly status: CaseStatus;
  readonly openedAt: string;
  readonly closedAt?: string;
  readonly entries: readonly EmployerEntry[];
  readonly idempotencyKey: string;
  readonly inputDigest: string;
}

/** One thing that happened, written once. */
export interface EmployerEntry extends Pick<CaseEvent, 'at' | 'key' | 'inputDigest'> {
  readonly by: Actor;
  readonly kind: EmployerEntryKind;
  readonly text: Sealed;
  /** Of an adjustment. */
  readonly adjustment?: AdjustmentState;
  /** How many people: a number, never who. */
  readonly staff?: number;
}
