import type { KeyObject } from 'node:crypto';
import { ulid } from 'ulid';
import type { ReadyDocuments, Store } from '../store/port.js';
import { groupCommit } from './group-commit.js';
import { headPublisher } from './head-publisher.js';
import type { HeadSink } from './head-sink.js';
import { LedgerUnavailable } from './ledger-unavailable.js';
import { proofKeeper } from './proof-keeper.js';
import { chain, startOf, type Chained, type LedgerEvent } from './record.js';
import { within } from './within.js';

export interface Ledger {
  /**
   * Resolves when every one of `events` is durable. Where it rejects, nothing may be disclosed: with `LedgerUnavailable`,
   * or with `InvalidDocument` for an event that breaks the declaration of the ledger.
   */
  append(events: readonly LedgerEvent[]): Promise<void>;
  /** For readiness: resolves when the ledger can write, after mending itself where it could not. */
  check(): Promise<void>;
  state(): LedgerState;
  /** Takes nothing more, waits for what is under way, publishes the last head. */
  close(): Promise<void>;
}

export interface LedgerState {
  readonly writer: string;
  /** Of the last durable record of this writer. */
  readonly sequence: number;
  readonly healthy: boolean;
  /** Heads that could not be published since the last one that could. */
  readonly headFailures: number;
}

export interface LedgerOptions {
  readonly store: Store;
  /** Names the chain; fresh for every process start. Default: a new ULID. */
  readonly writer?: string;
  /** Ed25519 private key. */
  readonly headKey: KeyObject;
  readonly publish: HeadSink;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A head at the latest after so many records. Default 1,000. */
  readonly headEveryRecords?: number;
  /** A head at the latest after so many milliseconds. Default 1,000. */
  readonly headEveryMs?: number;
  /** Records in one commit. Default 512: 3 ms of hashing between two turns of the event loop. */
  readonly batchLimit?: number;
  /** Milliseconds after which a commit counts as failed. Default 5,000. */
  readonly commitDeadlineMs?: number;
}

/** The records of one `append`, as the store writes them, and where they leave the chain. */
interface ChainedAndReady extends Pick<Chained, 'tip' | 'subtrees'> {
  readonly ready: ReadyDocuments;
}

/**
 * Opens the disclosure ledger with a chain of its own. Rejects where the first head cannot be published, so that a wrong
 * sink is found at start and not by the auditor.
 *
 * A commit that failed may yet have been, or still be, stored: its outcome is unknown. So its events are refused, and
 * **the chain is left for good**: a writer that has failed once writes nothing more, and the next record opens a new
 * chain, once the store has proved that it can write. Whatever becomes of the failed commit, the old chain has no hole:
 * it ends at the last acknowledged record, or with records that say more than was disclosed, never less.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { store, now, commitDeadlineMs = 5_000 } = options;
  const proofs = proofKeeper(store);
  const heads = headPublisher({
    key: options.headKey,
    sink: async (head) => {
      await options.publish(head);
      proofs.keepHead(head);
    },
    now,
    everyRecords: options.headEveryRecords ?? 1_000,
    everyMs: options.headEveryMs ?? 1_000,
  });
  const collection = store.collection('ledger');
  let tip = startOf(options.writer ?? ulid());
  let healthy = true;
  let closed = false;
  let mending: Promise<void> | undefined;

  const mend = async (): Promise<void> => {
    try {
      await within(commitDeadlineMs, store.check());
    } catch {
      throw new LedgerUnavailable('STORE_CANNOT_WRITE');
    } finally {
      mending = undefined;
    }
    tip = startOf(ulid());
    healthy = true;
    heads.advanced(tip, 0);
  };
  const mended = async (): Promise<void> => {
    if (!healthy) await (mending ??= mend());
  };
  const commit = async (batch: readonly ChainedAndReady[]): Promise<void> => {
    const committing = collection.insertReady(batch.map(({ ready }) => ready));
    proofs.flush();
    try {
      await within(commitDeadlineMs, committing);
    } catch (error) {
      healthy = false;
      throw error instanceof LedgerUnavailable ? error : new LedgerUnavailable('COMMIT_FAILED');
    }
    tip = batch.at(-1)?.tip ?? tip;
    for (const { subtrees } of batch) proofs.keepNodes(tip.writer, subtrees);
    heads.advanced(
      tip,
      batch.reduce((sum, { ready }) => sum + ready.count, 0),
    );
  };
  const prepare = (events: readonly LedgerEvent[], behind: ChainedAndReady | undefined): ChainedAndReady => {
    const chained = chain(behind?.tip ?? tip, events, new Date(now()).toISOString());
    return { ready: collection.ready(chained.records), tip: chained.tip, subtrees: chained.subtrees };
  };
  const group = groupCommit({ begin: mended, prepare, commit }, options.batchLimit ?? 512);

  await heads.publish(tip, false);
  return {
    append: async (events) => {
      if (closed) throw new LedgerUnavailable('CLOSED');
      if (events.length > 0) await group.add(events);
    },
    check: async () => {
      if (closed) throw new LedgerUnavailable('CLOSED');
      if (!healthy) return mended();
      await within(commitDeadlineMs, store.check()).catch(() => {
        throw new LedgerUnavailable('STORE_CANNOT_WRITE');
      });
    },
    state: () => ({ writer: tip.writer, sequence: tip.sequence, healthy, headFailures: heads.failures() }),
    close: async () => {
      if (closed) return;
      closed = true;
      await group.idle();
      await heads.stop();
      await heads.publish(tip, healthy);
      await proofs.idle();
    },
  };
}
