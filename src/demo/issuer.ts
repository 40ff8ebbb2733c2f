import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import type { IssuerSettings } from '../server/sign-in.js';
import type { NHSNumber } from '../access/types.js';
import { audiences } from '../access/types.js';
import { isMissing } from './data-directory.js';
import type { PersonaClaims } from './personas.js';

/** The demonstration's own issuer of access tokens. It exists only in demo mode; a configured hub never starts it. */
export interface DemoIssuer {
  readonly settings: IssuerSettings;
  close(): Promise<void>;
}

const issuerName = 'http://localhost/work-health-hub-demo-issuer';
const audience = 'work-health-hub-demo';
const tokenHours = 12;
const keyFile = (dataDirectory: string): string => join(dataDirectory, 'demo', 'issuer-key.json');

const privateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** Publishes the demo key on a loopback port. */
export async function startDemoIssuer(dataDirectory: string): Promise<DemoIssuer> {
  const { d: _private, ...publicKey } = await readOrMakeKey(dataDirectory);
  const keys = JSON.stringify({ keys: [{ ...publicKey, alg: 'ES256', use: 'sig', kid: 'demo' }] });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      issuer: issuerName,
      audience,
      jwksUri: `http://127.0.0.1:${port}/jwks.json`,
      algorithms: ['ES256'],
      claims: {
        subject: 'sub',
        organisation: 'organisation',
        role: 'role',
        purpose: 'purpose',
        onBehalfOf: 'on_behalf_of',
        application: 'client_id',
        nhsNumber: 'nhs_number',
      },
      roles: {},
      purposes: {},
      typedTokensOnly: true,
      applicationRequired: false,
      mayVouchFor: [...audiences],
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An access token for a persona, good for 12 hours at any hub that uses this data directory. */
export async function mintToken(
  dataDirectory: string,
  claims: PersonaClaims & { readonly nhsNumber?: NHSNumber },
): Promise<string> {
  const key = await importJWK(await readOrMakeKey(dataDirectory), 'ES256');
  const { subject, organisation, role, purpose, nhsNumber } = claims;
  return new SignJWT({ organisation, role, purpose, ...(nhsNumber !== undefined && { nhs_number: nhsNumber }) })
    .setProtectedHeader({ alg: 'ES256', kid: 'demo', typ: 'at+jwt' })
    .setIssuer(issuerName)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${tokenHours}h`)
    .sign(key);
}

async function readOrMakeKey(dataDirectory: string): Promise<z.infer<typeof privateKey>> {
  const path = keyFile(dataDirectory);
  try {
    return privateKey.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const { privateKey: made } = await generateKeyPair('ES256', { extractable: true });
  const key = privateKey.parse(await exportJWK(made));
  await mkdir(join(dataDirectory, 'demo'), { recursive: true, mode: 0o700 });
  await writeFile(path, JSON.stringify(key), { mode: 0o600, flag: 'wx' });
  return key;
}
