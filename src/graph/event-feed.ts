import type { EventKind, HubEvent } from '../store/documents/event-slot.js';
import type { ClientFile } from './client-file.js';
import { openFile } from './client-lookup.js';
import type { RequestContext } from './context.js';

/**
 * Thrown by the resolver of an event that this caller, as things are now, is not told of. Nothing is sent; what was decided
 * on the way is recorded all the same.
 */
export class NothingToTell extends Error {
  override readonly name = 'NothingToTell';
}

/** The events of one kind that the caller's organisation and part may wait for, from now on. */
export function eventsFor(
  kind: EventKind,
  { services, viewer }: RequestContext,
  isWanted: (event: HubEvent) => boolean = () => true,
): AsyncIterable<HubEvent> {
  return services.events.feed(
    (event) =>
      event.kind === kind &&
      event.organisation === viewer.organisation &&
      (event.audience === undefined || event.audience === viewer.audience) &&
      isWanted(event),
  );
}

/**
 * The client that an event is about, opened and decided upon now, not when the subscription began.
 * @throws NothingToTell where the caller's organisation does not work with them any more; that is recorded
 */
export async function fileOfEvent(event: HubEvent, context: RequestContext, section: string): Promise<ClientFile> {
  const { clientId } = event;
  const document = clientId && (await context.services.directory.byIds([clientId])).get(clientId);
  const file = document && (await openFile(document, context));
  if (file?.related === true) {
    context.disclosures.opened(section, file);
    return file;
  }
  context.disclosures.notFound(section, file);
  throw new NothingToTell();
}
