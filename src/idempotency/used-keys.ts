import { createHmac } from 'node:crypto';
import type { Keyring } from '../identity/keyring.js';
import type { Viewer } from '../access/types.js';
import { DuplicateKey } from '../store/port.js';
import type { Store } from '../store/port.js';

/** Ties each idempotency key to the input that it first came with. */
export interface UsedKeys {
  /**
   * Durable when it resolves. `SAME` where the caller used the key before with this input: then the verb behind it must
   * find what it did, or finish what a crash cut short. `OTHER` where the input was another: nothing may be done.
   */
  use(
    caller: Pick<Viewer, 'organisation' | 'subject'>,
    key: string,
    input: unknown,
  ): Promise<'FIRST' | 'SAME' | 'OTHER'>;
  /** When a key that was used came first; ISO instant. */
  usedAt(caller: Pick<Viewer, 'organisation' | 'subject'>, key: string): Promise<string>;
}

export function createUsedKeys({
  store,
  keyring,
  now,
}: {
  store: Store;
  keyring: Pick<Keyring, 'derive'>;
  now: () => number;
}): UsedKeys {
  // Inputs name people: without the key nobody can try names and birth dates until a digest fits.
  const digestKey = keyring.derive('used-keys');
  const collection = store.collection('usedKeys');
  return {
    async use(caller, key, input) {
      const id = scopedKey(caller, key);
      const inputDigest = createHmac('sha256', digestKey).update(JSON.stringify(input)).digest('hex');
      try {
        await collection.insert({ id, inputDigest, usedAt: new Date(now()).toISOString() });
        return 'FIRST';
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
        return (await collection.get(id))?.inputDigest === inputDigest ? 'SAME' : 'OTHER';
      }
    },
    async usedAt(caller, key) {
      const used = await collection.get(scopedKey(caller, key));
      if (!used) throw new Error('A key is used before it is asked about');
      return used.usedAt;
    },
  };
}

/** 8 to 64 letters, digits and hyphens. */
export const isIdempotencyKey = (key: string): boolean => /^[A-Za-z0-9-]{8,64}$/.test(key);

/** A key as its caller's own: encoded, so that no two callers' names can run together into one. */
export const scopedKey = ({ organisation, subject }: Pick<Viewer, 'organisation' | 'subject'>, key: string): string =>
  [organisation, subject, key].map(encodeURIComponent).join(':');
