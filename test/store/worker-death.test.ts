import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../src/store/port.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { startWorker, startWriter } from '../../src/store/sqlite-writer.js';
import { newDirectory } from './engines.js';

test('when the writing worker dies, what waits and what follows is refused, and closing still ends', async () => {
  const place = newDirectory();
  mkdirSync(place.dataDirectory);
  const path = join(place.dataDirectory, 'hub.sqlite');
  const connection = connect(path);
  connection.exec('CREATE TABLE thing (id TEXT PRIMARY KEY) STRICT');
  const worker = startWorker({ path });
  const writer = await startWriter({ path }, worker);
  await writer.write('thing', 'INSERT INTO thing VALUES (?)', [['a']]);

  // Holds the write lock, so that the next write is still under way when the worker dies.
  connection.exec('BEGIN IMMEDIATE');
  const waiting = writer.write('thing', 'INSERT INTO thing VALUES (?)', [['b']]);
  const refused = expect(waiting).rejects.toBeInstanceOf(StoreUnavailable);
  void worker.terminate();
  connection.exec('ROLLBACK');
  await refused;

  await expect(writer.write('thing', 'INSERT INTO thing VALUES (?)', [['c']])).rejects.toThrow('worker is gone');
  await writer.close();
  connection.close();
  await place.remove();
});

test('a worker that cannot open the file is an error at once', async () => {
  const place = newDirectory();
  await expect(startWriter({ path: join(place.dataDirectory, 'nowhere', 'hub.sqlite') })).rejects.toThrow();
  await place.remove().catch(() => undefined);
});
