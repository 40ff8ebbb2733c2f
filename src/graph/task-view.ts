import { matchFields } from '../identity/matching/compare.js';
import type { ClientId, DataCategory, Decision } from '../access/types.js';
import type { TaskDocument, TaskKind, TaskMove } from '../store/documents/task.js';
import type { ClientFile } from './client-file.js';
import { openFile } from './client-lookup.js';
import { correctionAddressed } from './correction-view.js';
import type { RequestContext } from './context.js';
import type { ResolversUnionTypes } from './generated.js';
import { withheld } from './section-records.js';

/** One task as one request holds it. */
export interface TaskView {
  readonly task: TaskDocument;
  /** Whom it is about, opened once; undefined where it is about nobody. */
  readonly file: () => Promise<ClientFile | undefined>;
}

/** One move of a task's history, with the task that it is of. */
export interface TaskMoveView {
  readonly move: TaskMove;
  readonly view: TaskView;
}

type Details = ResolversUnionTypes<Record<string, unknown>>['TaskDetailsResult'];

interface DetailsView {
  /** What a caller must be permitted to see of the client to be shown all of it. */
  readonly category: DataCategory;
  /** What a client says to the owner: it is theirs to read, whatever they are shown of the client, and that they read it is recorded. */
  readonly isAddressed?: true;
  /**
   * @param isPermitted false: only what tells nothing of the client; undefined where there is no such part
   * @param isNamed whether the task tells this caller whose it is
   */
  readonly show: (
    services: Pick<RequestContext['services'], 'tasks' | 'pairwiseIds' | 'directory' | 'corrections'>,
    task: TaskDocument,
    isPermitted: boolean,
    viewer: RequestContext['viewer'],
    isNamed: boolean,
  ) => Details | undefined | Promise<Details | undefined>;
}

/** How the details of each kind are shown: the one place in the graph that a new kind adds to. */
const views: Readonly<Record<TaskKind, DetailsView>> = {
  EMERGENCY_ACCESS_REVIEW: {
    category: 'ACCESS_HISTORY',
    // Who opened a record, and when, is told even to an operator who does not work with the client: they must chase it.
    show: ({ tasks: desk }, task, isPermitted) => {
      const {
        openedBy,
        openedAt,
        endsAt,
        reason: emergencyReason,
        note,
      } = desk.detailsOf(task, 'EMERGENCY_ACCESS_REVIEW');
      return {
        __typename: 'EmergencyAccessReview',
        organisation: openedBy.organisation,
        openedBy: openedBy.subject,
        openedAs: openedBy.audience,
        openedAt,
        endsAt,
        emergencyReason,
        // What its own staff wrote is an organisation's to read: its officer could not review it otherwise.
        note: isPermitted || openedBy.organisation === task.organisation ? note : null,
      };
    },
  },
  CONSENT_WITHDRAWN: {
    // Told to whom the consent named, whether or not they work with the client still: they must know which one it was.
    category: 'CONSENT_RECORDS',
    show: ({ tasks, pairwiseIds }, task) => {
      const { consent, ...rest } = tasks.detailsOf(task, 'CONSENT_WITHDRAWN');
      return {
        __typename: 'WithdrawnConsent',
        consent: pairwiseIds.encode(task.organisation, 'consent', consent),
        ...rest,
      };
    },
  },
  MATCH_REVIEW: {
    // It is about nobody yet: there is no client whose category could be asked.
    category: 'DEMOGRAPHICS',
    show: ({ tasks, pairwiseIds }, task) => {
      const { match, origin, requestedBy, description, waterfall } = tasks.detailsOf(task, 'MATCH_REVIEW');
      return {
        __typename: 'MatchReview',
        match: pairwiseIds.encode(task.organisation, 'match', match),
        origin,
        organisation: requestedBy.organisation,
        requestedBy: requestedBy.subject,
        description: matchFields.flatMap((field) => {
          const value = description[field];
          return value === undefined ? [] : [{ field, value }];
        }),
        waterfall,
      };
    },
  },
  RECORDS_MERGED: {
    category: 'ACCESS_HISTORY',
    show: ({ tasks, directory }, task, isPermitted) => {
      const { merged, mergedAt } = tasks.detailsOf(task, 'RECORDS_MERGED');
      if (!isPermitted) return undefined;
      return {
        __typename: 'RecordsMerged',
        link: `client:${directory.pairwiseId(task.organisation, merged as ClientId)}`,
        mergedAt,
      };
    },
  },
  CORRECTION_REQUESTED: {
    category: 'ACCESS_HISTORY',
    isAddressed: true,
    show: async ({ tasks, corrections }, task) => {
      const correction = await corrections.byId(tasks.detailsOf(task, 'CORRECTION_REQUESTED').correction);
      return (
        correction && { __typename: 'AskedCorrection', correction: correctionAddressed(correction, task.organisation) }
      );
    },
  },
  // About nobody: whom they asked for is what they must not learn, nor whoever checks them.
  PROBING_SUSPECTED: {
    category: 'ACCESS_HISTORY',
    show: ({ tasks }, task) => ({ __typename: 'SuspectedProbing', ...tasks.detailsOf(task, 'PROBING_SUSPECTED') }),
  },
  RECORD_CORRECTED: {
    // Told to whoever was shown it, whether or not they may see it still: what they took over from it is wrong either way.
    category: 'ACCESS_HISTORY',
    show: ({ tasks }, task) => ({ __typename: 'CorrectedRecord', ...tasks.detailsOf(task, 'RECORD_CORRECTED') }),
  },
  // Which referral, and what did not happen: it tells nothing of the person, and the referral itself is decided when opened.
  REFERRAL_OVERDUE: {
    category: 'REFERRAL_PROGRESS',
    show: (services, task, _isPermitted, viewer) => {
      const { referral, clock, clockDueAt } = services.tasks.detailsOf(task, 'REFERRAL_OVERDUE');
      return { __typename: 'ReferralOverdue', referral: referralId(referral, services, viewer), clock, clockDueAt };
    },
  },
  PLACE_FREE: {
    category: 'REFERRAL_PROGRESS',
    show: (services, task, _isPermitted, viewer) => {
      const { referral, freeAt } = services.tasks.detailsOf(task, 'PLACE_FREE');
      return { __typename: 'PlaceFree', referral: referralId(referral, services, viewer), freeAt };
    },
  },
  REFERRAL_NOT_DELIVERED: {
    category: 'REFERRAL_PROGRESS',
    show: (services, task, _isPermitted, viewer) => {
      const { referral, to, message, fault } = services.tasks.detailsOf(task, 'REFERRAL_NOT_DELIVERED');
      return {
        __typename: 'ReferralNotDelivered',
        referral: referralId(referral, services, viewer),
        to,
        message,
        fault,
      };
    },
  },
  // That somebody has a case is itself a fact of their support (docs/adr/0022). Whoever must chase it and does not work with them is told
  // which case, by an id of their own that opens nothing, and not whose; an employer's case is about nobody.
  CASE_DUE: {
    category: 'SUPPORT',
    show: ({ tasks, pairwiseIds }, task, isPermitted, { organisation }, isNamed) => {
      if (!isPermitted && isNamed) return undefined;
      const { of, case: id, clock, on } = tasks.detailsOf(task, 'CASE_DUE');
      return {
        __typename: 'CaseDue',
        case: of === 'CASE' ? pairwiseIds.encode(organisation, 'case', id) : null,
        employerCase: of === 'EMPLOYER_CASE' ? pairwiseIds.encode(organisation, 'employerCase', id) : null,
        clock,
        on,
      };
    },
  },
};

const referralId = (
  referral: string,
  { pairwiseIds }: Pick<RequestContext['services'], 'pairwiseIds'>,
  { organisation }: RequestContext['viewer'],
): string => pairwiseIds.encode(organisation, 'referral', referral);

/** Opens tasks for one request; those about one client share its file, and so its decisions and its ledger record. */
export function viewTasks(tasks: readonly TaskDocument[], context: RequestContext): readonly TaskView[] {
  const files = new Map<string, Promise<ClientFile | undefined>>();
  return tasks.map((task) => viewTask(task, context, files));
}

export function viewTask(
  task: TaskDocument,
  context: RequestContext,
  files = new Map<string, Promise<ClientFile | undefined>>(),
): TaskView {
  return {
    task,
    file: () => {
      const { clientId } = task;
      if (clientId === undefined) return Promise.resolve(undefined);
      let file = files.get(clientId);
      if (!file) files.set(clientId, (file = fileOf(clientId, context)));
      return file;
    },
  };
}

/** What this caller may know of the details. What is about a client is decided and recorded like any section of the client. */
export async function detailsFor({ task, file }: TaskView, context: RequestContext): Promise<Details> {
  const { category, isAddressed, show } = views[task.kind];
  const about = await file();
  if (isAddressed && about) context.disclosures.addressed('Task.details', about);
  const decision = isAddressed ? undefined : await decisionFor(about, category, context);
  const shown = await show(
    context.services,
    task,
    decision?.permitted ?? true,
    context.viewer,
    about?.related === true,
  );
  if (shown) return shown;
  if (decision) return withheld(decision);
  throw new Error('A task without a client has nothing to withhold');
}

/** Whether free text of a task may be shown: it may speak of the client. */
export async function mayReadText({ task, file }: TaskView, context: RequestContext): Promise<boolean> {
  const { category, isAddressed } = views[task.kind];
  if (isAddressed) return true;
  const decision = await decisionFor(await file(), category, context);
  return decision?.permitted ?? true;
}

const decisionFor = (
  file: ClientFile | undefined,
  category: DataCategory,
  { disclosures }: RequestContext,
): Promise<Decision | undefined> => Promise.resolve(file && disclosures.decide(file, category, 'Task.details'));

async function fileOf(clientId: ClientId, context: RequestContext): Promise<ClientFile | undefined> {
  const document = (await context.services.directory.byIds([clientId])).get(clientId);
  return document && openFile(document, context);
}
