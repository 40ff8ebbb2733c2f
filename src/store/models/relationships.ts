import type { RelationshipDocument } from '../documents.js';
import { declareCollection, index, instant, oneOf, required, text } from './declare.js';

/** Which organisation works with which client. */
export const relationships = declareCollection<RelationshipDocument>()(
  'relationships',
  {
    organisation: text,
    clientId: text,
    kind: required(oneOf(['REGISTERED_PRACTICE', 'JOBCENTRE', 'SUPPORT_PROVIDER', 'COMMISSIONER'])),
    since: required(instant),
    until: instant,
  },
  { organisation_since: index('organisation', 'since'), clientId: index('clientId') },
  { recall: 5_000 },
);
