/** One case as the hub keeps it: one document is the unit of change, with its history, assessments, plans and actions inside it. */
import type { Audience, ClientId, OrganisationId } from '../access/types.js';
import type { ContactMode, ReferralChannel, SnapshotPoint, Strand } from '../programme/words.js';
import type { Sealed } from '../store/documents.js';
import type { Stored } from '../store/port.js';
import type { BarrierCode } from './barriers.js';
import type { DueClock } from './case-due.js';
import type { CaseGround } from './case-relation.js';
import type {
  CaseEntry,
  CaseEventKind,
  CaseStatus,
  EmploymentStatusCode,
  GoalKind,
  InterventionState,
  ProgressState,
} from './words.js';

export interface CaseDocument extends Stored {
  /** UUID. */
  readonly id: string;
  readonly clientId: ClientId;
  /** Who runs the case. */
  readonly organisation: OrganisationId;
  readonly programme: string;
  /** The version of the programme that it began under, and stays on. */
  readonly programmeVersion: string;
  readonly stream: string;
  readonly area: string;
  /** UUID of the referral that it came from, and the way by which that came in. */
  readonly referral?: string;
  readonly channel?: ReferralChannel;
  readonly status: CaseStatus;
  readonly entry: CaseEntry;
  /** Unique: a person has one open case in a programme with an organisation. Ended ones are in nobody's way. */
  readonly slot: string;
  /** ISO instant. */
  readonly openedAt: string;
  /** Sealed `KnownFacts`: what eligibility was decided on. */
  readonly facts: Sealed;
  /** Subject of whoever is accountable now. */
  readonly manager: string;
  /** Everybody who was, oldest first; the last one has no `until`. */
  readonly managers: readonly Accountable[];
  /** ISO day; `never` where the programme is open-ended. */
  readonly plannedEndOn: string;
  /** ISO day on which the watch looks at its clocks again; `never` once it is closed and all that follows is done. */
  readonly nextLookOn: string;
  /** Clocks that ran out and of which somebody may have a task; absent before the first. */
  readonly raised?: readonly DueClock[];
  /** What is still to be done about who works with the person; absent where nothing is. */
  readonly ground?: CaseGround;
  readonly extensions: readonly Extension[];
  /** Each point stands once and is never written again. */
  readonly snapshots: readonly Snapshot[];
  readonly assessments: readonly Version[];
  readonly plans: readonly Version[];
  readonly actions: readonly Action[];
  readonly interventions: readonly Intervention[];
  /** Sealed `Needs`. */
  readonly needs?: Sealed;
  readonly discharge?: Discharge;
  readonly history: readonly CaseEvent[];
  /** `<organisation>:<subject>:<key>` of the opening; unique. */
  readonly idempotencyKey: string;
  readonly inputDigest: string;
}

export interface Actor {
  readonly subject: string;
  readonly organisation: OrganisationId;
  readonly audience: Audience;
}

export interface Accountable {
  readonly subject: string;
  /** A role of the programme that is accountable for cases. */
  readonly role: string;
  readonly from: string;
  readonly until?: string;
  /** Why the one before handed over: free text. */
  readonly reason?: Sealed;
}

export interface Extension {
  readonly at: string;
  /** A reason of the programme. */
  readonly reason: string;
  readonly from: string;
  readonly to: string;
}

export interface Snapshot {
  readonly point: SnapshotPoint;
  /** The day that it speaks of. */
  readonly on: string;
  readonly recordedAt: string;
  readonly employmentStatus: EmploymentStatusCode;
  readonly hoursPerWeek?: number;
  /** Off sick, for somebody in work. */
  readonly absent?: boolean;
  /** ISO day on which the absence began (HWS-26). */
  readonly absentSince?: string;
  readonly daysAbsent?: number;
}

/** One version of an assessment or a plan: sealed, because it tells of health. */
export interface Version {
  readonly number: number;
  readonly at: string;
  readonly by: Actor;
  readonly content: Sealed;
  /** Of an assessment: the person had been assessed in another case not long before, whoever ran it (HWS-35). For figures alone. */
  readonly repeats?: true;
}

/** What an assessment says; the content of a `Version`. */
export interface Assessment {
  readonly mainBarrier: BarrierCode;
  readonly otherBarriers: readonly BarrierCode[];
  readonly domains: readonly { readonly domain: string; readonly findings: string; readonly score?: number }[];
}

/** What a plan says: goals of both journeys side by side. */
export interface Plan {
  readonly type: string;
  readonly goals: readonly {
    readonly kind: GoalKind;
    readonly description: string;
    readonly state: ProgressState;
    readonly dueOn?: string;
    /** 0 to 10: how sure the person is (HT-12). */
    readonly confidence?: number;
  }[];
}

/** Something that one organisation of either sector has taken on, and the others can see (WL-17). */
export interface Action {
  readonly id: string;
  readonly description: Sealed;
  readonly strand: Strand;
  readonly owner: OrganisationId;
  readonly dueOn?: string;
  readonly state: ProgressState;
  readonly changedAt: string;
}

/** Support that somebody gives: fast-tracked, inside the service or outside it. */
export interface Intervention {
  readonly id: string;
  /** A support category of the programme. */
  readonly category: string;
  /** Who gives it, in words: it can tell where the person goes. */
  readonly provider: Sealed;
  /** Given inside the service, and not by referral to an outside provider (WL-28). */
  readonly integrated: boolean;
  /** What it is to help with (WW-13). */
  readonly barrier?: BarrierCode;
  readonly state: InterventionState;
  readonly requestedOn: string;
  readonly acceptedOn?: string;
  readonly firstAttendedOn?: string;
  readonly completedOn?: string;
}

/** How the person can be reached without harm, and what they need in order to take part; sealed. */
export interface Needs {
  readonly safeContact?: {
    readonly mode: ContactMode;
    readonly address?: string;
    readonly mayLeaveMessage: boolean;
    readonly times?: string;
    readonly note?: string;
  };
  readonly access: readonly string[];
  /** Whether researchers may ask the person, which is another question than care (X-20, HWS-33). */
  readonly mayContactForResearch: boolean;
}

export interface Discharge {
  readonly on: string;
  /** A reason of the programme. */
  readonly reason: string;
  /** Where the person goes on to, in words. */
  readonly destination?: Sealed;
  /** The bulk discharge that it was part of. */
  readonly bulk?: string;
}

export interface CaseEvent {
  readonly kind: CaseEventKind;
  readonly at: string;
  readonly by: Actor;
  readonly key: string;
  readonly inputDigest: string;
}
