import type { Representation } from '../../access/representation.js';
import type { Audience, ClientId, OrganisationId } from '../../access/types.js';
import type { Sealed } from '../documents.js';
import type { Stored } from '../port.js';

/** One version of one person's authority to act for a client; never overwritten. `id` is `<representativeId>:<version, six digits>`. */
export interface RepresentativeDocument extends Stored {
  readonly representativeId: string;
  readonly representativeVersion: number;
  readonly clientId: ClientId;
  readonly representation: Representation;
  /** Keyed hash of the NHS number under which the representative signs in. */
  readonly personKey: string;
  /** That number. Absent in what a hub of store format 1 recorded: then the hash above stays under the key of its time. */
  readonly person?: Sealed;
  /** The representative's name. */
  readonly name: Sealed;
  /** What was seen: the order of the court, the registered power, the birth certificate. */
  readonly evidence: Sealed;
  readonly recordedBy: { readonly subject: string; readonly organisation: OrganisationId; readonly audience: Audience };
  readonly recordedAt: string;
  /** `<organisation>:<subject>:<key>`; unique, so that a repeated mutation finds its first result. */
  readonly idempotencyKey: string;
  /** SHA-256 of the mutation's input: the same key with another input is refused. */
  readonly inputDigest: string;
}
