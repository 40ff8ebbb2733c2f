/**
 * `MONGODB_URI=… npm run store:copy -- [--data-dir DIR]`: moves the embedded store to MongoDB. Stop the hub first; run
 * again if it was interrupted. Exit code 0: all of it is there and the same; 1: it is not.
 */
import { parseArgs } from 'node:util';
import { copyStore } from './copy.js';
import { connectMongo, wireFor } from './mongo.js';
import { StoreUnavailable } from './port.js';
import { existingDatabaseFile } from './sqlite-files.js';
import { openSqlite } from './sqlite.js';

try {
  await copy();
} catch (error) {
  process.stderr.write(`store: not copied: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function copy(): Promise<void> {
  const { values } = parseArgs({
    options: { 'data-dir': { type: 'string', default: process.env['HUB_DATA_DIR'] ?? '.hub' } },
  });
  const mongodbUri = process.env['MONGODB_URI'];
  if (mongodbUri === undefined) throw new StoreUnavailable('MONGODB_URI does not say where to');
  existingDatabaseFile(values['data-dir']);
  const source = await openSqlite({ dataDirectory: values['data-dir'] });
  try {
    const connection = await connectMongo(mongodbUri);
    try {
      for await (const { collection, documents, copied, digest } of copyStore(source, (name) =>
        wireFor(connection, name),
      )) {
        process.stdout.write(`store: ${collection}: ${documents} documents, ${copied} copied now, sha256 ${digest}\n`);
      }
    } finally {
      await connection.close();
    }
  } finally {
    await source.close();
  }
}
