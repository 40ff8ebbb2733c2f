/** The sandbox is only worth as much as it is strict: these are the rules that PDS and its token service publish. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importPKCS8, SignJWT, type JWTPayload } from 'jose';
import { startPdsSandbox, type PdsSandbox } from '../../../adapters/nhs-pds/sandbox.js';
import { amina, restricted } from './harness.js';

let sandbox: PdsSandbox;
let now: number;
beforeAll(async () => {
  sandbox = await startPdsSandbox({
    people: [amina, restricted],
    extraPatients: [
      { resourceType: 'Patient', identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000015' }] },
    ],
    ratePerSecond: 1_000,
    now: () => now,
  });
});
beforeEach(() => {
  now = Date.parse('2026-03-01T12:00:00Z');
});
afterAll(() => sandbox.close());

const seconds = (): number => now / 1000;

async function sign(claims: object = {}, header: object = {}, key = sandbox.settings.privateKeyPem): Promise<string> {
  const { clientId, keyId, tokenUrl } = sandbox.settings;
  const usual: JWTPayload = { iss: clientId, sub: clientId, aud: tokenUrl, jti: randomUUID(), exp: seconds() + 300 };
  const payload = { ...usual, ...claims };
  const protectedHeader = { alg: 'RS512', typ: 'JWT', kid: keyId, ...header };
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(await importPKCS8(key, protectedHeader.alg));
}

async function ask(assertion: string, form: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
  const response = await fetch(sandbox.settings.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...form,
    }),
  });
  return { status: response.status, body: await response.json() };
}

describe('the token endpoint', () => {
  test('gives a token whose life is a string', async () => {
    const { status, body } = await ask(await sign());
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: '599',
      token_type: 'Bearer',
      issued_at: expect.any(String),
    });
  });

  test.each<[string, object, object, number, string]>([
    ['another algorithm', {}, { alg: 'RS256' }, 400, "must be 'RS512'"],
    ['no kid', {}, { kid: undefined }, 400, "Missing 'kid'"],
    ['an unknown kid', {}, { kid: 'other' }, 401, 'no matching public key'],
    ['another typ', {}, { typ: 'at+jwt' }, 400, "Invalid 'typ'"],
    ['iss unlike sub', { sub: 'other' }, {}, 400, "non-matching 'iss'/'sub'"],
    ['an unknown client', { iss: 'other', sub: 'other' }, {}, 401, "Invalid 'iss'/'sub'"],
    ['another audience', { aud: 'https://example.org/oauth2/token' }, {}, 401, "'aud'"],
    ['no jti', { jti: undefined }, {}, 400, "Missing 'jti'"],
    ['no exp', { exp: undefined }, {}, 400, "Missing 'exp'"],
    ['an exp in the past', { exp: 1 }, {}, 400, 'expired'],
    ['an exp too far ahead', { exp: 9_999_999_999 }, {}, 400, 'more than 5 minutes'],
  ])('refuses %s, and not in FHIR', async (_name, claims, header, status, description) => {
    const answer = await ask(await sign(claims, header));
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: 'invalid_request',
      error_description: expect.stringContaining(description),
      message_id: expect.any(String),
    });
  });

  test('refuses a second use of an assertion', async () => {
    const assertion = await sign();
    expect((await ask(assertion)).status).toBe(200);
    expect(await ask(assertion)).toMatchObject({
      status: 400,
      body: { error_description: expect.stringContaining("Non-unique 'jti'") },
    });
  });

  test('refuses what another key signed', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect((await ask(await sign({}, {}, pem))).status).toBe(401);
  });

  test.each([
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['another assertion type', { client_assertion_type: 'saml' }, 'invalid_request'],
    ['what is no JWT', { client_assertion: 'x' }, 'invalid_request'],
  ])('refuses %s', async (_name, form, error) => {
    expect(await ask('x', form)).toMatchObject({ status: 400, body: { error } });
  });
});

async function token(): Promise<string> {
  const { body } = await ask(await sign());
  return (body as { access_token: string }).access_token;
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The Spine code of an OperationOutcome. */
  readonly code: string | undefined;
}

async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const response = await fetch(`${sandbox.settings.baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${await token()}`, 'x-request-id': randomUUID(), ...headers },
  });
  const text = await response.text();
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as unknown, code };
}

describe('the API', () => {
  test('mirrors both ids and gives the version as an ETag', async () => {
    const requestId = randomUUID();
    const { status, headers } = await get(`/Patient/${amina.nhsNumber}`, {
      'x-request-id': requestId,
      'x-correlation-id': 'c',
    });
    expect([status, headers.get('x-request-id'), headers.get('x-correlation-id'), headers.get('etag')]).toEqual([
      200,
      requestId,
      'c',
      'W/"2"',
    ]);
    expect(headers.get('content-type')).toBe('application/fhir+json');
  });

  test.each([
    ['no token', `/Patient/${amina.nhsNumber}`, { authorization: '' }, 401, 'ACCESS_DENIED'],
    ['an unknown token', `/Patient/${amina.nhsNumber}`, { authorization: 'Bearer x' }, 401, 'ACCESS_DENIED'],
    ['a request id that is no UUID', `/Patient/${amina.nhsNumber}`, { 'x-request-id': '1234' }, 400, 'INVALID_VALUE'],
    ['a bad check digit', '/Patient/9000000000', {}, 400, 'INVALID_RESOURCE_ID'],
    ['an unknown path', '/metadata', {}, 400, 'UNSUPPORTED_REQUEST'],
    ['Coverage, which is for patients', '/Coverage', {}, 403, 'ACCESS_DENIED'],
    ['a search without parameters', '/Patient', {}, 400, 'UNSUPPORTED_SERVICE'],
    ['a search without a birth date', '/Patient?family=Example', {}, 400, 'MISSING_VALUE'],
    ['a search without a family name', '/Patient?birthdate=1988-02-29', {}, 400, 'INVALID_SEARCH_DATA'],
    ['a search for an unknown parameter', '/Patient?nino=1', {}, 400, 'ADDITIONAL_PROPERTIES'],
    ['a search for more than one', '/Patient?family=a&birthdate=1988-02-29&_max-results=2', {}, 403, 'INVALID_VALUE'],
    ['an early wildcard', '/Patient?family=a*&birthdate=1988-02-29', {}, 400, 'INVALID_SEARCH_DATA'],
    [
      'two postcodes',
      '/Patient?family=a&birthdate=1988-02-29&address-postcode=a&address-postalcode=b',
      {},
      400,
      'INVALID_SEARCH_DATA',
    ],
    [
      'too little for fuzzy',
      '/Patient?family=a&birthdate=1988-02-29&_fuzzy-match=true',
      {},
      400,
      'INVALID_SEARCH_DATA',
    ],
  ])('refuses %s', async (_name, path, headers, status, code) => {
    expect(await get(path, headers)).toMatchObject({ status, code });
  });

  test('refuses a call without a request id', async () => {
    const response = await fetch(`${sandbox.settings.baseUrl}/Patient/${amina.nhsNumber}`, {
      headers: { authorization: `Bearer ${await token()}` },
    });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('X-Request-ID header must be supplied'),
    ]);
  });

  test('refuses a token that has run out', async () => {
    const authorization = `Bearer ${await token()}`;
    now += 600_000;
    expect(await get(`/Patient/${amina.nhsNumber}`, { authorization })).toMatchObject({
      status: 401,
      code: 'ACCESS_DENIED',
    });
  });

  test('refuses to change anything', async () => {
    expect(await get(`/Patient/${amina.nhsNumber}`, {}, 'PATCH')).toMatchObject({
      status: 403,
      code: 'INVALID_METHOD',
    });
  });

  test('gives no related people of a restricted person', async () => {
    expect((await get(`/Patient/${restricted.nhsNumber}/RelatedPerson`)).body).toEqual({
      resourceType: 'Bundle',
      type: 'searchset',
      total: 0,
    });
  });

  test('serves records as they are, even where a published number fails the check digit', async () => {
    expect((await get('/Patient/9000000015')).body).toEqual({
      resourceType: 'Patient',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000015' }],
    });
  });

  test('finds by a range of birth dates and by the start of a name', async () => {
    const { body } = await get('/Patient?family=Exa*&birthdate=ge1988-01-01&birthdate=le1988-12-31');
    expect(body).toMatchObject({ total: 1, entry: [{ search: { score: 1 }, resource: { id: amina.nhsNumber } }] });
  });
});
