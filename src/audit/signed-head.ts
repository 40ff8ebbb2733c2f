import { sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { rootOf } from './merkle-tree.js';
import type { Tip } from './record.js';

/**
 * What a writer said it had written, signed. A chain alone shows edits; only a head that was published where the hub's
 * operators cannot change it shows that a chain was cut short or written anew. Its root lets anyone who has one record check
 * that it is there, without the others (RFC 9162 section 2.1).
 */
export interface SignedHead {
  readonly writer: string;
  /** Of the last record: how many the writer has written. The size of the tree. */
  readonly sequence: number;
  /** SHA-256 of the last record, hex. */
  readonly hash: string;
  /** Root of the Merkle tree over the records, hex. Absent in heads that an earlier hub signed. */
  readonly root?: string | undefined;
  /** ISO instant of signing. */
  readonly at: string;
  /** Whether the writer ended here: a record after it is a forgery. */
  readonly closed: boolean;
  /** Ed25519, base64url. */
  readonly signature: string;
}

const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const signedHeadSchema = z.strictObject({
  writer: z.string().min(1),
  sequence: z.int().min(0),
  hash: digest,
  root: digest.optional(),
  at: z.string().min(1),
  closed: z.boolean(),
  signature: z.string().min(1),
}) satisfies z.ZodType<SignedHead>;

export function signHead(tip: Tip, at: string, closed: boolean, privateKey: KeyObject): SignedHead {
  const { writer, sequence, hash, tree } = tip;
  const head = { writer, sequence, hash, root: rootOf(tree), at, closed };
  return { ...head, signature: sign(null, signedBytes(head), privateKey).toString('base64url') };
}

export function headIsGenuine(head: SignedHead, publicKey: KeyObject): boolean {
  return verify(null, signedBytes(head), publicKey, Buffer.from(head.signature, 'base64url'));
}

/** The first line keeps a signature over anything else from being passed off as one over a head. */
export function signedBytes(head: Omit<SignedHead, 'signature'>): Buffer {
  const { writer, sequence, hash, root, at, closed } = head;
  return Buffer.from(
    root === undefined
      ? `work-health-hub ledger head\n${JSON.stringify([writer, sequence, hash, at, closed])}`
      : `work-health-hub ledger head 2\n${JSON.stringify([writer, sequence, hash, root, at, closed])}`,
  );
}
