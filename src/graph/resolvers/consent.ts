import type { ConsentOutcome } from '../../consent/desk.js';
import type { ClientFile } from '../client-file.js';
import type { RequestContext } from '../context.js';
import { findClient, openFile } from '../client-lookup.js';
import { termsOf } from '../consent-terms.js';
import { consentView, maySeeConsent } from '../consent-view.js';
import type { ClientResolvers, MutationResolvers } from '../generated.js';

const Client: Pick<ClientResolvers, 'consents'> = {
  consents: (file, _args, { services, viewer }) =>
    file.consents
      .filter((document) => maySeeConsent(viewer, document))
      .map((document) => consentView(document, viewer, services)),
};

const Mutation: MutationResolvers = {
  recordConsent: async (_root, { input }, context) => {
    const file = await findClient({ id: input.client }, context, 'Mutation.recordConsent');
    if (!file) return notFound;
    const supersedes = consentsNamed(input.supersedes ?? [], file, context);
    if (!supersedes) return notFound;
    const terms = termsOf(input, supersedes, context.today);
    // A repetition after midnight is still the same input, though its first day would now be another.
    const asked = { ...terms, period: { ...terms.period, start: input.validFrom ?? null } };
    const outcome = await context.services.consents.record(context.viewer, file.id, input.idempotencyKey, terms, asked);
    return answer(outcome, 'ConsentRecorded', context);
  },
  withdrawConsent: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const consentId = services.pairwiseIds.decode(viewer.organisation, 'consent', input.consent);
    const document = consentId === undefined ? undefined : await services.consents.byId(consentId);
    const client = document && (await services.directory.byIds([document.clientId])).get(document.clientId);
    const file = client && (await openFile(client, context));
    if (!document || file?.related !== true || !maySeeConsent(viewer, document)) {
      context.disclosures.notFound('Mutation.withdrawConsent', file);
      return notFound;
    }
    context.disclosures.opened('Mutation.withdrawConsent', file);
    const reason = input.reason ?? undefined;
    if (reason !== undefined && reason.length > 500) {
      return {
        __typename: 'ConsentRefused',
        reason: 'INVALID_INPUT',
        message: 'reason must be at most 500 characters.',
      };
    }
    const outcome = await services.consents.withdraw(viewer, document, input.idempotencyKey, reason);
    return answer(outcome, 'ConsentWithdrawn', context);
  },
};

/** The consents of this client that this caller may see, by the ids that the caller was given. */
function consentsNamed(
  ids: readonly string[],
  file: ClientFile,
  { services, viewer }: RequestContext,
): readonly string[] | undefined {
  const visible = new Set(
    file.consents.filter((each) => maySeeConsent(viewer, each)).map(({ consentId }) => consentId),
  );
  const named = ids.flatMap((id) => services.pairwiseIds.decode(viewer.organisation, 'consent', id) ?? []);
  return named.length === ids.length && named.every((id) => visible.has(id)) ? named : undefined;
}

const notFound = {
  __typename: 'ConsentRefused',
  reason: 'NOT_FOUND',
  message: 'No such client or consent for this caller.',
} as const;

function answer<Name extends 'ConsentRecorded' | 'ConsentWithdrawn'>(
  outcome: ConsentOutcome,
  __typename: Name,
  { services, viewer }: RequestContext,
) {
  if (outcome.kind === 'stored') return { __typename, consent: consentView(outcome.document, viewer, services) };
  const { reason, message } = outcome;
  return { __typename: 'ConsentRefused' as const, reason, message };
}

export const consent = { Client, Mutation };
