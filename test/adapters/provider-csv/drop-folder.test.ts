import { appendFile, mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDropFolder, type DropFolder } from '../../../adapters/provider-csv/drop-folder.js';
import { takeFile } from '../../../adapters/provider-csv/take-file.js';
import { csv, fixture, header, openGround, rowOf, settings, storedRows, type Ground } from './ground.js';

const pollMs = 1_000_000; // looks are asked for
let ground: Ground;
let folder: string;
let time: number;
let drops: DropFolder;
const errors: unknown[] = [];

beforeEach(async () => {
  ground = await openGround();
  folder = join(ground.directory, 'drop');
  await mkdir(folder);
  time = Date.parse('2025-06-02T09:30:00Z');
  errors.length = 0;
  drops = await open();
});
afterEach(async () => {
  await drops.close();
  await ground.remove();
});

function open(maxBytes = 100_000): Promise<DropFolder> {
  const now = (): number => time;
  const take = (path: string) => takeFile(path, { ...settings, folder, pollMs, maxBytes }, ground, now);
  return openDropFolder({ folder, pollMs, now, take, onError: (error) => errors.push(error) });
}
/** Looks, lets the settling time pass, looks again. */
async function lookAndWait(): Promise<void> {
  await drops.look();
  await drops.look(); // an event of the file system may have had a look of its own under way
  time += pollMs;
  await drops.look();
}
const filesIn = async (name: string): Promise<string[]> => (await readdir(join(folder, name))).sort();
const left = async (): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

test('a good file goes to accepted/, a faulty one to refused/ with the report of its faults beside it', async () => {
  await writeFile(join(folder, 'june.csv'), await fixture('clients.csv'));
  await writeFile(join(folder, 'july.CSV'), await fixture('faulty.csv'));
  await lookAndWait();
  expect(errors).toEqual([]);
  expect(await left()).toEqual([]);
  expect(await filesIn('accepted')).toEqual([expect.stringMatching(/^[0-9a-f]{12}-june\.csv$/)]);
  const [file = '', report = ''] = await filesIn('refused');
  expect(file).toMatch(/^[0-9a-f]{12}-july\.CSV$/);
  expect(report).toBe(`${file}.faults.json`);
  const said = JSON.parse(await readFile(join(folder, 'refused', report), 'utf8'));
  expect(said).toMatchObject({ accepted: false });
  expect(said.faults).toHaveLength(14);
  expect(await storedRows(ground)).toHaveLength(3);
});

test('a file that is still being written is not taken, however often it is looked at', async () => {
  const path = join(folder, 'slow.csv');
  await writeFile(path, csv(header, rowOf('C-1')));
  await drops.look();
  for (const id of ['C-2', 'C-3']) {
    time += pollMs;
    await appendFile(path, `${rowOf(id)}\n`);
    await drops.look();
    expect(await left()).toEqual(['slow.csv']);
  }
  await lookAndWait();
  expect(await left()).toEqual([]);
  expect(await storedRows(ground)).toHaveLength(3);
});

test('a file under another name is left alone until it is renamed', async () => {
  await writeFile(join(folder, 'clients.part'), csv(header, rowOf('C-1')));
  await lookAndWait();
  expect(await left()).toEqual(['clients.part']);
  await rename(join(folder, 'clients.part'), join(folder, 'clients.csv'));
  await lookAndWait();
  expect(await filesIn('accepted')).toHaveLength(1);
});

test('of two files that wait, the later one has the last word', async () => {
  await writeFile(join(folder, 'a-later.csv'), csv(header, rowOf('C-1', 'Later')));
  await writeFile(join(folder, 'b-earlier.csv'), csv(header, rowOf('C-1', 'Earlier')));
  await utimes(join(folder, 'b-earlier.csv'), 1_000, 1_000);
  await lookAndWait();
  expect((await storedRows(ground)).map(({ programme }) => programme)).toEqual(['Later']);
});

test('a hub that went down between import and move deals with the file when it is up again', async () => {
  const path = join(folder, 'june.csv');
  await writeFile(path, csv(header, rowOf('C-1')));
  await takeFile(path, { ...settings, folder, pollMs, maxBytes: 100_000 }, ground, () => time); // and then the power went
  await drops.close();
  drops = await open();
  await lookAndWait();
  expect(await filesIn('accepted')).toHaveLength(1);
  expect(await storedRows(ground)).toHaveLength(1);
});

test('a file that cannot be imported now stays, and is taken when the store is back', async () => {
  await writeFile(join(folder, 'june.csv'), csv(header, rowOf('C-1')));
  await drops.close();
  let up = false;
  const take = (path: string) =>
    up
      ? takeFile(path, { ...settings, folder, pollMs, maxBytes: 100_000 }, ground, () => time)
      : Promise.reject(new Error('no space left'));
  drops = await openDropFolder({ folder, pollMs, now: () => time, take, onError: (error) => errors.push(error) });
  await lookAndWait();
  expect(errors).toHaveLength(1);
  expect(await left()).toEqual(['june.csv']);
  up = true;
  await drops.look();
  expect(await left()).toEqual([]);
});

test('a file that is too large is refused without being read into memory', async () => {
  await drops.close();
  drops = await open(20);
  await writeFile(join(folder, 'large.csv'), csv(header, rowOf('C-1')));
  await lookAndWait();
  const [, report = ''] = await filesIn('refused');
  expect(JSON.parse(await readFile(join(folder, 'refused', report), 'utf8'))).toMatchObject({
    faults: [{ row: 0, column: '', fault: 'is larger than 20 bytes' }],
  });
});
