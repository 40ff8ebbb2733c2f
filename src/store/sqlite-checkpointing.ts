/**
 * Copies what was committed from the write-ahead log into the database beside the writer, who never waits for it. The writer's
 * log could grow for ever that way, because there is always a last commit that has not been copied; so, where little is left,
 * the writer is told to copy the rest himself, and begins the log anew.
 */
import type { Connection } from './sqlite-connection.js';

/** A log of 64 MiB is worth beginning anew: at 5,000 ledger records a second every sixth second, and so in few people's way. */
const worthEnding = 16_384;
/** Copied in a few milliseconds. */
const fewPages = 512;
/** 512 MiB: then the writer copies whatever is left. */
const tooLong = 131_072;
/** While one round of copying runs, the writer writes; each round finds less than the one before, where the disk keeps up. */
const mostRounds = 8;
/**
 * 1 MiB: what the disk takes in little more time than the smallest write. So much at a time is copied every few dozen milliseconds, where
 * so much is written; 3 MiB every 250 ms made one commit in a hundred wait 6 ms for the disk, and not 2.
 */
const pagesAtOnce = 256;
const leastMs = 50;
const mostMs = 250;

export interface LookAtLog {
  /** The writer should copy the rest himself. */
  readonly endTheLog: boolean;
  /** Milliseconds until the next look is due. */
  readonly nextMs: number;
}

/** Each call copies what is in the log. */
export function logCopying(connection: Connection): () => LookAtLog {
  connection.exec('PRAGMA synchronous = FULL');
  let copied = 0;
  let nextMs = mostMs;
  return () => {
    const start = copied;
    for (let round = 1; round <= mostRounds; round += 1) {
      const before = copied;
      copied = checkpoint(connection) ?? copied;
      // What came in during this round is like what it found, or less.
      const isLittle = copied - before <= fewPages;
      if ((isLittle && copied >= worthEnding) || copied >= tooLong) return { endTheLog: true, nextMs };
      if (isLittle || copied < worthEnding) break;
    }
    // Less than before: the log was begun anew.
    const pages = copied < start ? copied : copied - start;
    if (pages > pagesAtOnce) nextMs = Math.max(leastMs, nextMs / 2);
    if (pages < pagesAtOnce / 2) nextMs = Math.min(mostMs, nextMs * 2);
    return { endTheLog: false, nextMs };
  };
}

/** How many pages of the log have been copied since it was begun; undefined where another is at it. */
function checkpoint(connection: Connection): number | undefined {
  const [busy, , copied] = (connection.first('PRAGMA wal_checkpoint(PASSIVE)', []) ?? []).map(Number);
  return busy === 0 ? copied : undefined;
}
