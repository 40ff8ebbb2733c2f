import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Connection } from '../../../adapters/contract.js';
import { dwpCitizen, type DwpLoaders } from '../../../adapters/dwp-citizen/index.js';
import { startDwpSandbox, type DwpSandbox } from '../../../adapters/dwp-citizen/sandbox.js';
import { callOf, person, subjectOf, universalCredit } from './people.js';

const now = Date.parse('2025-11-22T12:00:00Z');
const amina = person({
  nhsNumber: '9990000018',
  nino: 'ZZ123456C',
  familyName: 'Example',
  givenName: 'Amina',
  claims: [
    universalCredit({}, 61_667),
    {
      benefitType: 'new_code_of_tomorrow',
      status: 'oddly_phrased',
      startDate: '2024-01-01',
      endDate: '2025-06-30',
      awards: [],
    },
    { benefitType: 'income_support', status: 'closed', startDate: '2019-01-01', endDate: '2020-06-30', awards: [] },
  ],
});
const ben = person({ nhsNumber: '9990000026', nino: 'ZZ654321A', familyName: 'Claimless', givenName: 'Ben' });

let sandbox: DwpSandbox;
let connection: Connection<DwpLoaders>;
beforeAll(async () => {
  sandbox = await startDwpSandbox({ people: [amina, ben] });
});
beforeEach(async () => {
  await connection?.close();
  sandbox.forget();
  sandbox.heal();
  connection = await dwpCitizen.connect(sandbox.settings, { now: () => now, onCall: () => undefined });
});
afterAll(async () => {
  await connection.close();
  await sandbox.close();
});
const asked = (): string[] =>
  sandbox.requests
    .filter(({ path }) => !path.endsWith('/token'))
    .map(({ method, path }) => `${method} ${path.replace(/citizens\/[0-9a-f-]{36}/, 'citizens/{guid}')}`);

test('a claim comes in pence, with codes as they came and the regime of its claim', async () => {
  const { items, complete, retrievedAt } = await connection.loaders(callOf()).claims(subjectOf(amina));
  const provenance = { source: 'dwp-citizen', retrievedAt, recordedAt: null };
  expect(complete).toBe(true);
  expect(items).toEqual([
    {
      benefitType: 'universal_credit',
      status: 'in_payment',
      startDate: '2025-02-01',
      endDate: null,
      decisionDate: '2025-02-01',
      awards: [{ amount: 39_345, startDate: '2025-10-01', endDate: '2025-10-31', status: 'live' }],
      conditionality: 'Preparing for work',
      provenance,
    },
    {
      benefitType: 'new_code_of_tomorrow',
      status: 'oddly_phrased',
      startDate: '2024-01-01',
      endDate: '2025-06-30',
      decisionDate: '2024-01-01',
      awards: [],
      conditionality: null,
      provenance,
    },
  ]);
});
