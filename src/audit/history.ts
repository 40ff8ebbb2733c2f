import type { ClientId } from '../access/types.js';
import type { LedgerDocument } from '../store/documents.js';
import type { Key, Store } from '../store/port.js';

/** A person's ledger records, newest first: at most `limit`, continuing after the key (`at`, `id`) of the last one seen. */
export type History = (clientId: ClientId, limit: number, after?: readonly Key[]) => Promise<readonly LedgerDocument[]>;

/** @param othersOf the other records of the person of each id: what was disclosed under them is the person's history too */
export function createHistory(
  store: Store,
  othersOf: (ids: readonly ClientId[]) => Promise<ReadonlyMap<ClientId, readonly ClientId[]>>,
): History {
  const newestOf = (clientId: ClientId, limit: number, after: readonly Key[] | undefined) =>
    store
      .collection('ledger')
      .find({ index: 'clientId_at', where: { clientId }, order: 'descending', limit, ...(after && { after }) });
  return async (clientId, limit, after) => {
    const others = (await othersOf([clientId])).get(clientId) ?? [];
    if (others.length === 0) return newestOf(clientId, limit, after);
    const found = await Promise.all([clientId, ...others].map((each) => newestOf(each, limit, after)));
    return found
      .flat()
      .sort((one, other) => compareText(other.at, one.at) || compareText(other.id, one.id))
      .slice(0, limit);
  };
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
