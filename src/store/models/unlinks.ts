import { audiences } from '../../access/types.js';
import { unlinkReasons } from '../documents/link.js';
import type { UnlinkDocument } from '../documents/unlink.js';
import { declareCollection, index, instant, oneOf, part, required, sealed, text } from './declare.js';

/** Links that were wrong. */
export const unlinks = declareCollection<UnlinkDocument>()(
  'unlinks',
  {
    clientId: text,
    ownerId: { type: String },
    system: text,
    identifier: sealed,
    since: required(instant),
    until: instant,
    state: required(oneOf(['DECIDED', 'DONE'])),
    reason: required(oneOf(unlinkReasons)),
    note: sealed,
    by: required({
      type: part({ subject: text, organisation: text, audience: required(oneOf([...audiences, 'HUB'])) }),
    }),
    decidedAt: required(instant),
  },
  { clientId: index('clientId'), ownerId: index('ownerId'), state: index('state') },
);
