import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { logCopying } from '../../src/store/sqlite-checkpointing.js';
import { connect, type Connection } from '../../src/store/sqlite-connection.js';
import { newDirectory } from './engines.js';

let place: ReturnType<typeof newDirectory>;
let writer: Connection;
let copier: Connection;
let readers: Connection[];
beforeEach(() => {
  place = newDirectory();
  mkdirSync(place.dataDirectory);
  const path = join(place.dataDirectory, 'hub.sqlite');
  writer = connect(path);
  for (const pragma of ['journal_mode = WAL', 'wal_autocheckpoint = 0', 'synchronous = OFF'])
    writer.exec(`PRAGMA ${pragma}`);
  writer.exec('CREATE TABLE thing (body TEXT NOT NULL) STRICT');
  copier = connect(path);
  readers = [connect(path), connect(path)];
});
afterEach(async () => {
  for (const each of [...readers, copier, writer]) each.close();
  await place.remove();
});
/** Somebody always reads, as in a hub that works: a log that is copied and that nobody reads is begun anew by the next write. */
const readOn = (): void => {
  const [next, last] = readers.reverse();
  next?.exec('BEGIN');
  next?.first('SELECT 1 FROM thing', []);
  if (last?.inTransaction) last.exec('COMMIT');
};
/** A row of 4,000 bytes is a page. */
const writePages = (pages: number): void => {
  writer.exec('BEGIN');
  for (let page = 0; page < pages; page += 1) writer.run('INSERT INTO thing VALUES (?)', ['x'.repeat(4_000)]);
  writer.exec('COMMIT');
  readOn();
};

test('the more is written, the sooner the log is looked at again, so that little is copied at a time', () => {
  const look = logCopying(copier);
  const looks = [0, 400, 400, 400, 200, 200, 50, 50, 0, 0].map((pages) => {
    writePages(pages);
    return look();
  });
  expect(looks.map(({ nextMs }) => nextMs)).toEqual([250, 125, 62.5, 50, 50, 50, 100, 200, 250, 250]);
  expect(looks.some(({ endTheLog }) => endTheLog)).toBe(false);
});

test('a log of 64 MiB is ended when little of it is left, and the next one is counted from its own beginning', () => {
  const look = logCopying(copier);
  for (let pages = 0; pages < 16_384; pages += 2_048) {
    expect(look().endTheLog).toBe(false);
    writePages(2_048);
  }
  // The first round finds 2,048 pages, which is not little; the next finds none.
  expect(look().endTheLog).toBe(true);
  for (const each of readers) if (each.inTransaction) each.exec('COMMIT');
  writePages(10);
  expect(look().endTheLog).toBe(false);
});
