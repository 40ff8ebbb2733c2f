import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { commitTogether } from '../../src/store/group-commit.js';
import { connect } from '../../src/store/sqlite-connection.js';
import type { Connection } from '../../src/store/sqlite-connection.js';
import type { WriteJob } from '../../src/store/sqlite-jobs.js';

const insert = 'INSERT INTO thing (id, place) VALUES (?, ?)';
let connection: Connection;
beforeEach(() => {
  connection = connect(':memory:');
  connection.exec('CREATE TABLE thing (id TEXT PRIMARY KEY NOT NULL, place TEXT UNIQUE) STRICT');
});
afterEach(() => connection.close());

const jobs = (...rows: readonly (readonly string[])[][]): WriteJob[] =>
  rows.map((each, at) => ({ ticket: at + 1, kind: 'write', sql: insert, rows: each }));
const ids = () => connection.all('SELECT id FROM thing ORDER BY id', []).map(([id]) => id);

test('a duplicate harms no neighbour, and leaves nothing of its own', () => {
  const outcomes = commitTogether(
    connection,
    jobs(
      [['a', '1'], ['b', '2']],
      [['c', '3'], ['d', '1']],
      [['a', '4']],
      [['e', '5'], ['f', '6']],
    ), // prettier-ignore
  );
  expect(outcomes).toEqual([
    { ticket: 1, kind: 'done', rows: [] },
    { ticket: 2, kind: 'duplicate', columns: 'thing.place' },
    { ticket: 3, kind: 'duplicate', columns: 'thing.id' },
    { ticket: 4, kind: 'done', rows: [] },
  ]);
  expect(ids()).toEqual(['a', 'b', 'e', 'f']);
  expect(connection.inTransaction).toBe(false);
});

test('a statement that matches no row says so and harms no neighbour', () => {
  const nothing: WriteJob = {
    ticket: 9,
    kind: 'write',
    sql: 'UPDATE thing SET place = ? WHERE id = ?',
    rows: [['1', 'x']],
  };
  expect(commitTogether(connection, [nothing, ...jobs([['a', '1']])]).map(({ kind }) => kind)).toEqual([
    'unchanged',
    'done',
  ]);
});

test('where the commit fails, what fits is stored and what does not is not acknowledged', () => {
  const pages = Number(connection.first('PRAGMA page_count', [])?.[0]);
  connection.all(`PRAGMA max_page_count = ${pages + 4}`, []);
  const outcomes = commitTogether(connection, jobs([['a', '1']], [['b', 'x'.repeat(100_000)]], [['c', '3']]));
  expect(outcomes).toEqual([
    { ticket: 1, kind: 'done', rows: [] },
    { ticket: 2, kind: 'failed', code: 'SQLITE_FULL' },
    { ticket: 3, kind: 'done', rows: [] },
  ]);
  expect(ids()).toEqual(['a', 'c']);
});

test('a mistake in a statement fails that job alone', () => {
  const wrong: WriteJob = { ticket: 9, kind: 'write', sql: 'INSERT INTO nowhere VALUES (?)', rows: [['a']] };
  expect(commitTogether(connection, [...jobs([['a', '1']]), wrong]).map(({ kind }) => kind)).toEqual([
    'done',
    'failed',
  ]);
});
