import type { Audience, ClientId, OrganisationId } from '../../access/types.js';
import type { Sealed } from '../documents.js';

/** What can happen to the links of a client: to an identifier in a system, or to another record of the same person. */
export const linkEventKinds = ['LINKED', 'UNLINKED', 'REKEYED', 'MERGED', 'SEPARATED'] as const;

/** What a link rests on. */
export const linkEvidence = ['ROSTER', 'PDS_SUPERSEDED', 'REVIEWED_MATCH', 'CORRECTION'] as const;

/** Why a link was taken back. */
export const unlinkReasons = ['WRONG_PERSON', 'DUPLICATE_IN_SOURCE', 'IDENTITY_FRAUD', 'CLIENT_REQUEST'] as const;
export type UnlinkReason = (typeof unlinkReasons)[number];

/**
 * One thing that happened to a client's links. The list stands in the client's own document, so that a link and its history
 * change together or not at all, and it only grows. What an enrolment brought has no event: it holds since `enrolledAt`.
 */
export interface LinkEvent {
  readonly id: string;
  readonly kind: (typeof linkEventKinds)[number];
  /** `nhs-number`, `nino`, an adapter's name; `client` for records of one person. */
  readonly system: string;
  /** LINKED and UNLINKED: the identifier that was linked or taken away. REKEYED: the one before. */
  readonly identifier?: Sealed;
  /** MERGED and SEPARATED: the other record. UNLINKED: whose identifier it is, where that is known. */
  readonly other?: ClientId;
  /** ISO instant. */
  readonly at: string;
  /** UNLINKED and SEPARATED: since when the link had held; ISO instant. */
  readonly since?: string;
  readonly by: LinkActor;
  readonly evidence: (typeof linkEvidence)[number];
  /** The reviewed match that it rests on. */
  readonly match?: string;
  readonly reason?: UnlinkReason;
  /** `<organisation>:<subject>:<key>` of the mutation that did it, and the digest of its input. */
  readonly idempotencyKey?: string;
  readonly inputDigest?: string;
}

/** Who did it; the hub itself where PDS said so. */
export interface LinkActor {
  readonly subject: string;
  readonly organisation: OrganisationId;
  readonly audience: Audience | 'HUB';
}
