/**
 * What the checkpointing worker does: it copies what was committed from the write-ahead log into the database beside the
 * writer, who never waits for it. The writer's log could grow for ever that way, because there is always a last commit that
 * has not been copied; so, where little is left, the writer is told to copy the rest himself, and begins the log anew.
 */
import type { MessagePort } from 'node:worker_threads';
import type { Connection } from './sqlite-connection.js';

/** How the log stands, in pages. */
interface LogState {
  readonly pages: number;
  /** Not yet copied. */
  readonly left: number;
}

/** Milliseconds between two looks; what is written in between is copied at once. */
const everyMs = 250;
/** A log of 64 MiB is worth beginning anew: at 5,000 ledger records a second every other second, and so in few people's way. */
const worthEnding = 16_384;
/** Copied in a few milliseconds. */
const fewPages = 512;
/** 512 MiB: then the writer copies whatever is left. */
const tooLong = 131_072;
/** While one round of copying runs, the writer writes; each round leaves less than the one before, as long as the disk keeps up. */
const mostRounds = 8;

export function checkpointBeside(port: MessagePort, connection: Connection): void {
  const look = (): void => {
    let state = checkpoint(connection);
    for (let round = 1; round < mostRounds && state && state.left > fewPages; round += 1)
      state = checkpoint(connection);
    if (state && isWorthEnding(state)) port.postMessage('end the log');
  };
  const timer = setInterval(look, everyMs);
  port.once('message', () => {
    clearInterval(timer);
    connection.close();
    port.close();
  });
}

/** Undefined where another is at it. */
function checkpoint(connection: Connection): LogState | undefined {
  const [busy, pages, copied] = (connection.first('PRAGMA wal_checkpoint(PASSIVE)', []) ?? []).map(Number);
  if (busy !== 0 || pages === undefined || copied === undefined) return undefined;
  return { pages, left: pages - copied };
}

/** Whether the writer should copy the rest himself. */
function isWorthEnding({ pages, left }: LogState): boolean {
  return pages >= tooLong || (pages >= worthEnding && left > 0 && left <= fewPages);
}
