import type { Key } from '../store/port.js';

/** One page of a list out of which some may not be shown. */
export interface VisiblePage<Node> {
  readonly nodes: readonly Node[];
  /** Whether another that may be shown follows. */
  readonly hasNextPage: boolean;
}

/**
 * Reads on until a page is full of what may be shown, and looks for one more. A page that came out short, or said that another
 * follows where none does, would tell that something was left out of it: this is how totals and gaps of filtered searches leaked
 * elsewhere (reference/consent-audit-referral.md 1.2).
 */
export async function visiblePage<Document, Node>({
  limit,
  after,
  read,
  keyOf,
  show,
}: {
  readonly limit: number;
  readonly after: readonly Key[] | undefined;
  /** The next documents behind a key, in the list's order. */
  readonly read: (limit: number, after?: readonly Key[]) => Promise<readonly Document[]>;
  readonly keyOf: (document: Document) => readonly Key[];
  /** What of them this caller may be shown, in the same order. */
  readonly show: (documents: readonly Document[]) => readonly Node[] | Promise<readonly Node[]>;
}): Promise<VisiblePage<Node>> {
  const shown: Node[] = [];
  for (let from = after; ;) {
    const found = await read(limit + 1, from);
    shown.push(...(await show(found)));
    const last = found.at(-1);
    if (shown.length > limit || !last || found.length <= limit) break;
    from = keyOf(last);
  }
  return { nodes: shown.slice(0, limit), hasNextPage: shown.length > limit };
}
