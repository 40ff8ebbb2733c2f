import type { Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import { scopedKey } from '../idempotency/used-keys.js';
import type { Store } from '../store/port.js';
import type { EmployerEnquiryDocument } from './document.js';
import { actorOf, madeBy } from './made.js';
import { appendOnce, idOf, insertOnce } from './once.js';
import type { Page } from './records.js';
import { refused, type Outcome } from './refusal.js';
import type { AdviceKind, EnquiryTopic } from './words.js';

export interface NewEnquiry {
  readonly employerId: string;
  readonly topic: EnquiryTopic;
  readonly question: string;
  readonly caseId?: string;
}

export interface NewAdvice {
  readonly kind: AdviceKind;
  readonly text: string;
  readonly close: boolean;
  readonly staffReached?: number;
}

/** What employers ask, and what they are advised. Each change is one write of one document; the same key does it once. */
export interface EnquiryDesk {
  enquire(viewer: Viewer, key: string, enquiry: NewEnquiry): Promise<Outcome<EmployerEnquiryDocument>>;
  advise(viewer: Viewer, key: string, enquiryId: string, advice: NewAdvice): Promise<Outcome<EmployerEnquiryDocument>>;
  byId(id: string): Promise<EmployerEnquiryDocument | undefined>;
  ofEmployer(employerId: string, page: Page): Promise<readonly EmployerEnquiryDocument[]>;
  ofCase(caseId: string, page: Page): Promise<readonly EmployerEnquiryDocument[]>;
  open(text: EmployerEnquiryDocument['question']): string;
}

export function createEnquiryDesk({
  store,
  keyring,
  at,
}: {
  store: Store;
  keyring: Keyring;
  at: () => string;
}): EnquiryDesk {
  const enquiries = store.collection('employerEnquiries');
  return {
    enquire: (viewer, key, { employerId, topic, question, caseId }) =>
      insertOnce(enquiries, {
        id: idOf('enquiry', viewer, key),
        employerId,
        topic,
        question: keyring.seal(question),
        ...(caseId !== undefined && { caseId }),
        state: 'OPEN',
        advice: [],
        ...madeBy(viewer, at(), keyring.inputDigest([employerId, topic, question, caseId ?? null])),
      }),
    advise(viewer, key, enquiryId, { text, close, ...advice }) {
      const entry = { key: scopedKey(viewer, key), inputDigest: keyring.inputDigest([enquiryId, advice, text, close]) };
      return appendOnce(
        enquiries,
        enquiryId,
        entry,
        (document) => document.advice,
        (document) => {
          if (document.state === 'CLOSED') return refused('NOT_IN_THIS_STATE', 'The enquiry is closed.');
          const given = { ...advice, text: keyring.seal(text), at: at(), by: actorOf(viewer), ...entry };
          const state = close ? 'CLOSED' : 'ADVISED';
          return { kind: 'done', document: { ...document, state, advice: [...document.advice, given] } };
        },
      );
    },
    byId: (id) => enquiries.get(id),
    ofEmployer: (employerId, page) =>
      enquiries.find({ index: 'employerId_recordedAt', where: { employerId }, order: 'descending', ...page }),
    ofCase: (caseId, page) =>
      enquiries.find({ index: 'caseId_recordedAt', where: { caseId }, order: 'descending', ...page }),
    open: (text) => keyring.open(text),
  };
}
