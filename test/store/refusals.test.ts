import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RefusedQuery } from '../../src/store/port.js';
import type { Query, Store } from '../../src/store/port.js';
import { engines } from './engines.js';
import { client, organisation } from './samples.js';

describe.each(engines)('what no declared index bounds is refused on $engine', ({ newPlace }) => {
  const place = newPlace();
  let store: Store;
  beforeAll(async () => {
    store = await place.open();
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const base: Query = { index: 'clientId_at', where: { clientId: 'a' }, limit: 10 };
  test.each<[string, Query]>([
    ['an index that is not declared', { ...base, index: 'hash' }],
    ['an index by the name of an object property', { ...base, index: 'constructor' }],
    ['a field that is not on the index', { ...base, where: { clientId: 'a', writer: 'w' } }],
    ['a field behind one that is not fixed', { ...base, index: 'writer_sequence', where: { sequence: 1 } }],
    ['a field behind a range', { ...base, index: 'writer_sequence', where: { writer: { gt: 'a' }, sequence: 1 } }],
    ['equality behind an "in"', { ...base, index: 'writer_sequence', where: { writer: { in: ['a'] }, sequence: 1 } }],
    ['a field that documents may lack, not fixed', { ...base, where: {} }],
    ['a range without an end', { ...base, where: { clientId: 'a', at: {} } }],
    ['an operator that is not in the port', { ...base, where: { clientId: { ne: 'a' } as object } }],
    ['a value of another type', { ...base, where: { clientId: 1 } }],
    ['a value of another type in a list', { ...base, where: { clientId: { in: ['a', 1] } } }],
    ['a value that is an object', { ...base, where: { clientId: { in: [{}] } } as never }],
    ['half a surrogate pair, which would abort the process', { ...base, where: { clientId: '\ud800' } }],
    ['not a number', { ...base, index: 'writer_sequence', where: { writer: 'a', sequence: NaN } }],
    ['no limit', { ...base, limit: undefined as never }],
    ['a limit of none', { ...base, limit: 0 }],
    ['a limit beyond 1,000', { ...base, limit: 1001 }],
    ['a limit that is no whole number', { ...base, limit: 1.5 }],
    ['a continuation of the wrong length', { ...base, after: ['2026-01-01T00:00:00Z'] }],
    ['a continuation of the wrong type', { ...base, after: [1, 'id'] }],
  ])('%s', async (_what, query) => {
    await expect(store.collection('ledger').find(query as never)).rejects.toBeInstanceOf(RefusedQuery);
  });

  test('a count by a field that is not next', async () => {
    const count = store.collection('ledger').countBy({ index: 'writer_sequence', where: {} }, 'sequence');
    await expect(count).rejects.toBeInstanceOf(RefusedQuery);
    const byId = store.collection('ledger').countBy({ index: 'id', where: {} }, 'id');
    await expect(byId).rejects.toBeInstanceOf(RefusedQuery);
  });

  test('a count behind a range', async () => {
    const where = { writer: { gt: 'a' } };
    const count = store.collection('ledger').countBy({ index: 'writer_sequence', where }, 'sequence');
    await expect(count).rejects.toBeInstanceOf(RefusedQuery);
  });

  test('more than 1,000 ids at once', async () => {
    const ids = Array.from({ length: 1001 }, (_, at) => `id-${at}`);
    await expect(store.collection('ledger').getMany(ids)).rejects.toBeInstanceOf(RefusedQuery);
  });

  test('and the types say so before it runs', async () => {
    const relationships = store.collection('relationships');
    // @ts-expect-error there is no such index
    await expect(relationships.find({ index: 'kind', where: {}, limit: 1 })).rejects.toThrow();
    // @ts-expect-error the index has no such field
    const elsewhere = relationships.find({ index: 'clientId', where: { kind: 'JOBCENTRE' }, limit: 1 });
    await expect(elsewhere).rejects.toThrow();
    // @ts-expect-error there is no answer without a limit
    await expect(relationships.find({ index: 'clientId', where: { clientId: client('a') } })).rejects.toThrow();
    const answered = { index: 'organisation_since', where: { organisation: organisation('a') }, limit: 1 } as const;
    expect(await relationships.find(answered)).toEqual([]);
  });
});
