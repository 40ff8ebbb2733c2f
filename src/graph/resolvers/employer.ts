import { factsOf } from '../../employer/open-case.js';
import { publishedCount } from '../../report/published-count.js';
import { sizeBandOf } from '../../employer/size.js';
import { checkProgramme } from '../../programme/eligibility.js';
import { adjustmentsRecord } from '../adjustment-file.js';
import { employerFor, findEmployer, idFor, idsOf, isService, type EmployerFile } from '../employer-file.js';
import { listed } from '../employer-lists.js';
import { employerMutations } from '../employer-mutations.js';
import { staffSupported } from '../employer-staff.js';
import type {
  EmployerEnquiryResolvers,
  EmployerResolvers,
  QueryResolvers,
  SupportedPersonResolvers,
} from '../generated.js';
import { answerView } from '../programme-view.js';

const Query: Pick<QueryResolvers, 'employer' | 'employers'> = {
  employer: (_root, { id }, context) => findEmployer(id, context),
  employers: (_root, args, context) => {
    const { viewer } = context;
    const { records } = context.services.employers;
    return listed('employers', args, context, async (page) => {
      const found = isService(context)
        ? await records.heldBy(viewer.organisation, page)
        : viewer.audience === 'EMPLOYER'
          ? await records.ofOrganisation(viewer.organisation, page)
          : [];
      return found.flatMap((document) => employerFor(document, context) ?? []);
    });
  },
};

const Employer: EmployerResolvers = {
  id: ({ document }, _args, context) => idFor('employer', document.id, context),
  name: ({ document }) => document.name,
  headcount: ({ document }) => document.headcount,
  sizeBand: ({ document }) => sizeBandOf(document.headcount),
  postcodeDistrict: ({ document }) => document.postcodeDistrict,
  eligibility: async ({ document }, { on }, { services, today }) => {
    const asked = await services.employers.enquiries.ofEmployer(document.id, { limit: 1 });
    // Whoever asked wants advice; of whoever did not, it is not known.
    const facts = factsOf(document, asked.length > 0);
    return services.programmes
      .inForce(on ?? today)
      .flatMap((programme) => checkProgramme(programme, facts, on ?? today))
      .filter(({ stream }) => stream.definition.pathway === 'EMPLOYER')
      .map(answerView);
  },
  enquiries: (employer, args, context) =>
    listed(`enquiries of ${employer.document.id}`, args, context, async (page) => {
      const found = await context.services.employers.enquiries.ofEmployer(employer.document.id, page);
      return found.map((document) => ({ document, employer }));
    }),
  cases: (employer, { status, ...args }, context) =>
    listed(`${status} cases of ${employer.document.id}`, args, context, async (page) => {
      const found = await context.services.employers.cases.ofEmployer(employer.document.id, status, page);
      return found.map((document) => ({ document, employer }));
    }),
  staffSupported: (employer, _args, context) => staffSupported(employer, context),
};

const EmployerEnquiry: EmployerEnquiryResolvers = {
  id: ({ document }, _args, context) => idFor('enquiry', document.id, context),
  topic: ({ document }) => document.topic,
  question: ({ document }, _args, { services }) => services.employers.enquiries.open(document.question),
  state: ({ document }) => document.state,
  askedAt: ({ document }) => document.recordedAt,
  case: async ({ document, employer }, _args, { services }) => {
    const found = document.caseId === undefined ? undefined : await services.employers.cases.byId(document.caseId);
    return found ? { document: found, employer } : null;
  },
  advice: ({ document, employer }, _args, { services }) =>
    document.advice.map(({ kind, text, at, staffReached }) => ({
      kind,
      text: services.employers.enquiries.open(text),
      staffReached: staffReached === undefined ? null : toldCount(staffReached, employer),
      givenAt: at,
    })),
};

/** An exact number of a few colleagues names them to whoever works beside them (reference/employment-support.md E1). */
function toldCount(exact: number, { side }: EmployerFile): number | null {
  if (side === 'SERVICE') return exact;
  const figure = publishedCount(exact);
  return figure.kind === 'rounded' ? figure.count : null;
}

const SupportedPerson: SupportedPersonResolvers = {
  client: ({ file, employer }) => (employer.side === 'SERVICE' ? file : null),
  since: ({ staff }) => staff.since,
  until: ({ staff }) => staff.until ?? null,
  adjustments: async ({ file, employer }, _args, context) => {
    const { adjustments } = context.services.employers;
    return adjustmentsRecord(await adjustments.ofClients(await idsOf(file, context), employer.document.id), context);
  },
};

export const employer = { Query, Mutation: employerMutations, Employer, EmployerEnquiry, SupportedPerson };
