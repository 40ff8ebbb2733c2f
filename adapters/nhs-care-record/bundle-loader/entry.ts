import { createHash } from 'node:crypto';
import { object, text, type Fhir } from '../../fhir.js';

export type Identified = Fhir & { readonly resourceType: string; readonly id: string };

/** The resource that an entry stores, with the id that it is stored under; null where the entry stores nothing. */
export function storedResource(entry: Fhir): Identified | null {
  const resource = object(entry['resource']);
  const resourceType = text(resource?.['resourceType']);
  const request = object(entry['request']);
  const method = text(request?.['method']) ?? 'PUT';
  if (!resource || resourceType === null || (method !== 'PUT' && method !== 'POST')) return null;
  // A searchset may hold what the server had to say beside its matches.
  if (resourceType === 'OperationOutcome') return null;
  const id =
    validId(text(resource['id'])) ??
    validId(text(request?.['url'])?.split(/[/?]/)[1]) ??
    validId(text(entry['fullUrl'])?.split(/[/:]/).at(-1)) ??
    createHash('sha256').update(JSON.stringify(resource)).digest('hex');
  return { ...resource, resourceType, id: detached(id) };
}

/** A copy of its own: what the reader gives is a slice, and a slice that is remembered keeps its 256 KiB block in memory. */
export const detached = (text: string): string => Buffer.from(text).toString();

const validId = (id: string | null | undefined): string | undefined =>
  typeof id === 'string' && /^[A-Za-z0-9\-.]{1,64}$/.test(id) ? id : undefined;
