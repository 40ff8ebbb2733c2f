import type { Store } from '../store/port.js';
import { DuplicateKey } from '../store/port.js';
import type { LedgerEvent } from './record.js';

/** Marks the record of an organisation's first access to a person: the person is told of it (reference/consent-audit-referral.md 2.2). */
export interface FirstAccesses {
  /** The same events, the first ones marked. */
  mark(events: readonly LedgerEvent[]): Promise<readonly LedgerEvent[]>;
  /** Remembers, once the events are durable: what a crash leaves out is marked a second time, never not at all. */
  remember(events: readonly LedgerEvent[], at: string): Promise<void>;
}

const remembered = 50_000;

export function createFirstAccesses(store: Pick<Store, 'collection'>): FirstAccesses {
  const collection = store.collection('firstAccesses');
  const known = new Set<string>();
  const isFirst = async (event: LedgerEvent): Promise<boolean> => {
    const id = pairOf(event);
    if (id === undefined || known.has(id)) return false;
    if ((await collection.get(id)) === undefined) return true;
    keep(id);
    return false;
  };
  const keep = (id: string): void => {
    if (known.size >= remembered) known.delete(known.values().next().value ?? '');
    known.add(id);
  };
  return {
    mark: (events) =>
      Promise.all(
        events.map(async (event) =>
          (await isFirst(event)) ? { ...event, firstByOrganisation: true as const } : event,
        ),
      ),
    async remember(events, at) {
      for (const event of events) {
        const id = pairOf(event);
        if (event.firstByOrganisation !== true || id === undefined || event.clientId === undefined) continue;
        const { organisation } = event.viewer;
        await collection.insert({ id, clientId: event.clientId, organisation, at }).catch((error: unknown) => {
          if (!(error instanceof DuplicateKey)) throw error;
        });
        keep(id);
      }
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
