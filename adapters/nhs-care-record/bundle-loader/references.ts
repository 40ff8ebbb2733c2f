/** References inside one freshly parsed resource: rewritten in place where what they name is known. */
import { isObject } from '../../fhir.js';

/** The reference to write, or null where the target is not known (yet). */
export type Resolve = (reference: string) => string | null;

/** Returns how many references stayed as they came because they could not be resolved. */
export function rewriteReferences(value: unknown, resolve: Resolve): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + rewriteReferences(each, resolve), 0);
  if (!isObject(value)) return 0;
  let unresolved = 0;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'reference' && typeof inner === 'string') {
      const resolved = resolve(inner);
      if (resolved === null) unresolved += 1;
      else (value as Record<string, unknown>)[name] = resolved;
    } else unresolved += rewriteReferences(inner, resolve);
  }
  return unresolved;
}

/** `Practitioner?identifier=system|value`: a conditional reference, legal in a transaction. */
export function parseConditional(reference: string): { type: string; system: string | null; value: string } | null {
  const [, type, token] = /^([A-Z][A-Za-z]+)\?identifier=([^&]+)$/.exec(reference) ?? [];
  if (type === undefined || token === undefined) return null;
  const decoded = /%[0-9A-F]{2}/i.test(token) ? decodeURIComponent(token) : token;
  const bar = decoded.lastIndexOf('|');
  return { type, system: bar === -1 ? null : decoded.slice(0, bar), value: decoded.slice(bar + 1) };
}
