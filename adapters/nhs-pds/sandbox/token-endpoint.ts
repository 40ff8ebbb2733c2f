/** NHS England's token endpoint for application-restricted access, with its rules and its words (`reference/nhs-apis.md` 2.1). */
import { randomUUID, type KeyObject } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import type { SandboxReply, SandboxRequest } from '../../sandbox/server.js';

/** The application, as it was registered in the developer portal. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly keyId: string;
  readonly publicKey: KeyObject;
}

export interface TokenEndpoint {
  answer(request: SandboxRequest, tokenUrl: string): Promise<SandboxReply>;
  /** Whether a token was issued here and has not run out. */
  accepts(token: string): boolean;
  /** Makes every token that was issued invalid. */
  revoke(): void;
}

const lifetimeSeconds = 599;
/** Five minutes, and ten seconds for clocks that differ. */
const longestAheadSeconds = 310;
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export function createTokenEndpoint(client: RegisteredClient, now: () => number): TokenEndpoint {
  const tokens = new Map<string, number>();
  const used = new Set<string>();

  /** What is wrong with an assertion, as the published status and description. */
  const faultOf = async (assertion: string, audience: string): Promise<readonly [number, string] | undefined> => {
    const read = decode(assertion);
    if (!read) return [400, 'Malformed JWT in client_assertion'];
    const { header, claims } = read;
    const fault = headerFault(header) ?? claimsFault(claims, now() / 1000);
    if (fault !== undefined) return [400, fault];
    if (header.kid !== client.keyId)
      return [401, "Invalid 'kid' header in client_assertion JWT - no matching public key"];
    if (claims.iss !== client.clientId) return [401, "Invalid 'iss'/'sub' claims in client_assertion JWT"];
    if (claims.aud !== audience) return [401, "Missing or invalid 'aud' claim in client_assertion JWT"];
    const verified = await compactVerify(assertion, client.publicKey, { algorithms: ['RS512'] }).catch(() => undefined);
    if (!verified) return [401, 'JWT signature verification failed'];
    if (used.has(claims.jti ?? '')) return [400, "Non-unique 'jti' claim in client_assertion JWT"];
    used.add(claims.jti ?? '');
    return undefined;
  };

  return {
    async answer({ method, body }, tokenUrl) {
      const form = new URLSearchParams(body);
      if (method !== 'POST' || form.get('grant_type') !== 'client_credentials') {
        return refuse(400, 'grant_type is invalid', 'unsupported_grant_type');
      }
      if (form.get('client_assertion_type') !== assertionType) {
        return refuse(400, `Missing or invalid client_assertion_type - must be '${assertionType}'`);
      }
      const assertion = form.get('client_assertion');
      if (assertion === null) return refuse(400, 'Missing client_assertion');
      const fault = await faultOf(assertion, tokenUrl);
      if (fault) return refuse(...fault);
      const token = randomUUID();
      tokens.set(token, now() + lifetimeSeconds * 1000);
      return {
        status: 200,
        body: {
          access_token: token,
          expires_in: String(lifetimeSeconds),
          token_type: 'Bearer',
          issued_at: String(now()),
        },
      };
    },
    accepts: (token) => (tokens.get(token) ?? 0) > now(),
    revoke: () => tokens.clear(),
  };
}

/** Not FHIR. */
const refuse = (status: number, description: string, error = 'invalid_request'): SandboxReply => ({
  status,
  body: { error, error_description: description, message_id: `rrt-${randomUUID()}` },
});

function decode(assertion: string): { header: ProtectedHeaderParameters; claims: JWTPayload } | undefined {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    return undefined;
  }
}

function headerFault({ alg, kid, typ }: ProtectedHeaderParameters): string | undefined {
  if (alg !== 'RS512') {
    return "Invalid 'alg' header in client_assertion JWT - unsupported JWT algorithm - must be 'RS512'";
  }
  if (kid === undefined) return "Missing 'kid' header in client_assertion JWT";
  return typ === 'JWT' ? undefined : "Invalid 'typ' header in client_assertion JWT - must be 'JWT'";
}

function claimsFault({ iss, sub, jti, exp }: JWTPayload, nowSeconds: number): string | undefined {
  if (iss === undefined || iss !== sub) return "Missing or non-matching 'iss'/'sub' claims in client_assertion JWT";
  if (jti === undefined || jti === '') return "Missing 'jti' claim in client_assertion JWT";
  if (exp === undefined) return "Missing 'exp' claim in client_assertion JWT";
  if (!Number.isInteger(exp)) return "Invalid 'exp' claim in client_assertion JWT - must be an integer";
  if (exp <= nowSeconds) return "Invalid 'exp' claim in client_assertion JWT - JWT has expired";
  if (exp > nowSeconds + longestAheadSeconds) {
    return "Invalid 'exp' claim in client_assertion JWT - more than 5 minutes in future";
  }
  return undefined;
}
