import { groundKinds, type RelationshipDocument } from '../documents/relationship.js';
import { declareCollection, index, instant, oneOf, optionalListOf, part, required, text } from './declare.js';

const ground = part({ kind: required(oneOf(groundKinds)), of: text, since: required(instant), until: instant });

/** Which organisation works with which client. */
export const relationships = declareCollection<RelationshipDocument>()(
  'relationships',
  {
    organisation: text,
    clientId: text,
    kind: required(oneOf(['REGISTERED_PRACTICE', 'JOBCENTRE', 'SUPPORT_PROVIDER', 'COMMISSIONER'])),
    since: required(instant),
    until: instant,
    grounds: optionalListOf(ground),
  },
  { organisation_since: index('organisation', 'since'), clientId: index('clientId') },
  { recall: 5_000 },
);
