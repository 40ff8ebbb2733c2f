import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Agent, request } from 'undici';
import type { SignedHead } from './signed-head.js';

/** Takes a head to where the hub's operators cannot change it. Resolves when it is kept there. */
export type HeadSink = (head: SignedHead) => Promise<void>;

/**
 * Appends to a JSONL file, synced. Evidence only where the file lies outside the hub's control (a write-once mount, a
 * volume of another team); in the data directory it serves the demonstration.
 */
export function fileHeadSink(path: string): HeadSink {
  return async (head) => {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    try {
      const line = `${JSON.stringify(head)}\n`;
      await file.appendFile((await endsInLine(file)) ? line : `\n${line}`);
      await file.datasync();
    } finally {
      await file.close();
    }
  };
}

/** False where a power cut left half a line, which must not swallow the next one. */
async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}

/** Posts each head as JSON to a witness: a transparency log, a write-once bucket's front, another department's collector. */
export function httpsHeadSink(
  url: string,
  options: {
    readonly headers?: Record<string, string>;
    /** PEM of the authority that the witness's certificate must be of. Absent: the ones that Node knows. */
    readonly ca?: string | undefined;
  } = {},
): HeadSink {
  const target = new URL(url);
  if (target.protocol !== 'https:' && target.hostname !== '127.0.0.1') {
    throw new TypeError('ledger heads are published over https only');
  }
  const dispatcher = options.ca === undefined ? undefined : new Agent({ connect: { ca: options.ca } });
  return async (head) => {
    const { statusCode, body } = await request(target, {
      ...(dispatcher && { dispatcher }),
      method: 'POST',
      headers: { ...options.headers, 'content-type': 'application/json' },
      body: JSON.stringify(head),
      headersTimeout: 5_000,
      bodyTimeout: 5_000,
    });
    await body.dump();
    if (statusCode < 200 || statusCode > 299) throw new Error(`the witness of ledger heads answered ${statusCode}`);
  };
}
