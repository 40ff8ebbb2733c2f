/** Who calls the simulator, by the token that it gave them, and how often for what. */
export interface Callers {
  count(caller: string, call: string): void;
  /** Counts since the last reading. */
  take(): Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function createCallers(): Callers {
  let counts: Record<string, Record<string, number>> = {};
  return {
    count(caller, call) {
      const own = (counts[caller] ??= {});
      own[call] = (own[call] ?? 0) + 1;
    },
    take() {
      const taken = counts;
      counts = {};
      return taken;
    },
  };
}

/** A token names its client, because nothing here is secret. */
export const tokenFor = (clientId: string): string => `bench.${clientId}`;

export function callerOf(head: string): string {
  return /\r\nauthorization: Bearer bench\.([\w-]+)/i.exec(head)?.[1] ?? 'nobody';
}
