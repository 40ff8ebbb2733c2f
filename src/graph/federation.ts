import { GraphQLScalarType } from 'graphql';
import { z } from 'zod';
import { federationDefinitions } from './contract.js';
import { findClient } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { HubError } from './errors.js';

const anyWords = 'A reference to an entity, as a federation router sends it.';

/** References in one `_entities` call: a page and no more. */
const mostReferences = 50;

const representation = z.object({ __typename: z.literal('Client'), id: z.string() });

/**
 * The subgraph part of Apollo Federation 2, by hand on `@graphql-tools/schema`: three definitions and one resolver.
 * `@apollo/subgraph` would bring an Elastic-2.0 package into the tree (reference/graphql-and-style.md 4.1).
 */
export const federation = {
  typeDefs: /* GraphQL */ `
    scalar _Any
    "What a reference can name."
    union _Entity = Client
    "What a federation router reads to compose the hub with its own graph."
    type _Service {
      "The contract as SDL, federation directives included."
      sdl: String!
    }
    extend type Query {
      "For a federation router."
      _service: _Service!
      "Entities by reference, through the same access rules as every other way to a client."
      _entities("Each with \`__typename\` and \`id\`; at most 50." representations: [_Any!]!): [_Entity]!
    }
  `,
  resolvers: (contract: string) => ({
    _Any: new GraphQLScalarType({ name: '_Any', description: anyWords, parseValue: (value) => value }),
    _Entity: { __resolveType: () => 'Client' },
    Query: {
      _service: () => ({ sdl: contract.replace(federationDefinitions, '') }),
      _entities: (
        _root: unknown,
        { representations }: { representations: readonly unknown[] },
        context: RequestContext,
      ) => {
        if (representations.length > mostReferences) {
          throw new HubError('BAD_INPUT', `representations: at most ${mostReferences}.`);
        }
        return representations.map((reference) => {
          const parsed = representation.safeParse(reference);
          if (!parsed.success)
            throw new HubError('BAD_INPUT', 'representations: each needs __typename Client and an id.');
          return findClient({ id: parsed.data.id }, context, 'Query._entities', { toRead: true });
        });
      },
    },
  }),
};
