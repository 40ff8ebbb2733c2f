import type { OrganisationId, Viewer } from '../../access/types.js';
import type { EmployerOutcome } from '../../support/employer-desk.js';
import { refusal } from '../case-change.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type { EmployerCaseResolvers, EmployerEntryResolvers, MutationResolvers, QueryResolvers } from '../generated.js';
import { pageOf } from '../page.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;

const Query: Pick<QueryResolvers, 'employerCase' | 'employerCases'> = {
  employerCase: async (_root, { id }, { services, viewer }) => {
    const found = await services.employers.byId(decoded(id, { services, viewer }));
    const isTheirs =
      viewer.audience === 'EMPLOYER'
        ? found?.employerOrganisation === viewer.organisation
        : viewer.audience !== 'CLIENT' && found?.organisation === viewer.organisation;
    return found && isTheirs ? found : null;
  },
  employerCases: async (_root, { status, first, after }, context) => {
    const { services, viewer } = context;
    if (viewer.audience === 'CLIENT') {
      throw new HubError('NOT_ALLOWED', 'employerCases: a client has none.');
    }
    const list = `employerCases ${status}`;
    const side = viewer.audience === 'EMPLOYER' ? 'EMPLOYER' : 'PROVIDER';
    const limit = pageSize(first, largestPage);
    const key = after == null ? undefined : keyOf(after, list, context);
    const found = await services.employers.list(viewer.organisation, side, status, limit + 1, key);
    return pageOf({
      items: found.slice(0, limit).map((node) => ({ node, key: [node.openedAt, node.id] })),
      hasNextPage: found.length > limit,
      hasPreviousPage: after != null,
      cursorOf: (keys) => services.cursors.encode(viewer, list, keys),
    });
  },
};

const EmployerCase: EmployerCaseResolvers = {
  id: ({ id }, _args, { services, viewer }) => services.pairwiseIds.encode(viewer.organisation, 'employer', id),
  headcount: ({ headcount }) => headcount ?? null,
  closedAt: ({ closedAt }) => closedAt ?? null,
  staffSupported: ({ entries }, _args, { viewer }) =>
    mayCountStaff(viewer) ? entries.reduce((total, { staff }) => total + (staff ?? 0), 0) : null,
};

/** An exact number of a few colleagues names them to whoever works beside them (reference/employment-support.md E1). */
const mayCountStaff = ({ audience }: Viewer): boolean => audience !== 'EMPLOYER';

const EmployerEntry: EmployerEntryResolvers = {
  text: (entry, _args, { services }) => services.employers.textOf(entry),
  adjustment: ({ adjustment }) => adjustment ?? null,
  staff: ({ staff }, _args, { viewer }) => (mayCountStaff(viewer) ? (staff ?? null) : null),
};

const Mutation: Pick<MutationResolvers, 'openEmployerCase' | 'recordEmployerEntry' | 'closeEmployerCase'> = {
  openEmployerCase: async (_root, { input }, { services, viewer }) => {
    const { idempotencyKey, employerOrganisation, headcount, ...opening } = input;
    return answer(
      await services.employers.open(viewer, idempotencyKey, {
        ...opening,
        ...(employerOrganisation != null && { employerOrganisation: employerOrganisation as OrganisationId }),
        ...(headcount != null && { headcount }),
      }),
    );
  },
  recordEmployerEntry: async (_root, { input }, { services, viewer }) => {
    const { idempotencyKey, case: id, kind, text, adjustment, staff } = input;
    return answer(
      await services.employers.note(viewer, decoded(id, { services, viewer }), idempotencyKey, {
        kind,
        text,
        ...(adjustment != null && { adjustment }),
        ...(staff != null && { staff }),
      }),
    );
  },
  closeEmployerCase: async (_root, { id }, { services, viewer }) =>
    answer(await services.employers.close(viewer, decoded(id, { services, viewer }))),
};

/** An id that this caller was given, or one that names nothing. */
const decoded = (id: string, { services, viewer }: Pick<RequestContext, 'services' | 'viewer'>): string =>
  services.pairwiseIds.decode(viewer.organisation, 'employer', id) ?? '';

const answer = (outcome: EmployerOutcome) =>
  outcome.kind === 'refused' ? refusal(outcome) : { __typename: 'EmployerCaseStored' as const, case: outcome.document };

export const employer = { Query, Mutation, EmployerCase, EmployerEntry };
