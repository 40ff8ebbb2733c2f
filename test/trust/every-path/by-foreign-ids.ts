/** Every mutation of the contract with an input of its own, made from the contract: one that is added tomorrow is tried tomorrow. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLField,
} from 'graphql';
import { testNHSNumber } from '../../../src/identity/nhs-number.js';
import { schema } from './contract.js';

/** What an id names, by the field that takes it. */
const kinds: Readonly<Record<string, string>> = {
  client: 'client',
  belongsTo: 'client',
  case: 'case',
  cases: 'case',
  action: 'action',
  intervention: 'intervention',
  consent: 'consent',
  supersedes: 'consent',
  representative: 'representative',
  referral: 'referral',
  emergencyAccess: 'emergency',
  match: 'match',
  task: 'task',
  employer: 'workplace',
  enquiry: 'enquiry',
  adjustment: 'adjustment',
  correction: 'correction',
  group: 'group',
  session: 'session',
  id: 'employer',
};
/** Ids that name nobody and nothing of anybody. */
const open = new Set(['idempotencyKey', 'programme', 'link']);
/** Looked for where the contract leaves it open: an optional id that says whom it is about. */
const wanted = new Set(['client', 'referral', 'case', 'subject']);

/** Where a value of the right type would not do. */
const values: Readonly<Record<string, unknown>> = {
  nhsNumber: testNHSNumber(9),
  postcodeDistrict: 'NR1',
  programme: 'workwell',
  role: 'WORK_HEALTH_COACH',
  employmentStatus: '01',
  link: 'nino',
  until: '2027-02-01',
  since: '2026-02-02',
  validTo: '2027-02-01',
  seenByPerson: true,
  resource: '{"resourceType":"Consent"}',
  categories: ['SUPPORT'],
  recipients: [{ audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  outcome: 'JUSTIFIED',
  move: 'UPDATE',
  effect: 'PERMIT',
  headcount: 90,
  source: 'provider-dataverse',
  category: 'SUPPORT',
  birthDate: '1990-05-17',
  familyName: 'Nobody',
};
/** Fields that their mutation needs and the contract leaves open. */
const also: Readonly<Record<string, object>> = {
  answerCorrection: { move: 'ACKNOWLEDGE' },
  delayAccessHistory: { organisation: 'OTHER' },
  closeSession: { state: 'ATTENDED' },
  moveAdjustment: { move: 'AGREE' },
  moveReferral: { move: 'ACCEPT', note: 'Seen.' },
  dischargeCase: { reason: 'WITHDREW' },
};

export interface Mutation {
  readonly name: string;
  readonly query: string;
  /** The kinds of ids that it takes. */
  readonly kinds: readonly string[];
  /** @param id makes an id of a kind */
  readonly variables: (id: (kind: string) => unknown, key: string) => object;
}

/** @throws where an id field is of no known kind: it must be said what it names */
function valueOf(
  type: GraphQLInputType,
  name: string,
  id: (kind: string) => unknown,
  key: string,
  owner = '',
): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name, id, key, owner);
  if (name === 'idempotencyKey') return key;
  if (name in values) return values[name];
  if (isListType(type)) return [valueOf(type.ofType, name, id, key, owner)];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    if (named.isOneOf) return { [fields[0]!.name]: valueOf(fields[0]!.type, fields[0]!.name, id, key, named.name) };
    const asked = fields.filter((field) => isNonNullType(field.type) || wanted.has(field.name));
    return Object.fromEntries(asked.map((field) => [field.name, valueOf(field.type, field.name, id, key, named.name)]));
  }
  if (named.name === 'ID') {
    const kind = owner === 'RecordEmployerEntryInput' ? 'employer' : kinds[name];
    if (kind === undefined) throw new Error(`${owner}.${name}: say in kinds what this id names`);
    return id(kind);
  }
  return { Int: 1, Boolean: true, Date: '2026-11-20', DateTime: '2027-01-05T10:00:00Z' }[named.name] ?? 'Words.';
}

function mutationOf(field: GraphQLField<unknown, unknown>): Mutation {
  const [argument] = field.args;
  if (!argument) throw new Error(`${field.name} takes nothing`);
  const found = new Set<string>();
  valueOf(argument.type, argument.name, (kind) => found.add(kind), 'any');
  return {
    name: field.name,
    query: `mutation($value: ${String(argument.type)}) { ${field.name}(${argument.name}: $value) { __typename ${refusals(field)} } }`,
    kinds: [...found],
    variables: (id, key) => {
      const value = valueOf(argument.type, argument.name, id, key);
      // Of a client or a referral, exactly one says whom it is about.
      const { referral: _other, ...withClient } = value as Record<string, unknown>;
      const one = field.name === 'openCase' ? withClient : value;
      return { value: typeof one === 'object' ? { ...one, ...also[field.name] } : one };
    },
  };
}

/** All that a refusal says. */
function refusals(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  const members = 'getTypes' in type ? type.getTypes() : [];
  const refused = members.filter((each) => 'getFields' in each && 'reason' in each.getFields());
  return refused.map(({ name }) => `... on ${name} { reason message }`).join(' ');
}

export const mutations: readonly Mutation[] = Object.values(schema.getMutationType()?.getFields() ?? {}).map(
  mutationOf,
);

export const isOpen = (name: string): boolean => open.has(name);
export const byForeignIds: Readonly<Record<string, true>> = Object.fromEntries(
  mutations.map(({ name }) => [`Mutation.${name}`, true]),
);
