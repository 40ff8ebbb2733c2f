import { audiences } from '../../access/types.js';
import { contactModes } from '../../programme/words.js';
import { sessionStates, type GroupSessionDocument, type SessionDocument } from '../../support/session-document.js';
import {
  count,
  declareCollection,
  digest,
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

const actor = part({ subject: text, organisation: text, audience: required(oneOf(audiences)) });
const sitting = {
  startsAt: required(instant),
  minutes: required(count),
  topic: { type: String },
  mode: required(oneOf(contactModes)),
  hostedBy: text,
  deliveredBy: text,
  role: text,
} as const;

/** What each person has. */
export const sessions = declareCollection<SessionDocument>()(
  'sessions',
  {
    ...sitting,
    place: sealed,
    caseId: text,
    clientId: text,
    organisation: text,
    group: { type: String },
    state: required(oneOf(sessionStates)),
    bookedAt: required(instant),
    bookedBy: required({ type: actor }),
    closedAt: instant,
    idempotencyKey: text,
    inputDigest: required(digest),
  },
  { idempotencyKey: uniqueIndex('idempotencyKey'), caseId_startsAt: index('caseId', 'startsAt') },
);

/** Sittings of groups. */
export const groupSessions = declareCollection<GroupSessionDocument>()(
  'groupSessions',
  {
    ...sitting,
    place: { type: String },
    organisation: text,
    programme: text,
    programmeVersion: text,
    capacity: required(count),
    roster: listOf({ type: String }),
    series: text,
    number: required(count),
    idempotencyKey: text,
    inputDigest: required(digest),
  },
  { idempotencyKey: uniqueIndex('idempotencyKey'), organisation_startsAt: index('organisation', 'startsAt') },
);
