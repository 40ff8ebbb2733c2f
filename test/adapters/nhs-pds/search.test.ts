import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { errorFrom } from '../transport/harness.js';
import { amina, aPerson, merged, restricted, startBench, veryRestricted, withdrawn, type Bench } from './harness.js';

const twins = ['9990000085', '9990000093'].map((nhsNumber) => aPerson({ nhsNumber, familyName: 'Twin' }));

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ people: [amina, restricted, veryRestricted, withdrawn, merged, ...twins] });
});
afterEach(() => bench.close());

const search = (by: Partial<Parameters<ReturnType<Bench['loaders']>['search']>[0]>): Promise<unknown> =>
  bench.loaders().search({ family: 'Example', birthDate: '1988-02-29', ...by });

describe('a search', () => {
  test('finds the one person who matches everything that was given', async () => {
    const found = await search({ family: 'EXAMPLE', given: 'Amina', gender: 'female', postcode: 'ls11aa' });
    expect(found).toMatchObject({ items: [{ nhsNumber: amina.nhsNumber, restriction: 'U' }], complete: true });
  });

  test.each([
    ['another family name', { family: 'Other' }],
    ['another given name', { given: 'Other' }],
    ['another birth date', { birthDate: '1988-03-01' }],
    ['another gender', { gender: 'male' }],
    ['another postcode', { postcode: 'YO1 1AA' }],
  ])('finds nobody under %s', async (_name, by) => {
    expect(await search(by)).toMatchObject({ items: [], complete: true });
  });

  test('that several match is AMBIGUOUS, though PDS says it with status 200', async () => {
    expect(await errorFrom(search({ family: 'Twin' }))).toMatchObject({
      reason: 'AMBIGUOUS',
      status: 200,
      code: 'TOO_MANY_MATCHES',
    });
  });

  test('finds a restricted person by name, without whereabouts, and never by postcode', async () => {
    expect(await search({ family: 'Hidden' })).toMatchObject({ items: [{ restriction: 'R', addresses: [] }] });
    expect(await search({ family: 'Hidden', postcode: 'LS1 1AA' })).toMatchObject({ items: [] });
  });

  test.each([
    ['withdrawn', 'Withdrawn'],
    ['very restricted', 'Unseen'],
  ])('does not find a %s record', async (_name, family) => {
    expect(await search({ family })).toMatchObject({ items: [] });
  });

  test('finds a merged person once, under the new number', async () => {
    expect(await search({ family: 'Merged' })).toMatchObject({ items: [{ nhsNumber: merged.supersededBy }] });
  });

  test('for part of a name is refused before PDS is asked', async () => {
    expect(await errorFrom(search({ family: 'Ex*' }))).toMatchObject({ reason: 'REFUSED', code: 'WILDCARD' });
    expect(await errorFrom(search({ given: '*' }))).toMatchObject({ reason: 'REFUSED', code: 'WILDCARD' });
    expect(bench.sandbox.requests).toEqual([]);
  });

  test('for a date that is none is refused by PDS', async () => {
    expect(await errorFrom(search({ birthDate: 'yesterday' }))).toMatchObject({ status: 400, code: 'INVALID_VALUE' });
  });

  test('is asked once per request', async () => {
    const loaders = bench.loaders();
    const by = { family: 'Example', birthDate: '1988-02-29' };
    const [first, same, other] = [loaders.search(by), loaders.search({ ...by }), loaders.search({ ...by, given: 'A' })];
    expect(same).toBe(first);
    expect(other).not.toBe(first);
    await Promise.all([first, other]);
  });

  test('is an error where a Bundle holds anything but people', async () => {
    const entry = [{ resource: { resourceType: 'OperationOutcome' } }];
    bench.sandbox.fail({
      kind: 'status',
      path: /Patient/,
      status: 200,
      body: JSON.stringify({ resourceType: 'Bundle', entry }),
    });
    expect((await errorFrom(search({}))).reason).toBe('REFUSED');
  });
});
