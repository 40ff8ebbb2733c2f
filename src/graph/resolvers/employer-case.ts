import type { EmployerCaseDocument } from '../../employer/case-document.js';
import type { Outcome } from '../../employer/refusal.js';
import { timeOf } from '../../support/case-clock.js';
import type { RequestContext } from '../context.js';
import { faultOf, notFound, notPermitted, refusal } from '../employer-checks.js';
import { employerFor, findEmployer, findEmployerCase, idFor, isService, type EmployerFile } from '../employer-file.js';
import { listed } from '../employer-lists.js';
import { HubError } from '../errors.js';
import type { EmployerCaseResolvers, MutationResolvers, QueryResolvers } from '../generated.js';

const Query: Pick<QueryResolvers, 'employerCase' | 'employerCases'> = {
  employerCase: (_root, { id }, context) => findEmployerCase(id, context),
  employerCases: (_root, { status, ...args }, context) => {
    if (!isService(context)) {
      throw new HubError(
        'NOT_ALLOWED',
        'employerCases: for the service that runs them; Employer.cases is the employer’s.',
      );
    }
    return listed(`employerCases ${status}`, args, context, async (page) => {
      const { cases, records } = context.services.employers;
      const found = await cases.ofService(context.viewer.organisation, status, page);
      const employers = await records.byIds(found.map(({ employerId }) => employerId));
      return found.flatMap((document) => {
        const of = employers.get(document.employerId);
        const employer = of && employerFor(of, context);
        return employer ? [{ document, employer }] : [];
      });
    });
  },
};

const EmployerCase: EmployerCaseResolvers = {
  id: ({ document }, _args, context) => idFor('employerCase', document.id, context),
  employer: ({ employer }) => employer,
  programme: ({ document }) => document.programme,
  programmeVersion: ({ document }) => document.programmeVersion,
  stream: ({ document }) => document.stream,
  area: ({ document }) => document.area,
  organisation: ({ document }) => document.organisation,
  status: ({ document }) => document.status,
  openedAt: ({ document }) => document.openedAt,
  clock: ({ document }, _args, context) => ({
    ...timeOf(document, versionOf(document, context), context.today),
    extensions: document.changes.flatMap(({ kind, at, reason, from, to }) =>
      kind === 'EXTENDED' && from !== undefined && to !== undefined ? [{ at, reason, from, to }] : [],
    ),
  }),
  discharge: ({ document }, _args, context) => {
    const { discharge } = document;
    if (!discharge) return null;
    const { dischargeReasons } = versionOf(document, context).definition;
    return { ...discharge, kind: dischargeReasons.find(({ code }) => code === discharge.reason)?.kind ?? 'COMPLETED' };
  },
  enquiries: ({ document, employer }, args, context) =>
    listed(`enquiries of case ${document.id}`, args, context, async (page) => {
      const found = await context.services.employers.enquiries.ofCase(document.id, page);
      return found.map((enquiry) => ({ document: enquiry, employer }));
    }),
};

function versionOf({ programme, programmeVersion }: EmployerCaseDocument, { services }: RequestContext) {
  const found = services.programmes.version(programme, programmeVersion);
  if (!found) throw new Error('A version of a programme that cases are on is not loaded');
  return found;
}

type Verbs = 'openEmployerCase' | 'extendEmployerCase' | 'dischargeEmployerCase';

const Mutation: Pick<MutationResolvers, Verbs> = {
  openEmployerCase: async (_root, { input }, context) => {
    const { idempotencyKey, programme, stream } = input;
    const fault = faultOf(idempotencyKey);
    if (fault) return fault;
    if (!isService(context)) return notPermitted;
    const employer = await findEmployer(input.employer, context);
    if (!employer) return notFound('employer');
    const { services, viewer } = context;
    const chosen = { programme, stream };
    return answer(await services.employers.cases.open(viewer, idempotencyKey, employer.document, chosen), employer);
  },
  extendEmployerCase: (_root, { input }, context) =>
    changed(input, context, (id) =>
      context.services.employers.cases.extend(context.viewer, input.idempotencyKey, id, input.reason),
    ),
  dischargeEmployerCase: (_root, { input }, context) =>
    changed(input, context, (id) =>
      context.services.employers.cases.discharge(context.viewer, input.idempotencyKey, id, {
        reason: input.reason,
        on: input.on ?? context.today,
      }),
    ),
};

/** One change of a case by the service that runs it. */
async function changed(
  input: { readonly idempotencyKey: string; readonly case: string },
  context: RequestContext,
  change: (id: string) => Promise<Outcome<EmployerCaseDocument>>,
) {
  const fault = faultOf(input.idempotencyKey);
  if (fault) return fault;
  const found = await findEmployerCase(input.case, context);
  if (!found) return notFound('case');
  if (found.employer.side !== 'SERVICE') return notPermitted;
  return answer(await change(found.document.id), found.employer);
}

const answer = (outcome: Outcome<EmployerCaseDocument>, employer: EmployerFile) =>
  outcome.kind === 'refused'
    ? refusal(outcome.reason, outcome.message)
    : ({ __typename: 'EmployerCaseStored', case: { document: outcome.document, employer } } as const);

export const employerCase = { Query, Mutation, EmployerCase };
