import { delaySection } from '../../audit/history-delays.js';
import { isIdempotencyKey } from '../../idempotency/used-keys.js';
import { correctionOf, historyEntry } from '../access-history.js';
import { findClient } from '../client-lookup.js';
import type { ClientFile } from '../client-file.js';
import type { RequestContext } from '../context.js';
import type {
  AccessHistoryEntryResolvers,
  AccessReceiptResolvers,
  ClientResolvers,
  DelayAccessHistoryInput,
  MutationResolvers,
} from '../generated.js';
import { visibleHistory } from '../history-page.js';
import { pageOf } from '../page.js';
import { receiptFor } from '../receipt-view.js';
import { keyOf, pageSize } from './client.js';

const largestHistoryPage = 100;
const dayMs = 86_400_000;
/** A delay is looked at anew after a year at the latest. */
const longestDelayDays = 366;

const Client: Pick<ClientResolvers, 'accessHistory'> = {
  accessHistory: async (file, { first, after }, context) => {
    const { services, viewer } = context;
    const list = `accessHistory ${file.id}`;
    const limit = pageSize(first, largestHistoryPage);
    const found = await visibleHistory(
      file.id,
      limit + 1,
      after == null ? undefined : keyOf(after, list, context),
      context,
    );
    const records = new Set([file.id, ...((await services.directory.othersOf([file.id])).get(file.id) ?? [])]);
    const unlinks = (await services.unlinking.unlinksOf([...records])).map((unlink) => ({
      ...unlink,
      asOwner: !records.has(unlink.clientId),
    }));
    return {
      withheld: null,
      ...pageOf({
        items: found.slice(0, limit).map(({ record, delayedUntil: until }) => ({
          node: {
            ...historyEntry(record, services.historyWords, services.organisationName),
            handle: services.cursors.encode(viewer, handleList(file), [record.id]),
            correction: correctionOf(record, unlinks),
            isOwn: record.clientId !== undefined && records.has(record.clientId),
            delayedUntil: viewer.audience === 'PRIVACY_OFFICER' ? (until ?? null) : null,
          },
          key: [record.at, record.id],
        })),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (key) => services.cursors.encode(viewer, list, key),
      }),
    };
  },
};

const handleList = ({ id }: Pick<ClientFile, 'id'>): string => `accessHistory entry ${id}`;

const AccessHistoryEntry: Pick<AccessHistoryEntryResolvers, 'receipt'> = {
  // What a receipt proves of a look through somebody else's record is what is masked here: the hour and the purpose.
  receipt: ({ record, throughSomebodyElse, isOwn }, _args, context) =>
    throughSomebodyElse || !isOwn ? null : receiptFor(record, context),
};

const AccessReceipt: Pick<AccessReceiptResolvers, 'consistency'> = {
  consistency: ({ head }, { treeSize }, { services }) =>
    treeSize >= 1 && treeSize <= head.sequence ? services.receipts.consistency(head, treeSize) : null,
};

const Mutation: Pick<MutationResolvers, 'delayAccessHistory'> = {
  delayAccessHistory: async (_root, { input }, context) => {
    const { services, viewer } = context;
    if (viewer.audience !== 'PRIVACY_OFFICER') {
      return refused('NOT_PERMITTED', 'Only a privacy officer may delay an entry.');
    }
    const file = await findClient({ id: input.client }, context, delaySection);
    if (!file) return refused('NOT_FOUND', 'No such client for this caller.');
    const fault = faultIn(input, context);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const [record] = input.entry == null ? [] : (services.cursors.decode(viewer, handleList(file), input.entry) ?? []);
    if (input.entry != null && typeof record !== 'string') {
      return refused('NOT_FOUND', 'entry is not a handle that this caller was given for this client.');
    }
    if ((await services.usedKeys.use(viewer, input.idempotencyKey, ['delayAccessHistory', input])) === 'OTHER') {
      return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
    }
    await services.historyDelays.add(viewer, input.idempotencyKey, {
      clientId: file.id,
      ...(typeof record === 'string' && { record }),
      ...(input.organisation != null && { organisation: input.organisation }),
      reason: input.reason,
      until: input.until,
    });
    return { __typename: 'AccessHistoryDelayed', until: input.until };
  },
};

function faultIn(input: DelayAccessHistoryInput, { today }: RequestContext): string | undefined {
  if (!isIdempotencyKey(input.idempotencyKey)) return 'idempotencyKey must be 8 to 64 letters, digits and hyphens.';
  if ((input.entry == null) === (input.organisation == null)) return 'Name either entry or organisation.';
  const days = (Date.parse(input.until) - Date.parse(today)) / dayMs;
  if (days < 1 || days > longestDelayDays) return `until must be 1 to ${longestDelayDays} days from today.`;
  return undefined;
}

const refused = <Reason extends 'NOT_FOUND' | 'NOT_PERMITTED' | 'INVALID_INPUT' | 'IDEMPOTENCY_KEY_REUSED'>(
  reason: Reason,
  message: string,
) => ({ __typename: 'DelayAccessHistoryRefused' as const, reason, message });

export const history = { Client, Mutation, AccessHistoryEntry, AccessReceipt };
