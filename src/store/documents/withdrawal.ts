import type { ClientId } from '../../access/types.js';
import type { Stored } from '../port.js';

/**
 * That a consent is being withdrawn, written before the withdrawal itself: whatever a crash cuts short afterwards is found by
 * it and finished. `id` is the id of the consent's version that withdraws it (`<consentId>:<version, six digits>`).
 */
export interface WithdrawalDocument extends Stored {
  readonly consentId: string;
  readonly clientId: ClientId;
  /** ISO instant. */
  readonly begunAt: string;
  /** Whether something of it may still be to do: somebody to tell, a feed to end. */
  readonly open: boolean;
  /** ISO instant; present once all is done. */
  readonly finishedAt?: string;
}
