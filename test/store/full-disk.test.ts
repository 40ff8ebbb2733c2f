import { expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { newDirectory } from './engines.js';
import { ledgerRecord } from './samples.js';

test('a full disk is an error, never an acknowledgement, and what was acknowledged stays readable', async () => {
  const place = newDirectory();
  const store = await openSqlite({ dataDirectory: place.dataDirectory, maximumBytes: 1_000_000 });
  const ledger = store.collection('ledger');
  const attempts = Array.from({ length: 1000 }, (_, at) => ledgerRecord('w', at + 1));
  const outcomes = await Promise.allSettled(attempts.map((record) => ledger.insert(record)));
  const acknowledged = attempts.filter((_, at) => outcomes[at]?.status === 'fulfilled').map(({ id }) => id);
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.length).toBeLessThan(900);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreUnavailable);
  }
  await expect(ledger.insert(ledgerRecord('w', 2000))).rejects.toThrow('could not write (SQLITE_FULL)');

  await store.close();
  const again = await openSqlite({ dataDirectory: place.dataDirectory });
  const stored = await again
    .collection('ledger')
    .find({ index: 'writer_sequence', where: { writer: 'w' }, limit: 1000 });
  expect(stored.map(({ id }) => id)).toEqual(acknowledged);
  await again.collection('ledger').insert(ledgerRecord('w', 2000));
  await again.close();
  await place.remove();
});
