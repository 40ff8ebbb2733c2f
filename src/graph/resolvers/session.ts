import type { OrganisationId } from '../../access/types.js';
import { momentumOf } from '../../support/momentum.js';
import { strangerTo, type CaseDesk } from '../../support/case-desk.js';
import { refused, type Refusal } from '../../support/refusal.js';
import type { SessionOutcome } from '../../support/session-desk.js';
import type { SessionDocument, Sitting } from '../../support/session-document.js';
import { refusal } from '../case-change.js';
import { timelineView } from '../case-timeline.js';
import { findCase, maySeeCase, openOwnCases, type CaseFile } from '../case-file.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type {
  CaseResolvers,
  CaseSession,
  GroupSessionResolvers,
  MutationResolvers,
  QueryResolvers,
  SittingInput,
} from '../generated.js';
import { keyMisuse } from '../key-misuse.js';
import { pageOf } from '../page.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;
/** Of a case, from which its momentum is told. */
const mostSessions = 200;

const Query: Pick<QueryResolvers, 'groupSessions'> = {
  groupSessions: async (_root, { from, first, after }, context) => {
    const { services, viewer } = context;
    if (viewer.audience === 'CLIENT')
      throw new HubError('NOT_ALLOWED', 'groupSessions: only an organisation has groups.');
    const since = new Date(from ?? services.now()).toISOString();
    const list = `groupSessions ${from ?? ''}`;
    const limit = pageSize(first, largestPage);
    const key = after == null ? undefined : keyOf(after, list, context);
    const found = await services.sessions.groupsOf(viewer.organisation, since, limit + 1, key);
    return pageOf({
      items: found.slice(0, limit).map((node) => ({ node, key: [node.startsAt, node.id] })),
      hasNextPage: found.length > limit,
      hasPreviousPage: after != null,
      cursorOf: (keys) => services.cursors.encode(viewer, list, keys),
    });
  },
};

const GroupSession: GroupSessionResolvers = {
  id: ({ id }, _args, { services, viewer }) => services.pairwiseIds.encode(viewer.organisation, 'group', id),
  topic: ({ topic }) => topic ?? null,
  place: ({ place }) => place ?? null,
  placesLeft: ({ capacity, roster }) => capacity - roster.length,
  roster: async ({ roster }, _args, context) => {
    const documents = await Promise.all(roster.map((id) => context.services.cases.byId(id)));
    const cases = await openOwnCases(documents.filter(isThere), context);
    // Who comes to a group is support of each: what its case would not show, its place does not.
    return cases.filter((found) => maySeeCase(found, context, 'GroupSession.roster'));
  },
};

type Found = NonNullable<Awaited<ReturnType<CaseDesk['byId']>>>;
const isThere = (document: Found | undefined): document is Found => document !== undefined;

const Case: Pick<CaseResolvers, 'sessions' | 'timeline' | 'momentum'> = {
  sessions: async (found, { first, after }, context) => {
    const { services, viewer } = context;
    const list = `sessions of ${found.document.id}`;
    const limit = pageSize(first, largestPage);
    const key = after == null ? undefined : keyOf(after, list, context);
    const sessions = await services.sessions.ofCase(found.document.id, limit + 1, key);
    return {
      withheld: null,
      ...pageOf({
        items: sessions
          .slice(0, limit)
          .map((each) => ({ node: sessionView(each, found, context), key: [each.startsAt, each.id] })),
        hasNextPage: sessions.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (keys) => services.cursors.encode(viewer, list, keys),
      }),
    };
  },
  timeline: (found, _args, context) => timelineView(found, context),
  momentum: async ({ document }, _args, { services, today }) => {
    const programme = services.programmes.version(document.programme, document.programmeVersion);
    if (!programme) throw new Error('A version of a programme that cases are on is not loaded');
    const sessions = await services.sessions.ofCase(document.id, mostSessions);
    return { __typename: 'CaseMomentum', ...momentumOf(document, sessions, programme, today) };
  },
};

const Mutation: Pick<MutationResolvers, 'bookSession' | 'scheduleGroupSessions' | 'joinGroupSession' | 'closeSession'> =
  {
    bookSession: (_root, { input }, context) =>
      onCase(input.case, context, 'Mutation.bookSession', ({ document }) =>
        context.services.sessions.book(
          context.viewer,
          document,
          input.idempotencyKey,
          sittingOf(input.sitting, context),
        ),
      ),
    scheduleGroupSessions: async (_root, { input }, context) => {
      const { programme, capacity, weeks, sitting, idempotencyKey } = input;
      const plan = { ...sittingOf(sitting, context), programme, capacity, weeks: weeks ?? 1 };
      const outcome = await context.services.sessions.schedule(context.viewer, idempotencyKey, plan);
      return outcome.kind === 'refused'
        ? refusal(outcome)
        : { __typename: 'GroupSessionsScheduled', sessions: outcome.documents };
    },
    joinGroupSession: (_root, { input }, context) =>
      onCase(input.case, context, 'Mutation.joinGroupSession', async ({ document }) => {
        const { services, viewer } = context;
        const misuse = await keyMisuse('joinGroupSession', input, context);
        if (misuse) return refused(misuse.reason, misuse.message);
        const group = services.pairwiseIds.decode(viewer.organisation, 'group', input.group) ?? '';
        return services.sessions.join(viewer, document, group);
      }),
    closeSession: (_root, { input }, context) =>
      onCase(input.case, context, 'Mutation.closeSession', async ({ document }): Promise<SessionOutcome> => {
        const { services, viewer } = context;
        if (input.state === 'BOOKED') return refused('INVALID_INPUT', 'state must say what became of the session.');
        const misuse = await keyMisuse('closeSession', input, context);
        if (misuse) return refused(misuse.reason, misuse.message);
        const id = services.pairwiseIds.decode(viewer.organisation, 'session', input.session);
        const session = id === undefined ? undefined : await services.sessions.byId(id);
        if (session?.caseId !== document.id) return refused('NOT_FOUND', 'No such session of this case.');
        const outcome = await services.sessions.close(session, input.state);
        if (outcome.kind === 'stored' && input.state === 'ATTENDED') await services.cases.attended(document.id, viewer);
        return outcome;
      }),
  };

async function onCase(
  id: string,
  context: RequestContext,
  section: string,
  act: (found: CaseFile) => Promise<SessionOutcome>,
) {
  const found = await findCase(id, context, section);
  const stranger: Refusal | undefined = found
    ? strangerTo(found.document, context.viewer)
    : refused('NOT_FOUND', 'No such case for this caller.');
  if (!found || stranger) return refusal(stranger ?? refused('NOT_FOUND', ''));
  const outcome = await act(found);
  if (outcome.kind === 'refused') return refusal(outcome);
  return { __typename: 'SessionStored' as const, session: sessionView(outcome.document, found, context) };
}

function sittingOf(
  { startsAt, minutes, topic, mode, place, hostedBy, deliveredBy, role }: SittingInput,
  { viewer }: RequestContext,
): Sitting {
  return {
    startsAt: new Date(startsAt).toISOString(),
    minutes: minutes ?? 60,
    mode,
    role,
    hostedBy: (hostedBy ?? viewer.organisation) as OrganisationId,
    deliveredBy: (deliveredBy ?? viewer.organisation) as OrganisationId,
    ...(topic != null && { topic }),
    ...(place != null && { place }),
  };
}

function sessionView(
  document: SessionDocument,
  { locationWithheld }: CaseFile,
  { services, viewer }: RequestContext,
): CaseSession {
  const { id, group, topic, ...session } = document;
  return {
    ...session,
    id: services.pairwiseIds.encode(viewer.organisation, 'session', id),
    kind: group === undefined ? 'INDIVIDUAL' : 'GROUP',
    topic: topic ?? null,
    place: services.sessions.placeOf(document) ?? null,
    locationWithheld,
  };
}

export const session = { Query, Mutation, Case, GroupSession };
