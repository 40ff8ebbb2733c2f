import type { Schema } from 'mongoose';
import { audiences, dataCategories, deepestException, purposes } from '../../access/types.js';
import { authorities, capacities } from '../../access/representation.js';
import type { ConsentDocument } from '../documents.js';
import {
  count,
  day,
  declareCollection,
  index,
  instant,
  listOf,
  oneOf,
  optionalListOf,
  part,
  required,
  sealed,
  text,
  uniqueIndex,
} from './declare.js';

const actedFor = part({ representation: text, authority: required(oneOf(authorities)), until: day });
const period = part({ start: required(day), end: day });
const recipient = part({
  kind: required(oneOf(['organisation', 'audience', 'person'])),
  organisation: { type: String },
  audience: oneOf(audiences),
  subject: { type: String },
  issuer: { type: String },
});

/** A consent that names nobody, or two at once, must never be stored: who it is for is the heart of it. */
function nameOneEach(recipients: readonly Partial<Record<string, string>>[]): boolean {
  return recipients.every(({ kind, organisation, audience, subject, issuer }) => {
    const isPart = Boolean(audience);
    if (kind === 'audience') return isPart && !organisation && !subject && !issuer;
    return !isPart && Boolean(organisation) && (kind === 'person' ? Boolean(subject) : !subject && !issuer);
  });
}
const recipients = { ...listOf(recipient), validate: nameOneEach };

/** As deep as the desk lets them nest; a schema that holds itself would have no end. */
function exceptionPart(depth: number): Schema {
  return part({
    categories: optionalListOf(oneOf(dataCategories)),
    recipients: { ...recipients, required: false },
    purposes: optionalListOf(oneOf(purposes)),
    period: { type: period },
    dataPeriod: { type: period },
    ...(depth > 1 && { exceptions: optionalListOf(exceptionPart(depth - 1)) }),
  });
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
        recipients,
        purposes: listOf(oneOf(purposes)),
        period: required({ type: period }),
        dataPeriod: { type: period },
        exceptions: optionalListOf(exceptionPart(deepestException)),
        supersedes: optionalListOf({ type: String }),
        givenOn: day,
        request: { type: part({ what: text, assessmentPeriodFrom: day, completedOn: day }) },
      }),
    }),
    evidence: required({
      type: part({
        method: required(oneOf(['SPOKEN', 'WRITTEN', 'ELECTRONIC'])),
        wording: required(sealed),
        language: text,
        givenBy: required(oneOf(['CLIENT', 'REPRESENTATIVE'])),
        capacity: oneOf(capacities),
        representative: { type: actedFor },
      }),
    }),
    recordedBy: required({
      type: part({ subject: text, organisation: text, audience: required(oneOf(audiences)) }),
    }),
    withdrawalReason: sealed,
    withdrawnFor: { type: actedFor },
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
