/** The closed lists that every programme shares: what is counted across programmes must mean the same in each (HWS-38). */

/** Who sends somebody (X-01, WW-03): closed, so that routes can be compared; a programme adds its own words. */
export const referralChannels = [
  'GENERAL_PRACTICE',
  'OTHER_CLINICIAN',
  'PHARMACIST',
  'JOBCENTRE',
  'EMPLOYER',
  'LOCAL_SERVICE',
  'OUTREACH',
  'SELF',
] as const;
export type ReferralChannel = (typeof referralChannels)[number];

/** Whom a stream serves: an employer can be a service user of its own (HWS-03). */
export const pathways = ['PERSON', 'EMPLOYER'] as const;
export type Pathway = (typeof pathways)[number];

/** The two journeys that meet on one plan (WL-15), and what stands around them. */
export const strands = ['HEALTH', 'WORK', 'SOCIAL'] as const;
export type Strand = (typeof strands)[number];

/** How support is given (WW-12). */
export const contactModes = ['IN_PERSON', 'TELEPHONE', 'VIDEO', 'TEXT', 'EMAIL'] as const;
export type ContactMode = (typeof contactModes)[number];

export const sessionKinds = ['INDIVIDUAL', 'GROUP'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** How a case ends (HWS-23, X-21). A programme's own reasons each have one of these kinds. */
export const dischargeKinds = [
  'COMPLETED',
  'DISENGAGED',
  'DECLINED',
  'NOT_ELIGIBLE',
  'MOVED_AWAY',
  'REFERRED_ON',
  'TIME_ENDED',
  'SERVICE_CLOSED',
  'DIED',
] as const;
export type DischargeKind = (typeof dischargeKinds)[number];

/** Events at which employment status and absence are kept, never to be overwritten (WW-17, X-09; WHSS: 3 and 6 months). */
export const snapshotPoints = ['FIRST_APPOINTMENT', 'DISCHARGE', 'MONTHS_3', 'MONTHS_6'] as const;
export type SnapshotPoint = (typeof snapshotPoints)[number];

/** Whom a rate can leave out: by their work when they began, or because they were counted before. */
export const rateExclusions = ['IN_PAID_WORK_AT_ENTRY', 'CAME_AGAIN'] as const;

/** What a measure's answer is. */
export const measureKinds = ['SCORE', 'YES_NO', 'SCALE', 'COUNT'] as const;

/** The part a partner plays in a programme. */
export const partnerParts = [
  'FUNDER',
  'COMMISSIONER',
  'GATEWAY',
  'PROVIDER',
  'HEALTH_PARTNER',
  'REFERRER',
  'SPONSOR',
  'EVALUATOR',
] as const;

/** What is offered instead to somebody who is not eligible (HWS-37). */
export const alternativeKinds = ['LIGHT_TOUCH', 'OTHER_STREAM', 'OTHER_PROGRAMME', 'EXTERNAL_SERVICE'] as const;
export type AlternativeKind = (typeof alternativeKinds)[number];
