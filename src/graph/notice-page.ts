import type { ClientId } from '../access/types.js';
import { noticeDelayedUntil } from '../audit/history-delays.js';
import type { HistoryDelayDocument } from '../store/documents/access-history.js';
import type { NoticeDocument } from '../store/documents/notice.js';
import type { Key } from '../store/port.js';
import type { RequestContext } from './context.js';
import type { Notice } from './generated.js';
import { noticeView } from './notice-view.js';
import { recordsOf } from './proxy.js';

/** A notice as it is stored, and as this viewer reads it. */
interface VisibleNotice {
  readonly notice: NoticeDocument;
  readonly node: Notice;
}

/**
 * The newest notices that this viewer may read, of all records of the person: `limit` of them as long as there are so many. A page
 * that came out short would tell that something is kept from them. The privacy officer reads what is put off.
 */
export async function visibleNotices(
  clientId: ClientId,
  limit: number,
  after: readonly Key[] | undefined,
  context: RequestContext,
): Promise<readonly VisibleNotice[]> {
  const [records, delays] = await Promise.all([recordsOf(clientId, context), delaysOf(clientId, context)]);
  const visible: VisibleNotice[] = [];
  for (let from = after; ;) {
    const found = await newestOf(records, limit, from, context);
    for (const notice of found) {
      const node = await ifTold(notice, delays, context);
      if (node) visible.push({ notice, node });
    }
    const last = found.at(-1);
    if (visible.length >= limit || !last || found.length < limit) return visible.slice(0, limit);
    from = [last.at, last.id];
  }
}

/** One notice, if this viewer may read it today. Undefined too where what it tells of did not come about after all. */
export async function noticeIfTold(
  id: string,
  clientId: ClientId,
  context: RequestContext,
): Promise<Notice | undefined> {
  const [notice, delays] = await Promise.all([context.services.notices.byId(id), delaysOf(clientId, context)]);
  return notice && ifTold(notice, delays, context);
}

const delaysOf = (clientId: ClientId, { services, today }: RequestContext) =>
  services.historyDelays.holdingOn(today, clientId);

/** One flag for both: what is kept out of the access history is not told here either. */
async function ifTold(
  notice: NoticeDocument,
  delays: readonly HistoryDelayDocument[],
  context: RequestContext,
): Promise<Notice | undefined> {
  const until = noticeDelayedUntil(notice, delays);
  return until === undefined || context.viewer.audience === 'PRIVACY_OFFICER'
    ? noticeView(notice, until, context)
    : undefined;
}

async function newestOf(
  records: readonly ClientId[],
  limit: number,
  after: readonly Key[] | undefined,
  { services }: RequestContext,
): Promise<readonly NoticeDocument[]> {
  const found = await Promise.all(records.map((record) => services.notices.of(record, limit, after)));
  return found
    .flat()
    .sort((one, other) => compareText(other.at, one.at) || compareText(other.id, one.id))
    .slice(0, limit);
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
