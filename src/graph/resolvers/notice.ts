import type { HubEvent } from '../../store/documents/event-slot.js';
import type { RequestContext } from '../context.js';
import { fileOfEvent, NothingToTell } from '../event-feed.js';
import type { ClientResolvers, SubscriptionResolvers } from '../generated.js';
import { noticeIfTold, visibleNotices } from '../notice-page.js';
import { pageOf } from '../page.js';
import { recordsOf } from '../proxy.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;
const section = 'Subscription.noticeGiven';

const Client: Pick<ClientResolvers, 'notices'> = {
  notices: async (file, { first, after }, context) => {
    const list = `notices ${file.id}`;
    const limit = pageSize(first, largestPage);
    const from = after == null ? undefined : keyOf(after, list, context);
    const found = await visibleNotices(file.id, limit + 1, from, context);
    return {
      withheld: null,
      ...pageOf({
        items: found.slice(0, limit).map(({ notice, node }) => ({ node, key: [notice.at, notice.id] })),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
      }),
    };
  },
};

const Subscription: Pick<SubscriptionResolvers, 'noticeGiven'> = {
  noticeGiven: {
    subscribe: async (_root, _args, context) => {
      const { self, services } = context;
      // Whoever is no client of this hub waits like a client of whom there is nothing to tell.
      const own = new Set(self === undefined ? [] : await recordsOf(self, context));
      return services.events.feed(
        ({ kind, clientId }) => kind === 'NOTICE_GIVEN' && clientId !== undefined && own.has(clientId),
      ) as AsyncIterable<never>;
    },
    // Decided now, and looked up now: a privacy officer may have put it off since.
    resolve: async (event: HubEvent, _args: unknown, context: RequestContext) => {
      const file = await fileOfEvent(event, context, section);
      if (!context.disclosures.decide(file, 'ACCESS_HISTORY', section).permitted) throw new NothingToTell();
      const node = await noticeIfTold(event.about, file.id, context);
      if (!node) throw new NothingToTell();
      return node;
    },
  },
};

export const notice = { Client, Subscription };
