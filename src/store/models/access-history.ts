import { historyDelayReasons } from '../documents/access-history.js';
import type { FirstAccessDocument, HistoryDelayDocument } from '../documents/access-history.js';
import { day, declareCollection, index, instant, oneOf, optionalListOf, part, required, text } from './declare.js';

/** Which organisations have seen something of whom, and since when. */
export const firstAccesses = declareCollection<FirstAccessDocument>()(
  'firstAccesses',
  { clientId: text, organisation: text, at: required(instant) },
  { at: index('at') },
);

/** Entries of access histories that are shown later. */
export const historyDelays = declareCollection<HistoryDelayDocument>()(
  'historyDelays',
  {
    clientId: text,
    record: { type: String },
    organisation: { type: String },
    notices: optionalListOf({ type: String }),
    reason: required(oneOf(historyDelayReasons)),
    until: required(day),
    recordedBy: required({ type: part({ subject: text, organisation: text }) }),
    recordedAt: required(instant),
  },
  { clientId_until: index('clientId', 'until') },
);
