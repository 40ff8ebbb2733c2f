/** What of the contract tells of a person: read from it, so that a path that is added tomorrow is missed today. */
import { fileURLToPath } from 'node:url';
import {
  buildASTSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  type GraphQLNamedType,
} from 'graphql';
import { categoryOf } from '../../../src/graph/disclose.js';
import { readContract } from '../../../src/graph/contract.js';
import { packageRoot } from '../../../src/package-root.js';

const contract = readContract(new URL('schema/', packageRoot));
export const schema = buildASTSchema(parse(contract));
export const contractFolder = fileURLToPath(new URL('schema/', packageRoot));

const objects = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'));
const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);

/** Types with a section that a decision opens: whoever holds one of them holds something of a person. */
const disclosing = new Set(
  objects
    .filter((type) => Object.values(type.getFields()).some((field) => categoryOf(schema, field)))
    .map(({ name }) => name),
);
/** Inside a section that was decided on already. */
const insideSections = new Set(['Benefits']);

const members = (type: GraphQLNamedType): readonly string[] =>
  isUnionType(type) ? type.getTypes().map(({ name }) => name) : [type.name];

/** Every field by which somebody comes to a client, or to a record with sections of its own, as `Type.field`. */
export function doors(): readonly string[] {
  return objects
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        members(getNamedType(field.type)).some((name) => disclosing.has(name) && !insideSections.has(name))
          ? [`${type.name}.${field.name}`]
          : [],
      ),
    )
    .sort();
}

/** Every root field, as `Query.client`. */
export const rootFields = (): readonly string[] =>
  [...roots]
    .flatMap((type) => (type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []))
    .sort();

export const fieldsOf = (name: string): readonly string[] => {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
};
