import type { ServerResponse } from 'node:http';
import type { FormattedExecutionResult } from 'graphql';
import { HubError } from '../graph/errors.js';
import { endedWords } from './ended-words.js';
import { publicError } from './public-errors.js';
import type { Results } from './subscriptions.js';

/** Open server-sent event streams: graphql-sse's "distinct connections", one subscription to a response. */
export interface EventStreams {
  /** Writes results until they end, the token does, or the reader goes. Resolves then. */
  send(response: ServerResponse, results: Results, until: number): Promise<void>;
  /** Ends what has not ended by itself. */
  close(): Promise<void>;
}

const keepAliveMs = 12_000;
const lookMs = 1_000;
/** A reader that has taken nothing for so long is gone, or as good as. */
const longestSilenceMs = 30_000;

export function createEventStreams(now: () => number, headers: Readonly<Record<string, string>>): EventStreams {
  const open = new Set<{ readonly response: ServerResponse; readonly sending: Promise<void> }>();

  async function pump(response: ServerResponse, results: Results, until: number): Promise<void> {
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      connection: 'keep-alive',
      // Some proxies hold a response back until it is whole.
      'x-accel-buffering': 'no',
    });
    // The headers leave now: who has them is subscribed.
    response.write(':\n\n');
    let silentSince: number | undefined;
    const token = { isExpired: false };
    const keepAlive = setInterval(() => {
      if (!response.writableNeedDrain) response.write(':\n\n');
      else if (now() - (silentSince ??= now()) >= longestSilenceMs) response.destroy();
    }, keepAliveMs);
    const look = setInterval(() => {
      if (now() < until) return;
      token.isExpired = true;
      void results.return();
    }, lookMs);
    const onClose = (): void => void results.return();
    response.once('close', onClose);
    try {
      for await (const result of results) {
        await write(response, result);
        silentSince = undefined;
        if (response.destroyed) return;
      }
      if (token.isExpired) await write(response, expired());
      response.end('event: complete\ndata:\n\n');
    } finally {
      clearInterval(keepAlive);
      clearInterval(look);
      response.off('close', onClose);
    }
  }

  return {
    async send(response, results, until) {
      const stream = { response, sending: pump(response, results, until) };
      open.add(stream);
      try {
        await stream.sending;
      } finally {
        open.delete(stream);
      }
    },
    async close() {
      for (const { response } of open) if (response.writableNeedDrain) response.destroy();
      await Promise.allSettled([...open].map(({ sending }) => sending));
    },
  };
}

/** Resolves when the reader can take more, or is gone: nothing piles up here for a slow one. */
async function write(response: ServerResponse, result: FormattedExecutionResult): Promise<void> {
  if (response.destroyed) return;
  if (response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    response.once('drain', go);
    response.once('close', go);
  });
}

function expired(): FormattedExecutionResult {
  const error = new HubError('UNAUTHENTICATED', endedWords.TOKEN_EXPIRED);
  return { data: null, errors: [publicError(error.toJSON(), error)] };
}
