import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface HeadKeyOptions {
  /** PEM, PKCS #8. */
  readonly privateKeyPath: string;
  /** Where the public half is put for verifiers, PEM. Absent: nowhere. */
  readonly publicKeyPath?: string;
  /** Whether a missing key may be made: on a laptop yes, in production no. */
  readonly mayGenerate: boolean;
}

/** The demonstration's key places below a data directory. */
export function headKeyPaths(dataDirectory: string): {
  readonly privateKeyPath: string;
  readonly publicKeyPath: string;
} {
  return {
    privateKeyPath: join(dataDirectory, 'keys', 'ledger-private.pem'),
    publicKeyPath: join(dataDirectory, 'keys', 'ledger-public.pem'),
  };
}

/** The Ed25519 private key that signs heads. Rejects where it is missing and may not be made, or is of another kind. */
export async function loadHeadKey(options: HeadKeyOptions): Promise<KeyObject> {
  const key = createPrivateKey(await readOrGenerate(options));
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('the ledger signs its heads with an Ed25519 key');
  if (options.publicKeyPath !== undefined) {
    const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' });
    const draft = await draftBeside(options.publicKeyPath, pem.toString(), 0o644);
    await rename(draft, options.publicKeyPath);
  }
  return key;
}

async function readOrGenerate({ privateKeyPath, mayGenerate }: HeadKeyOptions): Promise<Buffer> {
  try {
    return await readFile(privateKeyPath);
  } catch (error) {
    if (!mayGenerate || !hasCode(error, 'ENOENT')) throw error;
  }
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const draft = await draftBeside(privateKeyPath, pem.toString(), 0o600);
  try {
    await link(draft, privateKeyPath); // unlike a rename, it leaves the key of a hub that came first
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return readFile(privateKeyPath);
}

async function draftBeside(path: string, text: string, mode: number): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode, flag: 'wx' });
  return draft;
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
