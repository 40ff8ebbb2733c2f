import { adjustmentsRecord } from '../adjustment-file.js';
import { adjustmentMutations } from '../adjustment-mutations.js';
import { idFor, idsOf } from '../employer-file.js';
import type {
  CaseResolvers,
  ClientResolvers,
  WorkplaceAdjustmentResolvers,
  WorkplaceAdjustmentsResolvers,
} from '../generated.js';
import { locationWithheld, taken } from '../items.js';

const Client: Pick<ClientResolvers, 'workplaceAdjustments'> = {
  workplaceAdjustments: async (file, _args, context) =>
    adjustmentsRecord(await context.services.employers.adjustments.ofClients(await idsOf(file, context)), context),
};

const Case: Pick<CaseResolvers, 'adjustments'> = {
  adjustments: async ({ file, document }, _args, context) => {
    const found = await context.services.employers.adjustments.ofClients(await idsOf(file, context));
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
  wording: ({ document }, _args, { services }) => services.employers.adjustments.open(document.wording),
  state: ({ document }) => document.state,
  effect: ({ document }) => document.effect ?? null,
  history: ({ document }) =>
    document.history.map(({ move, to, effect, on }) => ({ move, to, on, effect: effect ?? null })),
  proposedOn: ({ document }) => document.recordedAt.slice(0, 10),
  case: ({ document }, _args, context) =>
    document.caseId === undefined ? null : idFor('case', document.caseId, context),
  locationWithheld,
};

export const adjustment = { Mutation: adjustmentMutations, Client, Case, WorkplaceAdjustments, WorkplaceAdjustment };
