import { createPublicKey, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';
import { post } from './caller.js';
import { createClock, startHub, type Claims, type TestHub } from './hub.js';
import { AMINA } from './people.js';

let hub: TestHub;
let login: Server;
let keysAreDown = false;
const clock = createClock();
const clientKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const issuer = 'https://login.example/clients';

/** A second issuer, which may vouch for clients only, with its own words. */
beforeAll(async () => {
  const jwk = { ...(await exportJWK(clientKey.publicKey)), kid: 'login-1', use: 'sig' };
  login = createServer((_request, response) => {
    if (keysAreDown) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => login.listen(0, '127.0.0.1', resolve));
  const { port } = login.address() as AddressInfo;
  const second = (name: string) => ({
    issuer: name,
    audience: 'https://hub.example',
    jwksUri: `http://127.0.0.1:${port}/keys`,
    claims: { role: 'vot', purpose: 'intent', organisation: 'client_id' },
    roles: { P9: 'CLIENT' as const, STAFF: 'CLINICIAN' as const },
    purposes: { self: 'OWN_RECORD' as const },
    typedTokensOnly: false,
    mayVouchFor: ['CLIENT' as const],
  });
  hub = await startHub({
    clock,
    people: { AMINA: { person: AMINA } },
    change: (settings) => ({
      ...settings,
      issuers: [
        ...settings.issuers,
        second(issuer),
        second(`${issuer}/down`),
        { ...second(`${issuer}/typed`), typedTokensOnly: true },
      ],
    }),
  });
});
afterAll(async () => {
  await hub.close();
  login.close();
});

const viewer = '{ viewer { subject organisation audience purpose onBehalfOf } }';
const withToken = async (authorization: string | undefined) => {
  const { status, headers, body } = await post(
    hub.url,
    JSON.stringify({ query: viewer }),
    authorization === undefined ? {} : { authorization },
  );
  return { status, challenge: headers['www-authenticate'], body: JSON.parse(body) as unknown };
};
const refused = (message: string) => ({
  status: 401,
  challenge: 'Bearer',
  body: { data: null, errors: [{ message, extensions: { code: 'UNAUTHENTICATED', owner: 'SENDER' } }] },
});
const clinician: Claims = { sub: 'dr-okafor', organisation: 'Y90001', role: 'CLINICIAN', purpose: 'DIRECT_CARE' };
const seconds = (offset: number): number => Math.floor(clock.now() / 1000) + offset;

test('a good token is who it says it is', async () => {
  const token = await hub.token({ ...clinician, on_behalf_of: 'nurse-hall' });
  expect(await withToken(`Bearer ${token}`)).toEqual({
    status: 200,
    challenge: undefined,
    body: {
      data: {
        viewer: {
          subject: 'dr-okafor',
          organisation: 'Y90001',
          audience: 'CLINICIAN',
          purpose: 'DIRECT_CARE',
          onBehalfOf: 'nurse-hall',
        },
      },
    },
  });
});

const otherKind = 'The token is of another kind: an access token is needed.';
const needed = 'An access token is needed: Authorization: Bearer <token>.';
const unverifiable = 'The access token cannot be verified.';
const unsigned = (): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { issuer: iss, audience: aud } = hub.demo.hub.settings.issuers[0]!;
  return `${part({ alg: 'none' })}.${part({ ...clinician, iss, aud, exp: seconds(600) })}.`;
};

const noTokens: readonly (readonly [string, () => string | undefined | Promise<string>, string])[] = [
  ['nothing', () => undefined, needed],
  ['another scheme', () => 'Basic ZHItb2thZm9yOng=', needed],
  ['no token', () => 'Bearer ', needed],
  ['two tokens', async () => `Bearer ${await hub.token(clinician)} ${await hub.token(clinician)}`, needed],
  ['an unsigned one', () => `Bearer ${unsigned()}`, needed],
  ['one with a made-up signature', () => `Bearer ${unsigned()}AAAA`, unverifiable],
  ['garbage', () => 'Bearer a.b.c', 'The access token is from an issuer that this hub does not know.'],
];

describe('a token that is none', () => {
  test.each(noTokens)('%s', async (_what, authorization, message) => {
    expect(await withToken(await authorization())).toEqual(refused(message));
  });
});

describe('a token with something wrong in it', () => {
  const unknownRole = "The access token's claim role names no role that this hub knows.";
  const unknownPurpose = "The access token's claim purpose names no purpose that this hub knows.";
  const notAcceptable = (claim: string): string => `The access token's claim ${claim} is not acceptable.`;
  const unfit = (claim: string): string =>
    `The access token's claim ${claim} is longer than 255 characters, or cannot be printed.`;
  test.each([
    [
      'another issuer',
      { iss: 'https://elsewhere.example' },
      'The access token is from an issuer that this hub does not know.',
    ],
    ['another audience', { aud: 'another-hub' }, notAcceptable('aud')],
    ['no audience', { aud: undefined }, notAcceptable('aud')],
    ['no end', { exp: undefined }, notAcceptable('exp')],
    ['expired beyond the tolerance', { exp: seconds(-31) }, 'The access token has expired.'],
    ['not yet valid', { nbf: seconds(60) }, notAcceptable('nbf')],
    ['no subject', { sub: undefined }, notAcceptable('sub')],
    ['an empty subject', { sub: '' }, 'The access token has no claim sub.'],
    ['no organisation', { organisation: undefined }, 'The access token has no claim organisation.'],
    [
      'an organisation that is no text',
      { organisation: { id: 'Y90001' } },
      'The access token has no claim organisation.',
    ],
    ['an organisation with the end of a line in it', { organisation: 'Y90001\r\nX: y' }, unfit('organisation')],
    ['an organisation that only looks like another', { organisation: 'Y90\u200b001' }, unfit('organisation')],
    ['a subject longer than any', { sub: 's'.repeat(256) }, unfit('sub')],
    [
      'bound to a key that nobody proved to hold',
      { cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' } },
      'The access token is bound to a key, which this hub cannot have proved.',
    ],
    ['no role', { role: undefined }, unknownRole],
    ['an unknown role', { role: 'ADMIN' }, unknownRole],
    ['a role named like a method of every object', { role: 'constructor' }, unknownRole],
    ['no purpose', { purpose: undefined }, unknownPurpose],
    ['an unknown purpose', { purpose: 'CURIOSITY' }, unknownPurpose],
    ['a purpose named like a method of every object', { purpose: 'constructor' }, unknownPurpose],
    [
      'a client without a number',
      { role: 'CLIENT', purpose: 'OWN_RECORD' },
      "A client's access token needs a valid claim nhs_number.",
    ],
    [
      'a client with a wrong number',
      { role: 'CLIENT', purpose: 'OWN_RECORD', nhs_number: '9990000019' },
      "A client's access token needs a valid claim nhs_number.",
    ],
  ])('%s', async (_what, wrong, message) => {
    expect(await withToken(`Bearer ${await hub.token({ ...clinician, ...wrong })}`)).toEqual(refused(message));
  });

  test('signed with another key', async () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(await withToken(`Bearer ${await hub.token(clinician, { key })}`)).toEqual(refused(unverifiable));
  });

  test('naming a key that the issuer does not have', async () => {
    const token = await hub.token(clinician, { header: { kid: 'other' } });
    expect(await withToken(`Bearer ${token}`)).toEqual(refused(unverifiable));
  });

  test.each(['dpop+jwt', 'logout+jwt', 'secevent+jwt', 'JWT; at+jwt', ''])(
    'of another kind by its header (%j)',
    async (typ) => {
      const token = await hub.token(clinician, { header: { typ } });
      expect(await withToken(`Bearer ${token}`)).toEqual(refused(otherKind));
    },
  );

  test('HS256 with the public key as its secret', async () => {
    const { jwksUri } = hub.demo.hub.settings.issuers[0]!;
    const { keys } = (await (await fetch(jwksUri)).json()) as { keys: [Record<string, string>] };
    const pem = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const token = await hub.token(clinician, { header: { alg: 'HS256' }, key: createSecretKey(Buffer.from(pem)) });
    expect(await withToken(`Bearer ${token}`)).toEqual(refused(unverifiable));
  });

  test('changed after it was signed', async () => {
    const [header, , signature] = (await hub.token(clinician)).split('.');
    const [, payload] = (await hub.token({ ...clinician, organisation: 'PATHWAYS' })).split('.');
    expect(await withToken(`Bearer ${header}.${payload}.${signature}`)).toEqual(refused(unverifiable));
  });

  test('within 30 seconds of its end it still holds; the clock decides, not an earlier use', async () => {
    const token = await hub.token({ ...clinician, exp: seconds(60) });
    expect(await withToken(`Bearer ${token}`)).toMatchObject({ status: 200 });
    clock.forward(80_000);
    expect(await withToken(`Bearer ${token}`)).toMatchObject({ status: 200 });
    clock.forward(20_000);
    expect(await withToken(`Bearer ${token}`)).toEqual(refused('The access token has expired.'));
  });
});

describe('several issuers', () => {
  const from = (claims: Claims, iss = issuer, typ?: string): Promise<string> =>
    new SignJWT({ client_id: 'NHS-LOGIN', intent: 'self', nhs_number: AMINA.nhsNumber, ...claims })
      .setProtectedHeader({ alg: 'PS256', kid: 'login-1', ...(typ !== undefined && { typ }) })
      .setIssuer(iss)
      .setAudience('https://hub.example')
      .setSubject('client-1')
      .setIssuedAt(seconds(0))
      .setExpirationTime(seconds(600))
      .sign(clientKey.privateKey);

  test('each is read by its own claims and words', async () => {
    const { body } = await post(hub.url, JSON.stringify({ query: '{ me { id } viewer { audience purpose } }' }), {
      authorization: `Bearer ${await from({ vot: 'P9' })}`,
    });
    expect(JSON.parse(body)).toEqual({
      data: {
        me: { id: await hub.idFor('client', 'AMINA') },
        viewer: { audience: 'CLIENT', purpose: 'OWN_RECORD' },
      },
    });
  });

  test.each(['STAFF', 'CLINICIAN'])('an issuer for clients cannot make a clinician (%s)', async (vot) => {
    expect(await withToken(`Bearer ${await from({ vot })}`)).toEqual(
      refused('The issuer of the access token may not vouch for this role.'),
    );
  });

  test.each([
    ['at+jwt', 200],
    ['application/at+jwt', 200],
    ['AT+JWT', 200],
    ['JWT', 401],
    [undefined, 401],
  ])('an issuer that types its access tokens is believed of no other (%s)', async (typ, status) => {
    const answer = await withToken(`Bearer ${await from({ vot: 'P9' }, `${issuer}/typed`, typ)}`);
    if (status === 401) expect(answer).toEqual(refused(otherKind));
    else expect(answer).toMatchObject({ status });
  });

  test('one that does not may say that it is a JWT', async () => {
    expect(await withToken(`Bearer ${await from({ vot: 'P9' }, issuer, 'JWT')}`)).toMatchObject({ status: 200 });
  });

  test('an issuer that is down is not the caller’s fault', async () => {
    keysAreDown = true;
    expect(await withToken(`Bearer ${await from({ vot: 'P9' }, `${issuer}/down`)}`)).toEqual({
      status: 503,
      challenge: undefined,
      body: {
        data: null,
        errors: [
          {
            message: 'The keys of the access token’s issuer cannot be read just now.',
            extensions: { code: 'ISSUER_UNAVAILABLE', owner: 'SOURCE' },
          },
        ],
      },
    });
    keysAreDown = false;
  });
});
