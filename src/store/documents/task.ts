import type { Audience, ClientId, OrganisationId } from '../../access/types.js';
import type { Sealed } from '../documents.js';
import type { Stored } from '../port.js';

/** The work that only a person can do, by kind. What each kind means stands in `src/task/kinds.ts`. */
export const taskKinds = [
  'EMERGENCY_ACCESS_REVIEW',
  'MATCH_REVIEW',
  'REFERRAL_OVERDUE',
  'REFERRAL_NOT_DELIVERED',
  'CONSENT_WITHDRAWN',
  'CASE_DUE',
  'PLACE_FREE',
  'RECORDS_MERGED',
  'CORRECTION_REQUESTED',
  'RECORD_CORRECTED',
  'PROBING_SUSPECTED',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** How a task can end. Which of them a kind allows stands in `src/task/kinds.ts`. */
export const taskOutcomes = [
  'JUSTIFIED',
  'NOT_JUSTIFIED',
  'LINKED',
  'NOT_SAME',
  'FOLLOWED_UP',
  'NOTHING_TO_DO',
  'CORRECTED',
  'NOT_CORRECTED',
] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

export const taskStates = ['OPEN', 'ESCALATED', 'COMPLETED'] as const;
export type TaskState = (typeof taskStates)[number];

/** Whose queue a task stands in: everyone of one organisation who plays one part. */
export interface TaskOwner {
  readonly organisation: OrganisationId;
  readonly audience: Audience;
}

/** One person, as their token named them. */
export interface TaskPerson {
  readonly organisation: OrganisationId;
  readonly subject: string;
}

/** What happened to a task, oldest first. */
export interface TaskMove {
  readonly what: 'RAISED' | 'ESCALATED' | 'REASSIGNED' | 'COMPLETED';
  /** ISO instant. */
  readonly at: string;
  /** Whose it was from then on; at the end, whose it was. */
  readonly owner: TaskOwner;
  /** Absent where the hub did it by itself. */
  readonly by?: TaskPerson;
  /** Sealed: free text of a person. */
  readonly reason?: Sealed;
  /** REASSIGNED: `<organisation>:<subject>:<key>` of the mutation that did it. */
  readonly key?: string;
}

/** One thing that a person must do. One document from the day it is raised to the day it is done. */
export interface TaskDocument extends Stored {
  readonly kind: TaskKind;
  /** `<kind>:<what it is about>`; unique, so that raising twice is once. */
  readonly dedupeKey: string;
  readonly organisation: OrganisationId;
  readonly audience: Audience;
  readonly state: TaskState;
  /** False once it is completed. */
  readonly open: boolean;
  /** Whether the clock still has something to do when `dueAt` passes: open, and not yet at the end of its ladder. */
  readonly watched: boolean;
  /** How often it was escalated. */
  readonly level: number;
  readonly raisedAt: string;
  /** ISO instant by which its present owner must have done it. */
  readonly dueAt: string;
  readonly clientId?: ClientId;
  /** Sealed JSON of the kind's own details: they may hold what a person wrote about a client. */
  readonly details: Sealed;
  /** Who may not complete it: nobody reviews their own act. */
  readonly excluded: readonly TaskPerson[];
  readonly moves: readonly TaskMove[];
  readonly outcome?: TaskOutcome;
  readonly completedAt?: string;
}
