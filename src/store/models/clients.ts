import type { ClientDocument } from '../documents.js';
import { declareCollection, index, instant, oneOf, required, sealed } from './declare.js';
import { linkEvents } from './links.js';

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
    mergedInto: { type: String },
    keptApartFrom: { type: [{ type: String }], default: undefined },
    links: linkEvents,
  },
  { enrolledAt: index('enrolledAt'), traceDueAt: index('traceDueAt'), mergedInto: index('mergedInto') },
  { recall: 5_000 },
);
