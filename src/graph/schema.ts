import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType, Kind, parse, type GraphQLSchema } from 'graphql';
import { discloseOnlyByDecision } from './disclose.js';
import { federation } from './federation.js';
import { resolvers } from './resolvers/index.js';
import * as scalars from './scalars.js';

/** The executable contract: SDL, resolvers, and the transform through which alone data leaves. */
export function buildSchema(contract: string): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: [contract, federation.typeDefs],
    resolvers: [resolvers, describedIn(contract), federation.resolvers(contract)],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  return discloseOnlyByDecision(schema);
}

/** The scalars with the contract's words for them: a scalar that is given as code would come without. */
function describedIn(contract: string): Readonly<Record<string, GraphQLScalarType>> {
  const words = new Map(
    parse(contract, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ? [[definition.name.value, definition.description?.value]] : [],
    ),
  );
  return Object.fromEntries(
    Object.entries(scalars).map(([name, scalar]) => [
      name,
      new GraphQLScalarType<unknown>({ ...scalar.toConfig(), description: words.get(name) }),
    ]),
  );
}
