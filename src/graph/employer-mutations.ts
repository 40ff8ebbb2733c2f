import { employerAndClient } from './employer-and-client.js';
import { check, faultOf, notFound, notPermitted, refusal, textCheck } from './employer-checks.js';
import { documentOf, employerFor, findEmployer, findEmployerCase, isService } from './employer-file.js';
import type { MutationResolvers } from './generated.js';

type Verbs = 'recordEmployer' | 'enquireAsEmployer' | 'adviseEmployer' | 'recordSupportedStaff';

const longestText = 2_000;
const mostStaff = 100_000;

export const employerMutations: Pick<MutationResolvers, Verbs> = {
  recordEmployer: async (_root, { input }, context) => {
    const { idempotencyKey, name, headcount, organisation } = input;
    const postcodeDistrict = input.postcodeDistrict.toUpperCase();
    const fault = faultOf(
      idempotencyKey,
      textCheck('name', name, 200),
      check(headcount >= 1 && headcount <= 2_000_000, 'headcount must be 1 to 2,000,000.'),
      check(
        /^[A-Z]{1,2}\d[A-Z\d]?$/.test(postcodeDistrict),
        'postcodeDistrict must be a postcode district such as DD1.',
      ),
      check(
        organisation == null || /^[A-Za-z0-9-]{2,40}$/.test(organisation),
        'organisation must be 2 to 40 letters, digits and hyphens.',
      ),
      check(organisation !== 'none', 'organisation cannot be this word.'),
    );
    if (!isService(context)) return notPermitted;
    if (fault) return fault;
    const outcome = await context.services.employers.records.record(context.viewer, idempotencyKey, {
      name: name.trim(),
      headcount,
      postcodeDistrict,
      ...(organisation != null && { organisation }),
    });
    if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
    return { __typename: 'EmployerRecorded', employer: { document: outcome.document, side: 'SERVICE' } };
  },
  enquireAsEmployer: async (_root, { input }, context) => {
    const { idempotencyKey, topic, question } = input;
    const fault = faultOf(idempotencyKey, textCheck('question', question, longestText));
    if (fault) return fault;
    const employer = await findEmployer(input.employer, context);
    if (!employer) return notFound('employer');
    const ofCase = input.case == null ? undefined : await findEmployerCase(input.case, context);
    if (ofCase === null || (ofCase && ofCase.document.employerId !== employer.document.id)) return notFound('case');
    if (ofCase && ofCase.document.status !== 'OPEN') return refusal('NOT_IN_THIS_STATE', 'The case is closed.');
    const { services, viewer } = context;
    const outcome = await services.employers.enquiries.enquire(viewer, idempotencyKey, {
      employerId: employer.document.id,
      topic,
      question,
      ...(ofCase && { caseId: ofCase.document.id }),
    });
    if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
    return { __typename: 'EmployerEnquiryRecorded', enquiry: { document: outcome.document, employer } };
  },
  adviseEmployer: async (_root, { input }, context) => {
    const { idempotencyKey, kind, text, close, staffReached } = input;
    const fault = faultOf(
      idempotencyKey,
      textCheck('text', text, longestText),
      check(
        staffReached == null || (staffReached >= 1 && staffReached <= mostStaff),
        'staffReached must be 1 to 100,000.',
      ),
    );
    if (fault) return fault;
    const { services, viewer } = context;
    const { enquiries, records } = services.employers;
    const enquiry = await documentOf('enquiry', input.enquiry, context, (id) => enquiries.byId(id));
    const document = enquiry && (await records.byId(enquiry.employerId));
    const employer = document && employerFor(document, context);
    if (!enquiry || !employer) return notFound('enquiry');
    if (employer.side !== 'SERVICE') return notPermitted;
    const outcome = await enquiries.advise(viewer, idempotencyKey, enquiry.id, {
      kind,
      text,
      close: close ?? false,
      ...(staffReached != null && { staffReached }),
    });
    if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
    return { __typename: 'EmployerEnquiryRecorded', enquiry: { document: outcome.document, employer } };
  },
  recordSupportedStaff: async (_root, { input }, context) => {
    const { idempotencyKey, since, until } = input;
    const fault = faultOf(idempotencyKey, check(until == null || until >= since, 'until must not be before since.'));
    if (fault) return fault;
    const found = await employerAndClient(input, context, 'Mutation.recordSupportedStaff');
    if (found.kind === 'refused') return found.answer;
    const { services, viewer } = context;
    const outcome = await services.employers.staff.support(
      viewer,
      idempotencyKey,
      found.employer.document.id,
      found.file.id,
      {
        since,
        ...(until != null && { until }),
      },
    );
    if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
    return {
      __typename: 'SupportedStaffRecorded',
      employer: found.employer,
      since: outcome.document.since,
      until: outcome.document.until ?? null,
    };
  },
};
