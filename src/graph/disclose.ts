import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, getNullableType, isListType, isUnionType } from 'graphql';
import type { GraphQLFieldConfig, GraphQLFieldResolver, GraphQLOutputType, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { dataCategories } from '../access/types.js';
import type { DataCategory, Decision } from '../access/types.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { withheld } from './section-records.js';

type Field = GraphQLFieldConfig<unknown, RequestContext>;
type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * Wraps every field marked `@disclose` and `@location`. This is the only way to data, so a resolver cannot forget: it is
 * not called unless the decision permits, and a refusal costs no upstream call.
 */
export function discloseOnlyByDecision(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: Field, fieldName, typeName) => {
      const category = categoryOf(schema, field);
      if (category) return { ...field, resolve: decideThenFetch(field, category, `${typeName}.${fieldName}`) };
      if (getDirective(schema, field, 'location')) return { ...field, resolve: unlessLocationWithheld(field) };
      return field;
    },
  });
}

/** The category that a field is marked with, if it is. */
export function categoryOf(schema: GraphQLSchema, field: Parameters<typeof getDirective>[1]): DataCategory | undefined {
  const directive = getDirective(schema, field, 'disclose')?.[0];
  return directive && z.enum(dataCategories).parse(directive['category']);
}

function decideThenFetch(field: Field, category: DataCategory, section: string): Resolver {
  const resolve = field.resolve ?? defaultFieldResolver;
  const refuse = refusalOf(field.type);
  return (parent, args, context, info) => {
    const file = fileOf(parent);
    const decision = context.disclosures.decide(file, category, section);
    if (!decision.permitted) return refuse(decision);
    const result: unknown = resolve(parent, args, context, info);
    const restricted = file.locationRestricted && (context.viewer.audience !== 'CLIENT' || file.proxy !== undefined);
    return restricted ? Promise.resolve(result).then(withoutPlaces) : result;
  };
}

/** A section's parent is the client, or a record that holds its client. */
function fileOf(parent: unknown): ClientFile {
  return (parent as { readonly file?: ClientFile }).file ?? (parent as ClientFile);
}

/** How a refusal looks in a field of this type: as data, never as an error or a bare null. */
function refusalOf(type: GraphQLOutputType): (decision: Decision) => unknown {
  const nullable = getNullableType(type);
  if (isUnionType(nullable)) return withheld;
  if (isListType(nullable)) return () => [];
  return (decision) => ({ edges: [], pageInfo: emptyPage, withheld: withheld(decision) });
}

const emptyPage = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

function unlessLocationWithheld(field: Field): Resolver {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (parent, args, context, info) =>
    (parent as { readonly locationWithheld?: boolean }).locationWithheld === true
      ? null
      : resolve(parent, args, context, info);
}

interface WithItems {
  readonly items: readonly DatedItem[];
}
type DatedItem = Readonly<Record<string, unknown>>;

/** Marks every item, because the location must stay behind. */
const withoutPlaces = (record: unknown): unknown =>
  hasItems(record) ? { ...record, items: record.items.map(withoutLocation) } : record;

const hasItems = (record: unknown): record is WithItems =>
  typeof record === 'object' && record !== null && Array.isArray((record as { items?: unknown }).items);

function withoutLocation(item: DatedItem): DatedItem {
  const copy: Record<string, unknown> = { ...item, locationWithheld: true };
  for (const [name, value] of Object.entries(item)) {
    if (Array.isArray(value)) copy[name] = value.map((part: unknown) => (isPlain(part) ? withoutLocation(part) : part));
  }
  return copy;
}

const isPlain = (value: unknown): value is DatedItem =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
