import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Viewer } from '../access/types.js';
import type { Key } from '../store/port.js';

/** Cursors: where a list stands, enciphered and bound to the caller, the purpose and the list that they came from. */
export interface Cursors {
  encode(viewer: Viewer, list: string, key: readonly Key[]): string;
  /** Undefined where the cursor was altered, is another caller's, or is another list's. */
  decode(viewer: Viewer, list: string, cursor: string): readonly Key[] | undefined;
}

const keySchema = z.array(z.union([z.string(), z.number(), z.boolean()])).min(1);
const algorithm = 'aes-256-gcm';

/** @param secret 32 bytes */
export function createCursors(secret: Buffer): Cursors {
  const boundTo = (viewer: Viewer, list: string): Buffer =>
    Buffer.from(JSON.stringify([viewer.organisation, viewer.subject, viewer.audience, viewer.purpose, list]));
  return {
    encode(viewer, list, key) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, secret, nonce).setAAD(boundTo(viewer, list));
      const body = Buffer.concat([cipher.update(JSON.stringify(key), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    decode(viewer, list, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length < 29) return undefined;
      try {
        const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, 12)).setAAD(boundTo(viewer, list));
        decipher.setAuthTag(bytes.subarray(12, 28));
        const text = decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
        return keySchema.parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
  };
}
