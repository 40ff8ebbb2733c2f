import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrganisationId, Viewer } from '../../src/access/types.js';
import { createCursors } from '../../src/identity/cursor.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { isNHSNumber, testNHSNumber } from '../../src/identity/nhs-number.js';
import { createPairwiseIds } from '../../src/identity/pairwise-id.js';

const north = 'NORTH' as OrganisationId;
const south = 'SOUTH' as OrganisationId;

describe('pairwise ids', () => {
  const ids = createPairwiseIds(randomBytes(32));

  test('are stable for one organisation and come back to the same record', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const id = ids.encode(north, 'client', uuid);
        expect(ids.encode(north, 'client', uuid)).toBe(id);
        expect(ids.decode(north, 'client', id)).toBe(uuid);
      }),
    );
  });

  test('of two organisations share nothing, and one organisation’s id names nobody for the other', () => {
    const uuid = randomUUID();
    const id = ids.encode(north, 'client', uuid);
    expect(ids.encode(south, 'client', uuid)).not.toBe(id);
    expect(ids.decode(south, 'client', id)).toBeUndefined();
    expect(ids.decode(north, 'consent', id)).toBeUndefined();
  });

  test('that were altered in any character name nobody', () => {
    const id = ids.encode(north, 'client', randomUUID());
    for (let place = 0; place < id.length; place += 1) {
      const other = id[place] === 'A' ? 'B' : 'A';
      expect(ids.decode(north, 'client', id.slice(0, place) + other + id.slice(place + 1))).toBeUndefined();
    }
  });
});

describe('cursors', () => {
  const cursors = createCursors(randomBytes(32));
  const viewer: Viewer = {
    subject: 's',
    organisation: north,
    audience: 'CLINICIAN',
    purpose: 'DIRECT_CARE',
    issuer: 'i',
  };

  test('come back to their key for the caller and the list that they were made for', () => {
    expect(cursors.decode(viewer, 'clients', cursors.encode(viewer, 'clients', ['2026', 'id', 3]))).toEqual([
      '2026',
      'id',
      3,
    ]);
  });

  test.each<[string, Viewer, string]>([
    ['another person', { ...viewer, subject: 't' }, 'clients'],
    ['another organisation', { ...viewer, organisation: south }, 'clients'],
    ['another purpose', { ...viewer, purpose: 'EMPLOYMENT_SUPPORT' }, 'clients'],
    ['another list', viewer, 'history'],
  ])('are refused to %s', (_who, other, list) => {
    expect(cursors.decode(other, list, cursors.encode(viewer, 'clients', ['2026']))).toBeUndefined();
  });

  test('that are not cursors are refused', () => {
    for (const text of ['', 'x', 'a'.repeat(100), '%%%%'])
      expect(cursors.decode(viewer, 'clients', text)).toBeUndefined();
  });
});

describe('the keyring', () => {
  const first = randomBytes(32).toString('base64');
  const ring = createKeyring({ 1: first });

  test('opens what it sealed, and never seals alike', () => {
    const sealed = ring.seal('9990000018');
    expect(ring.open(sealed)).toBe('9990000018');
    expect(ring.seal('9990000018')).not.toBe(sealed);
    expect(sealed).not.toContain('9990000018');
  });

  test('refuses what was altered', () => {
    const sealed = ring.seal('x'.repeat(20));
    const altered = (sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')) as typeof sealed;
    expect(() => ring.open(altered)).toThrow();
  });

  test('seals under the newest key, still opens the older, and keeps look-ups where they were', () => {
    const rotated = createKeyring({ 1: first, 2: randomBytes(32).toString('base64') });
    expect(rotated.seal('a')).toMatch(/^2\./);
    expect(rotated.open(ring.seal('a'))).toBe('a');
    expect(rotated.lookupKey('nhs-number', '1')).toBe(ring.lookupKey('nhs-number', '1'));
    expect(() => ring.open(rotated.seal('a'))).toThrow('No sealing key number 2');
  });
});

describe('NHS numbers', () => {
  test.each(['9990000018', '9000000009', '9434765919'])('%s is valid', (number) => {
    expect(isNHSNumber(number)).toBe(true);
  });
  test.each(['9990000019', '0000000000', '9999999999', '999 000 0018', '999000001', '99900000188', ''])(
    '%p is not',
    (number) => {
      expect(isNHSNumber(number)).toBe(false);
    },
  );
  test('the test range has no invalid and no repeated number', () => {
    const numbers = Array.from({ length: 300 }, (_, index) => testNHSNumber(index));
    expect(new Set(numbers).size).toBe(300);
    expect(numbers.every((number) => isNHSNumber(number) && number.startsWith('999'))).toBe(true);
  });
});
