import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ConfigurationFault, readSettingsFile } from '../src/config.js';
import { packageRoot } from '../src/package-root.js';

const folder = mkdtempSync(join(tmpdir(), 'hub-configuration-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const example = readFileSync(new URL('hub.example.yaml', packageRoot), 'utf8');
/** The example as an operator would have it: the secrets' files exist below the configuration's own folder. */
const runnable = example.replaceAll('/run/secrets/', './').replace(/^policies:\n(  .*\n)+/m, '');

const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
for (const name of [
  'pds-signing-key.pem',
  'bars-signing-key.pem',
  'dwp-ca.pem',
  'dwp-client.pem',
  'dwp-client-key.pem',
  'bars-server.pem',
  'bars-server-key.pem',
  'nhs-root-ca.pem',
])
  write(name, 'PEM');
write('hub-sealing-1', `${randomBytes(32).toString('base64')}\n`);
write('hub-ledger-head.pem', ed25519);
const environment = {
  MONGODB_URI: 'mongodb://127.0.0.1/hub',
  PDS_API_KEY: 'key',
  BARS_API_KEY: 'key',
  CARE_RECORD_SECRET: 's',
  DWP_CLIENT_SECRET: 's',
  DATAVERSE_SECRET: 's',
};

const faultsOf = (text: string, variables: Record<string, string> = environment): readonly string[] => {
  try {
    readSettingsFile(write('hub.yaml', text), variables);
  } catch (error) {
    if (error instanceof ConfigurationFault) return error.faults;
    throw error;
  }
  return [];
};

test('the documented example is a configuration that starts, once its secrets are there', () => {
  expect(faultsOf(runnable)).toEqual([]);
});

test('secrets come from files and the environment, and file names are relative to the configuration', () => {
  const settings = readSettingsFile(
    write('hub.yaml', runnable.replace(/mongodbUri: .*/, 'dataDirectory: data')),
    environment,
  );
  expect(settings.store).toEqual({ dataDirectory: join(folder, 'data') });
  expect(settings.sources['nhs-pds']?.clientId).toBe('key');
  expect(settings.explorer).toBe(false);
});

test('every fault is named at once, each with its place, and no secret is repeated', () => {
  const broken = runnable
    .replace('port: 4000', 'port: 99999')
    .replace('hub-sealing-1', 'no-such-file')
    .replace('operator: QZZ', 'colour: red')
    .replace('clientId: { fromEnvironment: PDS_API_KEY }', 'clientId: { fromEnvironment: NOT_SET }');
  const faults = faultsOf(broken);
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
    'hub.yaml',
    'keys.1',
    'listen.port',
    'operator',
    'sources.nhs-pds.clientId',
  ]);
});

test('a ledger key of another kind, an issuer over plain http and a missing store are refused', () => {
  const faults = faultsOf(
    runnable
      .replace('hub-ledger-head.pem', 'pds-signing-key.pem')
      .replace('https://identity.example.nhs.uk/.well-known', 'http://identity.example.nhs.uk/.well-known')
      .replace(/^store:\n(  .*\n)+/m, ''),
  );
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['issuers.0.jwksUri', 'ledger.headKey', 'store']);
});

test('a file that is not there is one fault, and says so', () => {
  expect(() => readSettingsFile(join(folder, 'absent.yaml'), {})).toThrow('HUB_CONFIG: the file cannot be read');
});
