import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { startSandboxServer, type SandboxReply, type SandboxServer } from '../../../adapters/sandbox/server.js';
import { signedJwtGrant } from '../../../adapters/transport/grants.js';
import { createClientCredentials, createTokenHolder, type TokenHolder } from '../../../adapters/transport/token.js';
import { createUpstream } from '../../../adapters/transport/upstream.js';
import type { Upstream } from '../../../adapters/transport/types.js';
import { aCall, errorFrom } from './harness.js';

let now: number;
let issued: number;
let expiresIn: unknown;
let answerToken: () => SandboxReply | Promise<SandboxReply>;
/** Tokens that the API accepts; undefined: all. */
let accepted: Set<string> | undefined;
let tokens: SandboxServer;
let api: SandboxServer;
let holder: TokenHolder;
let upstream: Upstream;

beforeEach(async () => {
  now = Date.parse('2026-03-01T12:00:00Z');
  issued = 0;
  expiresIn = '600';
  accepted = undefined;
  answerToken = () => ({
    status: 200,
    body: { access_token: `token-${(issued += 1)}`, expires_in: expiresIn, token_type: 'Bearer' },
  });
  tokens = await startSandboxServer({ answer: () => answerToken() });
  api = await startSandboxServer({
    answer: ({ headers }) =>
      !accepted || accepted.has(headers.authorization ?? '') ? { status: 200, body: {} } : { status: 401, body: {} },
  });
  holder = createClientCredentials({
    name: 'api',
    tokenUrl: `${tokens.url}/oauth2/token`,
    clientId: 'hub',
    clientSecret: 'hush & hush',
    now: () => now,
  });
  upstream = createUpstream({ name: 'api', baseUrl: api.url, deadlineMs: 5_000, now: () => now, ...holder });
});

afterEach(async () => {
  await Promise.all([upstream.close(), holder.close()]);
  await Promise.all([tokens.close(), api.close()]);
});

const get = (): ReturnType<Upstream['request']> => upstream.request({ method: 'GET', path: '/', call: aCall() });
const sent = (): unknown[] => api.requests.map(({ headers }) => headers.authorization);

describe('the access token', () => {
  test('is asked for with the client’s credentials in the form, and only the token goes to the API', async () => {
    await get();
    expect(tokens.requests).toHaveLength(1);
    expect(tokens.requests[0]).toMatchObject({
      method: 'POST',
      path: '/oauth2/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(Object.fromEntries(new URLSearchParams(tokens.requests[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'hub',
      client_secret: 'hush & hush',
    });
    expect(tokens.requests[0]?.headers.authorization).toBeUndefined();
    expect(sent()).toEqual(['Bearer token-1']);
  });

  test('is asked for once, however many calls wait for it', async () => {
    await Promise.all([get(), get(), get(), get()]);
    expect(tokens.requests).toHaveLength(1);
    expect(new Set(sent())).toEqual(new Set(['Bearer token-1']));
  });

  test.each([
    ['a string', '600'],
    ['a number', 600],
  ])(
    'is used for nine tenths of its life, given as %s, then renewed while the old one still serves',
    async (_name, life) => {
      expiresIn = life;
      await get();
      now += 539_000;
      await get();
      expect(tokens.requests).toHaveLength(1);
      now += 2_000;
      await get();
      await until(() => issued === 2);
      await get();
      expect(sent()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
    },
  );

  test('still serves where it could not be renewed, until it runs out', async () => {
    await get();
    answerToken = () => ({ status: 500, body: {} });
    now += 560_000;
    await get();
    now += 41_000;
    expect(await errorFrom(get())).toMatchObject({ reason: 'SERVER_ERROR' });
    expect(sent()).toEqual(['Bearer token-1', 'Bearer token-1']);
  });

  test('is renewed once when the API refuses it, and the call is sent again', async () => {
    await get();
    accepted = new Set(['Bearer token-2']);
    expect((await get()).status).toBe(200);
    expect(sent()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  test('is not renewed for ever when the API refuses every one', async () => {
    accepted = new Set();
    expect(await errorFrom(get())).toMatchObject({ reason: 'REFUSED', status: 401 });
    expect(sent()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('is renewed before an adapter that reads a 401 itself gets to see one', async () => {
    accepted = new Set();
    const answer = await upstream.request({ method: 'GET', path: '/', call: aCall(), accept: [401] });
    expect(answer.status).toBe(401);
    expect(sent()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('that is newer than the refused one is kept: many refusals at once renew it once', async () => {
    await get();
    accepted = new Set(['Bearer token-2']);
    await Promise.all([get(), get(), get(), get()]);
    expect(issued).toBe(2);
  });

  test('outlives the caller who asked for it first', async () => {
    const caller = new AbortController();
    const answer = answerToken;
    answerToken = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return answer();
    };
    const left = upstream.request({ method: 'GET', path: '/', call: aCall({ signal: caller.signal }) });
    const stayed = get();
    caller.abort();
    expect((await errorFrom(left)).reason).toBe('CANCELLED');
    expect((await stayed).status).toBe(200);
    expect(issued).toBe(1);
  });

  test('is asked for again after a failure, not remembered as failed', async () => {
    tokens.fail({ kind: 'status', status: 400, body: '{"error":"invalid_client"}', times: 1 });
    expect(await errorFrom(get())).toMatchObject({ reason: 'REFUSED', status: 400, code: 'invalid_client' });
    expect((await get()).status).toBe(200);
  });

  test.each(['reset', 'status'] as const)(
    'is asked for twice where the endpoint fails in passing: %s',
    async (kind) => {
      tokens.fail(kind === 'reset' ? { kind, times: 1 } : { kind, status: 503, times: 1 });
      expect((await get()).status).toBe(200);
      expect(tokens.requests).toHaveLength(2);
    },
  );

  test.each([
    ['none', undefined],
    ['one that no header can carry', 'a\r\nb'],
    ['one that is not text', 7],
  ])('is MALFORMED where the endpoint gives %s', async (_name, token) => {
    answerToken = () => ({ status: 200, body: { access_token: token, expires_in: 5 } });
    expect((await errorFrom(get())).reason).toBe('MALFORMED');
    expect(api.requests).toEqual([]);
  });

  test('never follows a link to another host', async () => {
    const other = await startSandboxServer({ answer: () => ({ status: 200, body: {} }) });
    await get();
    expect(() => upstream.follow(`${other.url}/next`)).toThrow(expect.objectContaining({ reason: 'MALFORMED' }));
    expect(upstream.follow(`${api.url}/next?page=2`).path).toBe('/next');
    expect(other.requests).toEqual([]);
    await other.close();
  });

  test('never follows a redirect to another host', async () => {
    const other = await startSandboxServer({ answer: () => ({ status: 200, body: {} }) });
    api.fail({ kind: 'status', status: 307, headers: { location: `${other.url}/` } });
    await errorFrom(get());
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

describe('the signed assertion', () => {
  test('is RS512 with kid, iss = sub, the exact audience and a short life, and never used twice', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS512', { extractable: true });
    const tokenUrl = 'https://api.service.nhs.uk/oauth2/token';
    const grant = signedJwtGrant({
      clientId: 'hub',
      keyId: 'key-1',
      privateKeyPem: await exportPKCS8(privateKey),
      tokenUrl,
      now: () => now,
    });
    const forms = [await grant(), await grant()];
    const read = await Promise.all(
      forms.map((form) => jwtVerify(form.get('client_assertion')!, publicKey, { currentDate: new Date(now) })),
    );
    expect(forms[0]?.get('grant_type')).toBe('client_credentials');
    expect(forms[0]?.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(read[0]?.protectedHeader).toEqual({ alg: 'RS512', typ: 'JWT', kid: 'key-1' });
    expect(read[0]?.payload).toMatchObject({ iss: 'hub', sub: 'hub', aud: tokenUrl });
    expect(read[0]!.payload.exp! - now / 1000).toBeLessThanOrEqual(300);
    expect(read[0]?.payload.jti).not.toBe(read[1]?.payload.jti);
  });

  test('that cannot be signed is an UpstreamError that does not show the key', async () => {
    const bad = createTokenHolder({
      name: 'api',
      tokenUrl: `${tokens.url}/oauth2/token`,
      grant: signedJwtGrant({ clientId: 'hub', keyId: 'k', privateKeyPem: 'not a key', tokenUrl: '', now: () => now }),
      now: () => now,
    });
    const error = await errorFrom(bad.authorise());
    expect([error.message, error.code, error.cause]).toEqual(['api: REFUSED', 'INVALID_CREDENTIALS', undefined]);
    await bad.close();
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !condition(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  // The answer has been made; let it arrive.
  await new Promise((resolve) => setTimeout(resolve, 20));
}
