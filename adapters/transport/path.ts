import { UpstreamError } from '../upstream-error.js';

/**
 * Builds a path from a template and ids: `` pathOf`/Patient/${nhsNumber}` ``. An id may hold letters, digits, `.`, `_` and
 * `-` only, so it can never leave its segment: fhir-kit-client reads `../Practitioner?x=` as another resource
 * (`reference/consent-audit-referral.md` 6.1). Throws `UpstreamError` REFUSED, code `INVALID_ID`, which does not repeat it.
 */
export function pathOf(literals: TemplateStringsArray, ...ids: readonly string[]): string {
  return literals.reduce((path, literal, index) => `${path}${checkedId(ids[index - 1])}${literal}`);
}

/** FHIR allows 64 characters in an id; Dataverse keys and document ids can be longer. */
const id = /^[A-Za-z0-9._-]{1,128}$/;

function checkedId(text: string | undefined): string {
  if (text === undefined || !id.test(text) || /^\.+$/.test(text)) {
    throw new UpstreamError('hub', 'REFUSED', { code: 'INVALID_ID' });
  }
  return text;
}

// Dot segments (plain or percent-encoded), an empty segment, an encoded slash, a query, a fragment, a backslash, white space.
const escaping = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|\/\/|%2f|%5c|[?#\\\s]/i;

/** Whether a path, however it was built, stays below its base. */
export const staysBelow = (path: string): boolean => path.startsWith('/') && !escaping.test(path);

/**
 * The path below `base` and the query of a link that an upstream gave, absolute or relative; undefined where it leads to
 * another origin, carries credentials, or leaves the base. Tokens must never follow it there.
 */
export function linkBelow(base: URL, link: string): { path: string; query: URLSearchParams } | undefined {
  const basePath = base.pathname.replace(/\/$/, '');
  const from = `${base.origin}${basePath}/`;
  if (!URL.canParse(link, from)) return undefined;
  const url = new URL(link, from);
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') return undefined;
  if (url.pathname !== basePath && !url.pathname.startsWith(`${basePath}/`)) return undefined;
  const path = url.pathname.slice(basePath.length) || '/';
  return staysBelow(path) ? { path, query: url.searchParams } : undefined;
}
