import type { ClientId } from '../access/types.js';
import type { ClientDocument } from '../store/documents.js';
import type { LinkActor, LinkEvent, UnlinkReason } from '../store/documents/link.js';
import type { UnlinkDocument } from '../store/documents/unlink.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';
import type { Directory } from './directory.js';
import type { Keyring } from './keyring.js';
import { changeClient, identifierOf, withIdentifier } from './links.js';
import { mergeOf, mergesOf } from './superseded.js';

/** One link of a client, with what it rests on. */
export interface ClientLink {
  /** `nino`, an adapter's name, or `client`. */
  readonly system: string;
  /** For `client`: the other record. */
  readonly record?: ClientId;
  readonly since: string;
  readonly evidence: LinkEvent['evidence'];
  readonly by?: LinkActor;
  /** Present once it was taken away. */
  readonly unlink?: UnlinkDocument;
}

/** What a privacy officer holds to be wrong. */
export interface UnlinkRequest {
  readonly system: string;
  /** For `client`: which of the merged records is another person's. */
  readonly record?: ClientId;
  /** Whose identifier it is, where that is known. */
  readonly owner?: ClientId;
  readonly reason: UnlinkReason;
  readonly note: string;
}

/** Taking a wrong link away without losing what happened through it (goal rows 30 and 67). */
export interface Unlinking {
  /** The links of a person, those that were taken away too. */
  linksOf(client: ClientDocument): Promise<readonly ClientLink[]>;
  /** Durable when it resolves; undefined where there is no such link. The same `id` again finds what it did, or finishes it. */
  unlink(
    id: string,
    client: ClientDocument,
    by: LinkActor,
    request: UnlinkRequest,
  ): Promise<UnlinkDocument | undefined>;
  /** What was unlinked from, or belonged to, any of these records. */
  unlinksOf(records: readonly ClientId[]): Promise<readonly UnlinkDocument[]>;
  /** Finishes what a crash cut short, once. */
  finishDue(): Promise<void>;
}

const most = 1_000;

export function createUnlinking({
  store,
  keyring,
  directory,
  tasks,
  now,
}: {
  store: Store;
  keyring: Keyring;
  directory: Directory;
  tasks: Pick<TaskDesk, 'close'>;
  now: () => number;
}): Unlinking {
  const unlinks = store.collection('unlinks');
  const instant = (): string => new Date(now()).toISOString();

  /** One write of one client's record takes the link away; the decision is then done. Both find what was done before. */
  async function finish(decision: UnlinkDocument): Promise<UnlinkDocument> {
    if (decision.state === 'DONE') return decision;
    const until = instant();
    await (decision.system === 'client' ? separate(decision, until) : takeAway(decision, until));
    // The task before the last word: until that is stored, the next attempt comes this way again.
    if (decision.system === 'client') await closeTask(decision);
    const { version, ...rest } = decision;
    try {
      return await unlinks.replace({ ...rest, state: 'DONE', until }, version);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      return (await unlinks.get(decision.id)) ?? decision;
    }
  }

  /** Somebody was to say whether the two belong together: now it is said. */
  async function closeTask({ ownerId, by }: UnlinkDocument): Promise<void> {
    const record = ownerId && (await store.collection('clients').get(ownerId));
    if (record) await tasks.close('RECORDS_MERGED', mergeOf(record, mergesOf(record)), by, 'NOT_SAME');
  }

  const eventOf = (decision: UnlinkDocument, kind: 'UNLINKED' | 'SEPARATED', at: string): LinkEvent => {
    const { id, system, identifier, ownerId, since, by, reason } = decision;
    return {
      id,
      kind,
      system,
      ...(identifier && { identifier }),
      ...(ownerId && { other: ownerId }),
      at,
      since,
      by,
      evidence: 'CORRECTION',
      reason,
    };
  };
  const isDone = ({ links = [] }: ClientDocument, { id }: UnlinkDocument): boolean =>
    links.some((event) => event.id === id);

  const takeAway = (decision: UnlinkDocument, at: string): Promise<undefined> =>
    changeClient<undefined>(store, decision.clientId, (client) => {
      if (isDone(client, decision)) return { result: undefined };
      const subject = withIdentifier(directory.subjectOf(client), decision.system, undefined);
      return {
        result: undefined,
        changed: {
          subject: keyring.seal(JSON.stringify(subject)),
          links: [...(client.links ?? []), eventOf(decision, 'UNLINKED', at)],
        },
      };
    });

  /** The record that was merged stands for itself again. What the hub held of it is old: it is as if it was never traced. */
  async function separate(decision: UnlinkDocument, at: string): Promise<void> {
    const { ownerId } = decision;
    if (ownerId === undefined) throw new Error('Two records are separated');
    const clients = store.collection('clients');
    for (;;) {
      const record = await clients.get(ownerId);
      if (!record || isDone(record, decision)) return;
      const { version, mergedInto: _merged, trace: _trace, tracedAt: _tracedAt, ...rest } = record;
      try {
        await clients.replace(
          {
            ...rest,
            restriction: 'UNKNOWN',
            traceDueAt: at,
            keptApartFrom: [...(record.keptApartFrom ?? []), decision.clientId],
            links: [...(record.links ?? []), eventOf(decision, 'SEPARATED', at)],
          },
          version,
        );
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
      }
    }
  }

  async function linksOf(client: ClientDocument): Promise<readonly ClientLink[]> {
    const [merged, gone] = await Promise.all([directory.mergedInto([client.id]), unlinksOf([client.id])]);
    const subject = directory.subjectOf(client);
    const systems = [...(subject.nino === undefined ? [] : ['nino']), ...Object.keys(subject.externalIds)];
    return [
      ...systems.map((system) => identifierLink(client, system)),
      ...(merged.get(client.id) ?? []).map((record): ClientLink => {
        const event = (record.links ?? []).findLast(({ kind }) => kind === 'MERGED');
        return {
          system: 'client',
          record: record.id,
          since: event?.at ?? record.enrolledAt,
          evidence: event?.evidence ?? 'PDS_SUPERSEDED',
          ...(event && { by: event.by }),
        };
      }),
      ...gone
        .filter(({ clientId }) => clientId === client.id)
        .map((unlink): ClientLink => {
          const { system, since, ownerId } = unlink;
          return {
            system,
            since,
            evidence: unlink.system === 'client' ? 'PDS_SUPERSEDED' : evidenceOf(client, system, since),
            ...(system === 'client' && ownerId && { record: ownerId }),
            unlink,
          };
        }),
    ];
  }

  const unlinksOf = async (records: readonly ClientId[]): Promise<readonly UnlinkDocument[]> => {
    const where = { in: records };
    const [from, to] = await Promise.all([
      unlinks.find({ index: 'clientId', where: { clientId: where }, limit: most }),
      unlinks.find({ index: 'ownerId', where: { ownerId: where }, limit: most }),
    ]);
    return [...new Map([...from, ...to].map((each) => [each.id, each])).values()];
  };

  return {
    linksOf,
    unlinksOf,
    async unlink(id, client, by, { system, record, owner, reason, note }) {
      const earlier = await unlinks.get(id);
      if (earlier) return finish(earlier);
      const link = (await linksOf(client)).find(
        (each) => each.unlink === undefined && each.system === system && each.record === record,
      );
      if (!link) return undefined;
      const identifier = system === 'client' ? undefined : identifierOf(directory.subjectOf(client), system);
      const ownerId = record ?? owner;
      try {
        const decision = await unlinks.insert({
          id,
          clientId: client.id,
          ...(ownerId && { ownerId }),
          system,
          ...(identifier !== undefined && { identifier: keyring.seal(identifier) }),
          since: link.since,
          state: 'DECIDED',
          reason,
          note: keyring.seal(note),
          by,
          decidedAt: instant(),
        });
        return await finish(decision);
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
        const same = await unlinks.get(id);
        return same && finish(same);
      }
    },
    async finishDue() {
      const due = await unlinks.find({ index: 'state', where: { state: 'DECIDED' }, limit: most });
      for (const decision of due) await finish(decision);
    },
  };
}

function identifierLink(client: ClientDocument, system: string): ClientLink {
  const event = (client.links ?? []).findLast((each) => each.kind === 'LINKED' && each.system === system);
  return {
    system,
    since: event?.at ?? client.enrolledAt,
    evidence: event?.evidence ?? 'ROSTER',
    ...(event && { by: event.by }),
  };
}

const evidenceOf = ({ links = [] }: ClientDocument, system: string, since: string): LinkEvent['evidence'] =>
  links.find((each) => each.kind === 'LINKED' && each.system === system && each.at === since)?.evidence ?? 'ROSTER';
