import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { connect } from '../../src/store/sqlite-connection.js';
import { startWorker, startWriter } from '../../src/store/sqlite-writer.js';
import { newDirectory } from './engines.js';

test('what is asked before the event loop turns is one message, promises between or not, and each is answered', async () => {
  const place = newDirectory();
  mkdirSync(place.dataDirectory);
  const path = join(place.dataDirectory, 'hub.sqlite');
  const connection = connect(path);
  connection.exec('CREATE TABLE thing (id TEXT PRIMARY KEY) STRICT');
  const worker = startWorker({ path });
  const writer = await startWriter({ path }, worker);
  const posted = jest.spyOn(worker, 'postMessage');
  const write = (id: string): Promise<void> => writer.write('thing', 'INSERT INTO thing VALUES (?)', [[id]]);
  const later = async (): Promise<void> => {
    for (let hop = 0; hop < 5; hop += 1) await Promise.resolve();
    await write('c');
  };
  const outcomes = await Promise.allSettled([write('a'), write('a'), write('b'), later()]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(posted).toHaveBeenCalledTimes(1);
  expect(connection.all('SELECT id FROM thing', [])).toEqual([['a'], ['b'], ['c']]);
  connection.close();
  await writer.close();
  await place.remove();
});
