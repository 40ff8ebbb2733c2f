import type { NHSNumber } from '../access/types.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ClientFile } from './client-file.js';
import type { Viewer as VerifiedViewer } from '../access/types.js';
import type { LinkView } from './link-view.js';
import type { ShownEntry } from './access-history.js';
import type { AuditView } from './audit-reading.js';
import type { HeldReceipt } from './receipt-view.js';
import type { TaskView, TaskMoveView } from './task-view.js';
import type { EmergencyGrantDocument } from '../store/documents/emergency-grant.js';
import type { CorrectionView, AskedCorrectionView, CorrectionStepView } from './correction-view.js';
import type { DemographicsRecord, ContactRecord } from './traced-section.js';
import type {
  DerivedWorkStatus,
  EmploymentRecord,
  FitNotesRecord,
  MeasuresRecord,
  ObservationsRecord,
  AppointmentsRecord,
  EncountersRecord,
  ReferralsRecord,
  SupportRecord,
  ConditionsRecord,
  BenefitsRecord,
  ClassifiedCondition,
} from './section-records.js';
import type { ServiceView } from './service-view.js';
import type {
  Provenance as ProvenanceRecord,
  EmploymentSpell as EmploymentSpellRecord,
  BenefitClaim as BenefitClaimRecord,
  FitNote as FitNoteRecord,
  MeasureScore as MeasureScoreRecord,
  Observation as ObservationRecord,
  Appointment as AppointmentRecord,
  Encounter as EncounterRecord,
  Referral as ReferralRecord,
  SupportCase as SupportCaseRecord,
  SupportSession as SupportSessionRecord,
} from '../../adapters/records.js';
import type { CaseFile } from './case-file.js';
import type { CaseloadFigures } from './report-view.js';
import type { GroupSessionDocument } from '../support/session-document.js';
import type {
  EmployerCaseFile,
  EmployerFile,
  EnquiryView,
  SupportedPerson as SupportedPersonRecord,
} from './employer-file.js';
import type { AdjustmentsRecord, AdjustmentView } from './adjustment-file.js';
import type { ReferralFile } from './referral-file.js';
import type { EventOfReferral } from './referral-view.js';
import type { RequestContext } from './context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** Ten digits with a valid modulus-11 check digit (NHS Data Dictionary, NHS NUMBER). Spaces are not accepted. Accepted as input; the hub never returns one. */
  NHSNumber: { input: NHSNumber; output: NHSNumber };
  /** An ISO 8601 calendar date: 2026-03-31. */
  Date: { input: string; output: string };
  /** An ISO 8601 instant with its offset: 2026-03-31T09:30:00Z. */
  DateTime: { input: string; output: string };
  /** A FHIR dateTime exactly as the source recorded it: a year, a month, a day or an instant (2026, 2026-03, 2026-03-31, 2026-03-31T09:30:00+01:00). */
  FHIRDateTime: { input: string; output: string };
  /** Money in whole pence sterling: 21856 is £218.56. Source: DWP Citizen API. */
  Pence: { input: number; output: number };
  /** A UK postcode, in any case, with or without its space. */
  UKPostcode: { input: string; output: string };
};

/** The part a caller plays. */
export type Audience =
  /** A health professional who treats the client. */
  | 'CLINICIAN'
  /** A Jobcentre Plus work coach. */
  | 'WORK_COACH'
  /** A work and health coach of a support provider. */
  | 'WORK_AND_HEALTH_COACH'
  /** Manages a support provider's service. */
  | 'PROVIDER_MANAGER'
  /** The person's employer: refers, and never sees a diagnosis. */
  | 'EMPLOYER'
  /** A local service outside health and employment support: advice, housing, debt, a charity. */
  | 'LOCAL_SERVICE'
  /** Commissions services. */
  | 'COMMISSIONER'
  /** Finds out whether a programme works: has figures, and of no person anything. */
  | 'EVALUATOR'
  /** Answers for privacy: sees who looked, never the record itself. */
  | 'PRIVACY_OFFICER'
  /** The person the record is about. */
  | 'CLIENT';

/** Why a caller asks. There is no request without a purpose. */
export type Purpose =
  /** HL7 v3 ActReason TREAT. */
  | 'DIRECT_CARE'
  /** Help into, in and back to work. */
  | 'EMPLOYMENT_SUPPORT'
  /** Deciding and paying benefits. */
  | 'BENEFIT_ADMINISTRATION'
  /** Running a service: HL7 v3 ActReason HOPERAT. */
  | 'SERVICE_MANAGEMENT'
  /** Planning and paying for services. */
  | 'COMMISSIONING'
  /** Checking who looked and why. */
  | 'PRIVACY_AUDIT'
  /** The client's own: HL7 v3 ActReason PATRQT. */
  | 'OWN_RECORD';

/** The caller, as the hub understood the access token. */
export type Viewer = {
  /** The token's subject: one person or system of the organisation. */
  readonly subject: Scalars['String']['output'];
  /** ODS code, or the hub's own code for a partner that has none. */
  readonly organisation: Scalars['String']['output'];
  /** The part that the caller plays. */
  readonly audience: Audience;
  /** Why the caller asks, as the token says. */
  readonly purpose: Purpose;
  /** The end user on whose behalf a system calls. */
  readonly onBehalfOf: Maybe<Scalars['String']['output']>;
  /** The application that the caller uses, as the token says. */
  readonly application: Maybe<Scalars['String']['output']>;
  /** Whom the holder of a client's own token may act for, now or from a later day; what was ended or is past its last day is left out. */
  readonly actsFor: ReadonlyArray<ActingFor>;
};

/** Another caller to explain for. */
export type ViewerInput = {
  /** ODS code or the hub's own. */
  readonly organisation: Scalars['String']['input'];
  /** The part that they play. */
  readonly audience: Audience;
  /** Why they would ask. */
  readonly purpose: Purpose;
  /** The subject of their access tokens, for consents that name one person, and for what they opened in an emergency. Default: somebody whom no consent names. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  /** Somebody who acts for the client, by the id in `Client.representatives`; `audience` is then CLIENT. Default: nobody does. */
  readonly representative?: InputMaybe<Scalars['ID']['input']>;
  /** The application that they use, as its issuer names it in access tokens. Default: one of which the policy says nothing. */
  readonly application?: InputMaybe<Scalars['String']['input']>;
};

/** What makes a disclosure lawful. */
export type Basis =
  /** The client's own, recorded in this hub. */
  | 'CONSENT'
  /** Implied consent for individual care. */
  | 'DIRECT_CARE'
  /** The organisation's own data, used for its own function. */
  | 'STATUTE'
  /** The client's right to their own data (UK GDPR article 15). */
  | 'SUBJECT_ACCESS'
  /** One person's emergency access, opened with a reason, for hours, and reviewed. */
  | 'EMERGENCY'
  /** A hard wall. */
  | 'NEVER';

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type Mutation = {
  /** Proposes an adjustment at work. For the service that works with the employer and the client. */
  readonly proposeAdjustment: AdjustmentResult;
  /** Moves an adjustment on: by the service, by the employer where the person lets it see the adjustment, by the person. */
  readonly moveAdjustment: AdjustmentResult;
  /** Opens a case: from a referral that the caller's organisation accepted, or directly. */
  readonly openCase: CaseResult;
  /** Makes somebody else accountable for a case. */
  readonly assignCase: CaseResult;
  /** Puts off the planned end by what the programme allows. */
  readonly extendCase: CaseResult;
  /** Adds a version of the holistic assessment. */
  readonly assessCase: CaseResult;
  /** Adds a version of the plan. */
  readonly planCase: CaseResult;
  /** Adds an action that an organisation of either sector takes on. */
  readonly addCaseAction: CaseResult;
  /** Says how far an action has come: for its owner and for whoever runs the case. */
  readonly moveCaseAction: CaseResult;
  /** Asks for support of one of the programme's categories. */
  readonly requestIntervention: CaseResult;
  /** Moves an intervention on. */
  readonly moveIntervention: CaseResult;
  /** Says how the person can be reached without harm and what they need. */
  readonly recordCaseNeeds: CaseResult;
  /** Keeps employment and absence at one of the programme's points: once, and never again. */
  readonly recordEmploymentSnapshot: CaseResult;
  /** Ends a case. */
  readonly dischargeCase: CaseResult;
  /** Ends up to 50 cases for one reason. Each is ended by itself: the answer says what became of each, and the same key goes on where it stopped. */
  readonly dischargeCases: DischargeCasesResult;
  /** Takes in a FHIR R4 Consent that was recorded elsewhere, if it can be read to its meaning. For staff who may record consents. */
  readonly importConsent: ImportConsentResult;
  /** Records what a client agreed to or refused. The client for themselves, or staff of an organisation that works with the client, with evidence. */
  readonly recordConsent: RecordConsentResult;
  /** Withdraws a consent. Takes effect on the next byte that any caller would get, answers under way included. */
  readonly withdrawConsent: WithdrawConsentResult;
  /** Says that the one request is done which an explicit consent was given for. Where the policy says so, the consent ends with it, at once. */
  readonly completeConsentRequest: CompleteConsentRequestResult;
  /**
   * Asks whoever holds a record to put right what is wrong in it, or to add what is missing (UK GDPR article 16). The client, whoever acts for
   * them, or a professional on their behalf who is shown the fact. The hub changes no source: it asks, watches the clock, and shows beside the
   * fact that it is in dispute until it is put right.
   */
  readonly requestCorrection: RequestCorrectionResult;
  /** Answers a correction request. A privacy officer of the organisation that it is addressed to, or of the one in whose queue its task stands by now. */
  readonly answerCorrection: AnswerCorrectionResult;
  /**
   * Opens one client's record to the caller alone, for the hours that the policy says, where consent or a relationship is wanting and there is no
   * time to ask. The client is told, and a privacy officer reviews it. It never opens what the policy closes to everybody.
   */
  readonly openEmergencyAccess: OpenEmergencyAccessResult;
  /** Closes an emergency access before its time. Whoever opened it, and nobody else. */
  readonly closeEmergencyAccess: CloseEmergencyAccessResult;
  /** Takes an employer on in a programme, where the programme's rules say that the stream is for it. For the service that works with it. */
  readonly openEmployerCase: EmployerCaseResult;
  /** Puts the planned end of an employer's case off by what its programme allows. */
  readonly extendEmployerCase: EmployerCaseResult;
  /** Ends an employer's case for one of the programme's reasons. */
  readonly dischargeEmployerCase: EmployerCaseResult;
  /** Records an employer as a service user of its own. For support providers. */
  readonly recordEmployer: EmployerResult;
  /** An employer asks for support or advice: itself, or through the service that works with it. */
  readonly enquireAsEmployer: EmployerEnquiryResult;
  /** Records advice on an enquiry. For the service that works with the employer. */
  readonly adviseEmployer: EmployerEnquiryResult;
  /** Records that a client is supported as an employer's staff, or until when. Tells the employer nothing of who it is. */
  readonly recordSupportedStaff: SupportedStaffResult;
  /** Keeps entries out of a client's access history until a day, because seeing them could put somebody in danger. For the privacy officer; nothing is deleted, and the delay itself is recorded. */
  readonly delayAccessHistory: DelayAccessHistoryResult;
  /** Asks who somebody is whose NHS number the caller lacks. The answer is the same whatever is found: a person of the body that runs the hub decides, and until then the hub shows nothing of anybody. */
  readonly requestTrace: RequestTraceResult;
  /** Decides a possible match. Only a privacy officer of the body that runs the hub, and never whoever asked. */
  readonly decideMatch: DecideMatchResult;
  /** Takes away a link that was wrong. Nothing of what happened through it is lost: it is listed, and both people's histories say so. Only a privacy officer. */
  readonly unlink: UnlinkResult;
  /** Refers a person to a programme's gateway in an area; never to a stream, which the gateway chooses. */
  readonly submitReferral: SubmitReferralResult;
  /** Leads on from a referral to another gateway, in the same conversation. */
  readonly referOnward: SubmitReferralResult;
  /** Chooses the stream of a referral, with what the rules say; another one needs a reason. */
  readonly routeReferral: MoveReferralResult;
  /** Moves a referral: each move is for certain sides, from certain states, and some need a coded reason. */
  readonly moveReferral: MoveReferralResult;
  /** Says whom a referral by name and day of birth means. For the gateway and the target, once; from then on the person's consents decide. */
  readonly identifyReferral: MoveReferralResult;
  /** Sends again what was given up, under the same ids; and by a new link, under which the old one opens nothing, what nobody answered by a link that has run out. For the requester and the gateway. */
  readonly resendReferral: MoveReferralResult;
  /** Says how much room a gateway has. For its own people. */
  readonly reportCapacity: ReportCapacityResult;
  /** Records that somebody may act for a client. Staff whom the policy names, who have seen the evidence; never whoever it is for. */
  readonly recordRepresentative: RecordRepresentativeResult;
  /** Ends it, at once. The same staff, the client, or whoever holds it and gives it up. */
  readonly endRepresentative: EndRepresentativeResult;
  /** Books one person's session. */
  readonly bookSession: SessionResult;
  /** Plans a group's sittings, one a week. */
  readonly scheduleGroupSessions: ScheduleGroupSessionsResult;
  /** Takes a place in one sitting of a group. Asked again it changes nothing. */
  readonly joinGroupSession: SessionResult;
  /** Writes down what became of a session, once: attended or not, or cancelled. A cancelled place in a group is free again. Said again it changes nothing. */
  readonly closeSession: SessionResult;
  /** Says how a task ended. Only somebody whose queue it stands in, and nobody about their own act. */
  readonly completeTask: CompleteTaskResult;
  /** Hands a task to another part of the same organisation, or back to one that had it. Its clock and its escalation begin anew. */
  readonly reassignTask: ReassignTaskResult;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationProposeAdjustmentArgs = {
  input: ProposeAdjustmentInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationMoveAdjustmentArgs = {
  input: MoveAdjustmentInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationOpenCaseArgs = {
  input: OpenCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationAssignCaseArgs = {
  input: AssignCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationExtendCaseArgs = {
  input: ExtendCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationAssessCaseArgs = {
  input: AssessCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationPlanCaseArgs = {
  input: PlanCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationAddCaseActionArgs = {
  input: AddCaseActionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationMoveCaseActionArgs = {
  input: MoveCaseActionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRequestInterventionArgs = {
  input: RequestInterventionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationMoveInterventionArgs = {
  input: MoveInterventionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRecordCaseNeedsArgs = {
  input: RecordCaseNeedsInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRecordEmploymentSnapshotArgs = {
  input: RecordEmploymentSnapshotInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationDischargeCaseArgs = {
  input: DischargeCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationDischargeCasesArgs = {
  input: DischargeCasesInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationImportConsentArgs = {
  input: ImportConsentInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRecordConsentArgs = {
  input: RecordConsentInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationCompleteConsentRequestArgs = {
  input: CompleteConsentRequestInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRequestCorrectionArgs = {
  input: RequestCorrectionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationAnswerCorrectionArgs = {
  input: AnswerCorrectionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationOpenEmergencyAccessArgs = {
  input: OpenEmergencyAccessInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationCloseEmergencyAccessArgs = {
  input: CloseEmergencyAccessInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationOpenEmployerCaseArgs = {
  input: OpenEmployerCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationExtendEmployerCaseArgs = {
  input: ExtendEmployerCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationDischargeEmployerCaseArgs = {
  input: DischargeEmployerCaseInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRecordEmployerArgs = {
  input: RecordEmployerInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationEnquireAsEmployerArgs = {
  input: EmployerEnquiryInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationAdviseEmployerArgs = {
  input: AdviseEmployerInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRecordSupportedStaffArgs = {
  input: RecordSupportedStaffInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationDelayAccessHistoryArgs = {
  input: DelayAccessHistoryInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRequestTraceArgs = {
  input: RequestTraceInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationDecideMatchArgs = {
  input: DecideMatchInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationUnlinkArgs = {
  input: UnlinkInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationSubmitReferralArgs = {
  input: SubmitReferralInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationReferOnwardArgs = {
  input: ReferOnwardInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRouteReferralArgs = {
  input: RouteReferralInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationMoveReferralArgs = {
  input: MoveReferralInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationIdentifyReferralArgs = {
  input: IdentifyReferralInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationResendReferralArgs = {
  input: ResendReferralInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationReportCapacityArgs = {
  input: ReportCapacityInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationRecordRepresentativeArgs = {
  input: RecordRepresentativeInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationEndRepresentativeArgs = {
  input: EndRepresentativeInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationBookSessionArgs = {
  input: BookSessionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationScheduleGroupSessionsArgs = {
  input: ScheduleGroupSessionsInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationJoinGroupSessionArgs = {
  input: JoinGroupSessionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationCloseSessionArgs = {
  input: CloseSessionInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationCompleteTaskArgs = {
  input: CompleteTaskInput;
};

/** What can be changed. A refusal is data; the same key with the same input gives the same result. */
export type MutationReassignTaskArgs = {
  input: ReassignTaskInput;
};

/**
 * One person, as the caller may see them. Each section is a record, or `NoRecord`, `Withheld` or `Unavailable`: never a bare null,
 * and never an error for a refusal.
 */
export type Client = {
  /** What is changed at work for the person. The same for whoever may see it: what, whether it is agreed, whether it helps; never why. */
  readonly workplaceAdjustments: WorkplaceAdjustmentsResult;
  /** Cases of support that the hub carries, newest first, whoever runs them. */
  readonly cases: CaseConnection;
  /** Opaque and pairwise: another organisation has another id for the same person, and the two cannot be joined. */
  readonly id: Scalars['ID']['output'];
  /** Name, birth date, sex, NHS number status. Source: NHS PDS, as last traced. */
  readonly demographics: DemographicsResult;
  /** Address, telephone, safe-contact notes. Source: NHS PDS, as last traced. */
  readonly contact: ContactResult;
  /** Whether the person is in paid work: the minimal derived answer. Sources: DWP, providers. */
  readonly workStatus: WorkStatusResult;
  /** Employer, hours, start, absence. Sources: providers. */
  readonly employment: EmploymentResult;
  /** Claims, awards, conditionality. Source: DWP. */
  readonly benefits: BenefitsResult;
  /** Statements of fitness for work. Source: NHS care record. */
  readonly fitNotes: FitNotesResult;
  /** The problem list, each item classified. Source: NHS care record. */
  readonly conditions: ConditionsResult;
  /** PHQ-9, GAD-7, SWEMWBS, EQ-5D profile, with dates. Sources: NHS care record, providers. */
  readonly measures: MeasuresResult;
  /** Clinical observations. Source: NHS care record. */
  readonly observations: ObservationsResult;
  /** Booked appointments. Source: NHS care record. */
  readonly appointments: AppointmentsResult;
  /** Past contacts with health services. Source: NHS care record. */
  readonly encounters: EncountersResult;
  /** Referrals to support (read side). Sources: providers. */
  readonly referrals: ReferralsResult;
  /** Referrals that the hub itself carries, newest first. */
  readonly trackedReferrals: TrackedReferralConnection;
  /** Programme, coach, plan, sessions, goals. Sources: providers. */
  readonly support: SupportResult;
  /** The newest version of each consent that the caller may see: all of them for the client and the privacy officer, for an organisation those that name it. */
  readonly consents: ReadonlyArray<Consent>;
  /** Who looked at this client through the hub, refusals included, newest first. */
  readonly accessHistory: AccessHistoryConnection;
  /** What was said to be wrong in the client's records, and what became of it, newest first. */
  readonly correctionRequests: CorrectionRequestConnection;
  /** Which identifiers and records of other systems were linked to the client, and what each link rests on. Holds no identifier. */
  readonly links: ReadonlyArray<ClientLink>;
  /** What the client was told without asking, newest first: who opened their record in an emergency, which organisation saw something of it for the first time, and who answered a request to put it right. */
  readonly notices: NoticeConnection;
  /** Who may act for the client, in what and until when; ended ones too. Newest version of each. */
  readonly representatives: ReadonlyArray<Representative>;
};

/**
 * One person, as the caller may see them. Each section is a record, or `NoRecord`, `Withheld` or `Unavailable`: never a bare null,
 * and never an error for a refusal.
 */
export type ClientCasesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * One person, as the caller may see them. Each section is a record, or `NoRecord`, `Withheld` or `Unavailable`: never a bare null,
 * and never an error for a refusal.
 */
export type ClientTrackedReferralsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * One person, as the caller may see them. Each section is a record, or `NoRecord`, `Withheld` or `Unavailable`: never a bare null,
 * and never an error for a refusal.
 */
export type ClientAccessHistoryArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * One person, as the caller may see them. Each section is a record, or `NoRecord`, `Withheld` or `Unavailable`: never a bare null,
 * and never an error for a refusal.
 */
export type ClientCorrectionRequestsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * One person, as the caller may see them. Each section is a record, or `NoRecord`, `Withheld` or `Unavailable`: never a bare null,
 * and never an error for a refusal.
 */
export type ClientNoticesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One person's way through one programme. */
export type Case = {
  /** The adjustments at work that are part of this case's plan to return to work. */
  readonly adjustments: WorkplaceAdjustmentsResult;
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** Whom it is about, as this caller may see them. */
  readonly client: Client;
  /** Id of the programme. */
  readonly programme: Scalars['ID']['output'];
  /** The version of the programme that it began under, and stays on. */
  readonly programmeVersion: Scalars['Date']['output'];
  /** Who runs it. */
  readonly organisation: Scalars['String']['output'];
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** True where fields are null because the person's location is restricted and the caller does not run the case. */
  readonly locationWithheld: Scalars['Boolean']['output'];
  /** Where it stands: who is accountable, how much time there is, how it ended. */
  readonly progress: CaseProgressResult;
  /** What stands in the way, in versions. */
  readonly assessments: CaseAssessmentsResult;
  /** What is to be done: goals of both journeys, and who has taken on what. */
  readonly plan: CasePlanResult;
  /** Interventions and onward referrals, with their waiting times. */
  readonly interventions: CaseInterventionsResult;
  /** How the person can be reached without harm, and what they need. Read it before any message. */
  readonly needs: CaseNeedsResult;
  /** Employment and absence as they were at the programme's points. */
  readonly snapshots: CaseSnapshotsResult;
  /** The person's sessions, newest first. */
  readonly sessions: CaseSessionConnection;
  /**
   * Both journeys as one, oldest first, with the organisation that each thing came from: the referral, the case and its sessions (the
   * newest 200), and from the source systems the client's appointments and fit notes, as far as the caller may see each.
   */
  readonly timeline: CaseTimelineResult;
  /** Whether the person keeps coming, by the newest 200 sessions. */
  readonly momentum: CaseMomentumResult;
};

/** One person's way through one programme. */
export type CaseSessionsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Adjustments at work in one of four states. */
export type WorkplaceAdjustmentsResult = WorkplaceAdjustments | NoRecord | Withheld | Unavailable;

/** Adjustments at work, newest first. */
export type WorkplaceAdjustments = {
  /** Every one that was ever proposed, up to 200. */
  readonly items: ReadonlyArray<WorkplaceAdjustment>;
  /** The hub's own record. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** Adjustments at work, newest first. */
export type WorkplaceAdjustmentsItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One adjustment at work. */
export type WorkplaceAdjustment = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** The employer's name. */
  readonly employer: Maybe<Scalars['String']['output']>;
  /** What kind of change. */
  readonly type: AdjustmentType;
  /** What changes at work, in words that the person has seen. Free text, which can name a place. */
  readonly wording: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  readonly state: AdjustmentState;
  /** What it did for being able to work, by the latest review. Null before the first. */
  readonly effect: Maybe<AdjustmentEffect>;
  /** What has happened to it, oldest first. */
  readonly history: ReadonlyArray<AdjustmentEvent>;
  /** Day on which it was proposed. */
  readonly proposedOn: Scalars['Date']['output'];
  /** Id of the case whose plan it is part of, as the caller is given it. Null where it is of none. */
  readonly case: Maybe<Scalars['ID']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** One thing that happened to an adjustment. */
export type AdjustmentEvent = {
  /** What. */
  readonly move: AdjustmentMove;
  /** Where it stood afterwards. */
  readonly to: AdjustmentState;
  /** With a review: what it did. */
  readonly effect: Maybe<AdjustmentEffect>;
  /** On which day. */
  readonly on: Scalars['Date']['output'];
};

/** What kind of change at work. The first four are the boxes of the fit note. */
export type AdjustmentType =
  /** Hours or days build up over time. */
  | 'PHASED_RETURN'
  /** Other hours. */
  | 'ALTERED_HOURS'
  /** Other tasks. */
  | 'AMENDED_DUTIES'
  /** Changes to the place. */
  | 'WORKPLACE_ADAPTATIONS'
  /** A tool, a chair, software. */
  | 'EQUIPMENT'
  /** Work from home or elsewhere. */
  | 'REMOTE_WORKING'
  /** More or longer breaks. */
  | 'EXTRA_BREAKS'
  /** Somebody who helps at work. */
  | 'SUPPORT_PERSON'
  /** Time for appointments. */
  | 'TIME_OFF_FOR_APPOINTMENTS'
  /** How the person gets to work. */
  | 'TRAVEL';

/** Where an adjustment stands. */
export type AdjustmentState =
  /** The service proposed it. */
  | 'PROPOSED'
  /** The employer has agreed. */
  | 'AGREED'
  /** It is done at work. */
  | 'IN_PLACE'
  /** The employer said no. */
  | 'DECLINED'
  /** The person or the service took it back before it was in place. */
  | 'WITHDRAWN'
  /** It was in place and is no more. */
  | 'ENDED';

/** What can happen to an adjustment. */
export type AdjustmentMove =
  /** The employer agrees. By the employer, or by the service that spoke with it. */
  | 'AGREE'
  /** The employer says no. By the employer, or by the service that spoke with it. */
  | 'DECLINE'
  /** It is done at work. By anybody of the three. */
  | 'PUT_IN_PLACE'
  /** Whether it helps. By the person, or by the service that asked them; never by the employer. */
  | 'REVIEW'
  /** It is taken back before it was in place. By the person or the service. */
  | 'WITHDRAW'
  /** It is no longer done. By anybody of the three. */
  | 'END';

/** What an adjustment did for being able to work. */
export type AdjustmentEffect =
  /** It helped. */
  | 'HELPED'
  /** It helped somewhat. */
  | 'HELPED_PARTLY'
  /** It changed nothing. */
  | 'NO_EFFECT'
  /** It made things worse. */
  | 'MADE_WORSE'
  /** It is too early to say. */
  | 'TOO_EARLY';

/** An adjustment to propose. */
export type ProposeAdjustmentInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** An employer id as the caller was given it. */
  readonly employer: Scalars['ID']['input'];
  /** A client id as the caller was given it; recorded as this employer's staff. */
  readonly client: Scalars['ID']['input'];
  /** What kind of change. */
  readonly type: AdjustmentType;
  /** What changes at work, up to 500 characters: what, and never why. */
  readonly wording: Scalars['String']['input'];
  /** That the person has seen the wording and the employer may be told it once they consent. Without it nothing is recorded. */
  readonly seenByPerson: Scalars['Boolean']['input'];
  /** The case whose plan to return to work it is part of. */
  readonly case?: InputMaybe<Scalars['ID']['input']>;
};

/** What has happened to an adjustment. */
export type MoveAdjustmentInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** An adjustment id as the caller was given it. */
  readonly adjustment: Scalars['ID']['input'];
  /** What. */
  readonly move: AdjustmentMove;
  /** On which day. Default: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** With REVIEW: what it did. */
  readonly effect?: InputMaybe<AdjustmentEffect>;
};

/** An adjustment, or why nothing was recorded. */
export type AdjustmentResult = AdjustmentRecorded | EmployerRefused;

/** The adjustment is recorded. */
export type AdjustmentRecorded = {
  /** As it stands. */
  readonly adjustment: WorkplaceAdjustment;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type Query = {
  /** The ledger, for the privacy officer: what the callers of their own organisation were shown and refused, or, with `client`, what anybody was. Newest first. The search is itself recorded, for each client in its answer. */
  readonly disclosures: DisclosureConnection;
  /** One case of support that the hub carries: for the organisation that runs it and for whoever works with the person, if they may see the person's support. Null otherwise, and null for one that does not exist. */
  readonly case: Maybe<Case>;
  /** The cases that the caller's organisation runs and whose person's support the caller may see, newest first; by planned end where `endingBefore` is given, soonest first. The others are not there: neither a filter nor the order tells of them. */
  readonly cases: CaseConnection;
  /** Which open cases of the caller's organisation another version of their programme would treat differently. Changes none: a case stays on the version it began under. */
  readonly programmeVersionChange: VersionChangeConnection;
  /** One client, if the caller's organisation works with them. Null otherwise, and null for a person who does not exist: the two cannot be told apart. */
  readonly client: Maybe<Client>;
  /** The clients that the caller's organisation works with, newest relationship first. */
  readonly clients: ClientConnection;
  /** The client who calls, for a client's own access token. Null for any other caller. */
  readonly me: Maybe<Client>;
  /** The caller, as the hub understood the access token. */
  readonly viewer: Viewer;
  /** One consent as a FHIR R4 Consent, JSON. Null where the caller may not see it, as for one that does not exist. */
  readonly exportConsent: Maybe<Scalars['String']['output']>;
  /** Every version of one consent, oldest first. Empty where the caller may not see it, as for one that does not exist. */
  readonly consentVersions: ReadonlyArray<Consent>;
  /** One employer's case, for the service that runs it and for the employer itself. Null otherwise. */
  readonly employerCase: Maybe<EmployerCase>;
  /** The employers' cases that the caller's service runs, newest first. An employer reads its own at `Employer.cases`. */
  readonly employerCases: EmployerCaseConnection;
  /** One employer, for the service that works with it and for the employer itself. Null otherwise. */
  readonly employer: Maybe<Employer>;
  /** The employers that the caller's service works with; for an employer, its own records. Newest first. */
  readonly employers: EmployerConnection;
  /** Whether a category of a client would be shown, by which rule, and what would change the answer. Asks no source. For somebody whom the caller does not work with, and for nobody, the same answer. */
  readonly explainAccess: AccessExplanation;
  /** What a caller could see of a client on a past day, by the policy, the consents and the relationship of then. For the client and for privacy officers; null for everybody else. */
  readonly whatCouldSee: Maybe<PastSight>;
  /**
   * What another version of the sharing policy makes more open, and what less. Default: from the version that decided before the present one to the one that
   * takes effect next, or to the present one where none is scheduled. Privacy officers only.
   */
  readonly policyChange: PolicyChangeReport;
  /**
   * What a change of consent would do, before anybody signs: every read of the client's last 90 days is decided again, today, under the consents as they
   * stand and under those that are proposed. Stores nothing. For the client, whoever acts for them, and privacy officers.
   */
  readonly previewConsent: PreviewConsentResult;
  /** In what effects two versions of a client's consents differ, everything else that the client said being equal. For the client, whoever acts for them, and privacy officers. */
  readonly consentDiff: ConsentDiffResult;
  /** Every programme in the version that holds on a day, with its eligibility as data: who it is for, in words and as the rules themselves. Tells nothing about anybody. */
  readonly programmes: ReadonlyArray<Programme>;
  /** The fact model: everything that an eligibility rule may read. */
  readonly eligibilityFacts: ReadonlyArray<EligibilityFact>;
  /**
   * What every stream of every programme says of a person or an employer. Needs no personal data: give the facts alone. Or name a
   * client, and the facts that are still missing are read from those sections of theirs that the caller may see, and only from
   * sections that could still change an answer. Null where `client` names nobody that the caller works with.
   */
  readonly checkEligibility: Maybe<Eligibility>;
  /** One referral that the hub carries, if the caller's organisation takes part in it, or for the person it is about. Null otherwise, and null for one that does not exist. */
  readonly trackedReferral: Maybe<TrackedReferral>;
  /** The referrals in which the caller's organisation stands on one side, by state, oldest first; those alone of which the caller may be told how they stand (`TrackedReferral.progress`), because a list by state tells the state. */
  readonly trackedReferrals: TrackedReferralConnection;
  /** A whole conversation: the first referral, those that lead on from it, and all that happened to each, as far as the caller takes part. Null where they take part in none. */
  readonly referralConversation: Maybe<ReferralConversation>;
  /** Whether a programme takes referrals in an area just now. Asked before anything of a person is told, and takes nothing of a person. */
  readonly checkCapacity: CapacityAnswer;
  /**
   * Figures of a programme's caseload: who began, with what in the way, and what was asked for and given. An organisation that runs
   * cases has those of its own, exactly. An evaluator, and whoever commissions or funds the programme, has those of everybody in it, as they
   * may be published and of no person anything: where the programme's file names their organisation as such a partner. Null for anybody else.
   */
  readonly caseloadReport: Maybe<CaseloadReport>;
  /**
   * Which services near here could somebody use, and why: from a public directory of local services (Open Referral UK 3.0), nearest
   * first. Null where `client` names nobody whom the caller works with. The directory is asked from a fixed place in the postcode
   * district; it never learns a postcode, a person or a fact.
   */
  readonly servicesNear: Maybe<ServicesNearResult>;
  /** Sittings of the groups of the caller's organisation, soonest first. */
  readonly groupSessions: GroupSessionConnection;
  /** The work that waits for the caller's organisation in the caller's part, most urgent first. */
  readonly tasks: TaskConnection;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryDisclosuresArgs = {
  filter?: InputMaybe<DisclosureFilter>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryProgrammeVersionChangeArgs = {
  programme: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryClientArgs = {
  by: ClientLookup;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryClientsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClientFilter>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryExportConsentArgs = {
  consent: Scalars['ID']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryConsentVersionsArgs = {
  consent: Scalars['ID']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryEmployerCaseArgs = {
  id: Scalars['ID']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryEmployerCasesArgs = {
  status?: CaseStatus;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryEmployerArgs = {
  id: Scalars['ID']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryEmployersArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryExplainAccessArgs = {
  client: Scalars['ID']['input'];
  category: DataCategory;
  as?: InputMaybe<ViewerInput>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryWhatCouldSeeArgs = {
  client: Scalars['ID']['input'];
  viewer: ViewerInput;
  on: Scalars['Date']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryPolicyChangeArgs = {
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryPreviewConsentArgs = {
  change: ConsentChangeInput;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryConsentDiffArgs = {
  input: ConsentDiffInput;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryProgrammesArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryCheckEligibilityArgs = {
  input: EligibilityInput;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryTrackedReferralArgs = {
  id: Scalars['ID']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryTrackedReferralsArgs = {
  side: ReferralSide;
  states?: InputMaybe<ReadonlyArray<ReferralState>>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryReferralConversationArgs = {
  id: Scalars['ID']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryCheckCapacityArgs = {
  programme: Scalars['String']['input'];
  area: Scalars['String']['input'];
  channel?: InputMaybe<ReferralChannel>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryCaseloadReportArgs = {
  programme: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  months?: Scalars['Int']['input'];
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryServicesNearArgs = {
  near?: InputMaybe<Scalars['String']['input']>;
  client?: InputMaybe<Scalars['ID']['input']>;
  facts?: EligibilityFactsInput;
  withinMetres?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
  taxonomyTerm?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryGroupSessionsArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. Every answer about a client is decided section by section, and recorded before it leaves. */
export type QueryTasksArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
};

/** Narrows a search of the ledger; all that is given must hold. A page looks at 5,000 records at most: it may be short, or empty, and still have a next page. */
export type DisclosureFilter = {
  /** A client, by the id that this caller was given: then the callers of every organisation. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  /** Only this organisation's callers. Another than the caller's own only together with `client`. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** Only this caller, as their token named them. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  /** Only where this category was asked for. */
  readonly category?: InputMaybe<DataCategory>;
  /** Only where it was decided so. */
  readonly outcome?: InputMaybe<DisclosureOutcome>;
  /** From this instant on. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How one section of a request ended. */
export type DisclosureOutcome =
  /** It was shown, or could have been. */
  | 'PERMITTED'
  /** It was refused. */
  | 'REFUSED'
  /** Nobody was found, or nobody that the caller works with. */
  | 'NOT_FOUND'
  /** It was permitted at first and no longer when the answer was about to leave. */
  | 'CHANGED';

/** A page of ledger records (Relay cursor connection). */
export type DisclosureConnection = {
  /** The records of this page. */
  readonly edges: ReadonlyArray<DisclosureEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One record of a page. */
export type DisclosureEdge = {
  /** Opaque, authenticated, and good for this caller and this search only. */
  readonly cursor: Scalars['String']['output'];
  /** The record. */
  readonly node: DisclosureRecord;
};

/** One ledger record: one operation's disclosures about one client. */
export type DisclosureRecord = {
  /** The record's own id, by which an operator finds it. */
  readonly id: Scalars['ID']['output'];
  /** When it became durable. */
  readonly at: Scalars['DateTime']['output'];
  /** The client. Null where nobody was found, or the officer's organisation does not work with them. */
  readonly client: Maybe<Scalars['ID']['output']>;
  /** The caller's organisation. */
  readonly organisation: Scalars['String']['output'];
  /** The caller, as their token named them. */
  readonly subject: Scalars['String']['output'];
  /** On whose behalf a system called. */
  readonly onBehalfOf: Maybe<Scalars['String']['output']>;
  /** The application that was used, as its token named it. */
  readonly application: Maybe<Scalars['String']['output']>;
  /** The part that the caller played. */
  readonly audience: Audience;
  /** Why they asked. */
  readonly purpose: Purpose;
  /** Name of the GraphQL operation. */
  readonly operationName: Scalars['String']['output'];
  /** SHA-256 of `operationText`, hex; of what a hub of before kept, of the text as it was sent. */
  readonly operationDigest: Scalars['String']['output'];
  /** What was asked: the operation without its literal values and its variables, which may be identifiers. Null for what the hub did of itself, and for records of before there were texts. */
  readonly operationText: Maybe<Scalars['String']['output']>;
  /** Joins the records of one request, and the sources' own logs. */
  readonly correlationId: Scalars['String']['output'];
  /** The version of the sharing policy that decided. */
  readonly policyVersion: Scalars['String']['output'];
  /** The caller asked about somebody else, and a record of that person names this client too. */
  readonly throughSomebodyElse: Scalars['Boolean']['output'];
  /** Section by section. */
  readonly lines: ReadonlyArray<DisclosureLine>;
  /** The record as FHIR R4 AuditEvent (IHE BALP), JSON. */
  readonly auditEvent: Scalars['String']['output'];
  /** The record as FHIR R4 Provenance, JSON. Null where nothing was shown. */
  readonly provenance: Maybe<Scalars['String']['output']>;
  /** Proof that the record stands in the ledger, without its text. Null for a second or so until a head is published, and for records of before there were receipts. */
  readonly receipt: Maybe<AccessReceipt>;
};

/** What was decided of one section. */
export type DisclosureLine = {
  /** Type and field of the contract. */
  readonly section: Scalars['String']['output'];
  /** Its category. Null where the line is about finding somebody. */
  readonly category: Maybe<DataCategory>;
  /** How it ended. */
  readonly outcome: DisclosureOutcome;
  /** Id of the policy rule that decided. */
  readonly rule: Scalars['String']['output'];
  /** What the rule asks for. */
  readonly basis: Basis;
  /** Present where refused. */
  readonly reason: Maybe<WithheldReason>;
  /** The consents that counted, as `id@version`, with ids as this caller is given them. */
  readonly consents: ReadonlyArray<Scalars['String']['output']>;
  /** The systems that were asked. */
  readonly sources: ReadonlyArray<Scalars['String']['output']>;
};

/** Benefits in one of four states. */
export type BenefitsResult = Benefits | NoRecord | Withheld | Unavailable;

/** Conditionality in one of four states. */
export type ConditionalityResult = Conditionality | NoRecord | Withheld | Unavailable;

/** Benefit claims. Source: DWP Citizen API. */
export type Benefits = {
  /** Open claims, and those that ended in the last year, in the order in which DWP gave them. */
  readonly claims: ReadonlyArray<BenefitClaim>;
  /** Universal Credit conditionality, decided on its own: it never reaches health. */
  readonly conditionality: ConditionalityResult;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Benefit claims. Source: DWP Citizen API. */
export type BenefitsClaimsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One claim. */
export type BenefitClaim = {
  /** DWP code as it came: universal_credit, employment_support_allowance_income_based … */
  readonly benefitType: Scalars['String']['output'];
  /** DWP code as it came: in_payment, decision_entitled, active … */
  readonly status: Maybe<Scalars['String']['output']>;
  /** First day of the claim. */
  readonly startDate: Maybe<Scalars['Date']['output']>;
  /** Last day. Null while it lasts. */
  readonly endDate: Maybe<Scalars['Date']['output']>;
  /** Day on which DWP decided it. */
  readonly decisionDate: Maybe<Scalars['Date']['output']>;
  /** What was awarded on the claim. */
  readonly awards: ReadonlyArray<BenefitAward>;
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** One award of a claim. */
export type BenefitAward = {
  /** For one assessment or payment period. */
  readonly amount: Maybe<Scalars['Pence']['output']>;
  /** First day of the period. */
  readonly startDate: Maybe<Scalars['Date']['output']>;
  /** Last day of the period. */
  readonly endDate: Maybe<Scalars['Date']['output']>;
  /** DWP code as it came: live … */
  readonly status: Maybe<Scalars['String']['output']>;
};

/** Conditionality regimes of the claims, as they came. */
export type Conditionality = {
  /** One for each claim that has one. */
  readonly regimes: ReadonlyArray<ConditionalityRegime>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** The regime of one claim. */
export type ConditionalityRegime = {
  /** DWP code of the claim, as it came. */
  readonly benefitType: Scalars['String']['output'];
  /** DWP words as they came: Searching for work, Preparing for work, No work requirements … */
  readonly regime: Scalars['String']['output'];
};

/**
 * What can be waited for, over a WebSocket (graphql-transport-ws) or server-sent events. Each event is decided, section by section, and recorded
 * when it is delivered: what a caller may see then, not what they could see when they subscribed.
 */
export type Subscription = {
  /** A case that the caller's organisation runs, or has taken on an action in, was opened or changed, and the caller may see the person's support. Decided and recorded when it is delivered. */
  readonly caseChanged: Case;
  /** Something that the client who waits is told without asking, the moment it happens. Decided and recorded when it is delivered. It goes by no other way: who reads a client's messages, letters and e-mails is not known here. */
  readonly noticeGiven: Notice;
  /** A referral in which the caller's organisation takes part was sent or moved, and the caller may be told how it stands. Decided and recorded when it is delivered. */
  readonly referralChanged: TrackedReferral;
  /** A task that comes into the queue of the caller's organisation and part: raised, handed on, or escalated. */
  readonly taskRaised: Task;
};

/**
 * What can be waited for, over a WebSocket (graphql-transport-ws) or server-sent events. Each event is decided, section by section, and recorded
 * when it is delivered: what a caller may see then, not what they could see when they subscribed.
 */
export type SubscriptionCaseChangedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * What can be waited for, over a WebSocket (graphql-transport-ws) or server-sent events. Each event is decided, section by section, and recorded
 * when it is delivered: what a caller may see then, not what they could see when they subscribed.
 */
export type SubscriptionReferralChangedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * What can be waited for, over a WebSocket (graphql-transport-ws) or server-sent events. Each event is decided, section by section, and recorded
 * when it is delivered: what a caller may see then, not what they could see when they subscribed.
 */
export type SubscriptionTaskRaisedArgs = {
  kind?: InputMaybe<TaskKind>;
};

/** Where a case stands, or that it may not be told. */
export type CaseProgressResult = CaseProgress | Withheld;

/** Assessments, or that they may not be told. */
export type CaseAssessmentsResult = CaseAssessments | Withheld;

/** A plan, or that it may not be told. */
export type CasePlanResult = CasePlan | Withheld;

/** Interventions, or that they may not be told. */
export type CaseInterventionsResult = CaseInterventions | Withheld;

/** Needs, or that they may not be told. */
export type CaseNeedsResult = CaseNeeds | Withheld;

/** Snapshots, or that they may not be told. */
export type CaseSnapshotsResult = CaseSnapshots | Withheld;

/** Open, or ended. */
export type CaseStatus =
  /** Under way. */
  | 'OPEN'
  /** Ended. */
  | 'DISCHARGED';

/** Where a case stands. */
export type CaseProgress = {
  /** Open, or ended. */
  readonly status: CaseStatus;
  /** Code of the stream. */
  readonly stream: Scalars['String']['output'];
  /** Code of the area. Null where the person's location is restricted and the caller does not run the case. */
  readonly area: Maybe<Scalars['String']['output']>;
  /** Everybody who was accountable, oldest first. The last one is, while the case is open. */
  readonly accountable: ReadonlyArray<AccountablePerson>;
  /** Whole days since it was opened, to its end or today. */
  readonly daysUsed: Scalars['Int']['output'];
  /** Null where the programme is open-ended. */
  readonly plannedEndOn: Maybe<Scalars['Date']['output']>;
  /** To the planned end or the programme's own last day, whichever is sooner; negative where that is past. Null where there is none, and for a closed case. */
  readonly daysLeft: Maybe<Scalars['Int']['output']>;
  /** The days on which somebody is to be warned of the end. */
  readonly warningsOn: ReadonlyArray<Scalars['Date']['output']>;
  /** Whether such a day has come. */
  readonly warned: Scalars['Boolean']['output'];
  /** Whether the end is past. */
  readonly overdue: Scalars['Boolean']['output'];
  /** The programme's own last day for every case. */
  readonly closesOn: Maybe<Scalars['Date']['output']>;
  /** How the end was put off. */
  readonly extensions: ReadonlyArray<CaseExtension>;
  /** How it ended. Null while it is open. */
  readonly discharge: Maybe<CaseDischarge>;
};

/** Somebody who is or was accountable. */
export type AccountablePerson = {
  /** Their name in access tokens. */
  readonly subject: Scalars['String']['output'];
  /** Code of the role. */
  readonly role: Scalars['String']['output'];
  /** Since when. */
  readonly from: Scalars['DateTime']['output'];
  /** Until when. Null while they are. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
  /** Why it became theirs. */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** One putting-off of the end. */
export type CaseExtension = {
  /** When it was decided. */
  readonly at: Scalars['DateTime']['output'];
  /** Code of the programme's reason. */
  readonly reason: Scalars['String']['output'];
  /** The end before. */
  readonly from: Scalars['Date']['output'];
  /** The end after. */
  readonly to: Scalars['Date']['output'];
};

/** How a case ended. */
export type CaseDischarge = {
  /** When. */
  readonly on: Scalars['Date']['output'];
  /** Code of the programme's reason. */
  readonly reason: Scalars['String']['output'];
  /** Of the closed list, so that endings can be compared. */
  readonly kind: DischargeKind;
  /** Where the person went on to. */
  readonly destination: Maybe<Scalars['String']['output']>;
  /** Whether it was one of many that ended for one reason. */
  readonly inBulk: Scalars['Boolean']['output'];
};

/** The versions of the holistic assessment. */
export type CaseAssessments = {
  /** Oldest first; none is overwritten. */
  readonly versions: ReadonlyArray<CaseAssessment>;
};

/** One version of the holistic assessment. */
export type CaseAssessment = {
  /** 1, 2, 3 … */
  readonly number: Scalars['Int']['output'];
  /** When it was taken. */
  readonly at: Scalars['DateTime']['output'];
  /** Who took it. */
  readonly by: Scalars['String']['output'];
  /** What mainly stands in the way. Null where the caller may not see the kind of condition that it is. */
  readonly mainBarrier: Maybe<CaseBarrier>;
  /** What else does, as far as the caller may see it. */
  readonly otherBarriers: ReadonlyArray<CaseBarrier>;
  /** What was found, by domain. Empty for callers who do not run the case: it can name a condition. */
  readonly domains: ReadonlyArray<CaseAssessmentDomain>;
  /** The kinds of condition that the caller may not see, whether or not there are any. */
  readonly withheld: ReadonlyArray<Withheld>;
};

/** Something that stands between a person and work: the Labour Force Survey's health problems, and others. */
export type CaseBarrier = {
  /** Its code. */
  readonly code: Barrier;
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** SNOMED CT concepts that count as it. */
  readonly snomed: ReadonlyArray<Scalars['String']['output']>;
};

/** What stands in the way. The first eighteen are the health problems of the Labour Force Survey. */
export type Barrier =
  /** Problems with arms or hands. */
  | 'ARMS_OR_HANDS'
  /** Problems with legs or feet. */
  | 'LEGS_OR_FEET'
  /** Problems with back or neck. */
  | 'BACK_OR_NECK'
  /** Difficulty in seeing. */
  | 'SEEING'
  /** Difficulty in hearing. */
  | 'HEARING'
  /** A speech impediment. */
  | 'SPEECH'
  /** Severe disfigurement, skin conditions, allergies. */
  | 'SKIN_OR_ALLERGIES'
  /** Chest or breathing problems. */
  | 'CHEST_OR_BREATHING'
  /** Heart, blood pressure or circulation problems. */
  | 'HEART_OR_CIRCULATION'
  /** Stomach, liver, kidney or digestive problems. */
  | 'STOMACH_OR_DIGESTION'
  /** Diabetes. */
  | 'DIABETES'
  /** Depression, bad nerves or anxiety. */
  | 'DEPRESSION_OR_ANXIETY'
  /** Epilepsy. */
  | 'EPILEPSY'
  /** Severe or specific learning difficulties. */
  | 'LEARNING_DIFFICULTIES'
  /** Autism. */
  | 'AUTISM'
  /** Mental illness, phobias, panics or other nervous disorders. */
  | 'MENTAL_ILLNESS'
  /** Progressive illness not included elsewhere. */
  | 'PROGRESSIVE_ILLNESS'
  /** Other health problems or disabilities. */
  | 'OTHER_HEALTH'
  /** Caring for others. */
  | 'CARING'
  /** Housing. */
  | 'HOUSING'
  /** Money or debt. */
  | 'MONEY_OR_DEBT'
  /** Transport. */
  | 'TRANSPORT'
  /** Skills or qualifications. */
  | 'SKILLS'
  /** Confidence. */
  | 'CONFIDENCE'
  /** The job, the workplace or the employer. */
  | 'WORKPLACE'
  /** Something else. */
  | 'OTHER';

/** What was found in one domain. */
export type CaseAssessmentDomain = {
  /** Code of the programme's domain. */
  readonly domain: Scalars['String']['output'];
  /** In words. */
  readonly findings: Scalars['String']['output'];
  /** On the programme's own scale. */
  readonly score: Maybe<Scalars['Float']['output']>;
};

/** What is to be done. */
export type CasePlan = {
  /** Oldest first; none is overwritten. */
  readonly versions: ReadonlyArray<CasePlanVersion>;
  /** What organisations of both sectors have taken on. */
  readonly actions: ReadonlyArray<CaseAction>;
};

/** One version of a plan. */
export type CasePlanVersion = {
  /** 1, 2, 3 … */
  readonly number: Scalars['Int']['output'];
  /** When it was agreed. */
  readonly at: Scalars['DateTime']['output'];
  /** Who wrote it. */
  readonly by: Scalars['String']['output'];
  /** Code of the programme's kind of plan. */
  readonly type: Scalars['String']['output'];
  /** Goals of both journeys side by side. */
  readonly goals: ReadonlyArray<CaseGoal>;
};

/** One goal. */
export type CaseGoal = {
  /** Of which journey. */
  readonly kind: GoalKind;
  /** In words. Null where the person's location is restricted and the caller does not run the case. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  readonly state: ProgressState;
  /** By when. */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** How sure the person is, 0 to 10. */
  readonly confidence: Maybe<Scalars['Int']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** What a goal is for. */
export type GoalKind =
  /** Health and wellbeing. */
  | 'HEALTH'
  /** Stay in work. */
  | 'STAY_IN_WORK'
  /** Return to work. */
  | 'RETURN_TO_WORK'
  /** Find work. */
  | 'FIND_WORK'
  /** Training. */
  | 'TRAINING'
  /** A voluntary position. */
  | 'VOLUNTEERING'
  /** What stands around health and work. */
  | 'SOCIAL';

/** How far something has come. */
export type ProgressState =
  /** Not begun. */
  | 'OPEN'
  /** Begun. */
  | 'UNDER_WAY'
  /** Reached. */
  | 'ACHIEVED'
  /** Reached in part. */
  | 'PARTLY_ACHIEVED'
  /** Not reached. */
  | 'NOT_ACHIEVED'
  /** Given up. */
  | 'CANCELLED';

/** Something that one organisation has taken on. */
export type CaseAction = {
  /** Opaque and pairwise. */
  readonly id: Scalars['ID']['output'];
  /** In words. Null where the person's location is restricted and the caller does not run the case. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Of which journey. */
  readonly strand: Strand;
  /** Which organisation has it. */
  readonly owner: Scalars['String']['output'];
  /** By when. */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** How far it has come. */
  readonly state: ProgressState;
  /** Since when. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** Interventions and onward referrals. */
export type CaseInterventions = {
  /** In the order in which they were asked for. */
  readonly interventions: ReadonlyArray<CaseIntervention>;
};

/** One intervention. */
export type CaseIntervention = {
  /** Opaque and pairwise. */
  readonly id: Scalars['ID']['output'];
  /** Code of the programme's category. */
  readonly category: Scalars['String']['output'];
  /** Whether the programme fast-tracks it. */
  readonly fastTrack: Scalars['Boolean']['output'];
  /** Who gives it. */
  readonly provider: Maybe<Scalars['String']['output']>;
  /** Given inside the service, and not by referral to an outside provider. */
  readonly integrated: Scalars['Boolean']['output'];
  /** What it is to help with. Null where nothing is named, and where the caller may not see the kind of condition that it is. */
  readonly barrier: Maybe<Barrier>;
  /** How far it has come. */
  readonly state: InterventionState;
  /** When it was asked for. */
  readonly requestedOn: Scalars['Date']['output'];
  /** When it was accepted. */
  readonly acceptedOn: Maybe<Scalars['Date']['output']>;
  /** When it was first attended. */
  readonly firstAttendedOn: Maybe<Scalars['Date']['output']>;
  /** When it was completed. */
  readonly completedOn: Maybe<Scalars['Date']['output']>;
  /** Whole days from being asked for to being first attended. Null until then. */
  readonly waitedDays: Maybe<Scalars['Int']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** How far an intervention has come. */
export type InterventionState =
  /** Asked for. */
  | 'REQUESTED'
  /** Somebody gives it. */
  | 'ACCEPTED'
  /** Nobody gives it, or the person did not want it. */
  | 'DECLINED'
  /** First attended. */
  | 'ATTENDED'
  /** Over, as intended. */
  | 'COMPLETED'
  /** Over, before it was completed. */
  | 'CLOSED';

/** How the person can be reached without harm, and what they need. */
export type CaseNeeds = {
  /** Null where nobody recorded it: then send nothing. */
  readonly safeContact: Maybe<CaseSafeContact>;
  /** Interpreter, step-free access, somebody with them … */
  readonly access: ReadonlyArray<Scalars['String']['output']>;
  /** Whether researchers may ask the person: another question than care. */
  readonly mayContactForResearch: Scalars['Boolean']['output'];
};

/** How the person can be reached without harm. */
export type CaseSafeContact = {
  /** By which way. */
  readonly mode: ContactMode;
  /** A number or address. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Whether a message may be left. */
  readonly mayLeaveMessage: Scalars['Boolean']['output'];
  /** When. */
  readonly times: Maybe<Scalars['String']['output']>;
  /** What else to know. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** Employment and absence at the programme's points. */
export type CaseSnapshots = {
  /** In the order in which they were kept; none is overwritten. */
  readonly snapshots: ReadonlyArray<EmploymentSnapshot>;
};

/** Employment and absence on one day. */
export type EmploymentSnapshot = {
  /** At which point. */
  readonly point: SnapshotPoint;
  /** The day that it speaks of. */
  readonly on: Scalars['Date']['output'];
  /** When it was written down. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** NHS Talking Therapies EMPLOYMENT STATUS: 01 employed, 02 seeking work, 03 student, 04 long-term sick, 05 homemaker, 06 not seeking, 07 voluntary work, 08 retired, ZZ not stated. */
  readonly employmentStatus: Scalars['String']['output'];
  /** Hours a week. */
  readonly hoursPerWeek: Maybe<Scalars['Float']['output']>;
  /** Off sick, for somebody in work. */
  readonly absent: Maybe<Scalars['Boolean']['output']>;
  /** The day on which the absence began. */
  readonly absentSince: Maybe<Scalars['Date']['output']>;
  /** Days of absence. */
  readonly daysAbsent: Maybe<Scalars['Int']['output']>;
};

/** Narrows a list of cases. At most one of `manager`, `programme` and `endingBefore`. */
export type CaseFilter = {
  /** Open, or ended. */
  readonly status?: CaseStatus;
  /** Whoever is accountable, by their name in access tokens. */
  readonly manager?: InputMaybe<Scalars['String']['input']>;
  /** The programme's id. */
  readonly programme?: InputMaybe<Scalars['ID']['input']>;
  /** Planned to end before this day. */
  readonly endingBefore?: InputMaybe<Scalars['Date']['input']>;
};

/** A page of cases (Relay cursor connection). */
export type CaseConnection = {
  /** The cases of this page. */
  readonly edges: ReadonlyArray<CaseEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Present where the caller may not see them; `edges` is then empty. */
  readonly withheld: Maybe<Withheld>;
};

/** One case of a page. */
export type CaseEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The case. */
  readonly node: Case;
};

/** A page of what another version would change. */
export type VersionChangeConnection = {
  /** The cases of this page that it would treat differently: fewer than were looked through. */
  readonly edges: ReadonlyArray<VersionChangeEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One case of a page. */
export type VersionChangeEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** What would change. */
  readonly node: VersionChange;
};

/** What another version would change for one case. */
export type VersionChange = {
  /** The case. */
  readonly case: Case;
  /** What differs. */
  readonly difference: VersionDifference;
};

/** What two versions of a programme say of one case, decided on the facts that it was opened with. */
export type VersionDifference = {
  /** The version that it is on. */
  readonly from: Scalars['Date']['output'];
  /** The other one. */
  readonly to: Scalars['Date']['output'];
  /** What its own version says of its stream. */
  readonly outcome: EligibilityOutcome;
  /** What the other one says. Null where it has no such stream. */
  readonly otherOutcome: Maybe<EligibilityOutcome>;
  /** When its own version has it end, extensions left out. Null: open-ended. */
  readonly plannedEndOn: Maybe<Scalars['Date']['output']>;
  /** When the other one has. */
  readonly otherPlannedEndOn: Maybe<Scalars['Date']['output']>;
};

/** For whom a case is opened, and in what. */
export type OpenCaseInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A client id as the caller was given it. Left out where a referral is named. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  /** A referral id as the caller was given it, that the caller's organisation has accepted. */
  readonly referral?: InputMaybe<Scalars['ID']['input']>;
  /** The programme's id. Left out where a referral is named. */
  readonly programme?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the stream. Left out: the one that the gateway chose for the referral. */
  readonly stream?: InputMaybe<Scalars['String']['input']>;
  /** Code of the area. Left out: the referral's. */
  readonly area?: InputMaybe<Scalars['String']['input']>;
  /** What eligibility was decided on: kept with the case, and read where the planned end depends on it. */
  readonly facts?: EligibilityFactsInput;
  /** Who is accountable, by their name in access tokens. Default: the caller. */
  readonly manager?: InputMaybe<Scalars['String']['input']>;
  /** Code of their role. Default: the programme's first that is accountable. */
  readonly role?: InputMaybe<Scalars['String']['input']>;
};

/** Which case, and who is to be accountable. */
export type AssignCaseInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** Their name in access tokens. */
  readonly manager: Scalars['String']['input'];
  /** Code of their role. Default: as before. */
  readonly role?: InputMaybe<Scalars['String']['input']>;
  /** Why, up to 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Which case is put off, and why. */
export type ExtendCaseInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** Code of the programme's reason. */
  readonly reason: Scalars['String']['input'];
};

/** What was found. */
export type AssessCaseInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** What mainly stands in the way. */
  readonly mainBarrier: Barrier;
  /** What else does. */
  readonly otherBarriers?: ReadonlyArray<Barrier>;
  /** By domain; each once. */
  readonly domains: ReadonlyArray<CaseAssessmentDomainInput>;
};

/** What was found in one domain. */
export type CaseAssessmentDomainInput = {
  /** Code of the programme's domain. */
  readonly domain: Scalars['String']['input'];
  /** 1 to 2,000 characters. */
  readonly findings: Scalars['String']['input'];
  /** On the programme's own scale. */
  readonly score?: InputMaybe<Scalars['Float']['input']>;
};

/** What is to be done. */
export type PlanCaseInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** Code of the programme's kind of plan. */
  readonly type: Scalars['String']['input'];
  /** At least one. */
  readonly goals: ReadonlyArray<CaseGoalInput>;
};

/** One goal. */
export type CaseGoalInput = {
  /** Of which journey. */
  readonly kind: GoalKind;
  /** 1 to 2,000 characters. */
  readonly description: Scalars['String']['input'];
  /** How far it has come. */
  readonly state?: ProgressState;
  /** By when. */
  readonly dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** How sure the person is, 0 to 10. */
  readonly confidence?: InputMaybe<Scalars['Int']['input']>;
};

/** An action to be taken on. */
export type AddCaseActionInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** 1 to 2,000 characters. */
  readonly description: Scalars['String']['input'];
  /** Of which journey. */
  readonly strand: Strand;
  /** Which organisation has it: ODS code or the hub's own. Default: the caller's. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** By when. */
  readonly dueOn?: InputMaybe<Scalars['Date']['input']>;
};

/** How far an action has come. */
export type MoveCaseActionInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** An action id as the caller was given it. */
  readonly action: Scalars['ID']['input'];
  /** How far. */
  readonly state: ProgressState;
};

/** What support is asked for. */
export type RequestInterventionInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** Code of the programme's category. */
  readonly category: Scalars['String']['input'];
  /** Who is to give it, up to 200 characters. */
  readonly provider: Scalars['String']['input'];
  /** Given inside the service, and not by referral to an outside provider. */
  readonly integrated: Scalars['Boolean']['input'];
  /** What it is to help with. */
  readonly barrier?: InputMaybe<Barrier>;
  /** When it was asked for. Default: today. */
  readonly requestedOn?: InputMaybe<Scalars['Date']['input']>;
};

/** How far an intervention has come. */
export type MoveInterventionInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** An intervention id as the caller was given it. */
  readonly intervention: Scalars['ID']['input'];
  /** Its next state; REQUESTED is none. */
  readonly state: InterventionState;
  /** When that was. Default: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
};

/** How the person can be reached and what they need. */
export type RecordCaseNeedsInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** How the person can be reached without harm. */
  readonly safeContact?: InputMaybe<CaseSafeContactInput>;
  /** Interpreter, step-free access, somebody with them …; each up to 200 characters. */
  readonly access?: ReadonlyArray<Scalars['String']['input']>;
  /** Whether researchers may ask the person. */
  readonly mayContactForResearch?: Scalars['Boolean']['input'];
};

/** How the person can be reached without harm. */
export type CaseSafeContactInput = {
  /** By which way. */
  readonly mode: ContactMode;
  /** A number or address, up to 200 characters. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** Whether a message may be left. */
  readonly mayLeaveMessage?: Scalars['Boolean']['input'];
  /** When, up to 200 characters. */
  readonly times?: InputMaybe<Scalars['String']['input']>;
  /** What else to know, up to 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** How things stand on one day. */
export type RecordEmploymentSnapshotInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** At which point. */
  readonly point: SnapshotPoint;
  /** The day that it speaks of. Default: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** NHS Talking Therapies EMPLOYMENT STATUS: 01 to 08, or ZZ. */
  readonly employmentStatus: Scalars['String']['input'];
  /** Hours a week, 0 to 168. */
  readonly hoursPerWeek?: InputMaybe<Scalars['Float']['input']>;
  /** Off sick, for somebody in work. */
  readonly absent?: InputMaybe<Scalars['Boolean']['input']>;
  /** The day on which the absence began: only for somebody who is absent, and not after `on`. */
  readonly absentSince?: InputMaybe<Scalars['Date']['input']>;
  /** Days of absence. */
  readonly daysAbsent?: InputMaybe<Scalars['Int']['input']>;
};

/** Which case ends, and why. */
export type DischargeCaseInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** Code of the programme's reason. */
  readonly reason: Scalars['String']['input'];
  /** When. Default: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** Where the person goes on to, up to 200 characters. */
  readonly destination?: InputMaybe<Scalars['String']['input']>;
};

/** Which cases end, and why. */
export type DischargeCasesInput = {
  /** As in `OpenCaseInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** 1 to 50 case ids as the caller was given them. */
  readonly cases: ReadonlyArray<Scalars['ID']['input']>;
  /** Code of the programme's reason: one for all. */
  readonly reason: Scalars['String']['input'];
  /** When. Default: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
};

/** The case as it is now, or why nothing was stored. */
export type CaseResult = CaseChanged | CaseRefused;

/** What became of each case, or why nothing was begun. */
export type DischargeCasesResult = CasesDischarged | CaseRefused;

/** The change is stored durably. */
export type CaseChanged = {
  /** As it is now. */
  readonly case: Case;
};

/** What became of each case. */
export type CasesDischarged = {
  /** In the order of the input. */
  readonly results: ReadonlyArray<CaseResult>;
};

/** Why nothing was stored. */
export type CaseRefusalReason =
  /** No such case, client or referral for this caller. */
  | 'NOT_FOUND'
  /** This caller may not change this case. */
  | 'NOT_PERMITTED'
  /** The programme has nothing of the kind. */
  | 'NOT_IN_PROGRAMME'
  /** The case has ended. */
  | 'CASE_CLOSED'
  /** It is so already. */
  | 'ALREADY_RECORDED'
  /** Its time has not come. */
  | 'TOO_EARLY'
  /** The programme allows no more. */
  | 'TOO_MANY'
  /** There is no place left. */
  | 'FULL'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** Somebody changed it meanwhile: read it again. */
  | 'CHANGED_MEANWHILE';

/** Nothing was stored. */
export type CaseRefused = {
  /** Why. */
  readonly reason: CaseRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/** Names one client. Exactly one field. */
export type ClientLookup =
  /** A client id as this caller's organisation was given it. Another organisation's id for the same person names nobody. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly nhsNumber?: never;
    } /** The current number or one that it replaced. */
  | { readonly id?: never; readonly nhsNumber: Scalars['NHSNumber']['input'] };

/** Narrows a list by what the caller's organisation knows of its own work. It cannot touch what the caller may not read. */
export type ClientFilter = {
  /** Relationship began on or after this day. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Relationship began before this day. */
  readonly before?: InputMaybe<Scalars['Date']['input']>;
};

/** A page of clients (Relay cursor connection). */
export type ClientConnection = {
  /** The clients of this page. */
  readonly edges: ReadonlyArray<ClientEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One client of a page. */
export type ClientEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The client. */
  readonly node: Client;
};

/** Where a page stands (Relay PageInfo). */
export type PageInfo = {
  /** Whether there is more behind this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for behind another. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item. Null where the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** Where the next page begins: give it as `after`. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** A consent that was recorded elsewhere. */
export type ImportConsentInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A client id as the caller was given it. The resource's patient must be the same person. */
  readonly client: Scalars['ID']['input'];
  /** FHIR R4 Consent, JSON, up to 50,000 characters. Actors by identifier: ODS code, or a Practitioner with the assigner's. */
  readonly resource: Scalars['String']['input'];
  /** How it was given. */
  readonly evidence: ConsentEvidenceInput;
};

/** The stored consent, why the resource cannot be read to a meaning, or why nothing was stored. */
export type ImportConsentResult = ConsentImported | RepresentationProposed | ConsentNotRead | ConsentRefused;

/** The consent is stored durably. */
export type ConsentImported = {
  /** As it was stored. */
  readonly consent: Consent;
  /** FHIRPath of what was left out because nothing here corresponds to it: purposes that nobody can ask for here. The consent says no more without it. */
  readonly leftOut: ReadonlyArray<Scalars['String']['output']>;
  /** FHIRPath of what the resource leaves open and the policy that it refers to (`Consent.policy.uri`) says, where the hub knows that policy. */
  readonly fromPolicy: ReadonlyArray<Scalars['String']['output']>;
};

/** The resource is no consent to data: it lets somebody act for the patient. Nothing is stored until it is recorded with `recordRepresentative`. */
export type RepresentationProposed = {
  /** What `recordRepresentative` would take, but for the name and what was seen of it: the most that the policy lets this authority reach. */
  readonly proposal: ProposedRepresentative;
};

/** Who would act for the client, as far as a resource and the policy say. */
export type ProposedRepresentative = {
  /** The representative's own, as the resource says. */
  readonly nhsNumber: Scalars['NHSNumber']['output'];
  /** On what. */
  readonly authority: RepresentativeAuthority;
  /** All that this authority can reach; record what the evidence shows. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** All that this authority can reach; record what the evidence shows. */
  readonly acts: ReadonlyArray<RepresentativeAct>;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day. Null: the resource names none. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** The resource was not taken in: nothing is guessed. */
export type ConsentNotRead = {
  /** Everything that stands against it. */
  readonly faults: ReadonlyArray<ConsentFault>;
};

/** One thing that stands against a resource. */
export type ConsentFault = {
  /** What. */
  readonly code: ConsentFaultCode;
  /** FHIRPath of the element at fault. */
  readonly at: Scalars['String']['output'];
};

/** What can stand against a resource. */
export type ConsentFaultCode =
  /** It is no FHIR R4 Consent. */
  | 'NOT_A_CONSENT'
  /** It has a modifier that the hub does not know, which may turn its meaning round. */
  | 'UNKNOWN_MODIFIER'
  /** Its status is another than active. */
  | 'NOT_ACTIVE'
  /** Its scope is not patient-privacy. */
  | 'NOT_ABOUT_PRIVACY'
  /** It records a refusal under `status: active`. */
  | 'REFUSAL_UNDER_ACTIVE'
  /** It records a revocation under `status: active`. */
  | 'REVOCATION_UNDER_ACTIVE'
  /** It is active past its end. */
  | 'PAST_ITS_END'
  /** A rule does not say whether it permits or denies. */
  | 'TYPE_MISSING'
  /** Two rules side by side say yes and no to the same. */
  | 'CLASHING_RULES'
  /** A nested rule is of the type of what stands around it: it adds, and must be a consent of its own. */
  | 'NOT_AN_EXCEPTION'
  /** A permit names nobody, and would permit everybody. */
  | 'PERMIT_WITHOUT_ACTOR'
  /** A permit names no purpose. */
  | 'PERMIT_WITHOUT_PURPOSE'
  /** A permit names no category of data. */
  | 'PERMIT_WITHOUT_CATEGORY'
  /** None of its purposes is one of the hub. */
  | 'PURPOSE_UNKNOWN'
  /** An actor is not named by an identifier that the hub can tell. */
  | 'ACTOR_UNKNOWN'
  /** A class is no category of the hub, or class and label leave nothing. */
  | 'CATEGORY_UNKNOWN'
  /** A security label is not in the hub's lists. */
  | 'LABEL_UNKNOWN'
  /** A rule about single records, which the hub does not keep. */
  | 'SINGLE_RECORDS_NOT_SUPPORTED'
  /** An element that would narrow the rule and that the hub does not keep. */
  | 'ELEMENT_NOT_SUPPORTED'
  /** A period is not of whole days, or ends before it begins. */
  | 'PERIOD_NOT_READABLE'
  /** Exceptions nest deeper than 4. */
  | 'NESTED_TOO_DEEP'
  /** The legal basis is none that the hub knows. */
  | 'LEGAL_BASIS_UNKNOWN'
  /** It leaves something open to a policy whose meaning the hub does not know. */
  | 'BASE_POLICY_UNKNOWN'
  /** Its patient is not named by NHS number, or is another person. */
  | 'OTHER_PATIENT';

/** The newest version of one consent. */
export type Consent = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** 1 when recorded; a withdrawal is a new version. Versions are never overwritten. */
  readonly version: Scalars['Int']['output'];
  /** Whether it was withdrawn. An active one may still be past its last day. */
  readonly status: ConsentStatus;
  /** Whether it says yes or no. */
  readonly effect: ConsentEffect;
  /** What it speaks of. Empty on a DENY: everything. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** Whom it names. Empty on a DENY: everybody. */
  readonly recipients: ReadonlyArray<ConsentRecipient>;
  /** What for. Empty on a DENY: whatever for. */
  readonly purposes: ReadonlyArray<Purpose>;
  /** What it does not hold for: each does the opposite of what stands around it. Where two of them disagree, the DENY holds. */
  readonly exceptions: ReadonlyArray<ConsentException>;
  /** The consents that it replaces, from its first day on and for good. Nothing else replaces a consent, a newer one neither. */
  readonly supersedes: ReadonlyArray<Scalars['ID']['output']>;
  /** The day on which the client said so. Null: not kept. */
  readonly givenOn: Maybe<Scalars['Date']['output']>;
  /** The one thing that it was given for. Null: no single thing. */
  readonly request: Maybe<ConsentRequest>;
  /** First day that it holds. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day that it holds. Null: until withdrawn. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
  /** Oldest day of the data that it speaks of. Null: any. */
  readonly dataFrom: Maybe<Scalars['Date']['output']>;
  /** Newest day of the data that it speaks of. Null: any. */
  readonly dataTo: Maybe<Scalars['Date']['output']>;
  /** How it was given. */
  readonly evidence: ConsentEvidence;
  /** On whose authority it was withdrawn, where not on the client's own word. Null: otherwise. */
  readonly withdrawnFor: Maybe<ActedFor>;
  /** When this version was stored. */
  readonly recordedAt: Scalars['DateTime']['output'];
};

/** Whether a consent stands. */
export type ConsentStatus =
  /** It stands, from its first day to its last. */
  | 'ACTIVE'
  /** It was withdrawn, for good: a new consent is needed. */
  | 'WITHDRAWN';

/** What a consent does. A DENY overrides every PERMIT, whatever their order. */
export type ConsentEffect =
  /** Yes: opens what the policy makes depend on consent. */
  | 'PERMIT'
  /** No: closes it, and what direct care would have opened. */
  | 'DENY';

/** Whom a consent names: an organisation, everyone of an audience, or one person of an organisation. */
export type ConsentRecipient = {
  /** ODS code or the hub's own. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** Everyone who plays this part, of any organisation that works with the client. */
  readonly audience: Maybe<Audience>;
  /** One person, and nobody else of their organisation. */
  readonly person: Maybe<ConsentPerson>;
};

/** One person whom a consent names. */
export type ConsentPerson = {
  /** The subject of the person's access tokens. */
  readonly subject: Scalars['String']['output'];
  /** ODS code, or the hub's own, of the organisation that the person acts for. */
  readonly organisation: Scalars['String']['output'];
  /** The issuer that must vouch for the person. Null: any that may. */
  readonly issuer: Maybe<Scalars['String']['output']>;
};

/** What a consent does not hold for. Its elements must all be met; one of several values in an element is enough; null is no limit. */
export type ConsentException = {
  /** What it does: the opposite of what stands around it. */
  readonly effect: ConsentEffect;
  /** What it speaks of. Null: whatever stands around it speaks of. */
  readonly categories: Maybe<ReadonlyArray<DataCategory>>;
  /** Whom it names. Null: everybody whom what stands around it names. */
  readonly recipients: Maybe<ReadonlyArray<ConsentRecipient>>;
  /** What for. Null: whatever stands around it is for. */
  readonly purposes: Maybe<ReadonlyArray<Purpose>>;
  /** First day that it holds. Null: from the beginning. */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** Last day that it holds. Null: to the end. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
  /** Oldest day of the data that it speaks of. Null: any. */
  readonly dataFrom: Maybe<Scalars['Date']['output']>;
  /** Newest day of the data that it speaks of. Null: any. */
  readonly dataTo: Maybe<Scalars['Date']['output']>;
  /** Exceptions to the exception. */
  readonly exceptions: ReadonlyArray<ConsentException>;
};

/** The one thing that an explicit consent was given for. Where the policy says so, the consent ends with it. */
export type ConsentRequest = {
  /** In words, or the other side's reference. */
  readonly what: Scalars['String']['output'];
  /** First day of a Universal Credit assessment period, where it is known: the consent lasts to the end of the one after that in which it was given. Null: for a month. */
  readonly assessmentPeriodFrom: Maybe<Scalars['Date']['output']>;
  /** The day on which it was done. Null: not yet. */
  readonly completedOn: Maybe<Scalars['Date']['output']>;
};

/** How a consent was given. */
export type ConsentEvidence = {
  /** In which way. */
  readonly method: ConsentMethod;
  /** The words that were shown or read to the client. */
  readonly wording: Scalars['String']['output'];
  /** BCP 47, e.g. en-GB, cy. */
  readonly language: Scalars['String']['output'];
  /** By whom. */
  readonly givenBy: ConsentGiver;
  /** Whether the client could decide the matter. Null: not asked at the time. */
  readonly capacity: Maybe<ClientCapacity>;
  /** On what authority, where a representative gave it. Null: the client gave it, or nobody kept whose word it was. */
  readonly representative: Maybe<ActedFor>;
};

/** The authority on which somebody acted for a client, as it then stood. */
export type ActedFor = {
  /** On what. */
  readonly authority: RepresentativeAuthority;
  /** Its last day. Null: none. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** In which way a consent was given. */
export type ConsentMethod =
  /** In words. */
  | 'SPOKEN'
  /** On paper. */
  | 'WRITTEN'
  /** On a screen. */
  | 'ELECTRONIC';

/** Who gave a consent. */
export type ConsentGiver =
  /** The person themselves. */
  | 'CLIENT'
  /** Somebody with the authority to decide for the client. */
  | 'REPRESENTATIVE';

/** Exactly one field. */
export type ConsentRecipientInput =
  /** ODS code or the hub's own: 2 to 40 letters, digits and hyphens. */
  | {
      readonly organisation: Scalars['String']['input'];
      readonly audience?: never;
      readonly person?: never;
    } /** Everyone who plays this part, of any organisation that works with the client. */
  | {
      readonly organisation?: never;
      readonly audience: Audience;
      readonly person?: never;
    } /** One person, and nobody else of their organisation. */
  | { readonly organisation?: never; readonly audience?: never; readonly person: ConsentPersonInput };

/** One person whom a consent names. */
export type ConsentPersonInput = {
  /** The subject of the person's access tokens: 1 to 200 characters. */
  readonly subject: Scalars['String']['input'];
  /** ODS code, or the hub's own, of the organisation that the person acts for. */
  readonly organisation: Scalars['String']['input'];
  /** The issuer that must vouch for the person. Default: any that may. */
  readonly issuer?: InputMaybe<Scalars['String']['input']>;
};

/** What a consent does not hold for. Something must be named; what is left out is no limit. */
export type ConsentExceptionInput = {
  /** What it speaks of. Default: whatever stands around it speaks of. */
  readonly categories?: InputMaybe<ReadonlyArray<DataCategory>>;
  /** Whom it names. Default: everybody whom what stands around it names. */
  readonly recipients?: InputMaybe<ReadonlyArray<ConsentRecipientInput>>;
  /** What for. Default: whatever stands around it is for. */
  readonly purposes?: InputMaybe<ReadonlyArray<Purpose>>;
  /** First day that it holds. Default: from the beginning. */
  readonly validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Last day that it holds. Default: to the end. */
  readonly validTo?: InputMaybe<Scalars['Date']['input']>;
  /** Oldest day of the data that it speaks of. Default: any. */
  readonly dataFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Newest day of the data that it speaks of. Default: any. */
  readonly dataTo?: InputMaybe<Scalars['Date']['input']>;
  /** Exceptions to the exception, up to 4 deep. */
  readonly exceptions?: InputMaybe<ReadonlyArray<ConsentExceptionInput>>;
};

/** The one thing that an explicit consent is given for. */
export type ConsentRequestInput = {
  /** In words, or the other side's reference: 1 to 500 characters. */
  readonly what: Scalars['String']['input'];
  /** First day of a Universal Credit assessment period up to that in which the consent is given. Default: nobody knows, and the consent lasts a month. */
  readonly assessmentPeriodFrom?: InputMaybe<Scalars['Date']['input']>;
};

/** How a consent was given. */
export type ConsentEvidenceInput = {
  /** In which way. */
  readonly method: ConsentMethod;
  /** 1 to 2,000 characters. */
  readonly wording: Scalars['String']['input'];
  /** BCP 47. */
  readonly language?: Scalars['String']['input'];
  /** By whom. Always REPRESENTATIVE where the caller acts for the client. */
  readonly givenBy?: ConsentGiver;
  /** Whether the client could decide the matter. Default: they could. */
  readonly capacity?: InputMaybe<ClientCapacity>;
  /** Whose word it is: a representative's id as the caller was given it. Needed with REPRESENTATIVE, unless the caller is the one. */
  readonly representative?: InputMaybe<Scalars['ID']['input']>;
};

/** What a client agreed to or refused. */
export type RecordConsentInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A client id as the caller was given it. */
  readonly client: Scalars['ID']['input'];
  /** Yes or no. */
  readonly effect?: ConsentEffect;
  /** At least one on a PERMIT; none on a DENY: everything. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** At least one on a PERMIT, which would permit everybody; none on a DENY: everybody. */
  readonly recipients: ReadonlyArray<ConsentRecipientInput>;
  /** At least one on a PERMIT; none on a DENY: whatever for. */
  readonly purposes: ReadonlyArray<Purpose>;
  /** What it does not hold for: each does the opposite of what stands around it. */
  readonly exceptions?: ReadonlyArray<ConsentExceptionInput>;
  /** Consent ids as the caller was given them: what this one replaces, from its first day on and for good. */
  readonly supersedes?: ReadonlyArray<Scalars['ID']['input']>;
  /** The day on which the client said so. Default: today. */
  readonly givenOn?: InputMaybe<Scalars['Date']['input']>;
  /** The one thing that it is for. Needed where the policy asks for explicit consent (DWP's claims). */
  readonly request?: InputMaybe<ConsentRequestInput>;
  /** Default: today. */
  readonly validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Last day that it holds. Default: until withdrawn. */
  readonly validTo?: InputMaybe<Scalars['Date']['input']>;
  /** Oldest day of the data that it speaks of. Default: any. */
  readonly dataFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Newest day of the data that it speaks of. Default: any. */
  readonly dataTo?: InputMaybe<Scalars['Date']['input']>;
  /** How it was given. */
  readonly evidence: ConsentEvidenceInput;
};

/** Which consent to withdraw. */
export type WithdrawConsentInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A consent id as the caller was given it. */
  readonly consent: Scalars['ID']['input'];
  /** The client's reason, if they gave one; up to 500 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** From staff, where it is the word of somebody who acts for the client: who, by the id that `Client.representatives` gives. */
  readonly representative?: InputMaybe<Scalars['ID']['input']>;
};

/** Of which consent the request is done. */
export type CompleteConsentRequestInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A consent id as the caller was given it. */
  readonly consent: Scalars['ID']['input'];
};

/** The consent with its request done, or why nothing was stored. */
export type CompleteConsentRequestResult = ConsentRequestCompleted | ConsentRefused;

/** It is stored durably and in force. */
export type ConsentRequestCompleted = {
  /** Its new version. */
  readonly consent: Consent;
};

/** The stored consent, or why nothing was stored. */
export type RecordConsentResult = ConsentRecorded | ConsentRefused;

/** The withdrawn consent, or why nothing was stored. */
export type WithdrawConsentResult = ConsentWithdrawn | ConsentRefused;

/** The consent is stored durably. */
export type ConsentRecorded = {
  /** As it was stored. */
  readonly consent: Consent;
};

/** The withdrawal is stored durably and in force. */
export type ConsentWithdrawn = {
  /** Its new version. */
  readonly consent: Consent;
  /** What it came to. */
  readonly receipt: WithdrawalReceipt;
};

/** Why nothing was stored. */
export type ConsentRefusalReason =
  /** No such client or consent for this caller. */
  | 'NOT_FOUND'
  /** This caller may not record or withdraw for this client. */
  | 'NOT_PERMITTED'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** The consent is already withdrawn. */
  | 'ALREADY_WITHDRAWN'
  /** Somebody changed it meanwhile: read it again. */
  | 'CHANGED_MEANWHILE'
  /** Nobody is known to act for the client under that id. */
  | 'REPRESENTATIVE_UNKNOWN'
  /** The representative's authority does not cover the day, or the consent would outlast it. */
  | 'REPRESENTATIVE_ENDED'
  /** The representative's authority does not cover this. */
  | 'REPRESENTATIVE_OUT_OF_SCOPE'
  /** Whoever said it could not decide it: a client without the capacity, or a representative whose authority does not count while the client has it. */
  | 'CAPACITY';

/** Nothing was stored. */
export type ConsentRefused = {
  /** Why. */
  readonly reason: ConsentRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/**
 * What a withdrawal came to, computed by the same decision that everybody meets from now on. Answers under way and subscriptions are decided
 * anew before their next byte leaves. Whoever withdrew for a client sees what concerns their own organisation.
 */
export type WithdrawalReceipt = {
  /** Since when. */
  readonly withdrawnAt: Scalars['DateTime']['output'];
  /** Who sees less, of what, for what. */
  readonly stopped: ReadonlyArray<EffectChange>;
  /** How many subscriptions of these people run in the hub process that answers and could show it: each is decided anew with every event, and shows it no more. */
  readonly subscriptions: Scalars['Int']['output'];
  /** What the hub kept going for the client between requests, and what became of it: every source of what the consent spoke of. */
  readonly feeds: ReadonlyArray<FeedEnd>;
  /** The organisations that were told, each by a task for its privacy officer: what runs on the consent in their own systems must end. */
  readonly told: ReadonlyArray<Scalars['String']['output']>;
  /** What those whom the consent named still see of what it spoke of, and on what basis. */
  readonly remaining: ReadonlyArray<RemainingAccess>;
};

/** What became of one thing that the hub kept going for a client. */
export type FeedEnd = {
  /** The source, by adapter name. */
  readonly source: Scalars['String']['output'];
  /** Whether it ended. */
  readonly what: FeedOutcome;
  /** Why, in words. */
  readonly because: Scalars['String']['output'];
};

/** What a withdrawal does to what the hub keeps going for a client. */
export type FeedOutcome =
  /** It ended. */
  | 'ENDED'
  /** It goes on: it does not rest on the consent. */
  | 'KEPT'
  /** There was nothing to end: the hub keeps nothing of this source between requests. What the source itself holds, it holds on a basis of its own. */
  | 'NOTHING_KEPT';

/** Something that somebody still sees after a withdrawal. */
export type RemainingAccess = {
  /** Null: any organisation that works with the client. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** The part that they play. */
  readonly audience: Audience;
  /** What for. */
  readonly purpose: Purpose;
  /** What they still see. */
  readonly category: DataCategory;
  /** On what basis. */
  readonly basis: Basis;
  /** Id of the policy rule. */
  readonly rule: Scalars['String']['output'];
};

/** A page of correction requests (Relay cursor connection). */
export type CorrectionRequestConnection = {
  /** The requests of this page. */
  readonly edges: ReadonlyArray<CorrectionRequestEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Present where the caller may see none of them. */
  readonly withheld: Maybe<Withheld>;
};

/** One request of a page. */
export type CorrectionRequestEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The request. */
  readonly node: CorrectionRequest;
};

/** Where a correction request stands. */
export type CorrectionState =
  /** Whoever holds the record was asked, and has not said that they know. */
  | 'REQUESTED'
  /** Whoever holds the record looks into it. */
  | 'ACKNOWLEDGED'
  /** Whoever holds the record says that it was put right. The hub shows what the source says from then on. */
  | 'CORRECTED'
  /** The record stays as it is. What the client says of it is shown beside it. */
  | 'REFUSED';

/** What whoever holds the record can do. */
export type CorrectionMove =
  /** They know of it and look into it. */
  | 'ACKNOWLEDGE'
  /** It takes two months longer, because it is complex (UK GDPR article 12(3)): once, in time, and with words to the client. */
  | 'EXTEND'
  /** It was put right at the source. */
  | 'CORRECT'
  /** The record stays as it is: with a coded reason and words to the client. */
  | 'REFUSE';

/** Why a record stays as it is (the Information Commissioner's guide to the right to rectification). */
export type CorrectionRefusal =
  /** It was looked into and is accurate. */
  | 'FOUND_ACCURATE'
  /** It is somebody's opinion, and the record says so. */
  | 'OPINION_RECORDED_AS_SUCH'
  /** It truly records a mistake that was made, and was mended since. */
  | 'RECORDS_A_PAST_MISTAKE'
  /** The request is manifestly unfounded. */
  | 'MANIFESTLY_UNFOUNDED'
  /** The request is manifestly excessive. */
  | 'EXCESSIVE'
  /** Whoever was asked holds no such record. */
  | 'NOT_HELD_HERE';

/** That a fact is said to be wrong at its source, and what became of it. */
export type CorrectionRequest = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** The kind of the fact. */
  readonly category: DataCategory;
  /** The system that the fact comes from: adapter name, or `hub` for the hub's own. `derived` where naming it would tell more than the caller may know. */
  readonly source: Scalars['String']['output'];
  /** What the record says, in the asker's words. Null where something is missing in it, and where the caller may not see the fact. */
  readonly says: Maybe<Scalars['String']['output']>;
  /** What it should say, in the asker's words. Null where the caller may not see the fact. */
  readonly shouldSay: Maybe<Scalars['String']['output']>;
  /** What shows it, in the asker's words. Null where nothing was given, and for everybody but the client and whoever must answer. */
  readonly evidence: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  readonly state: CorrectionState;
  /** When it was asked. The clock runs from this day. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Whose staff asked it for the client. Null where the client or whoever acts for them did. */
  readonly requestedBy: Maybe<Scalars['String']['output']>;
  /** ODS code of whoever must answer, or the hub's own code. Null for everybody but the client, whoever acts for them, and whoever must answer. */
  readonly addressedTo: Maybe<Scalars['String']['output']>;
  /** The last day on which it is answered in time: one calendar month from the day on which it came, or three where it was extended; the next working day where that is none (UK GDPR article 12(3); England's bank holidays). */
  readonly dueOn: Scalars['Date']['output'];
  /** Whether that day is past and nobody has answered. */
  readonly overdue: Scalars['Boolean']['output'];
  /** Why the record stays as it is. Null unless refused. */
  readonly refusal: Maybe<CorrectionRefusal>;
  /** What whoever holds the record did, oldest first. Empty where the caller may not see the fact. */
  readonly history: ReadonlyArray<CorrectionStep>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** One thing that whoever holds the record did. */
export type CorrectionStep = {
  /** What. */
  readonly move: CorrectionMove;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Why the record stays as it is. Null unless refused. */
  readonly refusal: Maybe<CorrectionRefusal>;
  /** What they wrote to the client: free text, which can name a place. */
  readonly words: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** What is wrong. */
export type RequestCorrectionInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Whose record. */
  readonly client: Scalars['ID']['input'];
  /** The kind of the fact: one that this caller is shown of this client. Of a kind that can be hidden, only the client asks for themselves. */
  readonly category: DataCategory;
  /** The system that the fact comes from, as `provenance.source` says: one that feeds the category. `hub` for what the hub itself holds of REFERRALS, SUPPORT and WORKPLACE_ADJUSTMENTS. */
  readonly source: Scalars['String']['input'];
  /** What the record says; 1 to 2,000 characters. Left out where something is missing in it. */
  readonly says?: InputMaybe<Scalars['String']['input']>;
  /** What it should say; 1 to 2,000 characters. */
  readonly shouldSay: Scalars['String']['input'];
  /** What shows it; 1 to 2,000 characters. */
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
};

/** What whoever holds the record answers. */
export type AnswerCorrectionInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A correction request's id as the caller was given it. */
  readonly correction: Scalars['ID']['input'];
  /** What they do. */
  readonly move: CorrectionMove;
  /** REFUSE: why. Only there. */
  readonly refusal?: InputMaybe<CorrectionRefusal>;
  /** What to tell the client; 1 to 2,000 characters. REFUSE and EXTEND need it. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** The request, or why nothing was stored. */
export type RequestCorrectionResult = CorrectionRequested | CorrectionRefused;

/** The request as it stands now, or why nothing was stored. */
export type AnswerCorrectionResult = CorrectionAnswered | CorrectionRefused;

/** The request is stored durably, and so is the task of whoever must answer it. */
export type CorrectionRequested = {
  /** As it was stored. */
  readonly correction: CorrectionRequest;
};

/** The answer is stored durably. */
export type CorrectionAnswered = {
  /** As it stands now. */
  readonly correction: CorrectionRequest;
};

/** Why nothing was stored. */
export type CorrectionRefusalReason =
  /** No such client, or no such request, for this caller. */
  | 'NOT_FOUND'
  /** The caller is not shown this kind of fact, or may not do this. */
  | 'NOT_PERMITTED'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** The request stands where this cannot be done: it is answered already, was extended already, or its time is past. */
  | 'NOT_IN_THIS_STATE'
  /** Somebody answered meanwhile: read it again. */
  | 'CHANGED_MEANWHILE';

/** Nothing was stored. */
export type CorrectionRefused = {
  /** Why. */
  readonly reason: CorrectionRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/** Demographics in one of four states. */
export type DemographicsResult = Demographics | NoRecord | Withheld | Unavailable;

/** Contact in one of four states. */
export type ContactResult = Contact | NoRecord | Withheld | Unavailable;

/** Who the person is. Source: PDS FHIR R4 Patient. */
export type Demographics = {
  /** The name in use today: PDS use `usual`, else the first whose period holds. */
  readonly name: Maybe<PersonName>;
  /** All names that PDS holds. */
  readonly names: ReadonlyArray<PersonName>;
  /** May be partial (a year) where PDS holds no more. */
  readonly birthDate: Maybe<Scalars['FHIRDateTime']['output']>;
  /** FHIR AdministrativeGender as PDS holds it: male, female, other, unknown. */
  readonly sex: Maybe<Scalars['String']['output']>;
  /** NHS number verification status (UKCore-NHSNumberVerificationStatus): 01 is present and verified. */
  readonly nhsNumberStatus: Maybe<Scalars['String']['output']>;
  /** Whether PDS holds a notice of death that was not taken back. */
  readonly deceased: Scalars['Boolean']['output'];
  /** When the person died, as PDS holds it. */
  readonly deceasedAt: Maybe<Scalars['FHIRDateTime']['output']>;
  /** UKCore-DeathNotificationStatus: 1 informal, 2 formal. */
  readonly deathNotificationStatus: Maybe<Scalars['String']['output']>;
  /** Whether PDS restricts the person's location. Callers must then not look for it elsewhere. */
  readonly locationRestricted: Scalars['Boolean']['output'];
  /** Whole days since the hub last heard from PDS about this person. */
  readonly ageDays: Scalars['Int']['output'];
  /** Where it came from: PDS, as last traced. */
  readonly provenance: Provenance;
  /** What became of PDS, if it was asked again just now. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** FHIR HumanName. */
export type PersonName = {
  /** FHIR NameUse: usual, official, nickname, old … */
  readonly use: Maybe<Scalars['String']['output']>;
  /** Titles. */
  readonly prefix: ReadonlyArray<Scalars['String']['output']>;
  /** Given names, in order. */
  readonly given: ReadonlyArray<Scalars['String']['output']>;
  /** Family name. */
  readonly family: Maybe<Scalars['String']['output']>;
  /** What stands behind the name. */
  readonly suffix: ReadonlyArray<Scalars['String']['output']>;
  /** The whole name, where the source holds it so. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** First day that the name was in use. */
  readonly periodStart: Maybe<Scalars['FHIRDateTime']['output']>;
  /** Last day. Null while it is in use. */
  readonly periodEnd: Maybe<Scalars['FHIRDateTime']['output']>;
};

/** How to reach the person. Every field can tell where they are, so the section is withheld whole for a restricted person. */
export type Contact = {
  /** All addresses that PDS holds. */
  readonly addresses: ReadonlyArray<Address>;
  /** All telephone numbers and mail addresses that PDS holds. */
  readonly telecoms: ReadonlyArray<ContactPoint>;
  /** How and when the person wants to be contacted: read it before any message. */
  readonly preference: Maybe<ContactPreference>;
  /** ODS code of the registered general practice. */
  readonly generalPractice: Maybe<Scalars['String']['output']>;
  /** Whole days since the hub last heard from PDS about this person. */
  readonly ageDays: Scalars['Int']['output'];
  /** Where it came from: PDS, as last traced. */
  readonly provenance: Provenance;
  /** What became of PDS, if it was asked again just now. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** FHIR Address. */
export type Address = {
  /** FHIR AddressUse: home, temp, old … */
  readonly use: Maybe<Scalars['String']['output']>;
  /** Lines in their order; an empty one keeps its place. */
  readonly lines: ReadonlyArray<Scalars['String']['output']>;
  /** Town, where the source names it apart. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** UK postcode as it came. */
  readonly postcode: Maybe<Scalars['String']['output']>;
  /** First day of living there. */
  readonly periodStart: Maybe<Scalars['FHIRDateTime']['output']>;
  /** Last day. Null while it lasts. */
  readonly periodEnd: Maybe<Scalars['FHIRDateTime']['output']>;
};

/** FHIR ContactPoint. */
export type ContactPoint = {
  /** FHIR ContactPointSystem: phone, email, sms, other … */
  readonly system: Maybe<Scalars['String']['output']>;
  /** The number or address. */
  readonly value: Maybe<Scalars['String']['output']>;
  /** FHIR ContactPointUse: home, work, mobile, temp … */
  readonly use: Maybe<Scalars['String']['output']>;
  /** First day of use. */
  readonly periodStart: Maybe<Scalars['FHIRDateTime']['output']>;
  /** Last day. Null while it lasts. */
  readonly periodEnd: Maybe<Scalars['FHIRDateTime']['output']>;
};

/** PDS contact preference (Extension-UKCore-ContactPreference) and language needs. */
export type ContactPreference = {
  /** UKCore-PreferredContactMethod: letter, telephone, no telephone contact … */
  readonly method: Maybe<Coding>;
  /** UKCore-PreferredWrittenCommunicationFormat: large print, Braille … */
  readonly writtenFormat: Maybe<Coding>;
  /** In the person's words: «not after 7pm». */
  readonly times: Maybe<Scalars['String']['output']>;
  /** Whether the person needs an interpreter. Null where PDS does not say. */
  readonly interpreterRequired: Maybe<Scalars['Boolean']['output']>;
  /** The language to speak with the person. */
  readonly language: Maybe<Coding>;
};

/** The kinds of data that the hub can disclose. Policies and consents speak of these. */
export type DataCategory =
  /** Name, birth date, sex, NHS number status, death. */
  | 'DEMOGRAPHICS'
  /** Address, telephone, safe-contact notes. Never leaves for a person whose location is restricted. */
  | 'CONTACT'
  /** The minimal derived answer: in work or not, since when. */
  | 'WORK_STATUS'
  /** Employer, job, hours, start, absence. */
  | 'EMPLOYMENT_STATUS'
  /** Benefit claims and awards. */
  | 'BENEFITS'
  /** Universal Credit conditionality and sanctions. Never reaches health. */
  | 'CONDITIONALITY'
  /** Statements of fitness for work (Med3): status, period, adjustments. Not their diagnosis. */
  | 'FIT_NOTES'
  /** The problem list, general part. Sensitive items have categories of their own. */
  | 'CONDITIONS'
  /** Items of the problem list about mental health. */
  | 'MENTAL_HEALTH_CONDITIONS'
  /** Items of the problem list about alcohol and drugs. */
  | 'SUBSTANCE_USE_CONDITIONS'
  /** Items of the problem list that are labelled restricted, are about abuse or sexual health, or cannot be classified: the most sensitive category. */
  | 'RESTRICTED_CONDITIONS'
  /** Scores of named instruments: PHQ-9, GAD-7, SWEMWBS, EQ-5D. */
  | 'MEASURES'
  /** Clinical observations other than named instruments. */
  | 'OBSERVATIONS'
  /** Booked appointments. */
  | 'APPOINTMENTS'
  /** Past contacts with health services. */
  | 'ENCOUNTERS'
  /** Referrals to support. */
  | 'REFERRALS'
  /** Where a referral stands, for those who take part in it: state, dates, coded reasons. Nothing of what it tells of the person. */
  | 'REFERRAL_PROGRESS'
  /** Programme, coach, plan, goals, sessions. */
  | 'SUPPORT'
  /** What is changed at work so that the person can work, and whether it helps. Never why. */
  | 'WORKPLACE_ADJUSTMENTS'
  /** That somebody is supported as the staff of an employer, by their name: for the employer itself. */
  | 'NAMED_TO_EMPLOYER'
  /** What the client has agreed to, and refused. */
  | 'CONSENT_RECORDS'
  /** Who looked, and what they were told. */
  | 'ACCESS_HISTORY';

/** Where one item came from, and when. */
export type Provenance = {
  /** The source system, by adapter name: nhs-pds, nhs-care-record, dwp-citizen, provider-dataverse, provider-csv, open-referral-uk. `derived` where naming it would tell more than the caller may know. */
  readonly source: Scalars['String']['output'];
  /** When the hub received it from the source. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** When the source says that it recorded it. Null where it does not say. */
  readonly recordedAt: Maybe<Scalars['FHIRDateTime']['output']>;
  /** As of when it stands: when the source recorded it or, where it says nothing of that, when it was asked. */
  readonly asOf: Scalars['FHIRDateTime']['output'];
  /** How long ago the source recorded it. */
  readonly age: RecordAge;
};

/** How long ago a source recorded something. The limits are this hub's own choice, the same for every source: whether it is too old depends on what it is wanted for. */
export type RecordAge =
  /** At most 7 days. */
  | 'WEEK'
  /** At most 31 days. */
  | 'MONTH'
  /** At most 183 days. */
  | 'HALF_YEAR'
  /** At most 366 days. */
  | 'YEAR'
  /** Longer. */
  | 'OLDER'
  /** The source does not say when it recorded it, or not as a date. */
  | 'UNDATED';

/** What became of one source of a section. */
export type SourceOutcome =
  /** It answered with at least one item. */
  | 'ANSWERED'
  /** It answered that it holds nothing. */
  | 'NO_RECORD'
  /** It gave no usable answer. */
  | 'UNAVAILABLE';

/** Why a source gave no usable answer. */
export type UnavailableReason =
  /** It did not answer within its deadline. */
  | 'TIMEOUT'
  /** It refused for too many requests. */
  | 'RATE_LIMITED'
  /** It failed so often just now that the hub is not asking for a few seconds. */
  | 'CIRCUIT_OPEN'
  /** No connection could be made. */
  | 'UNREACHABLE'
  /** It refused the hub: credentials, a withdrawn record, or too little to identify the person by. */
  | 'REFUSED'
  /** Its answer was not what its interface publishes; nothing of it was used. */
  | 'MALFORMED'
  /** Its answer was larger than the hub accepts. */
  | 'TOO_LARGE'
  /** It failed. */
  | 'SERVER_ERROR'
  /** It found more than one person, and the hub does not guess. */
  | 'AMBIGUOUS'
  /** The request was given up before it answered. */
  | 'CANCELLED'
  /** No source that feeds this section is connected to this hub. */
  | 'NOT_CONNECTED'
  /** The hub itself failed on this source's answer; it is logged under the correlation id. */
  | 'HUB_FAULT';

/** The status of one source of a section. */
export type SourceStatus = {
  /** Adapter name. */
  readonly source: Scalars['String']['output'];
  /** What became of it. */
  readonly outcome: SourceOutcome;
  /** Present where the outcome is UNAVAILABLE. */
  readonly cause: Maybe<UnavailableReason>;
  /** False where the source's list was cut short (a page limit, an expired page): there may be more. */
  readonly complete: Scalars['Boolean']['output'];
  /** When the hub received the answer. Null where there was none. */
  readonly retrievedAt: Maybe<Scalars['DateTime']['output']>;
};

/** The sources were asked, answered, and hold nothing. */
export type NoRecord = {
  /** The category of the section. */
  readonly category: DataCategory;
  /** Each source that was asked. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** Why a section is withheld. */
export type WithheldReason =
  /** The policy never shares this category with this audience. No consent opens it. */
  | 'NEVER_SHARED'
  /** The policy has no rule for this audience, category and purpose. */
  | 'NO_RULE'
  /** It needs the client's consent, and there is none that covers this caller and purpose. */
  | 'NO_CONSENT'
  /** The client's consent was withdrawn. */
  | 'CONSENT_WITHDRAWN'
  /** The client's consent has ended or has not begun. */
  | 'CONSENT_EXPIRED'
  /** The client's consent was replaced by another one, which does not permit this. */
  | 'CONSENT_SUPERSEDED'
  /** The client's consent names what the present policy does not know. */
  | 'CONSENT_NOT_UNDERSTOOD'
  /** It needs consent to one named request (DWP's rule), and the client's names none. */
  | 'CONSENT_NOT_SPECIFIC'
  /** The client has said no. */
  | 'DENIED_BY_CLIENT'
  /** The person's location is restricted. */
  | 'LOCATION_RESTRICTED'
  /** The caller's organisation does not work with the client. */
  | 'NO_RELATIONSHIP'
  /** Whoever acts for the client may not act in this. */
  | 'PROXY_OUT_OF_SCOPE'
  /** The authority of whoever acts for the client has ended or has not begun. */
  | 'PROXY_ENDED'
  /** The request does not say who asks. */
  | 'MISSING_ACTOR'
  /** The request does not say what for. */
  | 'MISSING_PURPOSE'
  /** The request does not say what it asks for. */
  | 'MISSING_CATEGORY';

/** The caller may not see this section. Computed from the decision alone, never from the data. */
export type Withheld = {
  /** The category that was refused. */
  readonly category: DataCategory;
  /** Why. */
  readonly reason: WithheldReason;
  /** Id of the policy rule that decided. */
  readonly rule: Scalars['String']['output'];
  /** What the caller can lawfully do about it, in words. Null where there is nothing. */
  readonly nextStep: Maybe<Scalars['String']['output']>;
};

/** No source of this section gave a usable answer. The rest of the answer is not affected. */
export type Unavailable = {
  /** The category of the section. */
  readonly category: DataCategory;
  /** Named apart from `Withheld.reason`, so that one selection can ask for both. */
  readonly cause: UnavailableReason;
  /** Seconds after which a source asked to be tried again. */
  readonly retryAfterSeconds: Maybe<Scalars['Int']['output']>;
  /** Each source that was asked. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** One code of a code system (FHIR Coding), as it came. */
export type Coding = {
  /** URI of the code system. */
  readonly system: Maybe<Scalars['String']['output']>;
  /** The code. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** The source's own words for it. */
  readonly display: Maybe<Scalars['String']['output']>;
};

/** A coded concept (FHIR CodeableConcept), as it came: unknown codes are kept, never guessed. */
export type CodeableConcept = {
  /** The same thing in one or more code systems. */
  readonly codings: ReadonlyArray<Coding>;
  /** The source's own words. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A measured amount (FHIR Quantity), as it came. */
export type Quantity = {
  /** The number. */
  readonly value: Maybe<Scalars['Float']['output']>;
  /** FHIR QuantityComparator: <, <=, >=, >. Null means exactly. */
  readonly comparator: Maybe<Scalars['String']['output']>;
  /** The unit in words. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** URI of the unit system, mostly UCUM. */
  readonly system: Maybe<Scalars['String']['output']>;
  /** The unit as a code of that system. */
  readonly code: Maybe<Scalars['String']['output']>;
};

/** Why a record had to be opened at once. */
export type EmergencyReason =
  /** Somebody's life is in danger. */
  | 'RISK_TO_LIFE'
  /** The person cannot be asked (unconscious, not able to speak), and what they need cannot wait. */
  | 'CANNOT_BE_ASKED'
  /** A child or an adult is at risk of harm. */
  | 'SAFEGUARDING';

/** Whom to open, and why. */
export type OpenEmergencyAccessInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The client: by NHS number where the caller's organisation does not work with them. */
  readonly client: ClientLookup;
  /** Why, coded. */
  readonly reason: EmergencyReason;
  /** Why, in words; 1 to 1,000 characters. The reviewer reads it. */
  readonly note: Scalars['String']['input'];
};

/** Which access to close. */
export type CloseEmergencyAccessInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Its id as the caller was given it. */
  readonly emergencyAccess: Scalars['ID']['input'];
};

/** One person's emergency access to one client. */
export type EmergencyAccess = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** The client: ask for sections here, or by any other way, until it ends. */
  readonly client: Maybe<Client>;
  /** Why it was opened. */
  readonly emergencyReason: EmergencyReason;
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** When it ends by itself, or was closed. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Present where it was closed before its time. */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** What stays closed: the policy opens these in no emergency. */
  readonly neverOpened: ReadonlyArray<DataCategory>;
};

/** The access, running, or why there is none. */
export type OpenEmergencyAccessResult = EmergencyAccessOpened | EmergencyAccessRefused;

/** The access, ended, or why it could not be closed. */
export type CloseEmergencyAccessResult = EmergencyAccessClosed | EmergencyAccessRefused;

/** It runs. The client's notice and the review are stored already. */
export type EmergencyAccessOpened = {
  /** As it runs. */
  readonly emergencyAccess: EmergencyAccess;
};

/** It has ended. */
export type EmergencyAccessClosed = {
  /** As it ended. */
  readonly emergencyAccess: EmergencyAccess;
};

/** Why nothing was stored. */
export type EmergencyAccessRefusalReason =
  /** No such client, or no such access of this caller. */
  | 'NOT_FOUND'
  /** The policy does not let this caller do that. */
  | 'NOT_PERMITTED'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** It was changed meanwhile: try again. */
  | 'CHANGED_MEANWHILE';

/** Nothing was stored. */
export type EmergencyAccessRefused = {
  /** Why. */
  readonly reason: EmergencyAccessRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/** An employer's way through one programme with one service, as `Case` is a person's. It names nobody. */
export type EmployerCase = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** Whose it is. */
  readonly employer: Employer;
  /** Id of the programme. */
  readonly programme: Scalars['ID']['output'];
  /** The version of the programme that it began under, and stays on. */
  readonly programmeVersion: Scalars['Date']['output'];
  /** Code of the stream, which is one for employers. */
  readonly stream: Scalars['String']['output'];
  /** Code of the programme's area in which the employer lies. */
  readonly area: Scalars['String']['output'];
  /** Code of the organisation that runs it. */
  readonly organisation: Scalars['String']['output'];
  /** Open, or ended. */
  readonly status: CaseStatus;
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** How its time stands, by the version that it is on. */
  readonly clock: EmployerCaseClock;
  /** How it ended. Null while it is open. */
  readonly discharge: Maybe<EmployerCaseDischarge>;
  /** What the employer asked in it and was advised, newest first. */
  readonly enquiries: EmployerEnquiryConnection;
};

/** An employer's way through one programme with one service, as `Case` is a person's. It names nobody. */
export type EmployerCaseEnquiriesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How the time of an employer's case stands. */
export type EmployerCaseClock = {
  /** Days since it was opened, to today or to its end. */
  readonly daysUsed: Scalars['Int']['output'];
  /** The day on which it is planned to end. Null where the stream is open-ended. */
  readonly plannedEndOn: Maybe<Scalars['Date']['output']>;
  /** Days to the earlier of the planned end and the programme's last day. Null where there is neither, and once it is closed. */
  readonly daysLeft: Maybe<Scalars['Int']['output']>;
  /** The days on which somebody is to be warned. */
  readonly warningsOn: ReadonlyArray<Scalars['Date']['output']>;
  /** True from the first warning on, while it is open. */
  readonly warned: Scalars['Boolean']['output'];
  /** True once the end is past, while it is open. */
  readonly overdue: Scalars['Boolean']['output'];
  /** The programme's own last day for every case. */
  readonly closesOn: Maybe<Scalars['Date']['output']>;
  /** How often the planned end was put off, oldest first. */
  readonly extensions: ReadonlyArray<EmployerCaseExtension>;
};

/** That the planned end was put off. */
export type EmployerCaseExtension = {
  /** When that was decided. */
  readonly at: Scalars['DateTime']['output'];
  /** One of the programme's reasons. */
  readonly reason: Scalars['String']['output'];
  /** The planned end before. */
  readonly from: Scalars['Date']['output'];
  /** The planned end after. */
  readonly to: Scalars['Date']['output'];
};

/** How an employer's case ended. */
export type EmployerCaseDischarge = {
  /** On which day. */
  readonly on: Scalars['Date']['output'];
  /** One of the programme's reasons. */
  readonly reason: Scalars['String']['output'];
  /** What kind of reason that is. */
  readonly kind: DischargeKind;
};

/** A page of employers' cases (Relay cursor connection). */
export type EmployerCaseConnection = {
  /** The cases of this page. */
  readonly edges: ReadonlyArray<EmployerCaseEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One case of a page. */
export type EmployerCaseEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The case. */
  readonly node: EmployerCase;
};

/** An employer to be taken on. */
export type OpenEmployerCaseInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** An employer id as the caller was given it. */
  readonly employer: Scalars['ID']['input'];
  /** Id of the programme. */
  readonly programme: Scalars['ID']['input'];
  /** Code of one of its streams for employers. The area follows from the employer's own address. */
  readonly stream: Scalars['String']['input'];
};

/** A planned end to be put off. */
export type ExtendEmployerCaseInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The case, by an id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** One of the programme's reasons. */
  readonly reason: Scalars['String']['input'];
};

/** An employer's case to be ended. */
export type DischargeEmployerCaseInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The case, by an id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** One of the programme's reasons. */
  readonly reason: Scalars['String']['input'];
  /** On which day. Default: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
};

/** The case as it is now, or why nothing was stored. */
export type EmployerCaseResult = EmployerCaseStored | EmployerRefused;

/** The change is stored durably. */
export type EmployerCaseStored = {
  /** As it is now. */
  readonly case: EmployerCase;
};

/** A page of employers (Relay cursor connection). */
export type EmployerConnection = {
  /** The employers of this page. */
  readonly edges: ReadonlyArray<EmployerEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One employer of a page. */
export type EmployerEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The employer. */
  readonly node: Employer;
};

/** An employer as a service user of its own. */
export type Employer = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** How many people it employs, as it said. */
  readonly headcount: Scalars['Int']['output'];
  /** By headcount: an employer of exactly 250 is LARGE. */
  readonly sizeBand: EmployerSizeBand;
  /** Postcode district of the workplace in question. */
  readonly postcodeDistrict: Scalars['String']['output'];
  /** Which streams for employers are open to it, by every programme in force: decided on its headcount and its own address. */
  readonly eligibility: ReadonlyArray<StreamEligibility>;
  /** What it asked, newest first. */
  readonly enquiries: EmployerEnquiryConnection;
  /** Its cases with the service, newest first. */
  readonly cases: EmployerCaseConnection;
  /** Its staff who are supported: a figure, and those by name who let the employer know. */
  readonly staffSupported: StaffSupported;
};

/** An employer as a service user of its own. */
export type EmployerEligibilityArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** An employer as a service user of its own. */
export type EmployerEnquiriesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An employer as a service user of its own. */
export type EmployerCasesArgs = {
  status?: CaseStatus;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** By headcount, as statistics of business size have it. */
export type EmployerSizeBand =
  /** Under 10. */
  | 'MICRO'
  /** 10 to 49. */
  | 'SMALL'
  /** 50 to 249. */
  | 'MEDIUM'
  /** 250 and over. */
  | 'LARGE';

/** An employer's staff who are supported. */
export type StaffSupported = {
  /** For the service: the exact number. For the employer: to the nearest five; null where it is under five, none included. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** True where the number is too small to be told. */
  readonly suppressed: Scalars['Boolean']['output'];
  /** As at which day. For the employer the first of the month, so that two looks do not tell who came in between. */
  readonly asAt: Scalars['Date']['output'];
  /**
   * For the employer: those who consent to being named to it (NAMED_TO_EMPLOYER); that somebody is missing tells nothing. For the
   * service: everybody whom it works with.
   */
  readonly named: ReadonlyArray<SupportedPerson>;
};

/** Somebody who is supported as an employer's staff. */
export type SupportedPerson = {
  /** Name in use. For the employer only: the service reads it from the client. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** For the service. Null for the employer. */
  readonly client: Maybe<Client>;
  /** Supported since. */
  readonly since: Scalars['Date']['output'];
  /** Supported until. Null while it lasts. */
  readonly until: Maybe<Scalars['Date']['output']>;
  /** What is changed at work for them at this employer. */
  readonly adjustments: WorkplaceAdjustmentsResult;
};

/** A page of enquiries (Relay cursor connection). */
export type EmployerEnquiryConnection = {
  /** The enquiries of this page. */
  readonly edges: ReadonlyArray<EmployerEnquiryEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One enquiry of a page. */
export type EmployerEnquiryEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The enquiry. */
  readonly node: EmployerEnquiry;
};

/** What an employer asked, and what it was advised. About work, never about a named person. */
export type EmployerEnquiry = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** About what. */
  readonly topic: EmployerEnquiryTopic;
  /** In the employer's words. */
  readonly question: Scalars['String']['output'];
  /** Where it stands. */
  readonly state: EmployerEnquiryState;
  /** When it was asked. */
  readonly askedAt: Scalars['DateTime']['output'];
  /** The employer's case that it is part of. Null where it is of none. */
  readonly case: Maybe<EmployerCase>;
  /** What was advised, oldest first. */
  readonly advice: ReadonlyArray<EmployerAdvice>;
};

/** About what an employer asks. */
export type EmployerEnquiryTopic =
  /** Absence through sickness. */
  | 'SICKNESS_ABSENCE'
  /** Coming back to work. */
  | 'RETURN_TO_WORK'
  /** Adjustments at work. */
  | 'ADJUSTMENTS'
  /** Mental health at work. */
  | 'MENTAL_HEALTH_AT_WORK'
  /** Taking people on. */
  | 'RECRUITMENT'
  /** Rules of the workplace. */
  | 'WORKPLACE_POLICY'
  /** Something else. */
  | 'OTHER';

/** Where an enquiry stands. */
export type EmployerEnquiryState =
  /** Nothing was advised yet. */
  | 'OPEN'
  /** Advice was given, and more may follow. */
  | 'ADVISED'
  /** It is done with. */
  | 'CLOSED';

/** One piece of advice. */
export type EmployerAdvice = {
  /** In which way it was given. */
  readonly kind: EmployerAdviceKind;
  /** What was advised. */
  readonly text: Scalars['String']['output'];
  /**
   * How many of the employer's staff took part, whom the hub does not know as clients: a number and never who. For the service as it
   * was recorded; for the employer to the nearest five, and null where it is under five.
   */
  readonly staffReached: Maybe<Scalars['Int']['output']>;
  /** When. */
  readonly givenAt: Scalars['DateTime']['output'];
};

/** In which way advice is given. */
export type EmployerAdviceKind =
  /** By telephone. */
  | 'TELEPHONE'
  /** In writing. */
  | 'WRITTEN'
  /** At the workplace. */
  | 'VISIT'
  /** As training. */
  | 'TRAINING'
  /** By naming another service. */
  | 'SIGNPOSTED';

/** An employer to record. */
export type RecordEmployerInput = {
  /** 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Its name, up to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** How many people it employs. */
  readonly headcount: Scalars['Int']['input'];
  /** Postcode district of the workplace in question. */
  readonly postcodeDistrict: Scalars['String']['input'];
  /** The employer's own organisation as access tokens name it. Without it the employer cannot look for itself. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
};

/** What an employer asks. */
export type EmployerEnquiryInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** An employer id as the caller was given it. */
  readonly employer: Scalars['ID']['input'];
  /** About what. */
  readonly topic: EmployerEnquiryTopic;
  /** In the employer's words, up to 2,000 characters. Name nobody. */
  readonly question: Scalars['String']['input'];
  /** The employer's open case that it is part of. */
  readonly case?: InputMaybe<Scalars['ID']['input']>;
};

/** Advice on an enquiry. */
export type AdviseEmployerInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** An enquiry id as the caller was given it. */
  readonly enquiry: Scalars['ID']['input'];
  /** In which way it was given. */
  readonly kind: EmployerAdviceKind;
  /** What was advised, up to 2,000 characters. Name nobody. */
  readonly text: Scalars['String']['input'];
  /** How many of the employer's staff took part in it, 1 to 100,000. Never who. */
  readonly staffReached?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the enquiry is done with. */
  readonly close?: Scalars['Boolean']['input'];
};

/** That a client is supported as an employer's staff. */
export type RecordSupportedStaffInput = {
  /** As in `RecordEmployerInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** An employer id as the caller was given it. */
  readonly employer: Scalars['ID']['input'];
  /** A client id as the caller was given it. */
  readonly client: Scalars['ID']['input'];
  /** Supported since. */
  readonly since: Scalars['Date']['input'];
  /** Supported until. Leave it out while it lasts. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** An employer, or why nothing was recorded. */
export type EmployerResult = EmployerRecorded | EmployerRefused;

/** An enquiry, or why nothing was recorded. */
export type EmployerEnquiryResult = EmployerEnquiryRecorded | EmployerRefused;

/** That somebody is supported, or why nothing was recorded. */
export type SupportedStaffResult = SupportedStaffRecorded | EmployerRefused;

/** The employer is recorded. */
export type EmployerRecorded = {
  /** As it stands. */
  readonly employer: Employer;
};

/** The enquiry is recorded. */
export type EmployerEnquiryRecorded = {
  /** As it stands. */
  readonly enquiry: EmployerEnquiry;
};

/** That somebody is supported is recorded. */
export type SupportedStaffRecorded = {
  /** Whose staff. */
  readonly employer: Employer;
  /** Supported since. */
  readonly since: Scalars['Date']['output'];
  /** Supported until. Null while it lasts. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** Why nothing was recorded. */
export type EmployerRefused = {
  /** Which kind of reason. */
  readonly reason: EmployerRefusalReason;
  /** Names the field at fault; repeats no value. */
  readonly message: Scalars['String']['output'];
};

/** Why nothing was recorded. */
export type EmployerRefusalReason =
  /** No such employer, enquiry, adjustment, case or client for this caller. */
  | 'NOT_FOUND'
  /** This caller may not do that. */
  | 'NOT_PERMITTED'
  /** That is for another of the three to say: the service, the employer or the person. */
  | 'NOT_FOR_THIS_SIDE'
  /** It is not in a state from which that leads on. */
  | 'NOT_IN_THIS_STATE'
  /** The programme, on that day or in that version, has no such stream or reason. */
  | 'NOT_IN_PROGRAMME'
  /** By the programme's rules the stream is not for this employer. */
  | 'NOT_ELIGIBLE'
  /** The employer has an open case in the programme already. */
  | 'ALREADY_RECORDED'
  /** The programme allows no more of it. */
  | 'TOO_MANY'
  /** A field holds what it cannot hold. */
  | 'INVALID_INPUT'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED';

/** Work status in one of four states. */
export type WorkStatusResult = WorkStatus | NoRecord | Withheld | Unavailable;

/** Employment in one of four states. */
export type EmploymentResult = Employment | NoRecord | Withheld | Unavailable;

/** Whether somebody is in paid work. */
export type InWork =
  /** Every source that speaks says yes. */
  | 'YES'
  /** Every source that speaks says no. */
  | 'NO'
  /** The sources do not agree: read the statements. */
  | 'CONFLICTING'
  /** The sources answered, and none of them says. */
  | 'NOT_KNOWN';

/** The minimal derived answer: no employer, no benefit, no amount. */
export type WorkStatus = {
  /** Whether the person is in paid work. */
  readonly inWork: InWork;
  /** First day of the current state, where the sources that speak of it agree on one. */
  readonly since: Maybe<Scalars['Date']['output']>;
  /** The latest day that any statement speaks of. */
  readonly asOf: Maybe<Scalars['FHIRDateTime']['output']>;
  /** What each source says, side by side: the hub picks no winner. For a caller who may not see benefits the statements name no source, because that DWP speaks at all tells of a claim. */
  readonly statements: ReadonlyArray<WorkStatusStatement>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** What one source says. */
export type WorkStatusStatement = {
  /** Null where the source does not say. */
  readonly inWork: Maybe<Scalars['Boolean']['output']>;
  /** First day of the state that it speaks of. */
  readonly since: Maybe<Scalars['Date']['output']>;
  /** The day that it speaks of. */
  readonly asOf: Maybe<Scalars['FHIRDateTime']['output']>;
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** Employment as providers recorded it. */
export type Employment = {
  /** Most recent first; sources side by side. */
  readonly spells: ReadonlyArray<EmploymentSpell>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Employment as providers recorded it. */
export type EmploymentSpellsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One job, as one source recorded it. */
export type EmploymentSpell = {
  /** An employer tells where somebody is to be found. */
  readonly employerName: Maybe<Scalars['String']['output']>;
  /** What the person does there. */
  readonly jobTitle: Maybe<Scalars['String']['output']>;
  /** Hours a week. */
  readonly hoursPerWeek: Maybe<Scalars['Float']['output']>;
  /** First day. */
  readonly startDate: Maybe<Scalars['Date']['output']>;
  /** Null while it lasts. */
  readonly endDate: Maybe<Scalars['Date']['output']>;
  /** NHS Data Dictionary EMPLOYMENT STATUS (01 to 08, ZZ) where the source holds one. */
  readonly employmentStatusCode: Maybe<Scalars['String']['output']>;
  /** An absence that was recorded with the job. */
  readonly absence: Maybe<Absence>;
  /** Where the person works. */
  readonly workplace: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** An absence from work. */
export type Absence = {
  /** First day away. */
  readonly startDate: Maybe<Scalars['Date']['output']>;
  /** Null while it lasts. */
  readonly endDate: Maybe<Scalars['Date']['output']>;
};

/** What was or would be decided, and why. */
export type AccessExplanation = {
  /** Whether the section would be shown. */
  readonly permitted: Scalars['Boolean']['output'];
  /** The category that was asked about. */
  readonly category: DataCategory;
  /** Id of the policy rule that decided. */
  readonly rule: Scalars['String']['output'];
  /** The rule's own reason. */
  readonly because: Scalars['String']['output'];
  /** What the rule asks for. */
  readonly basis: Basis;
  /** What follows where the client says no, in plain words: it depends on the basis. */
  readonly consequenceOfRefusal: Scalars['String']['output'];
  /** Version of the sharing policy that was applied. */
  readonly policyVersion: Scalars['String']['output'];
  /** Present where refused. */
  readonly reason: Maybe<WithheldReason>;
  /** The consents that counted, as `id@version`, with ids as this caller was given them. */
  readonly consents: ReadonlyArray<Scalars['String']['output']>;
  /** What would turn the answer: each is the smallest set of steps that would, found by deciding again. Empty where nothing would. */
  readonly changes: ReadonlyArray<AccessChange>;
  /** What the caller can lawfully do now. Null where there is nothing to be done. */
  readonly nextStep: Maybe<Scalars['String']['output']>;
};

/** Steps that turn the answer, all of them together. */
export type AccessChange = {
  /** In this order. */
  readonly steps: ReadonlyArray<AccessStep>;
};

/** One thing that could become otherwise. */
export type AccessStep = {
  /** What. */
  readonly kind: AccessStepKind;
  /** The step in plain words. */
  readonly sentence: Scalars['String']['output'];
  /** Present where the kind is OTHER_PURPOSE. */
  readonly purpose: Maybe<Purpose>;
  /** The consents that the client would take back, as `id@version`, with ids as this caller was given them. */
  readonly consents: ReadonlyArray<Scalars['String']['output']>;
};

/** What could become otherwise. */
export type AccessStepKind =
  /** The organisation begins to work with the client. */
  | 'RELATIONSHIP_BEGINS'
  /** It no longer works with the client. */
  | 'RELATIONSHIP_ENDS'
  /** PDS restricts the person's location. */
  | 'RESTRICTION_BEGINS'
  /** PDS no longer restricts it. */
  | 'RESTRICTION_ENDS'
  /** The client takes back what counted: a yes, or a no. */
  | 'CLIENT_TAKES_BACK'
  /** The client says yes to this caller, for this category and purpose. */
  | 'CLIENT_CONSENTS'
  /** The client says no to this caller, for this category and purpose. */
  | 'CLIENT_REFUSES'
  /** The caller asks for another purpose, if it is truly theirs. */
  | 'OTHER_PURPOSE'
  /** The caller opens emergency access, which is reviewed. */
  | 'EMERGENCY_ACCESS';

/** What somebody could see of a client on a past day. */
export type PastSight = {
  /** The day that was asked about. */
  readonly on: Scalars['Date']['output'];
  /** The versions of the sharing policy that decided on that day. Empty where the hub had none yet: then nothing could be seen. */
  readonly policyVersions: ReadonlyArray<Scalars['String']['output']>;
  /** Whether the organisation worked with the client at some time of the day. */
  readonly related: Scalars['Boolean']['output'];
  /** Every category. */
  readonly categories: ReadonlyArray<PastSightOfCategory>;
};

/** One category of a past day. */
export type PastSightOfCategory = {
  /** Which. */
  readonly category: DataCategory;
  /** Whether it could be seen at some time of the day. */
  readonly permitted: Scalars['Boolean']['output'];
  /** Whether that was so, or not so, from the first to the last moment of the day. */
  readonly wholeDay: Scalars['Boolean']['output'];
  /** Id of the policy rule that decided. */
  readonly rule: Scalars['String']['output'];
  /** What the rule asks for. */
  readonly basis: Basis;
  /** Present where it could not be seen. */
  readonly reason: Maybe<WithheldReason>;
  /** The consents that counted, as `id@version`, with ids as this caller was given them. */
  readonly consents: ReadonlyArray<Scalars['String']['output']>;
};

/** Fit notes in one of four states. */
export type FitNotesResult = FitNotes | NoRecord | Withheld | Unavailable;

/** Conditions in one of four states. */
export type ConditionsResult = Conditions | NoRecord | Withheld | Unavailable;

/** Measures in one of four states. */
export type MeasuresResult = Measures | NoRecord | Withheld | Unavailable;

/** Observations in one of four states. */
export type ObservationsResult = Observations | NoRecord | Withheld | Unavailable;

/** Appointments in one of four states. */
export type AppointmentsResult = Appointments | NoRecord | Withheld | Unavailable;

/** Encounters in one of four states. */
export type EncountersResult = Encounters | NoRecord | Withheld | Unavailable;

/** What a statement of fitness for work says. There is no «fit for work» note, so an absence of notes proves nothing. */
export type FitNoteStatus =
  /** «You are not fit for work.» */
  | 'NOT_FIT_FOR_WORK'
  /** «You may be fit for work taking account of the following advice.» */
  | 'MAY_BE_FIT_FOR_WORK'
  /** The source's code is none that the hub knows: read `statement`. */
  | 'UNKNOWN';

/** What the statement advises (the four boxes of form Med3). */
export type FitNoteAdjustment =
  /** A phased return to work. */
  | 'PHASED_RETURN'
  /** Altered hours. */
  | 'ALTERED_HOURS'
  /** Amended duties. */
  | 'AMENDED_DUTIES'
  /** Workplace adaptations. */
  | 'WORKPLACE_ADAPTATIONS';

/** Statements of fitness for work. */
export type FitNotes = {
  /** Most recent first. */
  readonly items: ReadonlyArray<FitNote>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Statements of fitness for work. */
export type FitNotesItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One statement of fitness for work (Med3). Its diagnosis is a condition, and is not part of it here. */
export type FitNote = {
  /** What it finds. */
  readonly status: FitNoteStatus;
  /** The coded statement, as it came. */
  readonly statement: Maybe<CodeableConcept>;
  /** Day of the assessment. */
  readonly assessmentDate: Maybe<Scalars['FHIRDateTime']['output']>;
  /** First day for which it holds. */
  readonly periodStart: Maybe<Scalars['FHIRDateTime']['output']>;
  /** Last day for which it holds. */
  readonly periodEnd: Maybe<Scalars['FHIRDateTime']['output']>;
  /** What it advises. Empty for «not fit». */
  readonly adjustments: ReadonlyArray<FitNoteAdjustment>;
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** The problem list, as far as the caller may see it. */
export type Conditions = {
  /** Most recent first. */
  readonly items: ReadonlyArray<Condition>;
  /** The categories of conditions that this caller may not see. Listed whether or not the person has any. */
  readonly withheld: ReadonlyArray<Withheld>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** The problem list, as far as the caller may see it. */
export type ConditionsItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One problem (FHIR Condition). */
export type Condition = {
  /** What it is, as it came. */
  readonly code: Maybe<CodeableConcept>;
  /** FHIR condition-clinical code: active, recurrence, relapse, inactive, remission, resolved. */
  readonly clinicalStatus: Maybe<Scalars['String']['output']>;
  /** FHIR condition-ver-status code: confirmed, provisional, refuted, entered-in-error … */
  readonly verificationStatus: Maybe<Scalars['String']['output']>;
  /** How severe, as it came. */
  readonly severity: Maybe<CodeableConcept>;
  /** FHIR condition categories, as they came. */
  readonly categories: ReadonlyArray<CodeableConcept>;
  /** When it began. */
  readonly onset: Maybe<Scalars['FHIRDateTime']['output']>;
  /** An age or a range, in words, where the source holds no date. */
  readonly onsetText: Maybe<Scalars['String']['output']>;
  /** When it ended. Null while it lasts, or where the source does not say. */
  readonly abatement: Maybe<Scalars['FHIRDateTime']['output']>;
  /** An age or a range, in words, where the source holds no date. */
  readonly abatementText: Maybe<Scalars['String']['output']>;
  /** When it was first recorded. */
  readonly recordedDate: Maybe<Scalars['FHIRDateTime']['output']>;
  /** The category that its labels and codes put it in. */
  readonly classification: DataCategory;
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** Scores of named instruments. */
export type Measures = {
  /** Most recent first. */
  readonly items: ReadonlyArray<MeasureScore>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Scores of named instruments. */
export type MeasuresItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A named instrument. */
export type Instrument =
  /** Patient Health Questionnaire, 9 items, 0 to 27. */
  | 'PHQ_9'
  /** Generalised Anxiety Disorder, 7 items, 0 to 21. */
  | 'GAD_7'
  /** Short Warwick-Edinburgh Mental Wellbeing Scale, raw 7 to 35. */
  | 'SWEMWBS'
  /** EQ-5D-5L: a profile of five digits; no index without a value set. */
  | 'EQ_5D_5L'
  /** Patient Health Questionnaire, 2 items, 0 to 6. */
  | 'PHQ_2'
  /** Alcohol Use Disorders Identification Test, consumption items, 0 to 12. */
  | 'AUDIT_C';

/** One completed measure. */
export type MeasureScore = {
  /** Which one. */
  readonly instrument: Instrument;
  /** Sum score in the instrument's own range. Null where items are missing or only a profile is held. */
  readonly total: Maybe<Scalars['Float']['output']>;
  /** EQ-5D-5L profile, e.g. 21232. */
  readonly profile: Maybe<Scalars['String']['output']>;
  /** Severity band by the published cut-offs. Null without a total or without published bands. */
  readonly band: Maybe<Scalars['String']['output']>;
  /** When it was completed. */
  readonly assessedAt: Maybe<Scalars['FHIRDateTime']['output']>;
  /** The code that it was recorded under, as it came. */
  readonly code: Maybe<CodeableConcept>;
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** Clinical observations. */
export type Observations = {
  /** Most recent first. */
  readonly items: ReadonlyArray<Observation>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Clinical observations. */
export type ObservationsItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One observation (FHIR Observation). */
export type Observation = {
  /** FHIR ObservationStatus: final, amended, entered-in-error … */
  readonly status: Maybe<Scalars['String']['output']>;
  /** What was observed, as it came. */
  readonly code: Maybe<CodeableConcept>;
  /** FHIR observation categories, as they came. */
  readonly categories: ReadonlyArray<CodeableConcept>;
  /** When it was true: an instant, or the start of a period. */
  readonly effective: Maybe<Scalars['FHIRDateTime']['output']>;
  /** End of the period, where it was one. */
  readonly effectiveEnd: Maybe<Scalars['FHIRDateTime']['output']>;
  /** When it was made available. */
  readonly issued: Maybe<Scalars['FHIRDateTime']['output']>;
  /** What was found. Null where only components are held. */
  readonly value: Maybe<ObservationValue>;
  /** Its parts, e.g. systolic and diastolic pressure. */
  readonly components: ReadonlyArray<ObservationComponent>;
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** One part of an observation, e.g. systolic pressure. */
export type ObservationComponent = {
  /** What it is, as it came. */
  readonly code: Maybe<CodeableConcept>;
  /** What was found. */
  readonly value: Maybe<ObservationValue>;
};

/** Exactly one field is set. */
export type ObservationValue = {
  /** A measured amount. */
  readonly quantity: Maybe<Quantity>;
  /** A coded finding. */
  readonly concept: Maybe<CodeableConcept>;
  /** Anything else, in words. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** Booked appointments. */
export type Appointments = {
  /** Latest start first. */
  readonly items: ReadonlyArray<Appointment>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Booked appointments. */
export type AppointmentsItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One appointment (FHIR Appointment). */
export type Appointment = {
  /** FHIR AppointmentStatus: booked, cancelled, fulfilled, noshow … */
  readonly status: Maybe<Scalars['String']['output']>;
  /** When it begins. */
  readonly start: Maybe<Scalars['DateTime']['output']>;
  /** When it ends. */
  readonly end: Maybe<Scalars['DateTime']['output']>;
  /** What for, as it came. */
  readonly serviceTypes: ReadonlyArray<CodeableConcept>;
  /** Free text, which can name a place. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Where it takes place. */
  readonly location: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** Past contacts with health services. */
export type Encounters = {
  /** Most recent first. */
  readonly items: ReadonlyArray<Encounter>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Past contacts with health services. */
export type EncountersItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One contact (FHIR Encounter). */
export type Encounter = {
  /** FHIR EncounterStatus: finished, in-progress, cancelled … */
  readonly status: Maybe<Scalars['String']['output']>;
  /** HL7 v3 ActEncounterCode, as it came: AMB ambulatory, IMP inpatient, EMER emergency … */
  readonly class: Maybe<Coding>;
  /** What kind, as it came. */
  readonly types: ReadonlyArray<CodeableConcept>;
  /** What for, as it came. */
  readonly reasons: ReadonlyArray<CodeableConcept>;
  /** When it began. */
  readonly start: Maybe<Scalars['FHIRDateTime']['output']>;
  /** When it ended. */
  readonly end: Maybe<Scalars['FHIRDateTime']['output']>;
  /** Who provided the care, as named. */
  readonly serviceProvider: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** Who looked, newest first (Relay cursor connection). */
export type AccessHistoryConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<AccessHistoryEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Present where the caller may not see the history; `edges` is then empty. */
  readonly withheld: Maybe<Withheld>;
};

/** One entry of a page. */
export type AccessHistoryEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AccessHistoryEntry;
};

/** One caller, one moment: what they asked to see about the client, and what they were told. */
export type AccessHistoryEntry = {
  /** Names the entry to `delayAccessHistory`. Opaque, and good for this caller only. */
  readonly handle: Scalars['String']['output'];
  /** When the record became durable; to the day only where `throughSomebodyElse`. */
  readonly at: Scalars['DateTime']['output'];
  /** Whose caller it was. */
  readonly organisation: Scalars['String']['output'];
  /** The organisation's name, where this hub knows it. */
  readonly organisationName: Maybe<Scalars['String']['output']>;
  /** The part that the caller played. */
  readonly audience: Audience;
  /** The caller's name as their token gave it, where the hub's rules show that part's names. Null otherwise. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Why the caller asked. Null where `throughSomebodyElse`: that is the other person's affair. */
  readonly purpose: Maybe<Purpose>;
  /** Present where whoever looked acted for the client. */
  readonly actingFor: Maybe<ProxyActing>;
  /** The sections that the answer may have held. */
  readonly permitted: ReadonlyArray<DataCategory>;
  /** The sections that were refused. */
  readonly refused: ReadonlyArray<DataCategory>;
  /** The lawful bases of what was permitted. */
  readonly bases: ReadonlyArray<Basis>;
  /** The caller asked about somebody else, and a record of that person names this client too. Nothing of the other person is told. */
  readonly throughSomebodyElse: Scalars['Boolean']['output'];
  /** It is the first time that this organisation saw anything of the client. */
  readonly firstByOrganisation: Scalars['Boolean']['output'];
  /** It was opened as an emergency. */
  readonly emergency: Scalars['Boolean']['output'];
  /** The whole entry in plain words, for a reading age of 9. */
  readonly sentence: Scalars['String']['output'];
  /** What has turned out wrong about it since, in plain words: a link between two people's records that was taken away. Null where nothing has. */
  readonly correction: Maybe<Scalars['String']['output']>;
  /** For the privacy officer: the day from which the client sees the entry. Null where they see it. */
  readonly delayedUntil: Maybe<Scalars['Date']['output']>;
  /** Proof that the entry stands in the ledger: for the client, whoever acts for them, and the privacy officer. Null where `throughSomebodyElse`, for a second or so until a head is published, and for records of before there were receipts. */
  readonly receipt: Maybe<AccessReceipt>;
};

/** Proof that a ledger record exists and has not been altered, for the client, and for whoever answers to them, to keep. `docs/verify-receipt.mjs` checks it against the published heads without the hub. It tells nothing that the entry does not: names and whatever else is masked are behind a salted hash. */
export type AccessReceipt = {
  /** The record, byte for byte as it is hashed: its SHA-256 is the data of the leaf. Null for a privacy officer, because it holds the id of the client that no organisation is given; the client's own receipt has it. */
  readonly record: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the record, hex: what is proved where `record` is null. */
  readonly recordHash: Scalars['String']['output'];
  /** The leaf's place in the tree, from 0. */
  readonly leafIndex: Scalars['Int']['output'];
  /** The hashes that lead from the leaf to the root, lowest first: RFC 9162 section 2.1.3, SHA-256, hex. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The first published head whose tree holds the record. */
  readonly head: LedgerHead;
  /** The hashes that show that the writer's tree of this earlier size is the beginning of this one: RFC 9162 section 2.1.4. Null where the size is not one of before. */
  readonly consistency: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Proof that a ledger record exists and has not been altered, for the client, and for whoever answers to them, to keep. `docs/verify-receipt.mjs` checks it against the published heads without the hub. It tells nothing that the entry does not: names and whatever else is masked are behind a salted hash. */
export type AccessReceiptConsistencyArgs = {
  treeSize: Scalars['Int']['input'];
};

/** What a writer of the ledger said it had written, signed and published outside the hub's control. */
export type LedgerHead = {
  /** The chain: one for each start of a hub process. */
  readonly writer: Scalars['String']['output'];
  /** How many records it had: the size of the tree. */
  readonly sequence: Scalars['Int']['output'];
  /** SHA-256 of the last record, hex. */
  readonly hash: Scalars['String']['output'];
  /** Root of the Merkle tree over the records, hex. */
  readonly root: Scalars['String']['output'];
  /** When it was signed, as it was signed. */
  readonly at: Scalars['String']['output'];
  /** Whether the writer ended here. */
  readonly closed: Scalars['Boolean']['output'];
  /** Ed25519 over the above, base64url. */
  readonly signature: Scalars['String']['output'];
};

/** Which entries are to be shown later. */
export type DelayAccessHistoryInput = {
  /** Makes a repetition harmless. 8 to 64 letters, digits and hyphens. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The client, by the id that this caller was given. */
  readonly client: Scalars['ID']['input'];
  /** One entry, by its handle. Either this or `organisation`. */
  readonly entry?: InputMaybe<Scalars['String']['input']>;
  /** Every entry of this organisation's callers, those to come included. Either this or `entry`. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** The day from which the client sees them: 1 to 366 days from today. */
  readonly until: Scalars['Date']['input'];
  /** Why. */
  readonly reason: HistoryDelayReason;
};

/** Why an entry is shown later. */
export type HistoryDelayReason =
  /** The client could come to harm if they, or somebody who reads with them, saw it now. */
  | 'DANGER_TO_CLIENT'
  /** Somebody else could come to harm. */
  | 'DANGER_TO_OTHERS'
  /** It would prejudice an investigation that the law allows to be kept from them for a time (Data Protection Act 2018 schedule 2). */
  | 'LAWFUL_INVESTIGATION';

/** What became of the delay. */
export type DelayAccessHistoryResult = AccessHistoryDelayed | DelayAccessHistoryRefused;

/** The entries are kept out of the client's history until then. */
export type AccessHistoryDelayed = {
  /** The day from which they are seen. */
  readonly until: Scalars['Date']['output'];
};

/** Nothing is delayed. */
export type DelayAccessHistoryRefused = {
  /** Why. */
  readonly reason: DelayAccessHistoryRefusal;
  /** The same in words. */
  readonly message: Scalars['String']['output'];
};

/** Why nothing is delayed. */
export type DelayAccessHistoryRefusal =
  /** No such client or entry for this caller. */
  | 'NOT_FOUND'
  /** The caller is no privacy officer. */
  | 'NOT_PERMITTED'
  /** A field is not as it must be. */
  | 'INVALID_INPUT'
  /** The key came before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED';

/** One link between a client and an identifier in another system, or another record of the same person. */
export type ClientLink = {
  /** For `unlink`: the system, or the record for a merged one. */
  readonly key: Scalars['ID']['output'];
  /** `nino`, the name of a source, or `client` for a record that PDS joined with this one. */
  readonly system: Scalars['String']['output'];
  /** Whether it holds. */
  readonly state: ClientLinkState;
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
  /** Until when. Null while it holds. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
  /** What it rests on. */
  readonly evidence: LinkEvidence;
  /** Who decided it: the organisation. Null where an enrolment brought it. */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** Why it was taken away. Null while it holds. */
  readonly reason: Maybe<UnlinkReason>;
  /** The disclosures that were made through it, newest first: all that would have to be made good if it is wrong. To a privacy officer alone. */
  readonly disclosures: LinkDisclosureConnection;
};

/** One link between a client and an identifier in another system, or another record of the same person. */
export type ClientLinkDisclosuresArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a link holds. */
export type ClientLinkState =
  /** It holds. */
  | 'LINKED'
  /** It was taken away. */
  | 'UNLINKED';

/** What a link rests on. */
export type LinkEvidence =
  /** The operator's enrolment. */
  | 'ROSTER'
  /** PDS answered one number with another. */
  | 'PDS_SUPERSEDED'
  /** A reviewer's decision about a possible match. */
  | 'REVIEWED_MATCH'
  /** A correction. */
  | 'CORRECTION';

/** Why a link was taken away. */
export type UnlinkReason =
  /** It led to another person. */
  | 'WRONG_PERSON'
  /** The source has the person twice. */
  | 'DUPLICATE_IN_SOURCE'
  /** Somebody posed as somebody else. */
  | 'IDENTITY_FRAUD'
  /** The client asked, and it may be taken away. */
  | 'CLIENT_REQUEST';

/** A page of disclosures (Relay cursor connection). */
export type LinkDisclosureConnection = {
  /** Why the caller may not see them. Null where they may; then the list is empty because there are none. */
  readonly withheld: Maybe<Withheld>;
  /** Those of this page. */
  readonly edges: ReadonlyArray<LinkDisclosureEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One disclosure of a page. */
export type LinkDisclosureEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The disclosure. */
  readonly node: LinkDisclosure;
};

/** One answer that may have shown something through the link. */
export type LinkDisclosure = {
  /** When the record became durable. */
  readonly at: Scalars['DateTime']['output'];
  /** Who was told: the organisation. */
  readonly organisation: Scalars['String']['output'];
  /** Who was told: the token's subject. */
  readonly subject: Scalars['String']['output'];
  /** The part that they played. */
  readonly audience: Audience;
  /** Why they asked. */
  readonly purpose: Purpose;
  /** What the answer may have held from where the link led. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** The request, for asking that organisation about it. */
  readonly correlationId: Scalars['String']['output'];
};

/** Which link was wrong. */
export type UnlinkInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The client in whose record it stands. */
  readonly client: Scalars['ID']['input'];
  /** The link's `key`. */
  readonly link: Scalars['ID']['input'];
  /** Why. */
  readonly reason: UnlinkReason;
  /** In words; 1 to 2,000 characters. */
  readonly note: Scalars['String']['input'];
  /** The client to whom it belongs, where that is known: their history then lists what was disclosed of them. */
  readonly belongsTo?: InputMaybe<Scalars['ID']['input']>;
};

/** What was taken away, or why nothing was stored. */
export type UnlinkResult = Unlinked | LinkRefused;

/** The link is taken away, durably. */
export type Unlinked = {
  /** The link as it was, with the disclosures that were made through it. */
  readonly link: ClientLink;
};

/** Why nothing was stored. */
export type LinkRefusalReason =
  /** No such client or link for this caller. */
  | 'NOT_FOUND'
  /** This caller may not take links away. */
  | 'NOT_PERMITTED'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT';

/** Nothing was stored. */
export type LinkRefused = {
  /** Why. */
  readonly reason: LinkRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/** Somebody as the caller knows them. The more is said, the better people are told apart. */
export type RequestTraceInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Family name, whole. */
  readonly familyName: Scalars['String']['input'];
  /** First given name. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Whole date of birth. */
  readonly birthDate: Scalars['Date']['input'];
  /** UK postcode of where they live. */
  readonly postcode?: InputMaybe<Scalars['UKPostcode']['input']>;
  /** FHIR AdministrativeGender: female, male, other, unknown. */
  readonly sex?: InputMaybe<AdministrativeGender>;
};

/** FHIR AdministrativeGender. */
export type AdministrativeGender =
  /** Female. */
  | 'female'
  /** Male. */
  | 'male'
  /** Other. */
  | 'other'
  /** Not known. */
  | 'unknown';

/** That the request is stored, or why it is not. */
export type RequestTraceResult = TraceRequested | MatchRefused;

/** The decision as stored, or why nothing was stored. */
export type DecideMatchResult = MatchDecided | MatchRefused;

/** The request is stored durably. It says nothing of who was found, or whether anybody was. */
export type TraceRequested = {
  /** For asking the body that runs the hub about it. Opaque and pairwise, like client ids. */
  readonly reference: Scalars['ID']['output'];
};

/** How a reviewer decides a possible match. */
export type DecideMatchInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The match of a MATCH_REVIEW task's details. */
  readonly match: Scalars['ID']['input'];
  /** What the reviewer holds to be so. */
  readonly decision: MatchDecision;
  /** Why; 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** Only with LATER: by when it must be decided. */
  readonly dueAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a reviewer can say of a possible match. */
export type MatchDecision =
  /** They are one person: enrolled, linked, and known to the organisation that asked. */
  | 'LINK'
  /** They are two people. The same description is not raised again. */
  | 'NOT_SAME'
  /** It cannot be said yet: the task waits. */
  | 'LATER';

/** The decision is stored durably. */
export type MatchDecided = {
  /** As it was stored. */
  readonly decision: MatchDecision;
};

/** Why nothing was stored. */
export type MatchRefusalReason =
  /** No such possible match for this caller. */
  | 'NOT_FOUND'
  /** This caller may not do that, or not with this one: nobody decides what they asked for. */
  | 'NOT_PERMITTED'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** It is already decided. */
  | 'ALREADY_DECIDED'
  /** The person has another identifier in one of these systems: unlink that first, or decide NOT_SAME. */
  | 'LINKED_OTHERWISE'
  /** Somebody changed it meanwhile: read it again. */
  | 'CHANGED_MEANWHILE';

/** Nothing was stored. */
export type MatchRefused = {
  /** Why. */
  readonly reason: MatchRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/** A possible match to decide: what somebody said of a person, and how that compares with the one whom PDS found. It shows nothing that PDS said. */
export type MatchReview = {
  /** For `decideMatch`. Opaque and pairwise. */
  readonly match: Scalars['ID']['output'];
  /** Where the description came from. */
  readonly origin: MatchOrigin;
  /** Who asked: the organisation. */
  readonly organisation: Scalars['String']['output'];
  /** Who asked: the token's subject, or the operator's command. */
  readonly requestedBy: Scalars['String']['output'];
  /** What they said, field by field. */
  readonly description: ReadonlyArray<MatchFieldValue>;
  /** How it compares. */
  readonly waterfall: MatchWaterfall;
};

/** Where a description came from. */
export type MatchOrigin =
  /** A member of staff asked. */
  | 'STAFF'
  /** A roster named somebody without an NHS number. */
  | 'ROSTER'
  /** A provider's file did. */
  | 'PROVIDER_CSV';

/** What two descriptions are compared by. */
export type MatchField =
  /** Family name. */
  | 'familyName'
  /** First given name. */
  | 'givenName'
  /** Date of birth. */
  | 'birthDate'
  /** Postcode of the home. */
  | 'postcode'
  /** FHIR AdministrativeGender. */
  | 'sex';

/** One thing that was said of a person. */
export type MatchFieldValue = {
  /** Which. */
  readonly field: MatchField;
  /** As it was said. */
  readonly value: Scalars['String']['output'];
};

/** How a field compares. */
export type MatchLevel =
  /** The same, whatever the case, accents and spaces. */
  | 'EXACT'
  /** Names that look alike (Jaro-Winkler), dates with one mistake, postcodes of one sector. */
  | 'CLOSE'
  /** Not the same. */
  | 'DIFFERENT'
  /** One side lacks it; it counts for nothing. */
  | 'MISSING';

/** Fellegi-Sunter match weights, log2: from the prior, field by field, to the total. Not a probability, which would look like certainty. */
export type MatchWaterfall = {
  /** The dated model that weighed (`policies/matching.yaml`). */
  readonly modelVersion: Scalars['String']['output'];
  /** Where it starts: how unlikely it is that two people at random are one. */
  readonly prior: Scalars['Float']['output'];
  /** What each field adds, in the model's order. */
  readonly steps: ReadonlyArray<MatchStep>;
  /** Where it ends. At 0 it is as likely as not. */
  readonly total: Scalars['Float']['output'];
};

/** One field's share. */
export type MatchStep = {
  /** Which field. */
  readonly field: MatchField;
  /** How it compares. */
  readonly level: MatchLevel;
  /** log2(m/u): positive where it speaks for one person. */
  readonly weight: Scalars['Float']['output'];
};

/** A page of notices (Relay cursor connection). */
export type NoticeConnection = {
  /** The notices of this page. */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Present where the caller may not see them; `edges` is then empty. */
  readonly withheld: Maybe<Withheld>;
};

/** One notice of a page. */
export type NoticeEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The notice. */
  readonly node: Notice;
};

/** What a notice tells of. */
export type NoticeKind =
  /** Somebody opened the record in an emergency. */
  | 'EMERGENCY_ACCESS'
  /** An organisation saw something of the record for the first time. */
  | 'FIRST_ACCESS'
  /** Somebody who was asked to put something right in the record has answered. */
  | 'CORRECTION_ANSWERED';

/** One thing that a client is told without asking. */
export type Notice = {
  /** What it tells of. */
  readonly kind: NoticeKind;
  /** When that happened; to the day only where the organisation asked about somebody else, whose record names the client too. */
  readonly at: Scalars['DateTime']['output'];
  /** Whose act it was: the organisation. */
  readonly organisation: Scalars['String']['output'];
  /** The part that they played. */
  readonly audience: Audience;
  /** The whole notice in plain words. */
  readonly sentence: Scalars['String']['output'];
  /** The day from which the client is told, where a privacy officer keeps that organisation's acts from them for now (`delayAccessHistory`). Only privacy officers see this, and a notice that has it. */
  readonly delayedUntil: Maybe<Scalars['Date']['output']>;
};

/** In what effects two versions of the sharing policy differ; their texts are not compared. */
export type PolicyChangeReport = {
  /** The version before. Null: there is no other, and nothing is compared. */
  readonly from: Maybe<Scalars['String']['output']>;
  /** The version after. */
  readonly to: Scalars['String']['output'];
  /** First day on which the version after decides. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** What becomes more open. */
  readonly widened: ReadonlyArray<PolicyChange>;
  /** What becomes less open. */
  readonly narrowed: ReadonlyArray<PolicyChange>;
};

/** One thing that becomes more open, or less. */
export type PolicyChange = {
  /** For whom. Null where it is for everybody. */
  readonly audience: Maybe<Audience>;
  /** For what. Null where it is for anything. */
  readonly purpose: Maybe<Purpose>;
  /** Of what. Null where it is not about data. */
  readonly category: Maybe<DataCategory>;
  /** In which circumstances. */
  readonly circumstance: PolicyCircumstance;
  /** What it took before. Null where it is not about data that is shown. */
  readonly before: Maybe<PolicyOpenness>;
  /** What it takes after. */
  readonly after: Maybe<PolicyOpenness>;
  /** Whether the version after declares it, with a reason, among what it widens. */
  readonly declared: Scalars['Boolean']['output'];
  /** In one line. */
  readonly sentence: Scalars['String']['output'];
};

/** How far a policy opens something, from closed to open. */
export type PolicyOpenness =
  /** Whatever the client says. */
  | 'CLOSED'
  /** By the client's consent to one named request. */
  | 'BY_EXPLICIT_CONSENT'
  /** By the client's consent. */
  | 'BY_CONSENT'
  /** Open, unless the client says no. */
  | 'UNLESS_REFUSED'
  /** Open, whatever the client says. */
  | 'ALWAYS';

/** The circumstances in which a policy is asked. */
export type PolicyCircumstance =
  /** A caller whose organisation works with the client. */
  | 'USUAL'
  /** The same, of a person whose location is restricted. */
  | 'RESTRICTED_LOCATION'
  /** A caller who opened emergency access. */
  | 'EMERGENCY'
  /** The same, where their organisation does not work with the client. */
  | 'EMERGENCY_UNRELATED';

/** A change of consent that nobody has made yet. Exactly one field. */
export type ConsentChangeInput =
  /** As `recordConsent` would be asked. The idempotency key is not used up. */
  | {
      readonly record: RecordConsentInput;
      readonly withdraw?: never;
    } /** As `withdrawConsent` would be asked. The idempotency key is not used up. */
  | { readonly record?: never; readonly withdraw: WithdrawConsentInput };

/** What to compare. Null on one side: as if it had never been given. */
export type ConsentDiffInput = {
  /** A consent id as the caller was given it, alone (its newest version) or with a version: `id@version`. */
  readonly before?: InputMaybe<Scalars['ID']['input']>;
  /** The same, for the other side. */
  readonly after?: InputMaybe<Scalars['ID']['input']>;
};

/** What the change would do, or why it could not be made. */
export type PreviewConsentResult = ConsentPreview | ConsentRefused;

/** In what the two differ, or why they cannot be compared. */
export type ConsentDiffResult = ConsentDiff | ConsentRefused;

/** What a change of consent would do. */
export type ConsentPreview = {
  /** First day of the history that was asked again. */
  readonly historyFrom: Scalars['Date']['output'];
  /** The day for which it was decided: today, or the first day on which the proposed consent holds. */
  readonly asOf: Scalars['Date']['output'];
  /** How many sections were read or refused in that time. */
  readonly reads: Scalars['Int']['output'];
  /** By organisation and category, where anything would be otherwise. */
  readonly changes: ReadonlyArray<PreviewedReads>;
  /** What would be otherwise from now on, whether or not anybody read it before. */
  readonly effects: ReadonlyArray<EffectChange>;
  /** The whole of it in plain words. */
  readonly sentence: Scalars['String']['output'];
};

/** What one organisation would lose and gain of one category, in reads of the last 90 days. */
export type PreviewedReads = {
  /** Whose reads. */
  readonly organisation: Scalars['String']['output'];
  /** Of what. */
  readonly category: DataCategory;
  /** How often it was asked for, refusals included. */
  readonly reads: Scalars['Int']['output'];
  /** Reads that are permitted as things stand. */
  readonly permittedNow: Scalars['Int']['output'];
  /** Reads that would be refused, and are permitted as things stand. */
  readonly lost: Scalars['Int']['output'];
  /** Reads that would be permitted, and are refused as things stand. */
  readonly gained: Scalars['Int']['output'];
  /** Reads that are permitted either way, and would show data of other periods. */
  readonly changed: Scalars['Int']['output'];
};

/** In what effects two consents differ. */
export type ConsentDiff = {
  /** By audience, purpose and category. Empty where they come to the same. */
  readonly effects: ReadonlyArray<EffectChange>;
};

/** That somebody would see more, or less, of a category for a purpose. */
export type EffectChange = {
  /** Null: any organisation that works with the client and that the consents do not name. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** The one person of that organisation. Null: anybody whom the consents do not name. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Somebody who acts for the client, by the id in `Client.representatives`; `audience` is then CLIENT. Null: nobody does. */
  readonly representative: Maybe<Scalars['ID']['output']>;
  /** The part that they play. */
  readonly audience: Audience;
  /** What for. */
  readonly purpose: Purpose;
  /** What they would see. */
  readonly category: DataCategory;
  /** Before. */
  readonly before: Sight;
  /** After. */
  readonly after: Sight;
};

/** How much somebody may see. */
export type Sight = {
  /** Nothing, all of it, or what is dated within periods. */
  readonly extent: SightExtent;
  /** Present where the extent is PERIODS. */
  readonly periods: ReadonlyArray<SightPeriod>;
};

/** How much somebody may see. */
export type SightExtent =
  /** Nothing of it. */
  | 'NOTHING'
  /** All of it. */
  | 'ALL'
  /** What is dated within the periods. */
  | 'PERIODS';

/** A period of days by which data is dated, both ends included. */
export type SightPeriod = {
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Last day. Null: open. */
  readonly to: Maybe<Scalars['Date']['output']>;
};

/** One programme in one version. */
export type Programme = {
  /** The same in every version. */
  readonly id: Scalars['ID']['output'];
  /** The day from which this version holds; with the id it names the version. */
  readonly version: Scalars['Date']['output'];
  /** Its full name. */
  readonly name: Scalars['String']['output'];
  /** What it is, in a sentence. */
  readonly summary: Scalars['String']['output'];
  /** Under which name it is promoted. */
  readonly brand: ProgrammeBrand;
  /** What it calls things: one person is a client, customer or participant. */
  readonly words: ProgrammeWords;
  /** First day. */
  readonly start: Scalars['Date']['output'];
  /** Planned last day, if it has one. */
  readonly plannedEnd: Maybe<Scalars['Date']['output']>;
  /** Last day on which anybody is enrolled. Comes before `close`. */
  readonly enrolmentStop: Maybe<Scalars['Date']['output']>;
  /** Day by which everybody is discharged. */
  readonly close: Maybe<Scalars['Date']['output']>;
  /** Whether anybody could be enrolled on the day that was asked for. */
  readonly enrolling: Scalars['Boolean']['output'];
  /** Who pays for it, runs it and works in it. */
  readonly partners: ReadonlyArray<ProgrammePartner>;
  /** Where it works. */
  readonly areas: ReadonlyArray<ProgrammeArea>;
  /** The ways in. Every referral goes to the programme's gateway, never to a stream. */
  readonly channels: ReadonlyArray<ProgrammeChannel>;
  /** Groups of facts that gate nobody here. */
  readonly neverGatedBy: ReadonlyArray<FactGroup>;
  /** Whether a gate may say only whom the service is for, and never who is ready for it (IPS). */
  readonly zeroExclusion: Scalars['Boolean']['output'];
  /** The kinds of support that people are sorted into. */
  readonly streams: ReadonlyArray<ProgrammeStream>;
  /** Who works in it. */
  readonly roles: ReadonlyArray<ProgrammeRole>;
  /** How long things may take. */
  readonly clocks: ProgrammeClocks;
  /** What a holistic assessment looks at. */
  readonly assessmentDomains: ReadonlyArray<ProgrammeStrandCode>;
  /** What kinds of plan there are. */
  readonly planTypes: ReadonlyArray<ProgrammePlanType>;
  /** What kinds of support there are. */
  readonly supportCategories: ReadonlyArray<ProgrammeSupportCategory>;
  /** What sessions are about. */
  readonly sessionTopics: ReadonlyArray<ProgrammeCode>;
  /** Alone or in groups. */
  readonly sessionKinds: ReadonlyArray<SessionKind>;
  /** How contact is made. */
  readonly contactModes: ReadonlyArray<ContactMode>;
  /** What is measured, and when. */
  readonly measures: ReadonlyArray<ProgrammeMeasure>;
  /** When employment status and absence are kept for good. */
  readonly snapshots: ReadonlyArray<SnapshotPoint>;
  /** How a case can end. */
  readonly dischargeReasons: ReadonlyArray<ProgrammeDischargeReason>;
  /** For how many. */
  readonly capacity: ReadonlyArray<ProgrammeCapacity>;
};

/** A name in public. */
export type ProgrammeBrand = {
  /** As it is written. */
  readonly name: Scalars['String']['output'];
  /** The line below it. */
  readonly strapline: Maybe<Scalars['String']['output']>;
};

/** A programme's own words for what the hub calls by one name. */
export type ProgrammeWords = {
  /** One person. */
  readonly client: Scalars['String']['output'];
  /** Several. */
  readonly clients: Scalars['String']['output'];
  /** Who is accountable for a case. */
  readonly worker: Scalars['String']['output'];
  /** A case. */
  readonly case: Scalars['String']['output'];
  /** A plan. */
  readonly plan: Scalars['String']['output'];
  /** A session. */
  readonly session: Scalars['String']['output'];
};

/** An organisation with a part in a programme. */
export type ProgrammePartner = {
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its part. */
  readonly part: PartnerPart;
  /** Its code in this hub, if it calls it. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** Codes of the areas in which it plays it. Empty: all. */
  readonly areas: ReadonlyArray<Scalars['String']['output']>;
  /** That a body found the service to keep to a standard. Null: nothing says so. */
  readonly accreditation: Maybe<Accreditation>;
};

/** That a body found a service to keep to a standard, such as IPS fidelity. */
export type Accreditation = {
  /** Which body. */
  readonly by: Scalars['String']['output'];
  /** Which standard, and what was found. */
  readonly standard: Scalars['String']['output'];
  /** The day from which it holds. */
  readonly on: Scalars['Date']['output'];
  /** The last day on which it holds. Null: none is set. */
  readonly until: Maybe<Scalars['Date']['output']>;
  /** Whether it holds on the day that the programme is asked about. */
  readonly holds: Scalars['Boolean']['output'];
};

/** The part that a partner plays. */
export type PartnerPart =
  /** Pays. */
  | 'FUNDER'
  /** Commissions the service. */
  | 'COMMISSIONER'
  /** Receives every referral. */
  | 'GATEWAY'
  /** Gives the support. */
  | 'PROVIDER'
  /** Health services that work in the programme. */
  | 'HEALTH_PARTNER'
  /** Sends people. */
  | 'REFERRER'
  /** Stands behind it. */
  | 'SPONSOR'
  /** Evaluates it, without names. */
  | 'EVALUATOR';

/** Where a programme works. */
export type ProgrammeArea = {
  /** Named so in rules, cases and reports. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Postcode districts, or the first and last of several: DD1-DD5. */
  readonly postcodeDistricts: ReadonlyArray<Scalars['String']['output']>;
  /** ODS codes of general practices whose people belong to it. */
  readonly practices: ReadonlyArray<Scalars['String']['output']>;
  /** Codes of jobcentres whose people belong to it. */
  readonly jobcentres: ReadonlyArray<Scalars['String']['output']>;
};

/** A way in. */
export type ProgrammeChannel = {
  /** Of the closed list, so that routes can be compared. */
  readonly type: ReferralChannel;
  /** In the programme's words. */
  readonly says: Scalars['String']['output'];
  /** Codes of the areas that have it. Empty: all. */
  readonly areas: ReadonlyArray<Scalars['String']['output']>;
};

/** One kind of support of a programme, with who it is for. */
export type ProgrammeStream = {
  /** Unique in its programme. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Whom it serves. */
  readonly pathway: Pathway;
  /** What it is. */
  readonly summary: Scalars['String']['output'];
  /** Codes of the areas that it serves. */
  readonly areas: ReadonlyArray<Scalars['String']['output']>;
  /** All of them must be met. */
  readonly criteria: ReadonlyArray<EligibilityCriterion>;
  /** What is offered to somebody who is not eligible. */
  readonly otherwise: ReadonlyArray<EligibilityAlternative>;
  /** When a case is planned to end: the first that applies. Empty: open-ended. */
  readonly plannedEnd: ReadonlyArray<PlannedEnd>;
};

/** Whom a stream serves. */
export type Pathway =
  /** A client. */
  | 'PERSON'
  /** An employer, as a service user of its own. */
  | 'EMPLOYER';

/** One thing that must hold. */
export type EligibilityCriterion = {
  /** Unique in its stream. */
  readonly code: Scalars['String']['output'];
  /** In the Common Expression Language, over the fact model. */
  readonly rule: Scalars['String']['output'];
  /** The reason where it holds. */
  readonly met: Scalars['String']['output'];
  /** The reason where it does not. */
  readonly notMet: Scalars['String']['output'];
  /** The facts that it reads. */
  readonly facts: ReadonlyArray<Scalars['String']['output']>;
};

/** What is offered instead. */
export type EligibilityAlternative = {
  /** Which kind of offer. */
  readonly kind: AlternativeKind;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What it is, to be said to the person. */
  readonly says: Scalars['String']['output'];
  /** Code of the other stream, or id of the other programme. */
  readonly to: Maybe<Scalars['String']['output']>;
};

/** Which kind of offer an alternative is. */
export type AlternativeKind =
  /** Advice without a case. */
  | 'LIGHT_TOUCH'
  /** Another stream of the programme. */
  | 'OTHER_STREAM'
  /** Another programme of this hub. */
  | 'OTHER_PROGRAMME'
  /** A service outside. */
  | 'EXTERNAL_SERVICE';

/** When a case is planned to end. */
export type PlannedEnd = {
  /** For whom, as a rule. Null: for everybody else. */
  readonly when: Maybe<Scalars['String']['output']>;
  /** How long after its start. */
  readonly after: ProgrammeDuration;
};

/** How long. */
export type ProgrammeDuration = {
  /** How many. */
  readonly amount: Scalars['Int']['output'];
  /** Of what. */
  readonly unit: DurationUnit;
};

/** What a duration counts. */
export type DurationUnit =
  /** Sixty minutes. */
  | 'HOURS'
  /** Calendar days. */
  | 'DAYS'
  /** Mondays to Fridays. */
  | 'WORKING_DAYS'
  /** Seven days. */
  | 'WEEKS'
  /** To the same day of a later month, or its last day. */
  | 'MONTHS';

/** How long things may take. Null: the programme sets no time. */
export type ProgrammeClocks = {
  /** From a referral being sent to its being acknowledged. */
  readonly acknowledge: Maybe<ProgrammeDuration>;
  /** From a referral being sent to its being accepted or rejected. */
  readonly accept: Maybe<ProgrammeDuration>;
  /** From being accepted to being spoken to first. */
  readonly firstContact: Maybe<ProgrammeDuration>;
  /** Between two updates to the referrer. */
  readonly update: Maybe<ProgrammeDuration>;
  /** How long an open case may be without a session that the person came to. */
  readonly contact: Maybe<ProgrammeDuration>;
  /** How long before the planned end somebody is warned. */
  readonly warnings: ReadonlyArray<ProgrammeDuration>;
  /** How a case may be extended. Null: not at all. */
  readonly extensions: Maybe<ProgrammeExtensions>;
};

/** How a case may be extended. */
export type ProgrammeExtensions = {
  /** How often at most. */
  readonly most: Scalars['Int']['output'];
  /** By how much each time. */
  readonly each: ProgrammeDuration;
  /** For which reasons. */
  readonly reasons: ReadonlyArray<ProgrammeCode>;
};

/** A code with its name. */
export type ProgrammeCode = {
  /** Unique in its list. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
};

/** Somebody who works in a programme. */
export type ProgrammeRole = {
  /** Unique in its list. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Whether it takes clinical training. */
  readonly clinical: Scalars['Boolean']['output'];
  /** Whether it is accountable for cases. */
  readonly accountable: Scalars['Boolean']['output'];
  /** What somebody in it may do; what lies beyond it is referred on. Null where the programme does not say. */
  readonly scope: Maybe<Scalars['String']['output']>;
};

/** A code of one journey. */
export type ProgrammeStrandCode = {
  /** Unique in its list. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Which journey it belongs to. */
  readonly strand: Strand;
};

/** The journeys that meet on one plan. */
export type Strand =
  /** Health and wellbeing. */
  | 'HEALTH'
  /** Work. */
  | 'WORK'
  /** What stands around both. */
  | 'SOCIAL';

/** A kind of plan. */
export type ProgrammePlanType = {
  /** Unique in its list. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** The journeys whose goals stand on it side by side. */
  readonly strands: ReadonlyArray<Strand>;
};

/** A kind of support. */
export type ProgrammeSupportCategory = {
  /** Unique in its list. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Which journey it belongs to. */
  readonly strand: Strand;
  /** Whether it is fast-tracked, so that its waiting time is measured. */
  readonly fastTrack: Scalars['Boolean']['output'];
  /** The role that gives it. Null where the programme does not say. */
  readonly role: Maybe<Scalars['String']['output']>;
};

/** Alone or with others. */
export type SessionKind =
  /** One person. */
  | 'INDIVIDUAL'
  /** Several, with a roster. */
  | 'GROUP';

/** How contact is made. */
export type ContactMode =
  /** Face to face, wherever that is. */
  | 'IN_PERSON'
  /** By telephone. */
  | 'TELEPHONE'
  /** By video call. */
  | 'VIDEO'
  /** By text message. */
  | 'TEXT'
  /** By mail. */
  | 'EMAIL';

/** What is measured. */
export type ProgrammeMeasure = {
  /** Unique in its list. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** What an answer is. */
  readonly kind: MeasureKind;
  /** When. */
  readonly points: ReadonlyArray<SnapshotPoint>;
};

/** What a measure's answer is. */
export type MeasureKind =
  /** A number on an instrument. */
  | 'SCORE'
  /** Yes or no. */
  | 'YES_NO'
  /** One of a few words. */
  | 'SCALE'
  /** How many. */
  | 'COUNT';

/** Events at which something is kept for good. */
export type SnapshotPoint =
  /** The first appointment that was attended. */
  | 'FIRST_APPOINTMENT'
  /** The discharge. */
  | 'DISCHARGE'
  /** Three months after the discharge. */
  | 'MONTHS_3'
  /** Six months after the discharge. */
  | 'MONTHS_6';

/** How a case can end, in the programme's words. */
export type ProgrammeDischargeReason = {
  /** Unique in its list. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Of the closed list, so that endings can be compared. */
  readonly kind: DischargeKind;
};

/** How a case ends. */
export type DischargeKind =
  /** The support was completed. */
  | 'COMPLETED'
  /** The person stopped coming. */
  | 'DISENGAGED'
  /** The person did not want to go on. */
  | 'DECLINED'
  /** The person was found not eligible. */
  | 'NOT_ELIGIBLE'
  /** The person moved away. */
  | 'MOVED_AWAY'
  /** Another service took over. */
  | 'REFERRED_ON'
  /** The time was over. */
  | 'TIME_ENDED'
  /** The service closed. */
  | 'SERVICE_CLOSED'
  /** The person died. */
  | 'DIED';

/** For how many: places or people. */
export type ProgrammeCapacity = {
  /** Code of the area. Null: all. */
  readonly area: Maybe<Scalars['String']['output']>;
  /** Code of the stream. Null: all. */
  readonly stream: Maybe<Scalars['String']['output']>;
  /** Open at one time. */
  readonly places: Maybe<Scalars['Int']['output']>;
  /** Over the whole programme. */
  readonly people: Maybe<Scalars['Int']['output']>;
};

/** What a fact is about. */
export type FactGroup =
  /** The person. */
  | 'PERSON'
  /** What the person wants. */
  | 'CHOICE'
  /** Where somebody belongs. */
  | 'AREA'
  /** Work and its loss. */
  | 'WORK'
  /** The employer. */
  | 'EMPLOYER'
  /** Health, without any diagnosis. */
  | 'HEALTH'
  /** Care that somebody is under. */
  | 'CARE'
  /** Benefits. */
  | 'BENEFITS';

/** One fact that a rule may read. */
export type EligibilityFact = {
  /** As a rule names it. */
  readonly name: Scalars['String']['output'];
  /** The field of `EligibilityFactsInput` that gives it. */
  readonly input: Scalars['String']['output'];
  /** What it is about. */
  readonly group: FactGroup;
  /** What it means. */
  readonly meaning: Scalars['String']['output'];
  /** How to ask for it. */
  readonly question: Scalars['String']['output'];
  /** Whether a zero-exclusion programme may read it. */
  readonly zeroExclusion: Scalars['Boolean']['output'];
};

/** Of whom, and what is known. */
export type EligibilityInput = {
  /** Whether it is about a person or an employer. */
  readonly pathway?: Pathway;
  /** What is known. It goes before what the hub holds. */
  readonly facts?: EligibilityFactsInput;
  /** A client id as the caller was given it: missing facts are then read from what the caller may see of them. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of programmes. Default: all. */
  readonly programmes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The day to decide for. Default: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
};

/** What is known. What is left out is not known, which is not the same as no. */
export type EligibilityFactsInput = {
  /** In whole years, 0 to 130. */
  readonly age?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the person has the right to work in the United Kingdom. */
  readonly mayWorkInUK?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person wants to work, by their own word. */
  readonly wantsToWork?: InputMaybe<Scalars['Boolean']['input']>;
  /** Postcode district of the home, such as DD1: no full postcode. */
  readonly homePostcodeDistrict?: InputMaybe<Scalars['String']['input']>;
  /** ODS code of the registered general practice. */
  readonly practiceCode?: InputMaybe<Scalars['String']['input']>;
  /** Code of the jobcentre. */
  readonly jobcentreCode?: InputMaybe<Scalars['String']['input']>;
  /** Whether the person has a paid job or own business, at work or off sick. */
  readonly inPaidWork?: InputMaybe<Scalars['Boolean']['input']>;
  /** For somebody in paid work: at work, or off. */
  readonly attendance?: InputMaybe<WorkAttendance>;
  /** Whether health makes it hard to stay in work. */
  readonly strugglingAtWork?: InputMaybe<Scalars['Boolean']['input']>;
  /** Last day of the last paid job. */
  readonly lastJobEndedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Whether the last job ended because of a health condition or disability. */
  readonly jobLostThroughHealth?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person is on an employment scheme. */
  readonly onEmploymentScheme?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many people the employer employs, 0 or more. */
  readonly employerHeadcount?: InputMaybe<Scalars['Int']['input']>;
  /** Postcode district of the employer. */
  readonly employerPostcodeDistrict?: InputMaybe<Scalars['String']['input']>;
  /** Whether the employer asks for advice or support. */
  readonly employerWantsAdvice?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person has a health condition or disability. No diagnosis. */
  readonly hasHealthCondition?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person is in poor health, by their own word. */
  readonly inPoorHealth?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person has a severe and enduring mental illness. */
  readonly severeMentalIllness?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person has a learning disability. */
  readonly learningDisability?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person is under a community mental-health team. */
  readonly underCommunityMentalHealthTeam?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person claims any benefit. */
  readonly claimsBenefits?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person claims Universal Credit. */
  readonly claimsUniversalCredit?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person claims Employment and Support Allowance. */
  readonly claimsEmploymentAndSupportAllowance?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person claims Personal Independence Payment. */
  readonly claimsPersonalIndependencePayment?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the person gets Statutory Sick Pay. */
  readonly getsStatutorySickPay?: InputMaybe<Scalars['Boolean']['input']>;
};

/** At work, or off. */
export type WorkAttendance =
  /** At work. */
  | 'PRESENT'
  /** Off work. */
  | 'ABSENT';

/** What every stream says. */
export type Eligibility = {
  /** The day that it was decided for. */
  readonly on: Scalars['Date']['output'];
  /** By programme, then in the programme's order. */
  readonly streams: ReadonlyArray<StreamEligibility>;
  /** The facts that were read from the client's sections, by the section. */
  readonly read: ReadonlyArray<FactsRead>;
  /** The sections whose facts could have changed an answer, and that the caller may not see. */
  readonly withheld: ReadonlyArray<Withheld>;
};

/** Facts that were read from one section of the client. */
export type FactsRead = {
  /** The section, by its category. */
  readonly category: DataCategory;
  /** As a rule names them. */
  readonly facts: ReadonlyArray<Scalars['String']['output']>;
};

/** What one stream says. */
export type StreamEligibility = {
  /** Id of the programme. */
  readonly programme: Scalars['ID']['output'];
  /** Version of the programme. */
  readonly version: Scalars['Date']['output'];
  /** Code of the stream. */
  readonly stream: Scalars['String']['output'];
  /** Name of the stream. */
  readonly name: Scalars['String']['output'];
  /** Whom it serves. */
  readonly pathway: Pathway;
  /** The answer. */
  readonly outcome: EligibilityOutcome;
  /** Every criterion, in words. */
  readonly reasons: ReadonlyArray<EligibilityReason>;
  /** The facts that could still change the answer, and no other: knowing all of them settles it. Empty unless it cannot be said yet. */
  readonly missing: ReadonlyArray<MissingFact>;
  /** What is offered instead. Empty where the answer is yes. */
  readonly alternatives: ReadonlyArray<EligibilityAlternative>;
};

/** What a stream says of somebody. */
export type EligibilityOutcome =
  /** Yes, whatever else there is to know. */
  | 'ELIGIBLE'
  /** No, whatever else there is to know. */
  | 'NOT_ELIGIBLE'
  /** It depends on what is missing. */
  | 'CANNOT_SAY_YET';

/** One criterion, and what it says. */
export type EligibilityReason = {
  /** Code of the criterion, or ENROLMENT for the programme's own dates. */
  readonly criterion: Scalars['String']['output'];
  /** Whether it holds. */
  readonly state: CriterionState;
  /** In words. */
  readonly says: Scalars['String']['output'];
};

/** Whether a criterion holds. */
export type CriterionState =
  /** It holds. */
  | 'MET'
  /** It does not hold. */
  | 'NOT_MET'
  /** It depends on what is missing. */
  | 'NOT_KNOWN';

/** A fact that could still change the answer. */
export type MissingFact = {
  /** As a rule names it. */
  readonly fact: Scalars['String']['output'];
  /** The field of `EligibilityFactsInput` that gives it. */
  readonly input: Scalars['String']['output'];
  /** How to ask for it. */
  readonly question: Scalars['String']['output'];
  /** Whether some answer to this alone makes it yes, whatever else is missing. */
  readonly couldMakeEligible: Scalars['Boolean']['output'];
  /** Whether some answer to this alone makes it no, whatever else is missing. */
  readonly couldMakeNotEligible: Scalars['Boolean']['output'];
};

/** Where a referral stands. As FHIR Task has it, with a cancellation in two steps (IHE 360X). */
export type ReferralState =
  /** The requester's own, not sent. */
  | 'DRAFT'
  /** Sent to the gateway. */
  | 'REQUESTED'
  /** The other side has it. That is not acceptance. */
  | 'ACKNOWLEDGED'
  /** The target takes it on. */
  | 'ACCEPTED'
  /** The gateway or the target does not take it on; the reason is coded. */
  | 'REJECTED'
  /** The person was reached, and support has begun. */
  | 'IN_PROGRESS'
  /** Paused by the target. */
  | 'ON_HOLD'
  /** The requester asked to cancel; the other side has not confirmed. */
  | 'CANCEL_PENDING'
  /** Cancelled, and confirmed by the other side. */
  | 'CANCELLED'
  /** Closed because nobody answered or the person was not reached. */
  | 'EXPIRED'
  /** What it was for was achieved. */
  | 'COMPLETED'
  /** Ended without it; the reason is coded. */
  | 'FAILED'
  /** It should never have been. */
  | 'ENTERED_IN_ERROR';

/** Where an organisation stands in a referral. */
export type ReferralSide =
  /** Whoever asked. */
  | 'REQUESTER'
  /** Whoever receives every referral to a programme in an area. */
  | 'GATEWAY'
  /** Whoever does the work. */
  | 'TARGET';

/** What can be done to a referral. */
export type ReferralMove =
  /** The requester sends a draft. */
  | 'SUBMIT'
  /** The gateway or the target has it. */
  | 'ACKNOWLEDGE'
  /** The gateway chooses the stream (`routeReferral`). */
  | 'ROUTE'
  /** The target takes it on. */
  | 'ACCEPT'
  /** The gateway or the target does not take it on. Needs a reason. */
  | 'REJECT'
  /** The target has reached the person. */
  | 'RECORD_FIRST_CONTACT'
  /** The target pauses. */
  | 'HOLD'
  /** The target goes on. */
  | 'RESUME'
  /** Anybody who takes part says something; the loop stays open. */
  | 'UPDATE'
  /** The requester asks to cancel. Needs a reason. */
  | 'ASK_TO_CANCEL'
  /** The other side confirms the cancellation. */
  | 'CONFIRM_CANCEL'
  /** The other side does not. Needs a reason. */
  | 'DECLINE_CANCEL'
  /** The gateway closes what nobody answered. Needs a reason. */
  | 'EXPIRE'
  /** The target has achieved what it was for. */
  | 'COMPLETE'
  /** The target ends it without that. Needs a reason. */
  | 'FAIL'
  /** The requester says that it should never have been. Needs a reason. */
  | 'MARK_ENTERED_IN_ERROR';

/** Why. Free text can stand beside it, never in its place. */
export type ReferralReason =
  /** The person does not meet the criteria. */
  | 'NOT_ELIGIBLE'
  /** There is no room. */
  | 'NO_CAPACITY'
  /** The person lives, works or is registered elsewhere. */
  | 'OUT_OF_AREA'
  /** The person has such support already. */
  | 'ALREADY_SUPPORTED'
  /** Too little was told. */
  | 'INSUFFICIENT_INFORMATION'
  /** Another service fits better. */
  | 'BETTER_MET_ELSEWHERE'
  /** The service ends or takes nobody any more. */
  | 'SERVICE_CLOSED'
  /** The person does not want it any more. */
  | 'CLIENT_CHANGED_MIND'
  /** It is not needed any more. */
  | 'CIRCUMSTANCES_CHANGED'
  /** It was a mistake. */
  | 'REFERRED_IN_ERROR'
  /** There is another referral for the same. */
  | 'DUPLICATE'
  /** The person has died. */
  | 'CLIENT_DIED'
  /** Too late to cancel: support has begun. */
  | 'SUPPORT_HAS_BEGUN'
  /** The person wishes to go on. */
  | 'CLIENT_WISHES_TO_CONTINUE'
  /** Nobody answered within the time allowed. */
  | 'NO_ANSWER_IN_TIME'
  /** The person could not be reached. */
  | 'CLIENT_NOT_REACHED'
  /** The person stopped coming. */
  | 'CLIENT_DISENGAGED'
  /** The person said no to the service. */
  | 'CLIENT_DECLINED';

/** By which way a referral comes in. */
export type ReferralChannel =
  /** The person's general practice. */
  | 'GENERAL_PRACTICE'
  /** Any other clinician. */
  | 'OTHER_CLINICIAN'
  /** A pharmacist. */
  | 'PHARMACIST'
  /** A work coach of Jobcentre Plus. */
  | 'JOBCENTRE'
  /** The person's employer. */
  | 'EMPLOYER'
  /** A local or community service. */
  | 'LOCAL_SERVICE'
  /** Somebody who met the person where people are: an event, a visit. */
  | 'OUTREACH'
  /** The person. */
  | 'SELF';

/** How the person heard of the service. */
export type HeardFrom =
  /** Their general practice. */
  | 'GENERAL_PRACTICE'
  /** Another health service. */
  | 'OTHER_HEALTH_SERVICE'
  /** Jobcentre Plus. */
  | 'JOBCENTRE'
  /** Their employer. */
  | 'EMPLOYER'
  /** A local service. */
  | 'LOCAL_SERVICE'
  /** Friends or family. */
  | 'FRIEND_OR_FAMILY'
  /** An advertisement. */
  | 'ADVERTISEMENT'
  /** The internet. */
  | 'INTERNET'
  /** An outreach event. */
  | 'OUTREACH_EVENT'
  /** Something else. */
  | 'OTHER';

/** An event that is waited for, and its clock. */
export type ReferralClock =
  /** That the other side has it. */
  | 'ACKNOWLEDGEMENT'
  /** That the target takes it on. */
  | 'ACCEPTANCE'
  /** That the person is reached. */
  | 'FIRST_CONTACT'
  /** That what it was for is achieved. */
  | 'ACHIEVEMENT'
  /** That the target says how it goes. */
  | 'UPDATE'
  /** After this a referral that nobody took on may be closed. */
  | 'EXPIRY';

/** One referral that the hub carries from one partner to another. */
export type TrackedReferral = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** The conversation: updates, feedback and onward referrals keep it (BaRS X-Correlation-ID). */
  readonly conversation: Scalars['ID']['output'];
  /** The programme that it is addressed to. */
  readonly programme: Scalars['String']['output'];
  /** The version of the programme that held on the day on which it was sent (of a draft: was written): its channels, streams, clocks and places, and the case that it leads to, are judged by it. */
  readonly programmeVersion: Scalars['String']['output'];
  /** The area. */
  readonly area: Maybe<Scalars['String']['output']>;
  /** By which way it came in. */
  readonly channel: ReferralChannel;
  /** When it was sent; when it was written, while it is a draft. */
  readonly submittedAt: Scalars['DateTime']['output'];
  /** On which sides the caller's organisation stands. */
  readonly sides: ReadonlyArray<ReferralSide>;
  /** True where fields are null because the person's location is restricted and the caller takes no part. */
  readonly locationWithheld: Scalars['Boolean']['output'];
  /** Where it stands and what has happened. */
  readonly progress: ReferralProgressResult;
  /** What it tells of the person, their health left out. */
  readonly content: ReferralContentResult;
  /** What it tells of the person's health, each item decided by its own category. */
  readonly health: ReferralHealthResult;
  /** Other referrals of the same person to the same programme whose time overlaps. Nobody's were refused for it. */
  readonly duplicates: ReferralDuplicatesResult;
};

/** One move that is open to the caller. */
export type OpenReferralMove = {
  /** The move. */
  readonly move: ReferralMove;
  /** One of these is needed. Empty: none is. */
  readonly reasons: ReadonlyArray<ReferralReason>;
};

/** Where a referral stands, or that it may not be told. */
export type ReferralProgressResult = ReferralProgress | Withheld;

/** What a referral tells, or that it may not be told. */
export type ReferralContentResult = ReferralContent | Withheld;

/** What a referral tells of health, or that it may not be told. */
export type ReferralHealthResult = ReferralHealth | Withheld;

/** Overlapping referrals, or that they may not be told. */
export type ReferralDuplicatesResult = ReferralDuplicates | Withheld;

/** Where a referral stands and what has happened. */
export type ReferralProgress = {
  /** Its state. */
  readonly state: ReferralState;
  /** Why, where the state came with a coded reason. */
  readonly stateReason: Maybe<ReferralReason>;
  /** When it ended. Null while the loop is open. */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** Which stream, by whom, and what the rules said. Null until it is chosen. */
  readonly streaming: Maybe<ReferralStreaming>;
  /** What the caller may do now, with the reasons that each needs one of. */
  readonly openMoves: ReadonlyArray<OpenReferralMove>;
  /** Each clock that was started. */
  readonly clocks: ReadonlyArray<ReferralClockReading>;
  /** What happened, oldest first. */
  readonly history: ReadonlyArray<ReferralEvent>;
  /** The messages to other organisations. For the requester and the gateway; empty for others. */
  readonly deliveries: ReadonlyArray<ReferralDelivery>;
};

/** Which stream was chosen. */
export type ReferralStreaming = {
  /** The stream. */
  readonly stream: Scalars['String']['output'];
  /** What the rules chose. Null where they could not say. */
  readonly ruleResult: Maybe<Scalars['String']['output']>;
  /** Why another one was chosen. */
  readonly overrideReason: Maybe<Scalars['String']['output']>;
  /** Whose decision. Null where the person's location is restricted and the caller takes no part. */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly decidedAt: Scalars['DateTime']['output'];
};

/** One clock of one referral. */
export type ReferralClockReading = {
  /** What is waited for. */
  readonly clock: ReferralClock;
  /** Since when. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** By when it should come. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** When the waiting ended. Null while it runs. */
  readonly stoppedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was noticed that it had not come. A task was raised, once. */
  readonly breachedAt: Maybe<Scalars['DateTime']['output']>;
};

/** One thing that happened to a referral. */
export type ReferralEvent = {
  /** What. */
  readonly move: ReferralMove;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** State before. */
  readonly from: ReferralState;
  /** State after. */
  readonly to: ReferralState;
  /** On which side whoever did it stood. */
  readonly side: ReferralSide;
  /** Whose doing. Null where the person's location is restricted and the caller takes no part. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** The coded reason. */
  readonly reason: Maybe<ReferralReason>;
  /** Free text beside it. Null for callers who may not see what the referral tells: it can name a condition or a place. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** One message to another organisation. */
export type ReferralDelivery = {
  /** To whom. */
  readonly to: Scalars['String']['output'];
  /** NEW, UPDATE or CANCEL. */
  readonly kind: Scalars['String']['output'];
  /** WAITING, DELIVERED or DEAD: given up, and a task raised. */
  readonly state: Scalars['String']['output'];
  /** How often it was sent. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was delivered. */
  readonly deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** What came of the last attempt, where it did not arrive. */
  readonly lastFault: Maybe<Scalars['String']['output']>;
};

/** What a referral tells of the person. */
export type ReferralContent = {
  /** As the referrer named them. */
  readonly person: ReferredPerson;
  /** Why, in the referrer's words. Null where it could tell a location that is restricted. */
  readonly reasonForReferral: Maybe<Scalars['String']['output']>;
  /** What the person wants. */
  readonly goal: Maybe<ReferralGoal>;
  /** Work and absence, in the referrer's words. */
  readonly workSituation: Maybe<Scalars['String']['output']>;
  /** Adjustments that help or might. */
  readonly adjustments: Maybe<Scalars['String']['output']>;
  /** What the person needs in order to take part: interpreter, step-free access, somebody with them. */
  readonly accessNeeds: ReadonlyArray<Scalars['String']['output']>;
  /** How the person can be reached without harm. Null where the referrer did not say. */
  readonly safeContact: Maybe<SafeContact>;
  /** On what basis it was shared. */
  readonly sharing: ReferralSharing;
  /** How the person heard of the service. */
  readonly heardFrom: Maybe<HeardFrom>;
};

/** What a referral tells of the person's health. */
export type ReferralHealth = {
  /** What the caller may see. */
  readonly items: ReadonlyArray<ReferralHealthItem>;
  /** The categories that the caller may not see, whether or not there is anything in them. */
  readonly withheld: ReadonlyArray<Withheld>;
};

/** One thing that a referral tells of health. */
export type ReferralHealthItem = {
  /** Its category, as the referrer gave it. */
  readonly category: DataCategory;
  /** In the referrer's words. */
  readonly text: Scalars['String']['output'];
};

/** A person as a referrer named them. */
export type ReferredPerson = {
  /** Given name. */
  readonly givenName: Maybe<Scalars['String']['output']>;
  /** Family name. */
  readonly familyName: Maybe<Scalars['String']['output']>;
  /** Day of birth. */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** Whether the hub knows for certain who is meant. */
  readonly identified: Scalars['Boolean']['output'];
};

/** What the person wants to reach. */
export type ReferralGoal =
  /** Keep the job that they have. */
  | 'STAY_IN_WORK'
  /** Go back to it. */
  | 'RETURN_TO_WORK'
  /** Find one. */
  | 'FIND_WORK'
  /** Better health first. */
  | 'HEALTH';

/** By which way a person can be reached. */
export type ContactMethod =
  /** By telephone. */
  | 'PHONE'
  /** By text message. */
  | 'TEXT'
  /** By e-mail. */
  | 'EMAIL'
  /** By letter. */
  | 'POST'
  /** Only through whoever referred them. */
  | 'THROUGH_REFERRER'
  /** Not at all for now. */
  | 'NONE';

/** How a person can be reached without harm. */
export type SafeContact = {
  /** By which way. */
  readonly method: ContactMethod;
  /** Number or address, as the referrer gave it for this. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly times: Maybe<Scalars['String']['output']>;
  /** Whether a message may be left that names the service. */
  readonly mayLeaveMessage: Scalars['Boolean']['output'];
  /** What else must be known. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** On what basis a referral was shared. */
export type ReferralSharing = {
  /** The basis. */
  readonly basis: ReferralSharingBasis;
  /** How the person's word was taken, where it was taken outside the hub. */
  readonly statement: Maybe<Scalars['String']['output']>;
};

/** On what basis a referral is shared. */
export type ReferralSharingBasis =
  /** The person's consent. */
  | 'CONSENT'
  /** Implied consent for individual care. Not enough where the referral tells of health. */
  | 'DIRECT_CARE'
  /** The person refers themselves. */
  | 'OWN_REQUEST';

/** Overlapping referrals of the same person to the same programme. */
export type ReferralDuplicates = {
  /** The others. */
  readonly referrals: ReadonlyArray<TrackedReferral>;
};

/** A page of referrals (Relay cursor connection). */
export type TrackedReferralConnection = {
  /** The referrals of this page. */
  readonly edges: ReadonlyArray<TrackedReferralEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Present where the caller may not see them; `edges` is then empty. */
  readonly withheld: Maybe<Withheld>;
};

/** One referral of a page. */
export type TrackedReferralEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The referral. */
  readonly node: TrackedReferral;
};

/** One conversation: all referrals that belong together. */
export type ReferralConversation = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The referrals in which the caller takes part, oldest first. */
  readonly referrals: ReadonlyArray<TrackedReferral>;
};

/** Whether a gateway takes referrals: as it said itself, within what the programme's `capacity` leaves. */
export type CapacityAnswer = {
  /** Whether any gateway serves the programme in the area, and the programme has that area today. */
  readonly served: Scalars['Boolean']['output'];
  /** Whether it takes referrals by the channel that was asked about, or by any: one that the programme has in this area and the gateway opens. */
  readonly channelOpen: Scalars['Boolean']['output'];
  /** Whether it takes referrals now: as it said, and false where the programme's own limit is reached. Null where it never said and the limit is not. */
  readonly accepting: Maybe<Scalars['Boolean']['output']>;
  /** Free places: as it said, and never more than the programme's own limit leaves. Null where neither says. */
  readonly freePlaces: Maybe<Scalars['Int']['output']>;
  /** Days until somebody new can begin, as it said. */
  readonly expectedWaitDays: Maybe<Scalars['Int']['output']>;
  /** When it said so. Null where it never did. */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The streams of the programme in the area. */
  readonly streams: ReadonlyArray<Scalars['String']['output']>;
};

/** Names the person who is referred. Exactly one field. */
export type ReferralSubjectInput =
  /** A client id as the caller was given it. */
  | {
      readonly client: Scalars['ID']['input'];
      readonly nhsNumber?: never;
      readonly details?: never;
    } /** NHS number. It makes no relationship, and the answer does not tell whether the hub knew the person. */
  | {
      readonly client?: never;
      readonly nhsNumber: Scalars['NHSNumber']['input'];
      readonly details?: never;
    } /** By name and day of birth, where the referrer knows no number. The gateway identifies them. */
  | { readonly client?: never; readonly nhsNumber?: never; readonly details: ReferredPersonInput };

/** A person by name and day of birth. */
export type ReferredPersonInput = {
  /** Given name. */
  readonly givenName: Scalars['String']['input'];
  /** Family name. */
  readonly familyName: Scalars['String']['input'];
  /** Day of birth. */
  readonly birthDate: Scalars['Date']['input'];
};

/** How a person can be reached without harm. */
export type SafeContactInput = {
  /** By which way. */
  readonly method: ContactMethod;
  /** Number or address. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** When. */
  readonly times?: InputMaybe<Scalars['String']['input']>;
  /** Whether a message may be left that names the service. */
  readonly mayLeaveMessage?: Scalars['Boolean']['input'];
  /** What else must be known. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** On what basis a referral is shared. */
export type ReferralSharingInput = {
  /** The basis. */
  readonly basis: ReferralSharingBasis;
  /** The consent in this hub that it rests on, as the caller was given its id. */
  readonly consent?: InputMaybe<Scalars['ID']['input']>;
  /** How the person's word was taken, and the words, where it was taken outside the hub. */
  readonly statement?: InputMaybe<Scalars['String']['input']>;
};

/** What a referral tells. */
export type ReferralContentInput = {
  /** Why, in the referrer's words: 1 to 2,000 characters. Not the place for a diagnosis: `health` is. */
  readonly reasonForReferral: Scalars['String']['input'];
  /** What the person wants. */
  readonly goal?: InputMaybe<ReferralGoal>;
  /** Work and absence. */
  readonly workSituation?: InputMaybe<Scalars['String']['input']>;
  /** Adjustments that help or might. */
  readonly adjustments?: InputMaybe<Scalars['String']['input']>;
  /** What the person needs in order to take part. */
  readonly accessNeeds?: ReadonlyArray<Scalars['String']['input']>;
  /** How the person can be reached without harm. */
  readonly safeContact?: InputMaybe<SafeContactInput>;
  /** Conditions and what follows from them. Never from an employer; needs the person's own word. */
  readonly health?: ReadonlyArray<ReferralHealthInput>;
};

/** One thing that a referral tells of health. */
export type ReferralHealthInput = {
  /** CONDITIONS, MENTAL_HEALTH_CONDITIONS, SUBSTANCE_USE_CONDITIONS or RESTRICTED_CONDITIONS. Default: the most sensitive. */
  readonly category?: DataCategory;
  /** 1 to 2,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** Refers a person to a programme's gateway. */
export type SubmitReferralInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Who. A client's own token refers the client and leaves this out. */
  readonly subject?: InputMaybe<ReferralSubjectInput>;
  /** The programme. */
  readonly programme: Scalars['String']['input'];
  /** The area. */
  readonly area: Scalars['String']['input'];
  /** By which way. Default: the one that the caller's role stands for. */
  readonly channel?: InputMaybe<ReferralChannel>;
  /** How the person heard of the service. */
  readonly heardFrom?: InputMaybe<HeardFrom>;
  /** On what basis it is shared. */
  readonly sharing: ReferralSharingInput;
  /** What it tells. */
  readonly content: ReferralContentInput;
  /** Keep it unsent; `SUBMIT` sends it. */
  readonly draft?: Scalars['Boolean']['input'];
};

/** Leads on from a referral to another gateway. */
export type ReferOnwardInput = {
  /** As in `submitReferral`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The referral that it leads on from. The caller's organisation is its gateway or target. */
  readonly referral: Scalars['ID']['input'];
  /** The programme. */
  readonly programme: Scalars['String']['input'];
  /** The area. */
  readonly area: Scalars['String']['input'];
  /** On what basis it is shared. */
  readonly sharing: ReferralSharingInput;
  /** What it tells. */
  readonly content: ReferralContentInput;
};

/** Chooses the stream of a referral. */
export type RouteReferralInput = {
  /** As in `submitReferral`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Which one. */
  readonly referral: Scalars['ID']['input'];
  /** The stream, by its name. */
  readonly stream: Scalars['String']['input'];
  /** What is known of the person: the hub asks the rules of the programme, in the version that the referral began under, and records what they choose. */
  readonly facts?: InputMaybe<EligibilityFactsInput>;
  /** What the rules chose where the caller asked them itself (`checkEligibility`). Not beside `facts`. */
  readonly ruleResult?: InputMaybe<Scalars['String']['input']>;
  /** Why another one than the rules chose. */
  readonly overrideReason?: InputMaybe<Scalars['String']['input']>;
};

/** Moves a referral. */
export type MoveReferralInput = {
  /** As in `submitReferral`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Which one. */
  readonly referral: Scalars['ID']['input'];
  /** What to do. `ROUTE` has a mutation of its own. */
  readonly move: ReferralMove;
  /** Needed by some moves (`openMoves`). */
  readonly reason?: InputMaybe<ReferralReason>;
  /** Free text beside the reason: 1 to 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /**
   * With ACCEPT: the referral is taken on and held at once (ON_HOLD), on the waiting list for a place. The list is
   * `trackedReferrals(side: TARGET, states: [ON_HOLD])`; RESUME takes somebody off it, once a place is free.
   */
  readonly waitingList?: Scalars['Boolean']['input'];
};

/** Whom a referral means. */
export type IdentifyReferralInput = {
  /** As in `submitReferral`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Which one. */
  readonly referral: Scalars['ID']['input'];
  /** Who: a client, or an NHS number. */
  readonly subject: ReferralSubjectInput;
};

/** Sends again what was given up. */
export type ResendReferralInput = {
  /** As in `submitReferral`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Which one. */
  readonly referral: Scalars['ID']['input'];
};

/** How much room a gateway has. */
export type ReportCapacityInput = {
  /** As in `submitReferral`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The programme. */
  readonly programme: Scalars['String']['input'];
  /** The area. */
  readonly area: Scalars['String']['input'];
  /** Whether it takes referrals now. */
  readonly accepting: Scalars['Boolean']['input'];
  /** Free places. */
  readonly freePlaces?: InputMaybe<Scalars['Int']['input']>;
  /** Days until somebody new can begin. */
  readonly expectedWaitDays?: InputMaybe<Scalars['Int']['input']>;
};

/** The referral, or why there is none. */
export type SubmitReferralResult = ReferralSubmitted | ReferralRefused;

/** The referral as it now stands, or why nothing was changed. */
export type MoveReferralResult = ReferralMoved | ReferralRefused;

/** What was said, or why it was not taken. */
export type ReportCapacityResult = CapacityReported | ReferralRefused;

/** The referral is stored durably and will be delivered. */
export type ReferralSubmitted = {
  /** As it stands. */
  readonly referral: TrackedReferral;
};

/** The move is stored durably. */
export type ReferralMoved = {
  /** As it now stands. */
  readonly referral: TrackedReferral;
};

/** It is stored durably. */
export type CapacityReported = {
  /** As callers see it. */
  readonly capacity: CapacityAnswer;
};

/** Why nothing was stored. */
export type ReferralRefusalReason =
  /** No such client, consent or referral for this caller. */
  | 'NOT_FOUND'
  /** This caller may not do this. */
  | 'NOT_PERMITTED'
  /** No gateway of the programme serves the area, or the programme has no such area on this day. */
  | 'NO_SUCH_GATEWAY'
  /** The programme takes no referrals by this channel there; the message names those by which it does. */
  | 'CHANNEL_CLOSED'
  /** The programme has no such stream there. */
  | 'NO_SUCH_STREAM'
  /** It is known already whom the referral means. */
  | 'ALREADY_IDENTIFIED'
  /** Another stream than the rules choose needs a reason. */
  | 'OVERRIDE_REASON_REQUIRED'
  /** The programme has no place left there. ACCEPT with `waitingList`, or REJECT with NO_CAPACITY. */
  | 'NO_PLACE'
  /** The referral is not in a state from which this can be done. */
  | 'NOT_FROM_THIS_STATE'
  /** This is for another side to do. */
  | 'NOT_FOR_THIS_SIDE'
  /** A coded reason is needed. */
  | 'REASON_REQUIRED'
  /** The reason is not one of those for this move. */
  | 'REASON_NOT_OF_THIS_MOVE'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** Somebody changed it meanwhile: read it again. */
  | 'CHANGED_MEANWHILE';

/** Nothing was stored. */
export type ReferralRefused = {
  /** Why. */
  readonly reason: ReferralRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/** A referral whose clock ran out. */
export type ReferralOverdue = {
  /** The referral, as the caller is given its id; open it to see how it stands. */
  readonly referral: Scalars['ID']['output'];
  /** What did not come. */
  readonly clock: ReferralClock;
  /** By when it should have. */
  readonly clockDueAt: Scalars['DateTime']['output'];
};

/** A message of a referral that was given up. */
export type ReferralNotDelivered = {
  /** The referral, as the caller is given its id. */
  readonly referral: Scalars['ID']['output'];
  /** Who did not get it. */
  readonly to: Scalars['String']['output'];
  /** NEW, UPDATE or CANCEL. */
  readonly message: Scalars['String']['output'];
  /** What came of the last attempt. */
  readonly fault: Scalars['String']['output'];
};

/**
 * A number about people. Of the caller's own cases it is exact. Of others' it is rounded to the nearest five, and hidden under five, none
 * included (NHS England's rule for Talking Therapies).
 */
export type Figure = {
  /** The number. Null where it is hidden. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** True where it is too small to be told. */
  readonly suppressed: Scalars['Boolean']['output'];
};

/** Whose cases a report counts. */
export type ReportScope =
  /** Those that the caller's organisation runs. */
  | 'OWN'
  /** Everybody's in the programme. */
  | 'PROGRAMME';

/** A programme's caseload in figures. Every figure but `people`, and those of `referrals`, counts cases: a case is not a person. */
export type CaseloadReport = {
  /** Id of the programme. */
  readonly programme: Scalars['ID']['output'];
  /** Whose cases. */
  readonly scope: ReportScope;
  /** The first day. */
  readonly from: Scalars['Date']['output'];
  /** The last day. */
  readonly to: Scalars['Date']['output'];
  /** When it was counted: later records can change it. */
  readonly asAt: Scalars['DateTime']['output'];
  /** Cases that began. */
  readonly opened: Figure;
  /** People for whom it was the first in the programme. */
  readonly people: Figure;
  /** With a health condition among what stands in the way, by the newest assessment. */
  readonly withHealthCondition: Figure;
  /** With something beside health in the way. */
  readonly withOtherBarrier: Figure;
  /** Without an assessment: what stands in the way is not known of them. */
  readonly notAssessed: Figure;
  /**
   * Cases whose person had been assessed in another case in the half year before, in this programme or another. Null in a report of the
   * caller's own cases: it would tell of others' work with people whom they know.
   */
  readonly assessedAgain: Maybe<Figure>;
  /** Ended by now. */
  readonly discharged: Figure;
  /** What stands in the way, by the Labour Force Survey's list. */
  readonly barriers: ReadonlyArray<BarrierFigures>;
  /** The same, month by month. */
  readonly months: ReadonlyArray<MonthFigures>;
  /** The same, by stream. */
  readonly streams: ReadonlyArray<StreamFigures>;
  /** The same, by area. */
  readonly areas: ReadonlyArray<AreaFigures>;
  /** The same, by the way in of the referral that they came from. */
  readonly sources: ReadonlyArray<SourceFigures>;
  /** The same, rolled up over the areas of each body that commissions the service. */
  readonly boards: ReadonlyArray<BoardFigures>;
  /** The same, by provider and area: every provider that the programme or its gateways name, whether or not it has anybody. Of the caller's own cases: the caller alone. */
  readonly providers: ReadonlyArray<ProviderFigures>;
  /** What became of the referrals that were sent to the programme's gateways in that time. Of the caller's own: those that it answers, as gateway or as target. */
  readonly referrals: ReferralFigures;
  /** How cases of the period ended, by the programme's reasons. */
  readonly discharges: ReadonlyArray<DischargeFigures>;
  /** Support that was asked for in these cases, and what became of it. */
  readonly demand: ReadonlyArray<DemandFigures>;
  /** The same against who there is: what was asked of the service's own people, by role, without what was asked of others. */
  readonly roles: ReadonlyArray<RoleFigures>;
  /** The programme's rates, each by every definition that it has had: all of the same cases, so that an earlier figure can be had again. */
  readonly rates: ReadonlyArray<RateFigures>;
};

/**
 * One rate by one definition. Nobody is left out of it in silence: whoever belongs and of whom nothing is known counts as not having reached
 * it, and is told in `notKnown`; whoever cannot be said to belong is told in `undecided`.
 */
export type RateFigures = {
  /** The rate's code. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** The first day of this definition. */
  readonly since: Scalars['Date']['output'];
  /** Whether this definition is the one that held on the last day of the report. */
  readonly inForce: Scalars['Boolean']['output'];
  /** Whom it counts, in words, with its source. */
  readonly says: Scalars['String']['output'];
  /** Cases that belong. */
  readonly of: Figure;
  /** Of them, with the person in paid work at a point that counts. */
  readonly reached: Figure;
  /** Of them, with nothing recorded yet of any such point. */
  readonly notKnown: Figure;
  /** Cases of which nothing was recorded that would decide whether they belong. */
  readonly undecided: Figure;
  /** `reached` of `of` in per cent, from these figures as they stand here. Null where either is hidden or nobody belongs. */
  readonly percent: Maybe<Scalars['Int']['output']>;
  /** Per cent that is aimed at, where the definition says so. */
  readonly benchmark: Maybe<Scalars['Int']['output']>;
};

/** How many have one barrier. */
export type BarrierFigures = {
  /** Code of the list. */
  readonly code: Barrier;
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** As the main one. */
  readonly main: Figure;
  /** As the main one or beside it. */
  readonly any: Figure;
};

/** One month. */
export type MonthFigures = {
  /** Its first day. */
  readonly month: Scalars['Date']['output'];
  /** Cases that began. */
  readonly opened: Figure;
  /** People for whom it was the first in the programme. */
  readonly people: Figure;
  /** Of the cases, with a health condition in the way. */
  readonly withHealthCondition: Figure;
  /** Of the cases, without an assessment. */
  readonly notAssessed: Figure;
  /** Of the cases, ended by now. */
  readonly discharged: Figure;
};

/** One stream. */
export type StreamFigures = {
  /** Its code. */
  readonly stream: Scalars['String']['output'];
  /** Cases that began. */
  readonly opened: Figure;
  /** People for whom it was the first in the programme. */
  readonly people: Figure;
  /** Of the cases, with a health condition in the way. */
  readonly withHealthCondition: Figure;
  /** Of the cases, without an assessment. */
  readonly notAssessed: Figure;
  /** Of the cases, ended by now. */
  readonly discharged: Figure;
};

/** One area. */
export type AreaFigures = {
  /** Its code. */
  readonly area: Scalars['String']['output'];
  /** Cases that began. */
  readonly opened: Figure;
  /** People for whom it was the first in the programme. */
  readonly people: Figure;
  /** Of the cases, with a health condition in the way. */
  readonly withHealthCondition: Figure;
  /** Of the cases, without an assessment. */
  readonly notAssessed: Figure;
  /** Of the cases, ended by now. */
  readonly discharged: Figure;
};

/** One way in. */
export type SourceFigures = {
  /** By which way the referral of the case came in. Null: the case came from no referral, or was opened before this was kept. */
  readonly channel: Maybe<ReferralChannel>;
  /** Cases that began. */
  readonly opened: Figure;
  /** People for whom it was the first in the programme. */
  readonly people: Figure;
  /** Of the cases, with a health condition in the way. */
  readonly withHealthCondition: Figure;
  /** Of the cases, without an assessment. */
  readonly notAssessed: Figure;
  /** Of the cases, ended by now. */
  readonly discharged: Figure;
};

/** The areas that one body commissions, together. */
export type BoardFigures = {
  /** Its name in the programme. */
  readonly board: Scalars['String']['output'];
  /** Cases that began. */
  readonly opened: Figure;
  /** People for whom it was the first in the programme. */
  readonly people: Figure;
  /** Of the cases, with a health condition in the way. */
  readonly withHealthCondition: Figure;
  /** Of the cases, without an assessment. */
  readonly notAssessed: Figure;
  /** Of the cases, ended by now. */
  readonly discharged: Figure;
};

/** One provider in one area. */
export type ProviderFigures = {
  /** Its code. Null: all that the programme and its gateways do not name, together. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** The area's code. */
  readonly area: Scalars['String']['output'];
  /** Cases that began. */
  readonly opened: Figure;
  /** People for whom it was the first in the programme. */
  readonly people: Figure;
  /** Of the cases, with a health condition in the way. */
  readonly withHealthCondition: Figure;
  /** Of the cases, without an assessment. */
  readonly notAssessed: Figure;
  /** Of the cases, ended by now. */
  readonly discharged: Figure;
};

/** One reason for ending a case. */
export type DischargeFigures = {
  /** Its code. */
  readonly reason: Scalars['String']['output'];
  /** What kind of reason that is. */
  readonly kind: DischargeKind;
  /** How many. */
  readonly count: Figure;
};

/** Support of one category: what was asked for, and what became of it. */
export type DemandFigures = {
  /** Its code. */
  readonly category: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** The role that gives it, where the programme says which. */
  readonly role: Maybe<Scalars['String']['output']>;
  /** Which journey it belongs to. */
  readonly strand: Strand;
  /** Asked for. */
  readonly requested: Figure;
  /** Of it, given inside the service. */
  readonly integrated: Figure;
  /** Of it, asked of somebody outside. */
  readonly external: Figure;
  /** Nobody has come to it yet, and nobody has said no. */
  readonly waiting: Figure;
  /** Begun. */
  readonly delivered: Figure;
  /** Refused by whoever was asked. */
  readonly declined: Figure;
  /** Days from being asked for to first being attended: the median. Null where nobody has attended, or where `delivered` is hidden. */
  readonly medianWaitDays: Maybe<Scalars['Int']['output']>;
};

/** What was asked of the service's own people in one role, and how many they can see. */
export type RoleFigures = {
  /** The role's code. */
  readonly role: Scalars['String']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Asked for. */
  readonly requested: Figure;
  /** Nobody has come to it yet, and nobody has said no. */
  readonly waiting: Figure;
  /** Begun. */
  readonly delivered: Figure;
  /** Refused by whoever was asked. */
  readonly declined: Figure;
  /** Days from being asked for to first being attended: the median. Null where nobody has attended, or where `delivered` is hidden. */
  readonly medianWaitDays: Maybe<Scalars['Int']['output']>;
  /** With how many people all who are in the role can begin in the months of the report, by the programme's file. Null where it does not say. */
  readonly capacity: Maybe<Scalars['Int']['output']>;
};

/** What became of referrals: whether people are sent back, and how long they wait to be spoken to. */
export type ReferralFigures = {
  /** Sent, without those that were a mistake. */
  readonly sent: Figure;
  /** Of them, accepted. */
  readonly accepted: Figure;
  /** Of them, rejected or never answered in time. */
  readonly bounced: Figure;
  /** Why, by coded reason. */
  readonly bounceReasons: ReadonlyArray<BounceFigures>;
  /** Of those sent, with a first contact. */
  readonly contacted: Figure;
  /** Days from being sent to the first contact: the median. Null where nobody was contacted, or where `contacted` is hidden. */
  readonly medianDaysToFirstContact: Maybe<Scalars['Int']['output']>;
};

/** One reason for which referrals were sent back. */
export type BounceFigures = {
  /** The reason. */
  readonly reason: ReferralReason;
  /** How many. */
  readonly count: Figure;
};

/** Somebody whom the viewer may act for. */
export type ActingFor = {
  /** The client's id, as this caller is given it: what `client(by:)` and mutations take. */
  readonly client: Scalars['ID']['output'];
  /** The authority itself: what `endRepresentative` takes from whoever gives it up. */
  readonly representative: Scalars['ID']['output'];
  /** On what. */
  readonly authority: RepresentativeAuthority;
  /** In what, as far as the policy of today lets it reach. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** What they may do, as far as the policy of today lets it reach. */
  readonly acts: ReadonlyArray<RepresentativeAct>;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day. Null: none. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** On what somebody acts for a client. */
export type RepresentativeAuthority =
  /** A parent or guardian, for a child. */
  | 'PARENTAL_RESPONSIBILITY'
  /** Lasting power of attorney for health and welfare. */
  | 'HEALTH_AND_WELFARE_ATTORNEY'
  /** Lasting power of attorney for property and financial affairs. */
  | 'PROPERTY_AND_AFFAIRS_ATTORNEY'
  /** A deputy for personal welfare, appointed by the Court of Protection. */
  | 'PERSONAL_WELFARE_DEPUTY'
  /** A deputy for property and affairs, appointed by the Court of Protection. */
  | 'PROPERTY_AND_AFFAIRS_DEPUTY'
  /** An appointee for benefits, appointed by DWP. */
  | 'BENEFITS_APPOINTEE'
  /** A decision in the client's best interests (Mental Capacity Act 2005 section 4). */
  | 'BEST_INTERESTS'
  /** Somebody whom the client chose. */
  | 'NOMINATED_BY_CLIENT';

/** What a representative may do. To approve emergency access, or an authority, is none of it. */
export type RepresentativeAct =
  /** See the client's record, as the client does. */
  | 'READ'
  /** Agree or refuse for the client. */
  | 'RECORD_CONSENT'
  /** Withdraw what was agreed or refused. */
  | 'WITHDRAW_CONSENT';

/** Whether the client could decide the matter for themselves. */
export type ClientCapacity =
  /** Could (Mental Capacity Act 2005 section 1: assumed; for a child, Gillick). */
  | 'HAS_CAPACITY'
  /** Could not, as assessed for this matter. */
  | 'LACKS_CAPACITY'
  /** A child who cannot decide it alone. */
  | 'CHILD';

/** One person's authority to act for a client. */
export type Representative = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** 1 when recorded; its end is a new version. */
  readonly version: Scalars['Int']['output'];
  /** Who. */
  readonly name: Scalars['String']['output'];
  /** On what. */
  readonly authority: RepresentativeAuthority;
  /** In what. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** What they may do. */
  readonly acts: ReadonlyArray<RepresentativeAct>;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day. Null: none. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
  /** Whether it was ended. One that was not may still be past its last day. */
  readonly ended: Scalars['Boolean']['output'];
  /** What was seen of it. */
  readonly evidence: Scalars['String']['output'];
  /** When this version was stored. */
  readonly recordedAt: Scalars['DateTime']['output'];
};

/** How far whoever acted for a client might act, at that moment. */
export type ProxyActing = {
  /** On what. */
  readonly authority: RepresentativeAuthority;
  /** In what. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day. Null: none. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** Who may act for a client, and how far. */
export type RecordRepresentativeInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A client id as the caller was given it. */
  readonly client: Scalars['ID']['input'];
  /** The representative's own NHS number, under which they sign in. */
  readonly nhsNumber: Scalars['NHSNumber']['input'];
  /** 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** On what. */
  readonly authority: RepresentativeAuthority;
  /** At least one, within what the policy lets this authority reach. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** At least one, within what the policy lets this authority reach. */
  readonly acts: ReadonlyArray<RepresentativeAct>;
  /** First day. Default: today. */
  readonly validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Last day. Needed where the policy says that this authority ends. */
  readonly validTo?: InputMaybe<Scalars['Date']['input']>;
  /** What was seen of it, 1 to 500 characters: the court order, the registered power, the birth certificate. */
  readonly evidence: Scalars['String']['input'];
};

/** Which authority to end. */
export type EndRepresentativeInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A representative's id as the caller was given it. */
  readonly representative: Scalars['ID']['input'];
};

/** The stored authority, or why nothing was stored. */
export type RecordRepresentativeResult = RepresentativeRecorded | RepresentativeRefused;

/** The ended authority, or why nothing was stored. */
export type EndRepresentativeResult = RepresentativeEnded | RepresentativeRefused;

/** The authority is stored durably. */
export type RepresentativeRecorded = {
  /** As it was stored. */
  readonly representative: Representative;
};

/** The end is stored durably and in force. */
export type RepresentativeEnded = {
  /** Its new version. */
  readonly representative: Representative;
};

/** Why nothing was stored. */
export type RepresentativeRefusalReason =
  /** No such client or representative for this caller. */
  | 'NOT_FOUND'
  /** This caller may not say who acts for a client. */
  | 'NOT_PERMITTED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** It has ended already. */
  | 'ALREADY_ENDED'
  /** Somebody changed it meanwhile: read it again. */
  | 'CHANGED_MEANWHILE';

/** Nothing was stored. */
export type RepresentativeRefused = {
  /** Why. */
  readonly reason: RepresentativeRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

/** Services near a place, or why there are none. `Withheld` and `Unavailable` are about the client's home, `DirectoryUnavailable` about the directory. */
export type ServicesNearResult = ServicesNear | NoServices | DirectoryUnavailable | Withheld | Unavailable;

/** A page of services at places (Relay cursor connection), nearest first. */
export type ServicesNear = {
  /** The services of this page. */
  readonly edges: ReadonlyArray<ServiceAtLocationEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** The postcode district from which distances are measured: from one fixed place in it. Null where it is the client's own home's. */
  readonly district: Maybe<Scalars['String']['output']>;
  /** The facts that were read from the client's sections, by the section. */
  readonly read: ReadonlyArray<FactsRead>;
  /** The client's sections whose facts could have changed an answer, and that the caller may not see. */
  readonly withheld: ReadonlyArray<Withheld>;
  /** What became of the directory. Not complete: more services than are read for one place, or entries that could not be read. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** One service at one place, on a page. */
export type ServiceAtLocationEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The service. */
  readonly node: ServiceAtLocation;
};

/** There is nothing to show. Computed from the place and the directory. */
export type NoServices = {
  /** Why. */
  readonly why: NoServicesReason;
  /** What became of the directory. Empty where it was not asked. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** Why there are no services to show. */
export type NoServicesReason =
  /** The directory lists nothing within the distance. */
  | 'NOTHING_NEAR'
  /** The hub knows no place in that district from which the directory could be asked. */
  | 'DISTRICT_NOT_COVERED'
  /** The client has no home address with a postcode on record. */
  | 'NO_ADDRESS';

/** The directory could not be asked. */
export type DirectoryUnavailable = {
  /** Why. */
  readonly cause: UnavailableReason;
  /** Seconds after which the directory asked to be tried again. */
  readonly retryAfterSeconds: Maybe<Scalars['Int']['output']>;
  /** What became of the directory. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** One service at one place (HSDS `service_at_location`). */
export type ServiceAtLocation = {
  /** As the directory gives it; public, and the same for every caller. */
  readonly id: Scalars['ID']['output'];
  /** Of the service, whatever the place. */
  readonly serviceId: Scalars['ID']['output'];
  /** The name under which the service is known. */
  readonly name: Scalars['String']['output'];
  /** What it does, in the directory's words. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** HSDS status as it came: `active`, `temporarily closed`. What is inactive or defunct is left out. */
  readonly status: Scalars['String']['output'];
  /** Who offers it. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** What kind of service it is, and for whom, by the directory's own taxonomies. */
  readonly terms: ReadonlyArray<ServiceTerm>;
  /** Whether the person could use it, and why. */
  readonly eligibility: ServiceEligibility;
  /** Metres as the crow flies, from a fixed place in the district that was asked for. Null where the directory gives no coordinates. */
  readonly distanceMetres: Maybe<Scalars['Int']['output']>;
  /** Where it is held. */
  readonly place: ServicePlace;
  /** How to reach the service. */
  readonly contact: ServiceContact;
  /** What it costs. Empty where the directory does not say. */
  readonly costs: ReadonlyArray<ServiceCost>;
  /** When it is open, in the directory's words. */
  readonly opening: ReadonlyArray<Scalars['String']['output']>;
  /** A notice of the moment: a waiting list, a closure. */
  readonly alert: Maybe<Scalars['String']['output']>;
  /** Day on which somebody last checked the entry. Null: the directory does not say. */
  readonly assuredOn: Maybe<Scalars['Date']['output']>;
  /** True where nobody is known to have checked the entry within the last twelve months: telephone first. */
  readonly assuranceStale: Scalars['Boolean']['output'];
  /** True where only the directory's list could be read, and not the whole entry. */
  readonly entryIncomplete: Scalars['Boolean']['output'];
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** A term of a taxonomy that the directory put on a service. */
export type ServiceTerm = {
  /** As the directory gives it: `taxonomyTerm` takes it. */
  readonly id: Scalars['ID']['output'];
  /** In words. */
  readonly name: Scalars['String']['output'];
  /** Which taxonomy it is of. */
  readonly taxonomy: Maybe<Scalars['String']['output']>;
  /** The same in every directory that uses the taxonomy. */
  readonly uri: Maybe<Scalars['String']['output']>;
  /** What the term describes, as it came. */
  readonly linkType: Maybe<Scalars['String']['output']>;
};

/** Whether somebody could use a service. */
export type ServiceEligibility = {
  /** The answer. What the directory says in words alone is never taken for a yes. */
  readonly outcome: EligibilityOutcome;
  /** Everything that the directory asks, in words. Empty: it asks nothing. */
  readonly reasons: ReadonlyArray<EligibilityReason>;
  /** The facts that could still change the answer. */
  readonly missing: ReadonlyArray<MissingFact>;
};

/** Where a service is held. */
export type ServicePlace = {
  /** Name of the place. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** HSDS location type as it came: `physical`, `postal`, `virtual`. */
  readonly type: Maybe<Scalars['String']['output']>;
  /** Lines of the address. */
  readonly addressLines: ReadonlyArray<Scalars['String']['output']>;
  /** Postcode of the place. */
  readonly postcode: Maybe<Scalars['String']['output']>;
  /** What helps people with disabilities there. */
  readonly accessibility: ReadonlyArray<Scalars['String']['output']>;
};

/** How to reach a service. */
export type ServiceContact = {
  /** Address of its page. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** Its mailbox. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Whom to ask for. */
  readonly people: ReadonlyArray<ServiceContactPerson>;
};

/** Whom to ask for at a service. */
export type ServiceContactPerson = {
  /** Name, or the name of a desk. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Job title. */
  readonly title: Maybe<Scalars['String']['output']>;
};

/** What a service costs. */
export type ServiceCost = {
  /** For whom, or which kind. */
  readonly option: Maybe<Scalars['String']['output']>;
  /** In pence; 0 is free. */
  readonly amount: Maybe<Scalars['Pence']['output']>;
  /** For what. */
  readonly per: Maybe<Scalars['String']['output']>;
};

/** A momentum, or that it may not be told. */
export type CaseMomentumResult = CaseMomentum | Withheld;

/** Whether somebody keeps coming to their sessions. */
export type CaseMomentum = {
  /** Sessions that the person came to. */
  readonly attended: Scalars['Int']['output'];
  /** Sessions that the person did not come to. */
  readonly missed: Scalars['Int']['output'];
  /** Sessions missed since the last that the person came to. */
  readonly missedInARow: Scalars['Int']['output'];
  /** The day of the last. Null before the first. */
  readonly lastAttendedOn: Maybe<Scalars['Date']['output']>;
  /** Days since then, or since the case was opened; to its end where it has ended. */
  readonly daysSinceLast: Scalars['Int']['output'];
  /** The longest time in days between two sessions, the time from the opening to the first and from the last to today counted. */
  readonly longestGapDays: Scalars['Int']['output'];
  /** True for an open case where it is longer than the programme lets a gap be (`clocks.contact`). */
  readonly isFaltering: Scalars['Boolean']['output'];
};

/** A timeline, or that it may not be told. */
export type CaseTimelineResult = CaseTimeline | Withheld;

/** Both journeys as one. */
export type CaseTimeline = {
  /** Oldest first. */
  readonly events: ReadonlyArray<TimelineEvent>;
  /** What of it the caller may not see, each kind by a decision of its own: the referral, appointments, fit notes. */
  readonly withheld: ReadonlyArray<Withheld>;
  /** What became of each system that was asked for appointments and fit notes. */
  readonly sources: ReadonlyArray<SourceStatus>;
};

/** One thing that happened on either journey. */
export type TimelineEvent = {
  /** A day or an instant. */
  readonly at: Scalars['FHIRDateTime']['output'];
  /** What, in codes: the kind of change, or the category and its step; of an appointment or a fit note that it was, and neither why nor where. */
  readonly what: Scalars['String']['output'];
  /** Which journey. Null for what belongs to neither. */
  readonly strand: Maybe<Strand>;
  /** Where it came from: the organisation's code, or the name of the source system. Null where the person's location is restricted and the caller does not run the case. */
  readonly organisation: Maybe<Scalars['String']['output']>;
};

/** What became of a session. */
export type SessionState =
  /** To come, or nobody has said. */
  | 'BOOKED'
  /** The person was there. */
  | 'ATTENDED'
  /** The person was not there. */
  | 'NOT_ATTENDED'
  /** It did not take place for this person. */
  | 'CANCELLED';

/** One person's session. */
export type CaseSession = {
  /** Opaque and pairwise. */
  readonly id: Scalars['ID']['output'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** How long it is planned to last. */
  readonly minutes: Scalars['Int']['output'];
  /** Alone or in a group. */
  readonly kind: SessionKind;
  /** Code of the programme's topic. */
  readonly topic: Maybe<Scalars['String']['output']>;
  /** How contact is made. */
  readonly mode: ContactMode;
  /** Where. */
  readonly place: Maybe<Scalars['String']['output']>;
  /** Whose premises or line. */
  readonly hostedBy: Maybe<Scalars['String']['output']>;
  /** Who gives it; another organisation than the host, where a partner works on somebody's premises. */
  readonly deliveredBy: Maybe<Scalars['String']['output']>;
  /** Code of the programme's role. */
  readonly role: Scalars['String']['output'];
  /** What became of it. */
  readonly state: SessionState;
  /** True where fields are null because the person's location is restricted and the caller does not run the case. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** A page of sessions (Relay cursor connection). */
export type CaseSessionConnection = {
  /** The sessions of this page. */
  readonly edges: ReadonlyArray<CaseSessionEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Present where the caller may not see them; `edges` is then empty. */
  readonly withheld: Maybe<Withheld>;
};

/** One session of a page. */
export type CaseSessionEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: CaseSession;
};

/** One sitting of a group. */
export type GroupSession = {
  /** Opaque and pairwise. */
  readonly id: Scalars['ID']['output'];
  /** The programme's id. */
  readonly programme: Scalars['ID']['output'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** How long it is planned to last. */
  readonly minutes: Scalars['Int']['output'];
  /** Code of the programme's topic. */
  readonly topic: Maybe<Scalars['String']['output']>;
  /** How contact is made. */
  readonly mode: ContactMode;
  /** Where. */
  readonly place: Maybe<Scalars['String']['output']>;
  /** Whose premises. */
  readonly hostedBy: Scalars['String']['output'];
  /** Who gives it. */
  readonly deliveredBy: Scalars['String']['output'];
  /** Code of the programme's role. */
  readonly role: Scalars['String']['output'];
  /** Which one of its weekly series. */
  readonly number: Scalars['Int']['output'];
  /** How many places there are. */
  readonly capacity: Scalars['Int']['output'];
  /** How many are free. */
  readonly placesLeft: Scalars['Int']['output'];
  /** Whose places they are, as far as the caller may see their support. */
  readonly roster: ReadonlyArray<Case>;
};

/** A page of group sessions (Relay cursor connection). */
export type GroupSessionConnection = {
  /** The sittings of this page. */
  readonly edges: ReadonlyArray<GroupSessionEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One sitting of a page. */
export type GroupSessionEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The sitting. */
  readonly node: GroupSession;
};

/** When, where and by whom. */
export type SittingInput = {
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** 1 to 1,440. */
  readonly minutes?: Scalars['Int']['input'];
  /** Code of the programme's topic. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** One of the programme's. */
  readonly mode: ContactMode;
  /** Where, up to 200 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** Whose premises or line: ODS code or the hub's own. Default: the caller's organisation. */
  readonly hostedBy?: InputMaybe<Scalars['String']['input']>;
  /** Who gives it. Default: the caller's organisation. */
  readonly deliveredBy?: InputMaybe<Scalars['String']['input']>;
  /** Code of the programme's role. */
  readonly role: Scalars['String']['input'];
};

/** A session for one person. */
export type BookSessionInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** When, where and by whom. */
  readonly sitting: SittingInput;
};

/** A group's sittings. */
export type ScheduleGroupSessionsInput = {
  /** As in `BookSessionInput`. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The programme's id. */
  readonly programme: Scalars['ID']['input'];
  /** The first of them. */
  readonly sitting: SittingInput;
  /** Places, 1 to 100. */
  readonly capacity: Scalars['Int']['input'];
  /** How many, one a week, 1 to 52. */
  readonly weeks?: Scalars['Int']['input'];
};

/** A place in a group. */
export type JoinGroupSessionInput = {
  /** 8 to 64 letters, digits and hyphens; the same again finds the first result. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** A group session id as the caller was given it. */
  readonly group: Scalars['ID']['input'];
};

/** What became of a session. */
export type CloseSessionInput = {
  /** 8 to 64 letters, digits and hyphens; the same again finds the first result. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A case id as the caller was given it. */
  readonly case: Scalars['ID']['input'];
  /** A session id as the caller was given it. */
  readonly session: Scalars['ID']['input'];
  /** What became of it; BOOKED is nothing. */
  readonly state: SessionState;
};

/** The session as it is now, or why nothing was stored. */
export type SessionResult = SessionStored | CaseRefused;

/** The sittings, or why none were stored. */
export type ScheduleGroupSessionsResult = GroupSessionsScheduled | CaseRefused;

/** The session is stored durably. */
export type SessionStored = {
  /** As it is now. */
  readonly session: CaseSession;
};

/** The sittings are stored durably. */
export type GroupSessionsScheduled = {
  /** In their order. */
  readonly sessions: ReadonlyArray<GroupSession>;
};

/** Referrals in one of four states. */
export type ReferralsResult = Referrals | NoRecord | Withheld | Unavailable;

/** Support in one of four states. */
export type SupportResult = Support | NoRecord | Withheld | Unavailable;

/** Referrals to support, as providers recorded them. */
export type Referrals = {
  /** As the sources gave them, side by side. */
  readonly items: ReadonlyArray<Referral>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Referrals to support, as providers recorded them. */
export type ReferralsItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One referral. */
export type Referral = {
  /** Source status as it came. */
  readonly status: Maybe<Scalars['String']['output']>;
  /** Day of the referral. */
  readonly referredOn: Maybe<Scalars['Date']['output']>;
  /** Who referred, as the provider named them: often a local surgery or jobcentre. */
  readonly referredBy: Maybe<Scalars['String']['output']>;
  /** The programme that the person was referred to. */
  readonly service: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** Support that the person receives. */
export type Support = {
  /** As the sources gave them, side by side. */
  readonly cases: ReadonlyArray<SupportCase>;
  /** What became of each source. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** What is said to be wrong in this section and was not put right, newest first, as far as the caller may see it: at most the newest 200. The fact is shown as its source has it. */
  readonly corrections: ReadonlyArray<CorrectionRequest>;
};

/** Support that the person receives. */
export type SupportCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One case on one programme. */
export type SupportCase = {
  /** The programme, in the provider's words. */
  readonly programme: Maybe<Scalars['String']['output']>;
  /** Source status as it came. */
  readonly status: Maybe<Scalars['String']['output']>;
  /** Who helps. */
  readonly coachName: Maybe<Scalars['String']['output']>;
  /** First day. */
  readonly startedOn: Maybe<Scalars['Date']['output']>;
  /** Day on which it is planned to end. */
  readonly plannedEndOn: Maybe<Scalars['Date']['output']>;
  /** The plan in the provider's words: free text, which can name a place. */
  readonly plan: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
  /** What the person wants to reach. */
  readonly goals: ReadonlyArray<Goal>;
  /** Sessions with a coach, as the source gave them. */
  readonly sessions: ReadonlyArray<SupportSession>;
  /** Where it came from. */
  readonly provenance: Provenance;
};

/** One case on one programme. */
export type SupportCaseSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One goal of a plan. */
export type Goal = {
  /** In the person's or the coach's words: free text, which can name a place. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** HEALTH or WORK, or the source's own word. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** Source status as it came: open, achieved … */
  readonly status: Maybe<Scalars['String']['output']>;
  /** Day by which it should be reached. */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
};

/** One session with a coach. */
export type SupportSession = {
  /** When it was or will be. */
  readonly heldAt: Maybe<Scalars['FHIRDateTime']['output']>;
  /** In person, telephone, video …, as it came. */
  readonly mode: Maybe<Scalars['String']['output']>;
  /** Whether the person came. Null where the source does not say. */
  readonly attended: Maybe<Scalars['Boolean']['output']>;
  /** What it was about: free text, which can name a place. */
  readonly topic: Maybe<Scalars['String']['output']>;
  /** Where it was held. */
  readonly venue: Maybe<Scalars['String']['output']>;
  /** True where fields are null because the person's location is restricted. */
  readonly locationWithheld: Scalars['Boolean']['output'];
};

/** Narrows the queue. */
export type TaskFilter = {
  /** Those that are completed, instead of those that wait. */
  readonly completed?: Scalars['Boolean']['input'];
  /** Only this kind. */
  readonly kind?: InputMaybe<TaskKind>;
};

/** What kind of work it is. */
export type TaskKind =
  /** Somebody opened a client's record in an emergency: was that right? */
  | 'EMERGENCY_ACCESS_REVIEW'
  /** Somebody without a usable NHS number may be somebody whom PDS knows: are they? Closed by `decideMatch`. */
  | 'MATCH_REVIEW'
  /** A clock of a referral ran out. */
  | 'REFERRAL_OVERDUE'
  /** A message of a referral was given up. */
  | 'REFERRAL_NOT_DELIVERED'
  /** A client took back a consent that named the organisation: what runs on it in the organisation's own systems must end. */
  | 'CONSENT_WITHDRAWN'
  /** A clock of an open case ran out: its end comes near or is past, or the person was not seen. */
  | 'CASE_DUE'
  /** A place of a programme is free for somebody who was taken on without one. Ends by itself when they wait no longer. */
  | 'PLACE_FREE'
  /** PDS said that two records of the hub are one person's: do they belong together? `unlink` takes them apart, and closes it. */
  | 'RECORDS_MERGED'
  /** Somebody says that a record of the organisation is wrong: is it? Closed by `answerCorrection`. */
  | 'CORRECTION_REQUESTED'
  /** A record that the organisation was shown was put right at its source: what it took over from it is wrong. */
  | 'RECORD_CORRECTED'
  /** Somebody of the organisation asked by number for many people who are not its own: a slip of some system, or a search for who is helped? `disclosures` has each. */
  | 'PROBING_SUSPECTED';

/** Where a task stands. */
export type TaskState =
  /** It waits, and its time has not run out. */
  | 'OPEN'
  /** Its time ran out: it went to whoever is next, and waits there. */
  | 'ESCALATED'
  /** It is done. */
  | 'COMPLETED';

/** How a task ended. Each kind allows some of them. */
export type TaskOutcome =
  /** The act was right. */
  | 'JUSTIFIED'
  /** The act was not right. What follows is for the organisation. */
  | 'NOT_JUSTIFIED'
  /** They are one person. */
  | 'LINKED'
  /** They are two people. */
  | 'NOT_SAME'
  /** It was taken up with whoever had to act. */
  | 'FOLLOWED_UP'
  /** It had settled itself. */
  | 'NOTHING_TO_DO'
  /** The record was put right. */
  | 'CORRECTED'
  /** The record stays as it is, and the client was told why. */
  | 'NOT_CORRECTED';

/** A page of tasks (Relay cursor connection). */
export type TaskConnection = {
  /** The tasks of this page. */
  readonly edges: ReadonlyArray<TaskEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One task of a page. */
export type TaskEdge = {
  /** Opaque, authenticated, and good for this caller only. */
  readonly cursor: Scalars['String']['output'];
  /** The task. */
  readonly node: Task;
};

/** One thing that a person must do. */
export type Task = {
  /** Opaque and pairwise, like client ids. */
  readonly id: Scalars['ID']['output'];
  /** What kind of work it is. */
  readonly kind: TaskKind;
  /** Where it stands. */
  readonly state: TaskState;
  /** Whose it is: the organisation. */
  readonly organisation: Scalars['String']['output'];
  /** Whose it is: the part in that organisation. */
  readonly audience: Audience;
  /** When it was raised. */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** By when its present owner must have done it. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** The outcomes that this kind of task can have. */
  readonly outcomes: ReadonlyArray<TaskOutcome>;
  /** How it ended. Null while it waits. */
  readonly outcome: Maybe<TaskOutcome>;
  /** When it ended. Null while it waits. */
  readonly completedAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened to it, oldest first. */
  readonly history: ReadonlyArray<TaskMove>;
  /** Whom it is about, through the same rules as every other way to a client. Null where it is about nobody, or about nobody that the caller's organisation works with. */
  readonly client: Maybe<Client>;
  /** What must be known to do it. */
  readonly details: TaskDetailsResult;
};

/** The details of a task by its kind, or why the caller may not see them. */
export type TaskDetailsResult =
  | EmergencyAccessReview
  | MatchReview
  | ReferralOverdue
  | ReferralNotDelivered
  | WithdrawnConsent
  | CaseDue
  | PlaceFree
  | RecordsMerged
  | AskedCorrection
  | CorrectedRecord
  | SuspectedProbing
  | Withheld;

/** Many questions for people who are not the organisation's. Until they are older than that, the caller looks nobody up by number; emergency access is open to them. */
export type SuspectedProbing = {
  /** Whose questions: the token's subject. */
  readonly subject: Scalars['String']['output'];
  /** How many of them found nobody, when it was noticed. */
  readonly misses: Scalars['Int']['output'];
  /** In how many minutes. */
  readonly minutes: Scalars['Int']['output'];
};

/** A record that the organisation was shown, and that was put right since (UK GDPR article 19). Look at it again. */
export type CorrectedRecord = {
  /** The category of what was wrong. */
  readonly category: DataCategory;
  /** When whoever holds it said so. */
  readonly correctedAt: Scalars['DateTime']['output'];
};

/** An emergency access to judge. */
export type EmergencyAccessReview = {
  /** Whose access it was: the organisation. */
  readonly organisation: Scalars['String']['output'];
  /** Whose access it was: the token's subject. */
  readonly openedBy: Scalars['String']['output'];
  /** The part that they played. */
  readonly openedAs: Audience;
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** When it ends by itself. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** The reason that they gave. */
  readonly emergencyReason: EmergencyReason;
  /** What they wrote. Null for another organisation that does not work with the client. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** Two records that have become one person's. Everything held under either counts for both from then on. */
export type RecordsMerged = {
  /** What `unlink` takes as `link` if they are two people. The task's client is the record that stands. */
  readonly link: Scalars['ID']['output'];
  /** When PDS said so. */
  readonly mergedAt: Scalars['DateTime']['output'];
};

/** A record that is said to be wrong. */
export type AskedCorrection = {
  /** What is said of it. Its words are for whom it is addressed to; whoever else has the task by now asks them. */
  readonly correction: CorrectionRequest;
};

/** A consent that was taken back. */
export type WithdrawnConsent = {
  /** The consent, by the id that this caller is given for it. */
  readonly consent: Scalars['ID']['output'];
  /** Since when it holds no more. */
  readonly withdrawnAt: Scalars['DateTime']['output'];
  /** What it spoke of. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** What for. */
  readonly purposes: ReadonlyArray<Purpose>;
};

/** A clock of an open case that ran out. */
export type CaseDue = {
  /** The case, by the id that this caller is given for it. Null where it is an employer's. */
  readonly case: Maybe<Scalars['ID']['output']>;
  /** The employer's case. Null where it is a person's. */
  readonly employerCase: Maybe<Scalars['ID']['output']>;
  /** Which clock. */
  readonly clock: CaseClock;
  /** Since which day. */
  readonly on: Scalars['Date']['output'];
};

/** A place that is free for somebody who waits for one. Another may be quicker: `RESUME` takes it, or says `NO_PLACE`. */
export type PlaceFree = {
  /** The referral that waits, by the id that this caller is given for it. */
  readonly referral: Scalars['ID']['output'];
  /** Since when, by the hub's own count. */
  readonly freeAt: Scalars['DateTime']['output'];
};

/** The clocks of an open case that somebody is told of. */
export type CaseClock =
  /** One of the programme's warnings before the end. */
  | 'ENDING_SOON'
  /** The last warning, where the programme still allows more time: it is extended now, or it ends. */
  | 'EXTENSION_DUE'
  /** The planned end, or the programme's own last day, is past. */
  | 'PAST_END'
  /** The person has come to no session for longer than the programme allows. */
  | 'NO_CONTACT';

/** What can happen to a task. */
export type TaskMoveKind =
  /** It was raised. */
  | 'RAISED'
  /** Its time ran out, and it went to whoever is next. */
  | 'ESCALATED'
  /** Somebody handed it on. */
  | 'REASSIGNED'
  /** It was done. */
  | 'COMPLETED';

/** One thing that happened to a task. */
export type TaskMove = {
  /** What. */
  readonly what: TaskMoveKind;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Whose it was from then on: the organisation. */
  readonly organisation: Scalars['String']['output'];
  /** Whose it was from then on: the part. */
  readonly audience: Audience;
  /** Who did it: the token's subject. Null where the hub did it by itself. */
  readonly by: Maybe<Scalars['String']['output']>;
  /** What they gave as reason. Null where there is none, and where the caller may not see the details. */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** How a task ended. */
export type CompleteTaskInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A task id as the caller was given it. */
  readonly task: Scalars['ID']['input'];
  /** One of the task's `outcomes`. */
  readonly outcome: TaskOutcome;
  /** In words, if there is something to say; up to 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** To whom a task goes. */
export type ReassignTaskInput = {
  /** Chosen by the caller, 8 to 64 letters, digits and hyphens. The same key with the same input gives the first result again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** A task id as the caller was given it. */
  readonly task: Scalars['ID']['input'];
  /** The organisation: the caller's own, or one that had it before. */
  readonly organisation: Scalars['String']['input'];
  /** The part there. */
  readonly audience: Audience;
  /** Why; 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** By when they must have done it; in the future. Default: as before. */
  readonly dueAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The completed task, or why nothing was stored. */
export type CompleteTaskResult = TaskCompleted | TaskRefused;

/** The task as its new owner has it, or why nothing was stored. */
export type ReassignTaskResult = TaskReassigned | TaskRefused;

/** The completion is stored durably. */
export type TaskCompleted = {
  /** As it was stored. */
  readonly task: Task;
};

/** The new owner is stored durably. */
export type TaskReassigned = {
  /** As it was stored. */
  readonly task: Task;
};

/** Why nothing was stored. */
export type TaskRefusalReason =
  /** No such task for this caller. */
  | 'NOT_FOUND'
  /** This caller may not do that with this task. */
  | 'NOT_PERMITTED'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is not acceptable; `message` names the field. */
  | 'INVALID_INPUT'
  /** The task is already completed. */
  | 'ALREADY_COMPLETED'
  /** Somebody changed it meanwhile: read it again. */
  | 'CHANGED_MEANWHILE';

/** Nothing was stored. */
export type TaskRefused = {
  /** Why. */
  readonly reason: TaskRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: Scalars['String']['output'];
};

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = {}, TContext = {}, TArgs = {}> =
  ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = {}, TContext = {}, TArgs = {}> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = {}, TContext = {}> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo,
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = {}, TContext = {}> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = {}, TParent = {}, TContext = {}, TArgs = {}> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  WorkplaceAdjustmentsResult: AdjustmentsRecord | NoRecord | Withheld | Unavailable;
  AdjustmentResult:
    (Omit<AdjustmentRecorded, 'adjustment'> & { adjustment: _RefType['WorkplaceAdjustment'] }) | EmployerRefused;
  BenefitsResult: BenefitsRecord | NoRecord | Withheld | Unavailable;
  ConditionalityResult: Conditionality | NoRecord | Withheld | Unavailable;
  CaseProgressResult: CaseProgress | Withheld;
  CaseAssessmentsResult: CaseAssessments | Withheld;
  CasePlanResult: CasePlan | Withheld;
  CaseInterventionsResult: CaseInterventions | Withheld;
  CaseNeedsResult: CaseNeeds | Withheld;
  CaseSnapshotsResult: CaseSnapshots | Withheld;
  CaseResult: (Omit<CaseChanged, 'case'> & { case: _RefType['Case'] }) | CaseRefused;
  DischargeCasesResult:
    (Omit<CasesDischarged, 'results'> & { results: ReadonlyArray<_RefType['CaseResult']> }) | CaseRefused;
  ImportConsentResult: ConsentImported | RepresentationProposed | ConsentNotRead | ConsentRefused;
  CompleteConsentRequestResult: ConsentRequestCompleted | ConsentRefused;
  RecordConsentResult: ConsentRecorded | ConsentRefused;
  WithdrawConsentResult: ConsentWithdrawn | ConsentRefused;
  RequestCorrectionResult:
    (Omit<CorrectionRequested, 'correction'> & { correction: _RefType['CorrectionRequest'] }) | CorrectionRefused;
  AnswerCorrectionResult:
    (Omit<CorrectionAnswered, 'correction'> & { correction: _RefType['CorrectionRequest'] }) | CorrectionRefused;
  DemographicsResult: DemographicsRecord | NoRecord | Withheld | Unavailable;
  ContactResult: ContactRecord | NoRecord | Withheld | Unavailable;
  OpenEmergencyAccessResult:
    | (Omit<EmergencyAccessOpened, 'emergencyAccess'> & { emergencyAccess: _RefType['EmergencyAccess'] })
    | EmergencyAccessRefused;
  CloseEmergencyAccessResult:
    | (Omit<EmergencyAccessClosed, 'emergencyAccess'> & { emergencyAccess: _RefType['EmergencyAccess'] })
    | EmergencyAccessRefused;
  EmployerCaseResult: (Omit<EmployerCaseStored, 'case'> & { case: _RefType['EmployerCase'] }) | EmployerRefused;
  EmployerResult: (Omit<EmployerRecorded, 'employer'> & { employer: _RefType['Employer'] }) | EmployerRefused;
  EmployerEnquiryResult:
    (Omit<EmployerEnquiryRecorded, 'enquiry'> & { enquiry: _RefType['EmployerEnquiry'] }) | EmployerRefused;
  SupportedStaffResult:
    (Omit<SupportedStaffRecorded, 'employer'> & { employer: _RefType['Employer'] }) | EmployerRefused;
  WorkStatusResult: DerivedWorkStatus | NoRecord | Withheld | Unavailable;
  EmploymentResult: EmploymentRecord | NoRecord | Withheld | Unavailable;
  FitNotesResult: FitNotesRecord | NoRecord | Withheld | Unavailable;
  ConditionsResult: ConditionsRecord | NoRecord | Withheld | Unavailable;
  MeasuresResult: MeasuresRecord | NoRecord | Withheld | Unavailable;
  ObservationsResult: ObservationsRecord | NoRecord | Withheld | Unavailable;
  AppointmentsResult: AppointmentsRecord | NoRecord | Withheld | Unavailable;
  EncountersResult: EncountersRecord | NoRecord | Withheld | Unavailable;
  DelayAccessHistoryResult: AccessHistoryDelayed | DelayAccessHistoryRefused;
  UnlinkResult: (Omit<Unlinked, 'link'> & { link: _RefType['ClientLink'] }) | LinkRefused;
  RequestTraceResult: TraceRequested | MatchRefused;
  DecideMatchResult: MatchDecided | MatchRefused;
  PreviewConsentResult: ConsentPreview | ConsentRefused;
  ConsentDiffResult: ConsentDiff | ConsentRefused;
  ReferralProgressResult:
    (Omit<ReferralProgress, 'history'> & { history: ReadonlyArray<_RefType['ReferralEvent']> }) | Withheld;
  ReferralContentResult: ReferralContent | Withheld;
  ReferralHealthResult: ReferralHealth | Withheld;
  ReferralDuplicatesResult:
    (Omit<ReferralDuplicates, 'referrals'> & { referrals: ReadonlyArray<_RefType['TrackedReferral']> }) | Withheld;
  SubmitReferralResult:
    (Omit<ReferralSubmitted, 'referral'> & { referral: _RefType['TrackedReferral'] }) | ReferralRefused;
  MoveReferralResult: (Omit<ReferralMoved, 'referral'> & { referral: _RefType['TrackedReferral'] }) | ReferralRefused;
  ReportCapacityResult: CapacityReported | ReferralRefused;
  RecordRepresentativeResult: RepresentativeRecorded | RepresentativeRefused;
  EndRepresentativeResult: RepresentativeEnded | RepresentativeRefused;
  ServicesNearResult:
    | (Omit<ServicesNear, 'edges'> & { edges: ReadonlyArray<_RefType['ServiceAtLocationEdge']> })
    | NoServices
    | DirectoryUnavailable
    | Withheld
    | Unavailable;
  CaseMomentumResult: CaseMomentum | Withheld;
  CaseTimelineResult: CaseTimeline | Withheld;
  SessionResult: SessionStored | CaseRefused;
  ScheduleGroupSessionsResult:
    (Omit<GroupSessionsScheduled, 'sessions'> & { sessions: ReadonlyArray<_RefType['GroupSession']> }) | CaseRefused;
  ReferralsResult: ReferralsRecord | NoRecord | Withheld | Unavailable;
  SupportResult: SupportRecord | NoRecord | Withheld | Unavailable;
  TaskDetailsResult:
    | EmergencyAccessReview
    | MatchReview
    | ReferralOverdue
    | ReferralNotDelivered
    | WithdrawnConsent
    | CaseDue
    | PlaceFree
    | RecordsMerged
    | AskedCorrectionView
    | CorrectedRecord
    | SuspectedProbing
    | Withheld;
  CompleteTaskResult: (Omit<TaskCompleted, 'task'> & { task: _RefType['Task'] }) | TaskRefused;
  ReassignTaskResult: (Omit<TaskReassigned, 'task'> & { task: _RefType['Task'] }) | TaskRefused;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Audience: Audience;
  Purpose: Purpose;
  Viewer: ResolverTypeWrapper<VerifiedViewer>;
  ViewerInput: ViewerInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Basis: Basis;
  Mutation: ResolverTypeWrapper<{}>;
  Client: ResolverTypeWrapper<ClientFile>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Case: ResolverTypeWrapper<CaseFile>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  WorkplaceAdjustmentsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WorkplaceAdjustmentsResult']>;
  WorkplaceAdjustments: ResolverTypeWrapper<AdjustmentsRecord>;
  WorkplaceAdjustment: ResolverTypeWrapper<AdjustmentView>;
  AdjustmentEvent: ResolverTypeWrapper<AdjustmentEvent>;
  AdjustmentType: AdjustmentType;
  AdjustmentState: AdjustmentState;
  AdjustmentMove: AdjustmentMove;
  AdjustmentEffect: AdjustmentEffect;
  ProposeAdjustmentInput: ProposeAdjustmentInput;
  MoveAdjustmentInput: MoveAdjustmentInput;
  AdjustmentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AdjustmentResult']>;
  AdjustmentRecorded: ResolverTypeWrapper<
    Omit<AdjustmentRecorded, 'adjustment'> & { adjustment: ResolversTypes['WorkplaceAdjustment'] }
  >;
  Query: ResolverTypeWrapper<{}>;
  DisclosureFilter: DisclosureFilter;
  DisclosureOutcome: DisclosureOutcome;
  DisclosureConnection: ResolverTypeWrapper<
    Omit<DisclosureConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DisclosureEdge']> }
  >;
  DisclosureEdge: ResolverTypeWrapper<Omit<DisclosureEdge, 'node'> & { node: ResolversTypes['DisclosureRecord'] }>;
  DisclosureRecord: ResolverTypeWrapper<AuditView>;
  DisclosureLine: ResolverTypeWrapper<DisclosureLine>;
  BenefitsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BenefitsResult']>;
  ConditionalityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConditionalityResult']>;
  Benefits: ResolverTypeWrapper<BenefitsRecord>;
  BenefitClaim: ResolverTypeWrapper<BenefitClaimRecord>;
  BenefitAward: ResolverTypeWrapper<BenefitAward>;
  Conditionality: ResolverTypeWrapper<Conditionality>;
  ConditionalityRegime: ResolverTypeWrapper<ConditionalityRegime>;
  Subscription: ResolverTypeWrapper<{}>;
  CaseProgressResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseProgressResult']>;
  CaseAssessmentsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseAssessmentsResult']>;
  CasePlanResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CasePlanResult']>;
  CaseInterventionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseInterventionsResult']>;
  CaseNeedsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseNeedsResult']>;
  CaseSnapshotsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseSnapshotsResult']>;
  CaseStatus: CaseStatus;
  CaseProgress: ResolverTypeWrapper<CaseProgress>;
  AccountablePerson: ResolverTypeWrapper<AccountablePerson>;
  CaseExtension: ResolverTypeWrapper<CaseExtension>;
  CaseDischarge: ResolverTypeWrapper<CaseDischarge>;
  CaseAssessments: ResolverTypeWrapper<CaseAssessments>;
  CaseAssessment: ResolverTypeWrapper<CaseAssessment>;
  CaseBarrier: ResolverTypeWrapper<CaseBarrier>;
  Barrier: Barrier;
  CaseAssessmentDomain: ResolverTypeWrapper<CaseAssessmentDomain>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CasePlan: ResolverTypeWrapper<CasePlan>;
  CasePlanVersion: ResolverTypeWrapper<CasePlanVersion>;
  CaseGoal: ResolverTypeWrapper<CaseGoal>;
  GoalKind: GoalKind;
  ProgressState: ProgressState;
  CaseAction: ResolverTypeWrapper<CaseAction>;
  CaseInterventions: ResolverTypeWrapper<CaseInterventions>;
  CaseIntervention: ResolverTypeWrapper<CaseIntervention>;
  InterventionState: InterventionState;
  CaseNeeds: ResolverTypeWrapper<CaseNeeds>;
  CaseSafeContact: ResolverTypeWrapper<CaseSafeContact>;
  CaseSnapshots: ResolverTypeWrapper<CaseSnapshots>;
  EmploymentSnapshot: ResolverTypeWrapper<EmploymentSnapshot>;
  CaseFilter: CaseFilter;
  CaseConnection: ResolverTypeWrapper<
    Omit<CaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CaseEdge']> }
  >;
  CaseEdge: ResolverTypeWrapper<Omit<CaseEdge, 'node'> & { node: ResolversTypes['Case'] }>;
  VersionChangeConnection: ResolverTypeWrapper<
    Omit<VersionChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['VersionChangeEdge']> }
  >;
  VersionChangeEdge: ResolverTypeWrapper<Omit<VersionChangeEdge, 'node'> & { node: ResolversTypes['VersionChange'] }>;
  VersionChange: ResolverTypeWrapper<Omit<VersionChange, 'case'> & { case: ResolversTypes['Case'] }>;
  VersionDifference: ResolverTypeWrapper<VersionDifference>;
  OpenCaseInput: OpenCaseInput;
  AssignCaseInput: AssignCaseInput;
  ExtendCaseInput: ExtendCaseInput;
  AssessCaseInput: AssessCaseInput;
  CaseAssessmentDomainInput: CaseAssessmentDomainInput;
  PlanCaseInput: PlanCaseInput;
  CaseGoalInput: CaseGoalInput;
  AddCaseActionInput: AddCaseActionInput;
  MoveCaseActionInput: MoveCaseActionInput;
  RequestInterventionInput: RequestInterventionInput;
  MoveInterventionInput: MoveInterventionInput;
  RecordCaseNeedsInput: RecordCaseNeedsInput;
  CaseSafeContactInput: CaseSafeContactInput;
  RecordEmploymentSnapshotInput: RecordEmploymentSnapshotInput;
  DischargeCaseInput: DischargeCaseInput;
  DischargeCasesInput: DischargeCasesInput;
  CaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseResult']>;
  DischargeCasesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DischargeCasesResult']>;
  CaseChanged: ResolverTypeWrapper<Omit<CaseChanged, 'case'> & { case: ResolversTypes['Case'] }>;
  CasesDischarged: ResolverTypeWrapper<
    Omit<CasesDischarged, 'results'> & { results: ReadonlyArray<ResolversTypes['CaseResult']> }
  >;
  CaseRefusalReason: CaseRefusalReason;
  CaseRefused: ResolverTypeWrapper<CaseRefused>;
  ClientLookup: ClientLookup;
  ClientFilter: ClientFilter;
  ClientConnection: ResolverTypeWrapper<
    Omit<ClientConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ClientEdge']> }
  >;
  ClientEdge: ResolverTypeWrapper<Omit<ClientEdge, 'node'> & { node: ResolversTypes['Client'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ImportConsentInput: ImportConsentInput;
  ImportConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportConsentResult']>;
  ConsentImported: ResolverTypeWrapper<ConsentImported>;
  RepresentationProposed: ResolverTypeWrapper<RepresentationProposed>;
  ProposedRepresentative: ResolverTypeWrapper<ProposedRepresentative>;
  ConsentNotRead: ResolverTypeWrapper<ConsentNotRead>;
  ConsentFault: ResolverTypeWrapper<ConsentFault>;
  ConsentFaultCode: ConsentFaultCode;
  Consent: ResolverTypeWrapper<Consent>;
  ConsentStatus: ConsentStatus;
  ConsentEffect: ConsentEffect;
  ConsentRecipient: ResolverTypeWrapper<ConsentRecipient>;
  ConsentPerson: ResolverTypeWrapper<ConsentPerson>;
  ConsentException: ResolverTypeWrapper<ConsentException>;
  ConsentRequest: ResolverTypeWrapper<ConsentRequest>;
  ConsentEvidence: ResolverTypeWrapper<ConsentEvidence>;
  ActedFor: ResolverTypeWrapper<ActedFor>;
  ConsentMethod: ConsentMethod;
  ConsentGiver: ConsentGiver;
  ConsentRecipientInput: ConsentRecipientInput;
  ConsentPersonInput: ConsentPersonInput;
  ConsentExceptionInput: ConsentExceptionInput;
  ConsentRequestInput: ConsentRequestInput;
  ConsentEvidenceInput: ConsentEvidenceInput;
  RecordConsentInput: RecordConsentInput;
  WithdrawConsentInput: WithdrawConsentInput;
  CompleteConsentRequestInput: CompleteConsentRequestInput;
  CompleteConsentRequestResult: ResolverTypeWrapper<
    ResolversUnionTypes<ResolversTypes>['CompleteConsentRequestResult']
  >;
  ConsentRequestCompleted: ResolverTypeWrapper<ConsentRequestCompleted>;
  RecordConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordConsentResult']>;
  WithdrawConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawConsentResult']>;
  ConsentRecorded: ResolverTypeWrapper<ConsentRecorded>;
  ConsentWithdrawn: ResolverTypeWrapper<ConsentWithdrawn>;
  ConsentRefusalReason: ConsentRefusalReason;
  ConsentRefused: ResolverTypeWrapper<ConsentRefused>;
  WithdrawalReceipt: ResolverTypeWrapper<WithdrawalReceipt>;
  FeedEnd: ResolverTypeWrapper<FeedEnd>;
  FeedOutcome: FeedOutcome;
  RemainingAccess: ResolverTypeWrapper<RemainingAccess>;
  CorrectionRequestConnection: ResolverTypeWrapper<
    Omit<CorrectionRequestConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CorrectionRequestEdge']> }
  >;
  CorrectionRequestEdge: ResolverTypeWrapper<
    Omit<CorrectionRequestEdge, 'node'> & { node: ResolversTypes['CorrectionRequest'] }
  >;
  CorrectionState: CorrectionState;
  CorrectionMove: CorrectionMove;
  CorrectionRefusal: CorrectionRefusal;
  CorrectionRequest: ResolverTypeWrapper<CorrectionView>;
  CorrectionStep: ResolverTypeWrapper<CorrectionStepView>;
  RequestCorrectionInput: RequestCorrectionInput;
  AnswerCorrectionInput: AnswerCorrectionInput;
  RequestCorrectionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestCorrectionResult']>;
  AnswerCorrectionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AnswerCorrectionResult']>;
  CorrectionRequested: ResolverTypeWrapper<
    Omit<CorrectionRequested, 'correction'> & { correction: ResolversTypes['CorrectionRequest'] }
  >;
  CorrectionAnswered: ResolverTypeWrapper<
    Omit<CorrectionAnswered, 'correction'> & { correction: ResolversTypes['CorrectionRequest'] }
  >;
  CorrectionRefusalReason: CorrectionRefusalReason;
  CorrectionRefused: ResolverTypeWrapper<CorrectionRefused>;
  DemographicsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DemographicsResult']>;
  ContactResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ContactResult']>;
  Demographics: ResolverTypeWrapper<DemographicsRecord>;
  PersonName: ResolverTypeWrapper<PersonName>;
  Contact: ResolverTypeWrapper<ContactRecord>;
  Address: ResolverTypeWrapper<Address>;
  ContactPoint: ResolverTypeWrapper<ContactPoint>;
  ContactPreference: ResolverTypeWrapper<ContactPreference>;
  DataCategory: DataCategory;
  Provenance: ResolverTypeWrapper<ProvenanceRecord>;
  RecordAge: RecordAge;
  SourceOutcome: SourceOutcome;
  UnavailableReason: UnavailableReason;
  SourceStatus: ResolverTypeWrapper<SourceStatus>;
  NoRecord: ResolverTypeWrapper<NoRecord>;
  WithheldReason: WithheldReason;
  Withheld: ResolverTypeWrapper<Withheld>;
  Unavailable: ResolverTypeWrapper<Unavailable>;
  Coding: ResolverTypeWrapper<Coding>;
  CodeableConcept: ResolverTypeWrapper<CodeableConcept>;
  Quantity: ResolverTypeWrapper<Quantity>;
  EmergencyReason: EmergencyReason;
  OpenEmergencyAccessInput: OpenEmergencyAccessInput;
  CloseEmergencyAccessInput: CloseEmergencyAccessInput;
  EmergencyAccess: ResolverTypeWrapper<EmergencyGrantDocument>;
  OpenEmergencyAccessResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OpenEmergencyAccessResult']>;
  CloseEmergencyAccessResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CloseEmergencyAccessResult']>;
  EmergencyAccessOpened: ResolverTypeWrapper<
    Omit<EmergencyAccessOpened, 'emergencyAccess'> & { emergencyAccess: ResolversTypes['EmergencyAccess'] }
  >;
  EmergencyAccessClosed: ResolverTypeWrapper<
    Omit<EmergencyAccessClosed, 'emergencyAccess'> & { emergencyAccess: ResolversTypes['EmergencyAccess'] }
  >;
  EmergencyAccessRefusalReason: EmergencyAccessRefusalReason;
  EmergencyAccessRefused: ResolverTypeWrapper<EmergencyAccessRefused>;
  EmployerCase: ResolverTypeWrapper<EmployerCaseFile>;
  EmployerCaseClock: ResolverTypeWrapper<EmployerCaseClock>;
  EmployerCaseExtension: ResolverTypeWrapper<EmployerCaseExtension>;
  EmployerCaseDischarge: ResolverTypeWrapper<EmployerCaseDischarge>;
  EmployerCaseConnection: ResolverTypeWrapper<
    Omit<EmployerCaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EmployerCaseEdge']> }
  >;
  EmployerCaseEdge: ResolverTypeWrapper<Omit<EmployerCaseEdge, 'node'> & { node: ResolversTypes['EmployerCase'] }>;
  OpenEmployerCaseInput: OpenEmployerCaseInput;
  ExtendEmployerCaseInput: ExtendEmployerCaseInput;
  DischargeEmployerCaseInput: DischargeEmployerCaseInput;
  EmployerCaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EmployerCaseResult']>;
  EmployerCaseStored: ResolverTypeWrapper<Omit<EmployerCaseStored, 'case'> & { case: ResolversTypes['EmployerCase'] }>;
  EmployerConnection: ResolverTypeWrapper<
    Omit<EmployerConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EmployerEdge']> }
  >;
  EmployerEdge: ResolverTypeWrapper<Omit<EmployerEdge, 'node'> & { node: ResolversTypes['Employer'] }>;
  Employer: ResolverTypeWrapper<EmployerFile>;
  EmployerSizeBand: EmployerSizeBand;
  StaffSupported: ResolverTypeWrapper<
    Omit<StaffSupported, 'named'> & { named: ReadonlyArray<ResolversTypes['SupportedPerson']> }
  >;
  SupportedPerson: ResolverTypeWrapper<SupportedPersonRecord>;
  EmployerEnquiryConnection: ResolverTypeWrapper<
    Omit<EmployerEnquiryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EmployerEnquiryEdge']> }
  >;
  EmployerEnquiryEdge: ResolverTypeWrapper<
    Omit<EmployerEnquiryEdge, 'node'> & { node: ResolversTypes['EmployerEnquiry'] }
  >;
  EmployerEnquiry: ResolverTypeWrapper<EnquiryView>;
  EmployerEnquiryTopic: EmployerEnquiryTopic;
  EmployerEnquiryState: EmployerEnquiryState;
  EmployerAdvice: ResolverTypeWrapper<EmployerAdvice>;
  EmployerAdviceKind: EmployerAdviceKind;
  RecordEmployerInput: RecordEmployerInput;
  EmployerEnquiryInput: EmployerEnquiryInput;
  AdviseEmployerInput: AdviseEmployerInput;
  RecordSupportedStaffInput: RecordSupportedStaffInput;
  EmployerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EmployerResult']>;
  EmployerEnquiryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EmployerEnquiryResult']>;
  SupportedStaffResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SupportedStaffResult']>;
  EmployerRecorded: ResolverTypeWrapper<Omit<EmployerRecorded, 'employer'> & { employer: ResolversTypes['Employer'] }>;
  EmployerEnquiryRecorded: ResolverTypeWrapper<
    Omit<EmployerEnquiryRecorded, 'enquiry'> & { enquiry: ResolversTypes['EmployerEnquiry'] }
  >;
  SupportedStaffRecorded: ResolverTypeWrapper<
    Omit<SupportedStaffRecorded, 'employer'> & { employer: ResolversTypes['Employer'] }
  >;
  EmployerRefused: ResolverTypeWrapper<EmployerRefused>;
  EmployerRefusalReason: EmployerRefusalReason;
  WorkStatusResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WorkStatusResult']>;
  EmploymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EmploymentResult']>;
  InWork: InWork;
  WorkStatus: ResolverTypeWrapper<DerivedWorkStatus>;
  WorkStatusStatement: ResolverTypeWrapper<
    Omit<WorkStatusStatement, 'provenance'> & { provenance: ResolversTypes['Provenance'] }
  >;
  Employment: ResolverTypeWrapper<EmploymentRecord>;
  EmploymentSpell: ResolverTypeWrapper<EmploymentSpellRecord>;
  Absence: ResolverTypeWrapper<Absence>;
  AccessExplanation: ResolverTypeWrapper<AccessExplanation>;
  AccessChange: ResolverTypeWrapper<AccessChange>;
  AccessStep: ResolverTypeWrapper<AccessStep>;
  AccessStepKind: AccessStepKind;
  PastSight: ResolverTypeWrapper<PastSight>;
  PastSightOfCategory: ResolverTypeWrapper<PastSightOfCategory>;
  FitNotesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FitNotesResult']>;
  ConditionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConditionsResult']>;
  MeasuresResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MeasuresResult']>;
  ObservationsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ObservationsResult']>;
  AppointmentsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AppointmentsResult']>;
  EncountersResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EncountersResult']>;
  FitNoteStatus: FitNoteStatus;
  FitNoteAdjustment: FitNoteAdjustment;
  FitNotes: ResolverTypeWrapper<FitNotesRecord>;
  FitNote: ResolverTypeWrapper<FitNoteRecord>;
  Conditions: ResolverTypeWrapper<ConditionsRecord>;
  Condition: ResolverTypeWrapper<ClassifiedCondition>;
  Measures: ResolverTypeWrapper<MeasuresRecord>;
  Instrument: Instrument;
  MeasureScore: ResolverTypeWrapper<MeasureScoreRecord>;
  Observations: ResolverTypeWrapper<ObservationsRecord>;
  Observation: ResolverTypeWrapper<ObservationRecord>;
  ObservationComponent: ResolverTypeWrapper<ObservationComponent>;
  ObservationValue: ResolverTypeWrapper<ObservationValue>;
  Appointments: ResolverTypeWrapper<AppointmentsRecord>;
  Appointment: ResolverTypeWrapper<AppointmentRecord>;
  Encounters: ResolverTypeWrapper<EncountersRecord>;
  Encounter: ResolverTypeWrapper<EncounterRecord>;
  AccessHistoryConnection: ResolverTypeWrapper<
    Omit<AccessHistoryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccessHistoryEdge']> }
  >;
  AccessHistoryEdge: ResolverTypeWrapper<
    Omit<AccessHistoryEdge, 'node'> & { node: ResolversTypes['AccessHistoryEntry'] }
  >;
  AccessHistoryEntry: ResolverTypeWrapper<ShownEntry>;
  AccessReceipt: ResolverTypeWrapper<HeldReceipt>;
  LedgerHead: ResolverTypeWrapper<LedgerHead>;
  DelayAccessHistoryInput: DelayAccessHistoryInput;
  HistoryDelayReason: HistoryDelayReason;
  DelayAccessHistoryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DelayAccessHistoryResult']>;
  AccessHistoryDelayed: ResolverTypeWrapper<AccessHistoryDelayed>;
  DelayAccessHistoryRefused: ResolverTypeWrapper<DelayAccessHistoryRefused>;
  DelayAccessHistoryRefusal: DelayAccessHistoryRefusal;
  ClientLink: ResolverTypeWrapper<LinkView>;
  ClientLinkState: ClientLinkState;
  LinkEvidence: LinkEvidence;
  UnlinkReason: UnlinkReason;
  LinkDisclosureConnection: ResolverTypeWrapper<LinkDisclosureConnection>;
  LinkDisclosureEdge: ResolverTypeWrapper<LinkDisclosureEdge>;
  LinkDisclosure: ResolverTypeWrapper<LinkDisclosure>;
  UnlinkInput: UnlinkInput;
  UnlinkResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UnlinkResult']>;
  Unlinked: ResolverTypeWrapper<Omit<Unlinked, 'link'> & { link: ResolversTypes['ClientLink'] }>;
  LinkRefusalReason: LinkRefusalReason;
  LinkRefused: ResolverTypeWrapper<LinkRefused>;
  RequestTraceInput: RequestTraceInput;
  AdministrativeGender: AdministrativeGender;
  RequestTraceResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestTraceResult']>;
  DecideMatchResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DecideMatchResult']>;
  TraceRequested: ResolverTypeWrapper<TraceRequested>;
  DecideMatchInput: DecideMatchInput;
  MatchDecision: MatchDecision;
  MatchDecided: ResolverTypeWrapper<MatchDecided>;
  MatchRefusalReason: MatchRefusalReason;
  MatchRefused: ResolverTypeWrapper<MatchRefused>;
  MatchReview: ResolverTypeWrapper<MatchReview>;
  MatchOrigin: MatchOrigin;
  MatchField: MatchField;
  MatchFieldValue: ResolverTypeWrapper<MatchFieldValue>;
  MatchLevel: MatchLevel;
  MatchWaterfall: ResolverTypeWrapper<MatchWaterfall>;
  MatchStep: ResolverTypeWrapper<MatchStep>;
  NoticeConnection: ResolverTypeWrapper<NoticeConnection>;
  NoticeEdge: ResolverTypeWrapper<NoticeEdge>;
  NoticeKind: NoticeKind;
  Notice: ResolverTypeWrapper<Notice>;
  PolicyChangeReport: ResolverTypeWrapper<PolicyChangeReport>;
  PolicyChange: ResolverTypeWrapper<PolicyChange>;
  PolicyOpenness: PolicyOpenness;
  PolicyCircumstance: PolicyCircumstance;
  ConsentChangeInput: ConsentChangeInput;
  ConsentDiffInput: ConsentDiffInput;
  PreviewConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PreviewConsentResult']>;
  ConsentDiffResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConsentDiffResult']>;
  ConsentPreview: ResolverTypeWrapper<ConsentPreview>;
  PreviewedReads: ResolverTypeWrapper<PreviewedReads>;
  ConsentDiff: ResolverTypeWrapper<ConsentDiff>;
  EffectChange: ResolverTypeWrapper<EffectChange>;
  Sight: ResolverTypeWrapper<Sight>;
  SightExtent: SightExtent;
  SightPeriod: ResolverTypeWrapper<SightPeriod>;
  Programme: ResolverTypeWrapper<Programme>;
  ProgrammeBrand: ResolverTypeWrapper<ProgrammeBrand>;
  ProgrammeWords: ResolverTypeWrapper<ProgrammeWords>;
  ProgrammePartner: ResolverTypeWrapper<ProgrammePartner>;
  Accreditation: ResolverTypeWrapper<Accreditation>;
  PartnerPart: PartnerPart;
  ProgrammeArea: ResolverTypeWrapper<ProgrammeArea>;
  ProgrammeChannel: ResolverTypeWrapper<ProgrammeChannel>;
  ProgrammeStream: ResolverTypeWrapper<ProgrammeStream>;
  Pathway: Pathway;
  EligibilityCriterion: ResolverTypeWrapper<EligibilityCriterion>;
  EligibilityAlternative: ResolverTypeWrapper<EligibilityAlternative>;
  AlternativeKind: AlternativeKind;
  PlannedEnd: ResolverTypeWrapper<PlannedEnd>;
  ProgrammeDuration: ResolverTypeWrapper<ProgrammeDuration>;
  DurationUnit: DurationUnit;
  ProgrammeClocks: ResolverTypeWrapper<ProgrammeClocks>;
  ProgrammeExtensions: ResolverTypeWrapper<ProgrammeExtensions>;
  ProgrammeCode: ResolverTypeWrapper<ProgrammeCode>;
  ProgrammeRole: ResolverTypeWrapper<ProgrammeRole>;
  ProgrammeStrandCode: ResolverTypeWrapper<ProgrammeStrandCode>;
  Strand: Strand;
  ProgrammePlanType: ResolverTypeWrapper<ProgrammePlanType>;
  ProgrammeSupportCategory: ResolverTypeWrapper<ProgrammeSupportCategory>;
  SessionKind: SessionKind;
  ContactMode: ContactMode;
  ProgrammeMeasure: ResolverTypeWrapper<ProgrammeMeasure>;
  MeasureKind: MeasureKind;
  SnapshotPoint: SnapshotPoint;
  ProgrammeDischargeReason: ResolverTypeWrapper<ProgrammeDischargeReason>;
  DischargeKind: DischargeKind;
  ProgrammeCapacity: ResolverTypeWrapper<ProgrammeCapacity>;
  FactGroup: FactGroup;
  EligibilityFact: ResolverTypeWrapper<EligibilityFact>;
  EligibilityInput: EligibilityInput;
  EligibilityFactsInput: EligibilityFactsInput;
  WorkAttendance: WorkAttendance;
  Eligibility: ResolverTypeWrapper<Eligibility>;
  FactsRead: ResolverTypeWrapper<FactsRead>;
  StreamEligibility: ResolverTypeWrapper<StreamEligibility>;
  EligibilityOutcome: EligibilityOutcome;
  EligibilityReason: ResolverTypeWrapper<EligibilityReason>;
  CriterionState: CriterionState;
  MissingFact: ResolverTypeWrapper<MissingFact>;
  ReferralState: ReferralState;
  ReferralSide: ReferralSide;
  ReferralMove: ReferralMove;
  ReferralReason: ReferralReason;
  ReferralChannel: ReferralChannel;
  HeardFrom: HeardFrom;
  ReferralClock: ReferralClock;
  TrackedReferral: ResolverTypeWrapper<ReferralFile>;
  OpenReferralMove: ResolverTypeWrapper<OpenReferralMove>;
  ReferralProgressResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReferralProgressResult']>;
  ReferralContentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReferralContentResult']>;
  ReferralHealthResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReferralHealthResult']>;
  ReferralDuplicatesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReferralDuplicatesResult']>;
  ReferralProgress: ResolverTypeWrapper<
    Omit<ReferralProgress, 'history'> & { history: ReadonlyArray<ResolversTypes['ReferralEvent']> }
  >;
  ReferralStreaming: ResolverTypeWrapper<ReferralStreaming>;
  ReferralClockReading: ResolverTypeWrapper<ReferralClockReading>;
  ReferralEvent: ResolverTypeWrapper<EventOfReferral>;
  ReferralDelivery: ResolverTypeWrapper<ReferralDelivery>;
  ReferralContent: ResolverTypeWrapper<ReferralContent>;
  ReferralHealth: ResolverTypeWrapper<ReferralHealth>;
  ReferralHealthItem: ResolverTypeWrapper<ReferralHealthItem>;
  ReferredPerson: ResolverTypeWrapper<ReferredPerson>;
  ReferralGoal: ReferralGoal;
  ContactMethod: ContactMethod;
  SafeContact: ResolverTypeWrapper<SafeContact>;
  ReferralSharing: ResolverTypeWrapper<ReferralSharing>;
  ReferralSharingBasis: ReferralSharingBasis;
  ReferralDuplicates: ResolverTypeWrapper<
    Omit<ReferralDuplicates, 'referrals'> & { referrals: ReadonlyArray<ResolversTypes['TrackedReferral']> }
  >;
  TrackedReferralConnection: ResolverTypeWrapper<
    Omit<TrackedReferralConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TrackedReferralEdge']> }
  >;
  TrackedReferralEdge: ResolverTypeWrapper<
    Omit<TrackedReferralEdge, 'node'> & { node: ResolversTypes['TrackedReferral'] }
  >;
  ReferralConversation: ResolverTypeWrapper<
    Omit<ReferralConversation, 'referrals'> & { referrals: ReadonlyArray<ResolversTypes['TrackedReferral']> }
  >;
  CapacityAnswer: ResolverTypeWrapper<CapacityAnswer>;
  ReferralSubjectInput: ReferralSubjectInput;
  ReferredPersonInput: ReferredPersonInput;
  SafeContactInput: SafeContactInput;
  ReferralSharingInput: ReferralSharingInput;
  ReferralContentInput: ReferralContentInput;
  ReferralHealthInput: ReferralHealthInput;
  SubmitReferralInput: SubmitReferralInput;
  ReferOnwardInput: ReferOnwardInput;
  RouteReferralInput: RouteReferralInput;
  MoveReferralInput: MoveReferralInput;
  IdentifyReferralInput: IdentifyReferralInput;
  ResendReferralInput: ResendReferralInput;
  ReportCapacityInput: ReportCapacityInput;
  SubmitReferralResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitReferralResult']>;
  MoveReferralResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MoveReferralResult']>;
  ReportCapacityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportCapacityResult']>;
  ReferralSubmitted: ResolverTypeWrapper<
    Omit<ReferralSubmitted, 'referral'> & { referral: ResolversTypes['TrackedReferral'] }
  >;
  ReferralMoved: ResolverTypeWrapper<Omit<ReferralMoved, 'referral'> & { referral: ResolversTypes['TrackedReferral'] }>;
  CapacityReported: ResolverTypeWrapper<CapacityReported>;
  ReferralRefusalReason: ReferralRefusalReason;
  ReferralRefused: ResolverTypeWrapper<ReferralRefused>;
  ReferralOverdue: ResolverTypeWrapper<ReferralOverdue>;
  ReferralNotDelivered: ResolverTypeWrapper<ReferralNotDelivered>;
  Figure: ResolverTypeWrapper<Figure>;
  ReportScope: ReportScope;
  CaseloadReport: ResolverTypeWrapper<CaseloadFigures>;
  RateFigures: ResolverTypeWrapper<RateFigures>;
  BarrierFigures: ResolverTypeWrapper<BarrierFigures>;
  MonthFigures: ResolverTypeWrapper<MonthFigures>;
  StreamFigures: ResolverTypeWrapper<StreamFigures>;
  AreaFigures: ResolverTypeWrapper<AreaFigures>;
  SourceFigures: ResolverTypeWrapper<SourceFigures>;
  BoardFigures: ResolverTypeWrapper<BoardFigures>;
  ProviderFigures: ResolverTypeWrapper<ProviderFigures>;
  DischargeFigures: ResolverTypeWrapper<DischargeFigures>;
  DemandFigures: ResolverTypeWrapper<DemandFigures>;
  RoleFigures: ResolverTypeWrapper<RoleFigures>;
  ReferralFigures: ResolverTypeWrapper<ReferralFigures>;
  BounceFigures: ResolverTypeWrapper<BounceFigures>;
  ActingFor: ResolverTypeWrapper<ActingFor>;
  RepresentativeAuthority: RepresentativeAuthority;
  RepresentativeAct: RepresentativeAct;
  ClientCapacity: ClientCapacity;
  Representative: ResolverTypeWrapper<Representative>;
  ProxyActing: ResolverTypeWrapper<ProxyActing>;
  RecordRepresentativeInput: RecordRepresentativeInput;
  EndRepresentativeInput: EndRepresentativeInput;
  RecordRepresentativeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordRepresentativeResult']>;
  EndRepresentativeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndRepresentativeResult']>;
  RepresentativeRecorded: ResolverTypeWrapper<RepresentativeRecorded>;
  RepresentativeEnded: ResolverTypeWrapper<RepresentativeEnded>;
  RepresentativeRefusalReason: RepresentativeRefusalReason;
  RepresentativeRefused: ResolverTypeWrapper<RepresentativeRefused>;
  NHSNumber: ResolverTypeWrapper<Scalars['NHSNumber']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FHIRDateTime: ResolverTypeWrapper<Scalars['FHIRDateTime']['output']>;
  Pence: ResolverTypeWrapper<Scalars['Pence']['output']>;
  UKPostcode: ResolverTypeWrapper<Scalars['UKPostcode']['output']>;
  ServicesNearResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ServicesNearResult']>;
  ServicesNear: ResolverTypeWrapper<
    Omit<ServicesNear, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ServiceAtLocationEdge']> }
  >;
  ServiceAtLocationEdge: ResolverTypeWrapper<
    Omit<ServiceAtLocationEdge, 'node'> & { node: ResolversTypes['ServiceAtLocation'] }
  >;
  NoServices: ResolverTypeWrapper<NoServices>;
  NoServicesReason: NoServicesReason;
  DirectoryUnavailable: ResolverTypeWrapper<DirectoryUnavailable>;
  ServiceAtLocation: ResolverTypeWrapper<ServiceView>;
  ServiceTerm: ResolverTypeWrapper<ServiceTerm>;
  ServiceEligibility: ResolverTypeWrapper<ServiceEligibility>;
  ServicePlace: ResolverTypeWrapper<ServicePlace>;
  ServiceContact: ResolverTypeWrapper<ServiceContact>;
  ServiceContactPerson: ResolverTypeWrapper<ServiceContactPerson>;
  ServiceCost: ResolverTypeWrapper<ServiceCost>;
  CaseMomentumResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseMomentumResult']>;
  CaseMomentum: ResolverTypeWrapper<CaseMomentum>;
  CaseTimelineResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseTimelineResult']>;
  CaseTimeline: ResolverTypeWrapper<CaseTimeline>;
  TimelineEvent: ResolverTypeWrapper<TimelineEvent>;
  SessionState: SessionState;
  CaseSession: ResolverTypeWrapper<CaseSession>;
  CaseSessionConnection: ResolverTypeWrapper<CaseSessionConnection>;
  CaseSessionEdge: ResolverTypeWrapper<CaseSessionEdge>;
  GroupSession: ResolverTypeWrapper<GroupSessionDocument>;
  GroupSessionConnection: ResolverTypeWrapper<
    Omit<GroupSessionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['GroupSessionEdge']> }
  >;
  GroupSessionEdge: ResolverTypeWrapper<Omit<GroupSessionEdge, 'node'> & { node: ResolversTypes['GroupSession'] }>;
  SittingInput: SittingInput;
  BookSessionInput: BookSessionInput;
  ScheduleGroupSessionsInput: ScheduleGroupSessionsInput;
  JoinGroupSessionInput: JoinGroupSessionInput;
  CloseSessionInput: CloseSessionInput;
  SessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SessionResult']>;
  ScheduleGroupSessionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ScheduleGroupSessionsResult']>;
  SessionStored: ResolverTypeWrapper<SessionStored>;
  GroupSessionsScheduled: ResolverTypeWrapper<
    Omit<GroupSessionsScheduled, 'sessions'> & { sessions: ReadonlyArray<ResolversTypes['GroupSession']> }
  >;
  ReferralsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReferralsResult']>;
  SupportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SupportResult']>;
  Referrals: ResolverTypeWrapper<ReferralsRecord>;
  Referral: ResolverTypeWrapper<ReferralRecord>;
  Support: ResolverTypeWrapper<SupportRecord>;
  SupportCase: ResolverTypeWrapper<SupportCaseRecord>;
  Goal: ResolverTypeWrapper<Goal>;
  SupportSession: ResolverTypeWrapper<SupportSessionRecord>;
  TaskFilter: TaskFilter;
  TaskKind: TaskKind;
  TaskState: TaskState;
  TaskOutcome: TaskOutcome;
  TaskConnection: ResolverTypeWrapper<
    Omit<TaskConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TaskEdge']> }
  >;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  Task: ResolverTypeWrapper<TaskView>;
  TaskDetailsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TaskDetailsResult']>;
  SuspectedProbing: ResolverTypeWrapper<SuspectedProbing>;
  CorrectedRecord: ResolverTypeWrapper<CorrectedRecord>;
  EmergencyAccessReview: ResolverTypeWrapper<EmergencyAccessReview>;
  RecordsMerged: ResolverTypeWrapper<RecordsMerged>;
  AskedCorrection: ResolverTypeWrapper<AskedCorrectionView>;
  WithdrawnConsent: ResolverTypeWrapper<WithdrawnConsent>;
  CaseDue: ResolverTypeWrapper<CaseDue>;
  PlaceFree: ResolverTypeWrapper<PlaceFree>;
  CaseClock: CaseClock;
  TaskMoveKind: TaskMoveKind;
  TaskMove: ResolverTypeWrapper<TaskMoveView>;
  CompleteTaskInput: CompleteTaskInput;
  ReassignTaskInput: ReassignTaskInput;
  CompleteTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CompleteTaskResult']>;
  ReassignTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReassignTaskResult']>;
  TaskCompleted: ResolverTypeWrapper<Omit<TaskCompleted, 'task'> & { task: ResolversTypes['Task'] }>;
  TaskReassigned: ResolverTypeWrapper<Omit<TaskReassigned, 'task'> & { task: ResolversTypes['Task'] }>;
  TaskRefusalReason: TaskRefusalReason;
  TaskRefused: ResolverTypeWrapper<TaskRefused>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Viewer: VerifiedViewer;
  ViewerInput: ViewerInput;
  ID: Scalars['ID']['output'];
  Mutation: {};
  Client: ClientFile;
  Int: Scalars['Int']['output'];
  Case: CaseFile;
  Boolean: Scalars['Boolean']['output'];
  WorkplaceAdjustmentsResult: ResolversUnionTypes<ResolversParentTypes>['WorkplaceAdjustmentsResult'];
  WorkplaceAdjustments: AdjustmentsRecord;
  WorkplaceAdjustment: AdjustmentView;
  AdjustmentEvent: AdjustmentEvent;
  ProposeAdjustmentInput: ProposeAdjustmentInput;
  MoveAdjustmentInput: MoveAdjustmentInput;
  AdjustmentResult: ResolversUnionTypes<ResolversParentTypes>['AdjustmentResult'];
  AdjustmentRecorded: Omit<AdjustmentRecorded, 'adjustment'> & {
    adjustment: ResolversParentTypes['WorkplaceAdjustment'];
  };
  Query: {};
  DisclosureFilter: DisclosureFilter;
  DisclosureConnection: Omit<DisclosureConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['DisclosureEdge']>;
  };
  DisclosureEdge: Omit<DisclosureEdge, 'node'> & { node: ResolversParentTypes['DisclosureRecord'] };
  DisclosureRecord: AuditView;
  DisclosureLine: DisclosureLine;
  BenefitsResult: ResolversUnionTypes<ResolversParentTypes>['BenefitsResult'];
  ConditionalityResult: ResolversUnionTypes<ResolversParentTypes>['ConditionalityResult'];
  Benefits: BenefitsRecord;
  BenefitClaim: BenefitClaimRecord;
  BenefitAward: BenefitAward;
  Conditionality: Conditionality;
  ConditionalityRegime: ConditionalityRegime;
  Subscription: {};
  CaseProgressResult: ResolversUnionTypes<ResolversParentTypes>['CaseProgressResult'];
  CaseAssessmentsResult: ResolversUnionTypes<ResolversParentTypes>['CaseAssessmentsResult'];
  CasePlanResult: ResolversUnionTypes<ResolversParentTypes>['CasePlanResult'];
  CaseInterventionsResult: ResolversUnionTypes<ResolversParentTypes>['CaseInterventionsResult'];
  CaseNeedsResult: ResolversUnionTypes<ResolversParentTypes>['CaseNeedsResult'];
  CaseSnapshotsResult: ResolversUnionTypes<ResolversParentTypes>['CaseSnapshotsResult'];
  CaseProgress: CaseProgress;
  AccountablePerson: AccountablePerson;
  CaseExtension: CaseExtension;
  CaseDischarge: CaseDischarge;
  CaseAssessments: CaseAssessments;
  CaseAssessment: CaseAssessment;
  CaseBarrier: CaseBarrier;
  CaseAssessmentDomain: CaseAssessmentDomain;
  Float: Scalars['Float']['output'];
  CasePlan: CasePlan;
  CasePlanVersion: CasePlanVersion;
  CaseGoal: CaseGoal;
  CaseAction: CaseAction;
  CaseInterventions: CaseInterventions;
  CaseIntervention: CaseIntervention;
  CaseNeeds: CaseNeeds;
  CaseSafeContact: CaseSafeContact;
  CaseSnapshots: CaseSnapshots;
  EmploymentSnapshot: EmploymentSnapshot;
  CaseFilter: CaseFilter;
  CaseConnection: Omit<CaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CaseEdge']> };
  CaseEdge: Omit<CaseEdge, 'node'> & { node: ResolversParentTypes['Case'] };
  VersionChangeConnection: Omit<VersionChangeConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['VersionChangeEdge']>;
  };
  VersionChangeEdge: Omit<VersionChangeEdge, 'node'> & { node: ResolversParentTypes['VersionChange'] };
  VersionChange: Omit<VersionChange, 'case'> & { case: ResolversParentTypes['Case'] };
  VersionDifference: VersionDifference;
  OpenCaseInput: OpenCaseInput;
  AssignCaseInput: AssignCaseInput;
  ExtendCaseInput: ExtendCaseInput;
  AssessCaseInput: AssessCaseInput;
  CaseAssessmentDomainInput: CaseAssessmentDomainInput;
  PlanCaseInput: PlanCaseInput;
  CaseGoalInput: CaseGoalInput;
  AddCaseActionInput: AddCaseActionInput;
  MoveCaseActionInput: MoveCaseActionInput;
  RequestInterventionInput: RequestInterventionInput;
  MoveInterventionInput: MoveInterventionInput;
  RecordCaseNeedsInput: RecordCaseNeedsInput;
  CaseSafeContactInput: CaseSafeContactInput;
  RecordEmploymentSnapshotInput: RecordEmploymentSnapshotInput;
  DischargeCaseInput: DischargeCaseInput;
  DischargeCasesInput: DischargeCasesInput;
  CaseResult: ResolversUnionTypes<ResolversParentTypes>['CaseResult'];
  DischargeCasesResult: ResolversUnionTypes<ResolversParentTypes>['DischargeCasesResult'];
  CaseChanged: Omit<CaseChanged, 'case'> & { case: ResolversParentTypes['Case'] };
  CasesDischarged: Omit<CasesDischarged, 'results'> & { results: ReadonlyArray<ResolversParentTypes['CaseResult']> };
  CaseRefused: CaseRefused;
  ClientLookup: ClientLookup;
  ClientFilter: ClientFilter;
  ClientConnection: Omit<ClientConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ClientEdge']> };
  ClientEdge: Omit<ClientEdge, 'node'> & { node: ResolversParentTypes['Client'] };
  PageInfo: PageInfo;
  ImportConsentInput: ImportConsentInput;
  ImportConsentResult: ResolversUnionTypes<ResolversParentTypes>['ImportConsentResult'];
  ConsentImported: ConsentImported;
  RepresentationProposed: RepresentationProposed;
  ProposedRepresentative: ProposedRepresentative;
  ConsentNotRead: ConsentNotRead;
  ConsentFault: ConsentFault;
  Consent: Consent;
  ConsentRecipient: ConsentRecipient;
  ConsentPerson: ConsentPerson;
  ConsentException: ConsentException;
  ConsentRequest: ConsentRequest;
  ConsentEvidence: ConsentEvidence;
  ActedFor: ActedFor;
  ConsentRecipientInput: ConsentRecipientInput;
  ConsentPersonInput: ConsentPersonInput;
  ConsentExceptionInput: ConsentExceptionInput;
  ConsentRequestInput: ConsentRequestInput;
  ConsentEvidenceInput: ConsentEvidenceInput;
  RecordConsentInput: RecordConsentInput;
  WithdrawConsentInput: WithdrawConsentInput;
  CompleteConsentRequestInput: CompleteConsentRequestInput;
  CompleteConsentRequestResult: ResolversUnionTypes<ResolversParentTypes>['CompleteConsentRequestResult'];
  ConsentRequestCompleted: ConsentRequestCompleted;
  RecordConsentResult: ResolversUnionTypes<ResolversParentTypes>['RecordConsentResult'];
  WithdrawConsentResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawConsentResult'];
  ConsentRecorded: ConsentRecorded;
  ConsentWithdrawn: ConsentWithdrawn;
  ConsentRefused: ConsentRefused;
  WithdrawalReceipt: WithdrawalReceipt;
  FeedEnd: FeedEnd;
  RemainingAccess: RemainingAccess;
  CorrectionRequestConnection: Omit<CorrectionRequestConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['CorrectionRequestEdge']>;
  };
  CorrectionRequestEdge: Omit<CorrectionRequestEdge, 'node'> & { node: ResolversParentTypes['CorrectionRequest'] };
  CorrectionRequest: CorrectionView;
  CorrectionStep: CorrectionStepView;
  RequestCorrectionInput: RequestCorrectionInput;
  AnswerCorrectionInput: AnswerCorrectionInput;
  RequestCorrectionResult: ResolversUnionTypes<ResolversParentTypes>['RequestCorrectionResult'];
  AnswerCorrectionResult: ResolversUnionTypes<ResolversParentTypes>['AnswerCorrectionResult'];
  CorrectionRequested: Omit<CorrectionRequested, 'correction'> & {
    correction: ResolversParentTypes['CorrectionRequest'];
  };
  CorrectionAnswered: Omit<CorrectionAnswered, 'correction'> & {
    correction: ResolversParentTypes['CorrectionRequest'];
  };
  CorrectionRefused: CorrectionRefused;
  DemographicsResult: ResolversUnionTypes<ResolversParentTypes>['DemographicsResult'];
  ContactResult: ResolversUnionTypes<ResolversParentTypes>['ContactResult'];
  Demographics: DemographicsRecord;
  PersonName: PersonName;
  Contact: ContactRecord;
  Address: Address;
  ContactPoint: ContactPoint;
  ContactPreference: ContactPreference;
  Provenance: ProvenanceRecord;
  SourceStatus: SourceStatus;
  NoRecord: NoRecord;
  Withheld: Withheld;
  Unavailable: Unavailable;
  Coding: Coding;
  CodeableConcept: CodeableConcept;
  Quantity: Quantity;
  OpenEmergencyAccessInput: OpenEmergencyAccessInput;
  CloseEmergencyAccessInput: CloseEmergencyAccessInput;
  EmergencyAccess: EmergencyGrantDocument;
  OpenEmergencyAccessResult: ResolversUnionTypes<ResolversParentTypes>['OpenEmergencyAccessResult'];
  CloseEmergencyAccessResult: ResolversUnionTypes<ResolversParentTypes>['CloseEmergencyAccessResult'];
  EmergencyAccessOpened: Omit<EmergencyAccessOpened, 'emergencyAccess'> & {
    emergencyAccess: ResolversParentTypes['EmergencyAccess'];
  };
  EmergencyAccessClosed: Omit<EmergencyAccessClosed, 'emergencyAccess'> & {
    emergencyAccess: ResolversParentTypes['EmergencyAccess'];
  };
  EmergencyAccessRefused: EmergencyAccessRefused;
  EmployerCase: EmployerCaseFile;
  EmployerCaseClock: EmployerCaseClock;
  EmployerCaseExtension: EmployerCaseExtension;
  EmployerCaseDischarge: EmployerCaseDischarge;
  EmployerCaseConnection: Omit<EmployerCaseConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['EmployerCaseEdge']>;
  };
  EmployerCaseEdge: Omit<EmployerCaseEdge, 'node'> & { node: ResolversParentTypes['EmployerCase'] };
  OpenEmployerCaseInput: OpenEmployerCaseInput;
  ExtendEmployerCaseInput: ExtendEmployerCaseInput;
  DischargeEmployerCaseInput: DischargeEmployerCaseInput;
  EmployerCaseResult: ResolversUnionTypes<ResolversParentTypes>['EmployerCaseResult'];
  EmployerCaseStored: Omit<EmployerCaseStored, 'case'> & { case: ResolversParentTypes['EmployerCase'] };
  EmployerConnection: Omit<EmployerConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['EmployerEdge']>;
  };
  EmployerEdge: Omit<EmployerEdge, 'node'> & { node: ResolversParentTypes['Employer'] };
  Employer: EmployerFile;
  StaffSupported: Omit<StaffSupported, 'named'> & { named: ReadonlyArray<ResolversParentTypes['SupportedPerson']> };
  SupportedPerson: SupportedPersonRecord;
  EmployerEnquiryConnection: Omit<EmployerEnquiryConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['EmployerEnquiryEdge']>;
  };
  EmployerEnquiryEdge: Omit<EmployerEnquiryEdge, 'node'> & { node: ResolversParentTypes['EmployerEnquiry'] };
  EmployerEnquiry: EnquiryView;
  EmployerAdvice: EmployerAdvice;
  RecordEmployerInput: RecordEmployerInput;
  EmployerEnquiryInput: EmployerEnquiryInput;
  AdviseEmployerInput: AdviseEmployerInput;
  RecordSupportedStaffInput: RecordSupportedStaffInput;
  EmployerResult: ResolversUnionTypes<ResolversParentTypes>['EmployerResult'];
  EmployerEnquiryResult: ResolversUnionTypes<ResolversParentTypes>['EmployerEnquiryResult'];
  SupportedStaffResult: ResolversUnionTypes<ResolversParentTypes>['SupportedStaffResult'];
  EmployerRecorded: Omit<EmployerRecorded, 'employer'> & { employer: ResolversParentTypes['Employer'] };
  EmployerEnquiryRecorded: Omit<EmployerEnquiryRecorded, 'enquiry'> & {
    enquiry: ResolversParentTypes['EmployerEnquiry'];
  };
  SupportedStaffRecorded: Omit<SupportedStaffRecorded, 'employer'> & { employer: ResolversParentTypes['Employer'] };
  EmployerRefused: EmployerRefused;
  WorkStatusResult: ResolversUnionTypes<ResolversParentTypes>['WorkStatusResult'];
  EmploymentResult: ResolversUnionTypes<ResolversParentTypes>['EmploymentResult'];
  WorkStatus: DerivedWorkStatus;
  WorkStatusStatement: Omit<WorkStatusStatement, 'provenance'> & { provenance: ResolversParentTypes['Provenance'] };
  Employment: EmploymentRecord;
  EmploymentSpell: EmploymentSpellRecord;
  Absence: Absence;
  AccessExplanation: AccessExplanation;
  AccessChange: AccessChange;
  AccessStep: AccessStep;
  PastSight: PastSight;
  PastSightOfCategory: PastSightOfCategory;
  FitNotesResult: ResolversUnionTypes<ResolversParentTypes>['FitNotesResult'];
  ConditionsResult: ResolversUnionTypes<ResolversParentTypes>['ConditionsResult'];
  MeasuresResult: ResolversUnionTypes<ResolversParentTypes>['MeasuresResult'];
  ObservationsResult: ResolversUnionTypes<ResolversParentTypes>['ObservationsResult'];
  AppointmentsResult: ResolversUnionTypes<ResolversParentTypes>['AppointmentsResult'];
  EncountersResult: ResolversUnionTypes<ResolversParentTypes>['EncountersResult'];
  FitNotes: FitNotesRecord;
  FitNote: FitNoteRecord;
  Conditions: ConditionsRecord;
  Condition: ClassifiedCondition;
  Measures: MeasuresRecord;
  MeasureScore: MeasureScoreRecord;
  Observations: ObservationsRecord;
  Observation: ObservationRecord;
  ObservationComponent: ObservationComponent;
  ObservationValue: ObservationValue;
  Appointments: AppointmentsRecord;
  Appointment: AppointmentRecord;
  Encounters: EncountersRecord;
  Encounter: EncounterRecord;
  AccessHistoryConnection: Omit<AccessHistoryConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['AccessHistoryEdge']>;
  };
  AccessHistoryEdge: Omit<AccessHistoryEdge, 'node'> & { node: ResolversParentTypes['AccessHistoryEntry'] };
  AccessHistoryEntry: ShownEntry;
  AccessReceipt: HeldReceipt;
  LedgerHead: LedgerHead;
  DelayAccessHistoryInput: DelayAccessHistoryInput;
  DelayAccessHistoryResult: ResolversUnionTypes<ResolversParentTypes>['DelayAccessHistoryResult'];
  AccessHistoryDelayed: AccessHistoryDelayed;
  DelayAccessHistoryRefused: DelayAccessHistoryRefused;
  ClientLink: LinkView;
  LinkDisclosureConnection: LinkDisclosureConnection;
  LinkDisclosureEdge: LinkDisclosureEdge;
  LinkDisclosure: LinkDisclosure;
  UnlinkInput: UnlinkInput;
  UnlinkResult: ResolversUnionTypes<ResolversParentTypes>['UnlinkResult'];
  Unlinked: Omit<Unlinked, 'link'> & { link: ResolversParentTypes['ClientLink'] };
  LinkRefused: LinkRefused;
  RequestTraceInput: RequestTraceInput;
  RequestTraceResult: ResolversUnionTypes<ResolversParentTypes>['RequestTraceResult'];
  DecideMatchResult: ResolversUnionTypes<ResolversParentTypes>['DecideMatchResult'];
  TraceRequested: TraceRequested;
  DecideMatchInput: DecideMatchInput;
  MatchDecided: MatchDecided;
  MatchRefused: MatchRefused;
  MatchReview: MatchReview;
  MatchFieldValue: MatchFieldValue;
  MatchWaterfall: MatchWaterfall;
  MatchStep: MatchStep;
  NoticeConnection: NoticeConnection;
  NoticeEdge: NoticeEdge;
  Notice: Notice;
  PolicyChangeReport: PolicyChangeReport;
  PolicyChange: PolicyChange;
  ConsentChangeInput: ConsentChangeInput;
  ConsentDiffInput: ConsentDiffInput;
  PreviewConsentResult: ResolversUnionTypes<ResolversParentTypes>['PreviewConsentResult'];
  ConsentDiffResult: ResolversUnionTypes<ResolversParentTypes>['ConsentDiffResult'];
  ConsentPreview: ConsentPreview;
  PreviewedReads: PreviewedReads;
  ConsentDiff: ConsentDiff;
  EffectChange: EffectChange;
  Sight: Sight;
  SightPeriod: SightPeriod;
  Programme: Programme;
  ProgrammeBrand: ProgrammeBrand;
  ProgrammeWords: ProgrammeWords;
  ProgrammePartner: ProgrammePartner;
  Accreditation: Accreditation;
  ProgrammeArea: ProgrammeArea;
  ProgrammeChannel: ProgrammeChannel;
  ProgrammeStream: ProgrammeStream;
  EligibilityCriterion: EligibilityCriterion;
  EligibilityAlternative: EligibilityAlternative;
  PlannedEnd: PlannedEnd;
  ProgrammeDuration: ProgrammeDuration;
  ProgrammeClocks: ProgrammeClocks;
  ProgrammeExtensions: ProgrammeExtensions;
  ProgrammeCode: ProgrammeCode;
  ProgrammeRole: ProgrammeRole;
  ProgrammeStrandCode: ProgrammeStrandCode;
  ProgrammePlanType: ProgrammePlanType;
  ProgrammeSupportCategory: ProgrammeSupportCategory;
  ProgrammeMeasure: ProgrammeMeasure;
  ProgrammeDischargeReason: ProgrammeDischargeReason;
  ProgrammeCapacity: ProgrammeCapacity;
  EligibilityFact: EligibilityFact;
  EligibilityInput: EligibilityInput;
  EligibilityFactsInput: EligibilityFactsInput;
  Eligibility: Eligibility;
  FactsRead: FactsRead;
  StreamEligibility: StreamEligibility;
  EligibilityReason: EligibilityReason;
  MissingFact: MissingFact;
  TrackedReferral: ReferralFile;
  OpenReferralMove: OpenReferralMove;
  ReferralProgressResult: ResolversUnionTypes<ResolversParentTypes>['ReferralProgressResult'];
  ReferralContentResult: ResolversUnionTypes<ResolversParentTypes>['ReferralContentResult'];
  ReferralHealthResult: ResolversUnionTypes<ResolversParentTypes>['ReferralHealthResult'];
  ReferralDuplicatesResult: ResolversUnionTypes<ResolversParentTypes>['ReferralDuplicatesResult'];
  ReferralProgress: Omit<ReferralProgress, 'history'> & {
    history: ReadonlyArray<ResolversParentTypes['ReferralEvent']>;
  };
  ReferralStreaming: ReferralStreaming;
  ReferralClockReading: ReferralClockReading;
  ReferralEvent: EventOfReferral;
  ReferralDelivery: ReferralDelivery;
  ReferralContent: ReferralContent;
  ReferralHealth: ReferralHealth;
  ReferralHealthItem: ReferralHealthItem;
  ReferredPerson: ReferredPerson;
  SafeContact: SafeContact;
  ReferralSharing: ReferralSharing;
  ReferralDuplicates: Omit<ReferralDuplicates, 'referrals'> & {
    referrals: ReadonlyArray<ResolversParentTypes['TrackedReferral']>;
  };
  TrackedReferralConnection: Omit<TrackedReferralConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['TrackedReferralEdge']>;
  };
  TrackedReferralEdge: Omit<TrackedReferralEdge, 'node'> & { node: ResolversParentTypes['TrackedReferral'] };
  ReferralConversation: Omit<ReferralConversation, 'referrals'> & {
    referrals: ReadonlyArray<ResolversParentTypes['TrackedReferral']>;
  };
  CapacityAnswer: CapacityAnswer;
  ReferralSubjectInput: ReferralSubjectInput;
  ReferredPersonInput: ReferredPersonInput;
  SafeContactInput: SafeContactInput;
  ReferralSharingInput: ReferralSharingInput;
  ReferralContentInput: ReferralContentInput;
  ReferralHealthInput: ReferralHealthInput;
  SubmitReferralInput: SubmitReferralInput;
  ReferOnwardInput: ReferOnwardInput;
  RouteReferralInput: RouteReferralInput;
  MoveReferralInput: MoveReferralInput;
  IdentifyReferralInput: IdentifyReferralInput;
  ResendReferralInput: ResendReferralInput;
  ReportCapacityInput: ReportCapacityInput;
  SubmitReferralResult: ResolversUnionTypes<ResolversParentTypes>['SubmitReferralResult'];
  MoveReferralResult: ResolversUnionTypes<ResolversParentTypes>['MoveReferralResult'];
  ReportCapacityResult: ResolversUnionTypes<ResolversParentTypes>['ReportCapacityResult'];
  ReferralSubmitted: Omit<ReferralSubmitted, 'referral'> & { referral: ResolversParentTypes['TrackedReferral'] };
  ReferralMoved: Omit<ReferralMoved, 'referral'> & { referral: ResolversParentTypes['TrackedReferral'] };
  CapacityReported: CapacityReported;
  ReferralRefused: ReferralRefused;
  ReferralOverdue: ReferralOverdue;
  ReferralNotDelivered: ReferralNotDelivered;
  Figure: Figure;
  CaseloadReport: CaseloadFigures;
  RateFigures: RateFigures;
  BarrierFigures: BarrierFigures;
  MonthFigures: MonthFigures;
  StreamFigures: StreamFigures;
  AreaFigures: AreaFigures;
  SourceFigures: SourceFigures;
  BoardFigures: BoardFigures;
  ProviderFigures: ProviderFigures;
  DischargeFigures: DischargeFigures;
  DemandFigures: DemandFigures;
  RoleFigures: RoleFigures;
  ReferralFigures: ReferralFigures;
  BounceFigures: BounceFigures;
  ActingFor: ActingFor;
  Representative: Representative;
  ProxyActing: ProxyActing;
  RecordRepresentativeInput: RecordRepresentativeInput;
  EndRepresentativeInput: EndRepresentativeInput;
  RecordRepresentativeResult: ResolversUnionTypes<ResolversParentTypes>['RecordRepresentativeResult'];
  EndRepresentativeResult: ResolversUnionTypes<ResolversParentTypes>['EndRepresentativeResult'];
  RepresentativeRecorded: RepresentativeRecorded;
  RepresentativeEnded: RepresentativeEnded;
  RepresentativeRefused: RepresentativeRefused;
  NHSNumber: Scalars['NHSNumber']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  FHIRDateTime: Scalars['FHIRDateTime']['output'];
  Pence: Scalars['Pence']['output'];
  UKPostcode: Scalars['UKPostcode']['output'];
  ServicesNearResult: ResolversUnionTypes<ResolversParentTypes>['ServicesNearResult'];
  ServicesNear: Omit<ServicesNear, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ServiceAtLocationEdge']> };
  ServiceAtLocationEdge: Omit<ServiceAtLocationEdge, 'node'> & { node: ResolversParentTypes['ServiceAtLocation'] };
  NoServices: NoServices;
  DirectoryUnavailable: DirectoryUnavailable;
  ServiceAtLocation: ServiceView;
  ServiceTerm: ServiceTerm;
  ServiceEligibility: ServiceEligibility;
  ServicePlace: ServicePlace;
  ServiceContact: ServiceContact;
  ServiceContactPerson: ServiceContactPerson;
  ServiceCost: ServiceCost;
  CaseMomentumResult: ResolversUnionTypes<ResolversParentTypes>['CaseMomentumResult'];
  CaseMomentum: CaseMomentum;
  CaseTimelineResult: ResolversUnionTypes<ResolversParentTypes>['CaseTimelineResult'];
  CaseTimeline: CaseTimeline;
  TimelineEvent: TimelineEvent;
  CaseSession: CaseSession;
  CaseSessionConnection: CaseSessionConnection;
  CaseSessionEdge: CaseSessionEdge;
  GroupSession: GroupSessionDocument;
  GroupSessionConnection: Omit<GroupSessionConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['GroupSessionEdge']>;
  };
  GroupSessionEdge: Omit<GroupSessionEdge, 'node'> & { node: ResolversParentTypes['GroupSession'] };
  SittingInput: SittingInput;
  BookSessionInput: BookSessionInput;
  ScheduleGroupSessionsInput: ScheduleGroupSessionsInput;
  JoinGroupSessionInput: JoinGroupSessionInput;
  CloseSessionInput: CloseSessionInput;
  SessionResult: ResolversUnionTypes<ResolversParentTypes>['SessionResult'];
  ScheduleGroupSessionsResult: ResolversUnionTypes<ResolversParentTypes>['ScheduleGroupSessionsResult'];
  SessionStored: SessionStored;
  GroupSessionsScheduled: Omit<GroupSessionsScheduled, 'sessions'> & {
    sessions: ReadonlyArray<ResolversParentTypes['GroupSession']>;
  };
  ReferralsResult: ResolversUnionTypes<ResolversParentTypes>['ReferralsResult'];
  SupportResult: ResolversUnionTypes<ResolversParentTypes>['SupportResult'];
  Referrals: ReferralsRecord;
  Referral: ReferralRecord;
  Support: SupportRecord;
  SupportCase: SupportCaseRecord;
  Goal: Goal;
  SupportSession: SupportSessionRecord;
  TaskFilter: TaskFilter;
  TaskConnection: Omit<TaskConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['TaskEdge']> };
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  Task: TaskView;
  TaskDetailsResult: ResolversUnionTypes<ResolversParentTypes>['TaskDetailsResult'];
  SuspectedProbing: SuspectedProbing;
  CorrectedRecord: CorrectedRecord;
  EmergencyAccessReview: EmergencyAccessReview;
  RecordsMerged: RecordsMerged;
  AskedCorrection: AskedCorrectionView;
  WithdrawnConsent: WithdrawnConsent;
  CaseDue: CaseDue;
  PlaceFree: PlaceFree;
  TaskMove: TaskMoveView;
  CompleteTaskInput: CompleteTaskInput;
  ReassignTaskInput: ReassignTaskInput;
  CompleteTaskResult: ResolversUnionTypes<ResolversParentTypes>['CompleteTaskResult'];
  ReassignTaskResult: ResolversUnionTypes<ResolversParentTypes>['ReassignTaskResult'];
  TaskCompleted: Omit<TaskCompleted, 'task'> & { task: ResolversParentTypes['Task'] };
  TaskReassigned: Omit<TaskReassigned, 'task'> & { task: ResolversParentTypes['Task'] };
  TaskRefused: TaskRefused;
  String: Scalars['String']['output'];
};

export type LinkDirectiveArgs = {
  url: Scalars['String']['input'];
  import?: Maybe<ReadonlyArray<Maybe<Scalars['String']['input']>>>;
};

export type LinkDirectiveResolver<
  Result,
  Parent,
  ContextType = RequestContext,
  Args = LinkDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type KeyDirectiveArgs = {
  fields: Scalars['String']['input'];
};

export type KeyDirectiveResolver<
  Result,
  Parent,
  ContextType = RequestContext,
  Args = KeyDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = {};

export type ShareableDirectiveResolver<
  Result,
  Parent,
  ContextType = RequestContext,
  Args = ShareableDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type DiscloseDirectiveArgs = {
  category: DataCategory;
};

export type DiscloseDirectiveResolver<
  Result,
  Parent,
  ContextType = RequestContext,
  Args = DiscloseDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LocationDirectiveArgs = {};

export type LocationDirectiveResolver<
  Result,
  Parent,
  ContextType = RequestContext,
  Args = LocationDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'],
> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actsFor?: Resolver<ReadonlyArray<ResolversTypes['ActingFor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  proposeAdjustment?: Resolver<
    ResolversTypes['AdjustmentResult'],
    ParentType,
    ContextType,
    RequireFields<MutationProposeAdjustmentArgs, 'input'>
  >;
  moveAdjustment?: Resolver<
    ResolversTypes['AdjustmentResult'],
    ParentType,
    ContextType,
    RequireFields<MutationMoveAdjustmentArgs, 'input'>
  >;
  openCase?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationOpenCaseArgs, 'input'>
  >;
  assignCase?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAssignCaseArgs, 'input'>
  >;
  extendCase?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationExtendCaseArgs, 'input'>
  >;
  assessCase?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAssessCaseArgs, 'input'>
  >;
  planCase?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationPlanCaseArgs, 'input'>
  >;
  addCaseAction?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAddCaseActionArgs, 'input'>
  >;
  moveCaseAction?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationMoveCaseActionArgs, 'input'>
  >;
  requestIntervention?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRequestInterventionArgs, 'input'>
  >;
  moveIntervention?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationMoveInterventionArgs, 'input'>
  >;
  recordCaseNeeds?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordCaseNeedsArgs, 'input'>
  >;
  recordEmploymentSnapshot?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordEmploymentSnapshotArgs, 'input'>
  >;
  dischargeCase?: Resolver<
    ResolversTypes['CaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDischargeCaseArgs, 'input'>
  >;
  dischargeCases?: Resolver<
    ResolversTypes['DischargeCasesResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDischargeCasesArgs, 'input'>
  >;
  importConsent?: Resolver<
    ResolversTypes['ImportConsentResult'],
    ParentType,
    ContextType,
    RequireFields<MutationImportConsentArgs, 'input'>
  >;
  recordConsent?: Resolver<
    ResolversTypes['RecordConsentResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordConsentArgs, 'input'>
  >;
  withdrawConsent?: Resolver<
    ResolversTypes['WithdrawConsentResult'],
    ParentType,
    ContextType,
    RequireFields<MutationWithdrawConsentArgs, 'input'>
  >;
  completeConsentRequest?: Resolver<
    ResolversTypes['CompleteConsentRequestResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCompleteConsentRequestArgs, 'input'>
  >;
  requestCorrection?: Resolver<
    ResolversTypes['RequestCorrectionResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRequestCorrectionArgs, 'input'>
  >;
  answerCorrection?: Resolver<
    ResolversTypes['AnswerCorrectionResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAnswerCorrectionArgs, 'input'>
  >;
  openEmergencyAccess?: Resolver<
    ResolversTypes['OpenEmergencyAccessResult'],
    ParentType,
    ContextType,
    RequireFields<MutationOpenEmergencyAccessArgs, 'input'>
  >;
  closeEmergencyAccess?: Resolver<
    ResolversTypes['CloseEmergencyAccessResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCloseEmergencyAccessArgs, 'input'>
  >;
  openEmployerCase?: Resolver<
    ResolversTypes['EmployerCaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationOpenEmployerCaseArgs, 'input'>
  >;
  extendEmployerCase?: Resolver<
    ResolversTypes['EmployerCaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationExtendEmployerCaseArgs, 'input'>
  >;
  dischargeEmployerCase?: Resolver<
    ResolversTypes['EmployerCaseResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDischargeEmployerCaseArgs, 'input'>
  >;
  recordEmployer?: Resolver<
    ResolversTypes['EmployerResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordEmployerArgs, 'input'>
  >;
  enquireAsEmployer?: Resolver<
    ResolversTypes['EmployerEnquiryResult'],
    ParentType,
    ContextType,
    RequireFields<MutationEnquireAsEmployerArgs, 'input'>
  >;
  adviseEmployer?: Resolver<
    ResolversTypes['EmployerEnquiryResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAdviseEmployerArgs, 'input'>
  >;
  recordSupportedStaff?: Resolver<
    ResolversTypes['SupportedStaffResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordSupportedStaffArgs, 'input'>
  >;
  delayAccessHistory?: Resolver<
    ResolversTypes['DelayAccessHistoryResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDelayAccessHistoryArgs, 'input'>
  >;
  requestTrace?: Resolver<
    ResolversTypes['RequestTraceResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRequestTraceArgs, 'input'>
  >;
  decideMatch?: Resolver<
    ResolversTypes['DecideMatchResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDecideMatchArgs, 'input'>
  >;
  unlink?: Resolver<
    ResolversTypes['UnlinkResult'],
    ParentType,
    ContextType,
    RequireFields<MutationUnlinkArgs, 'input'>
  >;
  submitReferral?: Resolver<
    ResolversTypes['SubmitReferralResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSubmitReferralArgs, 'input'>
  >;
  referOnward?: Resolver<
    ResolversTypes['SubmitReferralResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReferOnwardArgs, 'input'>
  >;
  routeReferral?: Resolver<
    ResolversTypes['MoveReferralResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRouteReferralArgs, 'input'>
  >;
  moveReferral?: Resolver<
    ResolversTypes['MoveReferralResult'],
    ParentType,
    ContextType,
    RequireFields<MutationMoveReferralArgs, 'input'>
  >;
  identifyReferral?: Resolver<
    ResolversTypes['MoveReferralResult'],
    ParentType,
    ContextType,
    RequireFields<MutationIdentifyReferralArgs, 'input'>
  >;
  resendReferral?: Resolver<
    ResolversTypes['MoveReferralResult'],
    ParentType,
    ContextType,
    RequireFields<MutationResendReferralArgs, 'input'>
  >;
  reportCapacity?: Resolver<
    ResolversTypes['ReportCapacityResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReportCapacityArgs, 'input'>
  >;
  recordRepresentative?: Resolver<
    ResolversTypes['RecordRepresentativeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordRepresentativeArgs, 'input'>
  >;
  endRepresentative?: Resolver<
    ResolversTypes['EndRepresentativeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationEndRepresentativeArgs, 'input'>
  >;
  bookSession?: Resolver<
    ResolversTypes['SessionResult'],
    ParentType,
    ContextType,
    RequireFields<MutationBookSessionArgs, 'input'>
  >;
  scheduleGroupSessions?: Resolver<
    ResolversTypes['ScheduleGroupSessionsResult'],
    ParentType,
    ContextType,
    RequireFields<MutationScheduleGroupSessionsArgs, 'input'>
  >;
  joinGroupSession?: Resolver<
    ResolversTypes['SessionResult'],
    ParentType,
    ContextType,
    RequireFields<MutationJoinGroupSessionArgs, 'input'>
  >;
  closeSession?: Resolver<
    ResolversTypes['SessionResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCloseSessionArgs, 'input'>
  >;
  completeTask?: Resolver<
    ResolversTypes['CompleteTaskResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCompleteTaskArgs, 'input'>
  >;
  reassignTask?: Resolver<
    ResolversTypes['ReassignTaskResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReassignTaskArgs, 'input'>
  >;
};

export type ClientResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Client'] = ResolversParentTypes['Client'],
> = {
  workplaceAdjustments?: Resolver<ResolversTypes['WorkplaceAdjustmentsResult'], ParentType, ContextType>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType, RequireFields<ClientCasesArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  demographics?: Resolver<ResolversTypes['DemographicsResult'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['ContactResult'], ParentType, ContextType>;
  workStatus?: Resolver<ResolversTypes['WorkStatusResult'], ParentType, ContextType>;
  employment?: Resolver<ResolversTypes['EmploymentResult'], ParentType, ContextType>;
  benefits?: Resolver<ResolversTypes['BenefitsResult'], ParentType, ContextType>;
  fitNotes?: Resolver<ResolversTypes['FitNotesResult'], ParentType, ContextType>;
  conditions?: Resolver<ResolversTypes['ConditionsResult'], ParentType, ContextType>;
  measures?: Resolver<ResolversTypes['MeasuresResult'], ParentType, ContextType>;
  observations?: Resolver<ResolversTypes['ObservationsResult'], ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentsResult'], ParentType, ContextType>;
  encounters?: Resolver<ResolversTypes['EncountersResult'], ParentType, ContextType>;
  referrals?: Resolver<ResolversTypes['ReferralsResult'], ParentType, ContextType>;
  trackedReferrals?: Resolver<
    ResolversTypes['TrackedReferralConnection'],
    ParentType,
    ContextType,
    RequireFields<ClientTrackedReferralsArgs, 'first'>
  >;
  support?: Resolver<ResolversTypes['SupportResult'], ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['Consent']>, ParentType, ContextType>;
  accessHistory?: Resolver<
    ResolversTypes['AccessHistoryConnection'],
    ParentType,
    ContextType,
    RequireFields<ClientAccessHistoryArgs, 'first'>
  >;
  correctionRequests?: Resolver<
    ResolversTypes['CorrectionRequestConnection'],
    ParentType,
    ContextType,
    RequireFields<ClientCorrectionRequestsArgs, 'first'>
  >;
  links?: Resolver<ReadonlyArray<ResolversTypes['ClientLink']>, ParentType, ContextType>;
  notices?: Resolver<
    ResolversTypes['NoticeConnection'],
    ParentType,
    ContextType,
    RequireFields<ClientNoticesArgs, 'first'>
  >;
  representatives?: Resolver<ReadonlyArray<ResolversTypes['Representative']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'],
> = {
  adjustments?: Resolver<ResolversTypes['WorkplaceAdjustmentsResult'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programmeVersion?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['CaseProgressResult'], ParentType, ContextType>;
  assessments?: Resolver<ResolversTypes['CaseAssessmentsResult'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['CasePlanResult'], ParentType, ContextType>;
  interventions?: Resolver<ResolversTypes['CaseInterventionsResult'], ParentType, ContextType>;
  needs?: Resolver<ResolversTypes['CaseNeedsResult'], ParentType, ContextType>;
  snapshots?: Resolver<ResolversTypes['CaseSnapshotsResult'], ParentType, ContextType>;
  sessions?: Resolver<
    ResolversTypes['CaseSessionConnection'],
    ParentType,
    ContextType,
    RequireFields<CaseSessionsArgs, 'first'>
  >;
  timeline?: Resolver<ResolversTypes['CaseTimelineResult'], ParentType, ContextType>;
  momentum?: Resolver<ResolversTypes['CaseMomentumResult'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkplaceAdjustmentsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkplaceAdjustmentsResult'] =
    ResolversParentTypes['WorkplaceAdjustmentsResult'],
> = {
  __resolveType: TypeResolveFn<
    'WorkplaceAdjustments' | 'NoRecord' | 'Withheld' | 'Unavailable',
    ParentType,
    ContextType
  >;
};

export type WorkplaceAdjustmentsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkplaceAdjustments'] = ResolversParentTypes['WorkplaceAdjustments'],
> = {
  items?: Resolver<
    ReadonlyArray<ResolversTypes['WorkplaceAdjustment']>,
    ParentType,
    ContextType,
    Partial<WorkplaceAdjustmentsItemsArgs>
  >;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkplaceAdjustmentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkplaceAdjustment'] = ResolversParentTypes['WorkplaceAdjustment'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AdjustmentType'], ParentType, ContextType>;
  wording?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AdjustmentState'], ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['AdjustmentEffect']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['AdjustmentEvent']>, ParentType, ContextType>;
  proposedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdjustmentEventResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AdjustmentEvent'] = ResolversParentTypes['AdjustmentEvent'],
> = {
  move?: Resolver<ResolversTypes['AdjustmentMove'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['AdjustmentState'], ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['AdjustmentEffect']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdjustmentResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AdjustmentResult'] = ResolversParentTypes['AdjustmentResult'],
> = {
  __resolveType: TypeResolveFn<'AdjustmentRecorded' | 'EmployerRefused', ParentType, ContextType>;
};

export type AdjustmentRecordedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AdjustmentRecorded'] = ResolversParentTypes['AdjustmentRecorded'],
> = {
  adjustment?: Resolver<ResolversTypes['WorkplaceAdjustment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  disclosures?: Resolver<
    ResolversTypes['DisclosureConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryDisclosuresArgs, 'first'>
  >;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'id'>>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType, RequireFields<QueryCasesArgs, 'first'>>;
  programmeVersionChange?: Resolver<
    ResolversTypes['VersionChangeConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryProgrammeVersionChangeArgs, 'programme' | 'to' | 'first'>
  >;
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType, RequireFields<QueryClientArgs, 'by'>>;
  clients?: Resolver<
    ResolversTypes['ClientConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryClientsArgs, 'first'>
  >;
  me?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  exportConsent?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType,
    RequireFields<QueryExportConsentArgs, 'consent'>
  >;
  consentVersions?: Resolver<
    ReadonlyArray<ResolversTypes['Consent']>,
    ParentType,
    ContextType,
    RequireFields<QueryConsentVersionsArgs, 'consent'>
  >;
  employerCase?: Resolver<
    Maybe<ResolversTypes['EmployerCase']>,
    ParentType,
    ContextType,
    RequireFields<QueryEmployerCaseArgs, 'id'>
  >;
  employerCases?: Resolver<
    ResolversTypes['EmployerCaseConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryEmployerCasesArgs, 'status' | 'first'>
  >;
  employer?: Resolver<
    Maybe<ResolversTypes['Employer']>,
    ParentType,
    ContextType,
    RequireFields<QueryEmployerArgs, 'id'>
  >;
  employers?: Resolver<
    ResolversTypes['EmployerConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryEmployersArgs, 'first'>
  >;
  explainAccess?: Resolver<
    ResolversTypes['AccessExplanation'],
    ParentType,
    ContextType,
    RequireFields<QueryExplainAccessArgs, 'client' | 'category'>
  >;
  whatCouldSee?: Resolver<
    Maybe<ResolversTypes['PastSight']>,
    ParentType,
    ContextType,
    RequireFields<QueryWhatCouldSeeArgs, 'client' | 'viewer' | 'on'>
  >;
  policyChange?: Resolver<
    ResolversTypes['PolicyChangeReport'],
    ParentType,
    ContextType,
    Partial<QueryPolicyChangeArgs>
  >;
  previewConsent?: Resolver<
    ResolversTypes['PreviewConsentResult'],
    ParentType,
    ContextType,
    RequireFields<QueryPreviewConsentArgs, 'change'>
  >;
  consentDiff?: Resolver<
    ResolversTypes['ConsentDiffResult'],
    ParentType,
    ContextType,
    RequireFields<QueryConsentDiffArgs, 'input'>
  >;
  programmes?: Resolver<
    ReadonlyArray<ResolversTypes['Programme']>,
    ParentType,
    ContextType,
    Partial<QueryProgrammesArgs>
  >;
  eligibilityFacts?: Resolver<ReadonlyArray<ResolversTypes['EligibilityFact']>, ParentType, ContextType>;
  checkEligibility?: Resolver<
    Maybe<ResolversTypes['Eligibility']>,
    ParentType,
    ContextType,
    RequireFields<QueryCheckEligibilityArgs, 'input'>
  >;
  trackedReferral?: Resolver<
    Maybe<ResolversTypes['TrackedReferral']>,
    ParentType,
    ContextType,
    RequireFields<QueryTrackedReferralArgs, 'id'>
  >;
  trackedReferrals?: Resolver<
    ResolversTypes['TrackedReferralConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryTrackedReferralsArgs, 'side' | 'first'>
  >;
  referralConversation?: Resolver<
    Maybe<ResolversTypes['ReferralConversation']>,
    ParentType,
    ContextType,
    RequireFields<QueryReferralConversationArgs, 'id'>
  >;
  checkCapacity?: Resolver<
    ResolversTypes['CapacityAnswer'],
    ParentType,
    ContextType,
    RequireFields<QueryCheckCapacityArgs, 'programme' | 'area'>
  >;
  caseloadReport?: Resolver<
    Maybe<ResolversTypes['CaseloadReport']>,
    ParentType,
    ContextType,
    RequireFields<QueryCaseloadReportArgs, 'programme' | 'from' | 'months'>
  >;
  servicesNear?: Resolver<
    Maybe<ResolversTypes['ServicesNearResult']>,
    ParentType,
    ContextType,
    RequireFields<QueryServicesNearArgs, 'facts' | 'withinMetres' | 'first'>
  >;
  groupSessions?: Resolver<
    ResolversTypes['GroupSessionConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryGroupSessionsArgs, 'first'>
  >;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, RequireFields<QueryTasksArgs, 'first'>>;
};

export type DisclosureConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DisclosureConnection'] = ResolversParentTypes['DisclosureConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisclosureEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisclosureEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DisclosureEdge'] = ResolversParentTypes['DisclosureEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DisclosureRecord'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisclosureRecordResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DisclosureRecord'] = ResolversParentTypes['DisclosureRecord'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  operationName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operationDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operationText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  throughSomebodyElse?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['DisclosureLine']>, ParentType, ContextType>;
  auditEvent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provenance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['AccessReceipt']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisclosureLineResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DisclosureLine'] = ResolversParentTypes['DisclosureLine'],
> = {
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['DisclosureOutcome'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['WithheldReason']>, ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BenefitsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['BenefitsResult'] = ResolversParentTypes['BenefitsResult'],
> = {
  __resolveType: TypeResolveFn<'Benefits' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type ConditionalityResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConditionalityResult'] = ResolversParentTypes['ConditionalityResult'],
> = {
  __resolveType: TypeResolveFn<'Conditionality' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type BenefitsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Benefits'] = ResolversParentTypes['Benefits'],
> = {
  claims?: Resolver<
    ReadonlyArray<ResolversTypes['BenefitClaim']>,
    ParentType,
    ContextType,
    Partial<BenefitsClaimsArgs>
  >;
  conditionality?: Resolver<ResolversTypes['ConditionalityResult'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BenefitClaimResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['BenefitClaim'] = ResolversParentTypes['BenefitClaim'],
> = {
  benefitType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decisionDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  awards?: Resolver<ReadonlyArray<ResolversTypes['BenefitAward']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BenefitAwardResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['BenefitAward'] = ResolversParentTypes['BenefitAward'],
> = {
  amount?: Resolver<Maybe<ResolversTypes['Pence']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConditionalityResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Conditionality'] = ResolversParentTypes['Conditionality'],
> = {
  regimes?: Resolver<ReadonlyArray<ResolversTypes['ConditionalityRegime']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConditionalityRegimeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConditionalityRegime'] = ResolversParentTypes['ConditionalityRegime'],
> = {
  benefitType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription'],
> = {
  caseChanged?: SubscriptionResolver<
    ResolversTypes['Case'],
    'caseChanged',
    ParentType,
    ContextType,
    Partial<SubscriptionCaseChangedArgs>
  >;
  noticeGiven?: SubscriptionResolver<ResolversTypes['Notice'], 'noticeGiven', ParentType, ContextType>;
  referralChanged?: SubscriptionResolver<
    ResolversTypes['TrackedReferral'],
    'referralChanged',
    ParentType,
    ContextType,
    Partial<SubscriptionReferralChangedArgs>
  >;
  taskRaised?: SubscriptionResolver<
    ResolversTypes['Task'],
    'taskRaised',
    ParentType,
    ContextType,
    Partial<SubscriptionTaskRaisedArgs>
  >;
};

export type CaseProgressResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseProgressResult'] = ResolversParentTypes['CaseProgressResult'],
> = {
  __resolveType: TypeResolveFn<'CaseProgress' | 'Withheld', ParentType, ContextType>;
};

export type CaseAssessmentsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseAssessmentsResult'] = ResolversParentTypes['CaseAssessmentsResult'],
> = {
  __resolveType: TypeResolveFn<'CaseAssessments' | 'Withheld', ParentType, ContextType>;
};

export type CasePlanResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CasePlanResult'] = ResolversParentTypes['CasePlanResult'],
> = {
  __resolveType: TypeResolveFn<'CasePlan' | 'Withheld', ParentType, ContextType>;
};

export type CaseInterventionsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseInterventionsResult'] = ResolversParentTypes['CaseInterventionsResult'],
> = {
  __resolveType: TypeResolveFn<'CaseInterventions' | 'Withheld', ParentType, ContextType>;
};

export type CaseNeedsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseNeedsResult'] = ResolversParentTypes['CaseNeedsResult'],
> = {
  __resolveType: TypeResolveFn<'CaseNeeds' | 'Withheld', ParentType, ContextType>;
};

export type CaseSnapshotsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseSnapshotsResult'] = ResolversParentTypes['CaseSnapshotsResult'],
> = {
  __resolveType: TypeResolveFn<'CaseSnapshots' | 'Withheld', ParentType, ContextType>;
};

export type CaseProgressResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseProgress'] = ResolversParentTypes['CaseProgress'],
> = {
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accountable?: Resolver<ReadonlyArray<ResolversTypes['AccountablePerson']>, ParentType, ContextType>;
  daysUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedEndOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  daysLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  warningsOn?: Resolver<ReadonlyArray<ResolversTypes['Date']>, ParentType, ContextType>;
  warned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  extensions?: Resolver<ReadonlyArray<ResolversTypes['CaseExtension']>, ParentType, ContextType>;
  discharge?: Resolver<Maybe<ResolversTypes['CaseDischarge']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountablePersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccountablePerson'] = ResolversParentTypes['AccountablePerson'],
> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseExtensionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseExtension'] = ResolversParentTypes['CaseExtension'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseDischargeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseDischarge'] = ResolversParentTypes['CaseDischarge'],
> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DischargeKind'], ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inBulk?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseAssessmentsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseAssessments'] = ResolversParentTypes['CaseAssessments'],
> = {
  versions?: Resolver<ReadonlyArray<ResolversTypes['CaseAssessment']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseAssessmentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseAssessment'] = ResolversParentTypes['CaseAssessment'],
> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mainBarrier?: Resolver<Maybe<ResolversTypes['CaseBarrier']>, ParentType, ContextType>;
  otherBarriers?: Resolver<ReadonlyArray<ResolversTypes['CaseBarrier']>, ParentType, ContextType>;
  domains?: Resolver<ReadonlyArray<ResolversTypes['CaseAssessmentDomain']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseBarrierResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseBarrier'] = ResolversParentTypes['CaseBarrier'],
> = {
  code?: Resolver<ResolversTypes['Barrier'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  snomed?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseAssessmentDomainResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseAssessmentDomain'] = ResolversParentTypes['CaseAssessmentDomain'],
> = {
  domain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  findings?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CasePlanResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CasePlan'] = ResolversParentTypes['CasePlan'],
> = {
  versions?: Resolver<ReadonlyArray<ResolversTypes['CasePlanVersion']>, ParentType, ContextType>;
  actions?: Resolver<ReadonlyArray<ResolversTypes['CaseAction']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CasePlanVersionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CasePlanVersion'] = ResolversParentTypes['CasePlanVersion'],
> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  goals?: Resolver<ReadonlyArray<ResolversTypes['CaseGoal']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseGoalResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseGoal'] = ResolversParentTypes['CaseGoal'],
> = {
  kind?: Resolver<ResolversTypes['GoalKind'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ProgressState'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseActionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseAction'] = ResolversParentTypes['CaseAction'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strand?: Resolver<ResolversTypes['Strand'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ProgressState'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseInterventionsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseInterventions'] = ResolversParentTypes['CaseInterventions'],
> = {
  interventions?: Resolver<ReadonlyArray<ResolversTypes['CaseIntervention']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseInterventionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseIntervention'] = ResolversParentTypes['CaseIntervention'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fastTrack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  integrated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  barrier?: Resolver<Maybe<ResolversTypes['Barrier']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InterventionState'], ParentType, ContextType>;
  requestedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  acceptedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  firstAttendedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  completedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  waitedDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseNeedsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseNeeds'] = ResolversParentTypes['CaseNeeds'],
> = {
  safeContact?: Resolver<Maybe<ResolversTypes['CaseSafeContact']>, ParentType, ContextType>;
  access?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mayContactForResearch?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseSafeContactResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseSafeContact'] = ResolversParentTypes['CaseSafeContact'],
> = {
  mode?: Resolver<ResolversTypes['ContactMode'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mayLeaveMessage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseSnapshotsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseSnapshots'] = ResolversParentTypes['CaseSnapshots'],
> = {
  snapshots?: Resolver<ReadonlyArray<ResolversTypes['EmploymentSnapshot']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmploymentSnapshotResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmploymentSnapshot'] = ResolversParentTypes['EmploymentSnapshot'],
> = {
  point?: Resolver<ResolversTypes['SnapshotPoint'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  employmentStatus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hoursPerWeek?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  absent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  absentSince?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  daysAbsent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseEdge'] = ResolversParentTypes['CaseEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionChangeConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['VersionChangeConnection'] = ResolversParentTypes['VersionChangeConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VersionChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionChangeEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['VersionChangeEdge'] = ResolversParentTypes['VersionChangeEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VersionChange'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionChangeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['VersionChange'] = ResolversParentTypes['VersionChange'],
> = {
  case?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['VersionDifference'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionDifferenceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['VersionDifference'] = ResolversParentTypes['VersionDifference'],
> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['EligibilityOutcome'], ParentType, ContextType>;
  otherOutcome?: Resolver<Maybe<ResolversTypes['EligibilityOutcome']>, ParentType, ContextType>;
  plannedEndOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  otherPlannedEndOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseResult'] = ResolversParentTypes['CaseResult'],
> = {
  __resolveType: TypeResolveFn<'CaseChanged' | 'CaseRefused', ParentType, ContextType>;
};

export type DischargeCasesResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DischargeCasesResult'] = ResolversParentTypes['DischargeCasesResult'],
> = {
  __resolveType: TypeResolveFn<'CasesDischarged' | 'CaseRefused', ParentType, ContextType>;
};

export type CaseChangedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseChanged'] = ResolversParentTypes['CaseChanged'],
> = {
  case?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CasesDischargedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CasesDischarged'] = ResolversParentTypes['CasesDischarged'],
> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['CaseResult']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseRefused'] = ResolversParentTypes['CaseRefused'],
> = {
  reason?: Resolver<ResolversTypes['CaseRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ClientConnection'] = ResolversParentTypes['ClientConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClientEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ClientEdge'] = ResolversParentTypes['ClientEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportConsentResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ImportConsentResult'] = ResolversParentTypes['ImportConsentResult'],
> = {
  __resolveType: TypeResolveFn<
    'ConsentImported' | 'RepresentationProposed' | 'ConsentNotRead' | 'ConsentRefused',
    ParentType,
    ContextType
  >;
};

export type ConsentImportedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentImported'] = ResolversParentTypes['ConsentImported'],
> = {
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
  leftOut?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  fromPolicy?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RepresentationProposedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RepresentationProposed'] = ResolversParentTypes['RepresentationProposed'],
> = {
  proposal?: Resolver<ResolversTypes['ProposedRepresentative'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposedRepresentativeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProposedRepresentative'] = ResolversParentTypes['ProposedRepresentative'],
> = {
  nhsNumber?: Resolver<ResolversTypes['NHSNumber'], ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['RepresentativeAuthority'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  acts?: Resolver<ReadonlyArray<ResolversTypes['RepresentativeAct']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentNotReadResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentNotRead'] = ResolversParentTypes['ConsentNotRead'],
> = {
  faults?: Resolver<ReadonlyArray<ResolversTypes['ConsentFault']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentFaultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentFault'] = ResolversParentTypes['ConsentFault'],
> = {
  code?: Resolver<ResolversTypes['ConsentFaultCode'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConsentStatus'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['ConsentEffect'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  recipients?: Resolver<ReadonlyArray<ResolversTypes['ConsentRecipient']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['ConsentException']>, ParentType, ContextType>;
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  givenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['ConsentRequest']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dataFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dataTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['ConsentEvidence'], ParentType, ContextType>;
  withdrawnFor?: Resolver<Maybe<ResolversTypes['ActedFor']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentRecipientResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentRecipient'] = ResolversParentTypes['ConsentRecipient'],
> = {
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  audience?: Resolver<Maybe<ResolversTypes['Audience']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['ConsentPerson']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentPersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentPerson'] = ResolversParentTypes['ConsentPerson'],
> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentExceptionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentException'] = ResolversParentTypes['ConsentException'],
> = {
  effect?: Resolver<ResolversTypes['ConsentEffect'], ParentType, ContextType>;
  categories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataCategory']>>, ParentType, ContextType>;
  recipients?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConsentRecipient']>>, ParentType, ContextType>;
  purposes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Purpose']>>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dataFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dataTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['ConsentException']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentRequestResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentRequest'] = ResolversParentTypes['ConsentRequest'],
> = {
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  assessmentPeriodFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  completedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentEvidenceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentEvidence'] = ResolversParentTypes['ConsentEvidence'],
> = {
  method?: Resolver<ResolversTypes['ConsentMethod'], ParentType, ContextType>;
  wording?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenBy?: Resolver<ResolversTypes['ConsentGiver'], ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['ClientCapacity']>, ParentType, ContextType>;
  representative?: Resolver<Maybe<ResolversTypes['ActedFor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActedForResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ActedFor'] = ResolversParentTypes['ActedFor'],
> = {
  authority?: Resolver<ResolversTypes['RepresentativeAuthority'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompleteConsentRequestResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CompleteConsentRequestResult'] =
    ResolversParentTypes['CompleteConsentRequestResult'],
> = {
  __resolveType: TypeResolveFn<'ConsentRequestCompleted' | 'ConsentRefused', ParentType, ContextType>;
};

export type ConsentRequestCompletedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentRequestCompleted'] = ResolversParentTypes['ConsentRequestCompleted'],
> = {
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordConsentResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RecordConsentResult'] = ResolversParentTypes['RecordConsentResult'],
> = {
  __resolveType: TypeResolveFn<'ConsentRecorded' | 'ConsentRefused', ParentType, ContextType>;
};

export type WithdrawConsentResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WithdrawConsentResult'] = ResolversParentTypes['WithdrawConsentResult'],
> = {
  __resolveType: TypeResolveFn<'ConsentWithdrawn' | 'ConsentRefused', ParentType, ContextType>;
};

export type ConsentRecordedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentRecorded'] = ResolversParentTypes['ConsentRecorded'],
> = {
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentWithdrawnResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentWithdrawn'] = ResolversParentTypes['ConsentWithdrawn'],
> = {
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['WithdrawalReceipt'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentRefused'] = ResolversParentTypes['ConsentRefused'],
> = {
  reason?: Resolver<ResolversTypes['ConsentRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawalReceiptResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WithdrawalReceipt'] = ResolversParentTypes['WithdrawalReceipt'],
> = {
  withdrawnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stopped?: Resolver<ReadonlyArray<ResolversTypes['EffectChange']>, ParentType, ContextType>;
  subscriptions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  feeds?: Resolver<ReadonlyArray<ResolversTypes['FeedEnd']>, ParentType, ContextType>;
  told?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  remaining?: Resolver<ReadonlyArray<ResolversTypes['RemainingAccess']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FeedEndResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FeedEnd'] = ResolversParentTypes['FeedEnd'],
> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['FeedOutcome'], ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemainingAccessResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RemainingAccess'] = ResolversParentTypes['RemainingAccess'],
> = {
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectionRequestConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectionRequestConnection'] =
    ResolversParentTypes['CorrectionRequestConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectionRequestEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectionRequestEdge'] = ResolversParentTypes['CorrectionRequestEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CorrectionRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectionRequestResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectionRequest'] = ResolversParentTypes['CorrectionRequest'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  says?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shouldSay?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CorrectionState'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addressedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['CorrectionRefusal']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['CorrectionStep']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectionStepResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectionStep'] = ResolversParentTypes['CorrectionStep'],
> = {
  move?: Resolver<ResolversTypes['CorrectionMove'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['CorrectionRefusal']>, ParentType, ContextType>;
  words?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestCorrectionResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RequestCorrectionResult'] = ResolversParentTypes['RequestCorrectionResult'],
> = {
  __resolveType: TypeResolveFn<'CorrectionRequested' | 'CorrectionRefused', ParentType, ContextType>;
};

export type AnswerCorrectionResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AnswerCorrectionResult'] = ResolversParentTypes['AnswerCorrectionResult'],
> = {
  __resolveType: TypeResolveFn<'CorrectionAnswered' | 'CorrectionRefused', ParentType, ContextType>;
};

export type CorrectionRequestedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectionRequested'] = ResolversParentTypes['CorrectionRequested'],
> = {
  correction?: Resolver<ResolversTypes['CorrectionRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectionAnsweredResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectionAnswered'] = ResolversParentTypes['CorrectionAnswered'],
> = {
  correction?: Resolver<ResolversTypes['CorrectionRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectionRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectionRefused'] = ResolversParentTypes['CorrectionRefused'],
> = {
  reason?: Resolver<ResolversTypes['CorrectionRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DemographicsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DemographicsResult'] = ResolversParentTypes['DemographicsResult'],
> = {
  __resolveType: TypeResolveFn<'Demographics' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type ContactResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ContactResult'] = ResolversParentTypes['ContactResult'],
> = {
  __resolveType: TypeResolveFn<'Contact' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type DemographicsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Demographics'] = ResolversParentTypes['Demographics'],
> = {
  name?: Resolver<Maybe<ResolversTypes['PersonName']>, ParentType, ContextType>;
  names?: Resolver<ReadonlyArray<ResolversTypes['PersonName']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nhsNumberStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deceased?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deceasedAt?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  deathNotificationStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationRestricted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ageDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonNameResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PersonName'] = ResolversParentTypes['PersonName'],
> = {
  use?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prefix?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  family?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  periodStart?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  periodEnd?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact'],
> = {
  addresses?: Resolver<ReadonlyArray<ResolversTypes['Address']>, ParentType, ContextType>;
  telecoms?: Resolver<ReadonlyArray<ResolversTypes['ContactPoint']>, ParentType, ContextType>;
  preference?: Resolver<Maybe<ResolversTypes['ContactPreference']>, ParentType, ContextType>;
  generalPractice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ageDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address'],
> = {
  use?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  periodStart?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  periodEnd?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactPointResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ContactPoint'] = ResolversParentTypes['ContactPoint'],
> = {
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  use?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  periodStart?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  periodEnd?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactPreferenceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ContactPreference'] = ResolversParentTypes['ContactPreference'],
> = {
  method?: Resolver<Maybe<ResolversTypes['Coding']>, ParentType, ContextType>;
  writtenFormat?: Resolver<Maybe<ResolversTypes['Coding']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  interpreterRequired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Coding']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProvenanceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Provenance'] = ResolversParentTypes['Provenance'],
> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retrievedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['FHIRDateTime'], ParentType, ContextType>;
  age?: Resolver<ResolversTypes['RecordAge'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceStatusResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SourceStatus'] = ResolversParentTypes['SourceStatus'],
> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SourceOutcome'], ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['UnavailableReason']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  retrievedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoRecordResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['NoRecord'] = ResolversParentTypes['NoRecord'],
> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithheldResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Withheld'] = ResolversParentTypes['Withheld'],
> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['WithheldReason'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextStep?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnavailableResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Unavailable'] = ResolversParentTypes['Unavailable'],
> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['UnavailableReason'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CodingResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Coding'] = ResolversParentTypes['Coding'],
> = {
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  display?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CodeableConceptResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CodeableConcept'] = ResolversParentTypes['CodeableConcept'],
> = {
  codings?: Resolver<ReadonlyArray<ResolversTypes['Coding']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuantityResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity'],
> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  comparator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmergencyAccessResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmergencyAccess'] = ResolversParentTypes['EmergencyAccess'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  emergencyReason?: Resolver<ResolversTypes['EmergencyReason'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  neverOpened?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenEmergencyAccessResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OpenEmergencyAccessResult'] =
    ResolversParentTypes['OpenEmergencyAccessResult'],
> = {
  __resolveType: TypeResolveFn<'EmergencyAccessOpened' | 'EmergencyAccessRefused', ParentType, ContextType>;
};

export type CloseEmergencyAccessResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CloseEmergencyAccessResult'] =
    ResolversParentTypes['CloseEmergencyAccessResult'],
> = {
  __resolveType: TypeResolveFn<'EmergencyAccessClosed' | 'EmergencyAccessRefused', ParentType, ContextType>;
};

export type EmergencyAccessOpenedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmergencyAccessOpened'] = ResolversParentTypes['EmergencyAccessOpened'],
> = {
  emergencyAccess?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmergencyAccessClosedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmergencyAccessClosed'] = ResolversParentTypes['EmergencyAccessClosed'],
> = {
  emergencyAccess?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmergencyAccessRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmergencyAccessRefused'] = ResolversParentTypes['EmergencyAccessRefused'],
> = {
  reason?: Resolver<ResolversTypes['EmergencyAccessRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerCaseResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCase'] = ResolversParentTypes['EmployerCase'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  employer?: Resolver<ResolversTypes['Employer'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programmeVersion?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clock?: Resolver<ResolversTypes['EmployerCaseClock'], ParentType, ContextType>;
  discharge?: Resolver<Maybe<ResolversTypes['EmployerCaseDischarge']>, ParentType, ContextType>;
  enquiries?: Resolver<
    ResolversTypes['EmployerEnquiryConnection'],
    ParentType,
    ContextType,
    RequireFields<EmployerCaseEnquiriesArgs, 'first'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerCaseClockResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCaseClock'] = ResolversParentTypes['EmployerCaseClock'],
> = {
  daysUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedEndOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  daysLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  warningsOn?: Resolver<ReadonlyArray<ResolversTypes['Date']>, ParentType, ContextType>;
  warned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  extensions?: Resolver<ReadonlyArray<ResolversTypes['EmployerCaseExtension']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerCaseExtensionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCaseExtension'] = ResolversParentTypes['EmployerCaseExtension'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerCaseDischargeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCaseDischarge'] = ResolversParentTypes['EmployerCaseDischarge'],
> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DischargeKind'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerCaseConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCaseConnection'] = ResolversParentTypes['EmployerCaseConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EmployerCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerCaseEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCaseEdge'] = ResolversParentTypes['EmployerCaseEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmployerCase'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerCaseResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCaseResult'] = ResolversParentTypes['EmployerCaseResult'],
> = {
  __resolveType: TypeResolveFn<'EmployerCaseStored' | 'EmployerRefused', ParentType, ContextType>;
};

export type EmployerCaseStoredResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerCaseStored'] = ResolversParentTypes['EmployerCaseStored'],
> = {
  case?: Resolver<ResolversTypes['EmployerCase'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerConnection'] = ResolversParentTypes['EmployerConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EmployerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerEdge'] = ResolversParentTypes['EmployerEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Employer'] = ResolversParentTypes['Employer'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headcount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sizeBand?: Resolver<ResolversTypes['EmployerSizeBand'], ParentType, ContextType>;
  postcodeDistrict?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eligibility?: Resolver<
    ReadonlyArray<ResolversTypes['StreamEligibility']>,
    ParentType,
    ContextType,
    Partial<EmployerEligibilityArgs>
  >;
  enquiries?: Resolver<
    ResolversTypes['EmployerEnquiryConnection'],
    ParentType,
    ContextType,
    RequireFields<EmployerEnquiriesArgs, 'first'>
  >;
  cases?: Resolver<
    ResolversTypes['EmployerCaseConnection'],
    ParentType,
    ContextType,
    RequireFields<EmployerCasesArgs, 'status' | 'first'>
  >;
  staffSupported?: Resolver<ResolversTypes['StaffSupported'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaffSupportedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['StaffSupported'] = ResolversParentTypes['StaffSupported'],
> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  asAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  named?: Resolver<ReadonlyArray<ResolversTypes['SupportedPerson']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SupportedPersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SupportedPerson'] = ResolversParentTypes['SupportedPerson'],
> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  adjustments?: Resolver<ResolversTypes['WorkplaceAdjustmentsResult'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerEnquiryConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerEnquiryConnection'] =
    ResolversParentTypes['EmployerEnquiryConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EmployerEnquiryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerEnquiryEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerEnquiryEdge'] = ResolversParentTypes['EmployerEnquiryEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmployerEnquiry'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerEnquiryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerEnquiry'] = ResolversParentTypes['EmployerEnquiry'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['EmployerEnquiryTopic'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EmployerEnquiryState'], ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['EmployerCase']>, ParentType, ContextType>;
  advice?: Resolver<ReadonlyArray<ResolversTypes['EmployerAdvice']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerAdviceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerAdvice'] = ResolversParentTypes['EmployerAdvice'],
> = {
  kind?: Resolver<ResolversTypes['EmployerAdviceKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  staffReached?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  givenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerResult'] = ResolversParentTypes['EmployerResult'],
> = {
  __resolveType: TypeResolveFn<'EmployerRecorded' | 'EmployerRefused', ParentType, ContextType>;
};

export type EmployerEnquiryResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerEnquiryResult'] = ResolversParentTypes['EmployerEnquiryResult'],
> = {
  __resolveType: TypeResolveFn<'EmployerEnquiryRecorded' | 'EmployerRefused', ParentType, ContextType>;
};

export type SupportedStaffResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SupportedStaffResult'] = ResolversParentTypes['SupportedStaffResult'],
> = {
  __resolveType: TypeResolveFn<'SupportedStaffRecorded' | 'EmployerRefused', ParentType, ContextType>;
};

export type EmployerRecordedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerRecorded'] = ResolversParentTypes['EmployerRecorded'],
> = {
  employer?: Resolver<ResolversTypes['Employer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerEnquiryRecordedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerEnquiryRecorded'] = ResolversParentTypes['EmployerEnquiryRecorded'],
> = {
  enquiry?: Resolver<ResolversTypes['EmployerEnquiry'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SupportedStaffRecordedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SupportedStaffRecorded'] = ResolversParentTypes['SupportedStaffRecorded'],
> = {
  employer?: Resolver<ResolversTypes['Employer'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmployerRefused'] = ResolversParentTypes['EmployerRefused'],
> = {
  reason?: Resolver<ResolversTypes['EmployerRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkStatusResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkStatusResult'] = ResolversParentTypes['WorkStatusResult'],
> = {
  __resolveType: TypeResolveFn<'WorkStatus' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type EmploymentResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmploymentResult'] = ResolversParentTypes['EmploymentResult'],
> = {
  __resolveType: TypeResolveFn<'Employment' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type WorkStatusResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkStatus'] = ResolversParentTypes['WorkStatus'],
> = {
  inWork?: Resolver<ResolversTypes['InWork'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['WorkStatusStatement']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkStatusStatementResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkStatusStatement'] = ResolversParentTypes['WorkStatusStatement'],
> = {
  inWork?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmploymentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Employment'] = ResolversParentTypes['Employment'],
> = {
  spells?: Resolver<
    ReadonlyArray<ResolversTypes['EmploymentSpell']>,
    ParentType,
    ContextType,
    Partial<EmploymentSpellsArgs>
  >;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmploymentSpellResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmploymentSpell'] = ResolversParentTypes['EmploymentSpell'],
> = {
  employerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hoursPerWeek?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  employmentStatusCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  absence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType>;
  workplace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AbsenceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Absence'] = ResolversParentTypes['Absence'],
> = {
  startDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessExplanationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessExplanation'] = ResolversParentTypes['AccessExplanation'],
> = {
  permitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  consequenceOfRefusal?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['WithheldReason']>, ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['AccessChange']>, ParentType, ContextType>;
  nextStep?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessChangeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessChange'] = ResolversParentTypes['AccessChange'],
> = {
  steps?: Resolver<ReadonlyArray<ResolversTypes['AccessStep']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessStepResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessStep'] = ResolversParentTypes['AccessStep'],
> = {
  kind?: Resolver<ResolversTypes['AccessStepKind'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PastSightResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PastSight'] = ResolversParentTypes['PastSight'],
> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  policyVersions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  related?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['PastSightOfCategory']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PastSightOfCategoryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PastSightOfCategory'] = ResolversParentTypes['PastSightOfCategory'],
> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  permitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  wholeDay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['WithheldReason']>, ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FitNotesResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FitNotesResult'] = ResolversParentTypes['FitNotesResult'],
> = {
  __resolveType: TypeResolveFn<'FitNotes' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type ConditionsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConditionsResult'] = ResolversParentTypes['ConditionsResult'],
> = {
  __resolveType: TypeResolveFn<'Conditions' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type MeasuresResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MeasuresResult'] = ResolversParentTypes['MeasuresResult'],
> = {
  __resolveType: TypeResolveFn<'Measures' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type ObservationsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ObservationsResult'] = ResolversParentTypes['ObservationsResult'],
> = {
  __resolveType: TypeResolveFn<'Observations' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type AppointmentsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AppointmentsResult'] = ResolversParentTypes['AppointmentsResult'],
> = {
  __resolveType: TypeResolveFn<'Appointments' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type EncountersResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EncountersResult'] = ResolversParentTypes['EncountersResult'],
> = {
  __resolveType: TypeResolveFn<'Encounters' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type FitNotesResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FitNotes'] = ResolversParentTypes['FitNotes'],
> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['FitNote']>, ParentType, ContextType, Partial<FitNotesItemsArgs>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FitNoteResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FitNote'] = ResolversParentTypes['FitNote'],
> = {
  status?: Resolver<ResolversTypes['FitNoteStatus'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  assessmentDate?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  periodStart?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  periodEnd?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  adjustments?: Resolver<ReadonlyArray<ResolversTypes['FitNoteAdjustment']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConditionsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Conditions'] = ResolversParentTypes['Conditions'],
> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Condition']>, ParentType, ContextType, Partial<ConditionsItemsArgs>>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['Withheld']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConditionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition'],
> = {
  code?: Resolver<Maybe<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  clinicalStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verificationStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<Maybe<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  onset?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  onsetText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  abatement?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  abatementText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedDate?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  classification?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MeasuresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Measures'] = ResolversParentTypes['Measures'],
> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['MeasureScore']>, ParentType, ContextType, Partial<MeasuresItemsArgs>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MeasureScoreResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MeasureScore'] = ResolversParentTypes['MeasureScore'],
> = {
  instrument?: Resolver<ResolversTypes['Instrument'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assessedAt?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ObservationsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Observations'] = ResolversParentTypes['Observations'],
> = {
  items?: Resolver<
    ReadonlyArray<ResolversTypes['Observation']>,
    ParentType,
    ContextType,
    Partial<ObservationsItemsArgs>
  >;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ObservationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Observation'] = ResolversParentTypes['Observation'],
> = {
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  effective?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  effectiveEnd?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['ObservationValue']>, ParentType, ContextType>;
  components?: Resolver<ReadonlyArray<ResolversTypes['ObservationComponent']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ObservationComponentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ObservationComponent'] = ResolversParentTypes['ObservationComponent'],
> = {
  code?: Resolver<Maybe<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['ObservationValue']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ObservationValueResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ObservationValue'] = ResolversParentTypes['ObservationValue'],
> = {
  quantity?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  concept?: Resolver<Maybe<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Appointments'] = ResolversParentTypes['Appointments'],
> = {
  items?: Resolver<
    ReadonlyArray<ResolversTypes['Appointment']>,
    ParentType,
    ContextType,
    Partial<AppointmentsItemsArgs>
  >;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment'],
> = {
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  serviceTypes?: Resolver<ReadonlyArray<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EncountersResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Encounters'] = ResolversParentTypes['Encounters'],
> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Encounter']>, ParentType, ContextType, Partial<EncountersItemsArgs>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EncounterResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Encounter'] = ResolversParentTypes['Encounter'],
> = {
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  class?: Resolver<Maybe<ResolversTypes['Coding']>, ParentType, ContextType>;
  types?: Resolver<ReadonlyArray<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['CodeableConcept']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  serviceProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessHistoryConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessHistoryConnection'] = ResolversParentTypes['AccessHistoryConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessHistoryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessHistoryEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessHistoryEdge'] = ResolversParentTypes['AccessHistoryEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessHistoryEntry'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessHistoryEntryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessHistoryEntry'] = ResolversParentTypes['AccessHistoryEntry'],
> = {
  handle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  actingFor?: Resolver<Maybe<ResolversTypes['ProxyActing']>, ParentType, ContextType>;
  permitted?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  refused?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  bases?: Resolver<ReadonlyArray<ResolversTypes['Basis']>, ParentType, ContextType>;
  throughSomebodyElse?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firstByOrganisation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  delayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['AccessReceipt']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessReceiptResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessReceipt'] = ResolversParentTypes['AccessReceipt'],
> = {
  record?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leafIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  head?: Resolver<ResolversTypes['LedgerHead'], ParentType, ContextType>;
  consistency?: Resolver<
    Maybe<ReadonlyArray<ResolversTypes['String']>>,
    ParentType,
    ContextType,
    RequireFields<AccessReceiptConsistencyArgs, 'treeSize'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LedgerHeadResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['LedgerHead'] = ResolversParentTypes['LedgerHead'],
> = {
  writer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  root?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DelayAccessHistoryResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DelayAccessHistoryResult'] =
    ResolversParentTypes['DelayAccessHistoryResult'],
> = {
  __resolveType: TypeResolveFn<'AccessHistoryDelayed' | 'DelayAccessHistoryRefused', ParentType, ContextType>;
};

export type AccessHistoryDelayedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccessHistoryDelayed'] = ResolversParentTypes['AccessHistoryDelayed'],
> = {
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DelayAccessHistoryRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DelayAccessHistoryRefused'] =
    ResolversParentTypes['DelayAccessHistoryRefused'],
> = {
  reason?: Resolver<ResolversTypes['DelayAccessHistoryRefusal'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientLinkResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ClientLink'] = ResolversParentTypes['ClientLink'],
> = {
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ClientLinkState'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['LinkEvidence'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['UnlinkReason']>, ParentType, ContextType>;
  disclosures?: Resolver<
    ResolversTypes['LinkDisclosureConnection'],
    ParentType,
    ContextType,
    RequireFields<ClientLinkDisclosuresArgs, 'first'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDisclosureConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['LinkDisclosureConnection'] =
    ResolversParentTypes['LinkDisclosureConnection'],
> = {
  withheld?: Resolver<Maybe<ResolversTypes['Withheld']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LinkDisclosureEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDisclosureEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['LinkDisclosureEdge'] = ResolversParentTypes['LinkDisclosureEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LinkDisclosure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDisclosureResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['LinkDisclosure'] = ResolversParentTypes['LinkDisclosure'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnlinkResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['UnlinkResult'] = ResolversParentTypes['UnlinkResult'],
> = {
  __resolveType: TypeResolveFn<'Unlinked' | 'LinkRefused', ParentType, ContextType>;
};

export type UnlinkedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Unlinked'] = ResolversParentTypes['Unlinked'],
> = {
  link?: Resolver<ResolversTypes['ClientLink'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['LinkRefused'] = ResolversParentTypes['LinkRefused'],
> = {
  reason?: Resolver<ResolversTypes['LinkRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestTraceResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RequestTraceResult'] = ResolversParentTypes['RequestTraceResult'],
> = {
  __resolveType: TypeResolveFn<'TraceRequested' | 'MatchRefused', ParentType, ContextType>;
};

export type DecideMatchResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DecideMatchResult'] = ResolversParentTypes['DecideMatchResult'],
> = {
  __resolveType: TypeResolveFn<'MatchDecided' | 'MatchRefused', ParentType, ContextType>;
};

export type TraceRequestedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TraceRequested'] = ResolversParentTypes['TraceRequested'],
> = {
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchDecidedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MatchDecided'] = ResolversParentTypes['MatchDecided'],
> = {
  decision?: Resolver<ResolversTypes['MatchDecision'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MatchRefused'] = ResolversParentTypes['MatchRefused'],
> = {
  reason?: Resolver<ResolversTypes['MatchRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchReviewResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MatchReview'] = ResolversParentTypes['MatchReview'],
> = {
  match?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['MatchOrigin'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ReadonlyArray<ResolversTypes['MatchFieldValue']>, ParentType, ContextType>;
  waterfall?: Resolver<ResolversTypes['MatchWaterfall'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchFieldValueResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MatchFieldValue'] = ResolversParentTypes['MatchFieldValue'],
> = {
  field?: Resolver<ResolversTypes['MatchField'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchWaterfallResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MatchWaterfall'] = ResolversParentTypes['MatchWaterfall'],
> = {
  modelVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prior?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['MatchStep']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchStepResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MatchStep'] = ResolversParentTypes['MatchStep'],
> = {
  field?: Resolver<ResolversTypes['MatchField'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['MatchLevel'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoticeConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NoticeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoticeEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['NoticeEdge'] = ResolversParentTypes['NoticeEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notice'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoticeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice'],
> = {
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delayedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicyChangeReportResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PolicyChangeReport'] = ResolversParentTypes['PolicyChangeReport'],
> = {
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  widened?: Resolver<ReadonlyArray<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
  narrowed?: Resolver<ReadonlyArray<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicyChangeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PolicyChange'] = ResolversParentTypes['PolicyChange'],
> = {
  audience?: Resolver<Maybe<ResolversTypes['Audience']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  circumstance?: Resolver<ResolversTypes['PolicyCircumstance'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['PolicyOpenness']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['PolicyOpenness']>, ParentType, ContextType>;
  declared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PreviewConsentResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PreviewConsentResult'] = ResolversParentTypes['PreviewConsentResult'],
> = {
  __resolveType: TypeResolveFn<'ConsentPreview' | 'ConsentRefused', ParentType, ContextType>;
};

export type ConsentDiffResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentDiffResult'] = ResolversParentTypes['ConsentDiffResult'],
> = {
  __resolveType: TypeResolveFn<'ConsentDiff' | 'ConsentRefused', ParentType, ContextType>;
};

export type ConsentPreviewResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentPreview'] = ResolversParentTypes['ConsentPreview'],
> = {
  historyFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['PreviewedReads']>, ParentType, ContextType>;
  effects?: Resolver<ReadonlyArray<ResolversTypes['EffectChange']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PreviewedReadsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PreviewedReads'] = ResolversParentTypes['PreviewedReads'],
> = {
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  reads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  permittedNow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gained?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentDiffResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ConsentDiff'] = ResolversParentTypes['ConsentDiff'],
> = {
  effects?: Resolver<ReadonlyArray<ResolversTypes['EffectChange']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EffectChangeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EffectChange'] = ResolversParentTypes['EffectChange'],
> = {
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  representative?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Sight'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Sight'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SightResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Sight'] = ResolversParentTypes['Sight'],
> = {
  extent?: Resolver<ResolversTypes['SightExtent'], ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['SightPeriod']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SightPeriodResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SightPeriod'] = ResolversParentTypes['SightPeriod'],
> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  brand?: Resolver<ResolversTypes['ProgrammeBrand'], ParentType, ContextType>;
  words?: Resolver<ResolversTypes['ProgrammeWords'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  plannedEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  enrolmentStop?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  close?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  enrolling?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  partners?: Resolver<ReadonlyArray<ResolversTypes['ProgrammePartner']>, ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeArea']>, ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeChannel']>, ParentType, ContextType>;
  neverGatedBy?: Resolver<ReadonlyArray<ResolversTypes['FactGroup']>, ParentType, ContextType>;
  zeroExclusion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  streams?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeStream']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeRole']>, ParentType, ContextType>;
  clocks?: Resolver<ResolversTypes['ProgrammeClocks'], ParentType, ContextType>;
  assessmentDomains?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeStrandCode']>, ParentType, ContextType>;
  planTypes?: Resolver<ReadonlyArray<ResolversTypes['ProgrammePlanType']>, ParentType, ContextType>;
  supportCategories?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeSupportCategory']>, ParentType, ContextType>;
  sessionTopics?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeCode']>, ParentType, ContextType>;
  sessionKinds?: Resolver<ReadonlyArray<ResolversTypes['SessionKind']>, ParentType, ContextType>;
  contactModes?: Resolver<ReadonlyArray<ResolversTypes['ContactMode']>, ParentType, ContextType>;
  measures?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeMeasure']>, ParentType, ContextType>;
  snapshots?: Resolver<ReadonlyArray<ResolversTypes['SnapshotPoint']>, ParentType, ContextType>;
  dischargeReasons?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeDischargeReason']>, ParentType, ContextType>;
  capacity?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeCapacity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeBrandResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeBrand'] = ResolversParentTypes['ProgrammeBrand'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strapline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeWordsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeWords'] = ResolversParentTypes['ProgrammeWords'],
> = {
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clients?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  worker?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  case?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammePartnerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammePartner'] = ResolversParentTypes['ProgrammePartner'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['PartnerPart'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  accreditation?: Resolver<Maybe<ResolversTypes['Accreditation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccreditationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Accreditation'] = ResolversParentTypes['Accreditation'],
> = {
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  standard?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeAreaResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeArea'] = ResolversParentTypes['ProgrammeArea'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postcodeDistricts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  practices?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  jobcentres?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeChannelResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeChannel'] = ResolversParentTypes['ProgrammeChannel'],
> = {
  type?: Resolver<ResolversTypes['ReferralChannel'], ParentType, ContextType>;
  says?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeStreamResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeStream'] = ResolversParentTypes['ProgrammeStream'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pathway?: Resolver<ResolversTypes['Pathway'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  criteria?: Resolver<ReadonlyArray<ResolversTypes['EligibilityCriterion']>, ParentType, ContextType>;
  otherwise?: Resolver<ReadonlyArray<ResolversTypes['EligibilityAlternative']>, ParentType, ContextType>;
  plannedEnd?: Resolver<ReadonlyArray<ResolversTypes['PlannedEnd']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EligibilityCriterionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EligibilityCriterion'] = ResolversParentTypes['EligibilityCriterion'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  met?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notMet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EligibilityAlternativeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EligibilityAlternative'] = ResolversParentTypes['EligibilityAlternative'],
> = {
  kind?: Resolver<ResolversTypes['AlternativeKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  says?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlannedEndResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PlannedEnd'] = ResolversParentTypes['PlannedEnd'],
> = {
  when?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<ResolversTypes['ProgrammeDuration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeDurationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeDuration'] = ResolversParentTypes['ProgrammeDuration'],
> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['DurationUnit'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeClocksResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeClocks'] = ResolversParentTypes['ProgrammeClocks'],
> = {
  acknowledge?: Resolver<Maybe<ResolversTypes['ProgrammeDuration']>, ParentType, ContextType>;
  accept?: Resolver<Maybe<ResolversTypes['ProgrammeDuration']>, ParentType, ContextType>;
  firstContact?: Resolver<Maybe<ResolversTypes['ProgrammeDuration']>, ParentType, ContextType>;
  update?: Resolver<Maybe<ResolversTypes['ProgrammeDuration']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['ProgrammeDuration']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeDuration']>, ParentType, ContextType>;
  extensions?: Resolver<Maybe<ResolversTypes['ProgrammeExtensions']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeExtensionsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeExtensions'] = ResolversParentTypes['ProgrammeExtensions'],
> = {
  most?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  each?: Resolver<ResolversTypes['ProgrammeDuration'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeCode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeCodeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeCode'] = ResolversParentTypes['ProgrammeCode'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeRoleResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeRole'] = ResolversParentTypes['ProgrammeRole'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clinical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  accountable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeStrandCodeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeStrandCode'] = ResolversParentTypes['ProgrammeStrandCode'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strand?: Resolver<ResolversTypes['Strand'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammePlanTypeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammePlanType'] = ResolversParentTypes['ProgrammePlanType'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strands?: Resolver<ReadonlyArray<ResolversTypes['Strand']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeSupportCategoryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeSupportCategory'] =
    ResolversParentTypes['ProgrammeSupportCategory'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strand?: Resolver<ResolversTypes['Strand'], ParentType, ContextType>;
  fastTrack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeMeasureResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeMeasure'] = ResolversParentTypes['ProgrammeMeasure'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MeasureKind'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['SnapshotPoint']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeDischargeReasonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeDischargeReason'] =
    ResolversParentTypes['ProgrammeDischargeReason'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DischargeKind'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeCapacityResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgrammeCapacity'] = ResolversParentTypes['ProgrammeCapacity'],
> = {
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stream?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  places?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EligibilityFactResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EligibilityFact'] = ResolversParentTypes['EligibilityFact'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['FactGroup'], ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  zeroExclusion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EligibilityResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Eligibility'] = ResolversParentTypes['Eligibility'],
> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  streams?: Resolver<ReadonlyArray<ResolversTypes['StreamEligibility']>, ParentType, ContextType>;
  read?: Resolver<ReadonlyArray<ResolversTypes['FactsRead']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FactsReadResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FactsRead'] = ResolversParentTypes['FactsRead'],
> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StreamEligibilityResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['StreamEligibility'] = ResolversParentTypes['StreamEligibility'],
> = {
  programme?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pathway?: Resolver<ResolversTypes['Pathway'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['EligibilityOutcome'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['EligibilityReason']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingFact']>, ParentType, ContextType>;
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['EligibilityAlternative']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EligibilityReasonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EligibilityReason'] = ResolversParentTypes['EligibilityReason'],
> = {
  criterion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CriterionState'], ParentType, ContextType>;
  says?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MissingFactResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MissingFact'] = ResolversParentTypes['MissingFact'],
> = {
  fact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  couldMakeEligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  couldMakeNotEligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackedReferralResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TrackedReferral'] = ResolversParentTypes['TrackedReferral'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  programmeVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ReferralChannel'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sides?: Resolver<ReadonlyArray<ResolversTypes['ReferralSide']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['ReferralProgressResult'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['ReferralContentResult'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['ReferralHealthResult'], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['ReferralDuplicatesResult'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenReferralMoveResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OpenReferralMove'] = ResolversParentTypes['OpenReferralMove'],
> = {
  move?: Resolver<ResolversTypes['ReferralMove'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['ReferralReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralProgressResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralProgressResult'] = ResolversParentTypes['ReferralProgressResult'],
> = {
  __resolveType: TypeResolveFn<'ReferralProgress' | 'Withheld', ParentType, ContextType>;
};

export type ReferralContentResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralContentResult'] = ResolversParentTypes['ReferralContentResult'],
> = {
  __resolveType: TypeResolveFn<'ReferralContent' | 'Withheld', ParentType, ContextType>;
};

export type ReferralHealthResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralHealthResult'] = ResolversParentTypes['ReferralHealthResult'],
> = {
  __resolveType: TypeResolveFn<'ReferralHealth' | 'Withheld', ParentType, ContextType>;
};

export type ReferralDuplicatesResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralDuplicatesResult'] =
    ResolversParentTypes['ReferralDuplicatesResult'],
> = {
  __resolveType: TypeResolveFn<'ReferralDuplicates' | 'Withheld', ParentType, ContextType>;
};

export type ReferralProgressResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralProgress'] = ResolversParentTypes['ReferralProgress'],
> = {
  state?: Resolver<ResolversTypes['ReferralState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['ReferralReason']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  streaming?: Resolver<Maybe<ResolversTypes['ReferralStreaming']>, ParentType, ContextType>;
  openMoves?: Resolver<ReadonlyArray<ResolversTypes['OpenReferralMove']>, ParentType, ContextType>;
  clocks?: Resolver<ReadonlyArray<ResolversTypes['ReferralClockReading']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['ReferralEvent']>, ParentType, ContextType>;
  deliveries?: Resolver<ReadonlyArray<ResolversTypes['ReferralDelivery']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralStreamingResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralStreaming'] = ResolversParentTypes['ReferralStreaming'],
> = {
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleResult?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overrideReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralClockReadingResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralClockReading'] = ResolversParentTypes['ReferralClockReading'],
> = {
  clock?: Resolver<ResolversTypes['ReferralClock'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stoppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  breachedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralEventResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralEvent'] = ResolversParentTypes['ReferralEvent'],
> = {
  move?: Resolver<ResolversTypes['ReferralMove'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['ReferralState'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ReferralState'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['ReferralSide'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['ReferralReason']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralDeliveryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralDelivery'] = ResolversParentTypes['ReferralDelivery'],
> = {
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastFault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralContentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralContent'] = ResolversParentTypes['ReferralContent'],
> = {
  person?: Resolver<ResolversTypes['ReferredPerson'], ParentType, ContextType>;
  reasonForReferral?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  goal?: Resolver<Maybe<ResolversTypes['ReferralGoal']>, ParentType, ContextType>;
  workSituation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  adjustments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessNeeds?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  safeContact?: Resolver<Maybe<ResolversTypes['SafeContact']>, ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['ReferralSharing'], ParentType, ContextType>;
  heardFrom?: Resolver<Maybe<ResolversTypes['HeardFrom']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralHealthResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralHealth'] = ResolversParentTypes['ReferralHealth'],
> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['ReferralHealthItem']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralHealthItemResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralHealthItem'] = ResolversParentTypes['ReferralHealthItem'],
> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferredPersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferredPerson'] = ResolversParentTypes['ReferredPerson'],
> = {
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  identified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafeContactResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SafeContact'] = ResolversParentTypes['SafeContact'],
> = {
  method?: Resolver<ResolversTypes['ContactMethod'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mayLeaveMessage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralSharingResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralSharing'] = ResolversParentTypes['ReferralSharing'],
> = {
  basis?: Resolver<ResolversTypes['ReferralSharingBasis'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralDuplicatesResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralDuplicates'] = ResolversParentTypes['ReferralDuplicates'],
> = {
  referrals?: Resolver<ReadonlyArray<ResolversTypes['TrackedReferral']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackedReferralConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TrackedReferralConnection'] =
    ResolversParentTypes['TrackedReferralConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TrackedReferralEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackedReferralEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TrackedReferralEdge'] = ResolversParentTypes['TrackedReferralEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TrackedReferral'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralConversationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralConversation'] = ResolversParentTypes['ReferralConversation'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  referrals?: Resolver<ReadonlyArray<ResolversTypes['TrackedReferral']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CapacityAnswerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CapacityAnswer'] = ResolversParentTypes['CapacityAnswer'],
> = {
  served?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  channelOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  accepting?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  freePlaces?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expectedWaitDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  streams?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmitReferralResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SubmitReferralResult'] = ResolversParentTypes['SubmitReferralResult'],
> = {
  __resolveType: TypeResolveFn<'ReferralSubmitted' | 'ReferralRefused', ParentType, ContextType>;
};

export type MoveReferralResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MoveReferralResult'] = ResolversParentTypes['MoveReferralResult'],
> = {
  __resolveType: TypeResolveFn<'ReferralMoved' | 'ReferralRefused', ParentType, ContextType>;
};

export type ReportCapacityResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReportCapacityResult'] = ResolversParentTypes['ReportCapacityResult'],
> = {
  __resolveType: TypeResolveFn<'CapacityReported' | 'ReferralRefused', ParentType, ContextType>;
};

export type ReferralSubmittedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralSubmitted'] = ResolversParentTypes['ReferralSubmitted'],
> = {
  referral?: Resolver<ResolversTypes['TrackedReferral'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralMovedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralMoved'] = ResolversParentTypes['ReferralMoved'],
> = {
  referral?: Resolver<ResolversTypes['TrackedReferral'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CapacityReportedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CapacityReported'] = ResolversParentTypes['CapacityReported'],
> = {
  capacity?: Resolver<ResolversTypes['CapacityAnswer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralRefused'] = ResolversParentTypes['ReferralRefused'],
> = {
  reason?: Resolver<ResolversTypes['ReferralRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralOverdueResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralOverdue'] = ResolversParentTypes['ReferralOverdue'],
> = {
  referral?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clock?: Resolver<ResolversTypes['ReferralClock'], ParentType, ContextType>;
  clockDueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralNotDeliveredResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralNotDelivered'] = ResolversParentTypes['ReferralNotDelivered'],
> = {
  referral?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fault?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FigureResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Figure'] = ResolversParentTypes['Figure'],
> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseloadReportResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseloadReport'] = ResolversParentTypes['CaseloadReport'],
> = {
  programme?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['ReportScope'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  asAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withHealthCondition?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withOtherBarrier?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notAssessed?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  assessedAgain?: Resolver<Maybe<ResolversTypes['Figure']>, ParentType, ContextType>;
  discharged?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  barriers?: Resolver<ReadonlyArray<ResolversTypes['BarrierFigures']>, ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['MonthFigures']>, ParentType, ContextType>;
  streams?: Resolver<ReadonlyArray<ResolversTypes['StreamFigures']>, ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['AreaFigures']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceFigures']>, ParentType, ContextType>;
  boards?: Resolver<ReadonlyArray<ResolversTypes['BoardFigures']>, ParentType, ContextType>;
  providers?: Resolver<ReadonlyArray<ResolversTypes['ProviderFigures']>, ParentType, ContextType>;
  referrals?: Resolver<ResolversTypes['ReferralFigures'], ParentType, ContextType>;
  discharges?: Resolver<ReadonlyArray<ResolversTypes['DischargeFigures']>, ParentType, ContextType>;
  demand?: Resolver<ReadonlyArray<ResolversTypes['DemandFigures']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['RoleFigures']>, ParentType, ContextType>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['RateFigures']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RateFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RateFigures'] = ResolversParentTypes['RateFigures'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  says?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  reached?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notKnown?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  undecided?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  benchmark?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BarrierFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['BarrierFigures'] = ResolversParentTypes['BarrierFigures'],
> = {
  code?: Resolver<ResolversTypes['Barrier'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  main?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  any?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MonthFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MonthFigures'] = ResolversParentTypes['MonthFigures'],
> = {
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withHealthCondition?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notAssessed?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  discharged?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StreamFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['StreamFigures'] = ResolversParentTypes['StreamFigures'],
> = {
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withHealthCondition?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notAssessed?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  discharged?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AreaFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AreaFigures'] = ResolversParentTypes['AreaFigures'],
> = {
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withHealthCondition?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notAssessed?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  discharged?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SourceFigures'] = ResolversParentTypes['SourceFigures'],
> = {
  channel?: Resolver<Maybe<ResolversTypes['ReferralChannel']>, ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withHealthCondition?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notAssessed?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  discharged?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoardFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['BoardFigures'] = ResolversParentTypes['BoardFigures'],
> = {
  board?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withHealthCondition?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notAssessed?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  discharged?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProviderFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProviderFigures'] = ResolversParentTypes['ProviderFigures'],
> = {
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  withHealthCondition?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  notAssessed?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  discharged?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DischargeFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DischargeFigures'] = ResolversParentTypes['DischargeFigures'],
> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DischargeKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DemandFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DemandFigures'] = ResolversParentTypes['DemandFigures'],
> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strand?: Resolver<ResolversTypes['Strand'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  integrated?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  external?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  declined?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  medianWaitDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RoleFigures'] = ResolversParentTypes['RoleFigures'],
> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  declined?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  medianWaitDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralFigures'] = ResolversParentTypes['ReferralFigures'],
> = {
  sent?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  bounced?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  bounceReasons?: Resolver<ReadonlyArray<ResolversTypes['BounceFigures']>, ParentType, ContextType>;
  contacted?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  medianDaysToFirstContact?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BounceFiguresResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['BounceFigures'] = ResolversParentTypes['BounceFigures'],
> = {
  reason?: Resolver<ResolversTypes['ReferralReason'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActingForResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ActingFor'] = ResolversParentTypes['ActingFor'],
> = {
  client?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  representative?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['RepresentativeAuthority'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  acts?: Resolver<ReadonlyArray<ResolversTypes['RepresentativeAct']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RepresentativeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Representative'] = ResolversParentTypes['Representative'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['RepresentativeAuthority'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  acts?: Resolver<ReadonlyArray<ResolversTypes['RepresentativeAct']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProxyActingResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProxyActing'] = ResolversParentTypes['ProxyActing'],
> = {
  authority?: Resolver<ResolversTypes['RepresentativeAuthority'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordRepresentativeResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RecordRepresentativeResult'] =
    ResolversParentTypes['RecordRepresentativeResult'],
> = {
  __resolveType: TypeResolveFn<'RepresentativeRecorded' | 'RepresentativeRefused', ParentType, ContextType>;
};

export type EndRepresentativeResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EndRepresentativeResult'] = ResolversParentTypes['EndRepresentativeResult'],
> = {
  __resolveType: TypeResolveFn<'RepresentativeEnded' | 'RepresentativeRefused', ParentType, ContextType>;
};

export type RepresentativeRecordedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RepresentativeRecorded'] = ResolversParentTypes['RepresentativeRecorded'],
> = {
  representative?: Resolver<ResolversTypes['Representative'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RepresentativeEndedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RepresentativeEnded'] = ResolversParentTypes['RepresentativeEnded'],
> = {
  representative?: Resolver<ResolversTypes['Representative'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RepresentativeRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RepresentativeRefused'] = ResolversParentTypes['RepresentativeRefused'],
> = {
  reason?: Resolver<ResolversTypes['RepresentativeRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface NhsNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NHSNumber'], any> {
  name: 'NHSNumber';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface FhirDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FHIRDateTime'], any> {
  name: 'FHIRDateTime';
}

export interface PenceScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Pence'], any> {
  name: 'Pence';
}

export interface UkPostcodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UKPostcode'], any> {
  name: 'UKPostcode';
}

export type ServicesNearResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServicesNearResult'] = ResolversParentTypes['ServicesNearResult'],
> = {
  __resolveType: TypeResolveFn<
    'ServicesNear' | 'NoServices' | 'DirectoryUnavailable' | 'Withheld' | 'Unavailable',
    ParentType,
    ContextType
  >;
};

export type ServicesNearResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServicesNear'] = ResolversParentTypes['ServicesNear'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceAtLocationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  read?: Resolver<ReadonlyArray<ResolversTypes['FactsRead']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['Withheld']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceAtLocationEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServiceAtLocationEdge'] = ResolversParentTypes['ServiceAtLocationEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServiceAtLocation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoServicesResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['NoServices'] = ResolversParentTypes['NoServices'],
> = {
  why?: Resolver<ResolversTypes['NoServicesReason'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DirectoryUnavailableResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DirectoryUnavailable'] = ResolversParentTypes['DirectoryUnavailable'],
> = {
  cause?: Resolver<ResolversTypes['UnavailableReason'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceAtLocationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServiceAtLocation'] = ResolversParentTypes['ServiceAtLocation'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  serviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['ServiceTerm']>, ParentType, ContextType>;
  eligibility?: Resolver<ResolversTypes['ServiceEligibility'], ParentType, ContextType>;
  distanceMetres?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  place?: Resolver<ResolversTypes['ServicePlace'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['ServiceContact'], ParentType, ContextType>;
  costs?: Resolver<ReadonlyArray<ResolversTypes['ServiceCost']>, ParentType, ContextType>;
  opening?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  alert?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assuredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  assuranceStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  entryIncomplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceTermResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServiceTerm'] = ResolversParentTypes['ServiceTerm'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxonomy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceEligibilityResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServiceEligibility'] = ResolversParentTypes['ServiceEligibility'],
> = {
  outcome?: Resolver<ResolversTypes['EligibilityOutcome'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['EligibilityReason']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingFact']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServicePlaceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServicePlace'] = ResolversParentTypes['ServicePlace'],
> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addressLines?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessibility?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceContactResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServiceContact'] = ResolversParentTypes['ServiceContact'],
> = {
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  people?: Resolver<ReadonlyArray<ResolversTypes['ServiceContactPerson']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceContactPersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServiceContactPerson'] = ResolversParentTypes['ServiceContactPerson'],
> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceCostResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ServiceCost'] = ResolversParentTypes['ServiceCost'],
> = {
  option?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Pence']>, ParentType, ContextType>;
  per?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseMomentumResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseMomentumResult'] = ResolversParentTypes['CaseMomentumResult'],
> = {
  __resolveType: TypeResolveFn<'CaseMomentum' | 'Withheld', ParentType, ContextType>;
};

export type CaseMomentumResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseMomentum'] = ResolversParentTypes['CaseMomentum'],
> = {
  attended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missedInARow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAttendedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  daysSinceLast?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  longestGapDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isFaltering?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseTimelineResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseTimelineResult'] = ResolversParentTypes['CaseTimelineResult'],
> = {
  __resolveType: TypeResolveFn<'CaseTimeline' | 'Withheld', ParentType, ContextType>;
};

export type CaseTimelineResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseTimeline'] = ResolversParentTypes['CaseTimeline'],
> = {
  events?: Resolver<ReadonlyArray<ResolversTypes['TimelineEvent']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['Withheld']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineEventResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TimelineEvent'] = ResolversParentTypes['TimelineEvent'],
> = {
  at?: Resolver<ResolversTypes['FHIRDateTime'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strand?: Resolver<Maybe<ResolversTypes['Strand']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseSessionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseSession'] = ResolversParentTypes['CaseSession'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SessionKind'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ContactMode'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hostedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deliveredBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SessionState'], ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseSessionConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseSessionConnection'] = ResolversParentTypes['CaseSessionConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CaseSessionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['Withheld']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseSessionEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseSessionEdge'] = ResolversParentTypes['CaseSessionEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CaseSession'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GroupSessionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['GroupSession'] = ResolversParentTypes['GroupSession'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ContactMode'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hostedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deliveredBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  placesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  roster?: Resolver<ReadonlyArray<ResolversTypes['Case']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GroupSessionConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['GroupSessionConnection'] = ResolversParentTypes['GroupSessionConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GroupSessionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GroupSessionEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['GroupSessionEdge'] = ResolversParentTypes['GroupSessionEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GroupSession'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SessionResult'] = ResolversParentTypes['SessionResult'],
> = {
  __resolveType: TypeResolveFn<'SessionStored' | 'CaseRefused', ParentType, ContextType>;
};

export type ScheduleGroupSessionsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ScheduleGroupSessionsResult'] =
    ResolversParentTypes['ScheduleGroupSessionsResult'],
> = {
  __resolveType: TypeResolveFn<'GroupSessionsScheduled' | 'CaseRefused', ParentType, ContextType>;
};

export type SessionStoredResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SessionStored'] = ResolversParentTypes['SessionStored'],
> = {
  session?: Resolver<ResolversTypes['CaseSession'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GroupSessionsScheduledResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['GroupSessionsScheduled'] = ResolversParentTypes['GroupSessionsScheduled'],
> = {
  sessions?: Resolver<ReadonlyArray<ResolversTypes['GroupSession']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReferralsResult'] = ResolversParentTypes['ReferralsResult'],
> = {
  __resolveType: TypeResolveFn<'Referrals' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type SupportResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SupportResult'] = ResolversParentTypes['SupportResult'],
> = {
  __resolveType: TypeResolveFn<'Support' | 'NoRecord' | 'Withheld' | 'Unavailable', ParentType, ContextType>;
};

export type ReferralsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Referrals'] = ResolversParentTypes['Referrals'],
> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Referral']>, ParentType, ContextType, Partial<ReferralsItemsArgs>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferralResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'],
> = {
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  referredBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SupportResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Support'] = ResolversParentTypes['Support'],
> = {
  cases?: Resolver<ReadonlyArray<ResolversTypes['SupportCase']>, ParentType, ContextType, Partial<SupportCasesArgs>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['CorrectionRequest']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SupportCaseResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SupportCase'] = ResolversParentTypes['SupportCase'],
> = {
  programme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coachName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  plannedEndOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  goals?: Resolver<ReadonlyArray<ResolversTypes['Goal']>, ParentType, ContextType>;
  sessions?: Resolver<
    ReadonlyArray<ResolversTypes['SupportSession']>,
    ParentType,
    ContextType,
    Partial<SupportCaseSessionsArgs>
  >;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GoalResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Goal'] = ResolversParentTypes['Goal'],
> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SupportSessionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SupportSession'] = ResolversParentTypes['SupportSession'],
> = {
  heldAt?: Resolver<Maybe<ResolversTypes['FHIRDateTime']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attended?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  venue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locationWithheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaskKind'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaskState'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcomes?: Resolver<ReadonlyArray<ResolversTypes['TaskOutcome']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['TaskOutcome']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['TaskMove']>, ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  details?: Resolver<ResolversTypes['TaskDetailsResult'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskDetailsResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TaskDetailsResult'] = ResolversParentTypes['TaskDetailsResult'],
> = {
  __resolveType: TypeResolveFn<
    | 'EmergencyAccessReview'
    | 'MatchReview'
    | 'ReferralOverdue'
    | 'ReferralNotDelivered'
    | 'WithdrawnConsent'
    | 'CaseDue'
    | 'PlaceFree'
    | 'RecordsMerged'
    | 'AskedCorrection'
    | 'CorrectedRecord'
    | 'SuspectedProbing'
    | 'Withheld',
    ParentType,
    ContextType
  >;
};

export type SuspectedProbingResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SuspectedProbing'] = ResolversParentTypes['SuspectedProbing'],
> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  misses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectedRecordResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CorrectedRecord'] = ResolversParentTypes['CorrectedRecord'],
> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  correctedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmergencyAccessReviewResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['EmergencyAccessReview'] = ResolversParentTypes['EmergencyAccessReview'],
> = {
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAs?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  emergencyReason?: Resolver<ResolversTypes['EmergencyReason'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordsMergedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RecordsMerged'] = ResolversParentTypes['RecordsMerged'],
> = {
  link?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mergedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AskedCorrectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AskedCorrection'] = ResolversParentTypes['AskedCorrection'],
> = {
  correction?: Resolver<ResolversTypes['CorrectionRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawnConsentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WithdrawnConsent'] = ResolversParentTypes['WithdrawnConsent'],
> = {
  consent?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  withdrawnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseDueResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseDue'] = ResolversParentTypes['CaseDue'],
> = {
  case?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  employerCase?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  clock?: Resolver<ResolversTypes['CaseClock'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaceFreeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PlaceFree'] = ResolversParentTypes['PlaceFree'],
> = {
  referral?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  freeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskMoveResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TaskMove'] = ResolversParentTypes['TaskMove'],
> = {
  what?: Resolver<ResolversTypes['TaskMoveKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompleteTaskResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CompleteTaskResult'] = ResolversParentTypes['CompleteTaskResult'],
> = {
  __resolveType: TypeResolveFn<'TaskCompleted' | 'TaskRefused', ParentType, ContextType>;
};

export type ReassignTaskResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ReassignTaskResult'] = ResolversParentTypes['ReassignTaskResult'],
> = {
  __resolveType: TypeResolveFn<'TaskReassigned' | 'TaskRefused', ParentType, ContextType>;
};

export type TaskCompletedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TaskCompleted'] = ResolversParentTypes['TaskCompleted'],
> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskReassignedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TaskReassigned'] = ResolversParentTypes['TaskReassigned'],
> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskRefusedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TaskRefused'] = ResolversParentTypes['TaskRefused'],
> = {
  reason?: Resolver<ResolversTypes['TaskRefusalReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Viewer?: ViewerResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Client?: ClientResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  WorkplaceAdjustmentsResult?: WorkplaceAdjustmentsResultResolvers<ContextType>;
  WorkplaceAdjustments?: WorkplaceAdjustmentsResolvers<ContextType>;
  WorkplaceAdjustment?: WorkplaceAdjustmentResolvers<ContextType>;
  AdjustmentEvent?: AdjustmentEventResolvers<ContextType>;
  AdjustmentResult?: AdjustmentResultResolvers<ContextType>;
  AdjustmentRecorded?: AdjustmentRecordedResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  DisclosureConnection?: DisclosureConnectionResolvers<ContextType>;
  DisclosureEdge?: DisclosureEdgeResolvers<ContextType>;
  DisclosureRecord?: DisclosureRecordResolvers<ContextType>;
  DisclosureLine?: DisclosureLineResolvers<ContextType>;
  BenefitsResult?: BenefitsResultResolvers<ContextType>;
  ConditionalityResult?: ConditionalityResultResolvers<ContextType>;
  Benefits?: BenefitsResolvers<ContextType>;
  BenefitClaim?: BenefitClaimResolvers<ContextType>;
  BenefitAward?: BenefitAwardResolvers<ContextType>;
  Conditionality?: ConditionalityResolvers<ContextType>;
  ConditionalityRegime?: ConditionalityRegimeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  CaseProgressResult?: CaseProgressResultResolvers<ContextType>;
  CaseAssessmentsResult?: CaseAssessmentsResultResolvers<ContextType>;
  CasePlanResult?: CasePlanResultResolvers<ContextType>;
  CaseInterventionsResult?: CaseInterventionsResultResolvers<ContextType>;
  CaseNeedsResult?: CaseNeedsResultResolvers<ContextType>;
  CaseSnapshotsResult?: CaseSnapshotsResultResolvers<ContextType>;
  CaseProgress?: CaseProgressResolvers<ContextType>;
  AccountablePerson?: AccountablePersonResolvers<ContextType>;
  CaseExtension?: CaseExtensionResolvers<ContextType>;
  CaseDischarge?: CaseDischargeResolvers<ContextType>;
  CaseAssessments?: CaseAssessmentsResolvers<ContextType>;
  CaseAssessment?: CaseAssessmentResolvers<ContextType>;
  CaseBarrier?: CaseBarrierResolvers<ContextType>;
  CaseAssessmentDomain?: CaseAssessmentDomainResolvers<ContextType>;
  CasePlan?: CasePlanResolvers<ContextType>;
  CasePlanVersion?: CasePlanVersionResolvers<ContextType>;
  CaseGoal?: CaseGoalResolvers<ContextType>;
  CaseAction?: CaseActionResolvers<ContextType>;
  CaseInterventions?: CaseInterventionsResolvers<ContextType>;
  CaseIntervention?: CaseInterventionResolvers<ContextType>;
  CaseNeeds?: CaseNeedsResolvers<ContextType>;
  CaseSafeContact?: CaseSafeContactResolvers<ContextType>;
  CaseSnapshots?: CaseSnapshotsResolvers<ContextType>;
  EmploymentSnapshot?: EmploymentSnapshotResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  CaseEdge?: CaseEdgeResolvers<ContextType>;
  VersionChangeConnection?: VersionChangeConnectionResolvers<ContextType>;
  VersionChangeEdge?: VersionChangeEdgeResolvers<ContextType>;
  VersionChange?: VersionChangeResolvers<ContextType>;
  VersionDifference?: VersionDifferenceResolvers<ContextType>;
  CaseResult?: CaseResultResolvers<ContextType>;
  DischargeCasesResult?: DischargeCasesResultResolvers<ContextType>;
  CaseChanged?: CaseChangedResolvers<ContextType>;
  CasesDischarged?: CasesDischargedResolvers<ContextType>;
  CaseRefused?: CaseRefusedResolvers<ContextType>;
  ClientConnection?: ClientConnectionResolvers<ContextType>;
  ClientEdge?: ClientEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ImportConsentResult?: ImportConsentResultResolvers<ContextType>;
  ConsentImported?: ConsentImportedResolvers<ContextType>;
  RepresentationProposed?: RepresentationProposedResolvers<ContextType>;
  ProposedRepresentative?: ProposedRepresentativeResolvers<ContextType>;
  ConsentNotRead?: ConsentNotReadResolvers<ContextType>;
  ConsentFault?: ConsentFaultResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentRecipient?: ConsentRecipientResolvers<ContextType>;
  ConsentPerson?: ConsentPersonResolvers<ContextType>;
  ConsentException?: ConsentExceptionResolvers<ContextType>;
  ConsentRequest?: ConsentRequestResolvers<ContextType>;
  ConsentEvidence?: ConsentEvidenceResolvers<ContextType>;
  ActedFor?: ActedForResolvers<ContextType>;
  CompleteConsentRequestResult?: CompleteConsentRequestResultResolvers<ContextType>;
  ConsentRequestCompleted?: ConsentRequestCompletedResolvers<ContextType>;
  RecordConsentResult?: RecordConsentResultResolvers<ContextType>;
  WithdrawConsentResult?: WithdrawConsentResultResolvers<ContextType>;
  ConsentRecorded?: ConsentRecordedResolvers<ContextType>;
  ConsentWithdrawn?: ConsentWithdrawnResolvers<ContextType>;
  ConsentRefused?: ConsentRefusedResolvers<ContextType>;
  WithdrawalReceipt?: WithdrawalReceiptResolvers<ContextType>;
  FeedEnd?: FeedEndResolvers<ContextType>;
  RemainingAccess?: RemainingAccessResolvers<ContextType>;
  CorrectionRequestConnection?: CorrectionRequestConnectionResolvers<ContextType>;
  CorrectionRequestEdge?: CorrectionRequestEdgeResolvers<ContextType>;
  CorrectionRequest?: CorrectionRequestResolvers<ContextType>;
  CorrectionStep?: CorrectionStepResolvers<ContextType>;
  RequestCorrectionResult?: RequestCorrectionResultResolvers<ContextType>;
  AnswerCorrectionResult?: AnswerCorrectionResultResolvers<ContextType>;
  CorrectionRequested?: CorrectionRequestedResolvers<ContextType>;
  CorrectionAnswered?: CorrectionAnsweredResolvers<ContextType>;
  CorrectionRefused?: CorrectionRefusedResolvers<ContextType>;
  DemographicsResult?: DemographicsResultResolvers<ContextType>;
  ContactResult?: ContactResultResolvers<ContextType>;
  Demographics?: DemographicsResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  ContactPoint?: ContactPointResolvers<ContextType>;
  ContactPreference?: ContactPreferenceResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  SourceStatus?: SourceStatusResolvers<ContextType>;
  NoRecord?: NoRecordResolvers<ContextType>;
  Withheld?: WithheldResolvers<ContextType>;
  Unavailable?: UnavailableResolvers<ContextType>;
  Coding?: CodingResolvers<ContextType>;
  CodeableConcept?: CodeableConceptResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  EmergencyAccess?: EmergencyAccessResolvers<ContextType>;
  OpenEmergencyAccessResult?: OpenEmergencyAccessResultResolvers<ContextType>;
  CloseEmergencyAccessResult?: CloseEmergencyAccessResultResolvers<ContextType>;
  EmergencyAccessOpened?: EmergencyAccessOpenedResolvers<ContextType>;
  EmergencyAccessClosed?: EmergencyAccessClosedResolvers<ContextType>;
  EmergencyAccessRefused?: EmergencyAccessRefusedResolvers<ContextType>;
  EmployerCase?: EmployerCaseResolvers<ContextType>;
  EmployerCaseClock?: EmployerCaseClockResolvers<ContextType>;
  EmployerCaseExtension?: EmployerCaseExtensionResolvers<ContextType>;
  EmployerCaseDischarge?: EmployerCaseDischargeResolvers<ContextType>;
  EmployerCaseConnection?: EmployerCaseConnectionResolvers<ContextType>;
  EmployerCaseEdge?: EmployerCaseEdgeResolvers<ContextType>;
  EmployerCaseResult?: EmployerCaseResultResolvers<ContextType>;
  EmployerCaseStored?: EmployerCaseStoredResolvers<ContextType>;
  EmployerConnection?: EmployerConnectionResolvers<ContextType>;
  EmployerEdge?: EmployerEdgeResolvers<ContextType>;
  Employer?: EmployerResolvers<ContextType>;
  StaffSupported?: StaffSupportedResolvers<ContextType>;
  SupportedPerson?: SupportedPersonResolvers<ContextType>;
  EmployerEnquiryConnection?: EmployerEnquiryConnectionResolvers<ContextType>;
  EmployerEnquiryEdge?: EmployerEnquiryEdgeResolvers<ContextType>;
  EmployerEnquiry?: EmployerEnquiryResolvers<ContextType>;
  EmployerAdvice?: EmployerAdviceResolvers<ContextType>;
  EmployerResult?: EmployerResultResolvers<ContextType>;
  EmployerEnquiryResult?: EmployerEnquiryResultResolvers<ContextType>;
  SupportedStaffResult?: SupportedStaffResultResolvers<ContextType>;
  EmployerRecorded?: EmployerRecordedResolvers<ContextType>;
  EmployerEnquiryRecorded?: EmployerEnquiryRecordedResolvers<ContextType>;
  SupportedStaffRecorded?: SupportedStaffRecordedResolvers<ContextType>;
  EmployerRefused?: EmployerRefusedResolvers<ContextType>;
  WorkStatusResult?: WorkStatusResultResolvers<ContextType>;
  EmploymentResult?: EmploymentResultResolvers<ContextType>;
  WorkStatus?: WorkStatusResolvers<ContextType>;
  WorkStatusStatement?: WorkStatusStatementResolvers<ContextType>;
  Employment?: EmploymentResolvers<ContextType>;
  EmploymentSpell?: EmploymentSpellResolvers<ContextType>;
  Absence?: AbsenceResolvers<ContextType>;
  AccessExplanation?: AccessExplanationResolvers<ContextType>;
  AccessChange?: AccessChangeResolvers<ContextType>;
  AccessStep?: AccessStepResolvers<ContextType>;
  PastSight?: PastSightResolvers<ContextType>;
  PastSightOfCategory?: PastSightOfCategoryResolvers<ContextType>;
  FitNotesResult?: FitNotesResultResolvers<ContextType>;
  ConditionsResult?: ConditionsResultResolvers<ContextType>;
  MeasuresResult?: MeasuresResultResolvers<ContextType>;
  ObservationsResult?: ObservationsResultResolvers<ContextType>;
  AppointmentsResult?: AppointmentsResultResolvers<ContextType>;
  EncountersResult?: EncountersResultResolvers<ContextType>;
  FitNotes?: FitNotesResolvers<ContextType>;
  FitNote?: FitNoteResolvers<ContextType>;
  Conditions?: ConditionsResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  Measures?: MeasuresResolvers<ContextType>;
  MeasureScore?: MeasureScoreResolvers<ContextType>;
  Observations?: ObservationsResolvers<ContextType>;
  Observation?: ObservationResolvers<ContextType>;
  ObservationComponent?: ObservationComponentResolvers<ContextType>;
  ObservationValue?: ObservationValueResolvers<ContextType>;
  Appointments?: AppointmentsResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  Encounters?: EncountersResolvers<ContextType>;
  Encounter?: EncounterResolvers<ContextType>;
  AccessHistoryConnection?: AccessHistoryConnectionResolvers<ContextType>;
  AccessHistoryEdge?: AccessHistoryEdgeResolvers<ContextType>;
  AccessHistoryEntry?: AccessHistoryEntryResolvers<ContextType>;
  AccessReceipt?: AccessReceiptResolvers<ContextType>;
  LedgerHead?: LedgerHeadResolvers<ContextType>;
  DelayAccessHistoryResult?: DelayAccessHistoryResultResolvers<ContextType>;
  AccessHistoryDelayed?: AccessHistoryDelayedResolvers<ContextType>;
  DelayAccessHistoryRefused?: DelayAccessHistoryRefusedResolvers<ContextType>;
  ClientLink?: ClientLinkResolvers<ContextType>;
  LinkDisclosureConnection?: LinkDisclosureConnectionResolvers<ContextType>;
  LinkDisclosureEdge?: LinkDisclosureEdgeResolvers<ContextType>;
  LinkDisclosure?: LinkDisclosureResolvers<ContextType>;
  UnlinkResult?: UnlinkResultResolvers<ContextType>;
  Unlinked?: UnlinkedResolvers<ContextType>;
  LinkRefused?: LinkRefusedResolvers<ContextType>;
  RequestTraceResult?: RequestTraceResultResolvers<ContextType>;
  DecideMatchResult?: DecideMatchResultResolvers<ContextType>;
  TraceRequested?: TraceRequestedResolvers<ContextType>;
  MatchDecided?: MatchDecidedResolvers<ContextType>;
  MatchRefused?: MatchRefusedResolvers<ContextType>;
  MatchReview?: MatchReviewResolvers<ContextType>;
  MatchFieldValue?: MatchFieldValueResolvers<ContextType>;
  MatchWaterfall?: MatchWaterfallResolvers<ContextType>;
  MatchStep?: MatchStepResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  PolicyChangeReport?: PolicyChangeReportResolvers<ContextType>;
  PolicyChange?: PolicyChangeResolvers<ContextType>;
  PreviewConsentResult?: PreviewConsentResultResolvers<ContextType>;
  ConsentDiffResult?: ConsentDiffResultResolvers<ContextType>;
  ConsentPreview?: ConsentPreviewResolvers<ContextType>;
  PreviewedReads?: PreviewedReadsResolvers<ContextType>;
  ConsentDiff?: ConsentDiffResolvers<ContextType>;
  EffectChange?: EffectChangeResolvers<ContextType>;
  Sight?: SightResolvers<ContextType>;
  SightPeriod?: SightPeriodResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ProgrammeBrand?: ProgrammeBrandResolvers<ContextType>;
  ProgrammeWords?: ProgrammeWordsResolvers<ContextType>;
  ProgrammePartner?: ProgrammePartnerResolvers<ContextType>;
  Accreditation?: AccreditationResolvers<ContextType>;
  ProgrammeArea?: ProgrammeAreaResolvers<ContextType>;
  ProgrammeChannel?: ProgrammeChannelResolvers<ContextType>;
  ProgrammeStream?: ProgrammeStreamResolvers<ContextType>;
  EligibilityCriterion?: EligibilityCriterionResolvers<ContextType>;
  EligibilityAlternative?: EligibilityAlternativeResolvers<ContextType>;
  PlannedEnd?: PlannedEndResolvers<ContextType>;
  ProgrammeDuration?: ProgrammeDurationResolvers<ContextType>;
  ProgrammeClocks?: ProgrammeClocksResolvers<ContextType>;
  ProgrammeExtensions?: ProgrammeExtensionsResolvers<ContextType>;
  ProgrammeCode?: ProgrammeCodeResolvers<ContextType>;
  ProgrammeRole?: ProgrammeRoleResolvers<ContextType>;
  ProgrammeStrandCode?: ProgrammeStrandCodeResolvers<ContextType>;
  ProgrammePlanType?: ProgrammePlanTypeResolvers<ContextType>;
  ProgrammeSupportCategory?: ProgrammeSupportCategoryResolvers<ContextType>;
  ProgrammeMeasure?: ProgrammeMeasureResolvers<ContextType>;
  ProgrammeDischargeReason?: ProgrammeDischargeReasonResolvers<ContextType>;
  ProgrammeCapacity?: ProgrammeCapacityResolvers<ContextType>;
  EligibilityFact?: EligibilityFactResolvers<ContextType>;
  Eligibility?: EligibilityResolvers<ContextType>;
  FactsRead?: FactsReadResolvers<ContextType>;
  StreamEligibility?: StreamEligibilityResolvers<ContextType>;
  EligibilityReason?: EligibilityReasonResolvers<ContextType>;
  MissingFact?: MissingFactResolvers<ContextType>;
  TrackedReferral?: TrackedReferralResolvers<ContextType>;
  OpenReferralMove?: OpenReferralMoveResolvers<ContextType>;
  ReferralProgressResult?: ReferralProgressResultResolvers<ContextType>;
  ReferralContentResult?: ReferralContentResultResolvers<ContextType>;
  ReferralHealthResult?: ReferralHealthResultResolvers<ContextType>;
  ReferralDuplicatesResult?: ReferralDuplicatesResultResolvers<ContextType>;
  ReferralProgress?: ReferralProgressResolvers<ContextType>;
  ReferralStreaming?: ReferralStreamingResolvers<ContextType>;
  ReferralClockReading?: ReferralClockReadingResolvers<ContextType>;
  ReferralEvent?: ReferralEventResolvers<ContextType>;
  ReferralDelivery?: ReferralDeliveryResolvers<ContextType>;
  ReferralContent?: ReferralContentResolvers<ContextType>;
  ReferralHealth?: ReferralHealthResolvers<ContextType>;
  ReferralHealthItem?: ReferralHealthItemResolvers<ContextType>;
  ReferredPerson?: ReferredPersonResolvers<ContextType>;
  SafeContact?: SafeContactResolvers<ContextType>;
  ReferralSharing?: ReferralSharingResolvers<ContextType>;
  ReferralDuplicates?: ReferralDuplicatesResolvers<ContextType>;
  TrackedReferralConnection?: TrackedReferralConnectionResolvers<ContextType>;
  TrackedReferralEdge?: TrackedReferralEdgeResolvers<ContextType>;
  ReferralConversation?: ReferralConversationResolvers<ContextType>;
  CapacityAnswer?: CapacityAnswerResolvers<ContextType>;
  SubmitReferralResult?: SubmitReferralResultResolvers<ContextType>;
  MoveReferralResult?: MoveReferralResultResolvers<ContextType>;
  ReportCapacityResult?: ReportCapacityResultResolvers<ContextType>;
  ReferralSubmitted?: ReferralSubmittedResolvers<ContextType>;
  ReferralMoved?: ReferralMovedResolvers<ContextType>;
  CapacityReported?: CapacityReportedResolvers<ContextType>;
  ReferralRefused?: ReferralRefusedResolvers<ContextType>;
  ReferralOverdue?: ReferralOverdueResolvers<ContextType>;
  ReferralNotDelivered?: ReferralNotDeliveredResolvers<ContextType>;
  Figure?: FigureResolvers<ContextType>;
  CaseloadReport?: CaseloadReportResolvers<ContextType>;
  RateFigures?: RateFiguresResolvers<ContextType>;
  BarrierFigures?: BarrierFiguresResolvers<ContextType>;
  MonthFigures?: MonthFiguresResolvers<ContextType>;
  StreamFigures?: StreamFiguresResolvers<ContextType>;
  AreaFigures?: AreaFiguresResolvers<ContextType>;
  SourceFigures?: SourceFiguresResolvers<ContextType>;
  BoardFigures?: BoardFiguresResolvers<ContextType>;
  ProviderFigures?: ProviderFiguresResolvers<ContextType>;
  DischargeFigures?: DischargeFiguresResolvers<ContextType>;
  DemandFigures?: DemandFiguresResolvers<ContextType>;
  RoleFigures?: RoleFiguresResolvers<ContextType>;
  ReferralFigures?: ReferralFiguresResolvers<ContextType>;
  BounceFigures?: BounceFiguresResolvers<ContextType>;
  ActingFor?: ActingForResolvers<ContextType>;
  Representative?: RepresentativeResolvers<ContextType>;
  ProxyActing?: ProxyActingResolvers<ContextType>;
  RecordRepresentativeResult?: RecordRepresentativeResultResolvers<ContextType>;
  EndRepresentativeResult?: EndRepresentativeResultResolvers<ContextType>;
  RepresentativeRecorded?: RepresentativeRecordedResolvers<ContextType>;
  RepresentativeEnded?: RepresentativeEndedResolvers<ContextType>;
  RepresentativeRefused?: RepresentativeRefusedResolvers<ContextType>;
  NHSNumber?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  FHIRDateTime?: GraphQLScalarType;
  Pence?: GraphQLScalarType;
  UKPostcode?: GraphQLScalarType;
  ServicesNearResult?: ServicesNearResultResolvers<ContextType>;
  ServicesNear?: ServicesNearResolvers<ContextType>;
  ServiceAtLocationEdge?: ServiceAtLocationEdgeResolvers<ContextType>;
  NoServices?: NoServicesResolvers<ContextType>;
  DirectoryUnavailable?: DirectoryUnavailableResolvers<ContextType>;
  ServiceAtLocation?: ServiceAtLocationResolvers<ContextType>;
  ServiceTerm?: ServiceTermResolvers<ContextType>;
  ServiceEligibility?: ServiceEligibilityResolvers<ContextType>;
  ServicePlace?: ServicePlaceResolvers<ContextType>;
  ServiceContact?: ServiceContactResolvers<ContextType>;
  ServiceContactPerson?: ServiceContactPersonResolvers<ContextType>;
  ServiceCost?: ServiceCostResolvers<ContextType>;
  CaseMomentumResult?: CaseMomentumResultResolvers<ContextType>;
  CaseMomentum?: CaseMomentumResolvers<ContextType>;
  CaseTimelineResult?: CaseTimelineResultResolvers<ContextType>;
  CaseTimeline?: CaseTimelineResolvers<ContextType>;
  TimelineEvent?: TimelineEventResolvers<ContextType>;
  CaseSession?: CaseSessionResolvers<ContextType>;
  CaseSessionConnection?: CaseSessionConnectionResolvers<ContextType>;
  CaseSessionEdge?: CaseSessionEdgeResolvers<ContextType>;
  GroupSession?: GroupSessionResolvers<ContextType>;
  GroupSessionConnection?: GroupSessionConnectionResolvers<ContextType>;
  GroupSessionEdge?: GroupSessionEdgeResolvers<ContextType>;
  SessionResult?: SessionResultResolvers<ContextType>;
  ScheduleGroupSessionsResult?: ScheduleGroupSessionsResultResolvers<ContextType>;
  SessionStored?: SessionStoredResolvers<ContextType>;
  GroupSessionsScheduled?: GroupSessionsScheduledResolvers<ContextType>;
  ReferralsResult?: ReferralsResultResolvers<ContextType>;
  SupportResult?: SupportResultResolvers<ContextType>;
  Referrals?: ReferralsResolvers<ContextType>;
  Referral?: ReferralResolvers<ContextType>;
  Support?: SupportResolvers<ContextType>;
  SupportCase?: SupportCaseResolvers<ContextType>;
  Goal?: GoalResolvers<ContextType>;
  SupportSession?: SupportSessionResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskDetailsResult?: TaskDetailsResultResolvers<ContextType>;
  SuspectedProbing?: SuspectedProbingResolvers<ContextType>;
  CorrectedRecord?: CorrectedRecordResolvers<ContextType>;
  EmergencyAccessReview?: EmergencyAccessReviewResolvers<ContextType>;
  RecordsMerged?: RecordsMergedResolvers<ContextType>;
  AskedCorrection?: AskedCorrectionResolvers<ContextType>;
  WithdrawnConsent?: WithdrawnConsentResolvers<ContextType>;
  CaseDue?: CaseDueResolvers<ContextType>;
  PlaceFree?: PlaceFreeResolvers<ContextType>;
  TaskMove?: TaskMoveResolvers<ContextType>;
  CompleteTaskResult?: CompleteTaskResultResolvers<ContextType>;
  ReassignTaskResult?: ReassignTaskResultResolvers<ContextType>;
  TaskCompleted?: TaskCompletedResolvers<ContextType>;
  TaskReassigned?: TaskReassignedResolvers<ContextType>;
  TaskRefused?: TaskRefusedResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  key?: KeyDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  disclose?: DiscloseDirectiveResolver<any, any, ContextType>;
  location?: LocationDirectiveResolver<any, any, ContextType>;
};
