import type { ConsentOutcome } from '../../consent/desk.js';
import type { RequestContext } from '../context.js';
import { findClient } from '../client-lookup.js';
import { consentsNamed, fileOfConsent, notFound } from '../consent-lookup.js';
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
    const found = await fileOfConsent(input.consent, context, 'Mutation.withdrawConsent');
    if (!found) return notFound;
    const reason = input.reason ?? undefined;
    if (reason !== undefined && reason.length > 500) {
      return {
        __typename: 'ConsentRefused',
        reason: 'INVALID_INPUT',
        message: 'reason must be at most 500 characters.',
      };
    }
    const outcome = await services.consents.withdraw(viewer, found.document, input.idempotencyKey, reason);
    return answer(outcome, 'ConsentWithdrawn', context);
  },
};

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
