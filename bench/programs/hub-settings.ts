import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseSettings, type HubSettings } from '../../src/config.js';
import { fhirPath, tokenPath } from '../upstream/simulator.js';
import type { Start } from './messages.js';

/** A hub between the simulator and callers of the benchmark's issuer; everything else is as it ships. */
export function hubSettings({ upstreams, issuer, dataDirectory }: Start): HubSettings {
  const { privateKey } = generateKeyPairSync('ed25519');
  const account = { clientId: 'hub', clientSecret: 'bench' };
  return parseSettings({
    operator: 'BENCH',
    listen: { port: 0 },
    store: { dataDirectory },
    keys: { 1: randomBytes(32).toString('base64') },
    ledger: {
      headKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      heads: { file: join(dataDirectory, 'ledger-heads.jsonl') },
    },
    issuers: [
      {
        issuer: issuer.name,
        audience: issuer.audience,
        jwksUri: issuer.jwksUri,
        algorithms: ['ES256'],
        mayVouchFor: ['CLINICIAN'],
      },
    ],
    sources: {
      'nhs-care-record': {
        baseUrl: `${upstreams.fhir}${fhirPath}`,
        tokenUrl: `${upstreams.fhir}${tokenPath}`,
        ...account,
      },
      'dwp-citizen': {
        baseUrl: upstreams.dwp,
        tokenUrl: `${upstreams.dwp}${tokenPath}`,
        ...account,
        context: 'bench',
        policyId: 'bench',
        accessLevel: '1',
        tls: upstreams.tls,
      },
      'provider-dataverse': {
        baseUrl: upstreams.dataverse,
        tokenUrl: `${upstreams.dataverse}${tokenPath}`,
        ...account,
        scope: 'bench',
      },
    },
    log: 'error',
  });
}
