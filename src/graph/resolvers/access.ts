import type { QueryResolvers } from '../generated.js';

const Query: Pick<QueryResolvers, 'viewer'> = {
  viewer: (_root, _args, { viewer }) => ({ ...viewer, onBehalfOf: viewer.onBehalfOf ?? null }),
};

export const access = { Query };
