import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new directory for one test, and its removal. */
export async function freshDirectory(): Promise<{ directory: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'hub-'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
