import { audiences } from '../../access/types.js';
import { adjustmentStates, employerEntryKinds, type EmployerCaseDocument } from '../../support/employer-case.js';
import { caseStatuses } from '../../support/words.js';
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

const entry = part({
  at: required(instant),
  by: required({ type: part({ subject: text, organisation: text, audience: required(oneOf(audiences)) }) }),
  kind: required(oneOf(employerEntryKinds)),
  text: required(sealed),
  adjustment: oneOf(adjustmentStates),
  staff: count,
  key: text,
  inputDigest: required(digest),
});

/** Employers as service users. */
export const employerCases = declareCollection<EmployerCaseDocument>()(
  'employerCases',
  {
    organisation: text,
    programme: text,
    programmeVersion: text,
    stream: text,
    area: text,
    employer: text,
    employerOrganisation: { type: String },
    headcount: count,
    status: required(oneOf(caseStatuses)),
    openedAt: required(instant),
    closedAt: instant,
    entries: listOf(entry),
    idempotencyKey: text,
    inputDigest: required(digest),
  },
  {
    idempotencyKey: uniqueIndex('idempotencyKey'),
    organisation_status_openedAt: index('organisation', 'status', 'openedAt'),
    employerOrganisation_status_openedAt: index('employerOrganisation', 'status', 'openedAt'),
  },
);
