import { existsSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Question, Start, Usage } from './programs/messages.js';

/** One process of the benchmark. */
export interface Program {
  readonly name: string;
  start(start: Start | null): Promise<unknown>;
  usage(): Promise<Usage>;
  setLatency(ms: number): Promise<void>;
  /** Upstream calls by caller since the last reading; the simulator's only. */
  calls(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  stop(): void;
}

const taskset = '/usr/bin/taskset';
/** Whether processes can be pinned to cores here. */
export const canPin = existsSync(taskset);

/**
 * Starts `bench/programs/<file>.js` on one core, where that is possible.
 * @param flags for Node
 */
export function startProgram(
  name: string,
  file: string,
  core: number,
  flags: readonly string[],
  args: readonly string[] = [],
): Program {
  const path = fileURLToPath(new URL(`./programs/${file}.js`, import.meta.url));
  const command = [process.execPath, '--enable-source-maps', ...flags, path, ...args];
  const [executable = '', ...rest] = canPin ? [taskset, '-c', String(core), ...command] : command;
  const child = spawn(executable, rest, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let queue: Promise<unknown> = Promise.resolve();
  const ask = (question: Question): Promise<unknown> =>
    (queue = queue.catch(() => undefined).then(() => exchange(name, child, question)));
  return {
    name,
    start: (start) => ask({ kind: 'start', start }),
    usage: async () => (await ask({ kind: 'usage' })) as Usage,
    setLatency: (ms) => ask({ kind: 'latency', ms }).then(() => undefined),
    calls: async () => (await ask({ kind: 'calls' })) as Awaited<ReturnType<Program['calls']>>,
    stop: () => {
      child.kill();
    },
  };
}

function exchange(name: string, child: ChildProcess, question: Question): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error(`${name} ended`));
    child.once('exit', gone);
    child.once('message', (reply: { readonly value?: unknown; readonly error?: string }) => {
      child.off('exit', gone);
      if (reply.error === undefined) resolve(reply.value);
      else reject(new Error(`${name}: ${reply.error}`));
    });
    child.send(question);
  });
}
