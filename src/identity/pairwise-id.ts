import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { OrganisationId } from '../access/types.js';

/** What an id can name. An id of one kind names nothing of another. */
export type IdKind =
  | 'client'
  | 'consent'
  | 'representative'
  | 'task'
  | 'emergency'
  | 'referral'
  | 'match'
  | 'case'
  | 'action'
  | 'intervention'
  | 'session'
  | 'group'
  | 'employer'
  | 'employerCase'
  | 'enquiry'
  | 'adjustment'
  | 'correction';

/**
 * Ids that mean something to one organisation only. An internal UUID is enciphered under a key of the organisation and
 * tagged; two organisations' ids for one client share nothing, and an id that the hub did not give to the asking
 * organisation names nobody.
 */
export interface PairwiseIds {
  /** 32 characters, URL-safe; always the same for the same organisation and record. */
  encode(organisation: OrganisationId, kind: IdKind, uuid: string): string;
  /** The UUID, or undefined where this organisation was never given such an id. */
  decode(organisation: OrganisationId, kind: IdKind, id: string): string | undefined;
}

const tagBytes = 8;
const maximumOrganisations = 10_000;

/** @param secret 32 bytes */
export function createPairwiseIds(secret: Buffer): PairwiseIds {
  const keys = new Map<string, { cipher: Buffer; tag: Buffer }>();
  const keysOf = (organisation: string, kind: string): { cipher: Buffer; tag: Buffer } => {
    const name = `${kind} ${organisation}`;
    const known = keys.get(name);
    if (known) return known;
    const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), name, 64));
    const made = { cipher: bytes.subarray(0, 32), tag: bytes.subarray(32) };
    if (keys.size >= maximumOrganisations) keys.clear();
    keys.set(name, made);
    return made;
  };
  return {
    encode(organisation, kind, uuid) {
      const { cipher, tag } = keysOf(organisation, kind);
      // One block of AES is a permutation of 16 bytes: deterministic and reversible, as an id must be.
      const block = createCipheriv('aes-256-ecb', cipher, null).setAutoPadding(false).update(bytesOf(uuid));
      return Buffer.concat([block, tagOf(tag, block)]).toString('base64url');
    },
    decode(organisation, kind, id) {
      if (!/^[\w-]{32}$/.test(id)) return undefined;
      const bytes = Buffer.from(id, 'base64url');
      if (bytes.toString('base64url') !== id) return undefined;
      const { cipher, tag } = keysOf(organisation, kind);
      const block = bytes.subarray(0, 16);
      if (!timingSafeEqual(bytes.subarray(16), tagOf(tag, block))) return undefined;
      return uuidOf(createDecipheriv('aes-256-ecb', cipher, null).setAutoPadding(false).update(block));
    },
  };
}

const tagOf = (key: Buffer, block: Buffer): Buffer =>
  createHmac('sha256', key).update(block).digest().subarray(0, tagBytes);

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
