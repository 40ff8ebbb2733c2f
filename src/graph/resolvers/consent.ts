import type { ConsentOutcome } from '../../consent/desk.js';
import { unheardWords } from '../../consent/word-of.js';
import type { RequestContext } from '../context.js';
import { findClient } from '../client-lookup.js';
import { consentsNamed, fileOfConsent, notFound, readerOf } from '../consent-lookup.js';
import { termsOf } from '../consent-terms.js';
import { consentToldTo, consentView } from '../consent-view.js';
import { representativeNamed } from '../proxy.js';
import { withdrawalReceipt } from '../withdrawal-receipt.js';
import type { ClientResolvers, MutationResolvers } from '../generated.js';

const Client: Pick<ClientResolvers, 'consents'> = {
  consents: (file, _args, context) =>
    file.consents.flatMap((document) => {
      const told = consentToldTo(readerOf(file, context), document);
      return told ? [consentView(told, context.viewer, context.services)] : [];
    }),
};

const Mutation: MutationResolvers = {
  recordConsent: async (_root, { input }, context) => {
    const file = await findClient({ id: input.client }, context, 'Mutation.recordConsent', { forRepresentative: true });
    if (!file) return notFound;
    const supersedes = consentsNamed(input.supersedes ?? [], file, context);
    if (!supersedes) return notFound;
    const terms = termsOf(input, supersedes, context.today, file.proxy !== undefined);
    const representative = file.proxy ?? (await representativeNamed(input.evidence.representative, file, context));
    // A repetition after midnight is still the same input, though its first day would now be another.
    const asked = { ...terms, period: { ...terms.period, start: input.validFrom ?? null } };
    const outcome = await context.services.consents.record(context.viewer, file.id, input.idempotencyKey, terms, {
      asked: [asked, input.evidence.representative ?? null],
      representative: terms.evidence.givenBy === 'REPRESENTATIVE' ? representative : undefined,
    });
    if (outcome.kind === 'refused') return refusalOf(outcome);
    const { services, viewer } = context;
    return { __typename: 'ConsentRecorded', consent: consentView(outcome.document, viewer, services) };
  },
  withdrawConsent: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const forRepresentative = true;
    const found = await fileOfConsent(input.consent, context, 'Mutation.withdrawConsent', { forRepresentative });
    if (!found) return notFound;
    const reason = input.reason ?? undefined;
    if (reason !== undefined && reason.length > 500) {
      return {
        __typename: 'ConsentRefused',
        reason: 'INVALID_INPUT',
        message: 'reason must be at most 500 characters.',
      };
    }
    const { document, file } = found;
    if (input.representative != null && viewer.audience === 'CLIENT') {
      return { ...notFound, reason: 'INVALID_INPUT', message: 'representative: only staff name one.' };
    }
    const representative = file.proxy ?? (await representativeNamed(input.representative, file, context));
    if (input.representative != null && !representative) {
      return { ...notFound, reason: 'REPRESENTATIVE_UNKNOWN', message: unheardWords.REPRESENTATIVE_UNKNOWN };
    }
    const outcome = await services.consents.withdraw(viewer, document, input.idempotencyKey, reason, representative);
    if (outcome.kind === 'refused') return refusalOf(outcome);
    return {
      __typename: 'ConsentWithdrawn',
      // What it hid, withdrawing it shows to nobody else.
      consent: consentView(
        consentToldTo(readerOf(file, context), outcome.document) ?? outcome.document,
        viewer,
        services,
      ),
      receipt: await withdrawalReceipt(outcome.document, file, context),
    };
  },
  completeConsentRequest: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const found = await fileOfConsent(input.consent, context, 'Mutation.completeConsentRequest');
    if (!found) return notFound;
    const outcome = await services.consents.completeRequest(viewer, found.document, input.idempotencyKey);
    return answer(outcome, 'ConsentRequestCompleted', context);
  },
};

function answer<Name extends 'ConsentRecorded' | 'ConsentRequestCompleted'>(
  outcome: ConsentOutcome,
  __typename: Name,
  { services, viewer }: RequestContext,
) {
  if (outcome.kind === 'stored') return { __typename, consent: consentView(outcome.document, viewer, services) };
  return refusalOf(outcome);
}

const refusalOf = ({ reason, message }: Extract<ConsentOutcome, { kind: 'refused' }>) =>
  ({ __typename: 'ConsentRefused', reason, message }) as const;

export const consent = { Client, Mutation };
