/** The engine for more than one process: mongoose on MongoDB. Its write concern is what `insert` promises: a majority's journal. */
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import type { Store } from './port.js';
import { StoreUnavailable } from './port.js';
import { models } from './models/index.js';
import { mongoCollection } from './mongo-collection.js';
import type { Wire } from './mongo-collection.js';

/** Connects, and builds the declared indexes before it resolves. */
export async function openMongo(mongodbUri: string): Promise<Store> {
  const connection = await connectMongo(mongodbUri);
  const collections = Object.fromEntries(
    Object.entries(models).map(([name, model]) => [name, mongoCollection(wireFor(connection, name), model)]),
  );
  const health = connection.collection<{ _id: string; beats: number }>('health');
  let closed: Promise<void> | undefined;
  return {
    // One for each name, made above from the registry that the types are made from.
    collection: (name) => collections[name] as never,
    async check() {
      if (closed) throw new StoreUnavailable('the store is closed');
      const before = (await health.findOne({ _id: 'beat' }))?.beats ?? 0;
      await health.updateOne({ _id: 'beat' }, { $inc: { beats: 1 } }, { upsert: true });
      const after = (await health.findOne({ _id: 'beat' }))?.beats ?? 0;
      if (!(after > before)) throw new StoreUnavailable('a committed write was not read back');
    },
    close: () => (closed ??= connection.close()),
  };
}

/** A connection with every collection's model on it, its indexes built. */
export async function connectMongo(mongodbUri: string): Promise<Connection> {
  const connection = mongoose.createConnection(mongodbUri, {
    writeConcern: { w: 'majority', journal: true },
    readPreference: 'primary',
    // An absent field is absent, not null.
    ignoreUndefined: true,
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 5000,
  });
  try {
    await connection.asPromise();
    for (const [name, { schema }] of Object.entries(models)) {
      await connection.model(name, schema, name).createIndexes();
    }
    return connection;
  } catch (error) {
    await connection.close();
    throw new StoreUnavailable('MongoDB cannot be reached, or refuses the indexes', { cause: error });
  }
}

/** The model as documents on the wire: `_id`, `version` and the declared fields. */
export function wireFor(connection: Connection, name: string): Wire {
  return connection.model(name) as unknown as Wire;
}
