import { audiences } from '../../access/types.js';
import { matchOrigins, matchStates, type MatchDocument } from '../documents/match.js';
import {
  declareCollection,
  index,
  instant,
  listOf,
  oneOf,
  part,
  required,
  sealed,
  text,
  uniqueIndex,
} from './declare.js';

const weight = required({ type: Number });

/** Possible matches, and what became of them. */
export const matches = declareCollection<MatchDocument>()(
  'matches',
  {
    dedupeKey: text,
    state: required(oneOf(matchStates)),
    origin: required(oneOf(matchOrigins)),
    requestedBy: required({ type: part({ subject: text, organisation: text, audience: oneOf(audiences) }) }),
    proposal: required(sealed),
    requestedAt: required(instant),
    workDueAt: required(instant),
    candidate: sealed,
    waterfall: {
      type: part({
        modelVersion: text,
        prior: weight,
        steps: listOf(part({ field: text, level: text, weight })),
        total: weight,
      }),
    },
    decidedBy: { type: part({ subject: text, organisation: text }) },
    decidedAt: instant,
    reason: sealed,
    clientId: { type: String },
  },
  { dedupeKey: uniqueIndex('dedupeKey'), state_workDueAt: index('state', 'workDueAt') },
);
