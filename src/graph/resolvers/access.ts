import { keyOf, pageSize } from './client.js';
import { historyEntry } from '../access-history.js';
import type { ClientResolvers, QueryResolvers } from '../generated.js';
import { pageOf } from '../page.js';

const largestHistoryPage = 100;

const Query: Pick<QueryResolvers, 'viewer'> = {
  viewer: (_root, _args, { viewer }) => ({ ...viewer, onBehalfOf: viewer.onBehalfOf ?? null }),
};

const Client: Pick<ClientResolvers, 'accessHistory'> = {
  accessHistory: async (file, { first, after }, context) => {
    const list = `accessHistory ${file.id}`;
    const limit = pageSize(first, largestHistoryPage);
    const found = await context.services.history(
      file.id,
      limit + 1,
      after == null ? undefined : keyOf(after, list, context),
    );
    const { unlinking, directory } = context.services;
    const records = new Set([file.id, ...((await directory.othersOf([file.id])).get(file.id) ?? [])]);
    const unlinks = (await unlinking.unlinksOf([...records])).map((unlink) => ({
      ...unlink,
      asOwner: !records.has(unlink.clientId),
    }));
    return {
      withheld: null,
      ...pageOf({
        items: found
          .slice(0, limit)
          .map((record) => ({ node: historyEntry(record, unlinks), key: [record.at, record.id] })),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
      }),
    };
  },
};

export const access = { Query, Client };
