import { audiences } from '../../access/types.js';
import { taskKinds, taskOutcomes, taskStates, type TaskDocument } from '../documents/task.js';
import {
  count,
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

const flag = { type: Boolean, required: true } as const;
const audience = required(oneOf(audiences));
const person = part({ organisation: text, subject: text });
const move = part({
  what: required(oneOf(['RAISED', 'ESCALATED', 'REASSIGNED', 'COMPLETED'])),
  at: required(instant),
  owner: required({ type: part({ organisation: text, audience }) }),
  by: { type: person },
  reason: sealed,
  key: { type: String },
});

/** The queue of work that a person must do. */
export const tasks = declareCollection<TaskDocument>()(
  'tasks',
  {
    kind: required(oneOf(taskKinds)),
    dedupeKey: text,
    organisation: text,
    audience,
    state: required(oneOf(taskStates)),
    open: flag,
    watched: flag,
    level: required(count),
    raisedAt: required(instant),
    dueAt: required(instant),
    clientId: { type: String },
    details: required(sealed),
    excluded: listOf(person),
    moves: listOf(move),
    outcome: oneOf(taskOutcomes),
    completedAt: instant,
  },
  {
    dedupeKey: uniqueIndex('dedupeKey'),
    organisation_audience_open_dueAt: index('organisation', 'audience', 'open', 'dueAt'),
    organisation_audience_open_kind_dueAt: index('organisation', 'audience', 'open', 'kind', 'dueAt'),
    watched_dueAt: index('watched', 'dueAt'),
  },
);
