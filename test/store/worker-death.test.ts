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

  // Not `terminate()`, which takes the process down where libsql is at work. What is no job kills the worker by a TypeError,
  // and the write that is sent right behind is under way then.
  worker.postMessage(null);
  const waiting = writer.write('thing', 'INSERT INTO thing VALUES (?)', [['b']]);
  await expect(waiting).rejects.toBeInstanceOf(StoreUnavailable);

  await expect(writer.write('thing', 'INSERT INTO thing VALUES (?)', [['c']])).rejects.toThrow(
    'the writing worker failed',
  );
  await writer.close();
  connection.close();
  await place.remove();
});

test('a worker that cannot open the file is an error at once', async () => {
  const place = newDirectory();
  await expect(startWriter({ path: join(place.dataDirectory, 'nowhere', 'hub.sqlite') })).rejects.toThrow();
  await place.remove().catch(() => undefined);
});
