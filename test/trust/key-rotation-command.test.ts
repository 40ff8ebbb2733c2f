/** The rotation as an operator runs it: a process of its own, killed in the middle as often as it takes. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../src/access/types.js';
import { createDirectory } from '../../src/identity/directory.js';
import { createKeyring, type Keyring } from '../../src/identity/keyring.js';
import { createMatchDesk } from '../../src/identity/matching/desk.js';
import { testNHSNumber } from '../../src/identity/nhs-number.js';
import { createPairwiseIds } from '../../src/identity/pairwise-id.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';
import { runToEnd } from '../acceptance/hub-process.js';

const command = fileURLToPath(new URL('../../src/identity/rotate-command.js', import.meta.url));
const keys = { 1: randomBytes(32).toString('base64'), 2: randomBytes(32).toString('base64') };
const people = 400;
const operator = 'QZZ' as OrganisationId;
const numbers = Array.from({ length: people }, (_, index) => testNHSNumber(index));

let folder: string;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-rotate-'));
  environment = { HUB_CONFIG: join(folder, 'hub.yaml') };
  const headKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const settings = {
    operator,
    listen: { port: 0 },
    store: { dataDirectory: 'data' },
    keys,
    lookupKey: 2,
    ledger: { headKey, heads: { file: 'heads.jsonl' } },
    issuers: [
      { issuer: 'https://id.example', audience: 'hub', jwksUri: 'https://id.example/jwks', mayVouchFor: ['CLINICIAN'] },
    ],
    sources: {},
  };
  await writeFile(environment['HUB_CONFIG']!, JSON.stringify(settings));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const within = async <Answer>(act: (store: Store) => Promise<Answer>): Promise<Answer> => {
  const store = await openStore({ dataDirectory: join(folder, 'data') });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
};
const directoryOn = (store: Store, keyring: Keyring) =>
  createDirectory({ store, keyring, pairwiseIds: createPairwiseIds(Buffer.alloc(32)) });
const fill = (keyring: Keyring) =>
  within(async (store) => {
    const desk = createMatchDesk({
      store,
      keyring,
      tasks: {} as never,
      model: {} as never,
      link: {} as never,
      operator,
      now: Date.now,
    });
    await Promise.all(
      Array.from({ length: people }, async (_, index) => {
        await directoryOn(store, keyring).enrol({
          nhsNumber: numbers[index]!,
          nino: `ZZ${300_000 + index}A`,
          externalIds: {},
          enrolledAt: '2026-01-01T00:00:00Z',
        });
        await desk.request({ subject: 'coach', organisation: operator }, 'STAFF', {
          description: { familyName: `Family${index}`, birthDate: '1984-02-29' },
          externalIds: {},
          relationships: [],
        });
      }),
    );
  });
const lost = (keyring: Keyring): Promise<readonly number[]> =>
  within(async (store) => {
    const directory = directoryOn(store, keyring);
    const found = await Promise.all(
      Array.from({ length: people }, async (_, index) => {
        const client = await directory.byNHSNumber(numbers[index]!);
        return client && directory.subjectOf(client).nino === `ZZ${300_000 + index}A` ? undefined : index;
      }),
    );
    return found.flatMap((index) => index ?? []);
  });
/** How far it is: what is still sealed under the old key. */
const left = (): Promise<number> =>
  within(async (store) => {
    const [clients, matches] = await Promise.all([
      store.collection('clients').find({ index: 'id', where: {}, limit: 1_000 }),
      store.collection('matches').find({ index: 'id', where: {}, limit: 1_000 }),
    ]);
    return [...clients.map(({ subject }) => subject), ...matches.map(({ proposal }) => proposal)].filter((text) =>
      text.startsWith('1.'),
    ).length;
  });

/** Kills it so long after its first write. Resolves with the signal, or with how it ended and what it said. */
async function runAndKill(afterMs: number): Promise<string> {
  const log = join(folder, 'data', 'hub.sqlite-wal');
  const before = writtenAt(log);
  const running = spawn(process.execPath, [command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  running.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const watching = setInterval(() => {
    if (writtenAt(log) === before) return;
    clearInterval(watching);
    setTimeout(() => running.kill('SIGKILL'), afterMs);
  }, 1);
  const [code, signal] = (await once(running, 'close')) as [number | null, string | null];
  clearInterval(watching);
  return signal ?? `${code ?? 'nothing'}${said}`;
}
const writtenAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

test('killed in the middle it loses nobody, and run again it ends', async () => {
  await fill(createKeyring({ 1: keys[1] }));
  const both = createKeyring(keys, 2);
  let cut = 0;
  // Later each time, until it is done before it can be killed.
  for (let afterMs = 40; ; afterMs *= 1.6) {
    const ended = await runAndKill(afterMs);
    expect(['SIGKILL', '0']).toContain(ended);
    expect(await lost(both)).toEqual([]);
    const open = await left();
    if (ended === 'SIGKILL' && open > 0 && open < 2 * people) cut += 1;
    if (ended === '0') break;
  }
  expect(cut).toBeGreaterThan(0);
  expect((await runToEnd(command, { environment })).code).toBe(0);
  expect(await left()).toBe(0);
  expect(await lost(createKeyring({ 2: keys[2] }))).toEqual([]);
  const { code, out } = await runToEnd(command, { environment });
  expect(code).toBe(0);
  expect(out).toContain(`clients: ${people} read, 0 sealed again, 0 found anew`);
  expect(out).toContain(`matches: ${people} read, 0 sealed again, 0 found anew`);
  // What is told again under the new key alone is the match that stands.
  await fill(createKeyring({ 2: keys[2] }));
  const matches = await within((store) => store.collection('matches').find({ index: 'id', where: {}, limit: 1_000 }));
  expect(matches).toHaveLength(people);
}, 240_000);

test('without the configuration it says how it is run, and touches nothing', async () => {
  const { code, err } = await runToEnd(command, { environment: { HUB_CONFIG: join(folder, 'nowhere.yaml') } });
  expect([code, err]).toEqual([1, expect.stringContaining('keys: not rotated')]);
});
