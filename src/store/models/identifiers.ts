import type { IdentifierDocument } from '../documents.js';
import { declareCollection, index, oneOf, required, text } from './declare.js';

/** From an identifier's keyed hash (the id) to a client. */
export const identifiers = declareCollection<IdentifierDocument>()(
  'identifiers',
  {
    clientId: text,
    status: required(oneOf(['CURRENT', 'SUPERSEDED'])),
  },
  { clientId: index('clientId') },
  { recall: 5_000 },
);
