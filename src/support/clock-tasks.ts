import type { Audience, ClientId, OrganisationId } from '../access/types.js';
import type { TaskPerson } from '../store/documents/task.js';
import type { TaskDesk } from '../task/desk.js';
import type { CaseClock, DueClock } from './case-due.js';

/** Whose clock ran out: a person's case, or an employer's. */
export interface ClockedCase {
  readonly of: 'CASE' | 'EMPLOYER_CASE';
  readonly id: string;
  readonly organisation: OrganisationId;
  /** The part in whose queue it stands: that of whoever opened the case. */
  readonly audience: Audience;
  readonly clientId?: ClientId;
}

/** Hours that the first owner has. [chosen]: no source names any; what is late already has least. */
const hoursFor: Readonly<Record<CaseClock, number>> = {
  ENDING_SOON: 72,
  EXTENSION_DUE: 48,
  PAST_END: 24,
  NO_CONTACT: 48,
};

const hourMs = 3_600_000;

/** One clock's one day is one task, however often it is raised: an end that was put off is another day. */
const dedupeKey = ({ id }: Pick<ClockedCase, 'id'>, { clock, on }: DueClock): string => `${id}:${clock}:${on}`;

export const raiseClock =
  (tasks: Pick<TaskDesk, 'raise'>, now: () => number) =>
  async (clocked: ClockedCase, due: DueClock): Promise<void> => {
    const { of, id, organisation, audience, clientId } = clocked;
    await tasks.raise({
      kind: 'CASE_DUE',
      dedupeKey: dedupeKey(clocked, due),
      owner: { organisation, audience },
      ...(clientId !== undefined && { clientId }),
      dueAt: new Date(now() + hoursFor[due.clock] * hourMs).toISOString(),
      details: { of, case: id, ...due },
    });
  };

export const isSameClock =
  (one: DueClock) =>
  (other: DueClock): boolean =>
    one.clock === other.clock && one.on === other.on;

/** Ends the task of a clock that no longer runs: the case was extended or closed or the person came, which is what it asked for. */
export const closeClock =
  (tasks: Pick<TaskDesk, 'close'>) =>
  (clocked: Pick<ClockedCase, 'id'>, due: DueClock, by: TaskPerson | undefined): Promise<void> =>
    tasks.close('CASE_DUE', dedupeKey(clocked, due), by, 'FOLLOWED_UP');
