import type { AdjustmentSide } from '../employer/adjustment-machine.js';
import type { AdjustmentDocument } from '../employer/document.js';
import type { Outcome } from '../employer/refusal.js';
import type { ClientFile } from './client-file.js';
import { openFile } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { employerAndClient } from './employer-and-client.js';
import { check, faultOf, notFound, refusal, textCheck } from './employer-checks.js';
import { documentOf, employerFor, openStaff } from './employer-file.js';
import { isSupportedOn } from './employer-staff.js';
import type { MutationResolvers } from './generated.js';

const longestWording = 500;

export const adjustmentMutations: Pick<MutationResolvers, 'proposeAdjustment' | 'moveAdjustment'> = {
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
    if (!(await services.employers.staff.isStaff(employer.document.id, file.id))) {
      return refusal('NOT_IN_THIS_STATE', 'Record first that the client is supported as this employer’s staff.');
    }
    const ofCase =
      input.case == null ? undefined : await documentOf('case', input.case, context, (id) => services.cases.byId(id));
    if (input.case != null && (ofCase?.clientId !== file.id || ofCase.organisation !== viewer.organisation)) {
      return notFound('case');
    }
    const outcome = await services.employers.adjustments.propose(
      viewer,
      idempotencyKey,
      employer.document.id,
      file.id,
      {
        type,
        wording,
        ...(ofCase && { caseId: ofCase.id }),
      },
    );
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
    const outcome = await services.employers.adjustments.move(
      viewer,
      idempotencyKey,
      found.document.id,
      found.side,
      step,
    );
    return recorded(outcome, found.file, found.employerName, context);
  },
};

/** The adjustment that an id names, for whoever of the three may see it. */
async function adjustmentFor(id: string, context: RequestContext) {
  const { services, viewer, self, disclosures } = context;
  const section = 'Mutation.moveAdjustment';
  const document = await documentOf('adjustment', id, context, (uuid) => services.employers.adjustments.byId(uuid));
  const employer = document && (await services.employers.records.byId(document.employerId));
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
  const employer = await services.employers.records.byId(employerId);
  const own = employer && employerFor(employer, context);
  if (viewer.audience === 'EMPLOYER') {
    const staff = own
      ? (await services.employers.staff.ofEmployer(employerId)).filter(
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
