/** The closed lists of case work. Codes of employment are the NHS's own, so that what is counted here can be counted there. */

export const caseStatuses = ['OPEN', 'DISCHARGED'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Whether a case is the person's first in its programme: people are counted by their first (a case is not a person). */
export const caseEntries = ['FIRST', 'AGAIN'] as const;
export type CaseEntry = (typeof caseEntries)[number];

/**
 * NHS Talking Therapies, EMPLOYMENT STATUS (IDS004; reference/employment-support.md B4): 01 employed, 02 unemployed and seeking
 * work, 03 student, 04 long-term sick or disabled, 05 homemaker, 06 not working or seeking and on no benefits, 07 unpaid
 * voluntary work, 08 retired, ZZ not stated.
 */
export const employmentStatusCodes = ['01', '02', '03', '04', '05', '06', '07', '08', 'ZZ'] as const;
export type EmploymentStatusCode = (typeof employmentStatusCodes)[number];

/** What a goal is for: stay, return, find (WW-09) on the work side; a health goal on the other. */
export const goalKinds = [
  'HEALTH',
  'STAY_IN_WORK',
  'RETURN_TO_WORK',
  'FIND_WORK',
  'TRAINING',
  'VOLUNTEERING',
  'SOCIAL',
] as const;
export type GoalKind = (typeof goalKinds)[number];

/** How far a goal or an action has come; a goal can be achieved in part (HT-12). */
export const progressStates = [
  'OPEN',
  'UNDER_WAY',
  'ACHIEVED',
  'PARTLY_ACHIEVED',
  'NOT_ACHIEVED',
  'CANCELLED',
] as const;
export type ProgressState = (typeof progressStates)[number];

/** An intervention or onward referral, step by step (HWS-21, HWS-22). */
export const interventionStates = ['REQUESTED', 'ACCEPTED', 'DECLINED', 'ATTENDED', 'COMPLETED', 'CLOSED'] as const;
export type InterventionState = (typeof interventionStates)[number];

export const caseEventKinds = [
  'OPENED',
  'ASSIGNED',
  'EXTENDED',
  'ASSESSED',
  'PLANNED',
  'ACTION_RECORDED',
  'INTERVENTION_RECORDED',
  'NEEDS_RECORDED',
  'SNAPSHOT_RECORDED',
  'DISCHARGED',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];
