import type { ClientId } from '../../access/types.js';
import type { Sealed } from '../documents.js';
import type { Stored } from '../port.js';
import type { LinkActor, UnlinkReason } from './link.js';

/**
 * That a link was wrong, and what is to be done about it: the one document that decides. DECIDED until the client's record no longer
 * has the link; whoever finds it so finishes it. It stays for good, since the history of both people rests on it.
 */
export interface UnlinkDocument extends Stored {
  /** Whose record the link stood in. */
  readonly clientId: ClientId;
  /** Whose identifier or record it is, where that is known. */
  readonly ownerId?: ClientId;
  /** `nino`, an adapter's name, or `client` for another record of the same person. */
  readonly system: string;
  /** Sealed: what was linked. */
  readonly identifier?: Sealed;
  /** ISO instants between which answers rested on the link. `until` once it is DONE. */
  readonly since: string;
  readonly until?: string;
  readonly state: 'DECIDED' | 'DONE';
  readonly reason: UnlinkReason;
  /** Sealed: what the reviewer wrote. */
  readonly note?: Sealed;
  readonly by: LinkActor;
  readonly decidedAt: string;
}
