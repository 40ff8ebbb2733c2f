import { isNHSNumber } from '../../identity/nhs-number.js';
import type { RepresentationOutcome } from '../../representation/desk.js';
import type { RepresentativeDocument } from '../../store/documents/representative.js';
import { findClient, openFile } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import type { ClientResolvers, MutationResolvers, Representative, ViewerResolvers } from '../generated.js';
import { recordsOf } from '../proxy.js';

const Client: Pick<ClientResolvers, 'representatives'> = {
  representatives: async (file, _args, context) =>
    (await context.services.representatives.newest(await recordsOf(file.id, context))).map((document) =>
      representativeView(document, context),
    ),
};

const Viewer: Pick<ViewerResolvers, 'actsFor'> = {
  actsFor: async (_viewer, _args, context) => {
    const { services, viewer, policy } = context;
    if (viewer.audience !== 'CLIENT' || viewer.nhsNumber === undefined) return [];
    const held = await services.representatives.heldBy(viewer.nhsNumber);
    const clients = await services.directory.byIds(held.map(({ clientId }) => clientId));
    const listed = held.map(async (document) => {
      const client = clients.get(document.clientId);
      if (!client) return undefined;
      // That somebody may act for a person is told of that person, and so stands in their history.
      context.disclosures.opened('Viewer.actsFor', await openFile(client, context, { forRepresentative: true }));
      const { id, authority, categories, acts, period } = document.representation;
      const rule = policy.representation.rules.get(authority);
      return {
        client: services.directory.pairwiseId(viewer.organisation, client.id),
        representative: services.pairwiseIds.encode(viewer.organisation, 'representative', id),
        authority,
        categories: categories.filter((category) => rule?.categories.includes(category)),
        acts: acts.filter((act) => rule?.acts.includes(act)),
        validFrom: period.start,
        validTo: period.end ?? null,
      };
    });
    return (await Promise.all(listed)).flatMap((each) => each ?? []);
  },
};

const Mutation: Pick<MutationResolvers, 'recordRepresentative' | 'endRepresentative'> = {
  recordRepresentative: async (_root, { input }, context) => {
    const { services, viewer, today } = context;
    // Nobody acts as a representative here: whoever is one finds no client but themselves, and may record none for them.
    const file = await findClient({ id: input.client }, context, 'Mutation.recordRepresentative');
    if (!file) return notFound;
    if (services.checkNHSNumbers && !isNHSNumber(input.nhsNumber)) {
      return refused('INVALID_INPUT', 'nhsNumber is not a valid NHS number: its check digit is wrong.');
    }
    if ((await services.directory.byNHSNumber(input.nhsNumber))?.id === file.id) {
      return refused('INVALID_INPUT', 'nhsNumber is the client’s own.');
    }
    const outcome = await services.representatives.record(viewer, file.id, input.idempotencyKey, {
      nhsNumber: input.nhsNumber,
      name: input.name,
      evidence: input.evidence,
      authority: input.authority,
      categories: [...new Set(input.categories)].sort(),
      acts: [...new Set(input.acts)].sort(),
      period: { start: input.validFrom ?? today, ...(input.validTo != null && { end: input.validTo }) },
    });
    return answer(outcome, 'RepresentativeRecorded', context);
  },
  endRepresentative: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const id = services.pairwiseIds.decode(viewer.organisation, 'representative', input.representative);
    const document = id === undefined ? undefined : await services.representatives.byId(id);
    const client = document && (await services.directory.byIds([document.clientId])).get(document.clientId);
    const opened = client && (await openFile(client, context));
    // Whoever holds it may give it up, and is on record as acting on it.
    const isOwn =
      viewer.nhsNumber !== undefined &&
      document !== undefined &&
      services.representatives.isHeldBy(viewer.nhsNumber, document);
    const file = opened && isOwn ? { ...opened, related: true, proxy: document } : opened;
    if (!document || file?.related !== true) {
      context.disclosures.notFound('Mutation.endRepresentative', file);
      return notFound;
    }
    context.disclosures.opened('Mutation.endRepresentative', file);
    return answer(
      await services.representatives.end(viewer, document, input.idempotencyKey),
      'RepresentativeEnded',
      context,
    );
  },
};

type Refusal = 'NOT_FOUND' | Extract<RepresentationOutcome, { kind: 'refused' }>['reason'];
const refused = (reason: Refusal, message: string) =>
  ({ __typename: 'RepresentativeRefused', reason, message }) as const;
const notFound = refused('NOT_FOUND', 'No such client or representative for this caller.');

function answer<Name extends 'RepresentativeRecorded' | 'RepresentativeEnded'>(
  outcome: RepresentationOutcome,
  __typename: Name,
  context: RequestContext,
) {
  if (outcome.kind === 'refused') return refused(outcome.reason, outcome.message);
  return { __typename, representative: representativeView(outcome.document, context) };
}

function representativeView(
  document: RepresentativeDocument,
  { services, viewer }: Pick<RequestContext, 'services' | 'viewer'>,
): Representative {
  const { id, version, status, authority, categories, acts, period } = document.representation;
  return {
    id: services.pairwiseIds.encode(viewer.organisation, 'representative', id),
    version,
    name: services.representatives.nameOf(document),
    authority,
    categories,
    acts,
    validFrom: period.start,
    validTo: period.end ?? null,
    ended: status === 'ENDED',
    evidence: services.representatives.evidenceOf(document),
    recordedAt: document.recordedAt,
  };
}

export const representative = { Client, Viewer, Mutation };
