import type { Audience } from '../access/types.js';
import type { ReferralChannel } from './words.js';

/** The ways in that each audience stands for; a caller cannot refer as somebody that they are not. */
const channels: Readonly<Record<Audience, readonly ReferralChannel[]>> = {
  CLINICIAN: ['GENERAL_PRACTICE', 'OTHER_CLINICIAN'],
  WORK_COACH: ['JOBCENTRE'],
  EMPLOYER: ['EMPLOYER'],
  LOCAL_SERVICE: ['LOCAL_SERVICE'],
  WORK_AND_HEALTH_COACH: ['LOCAL_SERVICE'],
  PROVIDER_MANAGER: ['LOCAL_SERVICE'],
  CLIENT: ['SELF'],
  COMMISSIONER: [],
  PRIVACY_OFFICER: [],
};

export const channelsOf = (audience: Audience): readonly ReferralChannel[] => channels[audience];

/** Whether somebody of this audience may move a referral: who may refer may also take one on. */
export const mayTakePart = (audience: Audience): boolean => channels[audience].length > 0;
