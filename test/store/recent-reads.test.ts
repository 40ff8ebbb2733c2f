import { expect, test } from '@jest/globals';
import { array, assert, asyncProperty, constantFrom, nat, record, scheduler } from 'fast-check';
import { recentReads } from '../../src/store/recent-reads.js';
import type { Stored } from '../../src/store/port.js';

interface Note extends Stored {
  readonly words: readonly string[];
}
const note = (id: string, version: number): Note => ({ id, version, words: [`${id}${version}`] });

/** A file beside what is remembered of it; a write reaches the file some time after it began and before it is known to have ended. */
function fileWithRecall(most = 100) {
  const file = new Map<string, Note>();
  const recent = recentReads<Note>(most);
  return {
    file,
    get(id: string): Note | undefined {
      const known = recent.document(id);
      if (known) return known;
      const read = file.get(id);
      return read && recent.keep(structuredClone(read));
    },
    all: () => recent.answer('all', () => [...file.values()]),
    write: (id: string, version: number, reaches: () => Promise<void>, known: () => Promise<void>) =>
      recent.writing([id], async () => {
        await reaches();
        file.set(id, note(id, version));
        await known();
      }),
  };
}

const step = record({ kind: constantFrom('write', 'get', 'get', 'all'), id: constantFrom('a', 'b'), version: nat(99) });

test('whatever is read at whatever moment of whatever writes is what the file holds at that moment', async () => {
  await assert(
    asyncProperty(scheduler(), array(step, { maxLength: 40 }), async (order, steps) => {
      const store = fileWithRecall();
      const pause = (): Promise<void> => order.schedule(Promise.resolve());
      const taken = steps.map(async ({ kind, id, version }) => {
        await pause();
        if (kind === 'write') await store.write(id, version, pause, pause);
        else if (kind === 'get') expect(store.get(id)).toEqual(store.file.get(id));
        else expect(store.all()).toEqual([...store.file.values()]);
      });
      const all = Promise.all(taken);
      all.catch(() => undefined);
      await order.waitIdle();
      await all;
      for (const id of ['a', 'b', 'c']) expect(store.get(id)).toEqual(store.file.get(id));
      expect(store.all()).toEqual([...store.file.values()]);
    }),
  );
});

test('a second look costs no read, until the document is written', async () => {
  const store = fileWithRecall();
  const now = (): Promise<void> => Promise.resolve();
  await store.write('a', 1, now, now);
  const first = store.get('a');
  expect(store.get('a')).toBe(first);
  await store.write('b', 1, now, now);
  expect(store.get('a')).toBe(first);
  await store.write('a', 2, now, now);
  expect(store.get('a')).toEqual(note('a', 2));
});

test('what was read while a write was under way is read again once it has reached the file', async () => {
  const store = fileWithRecall();
  const now = (): Promise<void> => Promise.resolve();
  await store.write('a', 1, now, now);
  const go: (() => void)[] = [];
  const gate = (): Promise<void> => new Promise((resolve) => go.push(resolve));
  const written = store.write('a', 2, gate, gate);
  expect([store.get('a'), store.all()]).toEqual([note('a', 1), [note('a', 1)]]);
  go[0]?.();
  await new Promise(setImmediate);
  expect([store.get('a'), store.all()]).toEqual([note('a', 2), [note('a', 2)]]);
  go[1]?.();
  await written;
});

test('a write that failed is not taken for one that changed nothing', async () => {
  const store = fileWithRecall();
  const now = (): Promise<void> => Promise.resolve();
  await store.write('a', 1, now, now);
  store.get('a');
  await expect(store.write('a', 2, now, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(store.get('a')).toEqual(note('a', 2));
});

test('nobody who holds what is remembered can change it for the others', async () => {
  const store = fileWithRecall();
  await store.write(
    'a',
    1,
    () => Promise.resolve(),
    () => Promise.resolve(),
  );
  const held = store.get('a')?.words as string[];
  expect(() => held.push('more')).toThrow(/not extensible/);
});

test('the oldest leaves first, so that memory stays as small as it was told to', async () => {
  const store = fileWithRecall(2);
  for (const id of ['a', 'b', 'c'])
    await store.write(
      id,
      1,
      () => Promise.resolve(),
      () => Promise.resolve(),
    );
  const first = store.get('a');
  store.get('b');
  store.get('c');
  expect(store.get('a')).not.toBe(first);
  expect(store.get('c')).toBe(store.get('c'));
});
