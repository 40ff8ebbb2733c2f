import type { OrganisationId, Recipient, Viewer } from '../../access/types.js';
import type { ConsentOutcome, ConsentTerms } from '../../consent/desk.js';
import type { ConsentDocument } from '../../store/documents.js';
import type { RequestContext } from '../context.js';
import { findClient, openFile } from '../client-lookup.js';
import type {
  ClientResolvers,
  Consent,
  ConsentRecipientInput,
  MutationResolvers,
  RecordConsentInput,
} from '../generated.js';

const Client: Pick<ClientResolvers, 'consents'> = {
  consents: (file, _args, { services, viewer }) =>
    file.consents
      .filter((document) => maySee(viewer, document))
      .map((document) => consentView(document, viewer, services)),
};

const Mutation: MutationResolvers = {
  recordConsent: async (_root, { input }, context) => {
    const file = await findClient({ id: input.client }, context, 'Mutation.recordConsent');
    if (!file) return notFound;
    const terms = termsOf(input, context.today);
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
    if (!document || file?.related !== true || !maySee(viewer, document)) {
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

/** All of them for the client and the privacy officer; for an organisation those that name it, or that it recorded. */
function maySee(viewer: Viewer, { consent, recordedBy }: ConsentDocument): boolean {
  if (viewer.audience === 'CLIENT' || viewer.audience === 'PRIVACY_OFFICER') return true;
  return (
    recordedBy.organisation === viewer.organisation ||
    consent.recipients.some((recipient) =>
      recipient.kind === 'organisation'
        ? recipient.organisation === viewer.organisation
        : recipient.audience === viewer.audience,
    )
  );
}

function consentView(
  { consent, evidence, recordedAt }: ConsentDocument,
  viewer: Viewer,
  { pairwiseIds }: RequestContext['services'],
): Consent {
  return {
    id: pairwiseIds.encode(viewer.organisation, 'consent', consent.id),
    version: consent.version,
    status: consent.status,
    effect: consent.effect,
    categories: consent.categories,
    recipients: consent.recipients.map((recipient) => ({
      organisation: recipient.kind === 'organisation' ? recipient.organisation : null,
      audience: recipient.kind === 'audience' ? recipient.audience : null,
    })),
    purposes: consent.purposes,
    validFrom: consent.period.start,
    validTo: consent.period.end ?? null,
    dataFrom: consent.dataPeriod?.start ?? null,
    dataTo: consent.dataPeriod?.end ?? null,
    evidence,
    recordedAt,
  };
}

function termsOf(input: RecordConsentInput, today: string): ConsentTerms {
  return {
    effect: input.effect ?? 'PERMIT',
    categories: [...new Set(input.categories)].sort(),
    recipients: input.recipients.map(recipientOf),
    purposes: [...new Set(input.purposes)].sort(),
    period: { start: input.validFrom ?? today, ...(input.validTo != null && { end: input.validTo }) },
    ...((input.dataFrom != null || input.dataTo != null) && {
      dataPeriod: { start: input.dataFrom ?? '0001-01-01', ...(input.dataTo != null && { end: input.dataTo }) },
    }),
    evidence: {
      ...input.evidence,
      language: input.evidence.language ?? 'en-GB',
      givenBy: input.evidence.givenBy ?? 'CLIENT',
    },
  };
}

/** Exactly one field is set (`@oneOf`). */
const recipientOf = ({ audience, organisation }: ConsentRecipientInput): Recipient =>
  audience == null
    ? { kind: 'organisation', organisation: organisation as OrganisationId }
    : { kind: 'audience', audience };

export const consent = { Client, Mutation };
