/** One hub as one caller sees it: everything that an answer can tell, and what the hub did for it. */
import { isDeepStrictEqual } from 'node:util';
import type { Store } from '../../src/store/port.js';
import { collectionNames } from '../../src/store/models/index.js';
import { startHub, type Enrolment, type TestHub, type Who } from '../acceptance/hub.js';
import { subscribe } from '../event/subscriber.js';

/** What a caller can observe of one operation, and what it cost by number and kind. */
export interface Observation {
  readonly operation: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Requests to each source, by method and path shape. */
  readonly calls: readonly string[];
  /** Reads and writes of the store, by collection and kind. What an attacker's clock could tell apart, without a clock. */
  readonly store: readonly string[];
}

export interface Asked {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
}

export interface World {
  readonly hub: TestHub;
  observe(who: Who, asked: Asked): Promise<Observation>;
  /** An export over plain HTTP. */
  observeExport(who: Who, path: string): Promise<Observation>;
  /** All that is pushed while something happens, up to the event that both worlds know. */
  observePushes(
    who: Who,
    subscription: string,
    happens: () => Promise<unknown>,
    last: (event: string) => boolean,
  ): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Differs by design from one hub to another, and is replaced before anything is compared: ids (32 characters, pairwise under each hub's
 * own clients), correlation ids (UUIDs), instants, cursors (by their length), the date header.
 */
function normalised(text: string): string {
  return (
    text
      .replace(/"cursor":"([\w-]+)"|"(start|end)Cursor":"([\w-]+)"/g, (found) =>
        found.replace(/"([\w-]{20,})"$/, (_all, cursor: string) => `"cursor of ${cursor.length}"`),
      )
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
      // A record's number counts all that the hub wrote down, whoever asked.
      .replace(/[0-9A-Z]{26}:\d{12}/g, 'record')
      // Of a request that names a client by the caller's own id.
      .replace(/[0-9a-f]{64}/g, 'digest')
      .replace(/"[\w-]{32}"/g, '"id"')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'instant')
  );
}

export async function createWorld(
  people: Readonly<Record<string, Enrolment>>,
  options: { readonly directory?: boolean } = {},
): Promise<World> {
  const hub = await startHub({ people, ...options });
  const { sandboxes } = hub.demo;
  const counted = countStore(hub.demo.hub.store);
  const observed = async (name: string, ask: () => Promise<Pick<Observation, 'status' | 'headers' | 'body'>>) => {
    hub.forget();
    sandboxes.directory.forget();
    // What the hub remembers beside an answer belongs to that answer.
    await quiet(counted);
    counted.splice(0);
    const { status, headers, body } = await ask();
    await quiet(counted);
    const { date: _date, 'x-correlation-id': _correlation, ...same } = headers;
    const calls = (['pds', 'careRecord', 'dwp', 'dataverse', 'directory'] as const).flatMap((source) =>
      sandboxes[source].requests
        // A token is fetched when the last one ends, whoever asks.
        .filter(({ path }) => !path.endsWith('/token'))
        .map(({ method, path }) => `${source} ${method} ${path.replace(/[0-9a-f-]{36}|\d{10}/g, '*')}`),
    );
    return {
      operation: name,
      status,
      headers: same,
      body: normalised(body),
      calls: calls.sort(),
      store: [...counted].sort(),
    };
  };
  return {
    hub,
    async observe(who, { name, query, variables }) {
      const caller = hub.as(who);
      await caller.token();
      return observed(name, () => caller.send(query, variables));
    },
    async observeExport(who, path) {
      const headers = { authorization: `Bearer ${await hub.as(who).token()}` };
      return observed(path.replace(/client=[\w-]+/, 'client=…'), async () => {
        const response = await fetch(`${hub.url}${path}`, { headers });
        return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
      });
    },
    async observePushes(who, subscription, happens, last) {
      const subscriber = await subscribe(hub, 'WebSocket', who, subscription);
      await happens();
      const events: string[] = [];
      for (;;) {
        const event = JSON.stringify(await subscriber.next());
        events.push(normalised(event));
        if (last(event)) break;
      }
      await subscriber.end();
      return events;
    },
    close: () => hub.close(),
  };
}

/** What callers saw in the world without the fact and in the one with it. */
export type InBoth = readonly [without: unknown, withFact: unknown];

/**
 * What differs between two worlds, made afresh up to three times. A fact that shows, shows each time. How many commits one answer's
 * records fall into depends on how a busy machine's turns fell, and does not do so three times over.
 * @returns the first pair that is the same, or the last that is not
 */
export async function comparedAfresh(compare: () => Promise<InBoth>): Promise<InBoth> {
  for (let tried = 1; ; tried += 1) {
    const pair = await compare();
    if (tried === 3 || isDeepStrictEqual(pair[0], pair[1])) return pair;
  }
}

/** Resolves once the store is asked for nothing any more. */
async function quiet(counted: readonly string[]): Promise<void> {
  for (let before = -1; before !== counted.length;) {
    before = counted.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const kinds = [
  'get',
  'getMany',
  'find',
  'insert',
  'insertMany',
  'insertReady',
  'replace',
  'countBy',
  'remove',
] as const;

/** Counts every call of every collection: both hubs run the same code, so that a difference is the fact's doing. */
function countStore(store: Store): string[] {
  const counted: string[] = [];
  // Heads are published by the clock, whoever asks or not; the text of an operation is kept once, beside the first answer to it.
  for (const name of collectionNames.filter((each) => each !== 'ledgerHeads' && each !== 'operations')) {
    const collection = store.collection(name) as unknown as Record<string, (...given: unknown[]) => unknown>;
    for (const kind of kinds) {
      const own = collection[kind];
      if (!own) continue;
      collection[kind] = (...given) => {
        counted.push(`${name} ${kind}`);
        return own(...given);
      };
    }
  }
  return counted;
}
