import type { Keyring } from '../identity/keyring.js';
import type { Programmes } from '../programme/programme.js';
import type { Store } from '../store/port.js';
import type { CaseFollowUps } from '../support/follow-ups.js';
import type { EmployerCaseDocument } from './case-document.js';
import { createAdjustmentDesk, type AdjustmentDesk } from './adjustments.js';
import { createEmployerCases, type EmployerCases } from './cases.js';
import { createEnquiryDesk, type EnquiryDesk } from './enquiries.js';
import { createEmployerRecords, type EmployerRecords } from './records.js';
import { createSupportedStaffDesk, type SupportedStaffDesk } from './supported-staff.js';

/** All that is done with employers as service users, a part for each thing that is kept. */
export interface EmployerDesk {
  readonly records: EmployerRecords;
  readonly cases: EmployerCases;
  readonly enquiries: EnquiryDesk;
  readonly staff: SupportedStaffDesk;
  readonly adjustments: AdjustmentDesk;
}

export function createEmployerDesk(parts: {
  store: Store;
  keyring: Keyring;
  programmes: Programmes;
  followUps: CaseFollowUps<EmployerCaseDocument>;
  now: () => number;
}): EmployerDesk {
  const desk = { ...parts, at: () => new Date(parts.now()).toISOString() };
  return {
    records: createEmployerRecords(desk),
    cases: createEmployerCases(desk),
    enquiries: createEnquiryDesk(desk),
    staff: createSupportedStaffDesk(desk),
    adjustments: createAdjustmentDesk(desk),
  };
}
