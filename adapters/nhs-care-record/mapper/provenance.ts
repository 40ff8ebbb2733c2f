import type { Provenance } from '../../records.js';
import { sourceName } from '../source-name.js';

/** Where an item came from. `recordedAt` is the source's own statement of when it recorded it, never the server's. */
export const provenanceOf = (retrievedAt: string, recordedAt: string | null): Provenance => ({
  source: sourceName,
  retrievedAt,
  recordedAt,
});
