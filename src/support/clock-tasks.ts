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

/** Ends the tasks of clocks that no longer run: the case was extended or closed, which is what they asked for. */
export async function settleClocks(
  tasks: Pick<TaskDesk, 'close'>,
  clocked: Pick<ClockedCase, 'id'>,
  { before, after }: { readonly before: readonly DueClock[]; readonly after: readonly DueClock[] },
  by: TaskPerson,
): Promise<void> {
  const running = new Set(after.map((due) => dedupeKey(clocked, due)));
  for (const due of before) {
    const key = dedupeKey(clocked, due);
    if (!running.has(key)) await tasks.close('CASE_DUE', key, by, 'FOLLOWED_UP');
  }
}
