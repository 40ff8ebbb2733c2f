import type { Audience } from '../access/types.js';
import type { ReferralChannel } from './words.js';

/**
 * The ways in that each audience stands for, what they refer by where they do not say first; a caller cannot refer as somebody that
 * they are not. A pharmacist is a clinician (WW-03), and whoever meets people at events is of a local service or a provider (HT-11). A probation service
 * refers as a local service: that somebody is on probation is offender data, and a channel would tell it to everybody who takes part.
 */
const channels: Readonly<Record<Audience, readonly ReferralChannel[]>> = {
  CLINICIAN: ['GENERAL_PRACTICE', 'OTHER_CLINICIAN', 'PHARMACIST'],
  WORK_COACH: ['JOBCENTRE'],
  EMPLOYER: ['EMPLOYER'],
  LOCAL_SERVICE: ['LOCAL_SERVICE', 'OUTREACH'],
  WORK_AND_HEALTH_COACH: ['LOCAL_SERVICE', 'OUTREACH'],
  PROVIDER_MANAGER: ['LOCAL_SERVICE', 'OUTREACH'],
  CLIENT: ['SELF'],
  COMMISSIONER: [],
  EVALUATOR: [],
  PRIVACY_OFFICER: [],
};

export const channelsOf = (audience: Audience): readonly ReferralChannel[] => channels[audience];

/** Whether somebody of this audience may move a referral: who may refer may also take one on. */
export const mayTakePart = (audience: Audience): boolean => channels[audience].length > 0;
