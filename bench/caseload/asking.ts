import type { Pool } from 'undici';
import type { OrganisationId } from '../../src/access/types.js';
import type { Issuer } from '../tokens.js';

/** Asks over HTTP, and says how long it took until the answer was read. Rejects where there is an error in it. */
export type Asking = (
  authorization: string,
  query: string,
  variables: object,
) => Promise<{ readonly data: unknown; readonly ms: number }>;

export function asking(pool: Pool): Asking {
  return async (authorization, query, variables) => {
    const body = JSON.stringify({ query, variables });
    const began = performance.now();
    const response = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization },
      body,
    });
    const answer = (await response.body.json()) as { data: unknown; errors?: unknown };
    const ms = performance.now() - began;
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors).slice(0, 400));
    return { data: answer.data, ms };
  };
}

interface Page {
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

export const rowsAPage = 50;

/** An organisation's list from its beginning, page by page: the milliseconds of each, until its end or `most`. */
export async function* walk(
  { ask, issuer }: { readonly ask: Asking; readonly issuer: Issuer },
  organisation: OrganisationId,
  { query, field }: { readonly query: string; readonly field: string },
  most: number,
): AsyncGenerator<number, void> {
  // A cursor is good for one caller only.
  const caller = issuer.next(organisation);
  let after: string | null = null;
  for (let pages = 0; pages < most; pages += 1) {
    const { data, ms } = await ask(caller, query, { after });
    const page = (data as Readonly<Record<string, Page>>)[field];
    if (!page || (page.edges.length !== rowsAPage && page.pageInfo.hasNextPage)) throw new Error('a short page');
    yield ms;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}
