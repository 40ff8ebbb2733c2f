import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { conditionCategories } from '../access/classification.js';
import type { DataCategory } from '../access/types.js';
import { categoryOf } from './disclose.js';

/** The kinds of data that an operation can show, by the fields that it names. */
export function askedCategories(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<DataCategory> {
  const found = new Set<DataCategory>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const field = types.getFieldDef();
        const category = field && categoryOf(schema, field);
        if (category) found.add(category);
      },
    }),
  );
  // One section, and a category for each of its items.
  if (found.has('CONDITIONS')) for (const category of conditionCategories) found.add(category);
  return found;
}
