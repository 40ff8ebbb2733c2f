import { createHash } from 'node:crypto';
import { ledThrough, type LinkWindow } from '../../audit/misdirected.js';
import { unlinkReasons } from '../../store/documents/link.js';
import { isIdempotencyKey, scopedKey } from '../../idempotency/used-keys.js';
import { findClient } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import type { ClientLinkResolvers, ClientResolvers, LinkRefusalReason, MutationResolvers } from '../generated.js';
import { linkKey, type LinkView } from '../link-view.js';
import { pageOf } from '../page.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 100;
const longestNote = 2_000;

const Client: Pick<ClientResolvers, 'links'> = {
  links: async (file, _args, { services }) =>
    (await services.unlinking.linksOf(file.document)).map((link) => ({ link, file })),
};

const Mutation: Pick<MutationResolvers, 'unlink'> = {
  unlink: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const { idempotencyKey, ...asked } = input;
    if (viewer.audience !== 'PRIVACY_OFFICER') return refused('NOT_PERMITTED', 'This caller may not take links away.');
    if (!isIdempotencyKey(idempotencyKey)) {
      return refused('INVALID_INPUT', 'idempotencyKey must be 8 to 64 letters, digits and hyphens.');
    }
    if (input.note.trim() === '' || input.note.length > longestNote) {
      return refused('INVALID_INPUT', `note must be 1 to ${longestNote} characters.`);
    }
    const file = await findClient({ id: input.client }, context, 'Mutation.unlink');
    const owner =
      input.belongsTo == null ? null : await findClient({ id: input.belongsTo }, context, 'Mutation.unlink');
    if (!file || (input.belongsTo != null && !owner)) return notFound;
    if (owner?.id === file.id) return refused('INVALID_INPUT', 'belongsTo must be another client.');
    if ((await services.usedKeys.use(viewer, idempotencyKey, ['unlink', asked])) === 'OTHER') {
      return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
    }
    const { subject, organisation, audience } = viewer;
    // The same call again must be the same decision, whatever else was linked since.
    const id = createHash('sha256').update(scopedKey(viewer, idempotencyKey)).digest('hex');
    const [system = '', recordId] = input.link.split(':');
    const record = recordId === undefined ? undefined : services.pairwiseIds.decode(organisation, 'client', recordId);
    const unlink = await services.unlinking.unlink(
      id,
      file.document,
      { subject, organisation, audience },
      {
        system,
        ...(record !== undefined && { record: record as NonNullable<LinkView['link']['record']> }),
        ...(owner && { owner: owner.id }),
        reason: input.reason,
        note: input.note,
      },
    );
    if (!unlink) return notFound;
    const link = (await services.unlinking.linksOf(file.document)).find((each) => each.unlink?.id === unlink.id);
    return link ? { __typename: 'Unlinked', link: { link, file } } : notFound;
  },
};

const refused = (reason: LinkRefusalReason, message: string) =>
  ({ __typename: 'LinkRefused', reason, message }) as const;
const notFound = refused('NOT_FOUND', 'No such client or link for this caller.');

const ClientLink: ClientLinkResolvers = {
  key: ({ link, file }, _args, context) => linkKey(link, file.organisation, context),
  system: ({ link }) => link.system,
  state: ({ link }) => (link.unlink ? 'UNLINKED' : 'LINKED'),
  since: ({ link }) => link.since,
  until: ({ link }) => link.unlink?.until ?? null,
  evidence: ({ link }) => link.evidence,
  decidedBy: ({ link }) => link.by?.organisation ?? null,
  reason: ({ link }) => unlinkReasons.find((reason) => reason === link.unlink?.reason) ?? null,
  disclosures: async ({ link, file }, { first, after }, context) => {
    const { services, viewer } = context;
    if (viewer.audience !== 'PRIVACY_OFFICER') return withheldFromOthers;
    const list = `disclosures ${file.id} ${link.system} ${link.since}`;
    const limit = pageSize(first, largestPage);
    const window = link.unlink ?? standing(link, file);
    const found = await services.misdirected(
      window,
      limit + 1,
      after == null ? undefined : keyOf(after, list, context),
    );
    return {
      withheld: null,
      ...pageOf({
        items: found
          .slice(0, limit)
          .map((record) => ({ node: disclosureView(record, window), key: [record.at, record.id] })),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (key) => services.cursors.encode(viewer, list, key),
      }),
    };
  },
};

/** Who was told is for whoever must make it good; a client reads it in their access history. */
const withheldFromOthers = {
  withheld: {
    __typename: 'Withheld',
    category: 'ACCESS_HISTORY',
    reason: 'NO_RULE',
    rule: 'LINK-DISCLOSURES',
    nextStep: null,
  },
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
} as const;

/** A link that holds, as what would have to be made good if it were wrong. */
const standing = ({ system, since }: LinkView['link'], file: LinkView['file']): LinkWindow => ({
  clientId: file.id,
  system,
  since,
});

function disclosureView(
  { at, viewer, lines, correlationId }: Awaited<ReturnType<RequestContext['services']['misdirected']>>[number],
  window: LinkWindow,
) {
  const { organisation, subject, audience, purpose } = viewer;
  return {
    at,
    organisation,
    subject,
    audience,
    purpose,
    categories: [
      ...new Set(lines.flatMap((line) => (ledThrough(line, window) && line.category ? [line.category] : []))),
    ],
    correlationId,
  };
}

export const links = { Client, Mutation, ClientLink };
