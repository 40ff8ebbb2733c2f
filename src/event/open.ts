import type { StoreSettings } from '../store/open.js';
import type { Store } from '../store/port.js';
import { openEventBus, type EventBus } from './bus.js';
import { openEventRing } from './ring.js';

/** What an event of another process costs in time: a question to an index four times a second. */
const pollMs = 250;

/** The bus of this process; with a ring to the others where the store is one that several processes can have open. */
export function openEvents(settings: StoreSettings, store: Store, report: (error: unknown) => void): Promise<EventBus> {
  return 'mongodbUri' in settings
    ? openEventBus(report, openEventRing({ store, pollMs, report }))
    : openEventBus(report);
}
