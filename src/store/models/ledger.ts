import { audiences, bases, dataCategories, purposes, withheldReasons } from '../../access/types.js';
import { authorities } from '../../access/representation.js';
import type { LedgerDocument } from '../documents.js';
import {
  count,
  day,
  declareCollection,
  digest,
  deferredIndex,
  instant,
  listOf,
  oneOf,
  part,
  required,
  text,
  uniqueIndex,
} from './declare.js';

const line = part({
  section: text,
  category: oneOf(dataCategories),
  outcome: required(oneOf(['PERMITTED', 'REFUSED', 'NOT_FOUND', 'CHANGED'])),
  rule: text,
  basis: required(oneOf(bases)),
  reason: oneOf(withheldReasons),
  consents: listOf({ type: String }),
  sources: listOf({ type: String }),
});

const flag = required({ type: Boolean });
const inputs = part({
  today: required(day),
  related: flag,
  locationRestricted: flag,
  emergency: {
    type: part({
      grant: text,
      organisation: text,
      subject: text,
      endsAt: required(instant),
      at: required(instant),
    }),
  },
  proxy: {
    type: part({
      authority: required(oneOf(authorities)),
      representation: text,
      categories: listOf(oneOf(dataCategories)),
      period: required({ type: part({ start: required(day), end: day }) }),
    }),
  },
  consents: listOf({ type: String }),
});

/** Who was shown what, and who was refused. Append-only. */
export const ledger = declareCollection<LedgerDocument>()(
  'ledger',
  {
    writer: text,
    sequence: required(count),
    // Empty at the head of a chain, which mongoose's `required` would refuse.
    previousHash: { type: String },
    hash: text,
    salt: { type: String },
    at: required(instant),
    clientId: { type: String },
    viewer: required({
      type: part({
        subject: text,
        organisation: text,
        audience: required(oneOf(audiences)),
        purpose: required(oneOf(purposes)),
        onBehalfOf: { type: String },
        application: { type: String },
        issuer: { type: String },
      }),
    }),
    operation: required({ type: part({ name: text, digest: required(digest) }) }),
    correlationId: text,
    policyVersion: text,
    lines: listOf(line),
    format: { type: Number, validate: (format: number) => [2, 3].includes(format) },
    inputs: { type: inputs },
    decisions: digest,
    throughAnother: { type: Boolean },
    firstByOrganisation: { type: Boolean },
  },
  {
    writer_sequence: uniqueIndex('writer', 'sequence'),
    clientId_at: deferredIndex('clientId', 'at'),
    'viewer.organisation_at': deferredIndex('viewer.organisation', 'at'),
    'viewer.organisation_viewer.subject_at': deferredIndex('viewer.organisation', 'viewer.subject', 'at'),
  },
);
