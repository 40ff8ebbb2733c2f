import type {
  ClientResolvers,
  ReferralResolvers,
  ReferralsResolvers,
  SupportCaseResolvers,
  SupportResolvers,
  SupportSessionResolvers,
} from '../generated.js';
import { locationWithheld, taken } from '../items.js';

const Client: Pick<ClientResolvers, 'referrals' | 'support'> = {
  referrals: (file, _args, { load }) => load.referrals(file),
  support: (file, _args, { load }) => load.support(file),
};

const Referrals: ReferralsResolvers = { items: taken };
const Referral: ReferralResolvers = { locationWithheld };
const Support: SupportResolvers = { cases: taken };
const SupportCase: SupportCaseResolvers = {
  locationWithheld,
  sessions: ({ sessions }, args) => taken({ items: sessions }, args),
};
const SupportSession: SupportSessionResolvers = { locationWithheld };

export const support = { Client, Referrals, Referral, Support, SupportCase, SupportSession };
