/** The closed lists of the employer pathway (reference/employment-support.md HWS-03, HWS-24, WW-14). */

/** By headcount. A small or medium employer has under 250 staff, so exactly 250 is LARGE (HWS-14, HWS-15). */
export const sizeBands = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'] as const;
export type SizeBand = (typeof sizeBands)[number];

export const enquiryTopics = [
  'SICKNESS_ABSENCE',
  'RETURN_TO_WORK',
  'ADJUSTMENTS',
  'MENTAL_HEALTH_AT_WORK',
  'RECRUITMENT',
  'WORKPLACE_POLICY',
  'OTHER',
] as const;
export type EnquiryTopic = (typeof enquiryTopics)[number];

export const enquiryStates = ['OPEN', 'ADVISED', 'CLOSED'] as const;
export type EnquiryState = (typeof enquiryStates)[number];

export const adviceKinds = ['TELEPHONE', 'WRITTEN', 'VISIT', 'TRAINING', 'SIGNPOSTED'] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/** The four tick boxes of the fit note first, so that what a doctor advises and what an employer does can be compared. */
export const adjustmentTypes = [
  'PHASED_RETURN',
  'ALTERED_HOURS',
  'AMENDED_DUTIES',
  'WORKPLACE_ADAPTATIONS',
  'EQUIPMENT',
  'REMOTE_WORKING',
  'EXTRA_BREAKS',
  'SUPPORT_PERSON',
  'TIME_OFF_FOR_APPOINTMENTS',
  'TRAVEL',
] as const;
export type AdjustmentType = (typeof adjustmentTypes)[number];

export const adjustmentStates = ['PROPOSED', 'AGREED', 'IN_PLACE', 'DECLINED', 'WITHDRAWN', 'ENDED'] as const;
export type AdjustmentState = (typeof adjustmentStates)[number];

export const adjustmentMoves = ['AGREE', 'DECLINE', 'PUT_IN_PLACE', 'REVIEW', 'WITHDRAW', 'END'] as const;
export type AdjustmentMove = (typeof adjustmentMoves)[number];

/** What an adjustment did for staying in or returning to work. */
export const adjustmentEffects = ['HELPED', 'HELPED_PARTLY', 'NO_EFFECT', 'MADE_WORSE', 'TOO_EARLY'] as const;
export type AdjustmentEffect = (typeof adjustmentEffects)[number];
