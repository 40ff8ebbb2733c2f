import { audiences } from '../../access/types.js';
import { linkEventKinds, linkEvidence, unlinkReasons } from '../documents/link.js';
import { digest, instant, oneOf, part, required, sealed, text, type Field } from './declare.js';

/** The history of a client's links, inside the client's own document. */
export const linkEvents = {
  type: [
    part({
      id: text,
      kind: required(oneOf(linkEventKinds)),
      system: text,
      identifier: sealed,
      other: { type: String },
      at: required(instant),
      since: instant,
      by: required({
        type: part({ subject: text, organisation: text, audience: required(oneOf([...audiences, 'HUB'])) }),
      }),
      evidence: required(oneOf(linkEvidence)),
      match: { type: String },
      reason: oneOf(unlinkReasons),
      idempotencyKey: { type: String },
      inputDigest: digest,
    }),
  ],
  default: undefined,
} satisfies Field;
