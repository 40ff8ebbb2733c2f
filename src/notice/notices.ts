import type { ClientId } from '../access/types.js';
import type { HubEvent } from '../store/documents/event-slot.js';
import type { NoticeDocument } from '../store/documents/notice.js';
import { insertNew } from '../store/insert-new.js';
import type { Key, Store } from '../store/port.js';

/** A notice before it is stored. */
export type NewNotice = Omit<NoticeDocument, 'id' | 'version'>;

/** What clients are told of without asking. */
export interface Notices {
  /** Durable when it resolves; once for what each is about. */
  give(notices: readonly NewNotice[]): Promise<void>;
  /** Wakes whoever waits for the client's notices, once what it is about can be read. */
  announce(notice: NewNotice): Promise<void>;
  byId(id: string): Promise<NoticeDocument | undefined>;
  /** Newest first. */
  of(clientId: ClientId, limit: number, after?: readonly Key[]): Promise<readonly NoticeDocument[]>;
}

/** One thing is told once. */
export const noticeId = ({ kind, about }: Pick<NoticeDocument, 'kind' | 'about'>): string => `${kind}:${about}`;

export function createNotices(store: Pick<Store, 'collection'>, emit: (event: HubEvent) => Promise<void>): Notices {
  const notices = store.collection('notices');
  return {
    async give(given) {
      if (given.length === 0) return;
      await insertNew(
        notices,
        given.map((notice) => ({ id: noticeId(notice), ...notice })),
      );
    },
    announce: (notice) =>
      emit({
        kind: 'NOTICE_GIVEN',
        about: noticeId(notice),
        organisation: notice.organisation,
        audience: 'CLIENT',
        clientId: notice.clientId,
      }),
    byId: (id) => notices.get(id),
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
