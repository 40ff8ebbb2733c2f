import type { ClientId, OrganisationId } from '../access/types.js';
import type { Key, Store } from '../store/port.js';
import type { CaseDocument } from './case-document.js';
import type { CaseStatus } from './words.js';

/** One stretch of one index: at most one of the three. */
export interface CaseQuery {
  readonly status: CaseStatus;
  readonly manager?: string;
  readonly programme?: string;
  /** ISO day. */
  readonly endingBefore?: string;
}

/** Cases, many at a time, each list one stretch of one index. */
export interface CaseLists {
  /** Newest first; soonest end first where `endingBefore` is given. */
  ofOrganisation(
    organisation: OrganisationId,
    query: CaseQuery,
    limit: number,
    after?: readonly Key[],
  ): Promise<readonly CaseDocument[]>;
  /** Of one person, under all ids that they have had: newest first under each. */
  ofClient(ids: readonly ClientId[], limit: number, after?: readonly Key[]): Promise<readonly CaseDocument[]>;
}

export function createCaseLists(store: Store): CaseLists {
  const collection = store.collection('cases');
  return {
    ofOrganisation(organisation, { status, manager, programme, endingBefore }, limit, after) {
      const page = { limit, ...(after && { after }) };
      if (endingBefore !== undefined) {
        return collection.find({
          index: 'organisation_status_plannedEndOn',
          where: { organisation, status, plannedEndOn: { lt: endingBefore } },
          ...page,
        });
      }
      const newest = { ...page, order: 'descending' } as const;
      if (manager !== undefined) {
        return collection.find({
          index: 'organisation_manager_status_openedAt',
          where: { organisation, manager, status },
          ...newest,
        });
      }
      if (programme !== undefined) {
        return collection.find({
          index: 'organisation_programme_status_openedAt',
          where: { organisation, programme, status },
          ...newest,
        });
      }
      return collection.find({ index: 'organisation_status_openedAt', where: { organisation, status }, ...newest });
    },
    ofClient: (ids, limit, after) =>
      collection.find({
        index: 'clientId_openedAt',
        where: { clientId: { in: ids } },
        order: 'descending',
        limit,
        ...(after && { after }),
      }),
  };
}

/** Where the page goes on after a case. */
export const keyOfCase = (document: CaseDocument, { endingBefore }: Partial<CaseQuery> = {}): readonly Key[] => [
  endingBefore === undefined ? document.openedAt : document.plannedEndOn,
  document.id,
];
