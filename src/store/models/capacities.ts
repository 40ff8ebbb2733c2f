import type { CapacityDocument } from '../../referral/capacity.js';
import { count, declareCollection, index, instant, required, text } from './declare.js';

/** What gateways say of their own room. */
export const capacities = declareCollection<CapacityDocument>()(
  'capacities',
  {
    organisation: text,
    accepting: { type: Boolean, required: true },
    freePlaces: count,
    expectedWaitDays: count,
    asOf: required(instant),
    reportedBy: text,
    idempotencyKey: text,
  },
  { organisation: index('organisation') },
);
