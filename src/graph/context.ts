import type { CallContext } from '../../adapters/contract.js';
import type { PolicyBook } from '../access/policy-book.js';
import type { Policy } from '../access/policy.js';
import type { Classification } from '../access/classification.js';
import type { BasePolicies } from '../consent/fhir/base-policies.js';
import type { Withdrawals } from '../consent/withdrawals.js';
import type { OpenSubscriptions } from '../event/open-subscriptions.js';
import type { ClientId, DataCategory, EmergencyAccess, Viewer } from '../access/types.js';
import type { HistoryDelays } from '../audit/history-delays.js';
import type { OperationTexts } from '../audit/operation-texts.js';
import type { Receipts } from '../audit/receipt.js';
import type { DisclosureSearch } from '../audit/search.js';
import type { CorrectionDesk } from '../correction/desk.js';
import type { CorrectionDocument } from '../correction/document.js';
import type { ConsentDesk } from '../consent/desk.js';
import type { EmergencyDesk } from '../emergency/desk.js';
import type { EventBus } from '../event/bus.js';
import type { EmployerDesk } from '../employer/desk.js';
import type { Cursors } from '../identity/cursor.js';
import type { createMisdirected } from '../audit/misdirected.js';
import type { Directory } from '../identity/directory.js';
import type { MatchDesk } from '../identity/matching/desk.js';
import type { MatchModel } from '../identity/matching/model.js';
import type { Links } from '../identity/links.js';
import type { Unlinking } from '../identity/unlink.js';
import type { PairwiseIds } from '../identity/pairwise-id.js';
import type { Tracing } from '../identity/trace.js';
import type { ServiceCriteria } from '../local-service/criteria.js';
import type { Programmes } from '../programme/programme.js';
import type { Misses } from '../probing/misses.js';
import type { Notices } from '../notice/notices.js';
import type { PolicyArchive } from '../policy/archive.js';
import type { Capacities } from '../referral/capacity.js';
import type { ReferralDesk } from '../referral/desk.js';
import type { Gateways } from '../referral/gateways.js';
import type { ReferralLists } from '../referral/lists.js';
import type { ConsentDocument, LedgerDocument } from '../store/documents.js';
import type { CountReferrals } from '../report/referrals.js';
import type { ReadCaseload } from '../report/read-caseload.js';
import type { RepresentationDesk } from '../representation/desk.js';
import type { Key } from '../store/port.js';
import type { CaseDesk } from '../support/case-desk.js';
import type { CaseLists } from '../support/case-lists.js';
import type { Places } from '../support/places.js';
import type { SessionDesk } from '../support/session-desk.js';
import type { TaskDesk } from '../task/desk.js';
import type { UsedKeys } from '../idempotency/used-keys.js';
import type { ClientFile } from './client-file.js';
import type { Disclosures } from './disclosures.js';
import type { HistoryWords } from './history-words.js';
import type { Loaders } from './loaders.js';

/** What resolvers may call. One per hub. */
export interface GraphServices {
  readonly directory: Directory;
  readonly tracing: Tracing;
  readonly consents: ConsentDesk;
  readonly corrections: CorrectionDesk;
  /** The systems that are connected and feed a category. */
  readonly sourcesOf: (category: DataCategory) => readonly string[];
  readonly referrals: ReferralDesk;
  readonly referralLists: ReferralLists;
  readonly gateways: Gateways;
  readonly capacities: Capacities;
  /** Every version of every consent of these records of one person. */
  readonly consentVersions: (records: readonly ClientId[]) => Promise<readonly ConsentDocument[]>;
  readonly cases: CaseDesk;
  readonly places: Places;
  readonly readCaseload: ReadCaseload;
  readonly countReferrals: CountReferrals;
  readonly caseLists: CaseLists;
  readonly sessions: SessionDesk;
  readonly employers: EmployerDesk;
  /** A client's ledger records, newest first: at most `limit`, continuing after a key. */
  readonly history: (clientId: ClientId, limit: number, after?: readonly Key[]) => Promise<readonly LedgerDocument[]>;
  readonly historyWords: HistoryWords;
  readonly historyDelays: HistoryDelays;
  readonly receipts: Receipts;
  readonly operationTexts: OperationTexts;
  readonly searchDisclosures: DisclosureSearch;
  /** ODS code of the body that runs the hub. */
  readonly operator: string;
  /** An organisation's name, where the operator has given one. */
  readonly organisationName: (organisation: string) => string | undefined;
  readonly representatives: RepresentationDesk;
  readonly pairwiseIds: PairwiseIds;
  readonly matches: MatchDesk;
  readonly links: Links;
  readonly unlinking: Unlinking;
  /** The disclosures that were made through a link, newest first. */
  readonly misdirected: ReturnType<typeof createMisdirected>;
  readonly matchModel: MatchModel;
  readonly cursors: Cursors;
  readonly events: EventBus;
  readonly tasks: TaskDesk;
  readonly emergency: EmergencyDesk;
  readonly notices: Notices;
  readonly usedKeys: UsedKeys;
  readonly misses: Misses;
  readonly policies: PolicyBook;
  readonly policyArchive: PolicyArchive;
  readonly classification: Classification;
  readonly withdrawals: Withdrawals;
  /** The subscriptions that run in this process. */
  readonly openSubscriptions: OpenSubscriptions;
  /** What consents mean that are taken in and leave something to the policy they refer to. */
  readonly basePolicies: BasePolicies;
  /** Every programme that the hub knows, in all its versions. */
  readonly programmes: Programmes;
  /** What the services of a local directory ask of the people whom they are for. */
  readonly serviceCriteria: ServiceCriteria;
  readonly now: () => number;
  /** Reports what should not happen; takes no data of any client. */
  readonly report: (fault: { readonly what: string; readonly correlationId: string; readonly error: unknown }) => void;
  /** Whether NHS numbers must pass their check digit at the client edge. */
  readonly checkNHSNumbers: boolean;
}

/** One GraphQL request: the caller, the loaders that this caller may use, and the record of what was disclosed. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** The client who calls, for a client's own token. */
  readonly self: ClientId | undefined;
  readonly services: GraphServices;
  readonly load: Loaders;
  readonly disclosures: Disclosures;
  /** The caller's own running emergency access, by client; looked up once. */
  readonly emergencies: () => Promise<ReadonlyMap<ClientId, EmergencyAccess>>;
  /** What is in dispute of a client, newest first; looked up once, where somebody asks. */
  readonly disputes: (file: ClientFile) => Promise<readonly CorrectionDocument[]>;
  readonly call: CallContext;
  /** The version of the sharing policy that decides today. */
  readonly policy: Policy;
  /** The hub's calendar day, ISO. */
  readonly today: string;
}
