/**
 * The one small port that both engines speak (design section 8). What is not on a declared index cannot be asked: the
 * types forbid it, and each engine refuses it at run time.
 */

/** A stored document: an id of its own and a version that grows by one with each replacement. */
export interface Stored {
  readonly id: string;
  /** 1 after insert. */
  readonly version: number;
}

/** Values that can stand in an index. */
export type Key = string | number | boolean;

export type Condition =
  | Key
  | { readonly in: readonly Key[] }
  | { readonly gt?: Key; readonly gte?: Key; readonly lt?: Key; readonly lte?: Key };

/** One question to an index. */
export interface Query {
  /** A declared index of the collection, by name. */
  readonly index: string;
  /** Equality or `in` on a prefix of the index's fields, then at most one range on the next. */
  readonly where: Readonly<Record<string, Condition>>;
  /** Default ascending, in the index's order. */
  readonly order?: 'ascending' | 'descending';
  /** At most this many; 1 to 1,000. */
  readonly limit: number;
  /** Continue after this key: the values of the index's fields that are not fixed by equality, then the id. */
  readonly after?: readonly Key[];
}

export interface Collection<Document extends Stored> {
  readonly name: string;
  get(id: string): Promise<Document | undefined>;
  /** In the order of `ids`; absent ones are left out. */
  getMany(ids: readonly string[]): Promise<readonly Document[]>;
  find(query: Query): Promise<readonly Document[]>;
  /** Durable when it resolves. Rejects with `DuplicateKey` and stores nothing where the id or a unique index is taken. */
  insert(document: Omit<Document, 'version'>): Promise<Document>;
  /** Durable, all or nothing, in one commit. */
  insertMany(documents: readonly Omit<Document, 'version'>[]): Promise<void>;
  /** Durable. Rejects with `VersionConflict` unless the stored version is `expectedVersion`. */
  replace(document: Omit<Document, 'version'>, expectedVersion: number): Promise<Document>;
  /** How many documents there are under each value of the index's next field after those fixed by `where`. */
  countBy(query: Pick<Query, 'index' | 'where'>, field: string): Promise<ReadonlyMap<Key, number>>;
}

/** A store that is open. */
export interface Store {
  collection<Name extends CollectionName>(name: Name): Collection<Documents[Name]>;
  /** Resolves when a write has been committed and read back; rejects where the store cannot write. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
  constructor(
    readonly collection: string,
    readonly index: string,
  ) {
    super(`${collection}: ${index} is taken`);
  }
}

export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(readonly collection: string) {
    super(`${collection}: changed meanwhile`);
  }
}

import type { Documents } from './documents.js';
export type CollectionName = keyof Documents;
