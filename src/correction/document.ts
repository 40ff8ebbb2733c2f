import type { Audience, ClientId, DataCategory, OrganisationId } from '../access/types.js';
import type { ActedFor, Sealed } from '../store/documents.js';
import type { TaskPerson } from '../store/documents/task.js';
import type { Stored } from '../store/port.js';
import type { CorrectionMove, CorrectionRefusal, CorrectionState } from './machine.js';

/** That somebody says of a fact that it is wrong at its source, and what became of it. One document from the asking to the answer. */
export interface CorrectionDocument extends Stored {
  readonly clientId: ClientId;
  readonly category: DataCategory;
  /** Adapter name of the system that the fact comes from, or `hub`. */
  readonly source: string;
  /** What the record says, as the asker has it. Absent where something is missing in it. */
  readonly says?: Sealed;
  readonly shouldSay: Sealed;
  /** What shows it. */
  readonly evidence?: Sealed;
  readonly requestedBy: TaskPerson & { readonly audience: Audience };
  /** On whose authority, where somebody acted for the client. */
  readonly requestedFor?: ActedFor;
  /** Whose record it is, and who answers. */
  readonly addressedTo: OrganisationId;
  readonly state: CorrectionState;
  /** ISO instant. */
  readonly requestedAt: string;
  /** Last day on which it is answered in time. */
  readonly dueOn: string;
  /** Oldest first. */
  readonly moves: readonly CorrectionStep[];
  /** `<organisation>:<subject>:<key>`; unique. */
  readonly idempotencyKey: string;
}

/** One thing that whoever holds the record did. */
export interface CorrectionStep {
  readonly move: CorrectionMove;
  readonly at: string;
  readonly by: TaskPerson;
  /** REFUSE: why. */
  readonly refusal?: CorrectionRefusal;
  /** What they wrote to the client. */
  readonly words?: Sealed;
  /** `<organisation>:<subject>:<key>` of the mutation that did it. */
  readonly key: string;
}
