/** Every mutation is idempotent by its key: the same again is the same answer and nothing more, and another input is refused. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { readContract } from '../../src/graph/contract.js';
import { packageRoot } from '../../src/package-root.js';
import { collectionNames } from '../../src/store/models/index.js';
import type { Collection, CollectionName, Stored } from '../../src/store/port.js';
import { demoGateways } from '../../src/demo/gateways.js';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { clockAt, policySince, traceEarly } from '../acceptance/programmes/case-work.js';
import {
  at,
  operationOf,
  programmesWithEverything,
  steps,
  type Known,
  type Look,
  type Step,
} from './every-mutation.js';

const clock = clockAt('2019-09-02');
let hub: TestHub;
let programmes: string;
const known: Record<string, string> = {};
const stranger = nobodySpecial(3, { familyName: 'Okonkwo', givenName: 'Grace', postcode: 'NR1 2ZZ', sex: 'female' });
beforeAll(async () => {
  programmes = await programmesWithEverything();
  hub = await startHub({
    clock,
    people: {
      ONE: { person: nobodySpecial(1) },
      OTHER: { person: nobodySpecial(2) },
      STRANGER: { person: stranger, enrolled: false },
    },
    change: (settings) => ({
      ...policySince('2018-01-01')(settings),
      programmes,
      referral: { gateways: demoGateways },
    }),
  });
  await traceEarly(hub, ['ONE', 'OTHER']);
  Object.assign(known, {
    nhsNumber: hub.nhsNumber('ONE'),
    otherNhsNumber: hub.nhsNumber('OTHER'),
    parent: nobodySpecial(9).nhsNumber,
    practice: await hub.idFor('practice', 'ONE'),
    provider: await hub.idFor('provider', 'ONE'),
    otherPractice: await hub.idFor('practice', 'OTHER'),
    otherProvider: await hub.idFor('provider', 'OTHER'),
    familyName: stranger.familyName,
    givenName: stranger.givenName,
    birthDate: stranger.birthDate,
  } satisfies Known);
});
afterAll(async () => {
  await hub.close();
  await rm(programmes, { recursive: true, force: true });
});

const keep = (found: unknown, names: Readonly<Record<string, string>>): void => {
  for (const [name, path] of Object.entries(names)) {
    const value = at(found, path);
    if (typeof value !== 'string') throw new Error(`${name} is not at ${path}: ${JSON.stringify(found)}`);
    known[name] = value;
  }
};
async function lookAt({ as, query, variables, keep: names }: Look): Promise<void> {
  await hub.demo.hub.matchWorker.workDue();
  const { data } = await hub.as(as).query(query, variables?.(known));
  keep(data, names);
}
/** How many documents there are of what a mutation can make; what is written about the asking itself is left out. */
const aboutAsking: readonly CollectionName[] = [
  'ledger',
  'ledgerNodes',
  'ledgerHeads',
  'firstAccesses',
  'eventSlots',
  'placeGates',
];
/** What each collection holds, as a digest: how often a document was written says nothing of what it says. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const parts = collectionNames
    .filter((name) => !aboutAsking.includes(name))
    .map(async (name) => {
      const collection = hub.demo.hub.store.collection(name) as unknown as Collection<Stored>;
      const documents = await collection.find({ index: 'id', where: {}, limit: 1_000 });
      const text = JSON.stringify(documents.map((document) => ({ ...document, version: 0 })));
      return [name, `${documents.length} ${createHash('sha256').update(text).digest('hex')}`] as const;
    });
  return Object.fromEntries(await Promise.all(parts));
}

test('every mutation of the contract is on the table', () => {
  const schema = buildSchema(readContract(new URL('schema/', packageRoot)), { assumeValid: true });
  const mutations = schema.getType('Mutation');
  if (!isObjectType(mutations)) throw new Error('the contract has mutations');
  const all = Object.keys(mutations.getFields()).sort();
  expect([...new Set(steps.map(({ mutation }) => mutation))].sort()).toEqual(all);
  for (const { args } of Object.values(mutations.getFields())) expect(args.map(({ name }) => name)).toEqual(['input']);
});

type KeyedStep = Step & { readonly key: string };
const keyed: readonly KeyedStep[] = steps.map((step, number) => ({ ...step, key: `every-mutation-${number}` }));
interface Answered {
  readonly __typename: string;
  readonly reason?: string;
}
const send = async (step: KeyedStep, change: object = {}): Promise<Answered> => {
  const input = { idempotencyKey: step.key, ...step.input(known), ...change };
  const { data, errors } = await hub.as(step.as).query(operationOf(step), { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[step.mutation] as Answered;
};
const answers = new Map<string, Answered>();

test.each(keyed)('$mutation ($key): the same key again changes nothing, and another input is refused', async (step) => {
  for (const look of step.first ?? []) await lookAt(look);
  const first = await send(step);
  answers.set(step.key, first);
  expect(first).toEqual(expect.objectContaining({ __typename: expect.not.stringMatching(/Refused$|NotRead$/) }));
  const before = await everything();
  expect(await send(step)).toEqual(first);
  expect(await everything()).toEqual(before);
  const other = await send(step, step.other(known));
  expect('results' in other ? (other.results as object[])[0] : other).toMatchObject({
    __typename: expect.stringMatching(/Refused$/),
    reason: 'IDEMPOTENCY_KEY_REUSED',
  });
  expect(await everything()).toEqual(before);
  keep(first, step.keep ?? {});
});

test.each(keyed)('$mutation ($key): and the same once all the others have been done since', async (step) => {
  const before = await everything();
  expect(await send(step)).toEqual(answers.get(step.key));
  expect(await everything()).toEqual(before);
});
