import { audiences, dataCategories } from '../../access/types.js';
import type { CorrectionDocument } from '../../correction/document.js';
import { correctionMoves, correctionRefusals, correctionStates } from '../../correction/machine.js';
import { authorities } from '../../access/representation.js';
import { day, declareCollection, index, instant, listOf, oneOf, part, required, sealed, text, uniqueIndex } from './declare.js'; // prettier-ignore

const person = part({ organisation: text, subject: text });
const step = part({
  move: required(oneOf(correctionMoves)),
  at: required(instant),
  by: required({ type: person }),
  refusal: oneOf(correctionRefusals),
  words: sealed,
  key: text,
});

/** What was said to be wrong in a record, and what became of it. */
export const corrections = declareCollection<CorrectionDocument>()(
  'corrections',
  {
    clientId: text,
    category: required(oneOf(dataCategories)),
    source: text,
    says: sealed,
    shouldSay: required(sealed),
    evidence: sealed,
    requestedBy: required({ type: part({ organisation: text, subject: text, audience: required(oneOf(audiences)) }) }),
    requestedFor: { type: part({ representation: text, authority: required(oneOf(authorities)), until: day }) },
    addressedTo: text,
    state: required(oneOf(correctionStates)),
    requestedAt: required(instant),
    dueOn: required(day),
    moves: listOf(step),
    idempotencyKey: text,
  },
  {
    clientId_requestedAt: index('clientId', 'requestedAt'),
    idempotencyKey: uniqueIndex('idempotencyKey'),
  },
);
