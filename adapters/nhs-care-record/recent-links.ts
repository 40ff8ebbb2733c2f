import type { UpstreamSubject } from '../contract.js';

const mostLinks = 10_000;
/** A Patient that was merged or added since is noticed after this long. */
const lifetimeMs = 15 * 60_000;

interface Link {
  readonly nhsNumber: string;
  readonly ids: readonly string[];
  readonly until: number;
}

/** The last ten thousand links from a client to Patient ids; least recently used first out. Ids only, never data. */
export class RecentLinks {
  readonly #links = new Map<string, Link>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get({ clientId, nhsNumber }: UpstreamSubject): readonly string[] | undefined {
    const link = this.#links.get(clientId);
    if (!link) return undefined;
    this.#links.delete(clientId);
    if (link.nhsNumber !== nhsNumber || link.until <= this.#now()) return undefined;
    this.#links.set(clientId, link);
    return link.ids;
  }

  delete({ clientId }: UpstreamSubject): void {
    this.#links.delete(clientId);
  }

  set({ clientId, nhsNumber }: UpstreamSubject, ids: readonly string[]): void {
    this.#links.delete(clientId);
    this.#links.set(clientId, { nhsNumber, ids, until: this.#now() + lifetimeMs });
    const [oldest] = this.#links.keys();
    if (this.#links.size > mostLinks && oldest !== undefined) this.#links.delete(oldest);
  }
}
