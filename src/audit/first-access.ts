import type { FirstAccessDocument } from '../store/documents/access-history.js';
import type { Store } from '../store/port.js';
import { DuplicateKey } from '../store/port.js';
import type { LedgerEvent } from './record.js';

/** Marks the record of an organisation's first access to a person: the person is told of it (reference/consent-audit-referral.md 2.2). */
export interface FirstAccesses {
  /** The same events, the first ones marked. */
  mark(events: readonly LedgerEvent[]): Promise<readonly LedgerEvent[]>;
  /**
   * Remembers, once the events are durable, beside the answer, which need not wait: what a crash leaves out, or a store that cannot
   * write, is marked a second time, never not at all.
   */
  remember(events: readonly LedgerEvent[], at: string): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const remembered = 50_000;

type FirstAccess = Omit<FirstAccessDocument, 'version'>;

export function createFirstAccesses(store: Pick<Store, 'collection'>): FirstAccesses {
  const collection = store.collection('firstAccesses');
  const known = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const keep = (id: string): void => {
    if (known.size >= remembered) known.delete(known.values().next().value ?? '');
    known.add(id);
  };
  /** Somebody else remembered one of them in the same moment, and so none was stored. */
  const rememberSingly = async (error: unknown, first: ReadonlyMap<string, FirstAccess>): Promise<void> => {
    if (!(error instanceof DuplicateKey)) throw error;
    for (const each of first.values()) {
      await collection.insert(each).catch((again: unknown) => {
        if (!(again instanceof DuplicateKey)) throw again;
      });
    }
  };
  return {
    async mark(events) {
      const asked = new Set(events.flatMap((event) => pairOf(event) ?? []).filter((id) => !known.has(id)));
      if (asked.size === 0) return events;
      const before = new Set((await collection.getMany([...asked])).map(({ id }) => id));
      before.forEach(keep);
      return events.map((event) => {
        const id = pairOf(event);
        const isFirst = id !== undefined && asked.has(id) && !before.has(id);
        return isFirst ? { ...event, firstByOrganisation: true as const } : event;
      });
    },
    remember(events, at) {
      const first = new Map(
        events.flatMap((event) => {
          const id = pairOf(event);
          if (event.firstByOrganisation !== true || id === undefined || event.clientId === undefined) return [];
          const { organisation } = event.viewer;
          return [[id, { id, clientId: event.clientId, organisation, at }] as const];
        }),
      );
      if (first.size === 0) return;
      for (const id of first.keys()) keep(id);
      // A page of fifty is one commit. One after the other, they were two thirds of what the page took.
      const write = collection
        .insertMany([...first.values()])
        .catch((error: unknown) => rememberSingly(error, first))
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

/** Undefined where nothing was seen, or by the person alone. */
function pairOf({ clientId, viewer, lines }: LedgerEvent): string | undefined {
  const saw = lines.some(({ outcome, category }) => outcome === 'PERMITTED' && category !== undefined);
  return clientId !== undefined && saw && viewer.audience !== 'CLIENT'
    ? `${clientId}:${viewer.organisation}`
    : undefined;
}
