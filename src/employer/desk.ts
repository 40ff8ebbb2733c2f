import type { ClientId, OrganisationId, Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import { scopedKey } from '../idempotency/used-keys.js';
import type { Key, Store } from '../store/port.js';
import { DuplicateKey } from '../store/port.js';
import { moveAdjustment, type AdjustmentSide } from './adjustment-machine.js';
import type {
  AdjustmentDocument,
  EmployerDocument,
  EmployerEnquiryDocument,
  SupportedStaffDocument,
} from './document.js';
import { appendOnce, digestOf, idOf, insertOnce } from './once.js';
import { refused, type Outcome } from './refusal.js';
import type { AdjustmentEffect, AdjustmentMove, AdjustmentType, AdviceKind, EnquiryTopic } from './words.js';

export interface NewEmployer {
  readonly name: string;
  readonly headcount: number;
  readonly postcodeDistrict: string;
  /** The employer's own organisation in access tokens, where it has one. */
  readonly organisation?: string;
}

export interface NewAdjustment {
  readonly type: AdjustmentType;
  readonly wording: string;
  readonly caseId?: string;
}

interface Page {
  readonly limit: number;
  readonly after?: readonly Key[];
}

/** The verbs of the employer pathway. Each document is changed whole or not at all; the same key does the same thing once. */
export interface WorkplaceDesk {
  record(viewer: Viewer, key: string, employer: NewEmployer): Promise<Outcome<EmployerDocument>>;
  enquire(
    viewer: Viewer,
    key: string,
    employerId: string,
    topic: EnquiryTopic,
    question: string,
  ): Promise<Outcome<EmployerEnquiryDocument>>;
  advise(
    viewer: Viewer,
    key: string,
    enquiryId: string,
    advice: { readonly kind: AdviceKind; readonly text: string; readonly close: boolean },
  ): Promise<Outcome<EmployerEnquiryDocument>>;
  /** The last that was said counts. */
  support(
    viewer: Viewer,
    key: string,
    employerId: string,
    clientId: ClientId,
    period: Pick<SupportedStaffDocument, 'since' | 'until'>,
  ): Promise<Outcome<SupportedStaffDocument>>;
  propose(
    viewer: Viewer,
    key: string,
    employerId: string,
    clientId: ClientId,
    adjustment: NewAdjustment,
  ): Promise<Outcome<AdjustmentDocument>>;
  move(
    viewer: Viewer,
    key: string,
    adjustmentId: string,
    side: AdjustmentSide,
    step: { readonly move: AdjustmentMove; readonly on: string; readonly effect?: AdjustmentEffect },
  ): Promise<Outcome<AdjustmentDocument>>;
  byId(id: string): Promise<EmployerDocument | undefined>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, EmployerDocument>>;
  enquiryById(id: string): Promise<EmployerEnquiryDocument | undefined>;
  adjustmentById(id: string): Promise<AdjustmentDocument | undefined>;
  /** Newest first. */
  heldBy(organisation: OrganisationId, page: Page): Promise<readonly EmployerDocument[]>;
  ofOrganisation(organisation: OrganisationId, page: Page): Promise<readonly EmployerDocument[]>;
  enquiriesOf(employerId: string, page: Page): Promise<readonly EmployerEnquiryDocument[]>;
  /** Everybody who is or was supported as this employer's staff, earliest first. */
  staffOf(employerId: string): Promise<readonly SupportedStaffDocument[]>;
  isStaff(employerId: string, clientId: ClientId): Promise<boolean>;
  adjustmentsOf(clients: readonly ClientId[], employerId?: string): Promise<readonly AdjustmentDocument[]>;
  open(text: EmployerEnquiryDocument['question']): string;
}

/** An employer with more supported staff than this is counted up to here. */
const mostStaff = 1_000;
const mostAdjustments = 200;

export function createWorkplaceDesk({
  store,
  keyring,
  now,
}: {
  store: Store;
  keyring: Keyring;
  now: () => number;
}): WorkplaceDesk {
  const employers = store.collection('employers');
  const enquiries = store.collection('employerEnquiries');
  const staff = store.collection('supportedStaff');
  const adjustments = store.collection('adjustments');
  const at = (): string => new Date(now()).toISOString();
  const actorOf = ({ subject, organisation, audience }: Viewer) => ({ subject, organisation, audience });
  const made = (viewer: Viewer, input: unknown) => ({
    recordedBy: actorOf(viewer),
    recordedAt: at(),
    inputDigest: digestOf(input),
  });

  return {
    record: (viewer, key, employer) =>
      insertOnce(employers, {
        ...employer,
        id: idOf('employer', viewer, key),
        heldBy: viewer.organisation,
        organisation: employer.organisation ?? 'none',
        ...made(viewer, employer),
      }),
    enquire: (viewer, key, employerId, topic, question) =>
      insertOnce(enquiries, {
        id: idOf('enquiry', viewer, key),
        employerId,
        topic,
        question: keyring.seal(question),
        state: 'OPEN',
        advice: [],
        ...made(viewer, [employerId, topic, question]),
      }),
    advise(viewer, key, enquiryId, { kind, text, close }) {
      const entry = { key: scopedKey(viewer, key), inputDigest: digestOf([enquiryId, kind, text, close]) };
      return appendOnce(
        enquiries,
        enquiryId,
        entry,
        ({ advice }) => advice,
        (document) => {
          if (document.state === 'CLOSED') return refused('NOT_IN_THIS_STATE', 'The enquiry is closed.');
          const given = { kind, text: keyring.seal(text), at: at(), by: actorOf(viewer), ...entry };
          const state = close ? 'CLOSED' : 'ADVISED';
          return { kind: 'done', document: { ...document, state, advice: [...document.advice, given] } };
        },
      );
    },
    async support(viewer, key, employerId, clientId, period) {
      const id = `${employerId}:${clientId}`;
      const entry = { key: scopedKey(viewer, key), inputDigest: digestOf([id, period.since, period.until ?? null]) };
      const said = { ...period, at: at(), by: actorOf(viewer), ...entry };
      try {
        const document = { id, employerId, clientId, ...period, said: [said] };
        return { kind: 'done', document: await staff.insert(document) };
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
      return appendOnce(
        staff,
        id,
        entry,
        ({ said: earlier }) => earlier,
        ({ until: _until, ...document }) => ({
          kind: 'done',
          document: { ...document, ...period, said: [...document.said, said] },
        }),
      );
    },
    propose: (viewer, key, employerId, clientId, { type, wording, caseId }) =>
      insertOnce(adjustments, {
        id: idOf('adjustment', viewer, key),
        employerId,
        clientId,
        type,
        wording: keyring.seal(wording),
        state: 'PROPOSED',
        ...(caseId !== undefined && { caseId }),
        history: [],
        ...made(viewer, [employerId, clientId, type, wording, caseId ?? null]),
      }),
    move(viewer, key, adjustmentId, side, { move, on, effect }) {
      const entry = { key: scopedKey(viewer, key), inputDigest: digestOf([adjustmentId, move, on, effect ?? null]) };
      return appendOnce(
        adjustments,
        adjustmentId,
        entry,
        ({ history }) => history,
        (document) => {
          const result = moveAdjustment(document.state, move, side, effect);
          if (result.kind === 'refused') return refused(result.reason, words[result.reason]);
          const told = effect === undefined ? {} : { effect };
          const event = { move, to: result.to, ...told, on, at: at(), by: actorOf(viewer), ...entry };
          return {
            kind: 'done',
            document: { ...document, ...told, state: result.to, history: [...document.history, event] },
          };
        },
      );
    },
    byId: (id) => employers.get(id),
    byIds: async (ids) => new Map((await employers.getMany([...new Set(ids)])).map((each) => [each.id, each])),
    enquiryById: (id) => enquiries.get(id),
    adjustmentById: (id) => adjustments.get(id),
    heldBy: (heldBy, page) =>
      employers.find({ index: 'heldBy_recordedAt', where: { heldBy }, order: 'descending', ...page }),
    ofOrganisation: (organisation, page) =>
      employers.find({ index: 'organisation_recordedAt', where: { organisation }, order: 'descending', ...page }),
    enquiriesOf: (employerId, page) =>
      enquiries.find({ index: 'employerId_recordedAt', where: { employerId }, order: 'descending', ...page }),
    staffOf: (employerId) => staff.find({ index: 'employerId_since', where: { employerId }, limit: mostStaff }),
    isStaff: async (employerId, clientId) => (await staff.get(`${employerId}:${clientId}`)) !== undefined,
    async adjustmentsOf(clients, employerId) {
      const found = await Promise.all(
        clients.map((clientId) => {
          const page = { order: 'descending', limit: mostAdjustments } as const;
          return employerId === undefined
            ? adjustments.find({ index: 'clientId_recordedAt', where: { clientId }, ...page })
            : adjustments.find({ index: 'employerId_clientId_recordedAt', where: { employerId, clientId }, ...page });
        }),
      );
      return found.flat();
    },
    open: (text) => keyring.open(text),
  };
}

const words = {
  NOT_IN_THIS_STATE: 'The adjustment is not in a state from which that leads on.',
  NOT_FOR_THIS_SIDE: 'That is not for this side to say.',
  INVALID_INPUT: 'effect is given with REVIEW, and with nothing else.',
} as const;
