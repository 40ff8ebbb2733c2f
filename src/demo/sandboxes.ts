import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startDwpSandbox, type DwpSandbox } from '../../adapters/dwp-citizen/sandbox.js';
import { startCareRecordSandbox, type CareRecordSandbox } from '../../adapters/nhs-care-record/sandbox.js';
import { startPdsSandbox, type PdsSandbox } from '../../adapters/nhs-pds/sandbox.js';
import { startDataverseSandbox, type DataverseSandbox } from '../../adapters/provider-dataverse/sandbox.js';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { HubSettingsInput } from '../config.js';
import { loadFolder, type LoadedFolder } from './fhir-folder.js';

/** The five upstream systems of the demonstration, on loopback ports. */
export interface Sandboxes {
  readonly pds: PdsSandbox;
  readonly careRecord: CareRecordSandbox;
  readonly dwp: DwpSandbox;
  readonly dataverse: DataverseSandbox;
  readonly settings: HubSettingsInput['sources'];
  /** What `fhirFolder` held. */
  readonly loaded?: LoadedFolder;
  close(): Promise<void>;
}

/** The sandbox of PDS has no quota to protect: the hub may ask it faster than the real one's 5 a second. */
const sandboxPdsRate = 100;

export async function startSandboxes({
  people,
  dataDirectory,
  fhirFolder,
}: {
  people: readonly SandboxPerson[];
  dataDirectory: string;
  /** A folder of FHIR R4 bundles for the care record; PDS then knows their patients too. */
  fhirFolder?: string;
}): Promise<Sandboxes> {
  const folder = join(dataDirectory, 'sandbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const careRecord = await startCareRecordSandbox({ people, databasePath: join(folder, 'care-record.db') });
  const loaded = fhirFolder === undefined ? undefined : await loadFolder(fhirFolder, careRecord);
  const [pds, dwp, dataverse] = await Promise.all([
    startPdsSandbox({ people, extraPatients: loaded?.patients ?? [], ratePerSecond: sandboxPdsRate }),
    startDwpSandbox({ people }),
    startDataverseSandbox({ people }),
  ]);
  return {
    pds,
    careRecord,
    dwp,
    dataverse,
    ...(loaded && { loaded }),
    settings: {
      'nhs-pds': { ...pds.settings, ratePerSecond: sandboxPdsRate },
      'nhs-care-record': careRecord.settings,
      'dwp-citizen': dwp.settings,
      'provider-dataverse': dataverse.settings,
    },
    close: async () => {
      await Promise.all([pds, careRecord, dwp, dataverse].map((sandbox) => sandbox.close()));
    },
  };
}
