import type { SourceAnswer } from '../../adapters/contract.js';
import { UpstreamError } from '../../adapters/upstream-error.js';
import type { DataCategory } from '../access/types.js';
import type { NoRecord, SourceStatus, Unavailable, UnavailableReason } from './section-records.js';

/** One source of a section, and how to ask it. */
export interface Source<Item> {
  readonly name: string;
  readonly ask: () => Promise<SourceAnswer<Item>>;
}

/** What all sources of a section said. */
export interface Gathered<Item> {
  readonly items: readonly Item[];
  readonly sources: readonly SourceStatus[];
}

type Reply<Item> =
  | { readonly name: string; readonly answer: SourceAnswer<Item> }
  | {
      readonly name: string;
      readonly failure: { readonly cause: UnavailableReason; readonly retryAfterSeconds?: number };
    };

/**
 * Asks every source at once and waits for each up to its own deadline: one slow or broken source costs its own items only.
 * `Unavailable` only if none answered, `NoRecord` only if those that answered hold nothing and none failed.
 */
export async function gather<Item, Record>(
  category: DataCategory,
  sources: readonly Source<Item>[],
  build: (gathered: Gathered<Item>) => Record,
  options: {
    readonly evenIfEmpty?: boolean;
    /** What of an item the caller may be told of; what is left out is as if it were not there. */
    readonly narrow?: ((item: Item) => Item | undefined) | undefined;
    readonly onFault: (error: unknown) => void;
  },
): Promise<Record | NoRecord | Unavailable> {
  if (sources.length === 0) {
    return { __typename: 'Unavailable', category, cause: 'NOT_CONNECTED', retryAfterSeconds: null, sources: [] };
  }
  const replies = await Promise.all(sources.map((source) => ask(source, options)));
  const statuses = replies.map(statusOf);
  const firstFailure = replies.find((reply) => 'failure' in reply);
  if (statuses.every(({ outcome }) => outcome === 'UNAVAILABLE') && firstFailure && 'failure' in firstFailure) {
    return {
      __typename: 'Unavailable',
      category,
      cause: firstFailure.failure.cause,
      retryAfterSeconds: firstFailure.failure.retryAfterSeconds ?? null,
      sources: statuses,
    };
  }
  const items = replies.flatMap((reply) => ('answer' in reply ? reply.answer.items : []));
  const nothingMissing = statuses.every(({ outcome, complete }) => outcome === 'NO_RECORD' && complete);
  if (nothingMissing && !options.evenIfEmpty) return { __typename: 'NoRecord', category, sources: statuses };
  return build({ items, sources: statuses });
}

async function ask<Item>(
  source: Source<Item>,
  {
    narrow,
    onFault,
  }: {
    readonly narrow?: ((item: Item) => Item | undefined) | undefined;
    readonly onFault: (error: unknown) => void;
  },
): Promise<Reply<Item>> {
  try {
    const answer = await source.ask();
    return {
      name: source.name,
      answer: narrow ? { ...answer, items: answer.items.flatMap((item) => narrow(item) ?? []) } : answer,
    };
  } catch (error) {
    if (error instanceof UpstreamError) {
      const { reason, retryAfterSeconds } = error;
      return {
        name: source.name,
        failure: { cause: reason, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
      };
    }
    onFault(error);
    return { name: source.name, failure: { cause: 'HUB_FAULT' } };
  }
}

function statusOf(reply: Reply<unknown>): SourceStatus {
  if ('failure' in reply) {
    return {
      source: reply.name,
      outcome: 'UNAVAILABLE',
      cause: reply.failure.cause,
      complete: false,
      retrievedAt: null,
    };
  }
  return {
    source: reply.name,
    outcome: reply.answer.items.length > 0 ? 'ANSWERED' : 'NO_RECORD',
    cause: null,
    complete: reply.answer.complete,
    retrievedAt: reply.answer.retrievedAt,
  };
}
