import type { Keyring } from '../identity/keyring.js';
import type { OrganisationId, Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import { addDuration } from '../programme/duration.js';
import type { Programmes, ProgrammeVersion } from '../programme/programme.js';
import { DuplicateKey, type Store } from '../store/port.js';
import { never } from '../support/case-clock.js';
import type { CaseFollowUps } from '../support/follow-ups.js';
import { endedSlot, openSlot } from '../support/open-case.js';
import { codeFault } from '../support/refusal.js';
import type { CaseStatus } from '../support/words.js';
import type { EmployerCaseChange, EmployerCaseDocument } from './case-document.js';
import type { EmployerDocument } from './document.js';
import { actorOf, madeBy } from './made.js';
import { appendOnce, idOf, insertOnce, madeBefore } from './once.js';
import { openEmployerCase } from './open-case.js';
import type { Page } from './records.js';
import { refused, type Outcome, type Refused } from './refusal.js';

/** Cases of employers: each change is one write of one document, and the same key does it once. */
export interface EmployerCases {
  open(
    viewer: Viewer,
    key: string,
    employer: EmployerDocument,
    chosen: { readonly programme: string; readonly stream: string },
  ): Promise<Outcome<EmployerCaseDocument>>;
  /** Moves the planned end by what the programme allows, for one of its reasons. */
  extend(viewer: Viewer, key: string, id: string, reason: string): Promise<Outcome<EmployerCaseDocument>>;
  /** Ends it for one of the programme's reasons. */
  discharge(
    viewer: Viewer,
    key: string,
    id: string,
    discharge: { readonly reason: string; readonly on: string },
  ): Promise<Outcome<EmployerCaseDocument>>;
  byId(id: string): Promise<EmployerCaseDocument | undefined>;
  /** Newest first. */
  ofService(organisation: OrganisationId, status: CaseStatus, page: Page): Promise<readonly EmployerCaseDocument[]>;
  ofEmployer(employerId: string, status: CaseStatus, page: Page): Promise<readonly EmployerCaseDocument[]>;
}

/** What a verb makes of a case, and how that is told in its list of changes. */
interface Changed {
  readonly kind: 'changed';
  readonly document: EmployerCaseDocument;
  readonly told: Pick<EmployerCaseChange, 'kind' | 'reason' | 'from' | 'to'>;
}

export function createEmployerCases({
  store,
  keyring,
  programmes,
  followUps,
  at,
}: {
  store: Store;
  keyring: Pick<Keyring, 'inputDigest'>;
  programmes: Programmes;
  followUps: CaseFollowUps<EmployerCaseDocument>;
  at: () => string;
}): EmployerCases {
  const cases = store.collection('employerCases');

  /** One change, told in the case's own list of changes, under the version that the case is on. */
  const change = async (
    viewer: Viewer,
    key: string,
    id: string,
    input: unknown,
    make: (document: EmployerCaseDocument, programme: ProgrammeVersion) => Changed | Refused,
  ): Promise<Outcome<EmployerCaseDocument>> => {
    const entry = { key: scopedKey(viewer, key), inputDigest: keyring.inputDigest([id, input]) };
    const outcome = await appendOnce(
      cases,
      id,
      entry,
      ({ changes }) => changes,
      async (document) => {
        const programme = programmes.version(document.programme, document.programmeVersion);
        if (!programme) return refused('NOT_IN_PROGRAMME', 'The version that the case began under is gone.');
        if (document.status !== 'OPEN') return refused('NOT_IN_THIS_STATE', 'The case is closed.');
        const made = make(document, programme);
        if (made.kind === 'refused') return made;
        const told = { ...made.told, at: at(), by: actorOf(viewer), ...entry };
        const raised = await followUps.raisedOf(document);
        return { kind: 'done', document: { ...made.document, raised, changes: [...document.changes, told] } };
      },
    );
    // What a crash left undone is done when the same key comes again, if the watch was not there first.
    if (outcome.kind === 'refused' || outcome.document.nextLookOn > at().slice(0, 10)) return outcome;
    return { kind: 'done', document: await followUps.settle(outcome.document, viewer) };
  };

  return {
    async open(viewer, key, employer, chosen) {
      const instant = at();
      const id = idOf('employer case', viewer, key);
      const made = madeBy(viewer, instant, keyring.inputDigest([employer.id, chosen]));
      const earlier = await madeBefore(cases, id, made.inputDigest);
      if (earlier) return earlier;
      const opened = openEmployerCase(employer, chosen, programmes, instant);
      if ('kind' in opened) return opened;
      try {
        return await insertOnce(cases, {
          ...opened,
          id,
          employerId: employer.id,
          organisation: viewer.organisation,
          slot: openSlot(viewer.organisation, opened.programme, employer.id),
          changes: [],
          ...made,
        });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
        return refused('ALREADY_RECORDED', 'The employer has an open case in this programme.');
      }
    },
    extend: (viewer, key, id, reason) =>
      change(viewer, key, id, ['extend', reason], (document, { definition }) => {
        const { extensions } = definition.clocks;
        if (!extensions || document.plannedEndOn === never) {
          return refused('NOT_IN_PROGRAMME', 'The stream has no end that could be put off.');
        }
        const fault = codeFault('reason', reason, extensions.reasons);
        if (fault !== undefined) return refused('INVALID_INPUT', fault);
        if (document.changes.filter(({ kind }) => kind === 'EXTENDED').length >= extensions.most) {
          return refused('TOO_MANY', `The programme allows ${extensions.most} extensions.`);
        }
        const to = addDuration(document.plannedEndOn, extensions.each);
        return {
          kind: 'changed',
          document: { ...document, plannedEndOn: to, nextLookOn: at().slice(0, 10) },
          told: { kind: 'EXTENDED', reason, from: document.plannedEndOn, to },
        };
      }),
    discharge: (viewer, key, id, { reason, on }) =>
      change(viewer, key, id, ['discharge', reason, on], (document, { definition }) => {
        const fault = codeFault('reason', reason, definition.dischargeReasons);
        if (fault !== undefined) return refused('INVALID_INPUT', fault);
        if (on > at().slice(0, 10) || on < document.openedAt.slice(0, 10)) {
          return refused('INVALID_INPUT', 'on must be between the opening and today.');
        }
        return {
          kind: 'changed',
          document: {
            ...document,
            status: 'DISCHARGED',
            slot: endedSlot(id),
            nextLookOn: at().slice(0, 10),
            discharge: { on, reason },
          },
          told: { kind: 'DISCHARGED', reason },
        };
      }),
    byId: (id) => cases.get(id),
    ofService: (organisation, status, page) =>
      cases.find({
        index: 'organisation_status_openedAt',
        where: { organisation, status },
        order: 'descending',
        ...page,
      }),
    ofEmployer: (employerId, status, page) =>
      cases.find({ index: 'employerId_status_openedAt', where: { employerId, status }, order: 'descending', ...page }),
  };
}
