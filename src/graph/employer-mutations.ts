import type { AdjustmentSide } from '../employer/adjustment-machine.js';
import type { AdjustmentDocument } from '../employer/document.js';
import type { Outcome } from '../employer/refusal.js';
import type { ClientFile } from './client-file.js';
import { findClient, openFile } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { check, faultOf, notFound, notPermitted, refusal, textCheck } from './employer-checks.js';
import { isSupportedOn } from './employer-staff.js';
import { documentOf, employerFor, findEmployer, isService, openStaff } from './employer-file.js';
import type { MutationResolvers } from './generated.js';

type Verbs =
  | 'recordEmployer'
  | 'enquireAsEmployer'
  | 'adviseEmployer'
  | 'recordSupportedStaff'
  | 'proposeAdjustment'
  | 'moveAdjustment';

const longestText = 2_000;
const longestWording = 500;

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
    const outcome = await context.services.workplaces.record(context.viewer, idempotencyKey, {
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
    const { services, viewer } = context;
    const outcome = await services.workplaces.enquire(viewer, idempotencyKey, employer.document.id, topic, question);
    if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
    return { __typename: 'EmployerEnquiryRecorded', enquiry: { document: outcome.document } };
  },
  adviseEmployer: async (_root, { input }, context) => {
    const { idempotencyKey, kind, text, close } = input;
    const fault = faultOf(idempotencyKey, textCheck('text', text, longestText));
    if (fault) return fault;
    const { services, viewer } = context;
    const enquiry = await documentOf('enquiry', input.enquiry, context, (id) => services.workplaces.enquiryById(id));
    const document = enquiry && (await services.workplaces.byId(enquiry.employerId));
    const employer = document && employerFor(document, context);
    if (!enquiry || !employer) return notFound('enquiry');
    if (employer.side !== 'SERVICE') return notPermitted;
    const outcome = await services.workplaces.advise(viewer, idempotencyKey, enquiry.id, {
      kind,
      text,
      close: close ?? false,
    });
    if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
    return { __typename: 'EmployerEnquiryRecorded', enquiry: { document: outcome.document } };
  },
  recordSupportedStaff: async (_root, { input }, context) => {
    const { idempotencyKey, since, until } = input;
    const fault = faultOf(idempotencyKey, check(until == null || until >= since, 'until must not be before since.'));
    if (fault) return fault;
    const found = await employerAndClient(input, context, 'Mutation.recordSupportedStaff');
    if (found.kind === 'refused') return found.answer;
    const { services, viewer } = context;
    const outcome = await services.workplaces.support(
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
  proposeAdjustment: async (_root, { input }, context) => {
    const { idempotencyKey, type, wording, seenByPerson } = input;
    const fault = faultOf(
      idempotencyKey,
      textCheck('wording', wording, longestWording),
      check(seenByPerson, 'seenByPerson: the person must have seen the wording.'),
    );
    if (fault) return fault;
    const section = 'Mutation.proposeAdjustment';
    const found = await employerAndClient(input, context, section);
    if (found.kind === 'refused') return found.answer;
    const { employer, file } = found;
    const { services, viewer, disclosures } = context;
    if (!disclosures.decide(file, 'WORKPLACE_ADJUSTMENTS', section).permitted) return notFound('client');
    if (!(await services.workplaces.isStaff(employer.document.id, file.id))) {
      return refusal('NOT_IN_THIS_STATE', 'Record first that the client is supported as this employer’s staff.');
    }
    const ofCase =
      input.case == null ? undefined : await documentOf('case', input.case, context, (id) => services.cases.byId(id));
    if (input.case != null && (ofCase?.clientId !== file.id || ofCase.organisation !== viewer.organisation)) {
      return notFound('case');
    }
    const outcome = await services.workplaces.propose(viewer, idempotencyKey, employer.document.id, file.id, {
      type,
      wording,
      ...(ofCase && { caseId: ofCase.id }),
    });
    return recorded(outcome, file, employer.document.name, context);
  },
  moveAdjustment: async (_root, { input }, context) => {
    const { idempotencyKey, move, effect } = input;
    const on = input.on ?? context.today;
    const fault = faultOf(idempotencyKey, check(on <= context.today, 'on must not be in the future.'));
    if (fault) return fault;
    const found = await adjustmentFor(input.adjustment, context);
    if (!found) return notFound('adjustment');
    const step = { move, on, ...(effect != null && { effect }) };
    const { services, viewer } = context;
    const outcome = await services.workplaces.move(viewer, idempotencyKey, found.document.id, found.side, step);
    return recorded(outcome, found.file, found.employerName, context);
  },
};

/** The employer and the client that an input names, for the service that works with both. */
async function employerAndClient(
  { employer: employerId, client }: { readonly employer: string; readonly client: string },
  context: RequestContext,
  section: string,
) {
  const refused = <Answer>(answer: Answer) => ({ kind: 'refused', answer }) as const;
  if (!isService(context)) return refused(notPermitted);
  const employer = await findEmployer(employerId, context);
  if (!employer) return refused(notFound('employer'));
  const file = await findClient({ id: client }, context, section);
  return file ? ({ kind: 'found', employer, file } as const) : refused(notFound('client'));
}

/** The adjustment that an id names, for whoever of the three may see it. */
async function adjustmentFor(id: string, context: RequestContext) {
  const { services, viewer, self, disclosures } = context;
  const section = 'Mutation.moveAdjustment';
  const document = await documentOf('adjustment', id, context, (uuid) => services.workplaces.adjustmentById(uuid));
  const employer = document && (await services.workplaces.byId(document.employerId));
  if (!document || !employer) {
    disclosures.notFound(section);
    return undefined;
  }
  const opened = await openFor(document, context);
  const own = employerFor(employer, context);
  const side: AdjustmentSide | undefined =
    viewer.audience === 'CLIENT' && opened?.id === self && self !== undefined ? 'PERSON' : own?.side;
  const permitted = opened?.related === true && disclosures.decide(opened, 'WORKPLACE_ADJUSTMENTS', section).permitted;
  if (!opened || side === undefined || !permitted) {
    if (opened?.related !== true) disclosures.notFound(section, opened);
    return undefined;
  }
  return { document, side, file: opened, employerName: employer.name };
}

/** The person of an adjustment, as the caller works with them: an employer, as far as they are its supported staff. */
async function openFor(document: AdjustmentDocument, context: RequestContext): Promise<ClientFile | undefined> {
  const { services, viewer } = context;
  const { clientId, employerId } = document;
  const employer = await services.workplaces.byId(employerId);
  const own = employer && employerFor(employer, context);
  if (viewer.audience === 'EMPLOYER') {
    const staff = own
      ? (await services.workplaces.staffOf(employerId)).filter(
          (each) => each.clientId === clientId && isSupportedOn(each, context.today),
        )
      : [];
    return own ? (await openStaff(own, staff, context)).get(clientId) : undefined;
  }
  const client = (await services.directory.byIds([clientId])).get(clientId);
  return client && openFile(client, context);
}

function recorded(
  outcome: Outcome<AdjustmentDocument>,
  file: ClientFile,
  employerName: string,
  { viewer }: RequestContext,
) {
  if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
  const locationWithheld = file.locationRestricted && viewer.audience !== 'CLIENT';
  return {
    __typename: 'AdjustmentRecorded',
    adjustment: { document: outcome.document, employerName, locationWithheld },
  } as const;
}
