import type { Page } from '../employer/records.js';
import type { RequestContext } from './context.js';
import { pageOf } from './page.js';
import { keyOf, pageSize } from './resolvers/client.js';

const largestPage = 50;

interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of what was recorded about employers, newest first. */
export async function listed<Node extends { readonly document: { readonly id: string; readonly recordedAt: string } }>(
  list: string,
  { first, after }: PageArguments,
  context: RequestContext,
  read: (page: Page) => Promise<readonly Node[]>,
) {
  const limit = pageSize(first, largestPage);
  const found = await read({ limit: limit + 1, ...(after != null && { after: keyOf(after, list, context) }) });
  return pageOf({
    items: found.slice(0, limit).map((node) => ({ node, key: [node.document.recordedAt, node.document.id] })),
    hasNextPage: found.length > limit,
    hasPreviousPage: after != null,
    cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
  });
}
