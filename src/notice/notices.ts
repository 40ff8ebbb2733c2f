import type { ClientId } from '../access/types.js';
import type { NoticeDocument } from '../store/documents/notice.js';
import { DuplicateKey } from '../store/port.js';
import type { Key, Store } from '../store/port.js';

/** What clients are told of without asking. */
export interface Notices {
  /** Durable when it resolves; once for what it is about. */
  give(notice: Omit<NoticeDocument, 'id' | 'version'>): Promise<void>;
  /** Newest first. */
  of(clientId: ClientId, limit: number, after?: readonly Key[]): Promise<readonly NoticeDocument[]>;
}

export function createNotices(store: Store): Notices {
  const notices = store.collection('notices');
  return {
    async give(notice) {
      try {
        await notices.insert({ id: `${notice.kind}:${notice.about}`, ...notice });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
    },
    of: (clientId, limit, after) =>
      notices.find({
        index: 'clientId_at',
        where: { clientId },
        order: 'descending',
        limit,
        ...(after && { after }),
      }),
  };
}
