import type { Audience, OrganisationId, Viewer } from '../access/types.js';

export interface EmployerActor {
  readonly subject: string;
  readonly organisation: OrganisationId;
  readonly audience: Audience;
}

/** What made a document: the same mutation again finds it, another input under its key is refused. */
export interface Made {
  readonly recordedBy: EmployerActor;
  /** ISO instant. */
  readonly recordedAt: string;
  /** Keyed digest of the mutation's input. */
  readonly inputDigest: string;
}

export const madeBy = (viewer: Viewer, recordedAt: string, inputDigest: string): Made => ({
  recordedBy: actorOf(viewer),
  recordedAt,
  inputDigest,
});

export const actorOf = ({ subject, organisation, audience }: Viewer): EmployerActor => ({
  subject,
  organisation,
  audience,
});
