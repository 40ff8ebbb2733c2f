import { audiences } from '../../access/types.js';
import { referralChannels, snapshotPoints, strands } from '../../programme/words.js';
import { barrierCodes } from '../../support/barriers.js';
import type { CaseDocument } from '../../support/case-document.js';
import { caseClocks } from '../../support/case-due.js';
import { caseGrounds } from '../../support/case-relation.js';
import {
  caseEntries,
  caseEventKinds,
  caseStatuses,
  employmentStatusCodes,
  interventionStates,
  progressStates,
} from '../../support/words.js';
import {
  count,
  day,
  declareCollection,
  digest,
  index,
  instant,
  listOf,
  oneOf,
  optionalListOf,
  part,
  required,
  sealed,
  text,
  uniqueIndex,
} from './declare.js';

const actor = part({ subject: text, organisation: text, audience: required(oneOf(audiences)) });
const number = { type: Number, min: 0 } as const;
const accountable = part({
  subject: text,
  role: text,
  from: required(instant),
  until: instant,
  reason: sealed,
});
const extension = part({ at: required(instant), reason: text, from: required(day), to: required(day) });
const snapshot = part({
  point: required(oneOf(snapshotPoints)),
  on: required(day),
  recordedAt: required(instant),
  employmentStatus: required(oneOf(employmentStatusCodes)),
  hoursPerWeek: number,
  absent: { type: Boolean },
  absentSince: day,
  daysAbsent: count,
});
const version = part({
  number: required(count),
  at: required(instant),
  by: required({ type: actor }),
  content: required(sealed),
  repeats: { type: Boolean },
});
const action = part({
  id: text,
  description: required(sealed),
  strand: required(oneOf(strands)),
  owner: text,
  dueOn: day,
  state: required(oneOf(progressStates)),
  changedAt: required(instant),
});
const intervention = part({
  id: text,
  category: text,
  provider: required(sealed),
  integrated: required({ type: Boolean }),
  barrier: oneOf(barrierCodes),
  state: required(oneOf(interventionStates)),
  requestedOn: required(day),
  acceptedOn: day,
  firstAttendedOn: day,
  completedOn: day,
});
const discharge = part({ on: required(day), reason: text, destination: sealed, bulk: { type: String } });
const dueClock = part({ clock: required(oneOf(caseClocks)), on: required(day) });
const event = part({
  kind: required(oneOf(caseEventKinds)),
  at: required(instant),
  by: required({ type: actor }),
  key: text,
  inputDigest: required(digest),
});

/** Cases of support. Every list that is asked for is a stretch of one index. */
export const cases = declareCollection<CaseDocument>()(
  'cases',
  {
    clientId: text,
    organisation: text,
    programme: text,
    programmeVersion: text,
    stream: text,
    area: text,
    referral: { type: String },
    channel: oneOf(referralChannels),
    status: required(oneOf(caseStatuses)),
    entry: required(oneOf(caseEntries)),
    slot: text,
    openedAt: required(instant),
    facts: required(sealed),
    manager: text,
    managers: listOf(accountable),
    plannedEndOn: required(day),
    nextLookOn: required(day),
    raised: optionalListOf(dueClock),
    ground: oneOf(caseGrounds),
    extensions: listOf(extension),
    snapshots: listOf(snapshot),
    assessments: listOf(version),
    plans: listOf(version),
    actions: listOf(action),
    interventions: listOf(intervention),
    needs: sealed,
    discharge: { type: discharge },
    history: listOf(event),
    idempotencyKey: text,
    inputDigest: required(digest),
  },
  {
    idempotencyKey: uniqueIndex('idempotencyKey'),
    slot: uniqueIndex('slot'),
    clientId_openedAt: index('clientId', 'openedAt'),
    organisation_status_openedAt: index('organisation', 'status', 'openedAt'),
    organisation_status_plannedEndOn: index('organisation', 'status', 'plannedEndOn'),
    organisation_manager_status_openedAt: index('organisation', 'manager', 'status', 'openedAt'),
    organisation_programme_status_openedAt: index('organisation', 'programme', 'status', 'openedAt'),
    programme_openedAt: index('programme', 'openedAt'),
    nextLookOn: index('nextLookOn'),
    status_programme_programmeVersion: index('status', 'programme', 'programmeVersion'),
    programme_area_stream_entry_status: index('programme', 'area', 'stream', 'entry', 'status'),
  },
);
