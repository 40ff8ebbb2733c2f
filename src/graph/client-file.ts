import type { UpstreamSubject } from '../../adapters/contract.js';
import type { ClientId, Consent, EmergencyAccess, OrganisationId } from '../access/types.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import type { ClientDocument, ConsentDocument } from '../store/documents.js';

/** One client as one request holds them: the hub's own record, the newest consents, and nothing from upstream. */
export interface ClientFile {
  readonly id: ClientId;
  readonly document: ClientDocument;
  /** The newest version of each consent. */
  readonly consents: readonly ConsentDocument[];
  /** The same, as the decision reads them. */
  readonly terms: readonly Consent[];
  readonly related: boolean;
  /** On what the caller acts for the client; absent for every caller but a client who acts for somebody else. */
  readonly proxy?: RepresentativeDocument;
  /** The caller's own emergency access to this client, where one runs. */
  readonly emergency?: EmergencyAccess;
  /** PDS restricts the location, or the person was never traced and nobody knows yet. */
  readonly locationRestricted: boolean;
  /** Under what the sources may know the person, as PDS has them now first; opened on first use. */
  readonly subjects: () => Subjects;
  /** Whose eyes the file was opened for. */
  readonly organisation: OrganisationId;
}

export type Subjects = readonly [UpstreamSubject, ...UpstreamSubject[]];

export function openClientFile(
  document: ClientDocument,
  consents: readonly ConsentDocument[],
  relation: {
    readonly organisation: OrganisationId;
    readonly related: boolean;
    readonly proxy?: RepresentativeDocument | undefined;
    readonly emergency?: EmergencyAccess | undefined;
  },
  subjectsOf: (document: ClientDocument) => Subjects,
): ClientFile {
  let subjects: Subjects | undefined;
  return {
    id: document.id,
    document,
    consents,
    terms: consents.map(({ consent }) => consent),
    related: relation.related,
    ...(relation.proxy && { proxy: relation.proxy }),
    ...(relation.emergency && { emergency: relation.emergency }),
    locationRestricted: document.restriction !== 'U',
    subjects: () => (subjects ??= subjectsOf(document)),
    organisation: relation.organisation,
  };
}
