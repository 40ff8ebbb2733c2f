/** A caseload on disk: filled once, measured as often as anybody likes. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseSettings, type HubSettings } from '../../src/config.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { openStore } from '../../src/store/open.js';
import { connect } from '../../src/store/sqlite-connection.js';
import type { Issuer } from '../tokens.js';
import { fill } from './fill.js';

export interface Caseload {
  readonly clients: number;
  readonly gigabytes: number;
  /** A hub on this caseload; nothing else of it differs from one that ships. */
  settings(issuer: Issuer): HubSettings;
  /** Reads the file through once, so that it stands in the memory of the operating system, as after a morning's work. */
  read(): Promise<void>;
  /** Removes what measuring left: the next measurement finds the store as it was filled. */
  reset(): void;
}

const secrets = z.strictObject({ key: z.string(), headKey: z.string() });

/** Finds the caseload below `directory`, or fills it. A filling that was broken off is begun again. */
export async function keptCaseload(directory: string, clients: number, say: (line: string) => void): Promise<Caseload> {
  const dataDirectory = join(directory, `caseload-${clients}`);
  const file = join(dataDirectory, 'hub.sqlite');
  // Written when all is in: it holds what the sealed parts open with.
  const mark = join(dataDirectory, 'caseload.json');
  if (!existsSync(mark)) {
    rmSync(dataDirectory, { recursive: true, force: true });
    mkdirSync(dataDirectory, { recursive: true });
    const key = randomBytes(32).toString('base64');
    const headKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const began = performance.now();
    say(`filling ${clients} clients:`);
    const store = await openStore({ dataDirectory });
    await fill(store, createKeyring({ 1: key }), clients, say);
    await store.close();
    say(`  in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    writeFileSync(mark, JSON.stringify({ key, headKey }));
  }
  const { key, headKey } = secrets.parse(JSON.parse(readFileSync(mark, 'utf8')));
  return {
    clients,
    gigabytes: statSync(file).size / 1e9,
    settings: ({ facts }) =>
      parseSettings({
        operator: 'BENCH',
        listen: { port: 0 },
        store: { dataDirectory },
        keys: { 1: key },
        ledger: { headKey, heads: { file: join(dataDirectory, 'ledger-heads.jsonl') } },
        issuers: [
          {
            issuer: facts.name,
            audience: facts.audience,
            jwksUri: facts.jwksUri,
            algorithms: ['ES256'],
            mayVouchFor: ['WORK_AND_HEALTH_COACH'],
            // The benchmark's issuer knows one kind of caller; here it is a coach.
            roles: { CLINICIAN: 'WORK_AND_HEALTH_COACH' },
            purposes: { DIRECT_CARE: 'EMPLOYMENT_SUPPORT' },
          },
        ],
        sources: {},
        log: 'error',
      }),
    async read() {
      for await (const _part of createReadStream(file, { highWaterMark: 4_194_304 }));
    },
    reset() {
      const connection = connect(file);
      for (const table of ['ledger', 'ledgerNodes', 'ledgerHeads', 'firstAccesses'])
        connection.exec(`DELETE FROM ${table}`);
      connection.close();
    },
  };
}
