import type { ClientDocument } from '../documents.js';
import { declareCollection, index, instant, oneOf, required, sealed } from './declare.js';

/** The people the hub knows. */
export const clients = declareCollection<ClientDocument>()(
  'clients',
  {
    subject: required(sealed),
    restriction: required(oneOf(['U', 'R', 'V', 'UNKNOWN'])),
    trace: sealed,
    tracedAt: instant,
    invalidated: Boolean,
    enrolledAt: required(instant),
  },
  { enrolledAt: index('enrolledAt') },
);
