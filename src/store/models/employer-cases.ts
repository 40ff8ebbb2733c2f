import { audiences } from '../../access/types.js';
import type { EmployerCaseDocument } from '../../employer/case-document.js';
import { caseClocks } from '../../support/case-due.js';
import { caseStatuses } from '../../support/words.js';
import {
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
  text,
  uniqueIndex,
} from './declare.js';

const actor = part({ subject: text, organisation: text, audience: required(oneOf(audiences)) });
const dueClock = part({ clock: required(oneOf(caseClocks)), on: required(day) });
const change = part({
  kind: required(oneOf(['EXTENDED', 'DISCHARGED'])),
  reason: text,
  from: day,
  to: day,
  at: required(instant),
  by: required({ type: actor }),
  key: text,
  inputDigest: required(digest),
});

/** Cases of employers. */
export const employerCases = declareCollection<EmployerCaseDocument>()(
  'employerCases',
  {
    employerId: text,
    organisation: text,
    programme: text,
    programmeVersion: text,
    stream: text,
    area: text,
    status: required(oneOf(caseStatuses)),
    slot: text,
    openedAt: required(instant),
    plannedEndOn: required(day),
    nextLookOn: required(day),
    raised: optionalListOf(dueClock),
    discharge: { type: part({ on: required(day), reason: text }) },
    changes: listOf(change),
    recordedBy: required({ type: actor }),
    recordedAt: required(instant),
    inputDigest: required(digest),
  },
  {
    slot: uniqueIndex('slot'),
    organisation_status_openedAt: index('organisation', 'status', 'openedAt'),
    employerId_status_openedAt: index('employerId', 'status', 'openedAt'),
    nextLookOn: index('nextLookOn'),
    status_programme_programmeVersion: index('status', 'programme', 'programmeVersion'),
  },
);
