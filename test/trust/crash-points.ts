/** A store that stops at a chosen write, as a process that dies there: everything before is durable, nothing after happens. */
import type { Collection, CollectionName, ReadyDocuments, Store, Stored } from '../../src/store/port.js';

export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Where the process dies: at the `number`th write, before it reaches the store or just after, when nobody is told any more. */
export interface CrashPoint {
  readonly number: number;
  readonly when: 'before' | 'after';
}

export interface CrashingStore {
  readonly store: Store;
  /** How many writes there were. */
  writes(): number;
}

/** @param at undefined: it never crashes, and counts */
export function crashing(store: Store, at?: CrashPoint): CrashingStore {
  let writes = 0;
  let dead = false;
  const guarded = async <Answer>(write: () => Promise<Answer>): Promise<Answer> => {
    if (dead) throw new Crash('the process is dead');
    writes += 1;
    const isHere = writes === at?.number;
    if (isHere && at.when === 'before') {
      dead = true;
      throw new Crash('before the write');
    }
    const answer = await write();
    if (isHere) {
      dead = true;
      throw new Crash('after the write');
    }
    return answer;
  };
  const collection = (name: CollectionName) => {
    const own = store.collection(name) as unknown as Collection<Stored>;
    return {
      ...own,
      insert: (document: Stored) => guarded(() => own.insert(document)),
      insertMany: (documents: readonly Stored[]) => guarded(() => own.insertMany(documents)),
      insertReady: (ready: readonly ReadyDocuments[]) => guarded(() => own.insertReady(ready)),
      replace: (document: Stored, version: number) => guarded(() => own.replace(document, version)),
      remove: (id: string, version: number) => guarded(() => own.remove(id, version)),
    };
  };
  return {
    store: { ...store, collection: collection as unknown as Store['collection'] },
    writes: () => writes,
  };
}

/** Every place at which a verb of so many writes can be cut. */
export const crashPoints = (writes: number): readonly CrashPoint[] =>
  Array.from({ length: writes }, (_, index) => index + 1).flatMap((number) => [
    { number, when: 'before' as const },
    { number, when: 'after' as const },
  ]);
