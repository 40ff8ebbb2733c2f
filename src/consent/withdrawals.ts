/** What follows from a withdrawal: feeds ended and recipients told, each once, though a crash comes between. */
import { setTimeout as wait } from 'node:timers/promises';
import type { UpstreamSubject } from '../../adapters/contract.js';
import type { ClientId, OrganisationId } from '../access/types.js';
import type { ConsentDocument } from '../store/documents.js';
import type { WithdrawalDocument } from '../store/documents/withdrawal.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';
import type { FeedEnd, Feeds } from './feeds.js';

/** What was done about one withdrawal. */
export interface Followed {
  readonly feeds: readonly FeedEnd[];
  readonly told: readonly OrganisationId[];
}

export interface Withdrawals {
  /** Ends what the hub keeps going for the client and tells whom the consent named. Done again, nothing is done twice. */
  follow(withdrawn: ConsentDocument, subjects: readonly UpstreamSubject[]): Promise<Followed>;
  /** Looks every minute until stopped. */
  start(): void;
  /**
   * Ends in this process what other processes were told to end, and finishes what a crash left open. Several hubs may do so
   * at once.
   */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

export interface WithdrawalParts {
  readonly store: Store;
  readonly feeds: Feeds;
  readonly tasks: Pick<TaskDesk, 'raise'>;
  /** Under what the sources may know a client. */
  readonly subjectsOf: (client: ClientId) => Promise<readonly UpstreamSubject[]>;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

const lookAgainMs = 60_000;
/** A request that withdraws has its own deadline, and is not raced. */
const leftOpenMs = 60_000;
/** Clocks of processes that share a store may differ by so much. */
const overlapMs = 120_000;
const toldWithinMs = 7 * 24 * 3_600_000;
const batch = 100;

/** Written before the withdrawal: see `WithdrawalDocument`. */
export async function beginWithdrawal(
  store: Store,
  { id, consentId, clientId, begunAt }: Pick<WithdrawalDocument, 'id' | 'consentId' | 'clientId' | 'begunAt'>,
): Promise<void> {
  try {
    await store.collection('withdrawals').insert({ id, consentId, clientId, begunAt, open: true });
  } catch (error) {
    // Begun before, and cut short there, or in this moment by somebody else: the same is to be done.
    if (!(error instanceof DuplicateKey)) throw error;
  }
}

export function createWithdrawals({ store, feeds, tasks, subjectsOf, now, report }: WithdrawalParts): Withdrawals {
  const collection = store.collection('withdrawals');
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  // What was withdrawn before this process began, it never held.
  let lookedAt = now();

  async function follow(withdrawn: ConsentDocument, subjects: readonly UpstreamSubject[]): Promise<Followed> {
    const ended = feeds.end(subjects, withdrawn.consent.categories);
    const told = await tell(withdrawn, tasks);
    await close(withdrawn.id);
    return { feeds: ended, told };
  }

  async function close(id: string): Promise<void> {
    const found = await collection.get(id);
    if (found?.open !== true) return;
    const { version, ...document } = found;
    await unlessChanged(() =>
      collection.replace({ ...document, open: false, finishedAt: new Date(now()).toISOString() }, version),
    );
  }

  /** What this process holds of clients of whom something was withdrawn elsewhere. */
  async function endOthers(): Promise<void> {
    const since = new Date(lookedAt - overlapMs).toISOString();
    const nextLook = now();
    let after: readonly [string, string] | undefined;
    for (;;) {
      const page = await collection.find({
        index: 'begunAt',
        where: { begunAt: { gte: since } },
        limit: batch,
        ...(after && { after }),
      });
      for (const { id, clientId } of page) {
        const withdrawn = await store.collection('consents').get(id);
        if (withdrawn) feeds.end(await subjectsOf(clientId), withdrawn.consent.categories);
      }
      const last = page.at(-1);
      if (page.length < batch || !last) break;
      after = [last.begunAt, last.id];
    }
    lookedAt = nextLook;
  }

  async function finishOpen(): Promise<void> {
    const before = new Date(now() - leftOpenMs).toISOString();
    while (!stopping.signal.aborted) {
      const open = await collection.find({
        index: 'open_begunAt',
        where: { open: true, begunAt: { lte: before } },
        limit: batch,
      });
      for (const each of open) await finish(each);
      if (open.length < batch) return;
    }
  }

  async function finish({ id, clientId, version }: WithdrawalDocument): Promise<void> {
    const withdrawn = await store.collection('consents').get(id);
    if (withdrawn?.consent.status === 'WITHDRAWN') await follow(withdrawn, await subjectsOf(clientId));
    // It was begun and never came about: whoever asks again begins anew.
    else await unlessChanged(() => collection.remove(id, version));
  }

  async function sweep(): Promise<void> {
    await endOthers();
    await finishOpen();
  }

  async function sweepUntilStopped(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sweep().catch(report);
      await wait(lookAgainMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    follow,
    start: () => void (running ??= sweepUntilStopped()),
    sweep,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Another hub did it in this moment. */
async function unlessChanged(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
  }
}

/** A task for each organisation that the consent named: only they can end what runs in their own systems. */
async function tell(
  { consent, clientId, recordedAt: withdrawnAt }: ConsentDocument,
  tasks: Pick<TaskDesk, 'raise'>,
): Promise<readonly OrganisationId[]> {
  if (consent.effect === 'DENY') return [];
  const named = consent.recipients.flatMap((recipient) =>
    recipient.kind === 'audience' ? [] : [recipient.organisation],
  );
  const organisations = [...new Set(named)].sort();
  for (const organisation of organisations) {
    await tasks.raise({
      kind: 'CONSENT_WITHDRAWN',
      dedupeKey: `${consent.id}@${consent.version}:${organisation}`,
      owner: { organisation, audience: 'PRIVACY_OFFICER' },
      clientId,
      dueAt: new Date(Date.parse(withdrawnAt) + toldWithinMs).toISOString(),
      details: {
        consent: consent.id,
        withdrawnAt,
        categories: [...consent.categories],
        purposes: [...consent.purposes],
      },
    });
  }
  return organisations;
}
