import { isIdempotencyKey, scopedKey } from '../../idempotency/used-keys.js';
import type { OrganisationId } from '../../access/types.js';
import { kinds } from '../../task/kinds.js';
import type { HubEvent } from '../../store/documents/event-slot.js';
import { owns, type TaskResult } from '../../task/desk.js';
import type { RequestContext } from '../context.js';
import type {
  MutationResolvers,
  QueryResolvers,
  SubscriptionResolvers,
  SubscriptionTaskRaisedArgs,
  TaskMoveResolvers,
  TaskRefusalReason,
  TaskResolvers,
} from '../generated.js';
import { eventsFor, NothingToTell } from '../event-feed.js';
import { pageOf } from '../page.js';
import { detailsFor, mayReadText, viewTask, viewTasks } from '../task-view.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;
const longestReason = 2_000;

const Query: Pick<QueryResolvers, 'tasks'> = {
  tasks: async (_root, { first, after, filter }, context) => {
    const { services, viewer } = context;
    const open = !(filter?.completed ?? false);
    const kind = filter?.kind ?? undefined;
    const list = `tasks ${JSON.stringify([open, kind ?? null])}`;
    const limit = pageSize(first, largestPage);
    const found = await services.tasks.queue(viewer, {
      open,
      limit: limit + 1,
      ...(kind !== undefined && { taskKind: kind }),
      ...(after != null && { after: keyOf(after, list, context) }),
    });
    return pageOf({
      items: viewTasks(found.slice(0, limit), context).map((node) => ({ node, key: [node.task.dueAt, node.task.id] })),
      hasNextPage: found.length > limit,
      hasPreviousPage: after != null,
      cursorOf: (key) => services.cursors.encode(viewer, list, key),
    });
  },
};

const Mutation: Pick<MutationResolvers, 'completeTask' | 'reassignTask'> = {
  completeTask: async (_root, { input }, context) => {
    const { idempotencyKey, task, outcome, reason } = input;
    if (reason != null && reason.length > longestReason) return tooLong;
    return once('completeTask', 'TaskCompleted', idempotencyKey, input, context, () =>
      context.services.tasks.complete(taskId(task, context), context.viewer, outcome, reason ?? undefined),
    );
  },
  reassignTask: async (_root, { input }, context) => {
    const { idempotencyKey, task, organisation, audience, reason, dueAt } = input;
    if (reason.trim() === '' || reason.length > longestReason) return tooLong;
    if (dueAt != null && Date.parse(dueAt) <= context.services.now()) {
      return refused('INVALID_INPUT', 'dueAt must be in the future.');
    }
    const owner = { organisation: organisation as OrganisationId, audience };
    return once('reassignTask', 'TaskReassigned', idempotencyKey, input, context, () =>
      context.services.tasks.reassign(taskId(task, context), context.viewer, {
        owner,
        reason,
        key: scopedKey(context.viewer, idempotencyKey),
        ...(dueAt != null && { dueAt: new Date(dueAt).toISOString() }),
      }),
    );
  },
};

/** Does it unless the key stands for something else. What a crash cut short is finished: the desk does the same thing once. */
async function once<Name extends 'TaskCompleted' | 'TaskReassigned'>(
  verb: string,
  __typename: Name,
  key: string,
  input: object,
  context: RequestContext,
  act: () => Promise<TaskResult>,
) {
  if (!isIdempotencyKey(key))
    return refused('INVALID_INPUT', 'idempotencyKey must be 8 to 64 letters, digits and hyphens.');
  const use = await context.services.usedKeys.use(context.viewer, key, [verb, input]);
  if (use === 'OTHER') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
  const result = await act();
  if (result.kind === 'refused') return refused(result.reason, result.message);
  return { __typename, task: viewTask(result.task, context) };
}

const refused = (reason: TaskRefusalReason, message: string) =>
  ({ __typename: 'TaskRefused', reason, message }) as const;
const tooLong = refused('INVALID_INPUT', `reason must be 1 to ${longestReason} characters.`);

/** No id of this caller's names a task that the desk could not find. */
const taskId = (id: string, { services, viewer }: RequestContext): string =>
  services.pairwiseIds.decode(viewer.organisation, 'task', id) ?? '';

const Subscription: SubscriptionResolvers = {
  taskRaised: {
    subscribe: (_root, _args, context) => eventsFor('TASK_RAISED', context) as AsyncIterable<never>,
    resolve: async (event: HubEvent, { kind }: Partial<SubscriptionTaskRaisedArgs>, context: RequestContext) => {
      const task = await context.services.tasks.byId(event.about);
      // It may have been completed or handed on since.
      const isWanted = kind == null || task?.kind === kind;
      if (!task?.open || !isWanted || !owns(context.viewer, task)) throw new NothingToTell();
      return viewTask(task, context);
    },
  },
};

const Task: TaskResolvers = {
  id: ({ task }, _args, { services, viewer }) => services.pairwiseIds.encode(viewer.organisation, 'task', task.id),
  kind: ({ task }) => task.kind,
  state: ({ task }) => task.state,
  organisation: ({ task }) => task.organisation,
  audience: ({ task }) => task.audience,
  raisedAt: ({ task }) => task.raisedAt,
  dueAt: ({ task }) => task.dueAt,
  outcomes: ({ task }) => kinds[task.kind].outcomes,
  outcome: ({ task }) => task.outcome ?? null,
  completedAt: ({ task }) => task.completedAt ?? null,
  history: (view) => view.task.moves.map((move) => ({ move, view })),
  details: (view, _args, context) => detailsFor(view, context),
  client: async ({ file }, _args, { disclosures }) => {
    const found = await file();
    if (found?.related === true) {
      disclosures.opened('Task.client', found);
      return found;
    }
    if (found) disclosures.notFound('Task.client', found);
    return null;
  },
};

const TaskMove: TaskMoveResolvers = {
  what: ({ move }) => move.what,
  at: ({ move }) => move.at,
  organisation: ({ move }) => move.owner.organisation,
  audience: ({ move }) => move.owner.audience,
  by: ({ move }) => move.by?.subject ?? null,
  reason: async ({ move, view }, _args, context) => {
    if (move.reason === undefined || !(await mayReadText(view, context))) return null;
    return context.services.tasks.reasonOf(move) ?? null;
  },
};

export const task = { Query, Mutation, Subscription, Task, TaskMove };
