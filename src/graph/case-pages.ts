import type { Key } from '../store/port.js';
import type { CaseDocument } from '../support/case-document.js';
import { keyOfCase, type CaseQuery } from '../support/case-lists.js';
import { versionDifference } from '../support/version-change.js';
import { caseOf, maySeeCase, openOwnCases } from './case-file.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { HubError } from './errors.js';
import type { CaseFilter } from './generated.js';
import { mayEverSee } from './oversight.js';
import { pageOf } from './page.js';
import { keyOf, pageSize } from './resolvers/client.js';
import { visiblePage } from './visible-page.js';

const largestPage = 50;

interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The cases that the caller's organisation runs, as far as the caller may see the person's support. */
export async function casesOfOrganisation(
  { filter, first, after }: PageArguments & { readonly filter?: CaseFilter | null | undefined },
  context: RequestContext,
) {
  const query = queryOf(filter ?? {});
  const { page, cursors } = await ownPage(
    query,
    `cases ${JSON.stringify(query)}`,
    { first, after },
    context,
    'Query.cases',
  );
  return {
    withheld: null,
    ...pageOf({ ...cursors, items: page.map((node) => ({ node, key: keyOfCase(node.document, query) })) }),
  };
}

/** The open cases that another version would treat differently, out of one page of all. */
export async function versionChanges(
  { programme, to, first, after }: PageArguments & { readonly programme: string; readonly to: string },
  context: RequestContext,
) {
  const { services } = context;
  const other = services.programmes.version(programme, to);
  if (!other) throw new HubError('BAD_INPUT', 'to is no version of this programme.');
  const query: CaseQuery = { status: 'OPEN', programme };
  const list = `programmeVersionChange ${JSON.stringify([programme, to])}`;
  const { page, cursors } = await ownPage(query, list, { first, after }, context, 'Query.programmeVersionChange');
  const items = page.flatMap((found) => {
    const own = services.programmes.version(programme, found.document.programmeVersion);
    const facts = services.cases.read.facts(found.document);
    const difference = own && versionDifference(found.document, facts, own, other);
    return difference === undefined ? [] : [{ node: { case: found, difference }, key: keyOfCase(found.document) }];
  });
  return pageOf({ ...cursors, items });
}

/** Cases of one person, whoever runs them. */
export async function casesOfClient(file: ClientFile, { first, after }: PageArguments, context: RequestContext) {
  const { services } = context;
  const list = `cases of ${file.id}`;
  const limit = pageSize(first, largestPage);
  const key = after == null ? undefined : keyOf(after, list, context);
  const others = (await services.directory.mergedInto([file.id])).get(file.id) ?? [];
  const found = await services.caseLists.ofClient([file.id, ...others.map(({ id }) => id)], limit + 1, key);
  const shown = found.slice(0, limit);
  return {
    withheld: null,
    ...pageOf({
      items: shown.map((document) => ({
        node: caseOf(file, document, context),
        key: [document.clientId, ...keyOfCase(document)],
      })),
      hasNextPage: found.length > limit,
      hasPreviousPage: after != null,
      cursorOf: (keys) => services.cursors.encode(context.viewer, list, keys),
    }),
  };
}

/**
 * One page of the organisation's own cases, opened and decided on, and what its cursors need. Which cases there are, and what a
 * filter or the order would say of them, is the person's support: a case whose support this caller may not see is not there.
 */
async function ownPage(
  query: CaseQuery,
  list: string,
  { first, after }: PageArguments,
  context: RequestContext,
  section: string,
) {
  const { services, viewer } = context;
  if (viewer.audience === 'CLIENT') throw new HubError('NOT_ALLOWED', 'cases: only an organisation runs cases.');
  const limit = pageSize(first, largestPage);
  const key = after == null ? undefined : keyOf(after, list, context);
  const { nodes: page, hasNextPage } = await visiblePage({
    limit,
    after: key,
    read: async (most, from): Promise<readonly CaseDocument[]> =>
      mayEverSee(context, 'SUPPORT') ? services.caseLists.ofOrganisation(viewer.organisation, query, most, from) : [],
    keyOf: (document) => keyOfCase(document, query),
    show: async (documents) =>
      (await openOwnCases(documents, context)).filter((found) => maySeeCase(found, context, section)),
  });
  const last = page.at(-1);
  return {
    page,
    cursors: {
      hasNextPage,
      hasPreviousPage: after != null,
      last: last && keyOfCase(last.document, query),
      cursorOf: (keys: readonly Key[]) => services.cursors.encode(viewer, list, keys),
    },
  };
}

function queryOf({ status, manager, programme, endingBefore }: CaseFilter): CaseQuery {
  if ([manager, programme, endingBefore].filter((each) => each != null).length > 1) {
    throw new HubError('BAD_INPUT', 'filter: at most one of manager, programme and endingBefore.');
  }
  return {
    status: status ?? 'OPEN',
    ...(manager != null && { manager }),
    ...(programme != null && { programme }),
    ...(endingBefore != null && { endingBefore }),
  };
}
