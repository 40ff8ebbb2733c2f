import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { discloseOnlyByDecision } from './disclose.js';
import { federation } from './federation.js';
import { resolvers } from './resolvers/index.js';
import * as scalars from './scalars.js';

/** The executable contract: SDL, resolvers, and the transform through which alone data leaves. */
export function buildSchema(contract: string): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: [contract, federation.typeDefs],
    resolvers: [resolvers, scalars, federation.resolvers(contract)],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  return discloseOnlyByDecision(schema);
}
