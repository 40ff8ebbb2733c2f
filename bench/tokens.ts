import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { OrganisationId } from '../src/access/types.js';
import type { Start } from './programs/messages.js';

/** Issues access tokens, each for a caller whom the hub has never seen. */
export interface Issuer {
  readonly facts: Start['issuer'];
  /** `Bearer …` for the next caller of an organisation. */
  next(organisation: OrganisationId): string;
  /** Makes tokens ahead, while nothing is measured. */
  stock(organisation: OrganisationId, count: number): void;
  close(): void;
}

const name = 'http://127.0.0.1/bench-issuer';
const audience = 'work-health-hub-bench';

export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const keys = JSON.stringify({
    keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'bench' }],
  });
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const header = encode({ alg: 'ES256', kid: 'bench', typ: 'at+jwt' });
  const stocks = new Map<string, string[]>();
  let callers = 0;

  const mint = (organisation: OrganisationId): string => {
    callers += 1;
    const claims = {
      iss: name,
      aud: audience,
      sub: `dr-${callers}`,
      organisation,
      role: 'CLINICIAN',
      purpose: 'DIRECT_CARE',
    };
    const signed = `${header}.${encode({ ...claims, exp: Math.floor(Date.now() / 1000) + 3_600 })}`;
    const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
    return `Bearer ${signed}.${signature.toString('base64url')}`;
  };
  return {
    facts: { name, audience, jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json` },
    next: (organisation) => stocks.get(organisation)?.pop() ?? mint(organisation),
    stock(organisation, count) {
      const stock = stocks.get(organisation) ?? [];
      while (stock.length < count) stock.push(mint(organisation));
      stocks.set(organisation, stock);
    },
    close: () => void server.close(),
  };
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
