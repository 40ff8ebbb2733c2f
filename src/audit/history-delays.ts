import type { ClientId, Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import type { LedgerDocument } from '../store/documents.js';
import type { HistoryDelayDocument, HistoryDelayReason } from '../store/documents/access-history.js';
import type { NoticeDocument } from '../store/documents/notice.js';
import { noticeId } from '../notice/notices.js';
import { DuplicateKey, type Store } from '../store/port.js';
import { firstAccessId } from './first-access.js';

/** What a privacy officer asks for: one entry of a person's history, or all of an organisation's callers. */
export interface DelayTerms {
  readonly clientId: ClientId;
  readonly record?: string;
  readonly organisation?: string;
  readonly reason: HistoryDelayReason;
  readonly until: string;
}

export interface HistoryDelays {
  /** Those that still hold on a day. */
  holdingOn(today: string, clientId: ClientId): Promise<readonly HistoryDelayDocument[]>;
  /** Durable when it resolves. The same key stores once. */
  add(viewer: Viewer, key: string, terms: DelayTerms): Promise<void>;
}

/** The section under which a delay is recorded: whoever may not see the entry must not see that it was delayed either. */
export const delaySection = 'Mutation.delayAccessHistory';

export function createHistoryDelays({ store, now }: { store: Store; now: () => number }): HistoryDelays {
  const collection = store.collection('historyDelays');
  const ledger = store.collection('ledger');
  return {
    holdingOn: (today, clientId) =>
      collection.find({ index: 'clientId_until', where: { clientId, until: { gt: today } }, limit: 1_000 }),
    async add({ subject, organisation, ...viewer }, key, terms) {
      const id = scopedKey({ subject, organisation, ...viewer }, key);
      const recordedAt = new Date(now()).toISOString();
      const record = terms.record === undefined ? undefined : await ledger.get(terms.record);
      const told = record ? noticesOf(record) : [];
      try {
        await collection.insert({
          id,
          ...terms,
          ...(told.length > 0 && { notices: told }),
          recordedBy: { subject, organisation },
          recordedAt,
        });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
    },
  };
}

/** The notices that tell of what a record tells: they are told no sooner. */
function noticesOf({ clientId, viewer, firstByOrganisation, inputs }: LedgerDocument): readonly string[] {
  const first = clientId !== undefined && firstByOrganisation === true;
  return [
    ...(first ? [noticeId({ kind: 'FIRST_ACCESS', about: firstAccessId(clientId, viewer.organisation) })] : []),
    ...(inputs?.emergency ? [noticeId({ kind: 'EMERGENCY_ACCESS', about: inputs.emergency.grant })] : []),
  ];
}

/** The day from which the person is given a notice; undefined where that is today. */
export function noticeDelayedUntil(
  { id, organisation }: NoticeDocument,
  delays: readonly HistoryDelayDocument[],
): string | undefined {
  const holding = delays.filter((delay) => delay.organisation === organisation || delay.notices?.includes(id) === true);
  return lastDay(holding);
}

/** The day from which the person sees a record; undefined where that is today. */
export function delayedUntil(record: LedgerDocument, delays: readonly HistoryDelayDocument[]): string | undefined {
  const isDelay = record.lines.some(({ section }) => section === delaySection);
  return lastDay(
    delays.filter(
      (delay) => isDelay || delay.record === record.id || delay.organisation === record.viewer.organisation,
    ),
  );
}

const lastDay = (delays: readonly HistoryDelayDocument[]): string | undefined =>
  delays
    .map(({ until }) => until)
    .sort()
    .at(-1);
