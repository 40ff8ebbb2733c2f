import type { OrganisationId } from '../access/types.js';
import type { Stored } from '../store/port.js';
import type { DueClock } from '../support/case-due.js';
import type { CaseStatus } from '../support/words.js';
import type { EmployerActor, Made } from './made.js';

/** An employer's way through one programme with the service that works with it (HWS-24, HWS-25). `id` is a UUID. */
export interface EmployerCaseDocument extends Stored, Made {
  readonly employerId: string;
  /** Who runs it. */
  readonly organisation: OrganisationId;
  readonly programme: string;
  /** The version of the programme that it began under, and stays on. */
  readonly programmeVersion: string;
  /** A stream for employers. */
  readonly stream: string;
  /** The programme's area in which the employer lies. */
  readonly area: string;
  readonly status: CaseStatus;
  /** Unique: an employer has one open case in a programme with a service. Ended ones are in nobody's way. */
  readonly slot: string;
  /** ISO instant. */
  readonly openedAt: string;
  /** ISO day; `never` where the stream is open-ended. */
  readonly plannedEndOn: string;
  /** ISO day on which the watch looks at its clocks again; `never` once it is closed and all that follows is done. */
  readonly nextLookOn: string;
  /** Clocks that ran out and of which somebody may have a task; absent before the first. */
  readonly raised?: readonly DueClock[];
  readonly discharge?: { readonly on: string; readonly reason: string };
  /** What was done to it since, oldest first. */
  readonly changes: readonly EmployerCaseChange[];
}

export interface EmployerCaseChange {
  readonly kind: 'EXTENDED' | 'DISCHARGED';
  /** A reason of the programme. */
  readonly reason: string;
  /** Of an extension: the planned end before and after it. */
  readonly from?: string;
  readonly to?: string;
  readonly at: string;
  readonly by: EmployerActor;
  readonly key: string;
  readonly inputDigest: string;
}
