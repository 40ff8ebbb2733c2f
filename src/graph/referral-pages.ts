import type { ClientId } from '../access/types.js';
import type { ReferralDocument } from '../referral/document.js';
import { openStates, referralStates } from '../referral/words.js';
import { dependsOnConsent } from './oversight.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import type { ClientTrackedReferralsArgs, QueryTrackedReferralsArgs, RequireFields } from './generated.js';
import { pageOf } from './page.js';
import { mayFollow, openReferrals, referralOf, type ReferralFile } from './referral-file.js';
import { referralsOnSide } from './referrals-on-side.js';
import type { Key } from '../store/port.js';
import { keyOf, pageSize } from './resolvers/client.js';
import { visiblePage, type VisiblePage } from './visible-page.js';

const largestPage = 50;

/** The referrals in which the caller's organisation stands on one side, as far as the caller may be told how they stand. */
export async function referralsOfOrganisation(
  { side, states, first, after }: RequireFields<QueryTrackedReferralsArgs, 'side' | 'first'>,
  context: RequestContext,
) {
  const wanted = states ?? openStates;
  const list = `trackedReferrals ${JSON.stringify([side, wanted])}`;
  // Where each person's word decides, those in every state are read and decided on: the time that it takes must not tell the state.
  const readStates = dependsOnConsent(context, 'REFERRAL_PROGRESS') ? referralStates : wanted;
  const found = await visiblePage({
    limit: pageSize(first, largestPage),
    after: after == null ? undefined : keyOf(after, list, context),
    read: (limit, from) => referralsOnSide({ side, states: readStates, limit, after: from }, context),
    keyOf: keyByState,
    show: async (documents) =>
      (await openReferrals(documents, context)).filter(
        (each) => mayFollow(each, context, 'Query.trackedReferrals') && wanted.includes(each.document.state),
      ),
  });
  return page(found, { list, after, key: keyByState }, context);
}

/** The referrals of one person that a caller who works with them may look at. */
export async function referralsOfClient(
  file: ClientFile,
  { first, after }: RequireFields<ClientTrackedReferralsArgs, 'first'>,
  context: RequestContext,
) {
  const list = `trackedReferrals of ${file.id}`;
  const ids = await recordsOf(file, context);
  const found = await visiblePage({
    limit: pageSize(first, largestPage),
    after: after == null ? undefined : keyOf(after, list, context),
    read: (limit, from) => context.services.referralLists.ofClient(ids, limit, from),
    keyOf: keyByClient,
    show: (documents) =>
      documents
        .map((document) => referralOf(file, document, context))
        .filter(({ document, sides }) => document.state !== 'DRAFT' || sides.includes('REQUESTER')),
  });
  return page(found, { list, after, key: keyByClient }, context);
}

/** All of one conversation that the caller takes part in. */
export async function conversationOf(id: string, context: RequestContext) {
  const { services, disclosures } = context;
  const referrals = await openReferrals(await services.referralLists.ofConversation(id), context);
  for (const { file } of referrals) disclosures.opened('Query.referralConversation', file);
  if (referrals.length > 0) return { id, referrals };
  disclosures.notFound('Query.referralConversation');
  return null;
}

/** Other referrals of the same person for the same at the same time, as far as the caller may know of them. */
export async function duplicatesOf({ file, document }: ReferralFile, context: RequestContext) {
  const { services, viewer, self } = context;
  const [others, isRelated] = await Promise.all([
    services.referralLists.overlapping(document, await recordsOf(file, context)),
    services.directory.isRelated(viewer, file.id, self),
  ]);
  // Taking part in one referral opens no other: only a relationship with the person does, or taking part in that one too.
  const open = others
    .map((other) => referralOf(file, other, context))
    .filter(({ sides }) => isRelated || sides.length > 0);
  return { __typename: 'ReferralDuplicates' as const, referrals: open };
}

/** A person whose number PDS replaced can have referrals under the record that was merged into theirs. */
async function recordsOf({ id }: ClientFile, { services }: RequestContext): Promise<readonly ClientId[]> {
  const merged = await services.directory.mergedInto([id]);
  return [id, ...(merged.get(id) ?? []).map((record) => record.id)];
}

const keyByState = ({ state, submittedAt, id }: ReferralDocument) => [state, submittedAt, id];
const keyByClient = ({ clientId, submittedAt, id }: ReferralDocument) => [clientId, submittedAt, id];

function page(
  { nodes, hasNextPage }: VisiblePage<ReferralFile>,
  {
    list,
    after,
    key,
  }: {
    readonly list: string;
    readonly after?: string | null | undefined;
    readonly key: (document: ReferralDocument) => readonly Key[];
  },
  { services, viewer }: RequestContext,
) {
  return {
    withheld: null,
    ...pageOf({
      items: nodes.map((node) => ({ node, key: key(node.document) })),
      hasNextPage,
      hasPreviousPage: after != null,
      cursorOf: (keys) => services.cursors.encode(viewer, list, keys),
    }),
  };
}
