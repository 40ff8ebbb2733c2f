import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { headKeyPaths, loadHeadKey } from '../../src/audit/head-key.js';
import { startOf } from '../../src/audit/record.js';
import { headIsGenuine, signHead } from '../../src/audit/signed-head.js';
import { freshDirectory } from './fresh-directory.js';

test('a laptop makes its key once, for its owner’s eyes, and hubs that start together agree on one', async () => {
  const { directory, remove } = await freshDirectory();
  const paths = headKeyPaths(directory);
  const loaded = await Promise.all([1, 2, 3].map(() => loadHeadKey({ ...paths, mayGenerate: true })));
  expect(loaded.every((key) => key.equals(loaded[0]!))).toBe(true);
  expect((await stat(paths.privateKeyPath)).mode & 0o777).toBe(0o600);
  const publicKey = createPublicKey(await readFile(paths.publicKeyPath));
  expect(headIsGenuine(signHead(startOf('W1'), '2025-06-02T09:30:00Z', false, loaded[0]!), publicKey)).toBe(true);
  await remove();
});

test('production makes no key of its own, and takes none of another kind', async () => {
  const { directory, remove } = await freshDirectory();
  const paths = headKeyPaths(directory);
  await expect(loadHeadKey({ ...paths, mayGenerate: false })).rejects.toThrow('ENOENT');
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  await mkdir(dirname(paths.privateKeyPath));
  await writeFile(paths.privateKeyPath, other.export({ type: 'pkcs8', format: 'pem' }));
  await expect(loadHeadKey({ ...paths, mayGenerate: false })).rejects.toThrow('Ed25519');
  await remove();
});
