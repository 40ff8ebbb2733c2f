import type { PolicyDocument } from '../documents/policy.js';
import { day, declareCollection, digest, instant, listOf, required, text } from './declare.js';

/** Every version of the sharing policy that was ever active: what a decision of its day is replayed by. */
export const policies = declareCollection<PolicyDocument>()(
  'policies',
  {
    text,
    digest: required(digest),
    effectiveFrom: required(day),
    activatedAt: listOf(instant),
  },
  {},
);
