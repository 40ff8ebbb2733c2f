import type { ClientId, DataCategory } from '../access/types.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import type { Key, Store } from '../store/port.js';

/** Which records. Either `clientId` or `organisation` is given: every question is on a declared index. */
export interface DisclosureQuery {
  readonly clientId?: ClientId;
  /** The callers' organisation. */
  readonly organisation?: string;
  /** The caller, as the token named them. */
  readonly subject?: string;
  readonly category?: DataCategory;
  readonly outcome?: LedgerLine['outcome'];
  /** ISO instants: from the first on, before the second. */
  readonly from?: string;
  readonly before?: string;
}

export interface DisclosurePage {
  readonly records: readonly LedgerDocument[];
  /** `at` and `id` of the last record that was looked at, matching or not. */
  readonly last?: readonly Key[];
  /** Whether there may be more behind it. */
  readonly more: boolean;
}

export type DisclosureSearch = (
  query: DisclosureQuery,
  page: { readonly limit: number; readonly order: 'ascending' | 'descending'; readonly after?: readonly Key[] },
) => Promise<DisclosurePage>;

/** Records that one page looks at; what the index does not sort out is sorted out of these. */
const mostLookedAt = 5_000;
const atOnce = 500;

export function createDisclosureSearch(store: Pick<Store, 'collection'>): DisclosureSearch {
  const ledger = store.collection('ledger');
  return async (query, { limit, order, after }) => {
    const records: LedgerDocument[] = [];
    let last = after;
    for (let looked = 0; looked < mostLookedAt;) {
      const found = await ledger.find({ ...indexed(query), order, limit: atOnce, ...(last && { after: last }) });
      for (const record of found) {
        if (records.length === limit) return { records, ...(last && { last }), more: true };
        looked += 1;
        last = [record.at, record.id];
        if (isWanted(record, query)) records.push(record);
      }
      if (found.length < atOnce) return { records, ...(last && { last }), more: false };
    }
    return { records, ...(last && { last }), more: true };
  };
}

function indexed({ clientId, organisation = '', subject, from, before }: DisclosureQuery) {
  const range = { ...(from !== undefined && { gte: from }), ...(before !== undefined && { lt: before }) };
  const at = from === undefined && before === undefined ? {} : { at: range };
  if (clientId !== undefined) return { index: 'clientId_at', where: { clientId, ...at } } as const;
  if (subject === undefined) {
    return { index: 'viewer.organisation_at', where: { 'viewer.organisation': organisation, ...at } } as const;
  }
  const where = { 'viewer.organisation': organisation, 'viewer.subject': subject, ...at };
  return { index: 'viewer.organisation_viewer.subject_at', where } as const;
}

function isWanted({ viewer, lines }: LedgerDocument, query: DisclosureQuery): boolean {
  const { organisation, subject, category, outcome } = query;
  if (organisation !== undefined && viewer.organisation !== organisation) return false;
  if (subject !== undefined && viewer.subject !== subject) return false;
  if (category === undefined && outcome === undefined) return true;
  return lines.some(
    (line) =>
      (category === undefined || line.category === category) && (outcome === undefined || line.outcome === outcome),
  );
}
