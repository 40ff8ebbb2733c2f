import type { ActedFor } from '../store/documents.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';

/** What a consent keeps of the authority on which it was given. */
export function actedFor({ representation: { id, version, authority, period } }: RepresentativeDocument): ActedFor {
  return { representation: `${id}@${version}`, authority, ...(period.end !== undefined && { until: period.end }) };
}
