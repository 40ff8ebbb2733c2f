import type { Key } from '../store/port.js';

/** One page of a Relay connection. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export function pageOf<Node>({
  items,
  hasNextPage,
  hasPreviousPage,
  last,
  cursorOf,
}: {
  items: readonly { readonly node: Node; readonly key: readonly Key[] }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Where the page ends, if not at its last item: what was left out of it must not end the list. */
  last?: readonly Key[] | undefined;
  cursorOf: (key: readonly Key[]) => string;
}): Page<Node> {
  // Made when it is asked for: each is enciphered, and most callers ask for the last one at most.
  const edges = items.map(({ node, key }) => ({
    node,
    get cursor() {
      return cursorOf(key);
    },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return last ? cursorOf(last) : (edges.at(-1)?.cursor ?? null);
      },
    },
  };
}
