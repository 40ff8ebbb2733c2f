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
    enrolledAt: required(instant),
    traceDueAt: required(instant),
  },
  { enrolledAt: index('enrolledAt'), traceDueAt: index('traceDueAt') },
);
