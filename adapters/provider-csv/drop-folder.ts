import { watch, type FSWatcher } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Taken {
  readonly accepted: boolean;
  /** SHA-256 of the content, hex: keeps files of one name apart. */
  readonly digest: string;
  /** Written beside a refused file as `<name>.faults.json`. */
  readonly report: unknown;
}

export interface DropFolderOptions {
  readonly folder: string;
  readonly pollMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Takes in one whole file. Where it throws, the file stays and is tried again. Taking a file twice must do no harm. */
  readonly take: (path: string) => Promise<Taken>;
  readonly onError: (error: unknown) => void;
}

export interface DropFolder {
  /** Looks once; two looks at a time are one. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** A file as it was when it was last looked at, and since when it has been so. */
interface Seen {
  readonly shape: string;
  readonly since: number;
}

/**
 * Watches a folder that files are dropped into. A file is taken when it has been left alone for `pollMs`; senders that
 * pause for longer must write under another name (`.part`) and rename. It holds nothing that a restart would lose: what is
 * still in the folder has not been dealt with.
 */
export async function openDropFolder(options: DropFolderOptions): Promise<DropFolder> {
  const { folder, pollMs, onError } = options;
  const seen = new Map<string, Seen>();
  for (const name of ['accepted', 'refused']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 });

  let looking: Promise<void> | undefined;
  let closed = false;
  const lookOnce = async (): Promise<void> => {
    try {
      for (const name of await settled(options, seen)) if (!closed) await take(options, name).catch(onError);
    } catch (error) {
      onError(error);
    } finally {
      looking = undefined;
    }
  };
  const look = (): Promise<void> => (looking ??= lookOnce());
  const timer = setInterval(() => void look(), pollMs).unref();
  const watcher = watchIfPossible(folder, () => void look());
  return {
    look,
    close: async () => {
      closed = true;
      clearInterval(timer);
      watcher?.close();
      await looking;
    },
  };
}

/** Names of the files that have not changed for `pollMs`, oldest first: a later file's rows replace an earlier one's. */
async function settled(
  { folder, pollMs, now }: DropFolderOptions,
  seen: Map<string, Seen>,
): Promise<readonly string[]> {
  const files = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.') || !/\.csv$/i.test(entry.name)) continue;
    const found = await stat(join(folder, entry.name)).catch(() => undefined); // taken away meanwhile
    if (found)
      files.push({ name: entry.name, shape: `${found.ino} ${found.size} ${found.mtimeMs}`, at: found.mtimeMs });
  }
  for (const name of seen.keys()) if (!files.some((file) => file.name === name)) seen.delete(name);
  return files
    .filter(({ name, shape }) => {
      const before = seen.get(name);
      if (before?.shape === shape) return now() - before.since >= pollMs;
      seen.set(name, { shape, since: now() });
      return false;
    })
    .sort((left, right) => left.at - right.at || (left.name < right.name ? -1 : 1))
    .map(({ name }) => name);
}

/** The report first: where the process ends before the move, the file is taken again and the report written again. */
async function take({ folder, take: takeIn }: DropFolderOptions, name: string): Promise<void> {
  const path = join(folder, name);
  const { accepted, digest, report } = await takeIn(path);
  const target = join(folder, accepted ? 'accepted' : 'refused', `${digest.slice(0, 12)}-${name}`);
  if (!accepted) await writeFile(`${target}.faults.json`, `${JSON.stringify(report, undefined, 2)}\n`, { mode: 0o600 });
  await rename(path, target);
}

/** Only makes the next look come sooner; some file systems have no such events. */
function watchIfPossible(folder: string, onChange: () => void): FSWatcher | undefined {
  try {
    return watch(folder, { persistent: false }, onChange).on('error', () => undefined);
  } catch {
    return undefined;
  }
}
