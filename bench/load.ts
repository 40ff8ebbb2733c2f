/** A closed loop of callers over one pool: each asks again as soon as it was answered, and looks at every answer. */
import { Pool, type Dispatcher } from 'undici';

/** One kind of request to one program. */
export interface Target {
  /**
   * The next request of one of so many callers. No two callers ever ask for the same client or page: DWP's GUIDs are good
   * for one read, so that two at once would cost a match.
   */
  next(caller: number, callers: number): Ask;
}
export interface Ask {
  /** Whose answer is expected. */
  readonly key: number;
  readonly options: Dispatcher.DispatchOptions;
}

export interface Measured {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, sorted. */
  readonly latencies: Float64Array;
}

/** The bytes that were expected, learned from checked answers. */
export type Expected = Map<number, Buffer>;

export function openPool(url: string, connections: number): Pool {
  return new Pool(url, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 60_000,
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
  });
}

/** Asks once; rejects unless the status is 200. */
export function askOnce(pool: Pool, { options }: Ask): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    pool.dispatch(options, {
      onRequestStart: () => undefined,
      onResponseStart: (_controller, code) => void (status = code),
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
        if (status === 200) resolve(body);
        else reject(new Error(`status ${status}: ${body.toString().slice(0, 400)}`));
      },
      onResponseError: (_controller, error) => reject(error),
    });
  });
}

/** Runs `callers` loops for `seconds`. Throws on the first answer that is not byte for byte what it should be. */
export async function load(
  pool: Pool,
  target: Target,
  expected: Expected,
  callers: number,
  seconds: number,
): Promise<Measured> {
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const loop = async (caller: number): Promise<void> => {
    for (let now = performance.now(); now < until;) {
      const ask = target.next(caller, callers);
      const body = await askOnce(pool, ask);
      const then = performance.now();
      latencies.push(then - now);
      now = then;
      if (expected.get(ask.key)?.equals(body) !== true)
        throw new Error(`a wrong answer: ${body.toString().slice(0, 400)}`);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => loop(caller)));
  const measured = (performance.now() - began) / 1000;
  return { requests: latencies.length, seconds: measured, latencies: Float64Array.from(latencies).sort() };
}

export const percentile = ({ latencies }: Measured, share: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN;
