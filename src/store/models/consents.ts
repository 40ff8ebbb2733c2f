import { audiences, dataCategories, purposes } from '../../access/types.js';
import type { Recipient } from '../../access/types.js';
import type { ConsentDocument } from '../documents.js';
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
  text,
  uniqueIndex,
} from './declare.js';

const period = part({ start: required(day), end: day });
const recipient = part({
  kind: required(oneOf(['organisation', 'audience'])),
  organisation: { type: String },
  audience: oneOf(audiences),
});

/** A consent that names nobody, or two at once, must never be stored: who it is for is the heart of it. */
function nameOneEach(recipients: readonly Partial<Record<Recipient['kind'], string>>[]): boolean {
  return (recipients as readonly (Partial<Record<Recipient['kind'], string>> & Pick<Recipient, 'kind'>)[]).every(
    (each) => Boolean(each[each.kind]) && !each[each.kind === 'audience' ? 'organisation' : 'audience'],
  );
}

/** Every version of every consent. */
export const consents = declareCollection<ConsentDocument>()(
  'consents',
  {
    consentId: text,
    consentVersion: required(count),
    clientId: text,
    consent: required({
      type: part({
        id: text,
        version: required(count),
        status: required(oneOf(['ACTIVE', 'WITHDRAWN'])),
        effect: required(oneOf(['PERMIT', 'DENY'])),
        categories: listOf(oneOf(dataCategories)),
        recipients: { ...listOf(recipient), validate: nameOneEach },
        purposes: listOf(oneOf(purposes)),
        period: required({ type: period }),
        dataPeriod: { type: period },
      }),
    }),
    evidence: required({
      type: part({
        method: required(oneOf(['SPOKEN', 'WRITTEN', 'ELECTRONIC'])),
        wording: text,
        language: text,
        givenBy: required(oneOf(['CLIENT', 'REPRESENTATIVE'])),
      }),
    }),
    recordedBy: required({
      type: part({ subject: text, organisation: text, audience: required(oneOf(audiences)) }),
    }),
    withdrawalReason: { type: String },
    recordedAt: required(instant),
    idempotencyKey: text,
    inputDigest: text,
  },
  {
    clientId_consentId_consentVersion: index('clientId', 'consentId', 'consentVersion'),
    consentId_consentVersion: index('consentId', 'consentVersion'),
    idempotencyKey: uniqueIndex('idempotencyKey'),
  },
  { recall: 5_000 },
);
