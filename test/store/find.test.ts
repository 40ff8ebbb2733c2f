import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConsentDocument } from '../../src/store/documents.js';
import { compareKeys } from '../../src/store/plan.js';
import type { Condition, Key, Query, Store } from '../../src/store/port.js';
import { engines } from './engines.js';
import { client, consent, relationship } from './samples.js';

const index = 'clientId_consentId_consentVersion';
const fields = ['clientId', 'consentId', 'consentVersion'] as const;
/** UTF-8 and UTF-16 order the last two differently. */
const clients = ['a', 'A b', 'é', '\uffee', '😀'];
const consentIds = ['1', '10', '2'];
const versions = [1, 2, 10];

/** Every combination, some of them twice under different ids. */
const everything = clients.flatMap((about) =>
  consentIds.flatMap((id) =>
    versions.flatMap((version) =>
      Array.from({ length: version === 2 ? 3 : 1 }, (_, copy) =>
        consent(id, version, about, `${about}${id}${version}${copy}`),
      ),
    ),
  ),
);

type New = (typeof everything)[number];
const keyOf = (document: New, field: string): Key => document[field as keyof New] as Key;

/** What the port says, the slow way. */
function answerOf(query: Omit<Query, 'limit' | 'after'>): readonly string[] {
  const direction = query.order === 'descending' ? -1 : 1;
  return everything
    .filter((document) => fields.every((field) => holds(query.where[field], keyOf(document, field))))
    .sort((one, other) => {
      const differing = [...fields, 'id'].find((field) => keyOf(one, field) !== keyOf(other, field)) ?? 'id';
      return direction * compareKeys(keyOf(one, differing), keyOf(other, differing));
    })
    .map(({ id }) => id);
}

function holds(condition: Condition | undefined, value: Key): boolean {
  if (condition === undefined) return true;
  if (typeof condition !== 'object') return condition === value;
  if ('in' in condition) return condition.in.includes(value);
  return (
    (condition.gt === undefined || compareKeys(value, condition.gt) > 0) &&
    (condition.gte === undefined || compareKeys(value, condition.gte) >= 0) &&
    (condition.lt === undefined || compareKeys(value, condition.lt) < 0) &&
    (condition.lte === undefined || compareKeys(value, condition.lte) <= 0)
  );
}

const valuesOf: Readonly<Record<(typeof fields)[number], readonly Key[]>> = {
  clientId: [...clients, 'nobody'],
  consentId: [...consentIds, '15'],
  consentVersion: [...versions, 5],
};

/** Equalities, then perhaps an `in`, then perhaps a range. */
const queries = fc
  .record({
    equalities: fc.nat(3),
    among: fc.boolean(),
    range: fc.boolean(),
    order: fc.constantFrom('ascending' as const, 'descending' as const),
  })
  .chain(({ equalities, among, range, order }) => {
    const conditions = fields.map((field, at): fc.Arbitrary<Condition | undefined> => {
      const value = fc.constantFrom(...valuesOf[field]);
      if (at < equalities) return value;
      if (at === equalities && among) return fc.record({ in: fc.array(value, { maxLength: 4 }) });
      if (at === equalities + Number(among) && range) {
        return fc.oneof(fc.record({ gt: value, lte: value }), fc.record({ gte: value }), fc.record({ lt: value }));
      }
      return fc.constant(undefined);
    });
    return fc.tuple(...conditions).map((chosen) => ({
      index,
      order,
      where: Object.fromEntries(
        fields.map((field, at) => [field, chosen[at]]).filter(([, condition]) => condition !== undefined),
      ),
    }));
  });

describe.each(engines)('find on $engine', ({ engine, newPlace, gaps }) => {
  const place = newPlace();
  let store: Store;
  beforeAll(async () => {
    store = await place.open();
    await store.collection('consents').insertMany(everything);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  async function allPages(query: Omit<Query, 'limit' | 'after'>, limit: number): Promise<readonly string[]> {
    const found: ConsentDocument[] = [];
    let after: readonly Key[] | undefined;
    while (true) {
      const page = await store.collection('consents').find({ ...query, limit, ...(after && { after }) } as never);
      found.push(...page);
      const last = page.at(-1);
      if (page.length < limit || last === undefined || found.length > everything.length)
        return found.map(({ id }) => id);
      after = [...fields.filter((field) => typeof query.where[field] !== 'string' && typeof query.where[field] !== 'number'), 'id'].map((field) => keyOf(last, field)); // prettier-ignore
    }
  }

  test('answers as a naive search would, page by page', async () => {
    const asked = gaps.includes('UTF-8 order')
      ? queries.filter(({ where }) => typeof where.clientId === 'string')
      : queries;
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 7 }), async (query, limit) => {
        expect(await allPages(query, limit)).toEqual(answerOf(query));
        expect(await allPages(query, 1000)).toEqual(answerOf(query));
      }),
      { numRuns: engine === 'SQLite' ? 400 : 60 },
    );
  });

  test('continues on a unique index, whose key needs no id behind it', async () => {
    const found = await store.collection('consents').find({ index: 'idempotencyKey', where: {}, limit: 1 });
    const first = found[0]!;
    const next = await store.collection('consents').find({
      index: 'idempotencyKey',
      where: {},
      limit: 1,
      after: [first.idempotencyKey, first.id],
    });
    const sorted = everything.map(({ idempotencyKey }) => idempotencyKey).sort(compareKeys);
    expect([first, next[0]!].map(({ idempotencyKey }) => idempotencyKey)).toEqual(sorted.slice(0, 2));
  });

  test('walks a whole collection in the order of ids', async () => {
    const relationships = store.collection('relationships');
    await relationships.insertMany(['c', 'a', 'b'].map((whom) => relationship('walk', whom)));
    const first = await relationships.find({ index: 'id', where: {}, limit: 2 });
    const rest = await relationships.find({ index: 'id', where: {}, limit: 2, after: [first[1]!.id] });
    expect([...first, ...rest].map(({ clientId }) => clientId)).toEqual([client('a'), client('b'), client('c')]);
  });
});
