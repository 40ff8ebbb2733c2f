import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startDwpSandbox, type DwpSandbox } from '../../adapters/dwp-citizen/sandbox.js';
import { startNotifySandbox, type NotifySandbox } from '../../adapters/gov-uk-notify/sandbox.js';
import { startBarsSandbox, type BarsSandbox } from '../../adapters/nhs-bars/sandbox.js';
import { startCareRecordSandbox, type CareRecordSandbox } from '../../adapters/nhs-care-record/sandbox.js';
import { startPdsSandbox, type PdsSandbox } from '../../adapters/nhs-pds/sandbox.js';
import { startOpenReferralSandbox, type OpenReferralSandbox } from '../../adapters/open-referral-uk/sandbox.js';
import { dropSandboxFiles } from '../../adapters/provider-csv/sandbox.js';
import { startDataverseSandbox, type DataverseSandbox } from '../../adapters/provider-dataverse/sandbox.js';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { HubSettingsInput } from '../config.js';
import { demoReceivers } from './gateways.js';
import { organisations } from './organisations.js';
import { loadFolder, type LoadedFolder } from './fhir-folder.js';

/** The upstream systems of the demonstration, on loopback ports. */
export interface Sandboxes {
  readonly pds: PdsSandbox;
  readonly careRecord: CareRecordSandbox;
  readonly dwp: DwpSandbox;
  readonly dataverse: DataverseSandbox;
  readonly bars: BarsSandbox;
  readonly directory: OpenReferralSandbox;
  readonly notify: NotifySandbox;
  readonly settings: HubSettingsInput['sources'];
  /** What `fhirFolder` held. */
  readonly loaded?: LoadedFolder;
  close(): Promise<void>;
}

/** Every seventh person is also with a provider that can only drop files. */
const isWithSecondProvider = (_person: SandboxPerson, index: number): boolean => index % 7 === 1;
const isoDate = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The sandbox of PDS has no quota to protect: the hub may ask it faster than the real one's 5 a second. */
const sandboxPdsRate = 100;

export async function startSandboxes({
  people,
  dataDirectory,
  fhirFolder,
  now = Date.now,
}: {
  people: readonly SandboxPerson[];
  dataDirectory: string;
  /** A folder of FHIR R4 bundles for the care record; PDS then knows their patients too. */
  fhirFolder?: string;
  /** The clock of the hub that will ask: tokens of a test's own time must not look old. */
  now?: () => number;
}): Promise<Sandboxes> {
  const folder = join(dataDirectory, 'sandbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const careRecord = await startCareRecordSandbox({ people, databasePath: join(folder, 'care-record.db'), now });
  const loaded = fhirFolder === undefined ? undefined : await loadFolder(fhirFolder, careRecord);
  const dropFolder = join(folder, 'provider-csv');
  await dropSandboxFiles(dropFolder, people.filter(isWithSecondProvider), isoDate(now()));
  const [pds, dwp, dataverse, bars, directory, notify] = await Promise.all([
    startPdsSandbox({ people, extraPatients: loaded?.patients ?? [], ratePerSecond: sandboxPdsRate, now }),
    startDwpSandbox({ people }),
    startDataverseSandbox({ people }),
    startBarsSandbox({ receivers: demoReceivers }),
    startOpenReferralSandbox({ now }),
    startNotifySandbox(now),
  ]);
  return {
    pds,
    careRecord,
    dwp,
    dataverse,
    bars,
    directory,
    notify,
    ...(loaded && { loaded }),
    settings: {
      'nhs-pds': { ...pds.settings, ratePerSecond: sandboxPdsRate },
      'nhs-care-record': careRecord.settings,
      'dwp-citizen': dwp.settings,
      'provider-dataverse': dataverse.settings,
      'provider-csv': {
        folder: dropFolder,
        organisation: organisations.provider.id,
        provider: 'harbour-trust',
        pollMs: 500,
      },
      'open-referral-uk': directory.settings,
    },
    close: async () => {
      await Promise.all([pds, careRecord, dwp, dataverse, bars, directory, notify].map((sandbox) => sandbox.close()));
    },
  };
}
