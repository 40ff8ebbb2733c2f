import { randomUUID } from 'node:crypto';
import type { OrganisationId, Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import { isEnrolling } from '../programme/eligibility.js';
import type { Programmes } from '../programme/programme.js';
import { DuplicateKey, VersionConflict, type Key, type Store } from '../store/port.js';
import { actorOf, digestOf, mayWorkCases, scopedKey } from './case-desk.js';
import type { AdjustmentState, EmployerCaseDocument, EmployerEntry, EmployerEntryKind } from './employer-case.js';
import { codeFault, keyFault, refused, textFault, type Refusal } from './refusal.js';
import type { CaseStatus } from './words.js';

export type EmployerOutcome = { readonly kind: 'stored'; readonly document: EmployerCaseDocument } | Refusal;

export interface EmployerOpening {
  readonly programme: string;
  readonly stream: string;
  readonly area: string;
  readonly employer: string;
  readonly employerOrganisation?: OrganisationId;
  readonly headcount?: number;
}

export interface EmployerNote {
  readonly kind: EmployerEntryKind;
  readonly text: string;
  readonly adjustment?: AdjustmentState;
  readonly staff?: number;
}

/** Cases of employers: each change is one write of one document. */
export interface EmployerDesk {
  open(viewer: Viewer, key: string, opening: EmployerOpening): Promise<EmployerOutcome>;
  note(viewer: Viewer, id: string, key: string, note: EmployerNote): Promise<EmployerOutcome>;
  /** Said again it changes nothing. */
  close(viewer: Viewer, id: string): Promise<EmployerOutcome>;
  byId(id: string): Promise<EmployerCaseDocument | undefined>;
  /** Newest first: those that an organisation runs, or those of an employer. */
  list(
    organisation: OrganisationId,
    side: 'PROVIDER' | 'EMPLOYER',
    status: CaseStatus,
    limit: number,
    after?: readonly Key[],
  ): Promise<readonly EmployerCaseDocument[]>;
  textOf(entry: EmployerEntry): string;
}

const mostTries = 5;

export function createEmployerDesk({
  store,
  keyring,
  programmes,
  now,
}: {
  store: Store;
  keyring: Keyring;
  programmes: Programmes;
  now: () => number;
}): EmployerDesk {
  const collection = store.collection('employerCases');
  const at = (): string => new Date(now()).toISOString();

  async function change(
    viewer: Viewer,
    id: string,
    step: (current: EmployerCaseDocument) => Omit<EmployerCaseDocument, 'version'> | 'DONE' | Refusal,
  ): Promise<EmployerOutcome> {
    for (let tries = 1; ; tries += 1) {
      const current = await collection.get(id);
      if (current?.organisation !== viewer.organisation || !mayWorkCases(viewer)) return nobody;
      const next = step(current);
      if (next === 'DONE') return { kind: 'stored', document: current };
      if ('kind' in next) return next;
      try {
        return { kind: 'stored', document: await collection.replace(next, current.version) };
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        if (tries >= mostTries) return refused('CHANGED_MEANWHILE', 'The case was changed meanwhile: read it again.');
      }
    }
  }

  return {
    async open(viewer, key, opening) {
      if (!mayWorkCases(viewer)) return refused('NOT_PERMITTED', 'This caller may not open cases.');
      const openedAt = at();
      const programme = programmes.current(opening.programme, openedAt.slice(0, 10));
      if (!programme || !isEnrolling(programme, openedAt.slice(0, 10))) {
        return refused('NOT_IN_PROGRAMME', 'programme is none that takes anybody on this day.');
      }
      const { streams, areas } = programme.definition;
      const forEmployers = streams.filter(({ pathway }) => pathway === 'EMPLOYER');
      const unknown = codeFault('stream', opening.stream, forEmployers) ?? codeFault('area', opening.area, areas);
      if (unknown !== undefined) return refused('NOT_IN_PROGRAMME', unknown);
      const fault =
        keyFault(key) ??
        textFault('employer', opening.employer, 200) ??
        ((opening.headcount ?? 0) < 0 ? 'headcount must not be negative.' : undefined);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const idempotencyKey = scopedKey(viewer, key);
      const inputDigest = digestOf(['employer', opening]);
      try {
        const document = await collection.insert({
          ...opening,
          id: randomUUID(),
          organisation: viewer.organisation,
          programmeVersion: programme.effectiveFrom,
          status: 'OPEN',
          openedAt,
          entries: [],
          idempotencyKey,
          inputDigest,
        });
        return { kind: 'stored', document };
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
        const [earlier] = await collection.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
        return earlier?.inputDigest === inputDigest ? { kind: 'stored', document: earlier } : reused;
      }
    },
    async note(viewer, id, key, { text, ...note }) {
      const fault =
        keyFault(key) ??
        textFault('text', text) ??
        ((note.adjustment === undefined) === (note.kind === 'ADJUSTMENT')
          ? 'adjustment is for adjustments, and they need it.'
          : undefined) ??
        ((note.staff === undefined) === (note.kind === 'STAFF_SUPPORTED')
          ? 'staff is for STAFF_SUPPORTED, and it needs it.'
          : undefined) ??
        ((note.staff ?? 1) < 1 ? 'staff must be at least 1.' : undefined);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const scoped = scopedKey(viewer, key);
      const inputDigest = digestOf(['note', id, note, text]);
      return change(viewer, id, (current) => {
        const earlier = current.entries.find((entry) => entry.key === scoped);
        if (earlier) return earlier.inputDigest === inputDigest ? 'DONE' : reused;
        if (current.status !== 'OPEN') return refused('CASE_CLOSED', 'The case is closed.');
        const entry: EmployerEntry = {
          ...note,
          at: at(),
          by: actorOf(viewer),
          text: keyring.seal(text),
          key: scoped,
          inputDigest,
        };
        return { ...current, entries: [...current.entries, entry] };
      });
    },
    close: (viewer, id) =>
      change(viewer, id, (current) =>
        current.status === 'OPEN' ? { ...current, status: 'DISCHARGED', closedAt: at() } : 'DONE',
      ),
    byId: (id) => collection.get(id),
    list(organisation, side, status, limit, after) {
      const page = { order: 'descending', limit, ...(after && { after }) } as const;
      return side === 'EMPLOYER'
        ? collection.find({
            index: 'employerOrganisation_status_openedAt',
            where: { employerOrganisation: organisation, status },
            ...page,
          })
        : collection.find({ index: 'organisation_status_openedAt', where: { organisation, status }, ...page });
    },
    textOf: ({ text }) => keyring.open(text),
  };
}

const nobody = refused('NOT_FOUND', 'No such case for this caller.');
const reused = refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
