import type { ClientId, OrganisationId } from '../../access/types.js';
import type { Stored } from '../port.js';

export const groundKinds = ['ENROLMENT', 'REFERRAL', 'CASE'] as const;

/** That an organisation works with a client. `id` is `<organisation>:<clientId>`. */
export interface RelationshipDocument extends Stored {
  readonly organisation: OrganisationId;
  readonly clientId: ClientId;
  readonly kind: 'REGISTERED_PRACTICE' | 'JOBCENTRE' | 'SUPPORT_PROVIDER' | 'COMMISSIONER';
  /** ISO instant from which it lasts without a break. */
  readonly since: string;
  /** ISO instant; absent while it lasts. */
  readonly until?: string;
  /** Why, and when each of them began and ended; absent where the organisation was enrolled with the client and nothing else. */
  readonly grounds?: readonly Ground[];
}

/** One reason for which an organisation works, or worked, with a client. */
export interface Ground {
  readonly kind: (typeof groundKinds)[number];
  /** The referral's or the case's id; of an enrolment the organisation's. */
  readonly of: string;
  /** ISO instants. */
  readonly since: string;
  readonly until?: string;
}
