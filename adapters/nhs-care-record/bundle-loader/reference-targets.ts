import type { ResourceStore } from '../sandbox/store.js';
import { detached } from './entry.js';
import { parseConditional, type Resolve } from './references.js';

const mostRemembered = 5_000;

/** What references can be resolved to: the entries of the file that is open, by `fullUrl`, and all that is stored. */
export class ReferenceTargets {
  readonly #store: ResourceStore;
  /** A window on the table: most references name what stood shortly before. */
  readonly #recent = new Map<string, string>();
  readonly #conditional = new Map<string, string>();
  #fileIsRead = false;

  constructor(store: ResourceStore) {
    this.#store = store;
    store.execute('CREATE TEMP TABLE IF NOT EXISTS full_url (url TEXT PRIMARY KEY, reference TEXT) WITHOUT ROWID');
    this.forgetFile();
  }

  add(fullUrl: string | null, reference: string): void {
    if (fullUrl === null) return;
    this.#store.execute('INSERT OR REPLACE INTO full_url VALUES (?, ?)', [fullUrl, reference]);
    remember(this.#recent, detached(fullUrl), reference);
  }

  /** All entries of the file are known now: an absolute reference to none of them leads elsewhere, and stays. */
  fileIsRead(): void {
    this.#fileIsRead = true;
  }

  /** The `fullUrl`s of one Bundle mean nothing in the next. */
  forgetFile(): void {
    this.#store.execute('DELETE FROM full_url');
    this.#fileIsRead = false;
    this.#recent.clear();
    this.#conditional.clear();
  }

  /** Relative, contained and foreign references stay as they are; `urn:` and conditional ones must be found. */
  readonly resolve: Resolve = (reference) => {
    if (reference.includes('?')) return this.#byIdentifier(reference);
    if (reference.startsWith('urn:')) return this.#byFullUrl(reference);
    if (!reference.startsWith('http')) return reference;
    return this.#byFullUrl(reference) ?? (this.#fileIsRead ? reference : null);
  };

  #byFullUrl(url: string): string | null {
    const recent = this.#recent.get(url);
    if (recent !== undefined) return recent;
    const row = this.#store.first('SELECT reference FROM full_url WHERE url = ?', [url]);
    if (!row) return null;
    remember(this.#recent, detached(url), row['reference'] as string);
    return row['reference'] as string;
  }

  /** FHIR: a conditional reference must match exactly one resource. */
  #byIdentifier(reference: string): string | null {
    const known = this.#conditional.get(reference);
    if (known !== undefined) return known;
    const asked = parseConditional(reference);
    if (!asked) return null;
    const [id, ...others] = this.#store.idsByToken(asked.type, 'identifier', asked.system, asked.value);
    if (id === undefined || others.length > 0) return null;
    remember(this.#conditional, detached(reference), `${asked.type}/${id}`);
    return `${asked.type}/${id}`;
  }
}

function remember(map: Map<string, string>, key: string, value: string): void {
  if (map.size >= mostRemembered) map.clear();
  map.set(key, value);
}
