import type { ClientId } from '../access/types.js';
import type { NewNotice, Notices } from '../notice/notices.js';
import type { Store } from '../store/port.js';
import { insertNew } from '../store/insert-new.js';
import type { LedgerEvent } from './record.js';

/** An organisation's first access to a person: its record is marked, and the person is told (reference/consent-audit-referral.md 2.2). */
export interface FirstAccesses {
  /** The same events, the first ones marked. */
  mark(events: readonly LedgerEvent[]): Promise<readonly LedgerEvent[]>;
  /**
   * The notices of the first ones are durable when it resolves, which an answer waits for as it does for the ledger: what crashes in
   * between, or cannot be recorded, has told more than was seen, and never less.
   */
  tell(events: readonly LedgerEvent[], at: string): Promise<void>;
  /**
   * Remembers, once the events are durable, beside the answer, which need not wait: what a crash leaves out, or a store that cannot
   * write, is marked a second time, never not at all.
   */
  remember(events: readonly LedgerEvent[], at: string): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const remembered = 50_000;

export function createFirstAccesses({
  store,
  notices,
  othersOf,
}: {
  store: Pick<Store, 'collection'>;
  notices: Pick<Notices, 'give' | 'announce'>;
  /** The other records of the person of each id: under which they may have been seen already. */
  othersOf: (ids: readonly ClientId[]) => Promise<ReadonlyMap<ClientId, readonly ClientId[]>>;
}): FirstAccesses {
  const collection = store.collection('firstAccesses');
  const known = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const keep = (id: string): void => {
    if (known.size >= remembered) known.delete(known.values().next().value ?? '');
    known.add(id);
  };
  /** Those of the pairs that were never seen: neither so, nor under another record of the same person. */
  const unseen = async (pairs: ReadonlyMap<string, Pair>): Promise<ReadonlySet<string>> => {
    const seen = new Set((await collection.getMany([...pairs.keys()])).map(({ id }) => id));
    const rest = [...pairs].filter(([id]) => !seen.has(id));
    const others = rest.length > 0 ? await othersOf(rest.map(([, { clientId }]) => clientId)) : nobody;
    const elsewhere = rest.flatMap(([id, { clientId, viewer }]) =>
      (others.get(clientId) ?? []).map((other) => [firstAccessId(other, viewer.organisation), id] as const),
    );
    if (elsewhere.length > 0) {
      const found = new Set((await collection.getMany(elsewhere.map(([other]) => other))).map(({ id }) => id));
      for (const [other, id] of elsewhere) if (found.has(other)) seen.add(id);
    }
    seen.forEach(keep);
    return new Set([...pairs.keys()].filter((id) => !seen.has(id)));
  };

  // A page of fifty is one commit. One after the other, they were two thirds of what the page took.
  const rememberAll = async (first: ReadonlyMap<string, Pair>, at: string): Promise<void> => {
    const accesses = [...first].map(([id, { clientId, viewer }]) => ({
      id,
      clientId,
      organisation: viewer.organisation,
      at,
    }));
    const inserted = await insertNew(collection, accesses);
    for (const [id, pair] of first) if (inserted.has(id)) await notices.announce(noticeOf(id, pair, at));
  };

  return {
    async mark(events) {
      const pairs = new Map(events.flatMap(pairsOf).filter(([id]) => !known.has(id)));
      if (pairs.size === 0) return events;
      const first = await unseen(pairs);
      return events.map((event) =>
        pairsOf(event).some(([id]) => first.has(id)) ? { ...event, firstByOrganisation: true as const } : event,
      );
    },
    tell: (events, at) => notices.give([...firstOf(events)].map(([id, pair]) => noticeOf(id, pair, at))),
    remember(events, at) {
      const first = firstOf(events);
      if (first.size === 0) return;
      for (const id of first.keys()) keep(id);
      const write = rememberAll(first, at)
        .catch(() => {
          for (const id of first.keys()) known.delete(id);
        })
        .finally(() => underWay.delete(write));
      underWay.add(write);
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}

const nobody: ReadonlyMap<ClientId, readonly ClientId[]> = new Map();

/** An event of which one person and one organisation are known. */
type Pair = LedgerEvent & { readonly clientId: ClientId };

function noticeOf(id: string, { clientId, viewer, throughAnother }: Pair, at: string): NewNotice {
  const { organisation, audience, purpose } = viewer;
  const notice = { clientId, kind: 'FIRST_ACCESS', about: id, organisation, audience } as const;
  return throughAnother === true ? { ...notice, at: `${at.slice(0, 10)}T00:00:00.000Z` } : { ...notice, at, purpose };
}

const firstOf = (events: readonly LedgerEvent[]): ReadonlyMap<string, Pair> =>
  new Map(events.filter(({ firstByOrganisation }) => firstByOrganisation === true).flatMap(pairsOf));

/** One, or none where nothing was seen, or by the person alone. */
function pairsOf(event: LedgerEvent): readonly (readonly [string, Pair])[] {
  const { clientId, viewer, lines } = event;
  const saw = lines.some(({ outcome, category }) => outcome === 'PERMITTED' && category !== undefined);
  if (clientId === undefined || !saw || viewer.audience === 'CLIENT') return [];
  return [[firstAccessId(clientId, viewer.organisation), { ...event, clientId }]];
}

export const firstAccessId = (clientId: ClientId, organisation: string): string => `${clientId}:${organisation}`;
