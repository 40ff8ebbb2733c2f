/**
 * The one small port that both engines speak (design section 8). What is not on a declared index cannot be asked: the
 * types forbid it, and each engine refuses it at run time.
 */

import type { Documents } from './documents.js';
import type { IndexDeclarations } from './models/declare.js';
import type { Models } from './models/index.js';

export type CollectionName = keyof Documents;

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
export interface Query<IndexName extends string = string, Field extends string = string> {
  /** A declared index of the collection, by name: its fields' names joined by `_`, or `id`. */
  readonly index: IndexName;
  /**
   * Equality on a prefix of the index's fields, then at most one `in`, then at most one range on the next. A field that
   * a document may lack must be fixed here.
   */
  readonly where: Readonly<Partial<Record<Field, Condition>>>;
  /** Default ascending, in the index's order; text by its UTF-8 bytes. */
  readonly order?: 'ascending' | 'descending';
  /** At most this many; 1 to 1,000. */
  readonly limit: number;
  /** Continue after this key: the values of the index's fields that are not fixed by equality, then the id. */
  readonly after?: readonly Key[];
}

/** The questions that a collection's declared indexes answer. */
export type QueryOn<Indexes extends IndexDeclarations> = {
  [Name in keyof Indexes & string]: Query<Name, Indexes[Name]['fields'][number]>;
}[keyof Indexes & string];

/** Documents that were checked and are in the form in which the engine writes them: for the collection that made them, once. */
export interface ReadyDocuments {
  readonly count: number;
}

export interface Collection<Document extends Stored, Indexes extends IndexDeclarations = IndexDeclarations> {
  readonly name: string;
  get(id: string): Promise<Document | undefined>;
  /** In the order of `ids`, at most 1,000 of them; absent ones are left out. */
  getMany(ids: readonly string[]): Promise<readonly Document[]>;
  /** Rejects with `RefusedQuery` where no declared index answers it. */
  find(query: QueryOn<Indexes>): Promise<readonly Document[]>;
  /**
   * Durable when it resolves. Rejects and stores nothing: with `DuplicateKey` where the id or a unique index is taken,
   * with `InvalidDocument` where it breaks the declaration.
   */
  insert(document: Omit<Document, 'version'>): Promise<Document>;
  /** Durable, all or nothing, in one commit. (On MongoDB in order, so that a crash within leaves at most a prefix.) */
  insertMany(documents: readonly Omit<Document, 'version'>[]): Promise<void>;
  /**
   * Does of an `insertMany` what can be done ahead of it, while the disk is at something else. Nothing is stored, nothing need follow.
   * @throws InvalidDocument where one breaks the declaration
   */
  ready(documents: readonly Omit<Document, 'version'>[]): ReadyDocuments;
  /** The rest of it, for all of these together. */
  insertReady(ready: readonly ReadyDocuments[]): Promise<void>;
  /** Durable. Rejects with `VersionConflict` unless the stored version is `expectedVersion`. */
  replace(document: Omit<Document, 'version'>, expectedVersion: number): Promise<Document>;
  /** Durable. Rejects with `VersionConflict` unless the stored version is `expectedVersion`. For what another document has taken the place of. */
  remove(id: string, expectedVersion: number): Promise<void>;
  /**
   * How many documents there are under each value of `field`: the index's next after those that `where` fixes by
   * equality. It reads the whole stretch of the index, so it is for figures, not for the path of a request.
   */
  countBy(query: Pick<QueryOn<Indexes>, 'index' | 'where'>, field: string): Promise<ReadonlyMap<Key, number>>;
}

/** A store that is open. */
export interface Store {
  collection<Name extends CollectionName>(name: Name): Collection<Documents[Name], Models[Name]['indexes']>;
  /** Resolves when a write has been committed and read back; rejects where the store cannot write. */
  check(): Promise<void>;
  /** Waits for what is under way. Every later call rejects. */
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

/** The question is on no declared index, or has no bound. A mistake in the program, never the caller's. */
export class RefusedQuery extends Error {
  override readonly name = 'RefusedQuery';
}

/** The document breaks its collection's declaration. The message names the field and the rule, never the value. */
export class InvalidDocument extends Error {
  override readonly name = 'InvalidDocument';
}

/** The store cannot do it now: no space, read-only, closed, or its engine is gone. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
