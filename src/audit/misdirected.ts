import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import type { UnlinkDocument } from '../store/documents/unlink.js';
import type { Key, Store } from '../store/port.js';

/** The source that each linked identifier asks; other systems are adapters and ask themselves. */
const sourceOf = (system: string): string => (system === 'nino' ? 'dwp-citizen' : system);

/** A link of a client and the time for which it held. */
export type LinkWindow = Pick<UnlinkDocument, 'clientId' | 'system' | 'since' | 'until'>;

/** Whether a line may have shown something from where the link led. */
export const ledThrough = ({ outcome, sources }: LedgerLine, { system }: LinkWindow): boolean =>
  outcome === 'PERMITTED' && (system === 'client' ? sources.length > 0 : sources.includes(sourceOf(system)));

/** Whether a disclosure may have shown something through the link: it was made while the link held, from where it led. */
export function wentThrough(record: LedgerDocument, link: LinkWindow): boolean {
  const { clientId, since, until } = link;
  if (record.clientId !== clientId || record.at < since || (until !== undefined && record.at > until)) return false;
  return record.lines.some((line) => ledThrough(line, link));
}

/**
 * The disclosures that were made through a wrong link, newest first: at most `limit`, continuing after the key (`at`, `id`) of the last
 * one seen. Read from the ledger each time: nothing there is ever changed.
 */
export function createMisdirected(store: Store) {
  const ledger = store.collection('ledger');
  return async (unlink: LinkWindow, limit: number, after?: readonly Key[]): Promise<readonly LedgerDocument[]> => {
    const found: LedgerDocument[] = [];
    for (let from = after; found.length < limit;) {
      const page = await ledger.find({
        index: 'clientId_at',
        where: {
          clientId: unlink.clientId,
          at: { gte: unlink.since, ...(unlink.until !== undefined && { lte: unlink.until }) },
        },
        order: 'descending',
        limit: pageSize,
        ...(from && { after: from }),
      });
      found.push(...page.filter((record) => wentThrough(record, unlink)));
      const last = page.at(-1);
      if (page.length < pageSize || !last) break;
      from = [last.at, last.id];
    }
    return found.slice(0, limit);
  };
}

const pageSize = 500;
