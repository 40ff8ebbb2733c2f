import { audiences } from '../../access/types.js';
import type {
  AdjustmentDocument,
  EmployerDocument,
  EmployerEnquiryDocument,
  SupportedStaffDocument,
} from '../../employer/document.js';
import * as words from '../../employer/words.js';
import {
  count,
  day,
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
} from './declare.js';

const actor = part({ subject: text, organisation: text, audience: required(oneOf(audiences)) });
const made = {
  recordedBy: required({ type: actor }),
  recordedAt: required(instant),
  inputDigest: required(digest),
} as const;

/** Employers as service users. */
export const employers = declareCollection<EmployerDocument>()(
  'employers',
  { name: text, headcount: required(count), postcodeDistrict: text, heldBy: text, organisation: text, ...made },
  {
    heldBy_recordedAt: index('heldBy', 'recordedAt'),
    organisation_recordedAt: index('organisation', 'recordedAt'),
  },
);

const advice = part({
  kind: required(oneOf(words.adviceKinds)),
  text: required(sealed),
  staffReached: count,
  at: required(instant),
  by: required({ type: actor }),
  key: text,
  inputDigest: required(digest),
});

/** What employers asked, and what they were advised. */
export const employerEnquiries = declareCollection<EmployerEnquiryDocument>()(
  'employerEnquiries',
  {
    employerId: text,
    caseId: { type: String },
    topic: required(oneOf(words.enquiryTopics)),
    question: required(sealed),
    state: required(oneOf(words.enquiryStates)),
    advice: listOf(advice),
    ...made,
  },
  {
    employerId_recordedAt: index('employerId', 'recordedAt'),
    caseId_recordedAt: index('caseId', 'recordedAt'),
  },
);

const said = part({
  since: required(day),
  until: day,
  at: required(instant),
  by: required({ type: actor }),
  key: text,
  inputDigest: required(digest),
});

/** Whose staff a client is supported as. */
export const supportedStaff = declareCollection<SupportedStaffDocument>()(
  'supportedStaff',
  { employerId: text, clientId: text, since: required(day), until: day, said: listOf(said) },
  { employerId_since: index('employerId', 'since'), clientId: index('clientId') },
);

const event = part({
  move: required(oneOf(words.adjustmentMoves)),
  to: required(oneOf(words.adjustmentStates)),
  effect: oneOf(words.adjustmentEffects),
  on: required(day),
  at: required(instant),
  by: required({ type: actor }),
  key: text,
  inputDigest: required(digest),
});

/** Adjustments at work. */
export const adjustments = declareCollection<AdjustmentDocument>()(
  'adjustments',
  {
    clientId: text,
    employerId: text,
    type: required(oneOf(words.adjustmentTypes)),
    wording: required(sealed),
    state: required(oneOf(words.adjustmentStates)),
    effect: oneOf(words.adjustmentEffects),
    caseId: { type: String },
    history: listOf(event),
    ...made,
  },
  {
    clientId_recordedAt: index('clientId', 'recordedAt'),
    employerId_clientId_recordedAt: index('employerId', 'clientId', 'recordedAt'),
  },
);
