import type { OrganisationId, Viewer } from '../access/types.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store, Stored } from '../store/port.js';
import type { Gateway } from './gateways.js';

/** How much room a gateway says that it has. `id` is its programme and area. */
export interface CapacityDocument extends Stored {
  readonly organisation: OrganisationId;
  readonly accepting: boolean;
  readonly freePlaces?: number;
  readonly expectedWaitDays?: number;
  /** ISO instant. */
  readonly asOf: string;
  readonly reportedBy: string;
  readonly idempotencyKey: string;
}

export type Capacity = Pick<CapacityDocument, 'accepting' | 'freePlaces' | 'expectedWaitDays'>;

/** What gateways say of their own room: asked before anything of a person is told. */
export interface Capacities {
  of(gateway: Gateway): Promise<CapacityDocument | undefined>;
  /**
   * Durable when it resolves; the latest report counts. The same key again changes nothing: neither its own report nor a later one.
   * @param firstAskedAt when the key came first; ISO instant
   */
  report(
    viewer: Viewer,
    gateway: Gateway,
    key: string,
    firstAskedAt: string,
    capacity: Capacity,
  ): Promise<CapacityDocument>;
}

export function createCapacities({ store, now }: { store: Store; now: () => number }): Capacities {
  const collection = store.collection('capacities');
  const idOf = ({ programme, area }: Gateway): string => [programme, area].map(encodeURIComponent).join(':');
  return {
    of: (gateway) => collection.get(idOf(gateway)),
    async report(viewer, gateway, key, firstAskedAt, capacity) {
      for (;;) {
        const id = idOf(gateway);
        const current = await collection.get(id);
        const idempotencyKey = [viewer.subject, key].map(encodeURIComponent).join(':');
        if (current && (current.idempotencyKey === idempotencyKey || current.asOf > firstAskedAt)) return current;
        const document = {
          ...capacity,
          id,
          organisation: gateway.organisation,
          asOf: new Date(now()).toISOString(),
          reportedBy: viewer.subject,
          idempotencyKey,
        };
        try {
          return await (current ? collection.replace(document, current.version) : collection.insert(document));
        } catch (error) {
          // Somebody else reported in the same moment: theirs is there now, and this one comes after it.
          if (!(error instanceof VersionConflict) && !(error instanceof DuplicateKey)) throw error;
        }
      }
    },
  };
}
