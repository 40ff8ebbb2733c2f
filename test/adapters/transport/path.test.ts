import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkBelow, pathOf, staysBelow } from '../../../adapters/transport/path.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';

const base = new URL('https://fhir.example.org/r4');

describe('an id in a path', () => {
  test('stands where the template puts it', () => {
    expect(pathOf`/Patient/${'9000000009'}/RelatedPerson/${'a-B_1.2'}`).toBe(
      '/Patient/9000000009/RelatedPerson/a-B_1.2',
    );
    expect(pathOf`/metadata`).toBe('/metadata');
  });

  test.each([
    '',
    '.',
    '..',
    '...',
    '../Practitioner?x=',
    'a/b',
    'a?b',
    'a#b',
    'a%2fb',
    'a\\b',
    'a b',
    'a\nb',
    'é',
    'x'.repeat(129),
  ])('is refused, and not repeated, where it could leave its segment: %j', (id) => {
    const error = caught(() => pathOf`/Patient/${id}`);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ reason: 'REFUSED', code: 'INVALID_ID', message: 'hub: REFUSED' });
  });

  test('never leads to another path, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[./%a2fe\\?#-]{0,12}$/)), (id) => {
        let path;
        try {
          path = pathOf`/Patient/${id}/end`;
        } catch {
          return;
        }
        expect(new URL(`https://host${path}`).pathname).toBe(`/Patient/${id}/end`);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a path as a whole', () => {
  test.each(['/Patient', '/contacts(0b1c)', '/$batch', '/a.b/c', '/a%20b'])('may be %j', (path) =>
    expect(staysBelow(path)).toBe(true),
  );
  test.each([
    'Patient',
    '//host/x',
    '/a/../b',
    '/a/..',
    '/./a',
    '/%2e%2e/a',
    '/a/.%2E',
    '/a%2fb',
    '/a?b',
    '/a#b',
    '/a\\b',
    '/a b',
  ])('may not be %j', (path) => expect(staysBelow(path)).toBe(false));
});

describe('a link that the upstream gave', () => {
  test.each([
    ['an absolute one', 'https://fhir.example.org/r4/Condition?page=2&a=b', '/Condition', 'page=2&a=b'],
    ['a relative one', 'Condition?page=2', '/Condition', 'page=2'],
    ['one with the default port', 'https://fhir.example.org:443/r4?_getpages=1', '/', '_getpages=1'],
  ])('is followed where it stays below the base: %s', (_name, link, path, query) => {
    const followed = linkBelow(base, link);
    expect([followed?.path, followed?.query.toString()]).toEqual([path, query]);
  });

  test.each([
    ['another host', 'https://evil.example.org/r4/Condition'],
    ['a host that starts like ours', 'https://fhir.example.org.evil.org/r4/Condition'],
    ['another port', 'https://fhir.example.org:8443/r4/Condition'],
    ['another scheme', 'http://fhir.example.org/r4/Condition'],
    ['a scheme-relative host', '//evil.example.org/r4/Condition'],
    ['credentials', 'https://user:pass@fhir.example.org/r4/Condition'],
    ['a user name', 'https://user@fhir.example.org/r4/Condition'],
    ['beside the base', 'https://fhir.example.org/r4-other/Condition'],
    ['above the base', '/other/Condition'],
    ['up from the base', 'https://fhir.example.org/r4/../admin'],
    ['encoded dots', 'https://fhir.example.org/r4/%2e%2e/admin'],
    ['an encoded slash', 'https://fhir.example.org/r4/..%2fadmin'],
    ['nothing that is a URL', 'https://['],
  ])('is refused where it leads elsewhere: %s', (_name, link) => {
    expect(linkBelow(base, link)).toBeUndefined();
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
