import { setImmediate } from 'node:timers/promises';
import type { ClientId } from '../access/types.js';
import type { LedgerDocument } from '../store/documents.js';
import type { Key } from '../store/port.js';
import type { RequestContext } from './context.js';

/** As long as people remember who asked them what, and as Google's policy simulator looks back. */
export const historyDays = 90;

const page = 500;
const dayMs = 86_400_000;

/** A client's ledger of the last days, newest first, a page at a time; all of it, however long. */
export function historySince(
  client: ClientId,
  { services }: RequestContext,
): { readonly from: string; readonly records: AsyncIterable<LedgerDocument> } {
  const from = new Date(services.now() - historyDays * dayMs).toISOString();
  async function* records(): AsyncGenerator<LedgerDocument> {
    let after: readonly Key[] | undefined;
    for (;;) {
      const found = await services.history(client, page, after);
      for (const record of found) {
        if (record.at < from) return;
        yield record;
      }
      await setImmediate(); // the embedded store reads without leaving the event loop
      const last = found.at(-1);
      if (!last || found.length < page) return;
      after = [last.at, last.id];
    }
  }
  return { from, records: records() };
}
