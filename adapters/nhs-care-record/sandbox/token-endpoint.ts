/** OAuth 2.0 client credentials (RFC 6749 4.4), and the check of what it gave out. */
import { randomBytes } from 'node:crypto';
import type { SandboxReply, SandboxRequest } from '../../sandbox/server.js';

export interface AccessTokenRules {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly lifetimeSeconds: number;
}

export class TokenEndpoint {
  readonly #rules: AccessTokenRules;
  readonly #now: () => number;
  readonly #expiries = new Map<string, number>();

  constructor(rules: AccessTokenRules, now: () => number) {
    this.#rules = rules;
    this.#now = now;
  }

  answer({ method, body, headers }: SandboxRequest): SandboxReply {
    if (method !== 'POST') return { status: 405 };
    const form = new URLSearchParams(body);
    const [id, secret] = basicOf(headers.authorization) ?? [form.get('client_id'), form.get('client_secret')];
    if (form.get('grant_type') !== 'client_credentials') return refusal(400, 'unsupported_grant_type');
    if (id !== this.#rules.clientId || secret !== this.#rules.clientSecret) return refusal(401, 'invalid_client');
    const token = randomBytes(24).toString('base64url');
    this.#expiries.set(token, this.#now() + this.#rules.lifetimeSeconds * 1_000);
    return {
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { access_token: token, token_type: 'Bearer', expires_in: this.#rules.lifetimeSeconds },
    };
  }

  /** Whether the request carries a token that was given out here and is still good. */
  admits({ headers }: SandboxRequest): boolean {
    const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
    return (this.#expiries.get(token ?? '') ?? 0) > this.#now();
  }

  /** Makes every token that was given out invalid. */
  expireAll(): void {
    this.#expiries.clear();
  }
}

function basicOf(header: string | undefined): [string, string] | undefined {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':').map(decodeURIComponent);
  return [id, secret];
}

const refusal = (status: number, error: string): SandboxReply => ({ status, body: { error } });
