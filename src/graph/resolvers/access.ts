import { decide } from '../../access/decide.js';
import type { AccessRequest, DataCategory, Decision, OrganisationId, Viewer } from '../../access/types.js';
import { keyOf, pageSize } from './client.js';
import { historyEntry } from '../access-history.js';
import { findClient } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type { AccessExplanation, ClientResolvers, QueryResolvers, ViewerInput } from '../generated.js';
import { pageOf } from '../page.js';

const largestHistoryPage = 100;

const Query: Pick<QueryResolvers, 'viewer' | 'explainAccess'> = {
  viewer: (_root, _args, { viewer }) => ({ ...viewer, onBehalfOf: viewer.onBehalfOf ?? null }),
  explainAccess: async (_root, { client, category, as }, context) => {
    if (as && context.viewer.audience !== 'PRIVACY_OFFICER') {
      throw new HubError('NOT_ALLOWED', 'as: only a privacy officer may ask for another caller.');
    }
    const file = await findClient({ id: client }, context, 'Query.explainAccess');
    const viewer = as ? whoWouldAsk(as, context.viewer) : context.viewer;
    const related = file !== null && (!as || (await isWorkingWith(viewer, file.id, context)));
    const decision = decide(context.policy, related ? file.terms : [], {
      viewer,
      category,
      related,
      locationRestricted: related && file.locationRestricted,
      today: context.today,
    });
    return explanation(decision, category, context);
  },
};

/** Nobody has a subject of one space: it stands for whoever no consent names. */
const unnamed = ' ';

function whoWouldAsk(as: ViewerInput, { issuer }: Viewer): AccessRequest['viewer'] {
  const { audience, purpose, subject } = as;
  return { audience, purpose, organisation: as.organisation as OrganisationId, subject: subject ?? unnamed, issuer };
}

const isWorkingWith = (
  viewer: AccessRequest['viewer'],
  client: Parameters<RequestContext['services']['directory']['isRelated']>[1],
  { services }: RequestContext,
): Promise<boolean> =>
  viewer.audience === 'CLIENT' ? Promise.resolve(true) : services.directory.isRelated(viewer, client, undefined);

function explanation(
  decision: Decision,
  category: DataCategory,
  { services, viewer }: RequestContext,
): AccessExplanation {
  return {
    permitted: decision.permitted,
    category,
    rule: decision.rule,
    basis: decision.basis,
    policyVersion: decision.policyVersion,
    reason: decision.reason ?? null,
    consents: decision.consents.map((version) => {
      const [id = '', number = ''] = version.split('@');
      return `${services.pairwiseIds.encode(viewer.organisation, 'consent', id)}@${number}`;
    }),
    nextStep: decision.nextStep ?? null,
  };
}

const Client: Pick<ClientResolvers, 'accessHistory'> = {
  accessHistory: async (file, { first, after }, context) => {
    const list = `accessHistory ${file.id}`;
    const limit = pageSize(first, largestHistoryPage);
    const found = await context.services.history(
      file.id,
      limit + 1,
      after == null ? undefined : keyOf(after, list, context),
    );
    return {
      withheld: null,
      ...pageOf({
        items: found.slice(0, limit).map((record) => ({ node: historyEntry(record), key: [record.at, record.id] })),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
      }),
    };
  },
};

export const access = { Query, Client };
