import type { CallContext, SourceAnswer } from '../contract.js';
import type { ListedService, ServiceDetail, ServiceSearch } from '../local-service.js';
import type { OpenReferralClient } from './client.js';
import { mapDetail, mapListed } from './mapper.js';
import type { RecentAnswers } from './recent-answers.js';
import type { OpenReferralSettings } from './settings.js';

/** What a request may ask of the directory. Neither takes anything of a client. */
export interface DirectoryLoaders {
  /** Nearest first, those without coordinates last; undefined for a district that the settings do not name. */
  servicesNear(search: ServiceSearch): Promise<SourceAnswer<ListedService> | undefined>;
  /** The whole entry, measured from the same district; undefined where it has gone meanwhile. */
  serviceDetail(id: string, district: string): Promise<ServiceDetail | undefined>;
}

export interface LoaderParts {
  readonly client: OpenReferralClient;
  readonly settings: OpenReferralSettings;
  /** Kept for all callers. */
  readonly kept: { readonly lists: RecentAnswers; readonly details: RecentAnswers };
  readonly now: () => number;
}

export function createDirectoryLoaders(
  { client, settings, kept, now }: LoaderParts,
  call: CallContext,
): DirectoryLoaders {
  const within = (): CallContext => ({ ...call, deadline: Math.min(call.deadline, now() + settings.deadlineMs) });
  return {
    async servicesNear(search) {
      const place = settings.districts[search.district];
      if (!place) return undefined;
      return kept.lists.get(JSON.stringify(search), async () => {
        const { rows, retrievedAt, complete } = await client.near(search, place.postcode, within());
        const found = new Map<string, ListedService>();
        let whole = complete;
        for (const row of rows) {
          const mapped = mapListed(row, place, retrievedAt);
          // A list that grows while it is read gives an entry twice.
          if (mapped) found.set(mapped.id, mapped);
          else whole = false;
        }
        return { items: [...found.values()].sort(byDistance), retrievedAt, complete: whole };
      });
    },
    async serviceDetail(id, district) {
      const place = settings.districts[district];
      if (!place) return undefined;
      return kept.details.get(JSON.stringify([id, district]), async () => {
        const entry = await client.entry(id, within());
        return entry && mapDetail(entry.row, place, entry.retrievedAt);
      });
    },
  };
}

/** A total order, so that a page can begin anywhere in it. */
export const byDistance = (one: ListedService, other: ListedService): number =>
  rank(one) - rank(other) || (one.id < other.id ? -1 : 1);

const rank = ({ distanceMetres }: ListedService): number => distanceMetres ?? Number.MAX_SAFE_INTEGER;
