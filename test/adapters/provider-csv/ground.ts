import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring } from '../../../src/identity/keyring.js';
import { openStore } from '../../../src/store/open.js';
import type { Store } from '../../../src/store/port.js';
import type { DescribedClient, ProviderCsvGround } from '../../../adapters/provider-csv/import.js';
import type { ProviderRow } from '../../../adapters/provider-csv/column-specification.js';

export const now = (): number => Date.parse('2025-06-02T09:30:00Z');
export const settings = { organisation: 'BRIGHTWAY', provider: 'brightway', maxRows: 1_000 };

export const fixture = (name: string): Promise<Buffer> => readFile(join('adapters/provider-csv/fixtures', name));

/** A real store and keyring in a directory of their own. */
export interface Ground extends ProviderCsvGround {
  readonly store: Store;
  readonly directory: string;
  /** Whom it was asked about. */
  readonly asked: DescribedClient[];
  remove(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const directory = await mkdtemp(join(tmpdir(), 'hub-csv-'));
  const asked: DescribedClient[] = [];
  const store = await openStore({ dataDirectory: join(directory, 'data') });
  return {
    store,
    keyring: createKeyring({ 1: Buffer.alloc(32, 7).toString('base64') }),
    asked,
    askWho: (client) => Promise.resolve(void asked.push(client)),
    directory,
    remove: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** Every stored row, opened, by external id. */
export async function storedRows({ store, keyring }: Ground): Promise<readonly ProviderRow[]> {
  const rows = await store.collection('providerRows').find({ index: 'id', where: {}, limit: 1_000 });
  const opened = rows.map(({ row }) => JSON.parse(keyring.open(row)) as ProviderRow);
  return opened.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** A file of these columns and rows. */
export const csv = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`);
export const header = 'provider_client_id,nhs_number,updated_on,programme,case_status';
export const rowOf = (id: string, programme = 'Health Trainer'): string =>
  `${id},9434765919,2025-06-01,${programme},open`;
