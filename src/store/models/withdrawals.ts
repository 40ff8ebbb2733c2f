import type { WithdrawalDocument } from '../documents/withdrawal.js';
import { declareCollection, index, instant, required, text } from './declare.js';

/** What follows from withdrawals, and whether it was done. */
export const withdrawals = declareCollection<WithdrawalDocument>()(
  'withdrawals',
  {
    consentId: text,
    clientId: text,
    begunAt: required(instant),
    open: { type: Boolean, required: true },
    finishedAt: instant,
  },
  { begunAt: index('begunAt'), open_begunAt: index('open', 'begunAt') },
);
