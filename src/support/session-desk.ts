import { randomUUID } from 'node:crypto';
import type { OrganisationId, Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import { addDays } from '../programme/calendar.js';
import type { Programmes, ProgrammeVersion } from '../programme/programme.js';
import { DuplicateKey, VersionConflict, type Collection, type Key, type Store, type Stored } from '../store/port.js';
import { actorOf, mayWorkCases, scopedKey } from './case-desk.js';
import type { CaseDocument } from './case-document.js';
import { derivedId } from './derived-id.js';
import { codeFault, keyFault, refused, textFault, type Refusal } from './refusal.js';
import type { GroupSessionDocument, SessionDocument, SessionState, Sitting } from './session-document.js';

export type SessionOutcome = { readonly kind: 'stored'; readonly document: SessionDocument } | Refusal;
export type GroupOutcome = { readonly kind: 'stored'; readonly documents: readonly GroupSessionDocument[] } | Refusal;

/** A weekly series of a group. */
export interface GroupPlan extends Sitting {
  readonly programme: string;
  readonly capacity: number;
  readonly weeks: number;
}

/** Sessions, single and in groups. */
export interface SessionDesk {
  /** Durable when it resolves as stored. The same key with the same input finds the first result. */
  book(viewer: Viewer, found: CaseDocument, key: string, sitting: Sitting): Promise<SessionOutcome>;
  schedule(viewer: Viewer, key: string, plan: GroupPlan): Promise<GroupOutcome>;
  /** Takes a place of a group. The place first, the person's session second: what a crash leaves out, asking again makes good. */
  join(viewer: Viewer, found: CaseDocument, group: string): Promise<SessionOutcome>;
  /** Writes attendance down, or cancels: once. A cancelled place of a group is free again. */
  close(session: SessionDocument, state: Exclude<SessionState, 'BOOKED'>): Promise<SessionOutcome>;
  byId(id: string): Promise<SessionDocument | undefined>;
  placeOf(session: SessionDocument): string | undefined;
  /** Newest first. */
  ofCase(caseId: string, limit: number, after?: readonly Key[]): Promise<readonly SessionDocument[]>;
  /** Soonest first, from an instant. */
  groupsOf(
    organisation: OrganisationId,
    from: string,
    limit: number,
    after?: readonly Key[],
  ): Promise<readonly GroupSessionDocument[]>;
}

const mostTries = 20;

export function createSessionDesk({
  store,
  keyring,
  programmes,
  now,
}: {
  store: Store;
  keyring: Pick<Keyring, 'seal' | 'open' | 'inputDigest'>;
  programmes: Programmes;
  now: () => number;
}): SessionDesk {
  const sessions = store.collection('sessions');
  const groups = store.collection('groupSessions');
  const at = (): string => new Date(now()).toISOString();

  /** Changes a group's roster whatever else happens to it in the same moment. */
  async function changeRoster(
    id: string,
    change: (group: GroupSessionDocument) => readonly string[] | Refusal,
  ): Promise<GroupSessionDocument | Refusal> {
    for (let tries = 1; ; tries += 1) {
      const group = await groups.get(id);
      if (!group) return refused('NOT_FOUND', 'No such group session for this caller.');
      const roster = change(group);
      if ('kind' in roster) return roster;
      if (roster === group.roster) return group;
      try {
        const { version, ...rest } = group;
        return await groups.replace({ ...rest, roster }, version);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        if (tries >= mostTries) return refused('CHANGED_MEANWHILE', 'The group is changed by many at once: try again.');
      }
    }
  }

  /** A group's place stands in its provider's calendar; with a person's name beside it, it tells where they are. */
  const sealedPlace = ({ place, ...sitting }: Sitting) => ({
    ...sitting,
    ...(place !== undefined && { place: keyring.seal(place) }),
  });

  const bookedFor = (viewer: Viewer, { id, clientId, organisation }: CaseDocument) =>
    ({ caseId: id, clientId, organisation, state: 'BOOKED', bookedAt: at(), bookedBy: actorOf(viewer) }) as const;

  return {
    async book(viewer, found, key, sitting) {
      const programme = programmes.version(found.programme, found.programmeVersion);
      const fault = keyFault(key) ?? (programme && sittingFault(sitting, programme, 'INDIVIDUAL'));
      if (fault !== undefined || !programme) return refused('INVALID_INPUT', fault ?? 'case');
      const asked = {
        idempotencyKey: scopedKey(viewer, key),
        inputDigest: keyring.inputDigest(['book', found.id, sitting]),
      };
      // What was booked stays booked, whatever became of the case since.
      const earlier = await firstResult(sessions, asked);
      if (earlier) return earlier;
      if (found.status !== 'OPEN') return closed;
      return insertOnce(sessions, {
        ...sealedPlace(sitting),
        ...bookedFor(viewer, found),
        id: randomUUID(),
        ...asked,
      });
    },

    async schedule(viewer, key, { programme: id, capacity, weeks, ...sitting }) {
      if (!mayWorkCases(viewer)) return refused('NOT_PERMITTED', 'This caller may not plan sessions.');
      const programme = programmes.current(id, sitting.startsAt.slice(0, 10));
      if (!programme) return refused('NOT_IN_PROGRAMME', 'programme is none that this hub knows on that day.');
      const fault =
        keyFault(key) ??
        sittingFault(sitting, programme, 'GROUP') ??
        (capacity < 1 || capacity > 100 ? 'capacity must be 1 to 100.' : undefined) ??
        (weeks < 1 || weeks > 52 ? 'weeks must be 1 to 52.' : undefined);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const inputDigest = keyring.inputDigest(['schedule', id, capacity, weeks, sitting]);
      const series = derivedId('series', scopedKey(viewer, key));
      const documents: GroupSessionDocument[] = [];
      for (let number = 1; number <= weeks; number += 1) {
        // By the clock on the wall: the same time of day, whatever the clocks did.
        const startsAt = `${addDays(sitting.startsAt.slice(0, 10), (number - 1) * 7)}${sitting.startsAt.slice(10)}`;
        const outcome = await insertOnce(groups, {
          ...sitting,
          startsAt,
          id: derivedId(series, String(number)),
          organisation: viewer.organisation,
          programme: id,
          programmeVersion: programme.effectiveFrom,
          capacity,
          roster: [],
          series,
          number,
          idempotencyKey: `${scopedKey(viewer, key)}:${number}`,
          inputDigest,
        });
        if (outcome.kind === 'refused') return outcome;
        documents.push(outcome.document);
      }
      return { kind: 'stored', documents };
    },

    async join(viewer, found, id) {
      const sessionId = derivedId('place', id, found.id);
      // What became of an earlier place is written down: asked again, it takes none.
      const earlier = await sessions.get(sessionId);
      if (earlier && (earlier.state !== 'BOOKED' || found.status !== 'OPEN'))
        return { kind: 'stored', document: earlier };
      if (found.status !== 'OPEN') return closed;
      const group = await changeRoster(id, (current) => {
        if (current.organisation !== found.organisation || current.programme !== found.programme) {
          return refused('NOT_FOUND', 'No such group session for this caller.');
        }
        if (current.roster.includes(found.id)) return current.roster;
        if (current.roster.length >= current.capacity) return refused('FULL', 'The group has no place left.');
        return [...current.roster, found.id];
      });
      if ('kind' in group) return group;
      const { startsAt, minutes, topic, mode, place, hostedBy, deliveredBy, role } = group;
      const sitting: Sitting = {
        startsAt,
        minutes,
        mode,
        hostedBy,
        deliveredBy,
        role,
        ...(topic !== undefined && { topic }),
        ...(place !== undefined && { place }),
      };
      const inputDigest = keyring.inputDigest(['join', id, found.id]);
      return insertOnce(sessions, {
        ...sealedPlace(sitting),
        ...bookedFor(viewer, found),
        id: sessionId,
        group: id,
        idempotencyKey: sessionId,
        inputDigest,
      });
    },

    async close(session, state) {
      const { version, ...rest } = session;
      if (session.state !== 'BOOKED' && session.state !== state) {
        return refused('ALREADY_RECORDED', 'What became of this session is written down already.');
      }
      if (state !== 'CANCELLED' && session.startsAt > at()) return refused('TOO_EARLY', 'The session has not begun.');
      let document = session;
      try {
        if (session.state === 'BOOKED') document = await sessions.replace({ ...rest, state, closedAt: at() }, version);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        return refused('CHANGED_MEANWHILE', 'The session was changed meanwhile: read it again.');
      }
      if (state === 'CANCELLED' && session.group !== undefined) {
        await changeRoster(session.group, ({ roster }) =>
          roster.includes(session.caseId) ? roster.filter((id) => id !== session.caseId) : roster,
        );
      }
      return { kind: 'stored', document };
    },

    byId: (id) => sessions.get(id),
    placeOf: ({ place }) => (place === undefined ? undefined : keyring.open(place)),
    ofCase: (caseId, limit, after) =>
      sessions.find({
        index: 'caseId_startsAt',
        where: { caseId },
        order: 'descending',
        limit,
        ...(after && { after }),
      }),
    groupsOf: (organisation, from, limit, after) =>
      groups.find({
        index: 'organisation_startsAt',
        where: { organisation, startsAt: { gte: from } },
        limit,
        ...(after && { after }),
      }),
  };
}

interface Keyed extends Stored {
  readonly idempotencyKey: string;
  readonly inputDigest: string;
}

type ByKey<Document> = {
  find(query: {
    index: 'idempotencyKey';
    where: { idempotencyKey: string };
    limit: number;
  }): Promise<readonly Document[]>;
};

/** What the same key stored before, or why it cannot be used; undefined where it stored nothing. */
async function firstResult<Document extends Keyed>(
  collection: ByKey<Document>,
  { idempotencyKey, inputDigest }: Pick<Keyed, 'idempotencyKey' | 'inputDigest'>,
): Promise<{ readonly kind: 'stored'; readonly document: Document } | Refusal | undefined> {
  const [earlier] = await collection.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
  if (!earlier) return undefined;
  return earlier.inputDigest === inputDigest
    ? { kind: 'stored', document: earlier }
    : refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
}

/** Inserts, or finds what the same key stored before. */
async function insertOnce<Document extends Keyed>(
  collection: Pick<Collection<Document>, 'insert'> & ByKey<Document>,
  document: Omit<Document, 'version'> & Pick<Document, 'idempotencyKey' | 'inputDigest'>,
): Promise<{ readonly kind: 'stored'; readonly document: Document } | Refusal> {
  try {
    return { kind: 'stored', document: await collection.insert(document) };
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    return (
      (await firstResult(collection, document)) ??
      refused('CHANGED_MEANWHILE', 'It was changed meanwhile: read it again.')
    );
  }
}

function sittingFault(
  { minutes, topic, mode, place, role, hostedBy, deliveredBy }: Sitting,
  { definition }: ProgrammeVersion,
  kind: 'INDIVIDUAL' | 'GROUP',
): string | undefined {
  const code = /^[A-Za-z0-9-]{2,40}$/;
  if (!definition.sessionKinds.includes(kind)) return `The programme has no ${kind} sessions.`;
  if (!definition.contactModes.includes(mode))
    return `mode must be one of the programme's: ${definition.contactModes.join(', ')}.`;
  if (minutes < 1 || minutes > 1_440) return 'minutes must be 1 to 1,440.';
  if (!code.test(hostedBy) || !code.test(deliveredBy))
    return 'hostedBy and deliveredBy must be 2 to 40 letters, digits and hyphens.';
  return (
    (topic === undefined ? undefined : codeFault('topic', topic, definition.sessionTopics)) ??
    codeFault('role', role, definition.roles) ??
    textFault('place', place, 200)
  );
}

const closed = refused('CASE_CLOSED', 'The case is closed.');
