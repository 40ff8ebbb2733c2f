import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';

/** The form that asks for a token. Built anew for every request: an assertion may be used once. */
export type Grant = () => Promise<URLSearchParams>;

/** OAuth 2.0 client credentials with a shared secret in the form (RFC 6749 2.3.1, 4.4), as DWP asks. */
export function clientSecretGrant(client: {
  clientId: string;
  clientSecret: string;
  scope?: string | undefined;
}): Grant {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.clientSecret,
    ...(client.scope !== undefined && { scope: client.scope }),
  });
  return () => Promise.resolve(form);
}

/** Five minutes are allowed; a minute is left for clocks that differ. */
const assertionSeconds = 240;

/**
 * OAuth 2.0 client credentials with a signed assertion (RFC 7523), as NHS England asks of application-restricted callers:
 * RS512 only, `kid` of a registered key, `iss` = `sub` = client id, `aud` = the exact token URL, a `jti` that is never
 * repeated, `exp` at most five minutes ahead (`reference/nhs-apis.md` 2.1).
 */
export function signedJwtGrant(client: {
  clientId: string;
  keyId: string;
  /** RSA, PKCS #8. */
  privateKeyPem: string;
  tokenUrl: string;
  now: () => number;
}): Grant {
  const key = importPKCS8(client.privateKeyPem, 'RS512');
  // A bad key is reported by the first call that needs it, not as an unhandled rejection.
  key.catch(() => undefined);
  return async () => {
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: 'RS512', typ: 'JWT', kid: client.keyId })
      .setIssuer(client.clientId)
      .setSubject(client.clientId)
      .setAudience(client.tokenUrl)
      .setJti(randomUUID())
      .setExpirationTime(Math.floor(client.now() / 1000) + assertionSeconds)
      .sign(await key);
    return new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
  };
}
