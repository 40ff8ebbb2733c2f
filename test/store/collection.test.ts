import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DuplicateKey, InvalidDocument, VersionConflict } from '../../src/store/port.js';
import type { Store } from '../../src/store/port.js';
import { engines } from './engines.js';
import { client, consent, ledgerRecord, relationship } from './samples.js';

describe.each(engines)('a collection on $engine', ({ newPlace, gaps }) => {
  const testOfAtomicReplace = gaps.includes('atomic replace') ? test.skip : test;
  const place = newPlace();
  let store: Store;
  beforeAll(async () => {
    store = await place.open();
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  test('what was inserted is read back whole, as version 1', async () => {
    const record = ledgerRecord('whole', 1, 'Zoë 😀');
    const inserted = await store.collection('ledger').insert(record);
    expect(inserted).toEqual({ ...record, version: 1 });
    expect(await store.collection('ledger').get('whole:1')).toEqual({ ...record, version: 1 });
  });

  test('a field that is undefined is absent afterwards, not null', async () => {
    const absent: object = { until: undefined };
    await store.collection('relationships').insert({ ...relationship('absent', 'a'), ...absent });
    expect(Object.keys((await store.collection('relationships').get('absent:a')) ?? {})).not.toContain('until');
  });

  test('an id that is not there is undefined', async () => {
    expect(await store.collection('clients').get('nobody')).toBeUndefined();
  });

  test('getMany answers in the order of the ids and leaves absent ones out', async () => {
    await store.collection('ledger').insertMany([1, 2, 3].map((sequence) => ledgerRecord('many', sequence)));
    const ids = ['many:3', 'many:9', 'many:1', 'many:3'];
    const found = await store.collection('ledger').getMany(ids);
    expect(found.map(({ id }) => id)).toEqual(['many:3', 'many:1', 'many:3']);
    expect(await store.collection('ledger').getMany([])).toEqual([]);
  });

  test('an id that is taken is refused by name, and the first document stays', async () => {
    const relationships = store.collection('relationships');
    await relationships.insert(relationship('taken', 'a', 1));
    const second = relationships.insert(relationship('taken', 'a', 2));
    await expect(second).rejects.toMatchObject({ name: 'DuplicateKey', collection: 'relationships', index: 'id' });
    expect((await relationships.get('taken:a'))?.since).toBe(relationship('taken', 'a', 1).since);
  });

  test('a unique index that is taken is refused by name', async () => {
    const consents = store.collection('consents');
    await consents.insert(consent('unique', 1, 'a', 'one key'));
    const second = consents.insert({ ...consent('unique', 2, 'a', 'one key'), id: 'another id' });
    await expect(second).rejects.toMatchObject({ name: 'DuplicateKey', index: 'idempotencyKey' });
    const ledger = store.collection('ledger');
    await ledger.insert(ledgerRecord('unique', 1));
    const again = ledger.insert({ ...ledgerRecord('unique', 1), id: 'another id' });
    await expect(again).rejects.toMatchObject({ name: 'DuplicateKey', index: 'writer_sequence' });
  });

  test('of ten inserts of one key at once exactly one wins', async () => {
    const consents = store.collection('consents');
    const attempts = Array.from({ length: 10 }, (_, at) =>
      consents.insert({ ...consent('race', at, 'a', 'one key for ten'), id: `race:${at}` }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DuplicateKey);
    const stored = await consents.find({
      index: 'clientId_consentId_consentVersion',
      where: { clientId: client('a'), consentId: 'race' },
      limit: 10,
    });
    expect(stored).toHaveLength(1);
  });

  test('insertMany stores all or nothing', async () => {
    const ledger = store.collection('ledger');
    await ledger.insert(ledgerRecord('all', 3));
    const batch = [1, 2, 3, 4].map((sequence) => ledgerRecord('all', sequence));
    await expect(ledger.insertMany(batch)).rejects.toBeInstanceOf(DuplicateKey);
    const stored = await ledger.find({ index: 'writer_sequence', where: { writer: 'all' }, limit: 10 });
    expect(stored.map(({ sequence }) => sequence)).toEqual([3]);
    await ledger.insertMany([]);
  });

  test('what is made ready is stored when it is inserted, all of it or nothing', async () => {
    const ledger = store.collection('ledger');
    const [first, second] = [[1, 2], [3]].map((sequences) =>
      ledger.ready(sequences.map((sequence) => ledgerRecord('ready', sequence, 'a'))),
    );
    const stored = async () =>
      (await ledger.find({ index: 'writer_sequence', where: { writer: 'ready' }, limit: 10 })).map(
        ({ sequence }) => sequence,
      );
    expect([first!.count, second!.count, await stored()]).toEqual([2, 1, []]);
    expect(() => ledger.ready([{ ...ledgerRecord('ready', 4), policyVersion: '' }])).toThrow(InvalidDocument);
    await ledger.insertReady([first!, second!]);
    expect(await stored()).toEqual([1, 2, 3]);
    expect(await ledger.get('ready:3')).toEqual({ ...ledgerRecord('ready', 3, 'a'), version: 1 });
    const again = ledger.ready([ledgerRecord('ready', 4), ledgerRecord('ready', 3)]);
    await expect(ledger.insertReady([again])).rejects.toBeInstanceOf(DuplicateKey);
    expect(await ledger.get('ready:1')).toBeDefined();
    await ledger.insertReady([]);
  });

  test('a replacement needs the version it replaces', async () => {
    const relationships = store.collection('relationships');
    const first = await relationships.insert(relationship('replace', 'a'));
    const second = await relationships.replace({ ...first, until: '2026-02-01T00:00:00Z' }, first.version);
    expect(second).toEqual({ ...first, until: '2026-02-01T00:00:00Z', version: 2 });
    await expect(relationships.replace(first, first.version)).rejects.toBeInstanceOf(VersionConflict);
    await expect(relationships.replace(relationship('replace', 'nobody'), 1)).rejects.toBeInstanceOf(VersionConflict);
    expect(await relationships.get('replace:a')).toEqual(second);
  });

  test('a replacement leaves the fields that it does not have', async () => {
    const relationships = store.collection('relationships');
    const first = await relationships.insert({ ...relationship('drop', 'a'), until: '2026-02-01T00:00:00Z' });
    const { until, ...lasting } = first;
    expect(until).toBeDefined();
    await relationships.replace(lasting, 1);
    expect(await relationships.get('drop:a')).toEqual({ ...lasting, version: 2 });
  });

  testOfAtomicReplace('of ten replacements of one version exactly one wins', async () => {
    const relationships = store.collection('relationships');
    const first = await relationships.insert(relationship('contended', 'a'));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => relationships.replace(first, 1)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await relationships.get('contended:a'))?.version).toBe(2);
  });

  testOfAtomicReplace('a replacement that takes the unique key of another is refused', async () => {
    const consents = store.collection('consents');
    await consents.insert(consent('steal', 1, 'a', 'owned'));
    const other = await consents.insert(consent('steal', 2, 'a', 'mine'));
    const theft = consents.replace({ ...other, idempotencyKey: 'owned' }, 1);
    await expect(theft).rejects.toMatchObject({ name: 'DuplicateKey', index: 'idempotencyKey' });
  });

  test('a document that breaks its declaration is refused, and the message does not repeat the value', async () => {
    const wrong = { ...relationship('invalid', 'a'), kind: '943 476 5919' as 'JOBCENTRE' };
    const attempt = store.collection('relationships').insert(wrong);
    await expect(attempt).rejects.toBeInstanceOf(InvalidDocument);
    await expect(attempt).rejects.toThrow(/^relationships: kind: enum$/);
  });

  test('countBy counts under each value of the next field', async () => {
    const ledger = store.collection('ledger');
    await ledger.insertMany([1, 2, 3].map((sequence) => ledgerRecord('count', sequence, `count-${sequence % 2}`)));
    const byWriter = await ledger.countBy({ index: 'writer_sequence', where: {} }, 'writer');
    expect(byWriter.get('count')).toBe(3);
    const bySequence = await ledger.countBy({ index: 'writer_sequence', where: { writer: 'count' } }, 'sequence');
    expect([...bySequence].sort()).toEqual([[1, 1], [2, 1], [3, 1]]); // prettier-ignore
    const byClient = await ledger.countBy({ index: 'clientId_at', where: {} }, 'clientId');
    expect([byClient.get('count-0'), byClient.get('count-1')]).toEqual([1, 2]);
    expect([...byClient.keys()].every((key) => typeof key === 'string')).toBe(true);
  });

  test('a check writes and reads back', async () => {
    await store.check();
    await Promise.all([store.check(), store.check()]);
  });
});

describe.each(engines)('a store on $engine', ({ newPlace }) => {
  test('keeps what it acknowledged when it is closed and opened again', async () => {
    const place = newPlace();
    const first = await place.open();
    await first.collection('ledger').insertMany([1, 2, 3].map((sequence) => ledgerRecord('kept', sequence)));
    await first.close();
    const second = await place.open();
    const kept = await second
      .collection('ledger')
      .find({ index: 'writer_sequence', where: { writer: 'kept' }, limit: 9 });
    expect(kept).toEqual([1, 2, 3].map((sequence) => ({ ...ledgerRecord('kept', sequence), version: 1 })));
    await second.close();
    await place.remove();
  });

  test('finishes the writes under way before it closes, and refuses those that come after', async () => {
    const place = newPlace();
    const store = await place.open();
    const ledger = store.collection('ledger');
    const underWay = [1, 2, 3].map((sequence) => ledger.insert(ledgerRecord('closing', sequence)));
    await Promise.all(underWay);
    await store.close();
    await expect(ledger.insert(ledgerRecord('closing', 4))).rejects.toThrow();
    await expect(ledger.get('closing:1')).rejects.toThrow();
    await expect(store.check()).rejects.toThrow();
    await place.remove();
  });
});
