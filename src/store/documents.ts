/** What the hub keeps of its own, one interface per collection; `models/` declares fields, validation and indexes for both engines. */
import type { WithdrawalDocument } from './documents/withdrawal.js';
import type {
  Audience,
  Basis,
  ClientId,
  Consent,
  DataCategory,
  OrganisationId,
  Purpose,
  WithheldReason,
} from '../access/types.js';
import type { LinkEvent } from './documents/link.js';
import type { UnlinkDocument } from './documents/unlink.js';
import type { MatchDocument } from './documents/match.js';
import type { EmergencyGrantDocument } from './documents/emergency-grant.js';
import type { EventSlotDocument } from './documents/event-slot.js';
import type { OperationDocument } from './documents/operation.js';
import type { NoticeDocument } from './documents/notice.js';
import type { TaskDocument } from './documents/task.js';
import type { UsedKeyDocument } from './documents/used-key.js';
import type { FirstAccessDocument, HistoryDelayDocument } from './documents/access-history.js';
import type { LedgerHeadDocument, LedgerNodeDocument } from './documents/ledger-proof.js';
import type { DecisionInputs } from './documents/ledger-inputs.js';
import type { RelationshipDocument } from './documents/relationship.js';
import type { RepresentativeDocument } from './documents/representative.js';
import type { PolicyDocument } from './documents/policy.js';
import type {
  AdjustmentDocument,
  EmployerDocument,
  EmployerEnquiryDocument,
  SupportedStaffDocument,
} from '../employer/document.js';
import type { EmployerCaseDocument } from '../employer/case-document.js';
import type { CorrectionDocument } from '../correction/document.js';
import type { CapacityDocument } from '../referral/capacity.js';
import type { ReferralLinkDocument } from '../referral/partner-link/document.js';
import type { ReferralDocument } from '../referral/document.js';
import type { CaseDocument } from '../support/case-document.js';
import type { Authority, Capacity } from '../access/representation.js';
import type { PlaceGateDocument } from '../support/places.js';
import type { GroupSessionDocument, SessionDocument } from '../support/session-document.js';
import type { StoreFormatDocument } from './documents/store-format.js';
import type { Stored } from './port.js';

/** Ciphertext: AES-256-GCM, base64url, with the key's number in front (`1.…`). */
export type Sealed = string & { readonly __brand: 'Sealed' };

/** One person. Identifiers stand here only sealed; they are looked up through `identifiers`. */
export interface ClientDocument extends Stored {
  readonly id: ClientId;
  /** Sealed `UpstreamSubject` without its client id. */
  readonly subject: Sealed;
  /** PDS confidentiality: U, R, V; UNKNOWN until traced, and treated as restricted until then. */
  readonly restriction: 'U' | 'R' | 'V' | 'UNKNOWN';
  /** The hub's own dated copy of what PDS said: a sealed `DemographicsTrace`. Absent until first traced. */
  readonly trace?: Sealed;
  /** ISO instant of that copy. */
  readonly tracedAt?: string;
  readonly enrolledAt: string;
  /** ISO instant from which a new trace is due; the end of time for a record that was merged into another. */
  readonly traceDueAt: string;
  /**
   * The record that stands for this person now. What is held under this one (identifiers, relationships, consents, ledger)
   * stays here and counts for the person, so that one field merges and one field separates again.
   */
  readonly mergedInto?: ClientId;
  /** A record that a reviewer held to be another person's: no later trace merges them again. */
  readonly keptApartFrom?: readonly ClientId[];
  /** What has happened to the links since the enrolment, oldest first. */
  readonly links?: readonly LinkEvent[];
}

/** `id` is `<kind>:<keyed hash>`; the identifier itself is nowhere in the clear. */
export interface IdentifierDocument extends Stored {
  readonly clientId: ClientId;
  readonly status: 'CURRENT' | 'SUPERSEDED';
}

/** One version of one consent; never overwritten. `id` is `<consentId>:<version, six digits>`. */
export interface ConsentDocument extends Stored {
  readonly consentId: string;
  readonly consentVersion: number;
  readonly clientId: ClientId;
  readonly consent: Consent;
  readonly evidence: ConsentEvidence;
  /** The client's reason, where they gave one; only on a withdrawal. */
  readonly withdrawalReason?: Sealed;
  /** On whose authority it was withdrawn, where that was not the client's own. */
  readonly withdrawnFor?: ActedFor;
  /** Who wrote this version, when, under which key. */
  readonly recordedBy: { readonly subject: string; readonly organisation: OrganisationId; readonly audience: Audience };
  readonly recordedAt: string;
  /** `<organisation>:<subject>:<key>`; unique, so that a repeated mutation finds its first result. */
  readonly idempotencyKey: string;
  /** SHA-256 of the mutation's input: the same key with another input is refused. */
  readonly inputDigest: string;
}

export interface ConsentEvidence {
  readonly method: 'SPOKEN' | 'WRITTEN' | 'ELECTRONIC';
  /** The words shown or read, sealed: they can name the client and what ails them. */
  readonly wording: Sealed;
  /** BCP 47. */
  readonly language: string;
  readonly givenBy: 'CLIENT' | 'REPRESENTATIVE';
  /** Whether the client could decide the matter. Absent in consents that were recorded before it was asked. */
  readonly capacity?: Capacity;
  /** Whose word it was; present where a representative gave it, from the time that representatives were recorded. */
  readonly representative?: ActedFor;
}

/** Somebody's authority as it stood when they acted for a client. */
export interface ActedFor {
  /** `id@version` of what was recorded of it. */
  readonly representation: string;
  readonly authority: Authority;
  /** Its last day; absent: none. */
  readonly until?: string;
}

/**
 * One operation's disclosures about one client: a line per section, refusals included. Chained per writer:
 * `hash` covers every field below and `previousHash`.
 */
export interface LedgerDocument extends Stored {
  readonly writer: string;
  /** 1, 2, 3, … per writer. */
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  /** ISO instant. */
  readonly at: string;
  /** Absent where nobody was found. */
  readonly clientId?: ClientId;
  readonly viewer: {
    readonly subject: string;
    readonly organisation: OrganisationId;
    readonly audience: Audience;
    readonly purpose: Purpose;
    readonly onBehalfOf?: string;
    /** The application that was used, where the token named one. */
    readonly application?: string;
    /** Who vouched for all this. Absent in records of before consents could name one person of one issuer. */
    readonly issuer?: string;
  };
  /** Operation name (or `anonymous`) and SHA-256 of its text, hex. */
  readonly operation: { readonly name: string; readonly digest: string };
  readonly correlationId: string;
  readonly policyVersion: string;
  readonly lines: readonly LedgerLine[];
  /**
   * 2: everything that its decisions rest on is in it. 3: besides, it is hashed in two parts (`src/audit/record-hash.ts`).
   * Absent: written before records said so.
   */
  readonly format?: 2 | 3;
  /** Random, hex: keeps what the hash covers from being guessed. From format 3. */
  readonly salt?: string;
  /** What its decisions rest on besides viewer and policy. From format 2. */
  readonly inputs?: DecisionInputs;
  /** SHA-256 of its decisions in full, as `digestOfDecisions` takes it. From format 2, where anything was decided. */
  readonly decisions?: string;
  /** The caller asked about somebody else, and a record of that person names this client too. */
  readonly throughAnother?: true;
  /** The first time that the organisation saw anything of the client. */
  readonly firstByOrganisation?: true;
}

export interface LedgerLine {
  /** `Client.conditions`, `Query.client`. */
  readonly section: string;
  readonly category?: DataCategory;
  readonly outcome: 'PERMITTED' | 'REFUSED' | 'NOT_FOUND' | 'CHANGED';
  readonly rule: string;
  readonly basis: Basis;
  readonly reason?: WithheldReason;
  readonly consents: readonly string[];
  /** The systems that were asked. */
  readonly sources: readonly string[];
}

/** One accepted row of a provider's CSV file. `id` is `<provider>:<keyed hash of the external id>`. */
export interface ProviderRowDocument extends Stored {
  readonly provider: string;
  /** Keyed hash of the NHS number: whose row it is, in no system's terms. */
  readonly subjectKey: string;
  /** Sealed row. */
  readonly row: Sealed;
  readonly fileDigest: string;
  readonly importedAt: string;
}

/** One file that a provider dropped. `id` is `<provider>:<SHA-256 of its bytes>`. */
export interface ProviderFileDocument extends Stored {
  readonly provider: string;
  readonly accepted: boolean;
  readonly rows: number;
  readonly faults: readonly { readonly row: number; readonly column: string; readonly fault: string }[];
  readonly receivedAt: string;
}

export interface Documents {
  readonly representatives: RepresentativeDocument;
  readonly matches: MatchDocument;
  readonly unlinks: UnlinkDocument;
  readonly clients: ClientDocument;
  readonly identifiers: IdentifierDocument;
  readonly relationships: RelationshipDocument;
  readonly consents: ConsentDocument;
  readonly withdrawals: WithdrawalDocument;
  readonly ledger: LedgerDocument;
  readonly operations: OperationDocument;
  readonly ledgerNodes: LedgerNodeDocument;
  readonly ledgerHeads: LedgerHeadDocument;
  readonly firstAccesses: FirstAccessDocument;
  readonly historyDelays: HistoryDelayDocument;
  readonly policies: PolicyDocument;
  readonly providerRows: ProviderRowDocument;
  readonly providerFiles: ProviderFileDocument;
  readonly tasks: TaskDocument;
  readonly usedKeys: UsedKeyDocument;
  readonly referrals: ReferralDocument;
  readonly referralLinks: ReferralLinkDocument;
  readonly capacities: CapacityDocument;
  readonly employers: EmployerDocument;
  readonly employerEnquiries: EmployerEnquiryDocument;
  readonly supportedStaff: SupportedStaffDocument;
  readonly adjustments: AdjustmentDocument;
  readonly eventSlots: EventSlotDocument;
  readonly cases: CaseDocument;
  readonly sessions: SessionDocument;
  readonly groupSessions: GroupSessionDocument;
  readonly emergencyGrants: EmergencyGrantDocument;
  readonly notices: NoticeDocument;
  readonly employerCases: EmployerCaseDocument;
  readonly placeGates: PlaceGateDocument;
  readonly corrections: CorrectionDocument;
  readonly storeFormats: StoreFormatDocument;
}
