/** `GET /Patient?…` as an application-restricted caller may use it (`reference/nhs-apis.md` 1.3, 1.8). */
import { objects, text, type Fhir } from '../../fhir.js';
import type { SandboxReply } from '../../sandbox/server.js';
import { outcome } from './outcomes.js';
import type { SandboxPatient } from './patients.js';

const parameters = new Set([
  'family',
  'given',
  'gender',
  'birthdate',
  'death-date',
  'address-postcode',
  'address-postalcode',
  'general-practitioner',
  'phone',
  'email',
  '_fuzzy-match',
  '_exact-match',
  '_history',
  '_max-results',
]);

/** One unique match, none, or "too many" with status 200. */
export function search(all: readonly SandboxPatient[], query: URLSearchParams, baseUrl: string): SandboxReply {
  const fault = faultOf(query);
  if (fault) return fault;
  const found = all.filter((patient) => isFindable(patient, query) && matches(patient.whole, query));
  if (found.length > 1) return outcome(200, 'TOO_MANY_MATCHES');
  return {
    status: 200,
    headers: { 'content-type': 'application/fhir+json' },
    body: {
      resourceType: 'Bundle',
      type: 'searchset',
      timestamp: new Date().toISOString(),
      total: found.length,
      ...(found.length > 0 && {
        entry: found.map(({ nhsNumber, visible }) => ({
          fullUrl: `${baseUrl}/Patient/${nhsNumber}`,
          search: { score: query.get('_fuzzy-match') === 'true' ? 0.8 : 1 },
          resource: visible,
        })),
      }),
    },
  };
}

function faultOf(query: URLSearchParams): SandboxReply | undefined {
  const invalid = (what: string): SandboxReply =>
    outcome(400, 'INVALID_SEARCH_DATA', `Invalid search data provided - '${what}'`);
  if (query.size === 0) return outcome(400, 'UNSUPPORTED_SERVICE');
  for (const name of query.keys()) if (!parameters.has(name)) return outcome(400, 'ADDITIONAL_PROPERTIES', name);
  if ((query.get('_max-results') ?? '1') !== '1')
    return outcome(403, 'INVALID_VALUE', "Invalid value - '_max-results'");
  if (query.has('address-postcode') && query.has('address-postalcode')) return invalid('two postcodes');
  if (!query.has('birthdate')) {
    const missing = "Missing value - 'birth_date/birth_date_range_start/birth_date_range_end'";
    return outcome(400, 'MISSING_VALUE', missing);
  }
  const badDate = query.getAll('birthdate').find((date) => !/^(eq|ge|le)?\d{4}-\d{2}-\d{2}$/.test(date));
  if (badDate !== undefined) return outcome(400, 'INVALID_VALUE', "Invalid value in field 'birthdate'");
  if (!isEnough(query)) return invalid('Not enough search parameters were sent to be able to make a search');
  const names = [...query.getAll('family'), ...query.getAll('given'), ...query.getAll('address-postalcode')];
  return names.some((name) => name.slice(0, 2).includes('*')) ? invalid('wildcard in first two characters') : undefined;
}

/** Besides a birth date. */
function isEnough(query: URLSearchParams): boolean {
  const has = (...names: readonly string[]): boolean => names.every((name) => query.has(name));
  if (query.get('_fuzzy-match') !== 'true') return has('family');
  return (
    has('given', 'family') ||
    has('family', 'gender', 'address-postalcode') ||
    has('given', 'gender', 'address-postalcode')
  );
}

/** Whoever is restricted is not found by where they are. Very restricted people not at all: not published, so the stricter. */
function isFindable({ restriction, superseded }: SandboxPatient, query: URLSearchParams): boolean {
  if (superseded || restriction === 'REDACTED' || restriction === 'V') return false;
  const byPlace = ['address-postcode', 'address-postalcode', 'general-practitioner'].some((name) => query.has(name));
  return restriction === 'U' || !byPlace;
}

function matches(patient: Fhir, query: URLSearchParams): boolean {
  const names = objects(patient['name']);
  const families = names.map(({ family }) => text(family) ?? '');
  const givens = names.flatMap(({ given }) => (Array.isArray(given) ? given.map(String) : []));
  const postcodes = objects(patient['address']).map(({ postalCode }) => text(postalCode) ?? '');
  const fuzzy = query.get('_fuzzy-match') === 'true';
  const isName = fuzzy ? isNear : isLike;
  const isDate = fuzzy ? isNearDate : isInRange;
  const postcode = query.get('address-postalcode') ?? query.get('address-postcode');
  return (
    query.getAll('family').every((family) => families.some((each) => isName(each, family))) &&
    query.getAll('given').every((given) => givens.some((each) => isName(each, given))) &&
    query.getAll('birthdate').every((date) => isDate(text(patient['birthDate']) ?? '', date)) &&
    (!query.has('gender') || patient['gender'] === query.get('gender')) &&
    (postcode === null || postcodes.some((each) => isLike(each, postcode)))
  );
}

/** Without regard to case and spaces; `*` stands for anything. */
function isLike(value: string, pattern: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/\s/g, '');
  const [start = '', ...rest] = plain(pattern).split('*');
  if (rest.length === 0) return plain(value) === start;
  return plain(value).startsWith(start) && plain(value).endsWith(rest.at(-1) ?? '');
}

function isInRange(date: string, bound: string): boolean {
  const [, prefix = 'eq', day = ''] = /^(eq|ge|le)?(.*)$/.exec(bound) ?? [];
  if (prefix === 'ge') return date >= day;
  return prefix === 'le' ? date <= day : date === day;
}

/** PDS does not publish what is fuzzy to it: here one letter more, less or different, or a beginning of three letters. */
function isNear(value: string, asked: string): boolean {
  const [one, other] = [value.toLowerCase(), asked.toLowerCase()];
  if (one === other || (one.length > 2 && one.slice(0, 3) === other.slice(0, 3))) return true;
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  const at = Array.from(long).findIndex((letter, index) => letter !== short[index]);
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}

/** As asked, or with day and month exchanged. */
function isNearDate(date: string, bound: string): boolean {
  const [year, month, day] = date.split('-');
  return isInRange(date, bound) || isInRange(`${year}-${day}-${month}`, bound);
}
