import type { EmergencyOutcome, EmergencyRefusal } from '../../emergency/desk.js';
import type { HistoryDelayDocument } from '../../store/documents/access-history.js';
import type { EmergencyGrantDocument } from '../../store/documents/emergency-grant.js';
import { documentOf, openFile } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import type { ClientResolvers, EmergencyAccessResolvers, MutationResolvers } from '../generated.js';
import { isIdempotencyKey } from '../../idempotency/used-keys.js';
import { noticeView } from '../notice-view.js';
import { pageOf } from '../page.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;

const Mutation: Pick<MutationResolvers, 'openEmergencyAccess' | 'closeEmergencyAccess'> = {
  openEmergencyAccess: async (_root, { input }, context) => {
    const { emergency } = context.services;
    const notAllowed = emergency.refusalOf(context.viewer);
    if (notAllowed) return answer('EmergencyAccessOpened', notAllowed);
    const document = await documentOf(input.client, context);
    if (!document) {
      context.disclosures.notFound('Mutation.openEmergencyAccess');
      return refused('NOT_FOUND', 'No such client.');
    }
    const { idempotencyKey, reason, note } = input;
    const outcome = await emergency.open(context.viewer, document.id, idempotencyKey, { reason, note });
    return answer('EmergencyAccessOpened', outcome);
  },
  closeEmergencyAccess: async (_root, { input }, { services, viewer }) => {
    if (!isIdempotencyKey(input.idempotencyKey)) return badKey;
    const id = services.pairwiseIds.decode(viewer.organisation, 'emergency', input.emergencyAccess);
    return answer('EmergencyAccessClosed', await services.emergency.close(viewer, id ?? ''));
  },
};

const refused = (reason: EmergencyRefusal, message: string) =>
  ({ __typename: 'EmergencyAccessRefused', reason, message }) as const;
const badKey = refused('INVALID_INPUT', 'idempotencyKey must be 8 to 64 letters, digits and hyphens.');

function answer<Name extends 'EmergencyAccessOpened' | 'EmergencyAccessClosed'>(
  __typename: Name,
  outcome: EmergencyOutcome,
) {
  if (outcome.kind === 'refused') return refused(outcome.reason, outcome.message);
  return { __typename, emergencyAccess: outcome.grant };
}

const EmergencyAccess: EmergencyAccessResolvers = {
  id: (grant, _args, { services, viewer }) => services.pairwiseIds.encode(viewer.organisation, 'emergency', grant.id),
  client: (grant, _args, context) => openedClient(grant, context),
  emergencyReason: ({ reason }) => reason,
  closedAt: ({ closedAt }) => closedAt ?? null,
  neverOpened: (_grant, _args, { policy }) => [...(policy.emergency?.closed ?? [])],
};

/** The client of an access that runs; nobody once it has ended, unless the organisation works with them anyway. */
async function openedClient({ clientId }: EmergencyGrantDocument, context: RequestContext) {
  const document = (await context.services.directory.byIds([clientId])).get(clientId);
  const file = document && (await openFile(document, context));
  if (!file || !(file.related || file.emergency)) return null;
  context.disclosures.opened('EmergencyAccess.client', file);
  return file;
}

const Client: Pick<ClientResolvers, 'notices'> = {
  notices: async (file, { first, after }, context) => {
    const { services, viewer } = context;
    const list = `notices ${file.id}`;
    const limit = pageSize(first, largestPage);
    const [found, delays] = await Promise.all([
      services.notices.of(file.id, limit + 1, after == null ? undefined : keyOf(after, list, context)),
      services.historyDelays.holdingOn(context.today, file.id),
    ]);
    const page = found.slice(0, limit);
    const isForOfficer = viewer.audience === 'PRIVACY_OFFICER';
    const items = await Promise.all(
      page.map(async (notice) => {
        // One flag for both: what is kept out of the access history is not told here either.
        const delayedUntil = untilOf(delays, notice.organisation);
        if (delayedUntil !== undefined && !isForOfficer) return [];
        const node = await noticeView(notice, delayedUntil, context);
        return node ? [{ node, key: [notice.at, notice.id] }] : [];
      }),
    );
    const last = page.at(-1);
    return {
      withheld: null,
      ...pageOf({
        items: items.flat(),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        last: last && [last.at, last.id],
        cursorOf: (key) => services.cursors.encode(viewer, list, key),
      }),
    };
  },
};

/** The last day that any delay names for the acts of an organisation. */
const untilOf = (delays: readonly HistoryDelayDocument[], organisation: string): string | undefined =>
  delays
    .flatMap((delay) => (delay.organisation === organisation ? [delay.until] : []))
    .sort()
    .at(-1);

export const emergency = { Mutation, EmergencyAccess, Client };
