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
  cursorOf,
}: {
  items: readonly { readonly node: Node; readonly key: readonly Key[] }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  cursorOf: (key: readonly Key[]) => string;
}): Page<Node> {
  const edges = items.map(({ node, key }) => ({ node, cursor: cursorOf(key) }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
