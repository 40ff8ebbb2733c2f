import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { parse as parseYaml } from 'yaml';
import * as words from '../../src/access/types.js';
import { withheldReasons } from '../../src/access/types.js';
import { readContract } from '../../src/graph/contract.js';
import { categoryOf } from '../../src/graph/disclose.js';
import { errorCodes } from '../../src/graph/errors.js';
import { buildSchema } from '../../src/graph/schema.js';
import { packageRoot } from '../../src/package-root.js';
import { upstreamErrorReasons } from '../../adapters/upstream-error.js';
import { startHub, type TestHub } from './hub.js';
import { AMINA } from './people.js';

const built = buildSchema(readContract(new URL('schema/', packageRoot)));
let hub: TestHub;
let served: GraphQLSchema;
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA } } });
  const { data } = await hub.as('clinician').query(getIntrospectionQuery({ oneOf: true }));
  served = buildClientSchema(data as Parameters<typeof buildClientSchema>[0]);
});
afterAll(() => hub.close());

const fieldsOf = (schema: GraphQLSchema, type: string): readonly GraphQLField<unknown, unknown>[] => {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.values(found.getFields()) : [];
};
const valuesOf = (name: string): readonly string[] => {
  const found = served.getType(name);
  return isEnumType(found) ? found.getValues().map((value) => value.name) : [];
};

test('every field of a client but its id is marked with the category that decides it', () => {
  const unmarked = fieldsOf(built, 'Client').filter((field) => !categoryOf(built, field as never));
  expect(unmarked.map(({ name }) => name)).toEqual(['id']);
});

test('every field that is marked as a place may be null, and lies in a type that says so', () => {
  const places = Object.values(built.getTypeMap()).flatMap((type) =>
    fieldsOf(built, type.name)
      .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'location'))
      .map((field) => `${type.name}.${field.name}: ${String(field.type)}`),
  );
  expect(places).toEqual([
    'WorkplaceAdjustment.employer: String',
    'WorkplaceAdjustment.wording: String',
    'CaseGoal.description: String',
    'CaseAction.description: String',
    'CaseIntervention.provider: String',
    'CaseSafeContact.address: String',
    'CaseSafeContact.note: String',
    'CorrectionRequest.says: String',
    'CorrectionRequest.shouldSay: String',
    'CorrectionRequest.evidence: String',
    'CorrectionStep.words: String',
    'EmploymentSpell.employerName: String',
    'EmploymentSpell.workplace: String',
    'Appointment.description: String',
    'Appointment.location: String',
    'Encounter.serviceProvider: String',
    'TrackedReferral.area: String',
    'CaseSession.place: String',
    'CaseSession.hostedBy: String',
    'CaseSession.deliveredBy: String',
    'Referral.referredBy: String',
    'SupportCase.plan: String',
    'Goal.description: String',
    'SupportSession.topic: String',
    'SupportSession.venue: String',
  ]);
});

test('every type, field, argument and value says what it means', () => {
  const silent: string[] = [];
  const look = (place: string, { description }: { readonly description?: string | null | undefined }): void => {
    if (description == null || description.trim() === '') silent.push(place);
  };
  for (const type of Object.values(served.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  expect(silent).toEqual([]);
});

test('every section is the union of its record and the three other states, and never null', () => {
  const unions = fieldsOf(served, 'Client').filter(({ type }) => String(type).endsWith('Result!'));
  expect(unions).toHaveLength(14);
  for (const { type } of unions) {
    const union = served.getType(String(type).slice(0, -1));
    const members = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
    expect(members.slice(1)).toEqual(['NoRecord', 'Withheld', 'Unavailable']);
  }
});

test('every record of a source says where it came from', () => {
  const records = ['Demographics', 'Contact', 'WorkStatusStatement', 'EmploymentSpell', 'BenefitClaim', 'FitNote', 'Condition', 'MeasureScore', 'Observation', 'Appointment', 'Encounter', 'Referral', 'SupportCase']; // prettier-ignore
  for (const name of records) {
    const field = fieldsOf(served, name).find(({ name: field }) => field === 'provenance');
    expect(`${name} ${String(field?.type)}`).toBe(`${name} Provenance!`);
  }
});

describe('the contract, the code and the data speak of the same things', () => {
  test.each([
    ['DataCategory', words.dataCategories],
    ['Audience', words.audiences],
    ['Purpose', words.purposes],
    ['Basis', words.bases],
    ['WithheldReason', withheldReasons],
    ['UnavailableReason', [...upstreamErrorReasons, 'NOT_CONNECTED', 'HUB_FAULT']],
  ])('%s', (name, expected) => {
    expect(valuesOf(name)).toEqual(expected);
  });

  test('every name in the policy is one of the contract', () => {
    const text = readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8');
    const { rules, locationCategories, consentRecorders } = parseYaml(text) as {
      rules: { audiences: string[]; purposes: string[]; categories: string[]; basis: string }[];
      locationCategories: string[];
      consentRecorders: string[];
    };
    expect(valuesOf('DataCategory')).toEqual(
      expect.arrayContaining([...rules.flatMap(({ categories }) => categories), ...locationCategories]),
    );
    expect(valuesOf('Audience')).toEqual(
      expect.arrayContaining([...rules.flatMap(({ audiences }) => audiences), ...consentRecorders]),
    );
    expect(valuesOf('Purpose')).toEqual(expect.arrayContaining(rules.flatMap(({ purposes }) => purposes)));
    expect(valuesOf('Basis')).toEqual(expect.arrayContaining(rules.map(({ basis }) => basis)));
    // And every category is decided for somebody: a section that nobody can ever be shown is a mistake.
    const shown = new Set(rules.filter(({ basis }) => basis !== 'NEVER').flatMap(({ categories }) => categories));
    expect(valuesOf('DataCategory').filter((category) => !shown.has(category))).toEqual([]);
  });

  test('every error code names its owner', () => {
    expect(new Set(Object.values(errorCodes).map(({ owner }) => owner))).toEqual(new Set(['SENDER', 'HUB', 'SOURCE']));
  });
});

describe('@oneOf takes exactly one', () => {
  const look = 'query($by: ClientLookup!) { client(by: $by) { id } }';
  const message = (problem: string): string => `Variable "$by" is invalid; ${problem}`;
  test.each([
    [{}, message('Exactly one key must be specified for OneOf type "ClientLookup".')],
    [{ id: 'x', nhsNumber: '9990000018' }, message('Exactly one key must be specified for OneOf type "ClientLookup".')],
    [{ id: null }, 'Variable "$by" at "by.id" is invalid; Field "id" must be non-null.'],
    [{ id: 'x', nhsNumber: null }, message('Exactly one key must be specified for OneOf type "ClientLookup".')],
    [null, 'Variable "$by" of non-null type "ClientLookup!" must not be null.'],
  ])('%j', async (by, expected) => {
    const { data, errors } = await hub.as('clinician').query(look, { by });
    expect(data ?? null).toBeNull();
    expect(errors?.map((error) => [error.message, error.extensions])).toContainEqual([
      expected,
      { code: 'BAD_INPUT', owner: 'SENDER' },
    ]);
  });

  test('and the served schema says so', () => {
    const oneOf = Object.values(served.getTypeMap()).filter((type) => isInputObjectType(type) && type.isOneOf);
    expect(oneOf.map(({ name }) => name).sort()).toEqual([
      'ClientLookup',
      'ConsentChangeInput',
      'ConsentRecipientInput',
      'ReferralSubjectInput',
    ]);
  });
});

test('a hub without explorer answers no introspection and suggests no names', async () => {
  const closed = await startHub({
    people: { AMINA: { person: AMINA } },
    change: (settings) => ({ ...settings, explorer: false }),
  });
  try {
    const { errors } = await closed.as('clinician').query('{ __schema { types { name } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_OPERATION', owner: 'SENDER' } }]);
    const misspelt = await closed.as('clinician').query('{ clint { id } }');
    expect(misspelt.errors?.map(({ message }) => message)).toEqual(['Cannot query field "clint" on type "Query".']);
    expect((await fetch(`${closed.url}/explorer`)).status).toBe(404);
  } finally {
    await closed.close();
  }
});
