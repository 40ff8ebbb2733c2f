import { caseEntries } from '../../support/words.js';
import type { PlaceGateDocument } from '../../support/places.js';
import { declareCollection, instant, listOf, oneOf, part, required, text } from './declare.js';

const pending = part({
  caseId: text,
  area: text,
  stream: { type: String },
  entry: required(oneOf(caseEntries)),
  referral: { type: String },
  at: required(instant),
});

/** Who is about to take a place in a programme. */
export const placeGates = declareCollection<PlaceGateDocument>()('placeGates', { pending: listOf(pending) }, {});
