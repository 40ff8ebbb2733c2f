import type { ClientId } from '../access/types.js';
import type { ReferralDocument } from '../referral/document.js';
import { openStates } from '../referral/words.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import type { ClientTrackedReferralsArgs, QueryTrackedReferralsArgs, RequireFields } from './generated.js';
import { pageOf } from './page.js';
import { openReferrals, referralOf, type ReferralFile } from './referral-file.js';
import { keyOf, pageSize } from './resolvers/client.js';

const largestPage = 50;

/** The referrals in which the caller's organisation stands on one side. */
export async function referralsOfOrganisation(
  { side, states, first, after }: RequireFields<QueryTrackedReferralsArgs, 'side' | 'first'>,
  context: RequestContext,
) {
  const { services, viewer, disclosures } = context;
  const wanted = states ?? openStates;
  const list = `trackedReferrals ${JSON.stringify([side, wanted])}`;
  const limit = pageSize(first, largestPage);
  const key = after == null ? undefined : keyOf(after, list, context);
  const found = await services.referralLists.ofOrganisation(viewer.organisation, side, wanted, limit + 1, key);
  const shown = await openReferrals(found.slice(0, limit), context);
  for (const { file } of shown) disclosures.opened('Query.trackedReferrals', file);
  return page(shown, found, { limit, list, after }, context, ({ state, submittedAt, id }) => [state, submittedAt, id]);
}

/** The referrals of one person that a caller who works with them may look at. */
export async function referralsOfClient(
  file: ClientFile,
  { first, after }: RequireFields<ClientTrackedReferralsArgs, 'first'>,
  context: RequestContext,
) {
  const list = `trackedReferrals of ${file.id}`;
  const limit = pageSize(first, largestPage);
  const key = after == null ? undefined : keyOf(after, list, context);
  const found = await context.services.referralLists.ofClient(await recordsOf(file, context), limit + 1, key);
  const shown = found
    .slice(0, limit)
    .map((document) => referralOf(file, document, context))
    .filter(({ document, sides }) => document.state !== 'DRAFT' || sides.includes('REQUESTER'));
  return page(shown, found, { limit, list, after }, context, ({ clientId, submittedAt, id }) => [
    clientId,
    submittedAt,
    id,
  ]);
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

function page(
  shown: readonly ReferralFile[],
  found: readonly ReferralDocument[],
  { limit, list, after }: { limit: number; list: string; after?: string | null | undefined },
  { services, viewer }: RequestContext,
  keyOfReferral: (document: ReferralDocument) => readonly [string, string, string],
) {
  const last = found.slice(0, limit).at(-1);
  return {
    withheld: null,
    ...pageOf({
      items: shown.map((node) => ({ node, key: keyOfReferral(node.document) })),
      hasNextPage: found.length > limit,
      hasPreviousPage: after != null,
      last: last && keyOfReferral(last),
      cursorOf: (keys) => services.cursors.encode(viewer, list, keys),
    }),
  };
}
