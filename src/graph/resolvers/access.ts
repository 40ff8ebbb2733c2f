import type { QueryResolvers } from '../generated.js';

const Query: Pick<QueryResolvers, 'viewer'> = {
  viewer: (_root, _args, { viewer }) => viewer,
};

export const access = { Query };
