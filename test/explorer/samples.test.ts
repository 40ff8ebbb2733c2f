import { expect, test } from '@jest/globals';
import { fillIn, samplesFor, samplesIn } from '../../src/explorer/samples.js';
import { personas } from './stub-hub.js';

test('samples take the place of the variables they name, and of no others', () => {
  expect(JSON.parse(fillIn('{"nhsNumber": "1", "first": 10}', { nhsNumber: '2', client: 'c' }))).toEqual({
    nhsNumber: '2',
    first: 10,
  });
});

test('variables that are being typed, and are not JSON yet, stay as they are', () => {
  expect(fillIn('{"nhsNumber": ', { nhsNumber: '2' })).toBe('{"nhsNumber": ');
  expect(fillIn('', { nhsNumber: '2' })).toBe('');
});

test('a new caller gets their own people, a fresh idempotency key, and no id or cursor of the caller before', () => {
  const [clinician] = personas;
  const samples = samplesFor(clinician);
  const before = { nhsNumber: '1', client: 'c', consent: 'd', after: 'e', idempotencyKey: 'choose-a-key', first: 10 };
  const filled = JSON.parse(fillIn(JSON.stringify(before), samples));
  expect(filled).toEqual({
    nhsNumber: '9000000017',
    client: '',
    consent: '',
    after: null,
    idempotencyKey: expect.stringMatching(/^[A-Za-z0-9-]{8,64}$/),
    first: 10,
  });
});

test('each mutation gets an idempotency key of its own: one key for two was refused by the hub', () => {
  const samples = samplesFor(personas[0]);
  const filled = [1, 2].map(() => fillIn('{"idempotencyKey": ""}', samples));
  expect(filled[0]).not.toBe(filled[1]);
});

test('the demonstration’s own sample variables win', () => {
  expect(samplesFor({ ...personas[0]!, sampleVariables: { client: 'mine' } })).toMatchObject({ client: 'mine' });
});

test('the ids in an answer are learned: a client by any root field, a consent recorded or listed', () => {
  expect(samplesIn({ client: { id: 'a' } })).toEqual({ client: 'a' });
  expect(samplesIn({ me: { id: 'b', consents: [{ id: 'c' }] } })).toEqual({ client: 'b', consent: 'c' });
  expect(samplesIn({ clients: { edges: [{ node: { id: 'd' } }] } })).toEqual({ client: 'd' });
  expect(samplesIn({ recordConsent: { consent: { id: 'e' } } })).toEqual({ consent: 'e' });
  expect(samplesIn({ submitReferral: { referral: { id: 'f' } } })).toEqual({ referral: 'f' });
  expect(samplesIn({ trackedReferrals: { edges: [{ node: { id: 'g' } }] } })).toEqual({ referral: 'g' });
  expect(samplesIn({ client: null })).toEqual({});
  expect(samplesIn(undefined)).toEqual({});
});
