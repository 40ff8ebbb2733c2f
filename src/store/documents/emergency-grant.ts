import type { Audience, ClientId, EmergencyReason, OrganisationId, Purpose } from '../../access/types.js';
import type { Sealed } from '../documents.js';
import type { Stored } from '../port.js';

/** That one person opened one client's record in an emergency. */
export interface EmergencyGrantDocument extends Stored {
  readonly clientId: ClientId;
  readonly organisation: OrganisationId;
  readonly subject: string;
  readonly issuer: string;
  /** The end user, where a system's token named one: then the grant is theirs alone. */
  readonly onBehalfOf?: string;
  readonly audience: Audience;
  readonly purpose: Purpose;
  readonly reason: EmergencyReason;
  /** Sealed: what they wrote. */
  readonly note: Sealed;
  /** `OPENING` opens nothing: the client's notice and the review must be stored first. */
  readonly state: 'OPENING' | 'OPEN';
  readonly openedAt: string;
  /** ISO instant of its end: its clock's, or the moment in which it was closed before that. */
  readonly endsAt: string;
  /** Present where it was closed before its time. */
  readonly closedAt?: string;
  readonly policyVersion: string;
  /** `<organisation>:<subject>:<key>`; unique. */
  readonly idempotencyKey: string;
  readonly inputDigest: string;
}
