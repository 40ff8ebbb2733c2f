import type { UpstreamSubject } from '../../adapters/contract.js';
import type { ConnectedSource } from '../../adapters/operations.js';
import type { DataCategory } from '../access/types.js';

/** What became of one thing that the hub keeps going for a client. */
export interface FeedEnd {
  /** The source, by adapter name. */
  readonly source: string;
  readonly what: 'ENDED' | 'KEPT' | 'NOTHING_KEPT';
  readonly because: string;
}

/** What the hub keeps going for a client between requests, and what a withdrawal does to each (DWP's memo 08). */
export interface Feeds {
  /** Ends what feeds any of these categories; what must go on says on what basis. */
  end(subjects: readonly UpstreamSubject[], categories: readonly DataCategory[]): readonly FeedEnd[];
}

/**
 * What goes on after a withdrawal, and why: the residue that the client is told of. A source that stands here holds something
 * that is not the consent's to end.
 */
const residue: Readonly<Record<string, string>> = {
  'nhs-pds':
    'The copy of name, address and restriction is kept fresh: without it nobody could keep a restricted address in.',
  'provider-csv': 'The provider’s own rows stay: the provider sent them, of the people whom it supports.',
};

export function createFeeds(connected: readonly ConnectedSource[]): Feeds {
  return {
    end: (subjects, categories) =>
      connected.flatMap(({ name, feeds, connection }): readonly FeedEnd[] => {
        if (!feeds.some((category) => categories.includes(category))) return [];
        const because = residue[name];
        if (because !== undefined) return [{ source: name, what: 'KEPT', because }];
        if (!connection.forget) return [{ source: name, what: 'NOTHING_KEPT', because: nothingKept }];
        for (const subject of subjects) connection.forget(subject);
        return [{ source: name, what: 'ENDED', because: ended }];
      }),
  };
}

const nothingKept =
  'The hub keeps nothing of it between requests. Its own record stays with it, on the basis on which it keeps it.';
const ended =
  'What the hub held to ask it sooner is dropped: it is asked anew, and only for somebody who may see the answer.';
