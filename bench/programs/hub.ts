/** The hub as it ships, with sign-in, access and the durable ledger on, enrolled with the benchmark's people. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseSettings } from '../../src/config.js';
import { buildHub, type Hub } from '../../src/hub.js';
import { createLog } from '../../src/log.js';
import { listen } from '../../src/server/listen.js';
import { createMetrics } from '../../src/server/metrics.js';
import { benchPeople } from '../upstream/people.js';
import { enrolBenchPeople } from './enrol.js';
import { fhirPath, tokenPath } from '../upstream/simulator.js';
import { answerParent, type Start } from './messages.js';

let hub: Hub | undefined;

async function start({ upstreams, issuer, dataDirectory }: Start): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const account = { clientId: 'hub', clientSecret: 'bench' };
  const settings = parseSettings({
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
  const metrics = createMetrics();
  hub = await buildHub(settings, { log: createLog('error'), now: Date.now, onCall: metrics.onCall });
  await enrolBenchPeople(hub, benchPeople());
  return (await listen(hub, metrics)).url;
}

answerParent({
  start: (told) => (told ? start(told) : Promise.reject(new Error('nothing was told'))),
  counters: () => ({ ledgerRecords: hub?.ledger.state().sequence ?? 0 }),
});
