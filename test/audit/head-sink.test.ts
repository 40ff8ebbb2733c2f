import { expect, test } from '@jest/globals';
import { createAuthority } from '../../adapters/sandbox/certificates.js';
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

test('a witness over TLS is posted the head, and one whose certificate is of another authority is not', async () => {
  const authority = createAuthority();
  const witness = await startSandboxServer({ tls: authority.issueServer(), answer: () => ({ status: 201 }) });
  await httpsHeadSink(`${witness.url}/heads`, { ca: authority.cert })(head);
  expect(witness.requests).toHaveLength(1);
  expect(headIsGenuine(signedHeadSchema.parse(JSON.parse(witness.requests[0]!.body)), keys.publicKey)).toBe(true);
  await expect(httpsHeadSink(witness.url, { ca: createAuthority().cert })(head)).rejects.toThrow(/certificate|issuer/i);
  await expect(httpsHeadSink(witness.url)(head)).rejects.toThrow(/certificate|issuer/i);
  expect(witness.requests).toHaveLength(1);
  await witness.close();
});
