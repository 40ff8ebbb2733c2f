import { delayedUntil } from '../audit/history-delays.js';
import type { ClientId } from '../access/types.js';
import type { LedgerDocument } from '../store/documents.js';
import type { Key } from '../store/port.js';
import type { RequestContext } from './context.js';

/** A ledger record in somebody's history, and from which day the person sees it. */
export interface VisibleRecord {
  readonly record: LedgerDocument;
  readonly delayedUntil?: string;
}

/**
 * The newest records that this viewer may see, `limit` of them as long as there are so many: a page that came out short would
 * tell that something was left out of it. The privacy officer sees what is delayed.
 */
export async function visibleHistory(
  clientId: ClientId,
  limit: number,
  after: readonly Key[] | undefined,
  { services, viewer, today }: RequestContext,
): Promise<readonly VisibleRecord[]> {
  const delays = await services.historyDelays.holdingOn(today, clientId);
  const visible: VisibleRecord[] = [];
  for (let from = after; ;) {
    const found = await services.history(clientId, limit, from);
    for (const record of found) {
      const until = delayedUntil(record, delays);
      if (until === undefined) visible.push({ record });
      else if (viewer.audience === 'PRIVACY_OFFICER') visible.push({ record, delayedUntil: until });
    }
    const last = found.at(-1);
    if (visible.length >= limit || !last || found.length < limit) return visible.slice(0, limit);
    from = [last.at, last.id];
  }
}
