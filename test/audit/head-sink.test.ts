import { expect, test } from '@jest/globals';
import { startSandboxServer } from '../../adapters/sandbox/server.js';
import { httpsHeadSink } from '../../src/audit/head-sink.js';
import { startOf } from '../../src/audit/record.js';
import { headIsGenuine, signHead, signedHeadSchema } from '../../src/audit/signed-head.js';
import { keys } from './events.js';

const head = signHead(startOf('W1'), '2025-06-02T09:30:00.000Z', false, keys.privateKey);

test('a witness is posted the head as it was signed', async () => {
  const witness = await startSandboxServer({ answer: () => ({ status: 202 }) });
  await httpsHeadSink(`${witness.url}/heads`, { headers: { authorization: 'Bearer x' } })(head);
  const [request] = witness.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/heads', headers: { authorization: 'Bearer x' } });
  expect(headIsGenuine(signedHeadSchema.parse(JSON.parse(request!.body)), keys.publicKey)).toBe(true);
  await witness.close();
});

test('a witness that does not take the head has not taken it', async () => {
  const witness = await startSandboxServer({ answer: () => ({ status: 503 }) });
  await expect(httpsHeadSink(witness.url)(head)).rejects.toThrow('answered 503');
  await witness.close();
});

test('heads are not sent in the clear', () => {
  expect(() => httpsHeadSink('http://witness.example/heads')).toThrow('https only');
});
