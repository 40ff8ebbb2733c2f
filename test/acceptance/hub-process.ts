/** The real process, as `npm start` runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

export interface HubProcess {
  readonly url: string;
  /** What it printed while it started. */
  readonly greeting: string;
  readonly pid: number;
  /** Resolves with the exit code, or the signal that ended it. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | string>;
}

/** @param isReady Finds the URL in what was printed, once it is there. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
  isReady: (printed: string) => string | undefined = greetedUrl,
): Promise<HubProcess> {
  const running = spawn(process.execPath, ['--max-semi-space-size=64', main], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = collect(running);
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = isReady(printed());
      if (found !== undefined) resolve(found);
    };
    running.stdout.on('data', look);
    running.stderr.on('data', look);
    running.once('exit', (code) => reject(new Error(`it ended with ${String(code)}: ${printed()}`)));
  });
  return {
    url,
    greeting: printed(),
    pid: running.pid!,
    async end(signal) {
      if (running.exitCode !== null || running.signalCode !== null) return running.exitCode ?? 'ended before';
      const closed = once(running, 'close') as Promise<[number | null, string | null]>;
      running.kill(signal);
      const [code, by] = await closed;
      return code ?? by ?? 'unknown';
    },
  };
}

/** Where the start is refused: the exit code, and all that was printed. */
export async function runToEnd(
  file: string,
  options: { readonly arguments?: readonly string[]; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const running = spawn(process.execPath, [file, ...(options.arguments ?? [])], {
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = [running.stdout, running.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
  }) as [() => string, () => string];
  const [code] = (await once(running, 'close')) as [number | null];
  return { code, out: out(), err: err() };
}

export const mainFile = main;

const greetedUrl = (printed: string): string | undefined =>
  printed.includes('Ctrl-C ends it.') ? /GraphQL +(http:\/\/\S+)\/graphql/.exec(printed)?.[1] : undefined;

function collect({ stdout, stderr }: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}
