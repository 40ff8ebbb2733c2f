import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { openStore } from '../../src/store/open.js';
import type { StoreSettings } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';

/** An empty place for a store, on one engine. */
export interface Place {
  readonly settings: StoreSettings;
  readonly open: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

/** What MongoDB does and a stand-in for it does not. Each stand-in shows what the other lacks. */
type Gap = 'atomic replace' | 'UTF-8 order';
const gapsOf: Readonly<Record<string, readonly Gap[]>> = {
  // 1.24 on SQLite reads, compares and writes in three steps, and has no error of its own for a key taken by then.
  ferretdb: ['atomic replace'],
  // Compares text as Java does, by UTF-16.
  'mongo-java-server': ['UTF-8 order'],
};

/**
 * The engines at hand: the embedded one always, and what speaks MongoDB's protocol at `MONGODB_URI`, with the gaps of
 * the stand-in that `MONGODB_STAND_IN` names.
 */
export const engines: readonly { engine: string; newPlace: () => Place; gaps: readonly Gap[] }[] = [
  { engine: 'SQLite', newPlace: newDirectory, gaps: [] },
  ...(process.env['MONGODB_URI']
    ? [{ engine: 'MongoDB', newPlace: newDatabase, gaps: gapsOf[process.env['MONGODB_STAND_IN'] ?? ''] ?? [] }]
    : []),
];

export function newDirectory(): Place & { readonly dataDirectory: string } {
  const parent = mkdtempSync(join(tmpdir(), 'hub-store-'));
  const dataDirectory = join(parent, 'data');
  return {
    dataDirectory,
    settings: { dataDirectory },
    open: () => openStore({ dataDirectory }),
    remove: () => rm(parent, { recursive: true }),
  };
}

function newDatabase(): Place {
  const url = new URL(process.env['MONGODB_URI'] ?? '');
  url.pathname = `/test-${randomUUID()}`;
  const mongodbUri = url.href;
  return {
    settings: { mongodbUri },
    open: () => openStore({ mongodbUri }),
    async remove() {
      const connection = await mongoose.createConnection(mongodbUri).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
