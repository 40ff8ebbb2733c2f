import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ClientId } from '../../src/access/types.js';
import { accessHistory, type AccessHistoryEntry, type HistoryPosition } from '../../src/audit/history.js';
import { openLedger } from '../../src/audit/ledger.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';
import { eventOf, keys, now } from './events.js';
import { freshDirectory } from './fresh-directory.js';

const amina = 'AMINA' as ClientId;
let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  const fresh = await freshDirectory();
  remove = fresh.remove;
  store = await openStore({ dataDirectory: fresh.directory });
  let time = now();
  const publish = () => Promise.resolve();
  const ledger = await openLedger({ store, headKey: keys.privateKey, publish, now: () => (time += 60_000) });
  for (const name of ['AMINA', 'BEN', 'AMINA']) await ledger.append([eventOf(name)]);
  const together = eventOf('AMINA');
  const [employment] = together.lines;
  await ledger.append([
    { ...together, lines: [...together.lines, { ...employment!, section: 'Client.jobs', sources: ['dwp-citizen'] }] },
  ]);
  await ledger.close();
});
afterAll(async () => {
  await store.close();
  await remove();
});

test('a client sees who looked, newest first, lines of one category and outcome as one entry', async () => {
  const { entries, hasNext } = await accessHistory(store, amina, { first: 10 });
  expect(hasNext).toBe(false);
  expect(entries.map(({ category, outcome }) => `${outcome} ${category ?? ''}`)).toEqual([
    'PERMITTED EMPLOYMENT_STATUS',
    'REFUSED BENEFITS',
    'PERMITTED EMPLOYMENT_STATUS',
    'REFUSED BENEFITS',
    'PERMITTED EMPLOYMENT_STATUS',
    'REFUSED BENEFITS',
  ]);
  expect(entries[0]).toMatchObject({
    viewer: { organisation: 'A81001', purpose: 'DIRECT_CARE' },
    operation: 'InWork',
    basis: 'CONSENT',
    consents: ['01JWPVC6@2'],
    sections: ['Client.employment', 'Client.jobs'],
    sources: ['provider-csv', 'dwp-citizen'],
  });
});

test.each([1, 2, 3, 4, 5, 6])('in pages of %i nothing is lost and nothing comes twice', async (first) => {
  const all = await accessHistory(store, amina, { first: 10 });
  const paged: AccessHistoryEntry[] = [];
  let after: HistoryPosition | undefined;
  for (let more = true; more;) {
    const page = await accessHistory(store, amina, { first, ...(after && { after }) });
    paged.push(...page.entries);
    after = page.entries.at(-1)?.position;
    more = page.hasNext;
  }
  expect(paged).toEqual(all.entries);
});

test('a position in the history of another client shows nothing of that client', async () => {
  const [newest] = (await accessHistory(store, 'BEN' as ClientId, { first: 1 })).entries;
  const page = await accessHistory(store, amina, { first: 10, after: newest!.position });
  expect(page.entries.every(({ position }) => position.recordId !== newest!.position.recordId)).toBe(true);
});
