import type { LedgerHeadDocument, LedgerNodeDocument } from '../documents/ledger-proof.js';
import { count, declareCollection, digest, instant, required, text, uniqueIndex } from './declare.js';

/** Parts of the ledger's Merkle trees. */
export const ledgerNodes = declareCollection<LedgerNodeDocument>()(
  'ledgerNodes',
  { writer: text, height: required(count), number: required(count), root: required(digest) },
  { writer_height_number: uniqueIndex('writer', 'height', 'number') },
);

/** Heads that were published. */
export const ledgerHeads = declareCollection<LedgerHeadDocument>()(
  'ledgerHeads',
  {
    writer: text,
    sequence: required(count),
    hash: required(digest),
    root: required(digest),
    at: required(instant),
    closed: { type: Boolean, required: true },
    signature: text,
  },
  { writer_sequence: uniqueIndex('writer', 'sequence') },
);
