import type { ClientId, OrganisationId } from '../../access/types.js';
import type { Stored } from '../port.js';

/** That an organisation has seen something of a person. `id` is `<clientId>:<organisation>`. */
export interface FirstAccessDocument extends Stored {
  readonly clientId: ClientId;
  readonly organisation: OrganisationId;
  /** ISO instant. */
  readonly at: string;
}

/**
 * That a privacy officer keeps entries out of a person's access history until a day, because seeing them could put somebody in
 * danger. It ends by itself; the ledger has every record all the while, and the delay stays here. `id` is its scoped idempotency key.
 */
export interface HistoryDelayDocument extends Stored {
  readonly clientId: ClientId;
  /** One entry, by its ledger record's id; or else every entry of an organisation's callers. */
  readonly record?: string;
  readonly organisation?: string;
  /** Ids of the notices that tell of the same entry. */
  readonly notices?: readonly string[];
  readonly reason: HistoryDelayReason;
  /** ISO day from which the person sees the entries. */
  readonly until: string;
  readonly recordedBy: { readonly subject: string; readonly organisation: OrganisationId };
  /** ISO instant. */
  readonly recordedAt: string;
}

export const historyDelayReasons = ['DANGER_TO_CLIENT', 'DANGER_TO_OTHERS', 'LAWFUL_INVESTIGATION'] as const;
export type HistoryDelayReason = (typeof historyDelayReasons)[number];
