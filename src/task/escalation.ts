import { setTimeout as wait } from 'node:timers/promises';
import type { OrganisationId } from '../access/types.js';
import type { HubEvent } from '../store/documents/event-slot.js';
import type { TaskDocument } from '../store/documents/task.js';
import { VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import { taskRaised } from './desk.js';
import { kinds } from './kinds.js';

/** The clock of the queue: what is overdue goes to whoever is next. */
export interface Escalation {
  /** Looks every minute until stopped. */
  start(): void;
  /** Escalates what is overdue now, once; several hubs may do so at once. */
  escalateDue(): Promise<void>;
  stop(): Promise<void>;
}

const batch = 100;
const lookAgainMs = 60_000;
const hourMs = 3_600_000;

export function createEscalation({
  store,
  operator,
  emit,
  now,
  report,
}: {
  store: Store;
  /** The body that runs this hub. */
  operator: OrganisationId;
  emit: (event: HubEvent) => Promise<void>;
  now: () => number;
  report: (error: unknown) => void;
}): Escalation {
  const tasks = store.collection('tasks');
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  async function escalateDue(): Promise<void> {
    while (!stopping.signal.aborted) {
      const due = await tasks.find({
        index: 'watched_dueAt',
        where: { watched: true, dueAt: { lte: new Date(now()).toISOString() } },
        limit: batch,
      });
      for (const task of due) await escalate(task);
      if (due.length < batch) return;
    }
  }

  /** One replacement moves the task, marks it and sets its next clock, so that no crash can do half of that. */
  async function escalate({ version, ...task }: TaskDocument): Promise<void> {
    try {
      const moved = await tasks.replace({ ...task, ...escalated({ version, ...task }, operator, now()) }, version);
      await emit(taskRaised(moved));
    } catch (error) {
      // Another hub escalated it, or somebody completed it in this moment.
      if (!(error instanceof VersionConflict)) throw error;
    }
  }

  async function lookUntilStopped(): Promise<void> {
    while (!stopping.signal.aborted) {
      await escalateDue().catch(report);
      await wait(lookAgainMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    start: () => void (running ??= lookUntilStopped()),
    escalateDue,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** What an overdue task becomes: the next owner's, with a clock of its own; at the end of the ladder it stays where it is. Pure. */
export function escalated(task: TaskDocument, operator: OrganisationId, nowMs: number): Partial<TaskDocument> {
  const at = new Date(nowMs).toISOString();
  const rung = kinds[task.kind].ladder[task.level];
  const owner = {
    organisation: rung?.organisation === 'OPERATOR' ? operator : task.organisation,
    audience: rung?.audience ?? task.audience,
  };
  return {
    ...owner,
    state: 'ESCALATED',
    level: task.level + 1,
    watched: rung !== undefined,
    moves: [...task.moves, { what: 'ESCALATED', at, owner }],
    ...(rung && { dueAt: new Date(nowMs + rung.withinHours * hourMs).toISOString() }),
  };
}
