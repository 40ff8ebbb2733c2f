import type { EmergencyOutcome, EmergencyRefusal } from '../../emergency/desk.js';
import type { EmergencyGrantDocument } from '../../store/documents/emergency-grant.js';
import { documentOf, openFile } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import type { EmergencyAccessResolvers, MutationResolvers } from '../generated.js';
import { keyMisuse } from '../key-misuse.js';

const Mutation: Pick<MutationResolvers, 'openEmergencyAccess' | 'closeEmergencyAccess'> = {
  openEmergencyAccess: async (_root, { input }, context) => {
    const { emergency } = context.services;
    const notAllowed = emergency.refusalOf(context.viewer);
    if (notAllowed) return answer('EmergencyAccessOpened', notAllowed);
    const document = await documentOf(input.client, context);
    if (!document) {
      context.disclosures.notFound('Mutation.openEmergencyAccess');
      return refused('NOT_FOUND', 'No such client.');
    }
    const { idempotencyKey, reason, note } = input;
    const outcome = await emergency.open(context.viewer, document.id, idempotencyKey, { reason, note });
    return answer('EmergencyAccessOpened', outcome);
  },
  closeEmergencyAccess: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const misuse = await keyMisuse('closeEmergencyAccess', input, context);
    if (misuse) return refused(misuse.reason, misuse.message);
    const id = services.pairwiseIds.decode(viewer.organisation, 'emergency', input.emergencyAccess);
    return answer('EmergencyAccessClosed', await services.emergency.close(viewer, id ?? ''));
  },
};

const refused = (reason: EmergencyRefusal, message: string) =>
  ({ __typename: 'EmergencyAccessRefused', reason, message }) as const;

function answer<Name extends 'EmergencyAccessOpened' | 'EmergencyAccessClosed'>(
  __typename: Name,
  outcome: EmergencyOutcome,
) {
  if (outcome.kind === 'refused') return refused(outcome.reason, outcome.message);
  return { __typename, emergencyAccess: outcome.grant };
}

const EmergencyAccess: EmergencyAccessResolvers = {
  id: (grant, _args, { services, viewer }) => services.pairwiseIds.encode(viewer.organisation, 'emergency', grant.id),
  client: (grant, _args, context) => openedClient(grant, context),
  emergencyReason: ({ reason }) => reason,
  closedAt: ({ closedAt }) => closedAt ?? null,
  neverOpened: (_grant, _args, { policy }) => [...(policy.emergency?.closed ?? [])],
};

/** The client of an access that runs; nobody once it has ended, unless the organisation works with them anyway. */
async function openedClient({ clientId }: EmergencyGrantDocument, context: RequestContext) {
  const document = (await context.services.directory.byIds([clientId])).get(clientId);
  const file = document && (await openFile(document, context));
  if (!file || !(file.related || file.emergency)) return null;
  context.disclosures.opened('EmergencyAccess.client', file);
  return file;
}

export const emergency = { Mutation, EmergencyAccess };
