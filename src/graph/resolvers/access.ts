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
    return {
      withheld: null,
      ...pageOf({
        items: found.slice(0, limit).map((record) => ({ node: historyEntry(record), key: [record.at, record.id] })),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
      }),
    };
  },
};

export const access = { Query, Client };
