import type { ClientResolvers, QueryResolvers } from '../generated.js';
import { openRelatedFiles, findClient } from '../client-lookup.js';
import type { ClientId } from '../../access/types.js';
import type { RelationshipDocument } from '../../store/documents/relationship.js';
import type { ClientFile } from '../client-file.js';
import { pageOf } from '../page.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';

const largestPage = 50;

const Query: QueryResolvers = {
  client: (_root, { by }, context) =>
    findClient(by, context, 'Query.client', { forRepresentative: true, toRead: true }),
  me: (_root, _args, context) =>
    context.viewer.nhsNumber === undefined
      ? null
      : findClient({ nhsNumber: context.viewer.nhsNumber }, context, 'Query.me'),
  clients: async (_root, { first, after, filter }, context) => {
    const list = `clients ${JSON.stringify([filter?.since ?? null, filter?.before ?? null])}`;
    const limit = pageSize(first, largestPage);
    const found = await context.services.directory.relationships(context.viewer.organisation, {
      limit: limit + 1,
      ...(filter?.since != null && { since: `${filter.since}T00:00:00.000Z` }),
      ...(filter?.before != null && { before: `${filter.before}T00:00:00.000Z` }),
      ...(after != null && { after: keyOf(after, list, context) }),
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const current = page.filter(({ until }) => until === undefined);
    const files = await openRelatedFiles(
      current.map(({ clientId }) => clientId),
      context,
    );
    const shown = await onceEach(current, files, context);
    for (const { clientId } of shown) {
      const file = files.get(clientId);
      if (file) context.disclosures.opened('Query.clients', file);
    }
    return pageOf({
      items: shown.flatMap((relationship) => {
        const file = files.get(relationship.clientId);
        return file ? [{ node: file, key: [relationship.since, relationship.id] }] : [];
      }),
      hasNextPage: found.length > limit,
      hasPreviousPage: after != null,
      last: last && [last.since, last.id],
      cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
    });
  },
};

/**
 * A person whose records were merged stands in the list once, at the newest of the relationships: which one it is must not
 * depend on where the pages are cut.
 */
async function onceEach(
  current: readonly RelationshipDocument[],
  files: ReadonlyMap<ClientId, ClientFile>,
  { services, viewer }: RequestContext,
): Promise<readonly RelationshipDocument[]> {
  const others = await services.directory.othersOf(current.map(({ clientId }) => clientId));
  if (others.size === 0) return current;
  const kept = await Promise.all(
    current.map(async (relationship) => {
      if (!files.has(relationship.clientId)) return false;
      const rivals = await services.directory.relationshipsWith(
        viewer.organisation,
        others.get(relationship.clientId) ?? [],
      );
      return rivals.every((rival) => rival.until !== undefined || isNewer(relationship, rival));
    }),
  );
  return current.filter((_relationship, index) => kept[index]);
}

const isNewer = (one: RelationshipDocument, other: RelationshipDocument): boolean =>
  one.since === other.since ? one.id > other.id : one.since > other.since;

const Client: ClientResolvers = {
  id: (file, _args, { services }) => services.directory.pairwiseId(file.organisation, file.id),
};

/** @throws HubError BAD_INPUT outside 1 to `largest` */
export function pageSize(first: number, largest: number): number {
  if (first >= 1 && first <= largest) return first;
  throw new HubError('BAD_INPUT', `first must be 1 to ${largest}.`);
}

/** @throws HubError BAD_CURSOR where the cursor was not given to this caller for this list */
export function keyOf(
  cursor: string,
  list: string,
  { services, viewer }: RequestContext,
): readonly (string | number | boolean)[] {
  const key = services.cursors.decode(viewer, list, cursor);
  if (key) return key;
  throw new HubError('BAD_CURSOR', 'after is not a cursor that this caller was given for this list.');
}

export const client = { Query, Client };
