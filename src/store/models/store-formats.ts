import type { StoreFormatDocument } from '../documents/store-format.js';
import { count, declareCollection, instant, required } from './declare.js';

/** One document, which says how the others are to be read. */
export const storeFormats = declareCollection<StoreFormatDocument>()(
  'storeFormats',
  { format: required(count), since: required(instant) },
  {},
);
