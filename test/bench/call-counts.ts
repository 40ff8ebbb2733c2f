import { Session } from 'node:inspector/promises';

/** Counts calls of functions in files that nobody can reach into: V8 counts them itself. */
export interface CallCounts {
  /** Calls since the last reading, of the function of this name in the file whose URL matches. */
  take(file: RegExp, name: string): Promise<number>;
  stop(): Promise<void>;
}

export async function countCalls(): Promise<CallCounts> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    async take(file, name) {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      return result
        .filter(({ url }) => file.test(url))
        .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName === name))
        .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
    },
    async stop() {
      await session.post('Profiler.disable');
      session.disconnect();
    },
  };
}
