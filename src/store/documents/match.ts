import type { Audience, ClientId, OrganisationId } from '../../access/types.js';
import type { Sealed } from '../documents.js';
import type { Stored } from '../port.js';

/** Where a description of a person without a usable NHS number came from. */
export const matchOrigins = ['STAFF', 'ROSTER', 'PROVIDER_CSV'] as const;
export type MatchOrigin = (typeof matchOrigins)[number];

/**
 * REQUESTED until PDS was searched; POSSIBLE while a person must decide; LINKING once one has said yes, until all that follows is
 * stored; the others are ends. NO_MATCH can be requested again.
 */
export const matchStates = ['REQUESTED', 'POSSIBLE', 'NO_MATCH', 'LINKING', 'LINKED', 'NOT_SAME'] as const;
export type MatchState = (typeof matchStates)[number];

/** Somebody of whom an organisation knows a name and a birth date, and who they may be. Nothing of it is anybody's record until a reviewer says so. */
export interface MatchDocument extends Stored {
  /** `<keyed hash>` of who asked and what they said; unique, so that the same description is one match. */
  readonly dedupeKey: string;
  readonly state: MatchState;
  readonly origin: MatchOrigin;
  readonly requestedBy: {
    readonly subject: string;
    readonly organisation: OrganisationId;
    /** Absent where an operator's file asked. */
    readonly audience?: Audience;
  };
  /** Sealed `MatchProposal`. */
  readonly proposal: Sealed;
  readonly requestedAt: string;
  /** ISO instant from which PDS is to be searched (REQUESTED) or the linking to be finished (LINKING). */
  readonly workDueAt: string;
  /** Sealed NHS number of the one whom PDS found. */
  readonly candidate?: Sealed;
  readonly waterfall?: MatchWaterfall;
  readonly decidedBy?: { readonly subject: string; readonly organisation: OrganisationId };
  readonly decidedAt?: string;
  /** Sealed: what the reviewer wrote. */
  readonly reason?: Sealed;
  /** Once LINKED. */
  readonly clientId?: ClientId;
}

/** Levels and weights, no values: see `src/identity/matching/model.ts`. */
export interface MatchWaterfall {
  readonly modelVersion: string;
  readonly prior: number;
  readonly steps: readonly { readonly field: string; readonly level: string; readonly weight: number }[];
  readonly total: number;
}
