import { randomUUID } from 'node:crypto';
import type { ClientId } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import type { HubEvent } from '../store/documents/event-slot.js';
import type { TaskDocument, TaskKind, TaskMove, TaskOutcome, TaskOwner, TaskPerson } from '../store/documents/task.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Key, Store } from '../store/port.js';
import { kinds, type TaskDetails } from './kinds.js';

/** One thing that a person must do, as it is raised. */
export interface NewTask<Kind extends TaskKind> {
  readonly kind: Kind;
  /** What it is about, among tasks of its kind: raising it twice is raising it once. */
  readonly dedupeKey: string;
  readonly owner: TaskOwner;
  readonly clientId?: ClientId;
  /** ISO instant. */
  readonly dueAt: string;
  readonly details: TaskDetails[Kind];
  /** Who may not complete it. */
  readonly excluded?: readonly TaskPerson[];
}

export type TaskRefusal = 'NOT_FOUND' | 'NOT_PERMITTED' | 'INVALID_INPUT' | 'ALREADY_COMPLETED' | 'CHANGED_MEANWHILE';

export type TaskResult =
  | { readonly kind: 'done'; readonly task: TaskDocument }
  | { readonly kind: 'refused'; readonly reason: TaskRefusal; readonly message: string };

/** Who has it from now on, why, and by when (default: as before). The ladder of its escalation begins anew. */
export interface Reassignment {
  readonly owner: TaskOwner;
  readonly reason: string;
  /** ISO instant. */
  readonly dueAt?: string;
  /** Under which the same is done once, whoever has the task by now. */
  readonly key: string;
}

/** One stretch of a queue, most urgent first. */
export interface QueuePage {
  readonly open: boolean;
  readonly taskKind?: TaskKind;
  readonly limit: number;
  readonly after?: readonly Key[];
}

/** The verbs of the queue. One task is one document: whatever is done to it happens whole or not at all. */
export interface TaskDesk {
  /** Durable when it resolves; the task that the key already stood for, where there is one. */
  raise<Kind extends TaskKind>(task: NewTask<Kind>): Promise<TaskDocument>;
  /** By somebody who owns it. Doing again what the same person did is done, not refused. */
  complete(id: string, by: TaskOwner & TaskPerson, outcome: TaskOutcome, reason?: string): Promise<TaskResult>;
  /**
   * The end of a task whose work was done by other means. Done again, or where there is none, it changes nothing.
   * @param by who did the work; undefined where the hub found it done
   */
  close(kind: TaskKind, dedupeKey: string, by: TaskPerson | undefined, outcome: TaskOutcome): Promise<void>;
  /** To another part of the same organisation, or back to one that had it before. */
  reassign(id: string, by: TaskOwner & TaskPerson, to: Reassignment): Promise<TaskResult>;
  byId(id: string): Promise<TaskDocument | undefined>;
  /** The task that was raised about this, if there is one. */
  byKey(kind: TaskKind, dedupeKey: string): Promise<TaskDocument | undefined>;
  queue(owner: TaskOwner, page: QueuePage): Promise<readonly TaskDocument[]>;
  /** What was raised with it. */
  detailsOf<Kind extends TaskKind>(task: TaskDocument, kind: Kind): TaskDetails[Kind];
  /** What the person of a move gave as reason. */
  reasonOf(move: TaskMove): string | undefined;
}

export function createTaskDesk({
  store,
  keyring,
  emit,
  now,
}: {
  store: Store;
  keyring: Keyring;
  emit: (event: HubEvent) => Promise<void>;
  now: () => number;
}): TaskDesk {
  const tasks = store.collection('tasks');

  const change = async (
    { version, ...task }: TaskDocument,
    changes: Partial<TaskDocument>,
    move: Omit<TaskMove, 'at'>,
  ): Promise<TaskResult> => {
    try {
      const moves = [...task.moves, { ...move, at: new Date(now()).toISOString() }];
      return { kind: 'done', task: await tasks.replace({ ...task, ...changes, moves }, version) };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      return refused('CHANGED_MEANWHILE', 'Somebody changed the task meanwhile: read it again.');
    }
  };

  const byKey: TaskDesk['byKey'] = async (kind, about) => {
    const dedupeKey = `${kind}:${about}`;
    return (await tasks.find({ index: 'dedupeKey', where: { dedupeKey }, limit: 1 }))[0];
  };
  const close: TaskDesk['close'] = async (kind, dedupeKey, by, outcome) => {
    const task = await byKey(kind, dedupeKey);
    if (task?.open !== true) return;
    const completedAt = new Date(now()).toISOString();
    const result = await change(
      task,
      { state: 'COMPLETED', open: false, watched: false, outcome, completedAt },
      { what: 'COMPLETED', owner: ownerOf(task), ...(by && { by: personOf(by) }) },
    );
    // Somebody handed it on at this moment: it is done all the same.
    if (result.kind === 'refused') await close(kind, dedupeKey, by, outcome);
  };

  return {
    async raise({ owner, details, dedupeKey, excluded = [], ...task }) {
      const at = new Date(now()).toISOString();
      const key = `${task.kind}:${dedupeKey}`;
      try {
        const raised = await tasks.insert({
          ...task,
          ...owner,
          id: randomUUID(),
          dedupeKey: key,
          state: 'OPEN',
          open: true,
          watched: true,
          level: 0,
          raisedAt: at,
          details: keyring.seal(JSON.stringify(details)),
          excluded: excluded.map(({ organisation, subject }) => ({ organisation, subject })),
          moves: [{ what: 'RAISED', at, owner }],
        });
        await emit(taskRaised(raised));
        return raised;
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
        const earlier = await byKey(task.kind, dedupeKey);
        if (!earlier) throw error;
        return earlier;
      }
    },
    async complete(id, by, outcome, reason) {
      const task = await tasks.get(id);
      if (!task || !owns(by, task)) return notFound;
      const { closedBy, outcomes } = kinds[task.kind];
      if (closedBy !== 'completeTask')
        return refused('NOT_PERMITTED', 'This kind of task is closed by its own mutation.');
      if (task.excluded.some((person) => isSame(person, by))) {
        return refused('NOT_PERMITTED', 'Nobody completes a task about what they did themselves.');
      }
      if (!outcomes.includes(outcome)) return refused('INVALID_INPUT', 'outcome is none of this kind of task.');
      if (!task.open) {
        const last = task.moves.at(-1);
        return last?.by && isSame(last.by, by) && task.outcome === outcome
          ? { kind: 'done', task }
          : refused('ALREADY_COMPLETED', 'The task is already completed.');
      }
      return change(
        task,
        { state: 'COMPLETED', open: false, watched: false, outcome, completedAt: new Date(now()).toISOString() },
        {
          what: 'COMPLETED',
          owner: ownerOf(task),
          by: personOf(by),
          ...(reason !== undefined && { reason: keyring.seal(reason) }),
        },
      );
    },
    close,
    byKey,
    async reassign(id, by, { owner: to, reason, dueAt, key }) {
      const task = await tasks.get(id);
      // Whoever gave it away may own it no longer: what they ask again is done.
      if (task?.moves.some((move) => move.key === key) === true) return { kind: 'done', task };
      if (!task || !owns(by, task)) return notFound;
      if (!task.open) return refused('ALREADY_COMPLETED', 'The task is already completed.');
      const hadIt = task.moves.some(({ owner }) => owns(to, owner));
      if (!hadIt && to.organisation !== task.organisation) {
        return refused('NOT_PERMITTED', 'A task stays in its organisation, or goes back to one that had it.');
      }
      const { owners }: { readonly owners: readonly string[] } = kinds[task.kind];
      if (!owners.includes(to.audience)) return refused('INVALID_INPUT', 'audience cannot own this kind of task.');
      const owner = ownerOf({ ...to });
      const clock = { watched: true, level: 0, ...(dueAt !== undefined && { dueAt }) };
      const move = { what: 'REASSIGNED', owner, by: personOf(by), reason: keyring.seal(reason), key } as const;
      const result = await change(task, { ...owner, ...clock }, move);
      if (result.kind === 'done') await emit(taskRaised(result.task));
      return result;
    },
    byId: (id) => tasks.get(id),
    queue: ({ organisation, audience }, { open, taskKind, limit, after }) => {
      const page = { limit, ...(after && { after }) };
      const where = { organisation, audience, open };
      return taskKind === undefined
        ? tasks.find({ index: 'organisation_audience_open_dueAt', where, ...page })
        : tasks.find({
            index: 'organisation_audience_open_kind_dueAt',
            where: { ...where, kind: taskKind },
            ...page,
          });
    },
    detailsOf: <Kind extends TaskKind>(task: TaskDocument, kind: Kind) =>
      // A parsed edge; which of the kinds it is, the type of `kinds` says and the compiler cannot follow.
      kinds[kind].details.parse(JSON.parse(keyring.open(task.details))) as TaskDetails[Kind],
    reasonOf: ({ reason }) => (reason === undefined ? undefined : keyring.open(reason)),
  };
}

const refused = (reason: TaskRefusal, message: string): TaskResult => ({ kind: 'refused', reason, message });
const notFound = refused('NOT_FOUND', 'No such task for this caller.');

/** That a task has come into a queue: raised, handed on, or escalated. */
export const taskRaised = ({ id, organisation, audience, clientId }: TaskDocument): HubEvent => ({
  kind: 'TASK_RAISED',
  about: id,
  organisation,
  audience,
  ...(clientId !== undefined && { clientId }),
});

/** Whether a caller stands for the owner. */
export const owns = (caller: TaskOwner, { organisation, audience }: TaskOwner): boolean =>
  caller.organisation === organisation && caller.audience === audience;

const ownerOf = ({ organisation, audience }: TaskOwner): TaskOwner => ({ organisation, audience });
const personOf = ({ organisation, subject }: TaskPerson): TaskPerson => ({ organisation, subject });
const isSame = (one: TaskPerson, other: TaskPerson): boolean =>
  one.organisation === other.organisation && one.subject === other.subject;
