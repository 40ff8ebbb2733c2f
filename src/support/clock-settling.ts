import type { EmployerCaseDocument } from '../employer/case-document.js';
import type { Programmes } from '../programme/programme.js';
import type { TaskPerson } from '../store/documents/task.js';
import type { Store } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';
import type { CaseDocument } from './case-document.js';
import { clocksOf } from './case-due.js';
import { settleClocks } from './clock-tasks.js';
import { employerWatched, lastContactOf, personWatched } from './watched.js';

/**
 * After a case was extended or closed: ends the tasks that asked for just that. What a crash leaves open, a person ends.
 */
export interface ClockSettling {
  person(before: CaseDocument, after: CaseDocument, by: TaskPerson): Promise<void>;
  employer(before: EmployerCaseDocument, after: EmployerCaseDocument, by: TaskPerson): Promise<void>;
}

export function createClockSettling({
  store,
  programmes,
  tasks,
}: {
  store: Store;
  programmes: Programmes;
  tasks: Pick<TaskDesk, 'close'>;
}): ClockSettling {
  const sessions = store.collection('sessions');
  const settle = async (
    before: ReturnType<typeof employerWatched>,
    after: ReturnType<typeof employerWatched>,
    { programme, programmeVersion }: Pick<CaseDocument, 'programme' | 'programmeVersion'>,
    by: TaskPerson,
  ): Promise<void> => {
    const version = programmes.version(programme, programmeVersion);
    if (!version) return;
    const clocks = { before: clocksOf(before.watched, version), after: clocksOf(after.watched, version) };
    await settleClocks(tasks, after.clocked, clocks, by);
  };
  return {
    async person(before, after, by) {
      const lastContactOn = await lastContactOf(sessions, after);
      await settle(personWatched(before, lastContactOn), personWatched(after, lastContactOn), after, by);
    },
    employer: (before, after, by) => settle(employerWatched(before), employerWatched(after), after, by),
  };
}
