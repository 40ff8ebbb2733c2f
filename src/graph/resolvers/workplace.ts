import { sizeBandOf } from '../../employer/size.js';
import { checkProgramme } from '../../programme/eligibility.js';
import type { KnownFacts } from '../../programme/facts.js';
import type { RequestContext } from '../context.js';
import { employerMutations } from '../employer-mutations.js';
import { adjustmentsRecord, employerFor, findEmployer, idsOf, isService, type EmployerFile } from '../employer-file.js';
import { staffSupported } from '../employer-staff.js';
import type {
  CaseResolvers,
  ClientResolvers,
  EmployerEnquiryResolvers,
  EmployerResolvers,
  QueryResolvers,
  SupportedPersonResolvers,
  WorkplaceAdjustmentResolvers,
  WorkplaceAdjustmentsResolvers,
} from '../generated.js';
import { locationWithheld, taken } from '../items.js';
import { pageOf } from '../page.js';
import { answerView } from '../programme-view.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;

const Query: Pick<QueryResolvers, 'employer' | 'employers'> = {
  employer: (_root, { id }, context) => findEmployer(id, context),
  employers: (_root, args, context) => {
    const { services, viewer } = context;
    return listed('employers', args, context, async (page) => {
      const found = isService(context)
        ? await services.workplaces.heldBy(viewer.organisation, page)
        : viewer.audience === 'EMPLOYER'
          ? await services.workplaces.ofOrganisation(viewer.organisation, page)
          : [];
      return found.flatMap((document) => employerFor(document, context) ?? []);
    });
  },
};

/** A page of what is recorded, newest first. */
async function listed<Node extends { readonly document: { readonly id: string; readonly recordedAt: string } }>(
  list: string,
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
  context: RequestContext,
  read: (page: { limit: number; after?: readonly (string | number | boolean)[] }) => Promise<readonly Node[]>,
) {
  const limit = pageSize(first, largestPage);
  const found = await read({ limit: limit + 1, ...(after != null && { after: keyOf(after, list, context) }) });
  return pageOf({
    items: found.slice(0, limit).map((node) => ({ node, key: [node.document.recordedAt, node.document.id] })),
    hasNextPage: found.length > limit,
    hasPreviousPage: after != null,
    cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
  });
}

const Employer: EmployerResolvers = {
  id: ({ document }, _args, context) => idFor('workplace', document.id, context),
  name: ({ document }) => document.name,
  headcount: ({ document }) => document.headcount,
  sizeBand: ({ document }) => sizeBandOf(document.headcount),
  postcodeDistrict: ({ document }) => document.postcodeDistrict,
  eligibility: async ({ document }, { on }, { services, today }) => {
    const asked = await services.workplaces.enquiriesOf(document.id, { limit: 1 });
    const facts: KnownFacts = {
      'employer.headcount': document.headcount,
      'employer.area': document.postcodeDistrict,
      // Whoever asked wants advice; of whoever did not, it is not known.
      ...(asked.length > 0 && { 'employer.wantsAdvice': true }),
    };
    return services.programmes
      .inForce(on ?? today)
      .flatMap((programme) => checkProgramme(programme, facts, on ?? today))
      .filter(({ stream }) => stream.definition.pathway === 'EMPLOYER')
      .map(answerView);
  },
  enquiries: (employer, args, context) =>
    listed(`enquiries of ${employer.document.id}`, args, context, async (page) =>
      (await context.services.workplaces.enquiriesOf(employer.document.id, page)).map((document) => ({ document })),
    ),
  staffSupported: (employer, _args, context) => staffSupported(employer, context),
};

const EmployerEnquiry: EmployerEnquiryResolvers = {
  id: ({ document }, _args, context) => idFor('enquiry', document.id, context),
  topic: ({ document }) => document.topic,
  question: ({ document }, _args, { services }) => services.workplaces.open(document.question),
  state: ({ document }) => document.state,
  askedAt: ({ document }) => document.recordedAt,
  advice: ({ document }, _args, { services }) =>
    document.advice.map(({ kind, text, at }) => ({ kind, text: services.workplaces.open(text), givenAt: at })),
};

const SupportedPerson: SupportedPersonResolvers = {
  client: ({ file, employer }) => (employer.side === 'SERVICE' ? file : null),
  since: ({ staff }) => staff.since,
  until: ({ staff }) => staff.until ?? null,
  adjustments: async ({ file, employer }, _args, context) =>
    adjustmentsRecord(
      await context.services.workplaces.adjustmentsOf(await idsOf(file, context), employerId(employer)),
      context,
    ),
};

const employerId = ({ document }: EmployerFile): string => document.id;

const Client: Pick<ClientResolvers, 'workplaceAdjustments'> = {
  workplaceAdjustments: async (file, _args, context) =>
    adjustmentsRecord(await context.services.workplaces.adjustmentsOf(await idsOf(file, context)), context),
};

const Case: Pick<CaseResolvers, 'adjustments'> = {
  adjustments: async ({ file, document }, _args, context) => {
    const found = await context.services.workplaces.adjustmentsOf(await idsOf(file, context));
    return adjustmentsRecord(
      found.filter(({ caseId }) => caseId === document.id),
      context,
    );
  },
};

const WorkplaceAdjustments: Pick<WorkplaceAdjustmentsResolvers, 'items'> = { items: taken };

const WorkplaceAdjustment: WorkplaceAdjustmentResolvers = {
  id: ({ document }, _args, context) => idFor('adjustment', document.id, context),
  employer: ({ employerName }) => employerName,
  type: ({ document }) => document.type,
  wording: ({ document }, _args, { services }) => services.workplaces.open(document.wording),
  state: ({ document }) => document.state,
  effect: ({ document }) => document.effect ?? null,
  history: ({ document }) =>
    document.history.map(({ move, to, effect, on }) => ({ move, to, on, effect: effect ?? null })),
  proposedOn: ({ document }) => document.recordedAt.slice(0, 10),
  case: ({ document }, _args, context) =>
    document.caseId === undefined ? null : idFor('case', document.caseId, context),
  locationWithheld,
};

const idFor = (
  kind: 'workplace' | 'enquiry' | 'adjustment' | 'case',
  uuid: string,
  { services, viewer }: RequestContext,
): string => services.pairwiseIds.encode(viewer.organisation, kind, uuid);

export const workplace = {
  Query,
  Mutation: employerMutations,
  Employer,
  EmployerEnquiry,
  SupportedPerson,
  Client,
  Case,
  WorkplaceAdjustments,
  WorkplaceAdjustment,
};
