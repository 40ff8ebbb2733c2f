/** The embedded engine: one SQLite file, WAL, every acknowledged write on the disk. */
import type { Worker } from 'node:worker_threads';
import type { Store } from './port.js';
import { StoreUnavailable } from './port.js';
import { models } from './models/index.js';
import { answer, sqliteCollection } from './sqlite-collection.js';
import type { Engine } from './sqlite-collection.js';
import { connect } from './sqlite-connection.js';
import type { Connection } from './sqlite-connection.js';
import { attachEntries, createEntryFile, entryTables } from './sqlite-entries.js';
import {
  databaseFile,
  entriesFile,
  existingDatabaseFile,
  holdDataDirectory,
  prepareDataDirectory,
} from './sqlite-files.js';
import { createTables } from './sqlite-schema.js';
import { fill, openOwnEntries } from './sqlite-filling.js';
import { startBackground, startBackgroundWorker, type DeferredIndexes } from './sqlite-background.js';
import type { BackgroundSettings } from './sqlite-background-serving.js';
import type { WorkerSettings } from './sqlite-jobs.js';
import { startWorker, startWriter } from './sqlite-writer.js';
import type { Writer } from './sqlite-writer.js';

export interface SqliteSettings {
  /** Made where it is missing; readable by its owner alone. */
  readonly dataDirectory: string;
  /** The database may grow to this many bytes; absent: as the disk allows. */
  readonly maximumBytes?: number;
}

/** The threads beside the event loop. A benchmark has others, of a slower disk. */
export interface SqliteThreads {
  readonly writing: (settings: WorkerSettings) => Worker;
  readonly background: (settings: BackgroundSettings) => Worker;
}

const ownThreads: SqliteThreads = { writing: startWorker, background: startBackgroundWorker };

/** Opens the data directory for this process alone. Rejects with `StoreUnavailable` where another process has it. */
export async function openSqlite(
  { dataDirectory, ...limits }: SqliteSettings,
  threads: SqliteThreads = ownThreads,
): Promise<Store> {
  prepareDataDirectory(dataDirectory);
  const hold = holdDataDirectory(dataDirectory);
  let reader: Connection | undefined;
  try {
    const path = databaseFile(dataDirectory);
    reader = connect(path);
    reader.exec('PRAGMA journal_mode = WAL');
    createTables(reader, Object.values(models));
    const entriesPath = entriesFile(dataDirectory);
    const tables = entryTables(Object.values(models));
    createEntryFile(entriesPath, tables);
    attachEntries(reader, entriesPath);
    const settings = { path, ...limits };
    const writer = await startWriter(settings, threads.writing(settings));
    const background = startBackground(writer, threads.background({ ...settings, entriesPath, entryTables: tables }));
    const close = async (): Promise<void> => {
      await background.stop();
      await writer.close();
    };
    const connection = reader;
    const deferred = { ...background, reader: () => connection };
    return createStore(connection, { ...writer, close }, deferred, true, () => hold.release());
  } catch (error) {
    reader?.close();
    hold.release();
    throw error;
  }
}

/** Opens a data directory beside the process that has it, or with none; every write rejects. */
export function openReadOnly(dataDirectory: string): Promise<Store> {
  return answer(() => {
    const path = existingDatabaseFile(dataDirectory);
    const reader = connect(path);
    const readOnly: Writer = {
      write: () => Promise.reject(new StoreUnavailable('the store is open for reading only')),
      read: (sql, parameters) => answer(() => reader.all(sql, parameters)),
      checkpoint: () => undefined,
      close: () => Promise.resolve(),
    };
    const { deferred, close } = ownIndexes(path);
    return createStore(reader, readOnly, deferred, false, close);
  });
}

/** Made by a reader for itself, where it asks for them at all: whoever has the store open may have fallen behind, or be gone. */
function ownIndexes(path: string): { readonly deferred: DeferredIndexes; readonly close: () => void } {
  const tables = entryTables(Object.values(models));
  let entries: Connection | undefined;
  const filled = (): Connection => {
    fill((entries ??= openOwnEntries(path, tables)), tables);
    return entries;
  };
  return {
    deferred: {
      reader: () => entries ?? filled(),
      written: () => undefined,
      caughtUp: () => answer(() => void filled()),
      read: (sql, parameters) => answer(() => filled().all(sql, parameters)),
    },
    close: () => entries?.close(),
  };
}

function createStore(
  connection: Connection,
  writer: Writer,
  deferred: DeferredIndexes,
  alone: boolean,
  release: () => void,
): Store {
  connection.exec('PRAGMA query_only = ON');
  let closed: Promise<void> | undefined;
  const engine: Engine = {
    writer,
    deferred,
    alone,
    reader() {
      if (closed) throw new StoreUnavailable('the store is closed');
      return connection;
    },
  };
  const collections = Object.fromEntries(
    Object.entries(models).map(([name, model]) => [name, sqliteCollection(engine, model)]),
  );
  const beats = () => Number(engine.reader().first('SELECT beats FROM health', [])?.[0]);
  return {
    // One for each name, made above from the registry that the types are made from.
    collection: (name) => collections[name] as never,
    async check() {
      const before = beats();
      await writer.write('health', 'UPDATE health SET beats = beats + 1', [[]]);
      if (!(beats() > before)) throw new StoreUnavailable('a committed write was not read back');
    },
    close() {
      closed ??= writer.close().finally(() => {
        connection.close();
        release();
      });
      return closed;
    },
  };
}
