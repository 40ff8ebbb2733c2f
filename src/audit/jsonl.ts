import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LedgerDocument } from '../store/documents.js';
import { signedHeadSchema, type SignedHead } from './signed-head.js';

/** Writes one JSON object a line; never over a file that is there. Resolves with how many. */
export async function exportRecords(records: AsyncIterable<LedgerDocument>, path: string): Promise<number> {
  let count = 0;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const record of records) {
      count += 1;
      yield `${JSON.stringify(record)}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return count;
}

/**
 * The heads of a JSONL file, as `fileHeadSink` writes it. A line that is no head (a power cut tore it, or a running hub is
 * in the middle of it) is counted and passed over: every later head vouches for the same records.
 */
export async function headsOf(path: string): Promise<{ heads: readonly SignedHead[]; unreadable: number }> {
  const heads: SignedHead[] = [];
  let unreadable = 0;
  for await (const line of linesOf(path)) {
    const head = headOf(line);
    if (head) heads.push(head);
    else unreadable += 1;
  }
  return { heads, unreadable };
}

function headOf(line: string): SignedHead | undefined {
  try {
    return signedHeadSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line !== '') yield line;
  }
}
