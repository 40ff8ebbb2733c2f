import type { ClientId } from '../access/types.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import type { Store } from '../store/port.js';

/** The lines of one record that share category, outcome, reason, rule and basis: one thing that happened to the client. */
export interface AccessHistoryEntry extends Omit<LedgerLine, 'section'> {
  readonly position: HistoryPosition;
  /** ISO instant. */
  readonly at: string;
  readonly viewer: LedgerDocument['viewer'];
  readonly operation: string;
  readonly policyVersion: string;
  readonly sections: readonly string[];
}

/** Where an entry stands: stable while the ledger grows, so that a page continues where the last one ended. */
export interface HistoryPosition {
  readonly at: string;
  readonly recordId: string;
  /** Which group of the record, from 0. */
  readonly group: number;
}

export interface AccessHistoryPage {
  readonly entries: readonly AccessHistoryEntry[];
  readonly hasNext: boolean;
}

/** Who looked at a client's data, or tried to: newest first. `first` is 1 to 500. */
export async function accessHistory(
  store: Pick<Store, 'collection'>,
  clientId: ClientId,
  { first, after }: { readonly first: number; readonly after?: HistoryPosition },
): Promise<AccessHistoryPage> {
  const ledger = store.collection('ledger');
  const begun = after && (await ledger.get(after.recordId));
  const rest = begun?.clientId === clientId ? entriesOf(begun).slice(after ? after.group + 1 : 0) : [];
  const records = await ledger.find({
    index: 'clientId_at',
    where: { clientId },
    order: 'descending',
    limit: first + 1, // each record has at least one entry
    ...(after && { after: [after.at, after.recordId] }),
  });
  const entries = [...rest, ...records.flatMap(entriesOf)];
  return { entries: entries.slice(0, first), hasNext: entries.length > first };
}

function entriesOf(record: LedgerDocument): readonly AccessHistoryEntry[] {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of record.lines) {
    const key = JSON.stringify([line.category, line.outcome, line.reason, line.rule, line.basis]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((lines, group) => entryOf(record, lines, group));
}

function entryOf(record: LedgerDocument, lines: readonly LedgerLine[], group: number): AccessHistoryEntry {
  const [{ section, ...shared }] = lines as readonly [LedgerLine];
  return {
    ...shared,
    consents: distinct(lines.flatMap(({ consents }) => consents)),
    sources: distinct(lines.flatMap(({ sources }) => sources)),
    sections: distinct([section, ...lines.map((line) => line.section)]),
    position: { at: record.at, recordId: record.id, group },
    at: record.at,
    viewer: record.viewer,
    operation: record.operation.name,
    policyVersion: record.policyVersion,
  };
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];
