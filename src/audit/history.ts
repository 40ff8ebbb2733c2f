import type { ClientId } from '../access/types.js';
import type { LedgerDocument } from '../store/documents.js';
import type { Key, Store } from '../store/port.js';

/** A person's ledger records, newest first: at most `limit`, continuing after the key (`at`, `id`) of the last one seen. */
export type History = (clientId: ClientId, limit: number, after?: readonly Key[]) => Promise<readonly LedgerDocument[]>;

/**
 * @param othersOf the other records of the person of each id: what was disclosed under them is the person's history too
 * @param elsewhere what was disclosed of the person under somebody else's record, through links that were wrong
 */
export function createHistory(
  store: Store,
  othersOf: (ids: readonly ClientId[]) => Promise<ReadonlyMap<ClientId, readonly ClientId[]>>,
  elsewhere: (
    records: readonly ClientId[],
    limit: number,
    after?: readonly Key[],
  ) => Promise<readonly LedgerDocument[]>,
): History {
  const newestOf = (clientId: ClientId, limit: number, after: readonly Key[] | undefined) =>
    store
      .collection('ledger')
      .find({ index: 'clientId_at', where: { clientId }, order: 'descending', limit, ...(after && { after }) });
  return async (clientId, limit, after) => {
    const records = [clientId, ...((await othersOf([clientId])).get(clientId) ?? [])];
    const [others, ...own] = await Promise.all([
      elsewhere(records, limit, after),
      ...records.map((each) => newestOf(each, limit, after)),
    ]);
    if (others.length === 0 && own.length === 1) return own[0] ?? [];
    const all = new Map([...own.flat(), ...others].map((record) => [record.id, record]));
    return [...all.values()]
      .sort((one, other) => compareText(other.at, one.at) || compareText(other.id, one.id))
      .slice(0, limit);
  };
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
