/** What is sealed in the store cannot be guessed from the digest beside it, by which a repeated key is told from a new one. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';
import { permitting } from './consent-samples.js';

const guesses = ['I am moving', 'My employer found out', 'Something else'];
const plain = (input: unknown): string => createHash('sha256').update(JSON.stringify(input)).digest('hex');
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA, consents: [permitting({ categories: ['SUPPORT'] })] } } });
});
afterAll(() => hub.close());

/** Every digest of an input in a collection, as somebody who has the store reads them. */
async function digestsIn(collection: 'consents' | 'emergencyGrants'): Promise<readonly string[]> {
  const documents = await hub.demo.hub.store.collection(collection).find({ index: 'id', where: {}, limit: 50 });
  return [...JSON.stringify(documents).matchAll(/"inputDigest":"([0-9a-f]{64})"/g)].map(([, digest]) => digest ?? '');
}

test('why somebody withdrew is sealed, and no guess at it fits the digest', async () => {
  const { data } = await hub.as('client:AMINA').query('{ me { consents { id } } }');
  const [{ id }] = data.me.consents as [{ id: string }];
  const told = await hub
    .as('client:AMINA')
    .query('mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }', {
      input: { idempotencyKey: 'digests-1', consent: id, reason: guesses[1] },
    });
  expect(told.errors).toBeUndefined();
  const consents = await hub.demo.hub.store.collection('consents').find({ index: 'id', where: {}, limit: 50 });
  const digests = new Set(await digestsIn('consents'));
  expect(digests.size).toBe(2);
  for (const { consentId } of consents) {
    for (const guess of guesses) expect(digests.has(plain(['withdraw', consentId, guess]))).toBe(false);
  }
});

test('why a record was opened in an emergency is sealed, and no guess at it fits the digest', async () => {
  const told = await hub
    .as('clinician')
    .query('mutation($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { __typename } }', {
      input: {
        idempotencyKey: 'digests-2',
        client: { nhsNumber: AMINA.nhsNumber },
        reason: 'RISK_TO_LIFE',
        note: guesses[2],
      },
    });
  expect(told.errors).toBeUndefined();
  const digests = await digestsIn('emergencyGrants');
  expect(digests).toHaveLength(1);
  const clientId = await hub.clientId('AMINA');
  for (const guess of guesses) expect(digests).not.toContain(plain([clientId, 'RISK_TO_LIFE', guess]));
});
