import { audiences } from '../../access/types.js';
import { eventKinds, type EventSlotDocument } from '../documents/event-slot.js';
import { count, declareCollection, listOf, oneOf, part, required, text, uniqueIndex } from './declare.js';

const event = part({
  kind: required(oneOf(eventKinds)),
  about: text,
  organisation: text,
  audience: oneOf(audiences),
  clientId: { type: String },
});

/** The ring of events that several hub processes share. */
export const eventSlots = declareCollection<EventSlotDocument>()(
  'eventSlots',
  { sequence: required(count), writer: text, events: listOf(event) },
  { sequence: uniqueIndex('sequence') },
);
