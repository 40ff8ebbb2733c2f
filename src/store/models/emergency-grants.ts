import { audiences, emergencyReasons, purposes } from '../../access/types.js';
import type { EmergencyGrantDocument } from '../documents/emergency-grant.js';
import { declareCollection, digest, index, instant, oneOf, required, sealed, text, uniqueIndex } from './declare.js';

/** Who opened whose record in an emergency. */
export const emergencyGrants = declareCollection<EmergencyGrantDocument>()(
  'emergencyGrants',
  {
    clientId: text,
    organisation: text,
    subject: text,
    issuer: text,
    onBehalfOf: { type: String },
    audience: required(oneOf(audiences)),
    purpose: required(oneOf(purposes)),
    reason: required(oneOf(emergencyReasons)),
    note: required(sealed),
    state: required(oneOf(['OPENING', 'OPEN'])),
    openedAt: required(instant),
    endsAt: required(instant),
    closedAt: instant,
    policyVersion: text,
    idempotencyKey: text,
    inputDigest: required(digest),
  },
  {
    endsAt: index('endsAt'),
    organisation_subject_endsAt: index('organisation', 'subject', 'endsAt'),
    idempotencyKey: uniqueIndex('idempotencyKey'),
  },
  { recall: 1_000 },
);
