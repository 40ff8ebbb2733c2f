import type { ClientId, OrganisationId } from '../access/types.js';
import type { Directory } from '../identity/directory.js';

/** What stands for the hub's own records where a source is named. */
export const hubAsSource = 'hub';

/**
 * Who answers for what a source says of a client: the organisation that the settings name, if it works with the client and so can tell whose
 * record it is; otherwise whoever runs the hub, and passes it on.
 */
export function createHolders({
  directory,
  holders,
  operator,
}: {
  directory: Pick<Directory, 'othersOf' | 'relationshipsWith'>;
  /** Organisation by adapter name. */
  holders: Readonly<Partial<Record<string, string>>>;
  operator: OrganisationId;
}): (source: string, clientId: ClientId) => Promise<OrganisationId> {
  return async (source, clientId) => {
    const holder = holders[source] as OrganisationId | undefined;
    const records = [clientId, ...((await directory.othersOf([clientId])).get(clientId) ?? [])];
    const works = await directory.relationshipsWith(holder ?? operator, records);
    return holder !== undefined && works.some(({ until }) => until === undefined) ? holder : operator;
  };
}
