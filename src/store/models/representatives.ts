import { authorities, representativeActs } from '../../access/representation.js';
import { audiences, dataCategories } from '../../access/types.js';
import type { RepresentativeDocument } from '../documents/representative.js';
import {
  count,
  day,
  declareCollection,
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

/** Every version of everybody's authority to act for somebody else. */
export const representatives = declareCollection<RepresentativeDocument>()(
  'representatives',
  {
    representativeId: text,
    representativeVersion: required(count),
    clientId: text,
    representation: required({
      type: part({
        id: text,
        version: required(count),
        status: required(oneOf(['ACTIVE', 'ENDED'])),
        authority: required(oneOf(authorities)),
        categories: listOf(oneOf(dataCategories)),
        acts: listOf(oneOf(representativeActs)),
        period: required({ type: part({ start: required(day), end: day }) }),
      }),
    }),
    personKey: text,
    person: sealed,
    name: required(sealed),
    evidence: required(sealed),
    recordedBy: required({ type: part({ subject: text, organisation: text, audience: required(oneOf(audiences)) }) }),
    recordedAt: required(instant),
    idempotencyKey: text,
    inputDigest: text,
  },
  {
    clientId_representativeId_representativeVersion: index('clientId', 'representativeId', 'representativeVersion'),
    representativeId_representativeVersion: index('representativeId', 'representativeVersion'),
    personKey_representativeId_representativeVersion: index('personKey', 'representativeId', 'representativeVersion'),
    idempotencyKey: uniqueIndex('idempotencyKey'),
  },
);
