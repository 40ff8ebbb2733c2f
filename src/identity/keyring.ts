import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealed } from '../store/documents.js';

/** The keys that protect identifiers at rest and make ids and cursors opaque. All are derived from one secret. */
export interface Keyring {
  /** AES-256-GCM; the same text gives another ciphertext each time. */
  seal(plaintext: string): Sealed;
  /** @throws Error where the ciphertext was altered or sealed under a key that this ring lacks */
  open(sealed: Sealed): string;
  /** Whether it is sealed under the key that seals now. */
  isNewest(sealed: Sealed): boolean;
  /** A keyed hash for looking an identifier up without storing it: `nhs-number`, value → 43 characters. */
  lookupKey(kind: string, value: string): string;
  /** The same under every key of the ring, the one that is written first: what is looked up while lookups move to another key. */
  lookupKeys(kind: string, value: string): readonly [string, ...string[]];
  /** The same, under the oldest key first: an order that every ring of the same keys agrees on. */
  lookupKeysByAge(kind: string, value: string): readonly string[];
  /**
   * A keyed digest of a mutation's input, 64 hexadecimal digits, by which the same key with another input is told. A plain hash would let
   * whoever has the store try inputs until one fits: what is sealed beside it could be guessed. Rotating the sealing key moves none of them.
   */
  inputDigest(input: unknown): string;
  /** 32 bytes for one named use. */
  derive(use: string): Buffer;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * @param base64Secrets 32-byte secrets, base64, by number. New text is sealed under the highest number; older ones still open (rotation).
 *   The lowest number keys ids and cursors, so that rotating the sealing key moves none of them.
 * @param lookupNumber the secret that keys lookups; the lowest number where it is not said
 */
export function createKeyring(base64Secrets: Readonly<Record<string, string>>, lookupNumber?: number): Keyring {
  const secrets = new Map(
    Object.entries(base64Secrets).map(([number, secret]) => [Number(number), Buffer.from(secret, 'base64')]),
  );
  const numbers = [...secrets.keys()].sort((a, b) => a - b);
  const [oldest, newest] = [numbers[0], numbers.at(-1)];
  if (oldest === undefined || newest === undefined) throw new Error('The keyring needs at least one secret');
  const sealingKeys = new Map([...secrets].map(([number, secret]) => [number, expand(secret, 'seal')]));
  const rootSecret = secrets.get(oldest) ?? Buffer.alloc(0);
  const inputKey = expand(rootSecret, 'input-digest');
  const lookupKeyOf = (number: number): Buffer => expand(keyOf(secrets, number), 'lookup');
  const lookups = new Map(numbers.map((number) => [number, lookupKeyOf(number)]));
  const lookup = lookupKeyOf(lookupNumber ?? oldest);
  const otherLookups = numbers.filter((number) => number !== (lookupNumber ?? oldest)).map(lookupKeyOf);
  const hashOf = (key: Buffer, kind: string, value: string): string =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest('base64url');
  return {
    seal(plaintext) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, keyOf(sealingKeys, newest), nonce);
      const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      return `${newest}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}` as Sealed;
    },
    open(sealed) {
      const dot = sealed.indexOf('.');
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
      const decipher = createDecipheriv(
        algorithm,
        keyOf(sealingKeys, Number(sealed.slice(0, dot))),
        bytes.subarray(0, nonceBytes),
      );
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    },
    isNewest: (sealed) => sealed.startsWith(`${newest}.`),
    lookupKey: (kind, value) => hashOf(lookup, kind, value),
    lookupKeys: (kind, value) => [
      hashOf(lookup, kind, value),
      ...otherLookups.map((other) => hashOf(other, kind, value)),
    ],
    lookupKeysByAge: (kind, value) => numbers.map((number) => hashOf(lookups.get(number) ?? lookup, kind, value)),
    inputDigest: (input) => createHmac('sha256', inputKey).update(JSON.stringify(input)).digest('hex'),
    derive: (use) => expand(rootSecret, use),
  };
}

const expand = (secret: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `work-health-hub ${use}`, 32));

function keyOf(keys: ReadonlyMap<number, Buffer>, number: number): Buffer {
  const key = keys.get(number);
  if (!key) throw new Error(`No sealing key number ${number}`);
  return key;
}
