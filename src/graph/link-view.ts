import type { ClientLink } from '../identity/unlink.js';
import type { OrganisationId } from '../access/types.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';

/** One link of one client, as one request holds it. */
export interface LinkView {
  readonly link: ClientLink;
  readonly file: ClientFile;
}

/** What names a link to a caller: the system, or for a merged record the id that the caller's organisation has for it. */
export function linkKey(
  { system, record }: ClientLink,
  organisation: OrganisationId,
  { services }: RequestContext,
): string {
  return record === undefined ? system : `${system}:${services.directory.pairwiseId(organisation, record)}`;
}
