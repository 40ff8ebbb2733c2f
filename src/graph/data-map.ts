import { getNamedType, isEnumType, isLeafType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLField, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { PublishedAdapter } from '../../adapters/contract.js';
import { opennessOf, type Openness, type Triple } from '../access/openness.js';
import type { Policy } from '../access/policy.js';
import { audiences, dataCategories, purposes } from '../access/types.js';
import type { DataCategory } from '../access/types.js';

/** What the map is made of: nothing in it is written by hand. */
export interface DataMapParts {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  readonly adapters: readonly PublishedAdapter[];
  /** The category that a field of the schema is marked with. */
  readonly categoryOf: (field: GraphQLField<unknown, unknown>) => DataCategory | undefined;
}

/**
 * Which personal data the hub can show, from where, to whom, what for and on which basis, as a data protection impact assessment and
 * a record of processing (UK GDPR articles 30 and 35) need it. Markdown.
 */
export function dataMap(parts: DataMapParts): string {
  const { policy, adapters } = parts;
  return [
    '# Data map',
    '',
    `Made by \`npm run data-map\` from the schema, the sharing policy (version ${policy.version}) and the adapters; never by hand. CI compares it, so that a`,
    'change of what is processed is read by whoever answers for it.',
    '',
    '## Sources',
    '',
    ...table(['source', 'owner', 'categories', 'interface'], adapters.map((each) => [each.name, each.owner, each.feeds.join(', '), each.specification])), // prettier-ignore
    ...dataCategories.flatMap((category) => ['', ...categoryPart(category, parts)]),
    '',
  ].join('\n');
}

function categoryPart(category: DataCategory, parts: DataMapParts): readonly string[] {
  const { policy, adapters } = parts;
  const fields = fieldsOf(category, parts);
  const items = [...new Set(fields.flatMap(({ type }) => itemsOf(type)))];
  const sources = adapters.filter(({ feeds }) => feeds.includes(category)).map(({ name }) => name);
  const notes = [
    ...(policy.locationCategories.has(category)
      ? ['Of a person whose location is restricted, shown to nobody else.']
      : []),
    ...(policy.hiddenCategories.has(category)
      ? ['A client’s refusal looks to partners as if there were nothing.']
      : []),
    ...(policy.emergency?.closed.has(category) ? ['No emergency opens it.'] : []),
  ];
  const recipients = recipientsOf(category, policy);
  return [
    `## ${category}`,
    '',
    [descriptionOf(category, parts.schema), ...notes].join(' '),
    '',
    `- Fields: ${fields.length > 0 ? fields.map(({ name }) => `\`${name}\``).join(', ') : 'single items inside other sections'}`,
    ...(items.length > 0 ? ['- Data items:', ...groupedByType(items)] : []),
    `- Sources: ${sources.length > 0 ? sources.join(', ') : 'the hub itself, or items of other sections'}`,
    '',
    ...(recipients.length > 0
      ? table(['audience', 'purpose', 'basis', 'rule', 'shown'], recipients)
      : ['Nobody is ever shown it.']),
  ];
}

function recipientsOf(category: DataCategory, policy: Policy): readonly (readonly string[])[] {
  return audiences.flatMap((audience) =>
    purposes.flatMap((purpose): readonly (readonly string[])[] => {
      const triple: Triple = { audience, purpose, category };
      const rule = policy.ruleFor(audience, purpose, category);
      const openness = opennessOf(policy, triple, 'USUAL');
      return rule && openness !== 'CLOSED' ? [[audience, purpose, rule.basis, rule.id, words[openness]]] : [];
    }),
  );
}

const words: Record<Openness, string> = {
  CLOSED: 'never',
  BY_EXPLICIT_CONSENT: 'by consent to one named request',
  BY_CONSENT: 'by consent',
  UNLESS_REFUSED: 'unless the client says no',
  ALWAYS: 'whatever the client says',
};

function fieldsOf(
  category: DataCategory,
  { schema, categoryOf }: DataMapParts,
): readonly { readonly name: string; readonly type: GraphQLOutputType }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) =>
          categoryOf(field) === category ? [{ name: `${type.name}.${field.name}`, type: field.type }] : [],
        )
      : [],
  );
}

/** What every section has says nothing of a person. */
const common: ReadonlySet<string> = new Set(['Provenance', 'SourceStatus', 'PageInfo', 'Withheld', 'NoRecord', 'Unavailable']); // prettier-ignore

/** The single items below a section, down to the last one, but for those that are decided on their own. */
function itemsOf(type: GraphQLOutputType, seen: ReadonlySet<string> = common): readonly string[] {
  const named = getNamedType(type);
  const objects = isUnionType(named) ? named.getTypes() : isObjectType(named) ? [named] : [];
  return objects
    .filter(({ name }) => !seen.has(name))
    .flatMap((object) => {
      const below = new Set([...seen, object.name]);
      return Object.values(object.getFields())
        .filter(({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === 'disclose'))
        .flatMap((field) =>
          isLeafType(getNamedType(field.type)) ? [`${object.name}.${field.name}`] : itemsOf(field.type, below),
        );
    });
}

/** A line for each type, so that a change reads as one. */
function groupedByType(items: readonly string[]): readonly string[] {
  const byType = new Map<string, string[]>();
  for (const item of items) {
    const [type = '', field = ''] = item.split('.');
    byType.set(type, [...(byType.get(type) ?? []), field]);
  }
  return [...byType].map(([type, fields]) => `  - ${type}: ${fields.join(', ')}`);
}

function descriptionOf(category: DataCategory, schema: GraphQLSchema): string {
  const type = schema.getType('DataCategory');
  return (isEnumType(type) ? type.getValue(category)?.description : undefined) ?? '';
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
